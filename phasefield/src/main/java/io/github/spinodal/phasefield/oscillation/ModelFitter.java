package io.github.spinodal.phasefield.oscillation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Generalised least squares of baseline + envelope(x) * sum_h [a_h cos(h phi(x)) + b_h sin(h phi(x))] by damped
 * Gauss-Newton steps on the whitened record.
 */
final class ModelFitter {
    private static final double CONVERGED = 1e-6;
    private static final int ATTEMPTS = 6;
    /** Least share of a sample that its own leverage leaves free. */
    private static final double SMALLEST_FREEDOM = 0.1;

    private final PlateauRecord record;
    private final Map<DesignKey, BaselineDesign> designs = new HashMap<>();

    ModelFitter(PlateauRecord record) {
        this.record = record;
    }

    /** Baseline only. */
    ModelFit baseline(int knots) {
        ModelStructure structure = ModelStructure.withoutOscillation(knots);
        return settle(solve(structure, new double[structure.parameterCount()], NoiseModel.WHITE, 1));
    }

    /** Baseline only, by ordinary least squares. */
    ModelFit stiffBaseline(int knots) {
        ModelStructure structure = ModelStructure.withoutOscillation(knots);
        return solve(structure, new double[structure.parameterCount()], NoiseModel.WHITE, 1);
    }

    /** From given phase coefficients, everything else at its least-squares value. */
    ModelFit fromPhase(ModelStructure structure, double[] phase, NoiseModel noise, int iterations) {
        double[] start = new double[structure.parameterCount()];
        System.arraycopy(phase, 0, start, structure.phaseStart(), Math.min(phase.length, structure.phaseDegree()));
        linearStart(structure, start, noise);
        return solve(structure, start, noise, iterations);
    }

    /** From another fit's values, new terms starting at zero. */
    ModelFit extend(ModelFit from, ModelStructure structure, int iterations) {
        ModelStructure old = from.structure;
        double[] start = new double[structure.parameterCount()];
        boolean sameBaseline = old.baseline().equals(structure.baseline());
        if (sameBaseline) {
            System.arraycopy(from.parameters, 0, start, 0, old.harmonicStart());
        }
        copy(
                from.parameters,
                old.harmonicStart(),
                2 * old.harmonics(),
                start,
                structure.harmonicStart(),
                2 * structure.harmonics());
        copy(
                from.parameters,
                old.phaseStart(),
                old.phaseDegree(),
                start,
                structure.phaseStart(),
                structure.phaseDegree());
        copy(
                from.parameters,
                old.envelopeStart(),
                old.envelopeDegree(),
                start,
                structure.envelopeStart(),
                structure.envelopeDegree());
        if (!sameBaseline || old.harmonics() != structure.harmonics()) {
            linearStart(structure, start, from.noise);
        }
        return solve(structure, start, from.noise, iterations);
    }

    /** Alternates between the noise and the model until the noise no longer changes much. */
    ModelFit settle(ModelFit fit) {
        ModelFit current = fit;
        for (int round = 0; round < 3; round++) {
            NoiseModel noise = NoiseModel.estimate(record, current.residuals);
            boolean same =
                    noise.isWhite() == current.noise.isWhite() && (noise.isWhite() || close(noise, current.noise));
            if (same) {
                return current;
            }
            current = solve(current.structure, current.parameters, noise, 6);
        }
        return current;
    }

