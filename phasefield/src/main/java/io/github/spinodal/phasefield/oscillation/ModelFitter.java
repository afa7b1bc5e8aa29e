package io.github.spinodal.phasefield.oscillation;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Generalised least squares of baseline + envelope(x) * sum_h [a_h cos(h phi(x)) + b_h sin(h phi(x))] by damped
 * Gauss-Newton steps on the whitened record.
 */
final class ModelFitter {
    private static final double CONVERGED = 1e-6;
    /** Least share of a sample that its own leverage leaves free. */
    private static final double SMALLEST_FREEDOM = 0.1;

    private final PlateauRecord record;
    private final double longestCorrelation;

    ModelFitter(PlateauRecord record) {
        this.record = record;
        this.longestCorrelation = 0.5;
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
            NoiseModel noise = NoiseModel.estimate(record, current.residuals, longestCorrelation);
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
        double[] rows = new double[n * p];
        double[] residuals = new double[n];
        fill(fit.structure, fit.parameters, rows, residuals);
        Whitener whitener = fit.noise.whitener(record);
        whitener.applyToColumns(rows, p);
        whitener.apply(residuals);
        DMatrixRMaj inverse = new DMatrixRMaj(
                p, p, true, NormalEquations.of(rows, residuals, n, p).inverse());
        double[] row = new double[p];
        for (int i = 0; i < n; i++) {
            System.arraycopy(rows, i * p, row, 0, p);
            double leverage = 0;
            for (int a = 0; a < p; a++) {
                double sum = 0;
                for (int b = 0; b < p; b++) {
                    sum += inverse.unsafe_get(a, b) * row[b];
                }
                leverage += sum * row[a];
            }
            double residual = residuals[i] / Math.max(SMALLEST_FREEDOM, 1 - leverage);
            for (int j = 0; j < p; j++) {
                rows[i * p + j] = row[j] * residual;
            }
        }
        DMatrixRMaj scores = new DMatrixRMaj(n, p, true, rows);
        DMatrixRMaj middle = new DMatrixRMaj(p, p);
        CommonOps_DDRM.multTransA(scores, scores, middle);
        DMatrixRMaj half = new DMatrixRMaj(p, p);
        DMatrixRMaj covariance = new DMatrixRMaj(p, p);
        CommonOps_DDRM.mult(inverse, middle, half);
        CommonOps_DDRM.mult(half, inverse, covariance);
        return new ModelFit(
                fit.structure,
                fit.noise,
                fit.parameters,
                covariance.getData(),
                fit.residuals,
                fit.whitenedSum,
                fit.logDeterminant);
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
        int linear = structure.phaseStart();
        int n = record.size();
        double[] rows = new double[n * linear];
        double[] row = new double[structure.parameterCount()];
        for (int i = 0; i < n; i++) {
            fillRow(structure, parameters, i, row);
            System.arraycopy(row, 0, rows, i * linear, linear);
        }
        Whitener whitener = noise.whitener(record);
        whitener.applyToColumns(rows, linear);
        double[] target = record.y.clone();
        whitener.apply(target);
        NormalEquations equations = NormalEquations.of(rows, target, n, linear);
        double[] solution = equations.solve(0);
        System.arraycopy(solution, 0, parameters, 0, linear);
    }

    private ModelFit solve(ModelStructure structure, double[] start, NoiseModel noise, int iterations) {
        int n = record.size();
        int p = structure.parameterCount();
        Whitener whitener = noise.whitener(record);
        double[] parameters = start.clone();
        double[] residuals = new double[n];
        double[] rows = new double[n * p];
        fill(structure, parameters, rows, residuals);
        double sum = whitener.sumOfSquares(residuals);
        double damping = 0;
        boolean linear = structure.harmonics() == 0;
        double[] covariance = new double[0];
        for (int iteration = 0; iteration <= iterations; iteration++) {
            double[] target = residuals.clone();
            whitener.applyToColumns(rows, p);
            whitener.apply(target);
            NormalEquations equations = NormalEquations.of(rows, target, n, p);
            if (iteration == iterations) {
                covariance = equations.inverse();
                break;
            }
            boolean improved = false;
            double before = sum;
            for (int attempt = 0; attempt < 6; attempt++) {
                double[] step = equations.solve(damping);
                double[] next = new double[p];
                for (int j = 0; j < p; j++) {
                    next[j] = parameters[j] + step[j];
                }
                double[] nextResiduals = new double[n];
                fill(structure, next, rows, nextResiduals);
                double nextSum = whitener.sumOfSquares(nextResiduals);
                if (nextSum <= sum * (1 + 1e-12)) {
                    parameters = next;
                    residuals = nextResiduals;
                    sum = nextSum;
                    damping /= 10;
                    improved = true;
                    break;
                }
                damping = Math.max(1e-3, damping * 10);
            }
            boolean settled = !improved || before - sum <= CONVERGED * sum || linear;
            if (settled) {
                if (!improved) {
                    fill(structure, parameters, rows, residuals);
                }
                whitener.applyToColumns(rows, p);
                double[] last = residuals.clone();
                whitener.apply(last);
                covariance = NormalEquations.of(rows, last, n, p).inverse();
                break;
            }
        }
        double scale = sum / Math.max(1, n - p);
        for (int j = 0; j < covariance.length; j++) {
            covariance[j] *= scale;
        }
        return new ModelFit(structure, noise, parameters, covariance, residuals, sum, whitener.logDeterminant());
    }

