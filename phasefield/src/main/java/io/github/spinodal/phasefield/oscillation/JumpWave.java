package io.github.spinodal.phasefield.oscillation;

import io.github.spinodal.core.quantity.Measured;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Least squares of baseline + envelope(x) [J s(phi) + sum_h a_h cos(h phi) + b_h sin(h phi)] on the whitened record, the phase
 * and the jumps that each sample has passed being given: s falls evenly by one during a period, and rises by one where it jumps.
 */
final class JumpWave {
    /** Of squares (mV2), for records without noise. */
    private static final double SMALLEST_SUM = 1e-300;

    private final PlateauRecord record;
    private final BaselineStructure baseline;
    private final NoiseModel noise;
    private final Whitener whitener;
    private final double[] phase;
    /** Number of jumps before each sample; a share of one within a jump that takes time. */
    private final double[] passed;

    /** Share of a period that a jump takes. */
    private final double rise;

    private final int harmonics;
    /** Of the Legendre polynomials from degree one, beside one. */
    private final double[] envelope;
    /** Baseline, jump, harmonics, envelope. */
    private final double[] parameters;
    /** Row by row, scaled by the variance of the noise. */
    private final double[] covariance;
    /** Value at unit envelope (mV). */
    private final double[] wave;

    private final double[] residuals;
    private final double[] whitened;
    /** Variance of the whitened residuals. */
    private final double variance;

    private final double deviance;