    /**
     * The same fit with the covariance of White (Econometrica 48, 817, 1980): a waveform with a jump leaves residuals where
     * it jumps, just where the phase is measured, and a single noise variance would promise too much. The samples at the
     * jump also have the largest leverage, so that the fit bends to them; each residual is divided by one minus its leverage
     * (MacKinnon and White, J. Econometrics 29, 305, 1985, HC3).
     */
    ModelFit withRobustCovariance(ModelFit fit) {
        int n = record.size();
        int p = fit.structure.parameterCount();
        Design design = new Design(fit.structure, fit.noise);
        design.fill(fit.parameters);
        NormalEquations equations = design.equations();
        double[][] columns = design.whitenedColumns();
        double[] whitened = design.target;
        DMatrixRMaj inverse = new DMatrixRMaj(p, p, true, equations.inverse());
        DMatrixRMaj scores = new DMatrixRMaj(n, p);
        double[] row = new double[p];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < p; j++) {
                row[j] = columns[j][i];
            }
            double leverage = 0;
            for (int a = 0; a < p; a++) {
                double sum = 0;
                for (int b = 0; b < p; b++) {
                    sum += inverse.unsafe_get(a, b) * row[b];
                }
                leverage += sum * row[a];
            }
            double residual = whitened[i] / Math.max(SMALLEST_FREEDOM, 1 - leverage);
            for (int j = 0; j < p; j++) {
                scores.unsafe_set(i, j, row[j] * residual);
            }
        }
        DMatrixRMaj middle = new DMatrixRMaj(p, p);
        CommonOps_DDRM.multTransA(scores, scores, middle);
        DMatrixRMaj half = new DMatrixRMaj(p, p);
        DMatrixRMaj covariance = new DMatrixRMaj(p, p);
        CommonOps_DDRM.mult(inverse, middle, half);
        CommonOps_DDRM.mult(half, inverse, covariance);
        return new ModelFit(
                this,
                fit.structure,
                fit.noise,
                fit.parameters,
                covariance.getData(),
                fit.residuals,
                fit.whitenedSum,
                fit.logDeterminant,
                cyclesFreedom(fit.structure, inverse, scores));
    }

    /**
     * Effective number of the samples that tell the number of periods (Kish, Survey Sampling, 1965, section 11.7, with what
     * each adds to its variance for a weight).
     */
    private static double cyclesFreedom(ModelStructure structure, DMatrixRMaj inverse, DMatrixRMaj scores) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < scores.numRows; i++) {
            double change = 0;
            for (int k = 0; k < structure.phaseDegree(); k += 2) {
                int parameter = structure.phaseStart() + k;
                for (int j = 0; j < scores.numCols; j++) {
                    change += inverse.unsafe_get(parameter, j) * scores.unsafe_get(i, j);
                }
            }
            double variance = change * change;
            sum += variance;
            squares += variance * variance;
        }
        return sum * sum / Math.max(squares, 1e-300);
    }

    /** Covariance of the parameters of a fit, row by row, scaled by its noise variance. */
    double[] covariance(ModelFit fit) {
        Design design = new Design(fit.structure, fit.noise);
        design.fill(fit.parameters);
        double[] covariance = design.equations().inverse();
        double scale = fit.whitenedSum / Math.max(1, fit.degreesOfFreedom());
        for (int j = 0; j < covariance.length; j++) {
            covariance[j] *= scale;
        }
        return covariance;
    }

    private static boolean close(NoiseModel a, NoiseModel b) {
        return a.clock() == b.clock()
                && Math.abs(a.correlatedShare() - b.correlatedShare()) < 0.02
                && Math.abs(Math.log(a.correlationLength() / b.correlationLength())) < 0.05;
    }

    private static void copy(double[] from, int fromAt, int fromCount, double[] to, int toAt, int toCount) {
        System.arraycopy(from, fromAt, to, toAt, Math.min(fromCount, toCount));
    }

    private void linearStart(ModelStructure structure, double[] parameters, NoiseModel noise) {
        ModelStructure linear = structure.withOscillation(structure.harmonics(), 0, 0);
        Design design = new Design(linear, noise);
        double[] none = new double[structure.parameterCount()];
        System.arraycopy(
                parameters, structure.phaseStart(), none, structure.phaseStart(), none.length - structure.phaseStart());
        design.fill(structure, none);
        double[] solution = design.equations().solve(0);
        System.arraycopy(solution, 0, parameters, 0, solution.length);
    }

    private ModelFit solve(ModelStructure structure, double[] start, NoiseModel noise, int iterations) {
        double[] parameters = start.clone();
        Design now = new Design(structure, noise);
        Design spare = new Design(structure, noise);
        double sum = now.fill(parameters);
        double damping = 0;
        boolean linear = structure.harmonics() == 0;
        boolean moving = true;
        for (int iteration = 0; iteration < iterations && moving; iteration++) {
            NormalEquations equations = now.equations();
            double before = sum;
            moving = false;
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                double[] step = equations.solve(damping);
                double[] next = new double[step.length];
                for (int j = 0; j < next.length; j++) {
                    next[j] = parameters[j] + step[j];
                }
                double nextSum = spare.fill(next);
                if (nextSum <= sum * (1 + 1e-12)) {
                    Design old = now;
                    now = spare;
                    spare = old;
                    parameters = next;
                    sum = nextSum;
                    damping /= 10;
                    moving = before - sum > CONVERGED * sum && !linear;
                    break;
                }
                damping = Math.max(1e-3, damping * 10);
            }
        }
        return new ModelFit(this, structure, noise, parameters, now.residuals, sum, now.base.whitener.logDeterminant());
    }

    private record DesignKey(BaselineStructure baseline, NoiseModel noise) {}

    /** The part of the design that no iteration changes: terms of the baseline, whitened, and their products. */
    private static final class BaselineDesign {
        final Whitener whitener;
        final double[][] raw;
        final double[][] whitened;
        final double[] products;

        BaselineDesign(Whitener whitener, double[][] raw, double[][] whitened, double[] products) {
            this.whitener = whitener;
            this.raw = raw;
            this.whitened = whitened;
            this.products = products;
        }
    }

    private BaselineDesign baselineDesign(BaselineStructure baseline, NoiseModel noise) {
        return designs.computeIfAbsent(new DesignKey(baseline, noise), key -> {
            double[][] raw = baseline.columns(record.x);
            int p = raw.length;
            double[][] whitened = new double[p][];
            for (int j = 0; j < p; j++) {
                whitened[j] = raw[j].clone();
            }
            Whitener whitener = noise.whitener(record);
            whitener.applyToColumns(whitened);
            double[] products = new double[p * p];
            Products.of(whitened, whitened, p, products);
            return new BaselineDesign(whitener, raw, whitened, products);
        });
    }

    /** Residuals and derivatives of the model value with respect to every parameter, a column for each. */
    private final class Design {
        final ModelStructure structure;
        final BaselineDesign base;
        /** Derivatives with respect to harmonics, phase and envelope; the last column is the target. */
        final double[][] columns;

        final double[] target;
        final double[] residuals;

        Design(ModelStructure structure, NoiseModel noise) {
            int n = record.size();
            this.structure = structure;
            this.base = baselineDesign(structure.baseline(), noise);
            int oscillating = structure.parameterCount() - structure.baseline().size();
            this.columns = new double[oscillating + 1][n];
            this.target = columns[oscillating];
            this.residuals = new double[n];
        }

        /** At given parameters; returns the whitened sum of squares of the residuals. */
        double fill(double[] parameters) {
            return fill(structure, parameters);
        }

        /** The parameters may be those of a structure with more phase and envelope terms. */
        double fill(ModelStructure full, double[] parameters) {
            int n = residuals.length;
            System.arraycopy(record.y, 0, residuals, 0, n);
            for (int j = 0; j < base.raw.length; j++) {
                subtract(base.raw[j], parameters[j], residuals);
            }
            if (full.harmonics() > 0) {
                fillOscillation(full, parameters);
            }
            return base.whitener.sumOfSquares(residuals);
        }

        private void fillOscillation(ModelStructure full, double[] parameters) {
            int n = residuals.length;
            double[] phase = record.series(
                    0, Arrays.copyOfRange(parameters, full.phaseStart(), full.phaseStart() + full.phaseDegree()));
            double[] envelope = record.series(
                    1,
                    Arrays.copyOfRange(parameters, full.envelopeStart(), full.envelopeStart() + full.envelopeDegree()));
            double[] slopes = new double[n];
            double[] waves = new double[n];
            int harmonics = full.harmonics();
            int harmonicStart = full.harmonicStart();
            for (int i = 0; i < n; i++) {
                double cos1 = Math.cos(phase[i]);
                double sin1 = Math.sin(phase[i]);
                double size = envelope[i];
                double cos = 1;
                double sin = 0;
                double waveform = 0;
                double slope = 0;
                for (int h = 1; h <= harmonics; h++) {
                    double nextCos = cos * cos1 - sin * sin1;
                    sin = sin * cos1 + cos * sin1;
                    cos = nextCos;
                    columns[2 * h - 2][i] = size * cos;
                    columns[2 * h - 1][i] = size * sin;
                    double even = parameters[harmonicStart + 2 * h - 2];
                    double odd = parameters[harmonicStart + 2 * h - 1];
                    waveform += even * cos + odd * sin;
                    slope += h * (odd * cos - even * sin);
                }
                residuals[i] -= size * waveform;
                slopes[i] = size * slope;
                waves[i] = waveform;
            }
            for (int k = 0; k < structure.phaseDegree(); k++) {
                multiply(record.legendre[k], slopes, columns[2 * harmonics + k]);
            }
            for (int k = 0; k < structure.envelopeDegree(); k++) {
                multiply(record.legendre[k], waves, columns[2 * harmonics + structure.phaseDegree() + k]);
            }
        }

        /** Whitens the columns, which are then spent, and multiplies them. */
        NormalEquations equations() {
            int p = structure.parameterCount();
            int b = base.raw.length;
            System.arraycopy(residuals, 0, target, 0, target.length);
            base.whitener.applyToColumns(columns);
            double[] matrix = new double[p * p];
            double[] gradient = new double[p];
            for (int i = 0; i < b; i++) {
                System.arraycopy(base.products, i * b, matrix, i * p, b);
            }
            int width = p - b + 1;
            double[] cross = new double[b * width];
            Products.of(base.whitened, columns, width, cross);
            double[] square = new double[width * width];
            Products.of(columns, columns, width, square);
            for (int i = 0; i < p; i++) {
                double[] products = i < b ? cross : square;
                int row = (i < b ? i : i - b) * width;
                System.arraycopy(products, row, matrix, i * p + b, width - 1);
                gradient[i] = products[row + width - 1];
            }
            return new NormalEquations(p, matrix, gradient);
        }

        /** All derivatives after {@link #equations()}. */
        double[][] whitenedColumns() {
            double[][] all = new double[structure.parameterCount()][];
            int b = base.whitened.length;
            System.arraycopy(base.whitened, 0, all, 0, b);
            System.arraycopy(columns, 0, all, b, all.length - b);
            return all;
        }
    }

    private static void subtract(double[] column, double factor, double[] from) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= factor * column[i];
        }
    }

    private static void multiply(double[] a, double[] b, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] * b[i];
        }
    }
}