    private void fill(ModelStructure structure, double[] parameters, double[] rows, double[] residuals) {
        int p = structure.parameterCount();
        int linear = structure.phaseStart();
        double[] row = new double[p];
        for (int i = 0; i < residuals.length; i++) {
            fillRow(structure, parameters, i, row);
            double model = 0;
            for (int j = 0; j < linear; j++) {
                model += row[j] * parameters[j];
            }
            residuals[i] = record.y[i] - model;
            System.arraycopy(row, 0, rows, i * p, p);
        }
    }

    /** The derivatives of the model value at a sample with respect to every parameter. */
    private void fillRow(ModelStructure structure, double[] parameters, int sample, double[] row) {
        double x = record.x[sample];
        structure.baseline().values(x, row);
        if (structure.harmonics() == 0) {
            return;
        }
        int phaseAt = structure.phaseStart();
        int degree = structure.phaseDegree();
        double phase = 0;
        int table = sample * PlateauRecord.DEGREES;
        double[] scratch = record.legendre;
        for (int k = 0; k < degree; k++) {
            phase += scratch[table + k] * parameters[phaseAt + k];
            row[phaseAt + k] = scratch[table + k];
        }
        int envelopeAt = structure.envelopeStart();
        int envelopeDegree = structure.envelopeDegree();
        double envelope = 1;
        for (int k = 0; k < envelopeDegree; k++) {
            envelope += scratch[table + k] * parameters[envelopeAt + k];
            row[envelopeAt + k] = scratch[table + k];
        }
        double cos1 = Math.cos(phase);
        double sin1 = Math.sin(phase);
        double cos = 1;
        double sin = 0;
        double waveform = 0;
        double slope = 0;
        for (int h = 1; h <= structure.harmonics(); h++) {
            double nextCos = cos * cos1 - sin * sin1;
            sin = sin * cos1 + cos * sin1;
            cos = nextCos;
            int at = structure.harmonicStart() + 2 * h - 2;
            row[at] = envelope * cos;
            row[at + 1] = envelope * sin;
            waveform += parameters[at] * cos + parameters[at + 1] * sin;
            slope += h * (parameters[at + 1] * cos - parameters[at] * sin);
        }
        for (int k = 0; k < degree; k++) {
            row[phaseAt + k] *= envelope * slope;
        }
        for (int k = 0; k < envelopeDegree; k++) {
            row[envelopeAt + k] *= waveform;
        }
    }

    /** Normal equations with unit diagonal. */
    private static final class NormalEquations {
        private final int p;
        private final double[] matrix;
        private final double[] gradient;
        private final double[] scale;

        private NormalEquations(int p, double[] matrix, double[] gradient, double[] scale) {
            this.p = p;
            this.matrix = matrix;
            this.gradient = gradient;
            this.scale = scale;
        }

        static NormalEquations of(double[] rows, double[] target, int n, int p) {
            double[] matrix = new double[p * p];
            double[] gradient = new double[p];
            double[] row = new double[p];
            for (int i = 0; i < n; i++) {
                System.arraycopy(rows, i * p, row, 0, p);
                double t = target[i];
                for (int a = 0; a < p; a++) {
                    double value = row[a];
                    gradient[a] += value * t;
                    if (value != 0) {
                        int at = a * p;
                        for (int b = a; b < p; b++) {
                            matrix[at + b] += value * row[b];
                        }
                    }
                }
            }
            double[] scale = new double[p];
            for (int a = 0; a < p; a++) {
                scale[a] = matrix[a * p + a] > 0 ? 1 / Math.sqrt(matrix[a * p + a]) : 1;
            }
            return new NormalEquations(p, matrix, gradient, scale);
        }

        private LinearSolverDense<DMatrixRMaj> factor(double damping) {
            for (double ridge = Math.max(damping, 1e-12); ; ridge = Math.max(10 * ridge, 1e-10)) {
                DMatrixRMaj scaled = new DMatrixRMaj(p, p);
                for (int a = 0; a < p; a++) {
                    for (int b = a; b < p; b++) {
                        double value = matrix[a * p + b] * scale[a] * scale[b];
                        if (a == b) {
                            value = 1 + ridge;
                        }
                        scaled.unsafe_set(a, b, value);
                        scaled.unsafe_set(b, a, value);
                    }
                }
                LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(p);
                if (solver.setA(scaled) || ridge > 1) {
                    return solver;
                }
            }
        }

        double[] solve(double damping) {
            DMatrixRMaj right = new DMatrixRMaj(p, 1);
            for (int a = 0; a < p; a++) {
                right.set(a, 0, gradient[a] * scale[a]);
            }
            DMatrixRMaj solution = new DMatrixRMaj(p, 1);
            factor(damping).solve(right, solution);
            double[] result = new double[p];
            for (int a = 0; a < p; a++) {
                result[a] = solution.get(a, 0) * scale[a];
            }
            return result;
        }

        double[] inverse() {
            DMatrixRMaj inverse = new DMatrixRMaj(p, p);
            factor(0).invert(inverse);
            double[] result = new double[p * p];
            for (int a = 0; a < p; a++) {
                for (int b = 0; b < p; b++) {
                    result[a * p + b] = inverse.get(a, b) * scale[a] * scale[b];
                }
            }
            return result;
        }
    }
}
