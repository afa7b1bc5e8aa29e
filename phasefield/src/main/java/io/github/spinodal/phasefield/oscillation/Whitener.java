package io.github.spinodal.phasefield.oscillation;

/** Turns coloured noise into white noise of unit variance: the innovations of the Kalman filter of the noise model. */
final class Whitener {
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
     * without keeping its coefficients, since a search for the likeliest noise asks this most.
     */
    static double deviance(NoiseModel noise, double[] x, double[] values) {
        int n = values.length;
        double share = noise.correlatedShare();
        double white = 1 - share;
        double rate = -1 / noise.correlationLength();
        double sum = 0;
        double product = 1;
        double logDeterminant = 0;
        double lastStep = -1;
        double decay = 0;
        double predicted = share;
        double state = 0;
        double gain = 0;
        double innovation = 1;
        double precision = 1;
        boolean steady = false;
        for (int i = 0; i < n; i++) {
            if (i > 0) {
                double step = x[i] - x[i - 1];
                if (Math.abs(step - lastStep) > 1e-9 * step) {
                    lastStep = step;
                    decay = Math.exp(step * rate);
                    steady = false;
                }
                state *= decay;
                if (!steady) {
                    double before = predicted;
                    double square = decay * decay;
                    predicted = square * predicted * (1 - gain) + share * (1 - square);
                    steady = Math.abs(predicted - before) < 1e-14;
                }
            }
            if (!steady) {
                innovation = predicted + white;
                precision = 1 / innovation;
                gain = predicted * precision;
            }
            double raw = values[i] - state;
            state += gain * raw;
            sum += raw * raw * precision;
            product *= innovation;
            if (product < 1e-100 || product > 1e100) {
                logDeterminant += Math.log(product);
                product = 1;
            }
        }
        return n * Math.log(sum / n) + logDeterminant + Math.log(product);
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

    /** Whitens every column of a matrix stored row by row. */
    void applyToColumns(double[] matrix, int columns) {
        if (identity) {
            return;
        }
        double[] state = new double[columns];
        for (int i = 0; i < scale.length; i++) {
            int row = i * columns;
            for (int j = 0; j < columns; j++) {
                double predicted = state[j] * decay[i];
                double raw = matrix[row + j] - predicted;
                state[j] = predicted + gain[i] * raw;
                matrix[row + j] = raw * scale[i];
            }
        }
    }
}
