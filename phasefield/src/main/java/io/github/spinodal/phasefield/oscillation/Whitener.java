package io.github.spinodal.phasefield.oscillation;

/** Turns coloured noise into white noise of unit variance: the innovations of the Kalman filter of the noise model. */
final class Whitener {
    /** A sixteenth of the step over which correlation is gone to rounding. */
    private static final double LONGEST_STEP = 2;
    /** What is left of a change (mV) that makes no difference any more. */
    private static final double NEGLIGIBLE = 1e-6;

    private final double[] decay;
    private final double[] gain;
    private final double[] scale;
    private final double logDeterminant;
    private final boolean identity;

    private Whitener(double[] decay, double[] gain, double[] scale, double logDeterminant, boolean identity) {
        this.decay = decay;
        this.gain = gain;
        this.scale = scale;
        this.logDeterminant = logDeterminant;
        this.identity = identity;
    }

    static Whitener of(NoiseModel noise, double[] x) {
        int n = x.length;
        if (noise.isWhite()) {
            return new Whitener(new double[0], new double[0], new double[0], 0, true);
        }
        double[] decay = new double[n];
        double[] gain = new double[n];
        double[] scale = new double[n];
        double share = noise.correlatedShare();
        double predicted = share;
        double product = 1;
        double logDeterminant = 0;
        double lastStep = -1;
        double lastDecay = 0;
        boolean steady = false;
        for (int i = 0; i < n; i++) {
            if (i > 0) {
                double step = x[i] - x[i - 1];
                if (Math.abs(step - lastStep) > 1e-9 * step) {
                    lastStep = step;
                    lastDecay = Math.exp(-step / noise.correlationLength());
                    steady = false;
                }
                decay[i] = lastDecay;
                if (steady) {
                    gain[i] = gain[i - 1];
                    scale[i] = scale[i - 1];
                    continue;
                }
                double before = predicted;
                predicted = lastDecay * lastDecay * predicted * (1 - gain[i - 1]) + share * (1 - lastDecay * lastDecay);
                steady = Math.abs(predicted - before) < 1e-14;
            }
            double innovation = predicted + 1 - share;
            gain[i] = predicted / innovation;
            scale[i] = 1 / Math.sqrt(innovation);
        }
        for (int i = 0; i < n; i++) {
            product *= scale[i];
            if (product > 1e100 || i == n - 1) {
                logDeterminant -= 2 * Math.log(product);
                product = 1;
            }
        }
        return new Whitener(decay, gain, scale, logDeterminant, false);
    }

    /**
     * Minus twice the log-likelihood of values under this noise at its best scale, up to a constant: what the filter gives,
     * without keeping its coefficients, since a search for the likeliest noise asks this most. The predicted variance is
     * carried as a fraction, whose recursion is linear: no step waits for a division.
     */
    static double deviance(NoiseModel noise, double[] x, double[] values) {
        int n = values.length;
        double share = noise.correlatedShare();
        double white = 1 - share;
        double[] decay = new double[n];
        decays(x, 1 / noise.correlationLength(), decay);
        double numerator = share;
        double denominator = 1;
        double logDeterminant = 0;
        double sum = 0;
        double state = 0;
        for (int i = 0; i < n; i++) {
            double total = numerator + white * denominator;
            double inverse = 1 / total;
            double gain = numerator * inverse;
            double raw = values[i] - state;
            sum += raw * raw * (denominator * inverse);
            double next = i + 1 < n ? decay[i + 1] : 1;
            state = next * (1 - gain) * state + next * gain * values[i];
            double square = next * next;
            numerator = square * white * numerator + share * (1 - square) * total;
            denominator = total;
            if (denominator < 1e-100) {
                logDeterminant += Math.log(denominator);
                numerator /= denominator;
                denominator = 1;
            }
        }
        return n * Math.log(sum / n) + logDeterminant + Math.log(denominator);
    }

    /** exp(-step * rate) for every step as the 16th power of a series: within 1e-12, in a loop without a call. */
    private static void decays(double[] x, double rate, double[] out) {
        int n = x.length;
        double scale = -rate / 16;
        for (int i = 1; i < n; i++) {
            out[i] = Math.max(-LONGEST_STEP, (x[i] - x[i - 1]) * scale);
        }
        for (int i = 0; i < n; i++) {
            double z = out[i];
            double e = 1.0 / 3628800;
            e = e * z + 1.0 / 362880;
            e = e * z + 1.0 / 40320;
            e = e * z + 1.0 / 5040;
            e = e * z + 1.0 / 720;
            e = e * z + 1.0 / 120;
            e = e * z + 1.0 / 24;
            e = e * z + 1.0 / 6;
            e = e * z + 0.5;
            e = e * z + 1;
            e = e * z + 1;
            double e2 = e * e;
            double e4 = e2 * e2;
            double e8 = e4 * e4;
            out[i] = e8 * e8;
        }
    }

    double logDeterminant() {
        return logDeterminant;
    }

    double sumOfSquares(double[] values) {
        double sum = 0;
        double state = 0;
        for (int i = 0; i < values.length; i++) {
            double innovation = values[i];
            if (!identity) {
                state *= decay[i];
                double raw = values[i] - state;
                innovation = raw * scale[i];
                state += gain[i] * raw;
            }
            sum += innovation * innovation;
        }
        return sum;
    }

    /** What the sum of squares of whitened values gains by a change that is zero before a sample and after another. */
    double addedSquares(double[] change, double[] whitened, int from, int to) {
        double sum = 0;
        double state = 0;
        for (int i = from; i < change.length && (i <= to || Math.abs(state) > NEGLIGIBLE); i++) {
            double innovation = change[i];
            if (!identity) {
                state *= decay[i];
                double raw = change[i] - state;
                innovation = raw * scale[i];
                state += gain[i] * raw;
            }
            sum += innovation * (innovation + 2 * whitened[i]);
        }
        return sum;
    }

    void apply(double[] values) {
        if (identity) {
            return;
        }
        double state = 0;
        for (int i = 0; i < values.length; i++) {
            state *= decay[i];
            double raw = values[i] - state;
            state += gain[i] * raw;
            values[i] = raw * scale[i];
        }
    }

    /** Whitens every column, four at a time, so that none waits for the other's last step. */
    void applyToColumns(double[][] columns) {
        if (identity) {
            return;
        }
        int last = columns.length - 1;
        for (int j = 0; j <= last; j += 4) {
            if (j + 3 <= last) {
                applyToFour(columns[j], columns[j + 1], columns[j + 2], columns[j + 3]);
            } else {
                for (int k = j; k <= last; k++) {
                    apply(columns[k]);
                }
            }
        }
    }

    private void applyToFour(double[] a, double[] b, double[] c, double[] d) {
        double stateA = 0;
        double stateB = 0;
        double stateC = 0;
        double stateD = 0;
        for (int i = 0; i < scale.length; i++) {
            double kept = decay[i];
            double gained = gain[i];
            double scaled = scale[i];
            stateA *= kept;
            stateB *= kept;
            stateC *= kept;
            stateD *= kept;
            double rawA = a[i] - stateA;
            double rawB = b[i] - stateB;
            double rawC = c[i] - stateC;
            double rawD = d[i] - stateD;
            stateA += gained * rawA;
            stateB += gained * rawB;
            stateC += gained * rawC;
            stateD += gained * rawD;
            a[i] = rawA * scaled;
            b[i] = rawB * scaled;
            c[i] = rawC * scaled;
            d[i] = rawD * scaled;
        }
    }
}