    private JumpWave(
            PlateauRecord record,
            BaselineStructure baseline,
            NoiseModel noise,
            int harmonics,
            double[] phase,
            double[] passed,
            double rise,
            double[] oldEnvelope,
            double @Nullable [] oldWave) {
        this.record = record;
        this.baseline = baseline;
        this.noise = noise;
        this.harmonics = harmonics;
        this.phase = phase;
        this.passed = passed;
        this.rise = rise;
        this.whitener = noise.whitener(record);
        int n = record.size();
        double[][] terms = baseline.columns(record.x);
        double[][] shapes = shapes();
        double[] size = sizes(oldEnvelope);
        int slopes = oldWave == null ? 0 : oldEnvelope.length;
        int p = terms.length + shapes.length + slopes;
        double[][] columns = new double[p + 1][];
        for (int j = 0; j < terms.length; j++) {
            columns[j] = terms[j].clone();
        }
        for (int j = 0; j < shapes.length; j++) {
            columns[terms.length + j] = product(size, shapes[j]);
        }
        for (int k = 0; oldWave != null && k < slopes; k++) {
            columns[terms.length + shapes.length + k] = product(record.legendre[k], oldWave);
        }
        columns[p] = record.y.clone();
        whitener.applyToColumns(columns);
        NormalEquations equations = NormalEquations.of(columns);
        this.parameters = equations.solve(0);
        this.envelope = oldEnvelope.clone();
        for (int k = 0; k < slopes; k++) {
            envelope[k] += parameters[terms.length + shapes.length + k];
        }
        this.wave = new double[n];
        this.residuals = record.y.clone();
        double[] newSize = sizes(envelope);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < shapes.length; j++) {
                wave[i] += parameters[terms.length + j] * shapes[j][i];
            }
            residuals[i] -= newSize[i] * wave[i];
            for (int j = 0; j < terms.length; j++) {
                residuals[i] -= parameters[j] * terms[j][i];
            }
        }
        this.whitened = residuals.clone();
        whitener.apply(whitened);
        double sum = 0;
        for (double value : whitened) {
            sum += value * value;
        }
        this.variance = Math.max(sum, SMALLEST_SUM) / Math.max(1, n - p);
        this.deviance = n * Math.log(Math.max(sum, SMALLEST_SUM) / n) + whitener.logDeterminant();
        this.covariance = equations.inverse();
        for (int i = 0; i < covariance.length; i++) {
            covariance[i] *= variance;
        }
    }

    /** One sudden jump in every period and no harmonics, beside the baseline and in the envelope of another fit. */
    static JumpWave beside(ModelFit fit, PlateauRecord record, double[] phase) {
        double[] passed = new double[phase.length];
        Arrays.setAll(passed, i -> Math.floor(phase[i] / (2 * Math.PI)));
        return new JumpWave(record, fit.structure.baseline(), fit.noise, 0, phase, passed, 0, fit.envelope(), null);
    }

    /** Share of a jump that is over at a phase beyond its middle. */
    static double passedShare(double phase, double rise) {
        if (rise == 0) {
            return phase > 0 ? 1 : 0;
        }
        return Math.max(0, Math.min(1, 0.5 + phase / (2 * Math.PI * rise)));
    }

    /**
     * With another phase and jumps that take a share of a period.
     *
     * @param jumps the middle of each jump whose place is known; the phase has the others
     */
    JumpWave withJumps(JumpPhase newPhase, List<JumpPlace> places, double[] jumps, double newRise) {
        double[] x = record.x;
        double[] values = newPhase.values(record);
        double[] newPassed = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double next = Math.rint(values[i] / (2 * Math.PI));
            newPassed[i] = next - 1 + passedShare(values[i] - 2 * Math.PI * next, newRise);
        }
        for (int k = 0; k < jumps.length; k++) {
            double slope = newPhase.slope(jumps[k]);
            double half = Math.PI / slope;
            int number = places.get(k).number();
            for (int i = 0; i < x.length; i++) {
                if (Math.abs(x[i] - jumps[k]) < half / 2) {
                    newPassed[i] = number - 1 + passedShare((x[i] - jumps[k]) * slope, newRise);
                }
            }
        }
        return new JumpWave(record, baseline, noise, harmonics, values, newPassed, newRise, envelope, wave);
    }

    JumpWave withHarmonics(int count) {
        return new JumpWave(record, baseline, noise, count, phase, passed, rise, envelope, wave);
    }

    /** In the noise that the residuals tell. */
    JumpWave withOwnNoise() {
        NoiseModel own = NoiseModel.estimate(record, residuals);
        return new JumpWave(record, baseline, own, harmonics, phase, passed, rise, envelope, wave);
    }

    double[] passed() {
        return passed;
    }

    double rise() {
        return rise;
    }

    double[] whitened() {
        return whitened;
    }

    double variance() {
        return variance;
    }

    int harmonics() {
        return harmonics;
    }

    Whitener whitener() {
        return whitener;
    }

    /** By how much the wave jumps at each sample (mV). */
    double[] steps() {
        double[] steps = sizes(envelope);
        for (int i = 0; i < steps.length; i++) {
            steps[i] *= jump();
        }
        return steps;
    }

    double jump() {
        return parameters[baseline.size()];
    }

    /** Schwarz's criterion with as many parameters of the phase. */
    double criterion(int phaseParameters) {
        int count = parameters.length + phaseParameters + (rise > 0 ? 1 : 0) + noise.parameterCount();
        return deviance + count * Math.log(record.size());
    }

    private double[][] shapes() {
        int n = record.size();
        double[][] shapes = new double[1 + 2 * harmonics][n];
        for (int i = 0; i < n; i++) {
            shapes[0][i] = 0.5 - (phase[i] / (2 * Math.PI) - passed[i]);
            for (int h = 1; h <= harmonics; h++) {
                shapes[2 * h - 1][i] = Math.cos(h * phase[i]);
                shapes[2 * h][i] = Math.sin(h * phase[i]);
            }
        }
        return shapes;
    }

    private double[] sizes(double[] coefficients) {
        return record.series(1, coefficients);
    }

    private static double[] product(double[] a, double[] b) {
        double[] product = new double[a.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = a[i] * b[i];
        }
        return product;
    }

    /**
     * Amplitude 2 sqrt(2) rms (mV) and its standard error. Over a period the mean square of s, the share u of which rises, is
     * (1 - u)^2/12 and the mean of s sin(h phi) is sin(pi h u)/(2 pi^2 h^2 u); the part of the mean square that the uncertainty
     * of the coefficients makes is taken off.
     */
    double[] amplitude() {
        int at = baseline.size();
        int shapes = 1 + 2 * harmonics;
        int p = parameters.length;
        double[] gradient = new double[p];
        double power = 0;
        for (int i = 0; i < shapes; i++) {
            for (int j = 0; j < shapes; j++) {
                double weight = meanProduct(i, j);
                power += weight * (parameters[at + i] * parameters[at + j] - covariance[(at + i) * p + at + j]);
                gradient[at + i] += 2 * weight * parameters[at + j];
            }
        }
        double square = Bases.meanSquareBesideOne(envelope);
        for (int i = 0; i < shapes; i++) {
            gradient[at + i] *= square;
        }
        for (int k = 0; k < p - at - shapes; k++) {
            gradient[at + shapes + k] = power * 2 * envelope[k] / (2 * k + 3);
        }
        double spread = Products.variance(gradient, covariance);
        double total = Math.max(0, power * square);
        double amplitude = Math.sqrt(8 * total);
        return new double[] {
            amplitude, total > 0 ? Math.sqrt(8) * Math.sqrt(spread) / (2 * Math.sqrt(total)) : amplitude + 1
        };
    }

    /** The wave of unit envelope (mV) at a phase in [0, 2 pi), but for a constant. */
    double valueAt(double angle) {
        int at = baseline.size();
        double jumps = passedShare(angle, rise) + passedShare(angle - 2 * Math.PI, rise);
        double value = parameters[at] * (jumps - angle / (2 * Math.PI));
        for (int h = 1; h <= harmonics; h++) {
            value += parameters[at + 2 * h - 1] * Math.cos(h * angle) + parameters[at + 2 * h] * Math.sin(h * angle);
        }
        return value;
    }

    /** The shape; where within the distance of two samples it rises or falls cannot be told. */
    Waveform waveform(double cycles, int resolvedHarmonics) {
        int at = baseline.size();
        double rising = Waveform.riseShare(this::valueAt);
        double even = harmonics == 0 ? 0 : parameters[at + 1];
        double odd = 2 * parameters[at] * meanProduct(0, 2) + (harmonics == 0 ? 0 : parameters[at + 2]);
        double total = 0;
        for (int i = 0; i <= 2 * harmonics; i++) {
            for (int j = 0; j <= 2 * harmonics; j++) {
                total += meanProduct(i, j) * parameters[at + i] * parameters[at + j];
            }
        }
        double between = cycles / record.size();
        return new Waveform(
                Measured.of(rising, between / Math.sqrt(12)), resolvedHarmonics, (even * even + odd * odd) / 2 / total);
    }

    /** Mean product of two of s, cos(phi), sin(phi), cos(2 phi), ... */
    private double meanProduct(int i, int j) {
        if (i == j) {
            return i == 0 ? (1 - rise) * (1 - rise) / 12 : 0.5;
        }
        int harmonic = Math.max(i, j) / 2;
        boolean sine = Math.min(i, j) == 0 && Math.max(i, j) % 2 == 0;
        double angle = Math.PI * harmonic * rise;
        double blurred = angle == 0 ? 1 : Math.sin(angle) / angle;
        return sine ? blurred / (2 * Math.PI * harmonic) : 0;
    }
}
