package io.github.spinodal.phasefield.oscillation;

/**
 * The Kalman filter of white noise and noise so smooth that it has a slope: a Matern process of smoothness 3/2 or 5/2, whose
 * spectrum falls with frequency from the beginning (Hartikainen and Särkkä, IEEE Workshop on Machine Learning for Signal
 * Processing, 379, 2010, section 4.1). The state is the process and its derivatives in units of its rate.
 */
final class SmoothNoiseFilter implements Innovations {
    /** Companion matrices plus one: a nilpotent part, in which the exponential ends after the square. */
    private static final double[][][] NILPOTENT = {{{1, 1}, {-1, -1}}, {{1, 1, 0}, {0, 1, 1}, {-1, -3, -2}}};

    private static final double[][][] STATIONARY = {
        {{1, 0}, {0, 1}}, {{1, 0, -1.0 / 3}, {0, 1.0 / 3, 0}, {-1.0 / 3, 0, 1}}
    };

    private final int order;
    private final int n;
    /** Row by row what a sample's state takes from the one before, for every sample. */
    private final double[] transition;

    private final double[] gain;
    private final double[] scale;
    private final double logDeterminant;

    /**
     * Prepares a filter.
     *
     * @param order number of states: 2 for smoothness 3/2, 3 for 5/2
     * @param share share of the variance that is smooth, in (0, 1)
     * @param length stretch of x over which it is correlated
     * @param x increasing coordinates
     */
    SmoothNoiseFilter(int order, double share, double length, double[] x) {
        this.order = order;
        this.n = x.length;
        this.transition = new double[n * order * order];
        this.gain = new double[n * order];
        this.scale = new double[n];
        this.logDeterminant = run(share, Math.sqrt(2 * order - 1) / length, x);
    }

    private double run(double share, double rate, double[] x) {
        int p = order;
        double[][] nilpotent = NILPOTENT[p - 2];
        double[][] square = product(nilpotent, nilpotent);
        double[][] stationary = STATIONARY[p - 2];
        double[][] covariance = new double[p][p];
        for (int a = 0; a < p; a++) {
            for (int b = 0; b < p; b++) {
                covariance[a][b] = share * stationary[a][b];
            }
        }
        double[][] half = new double[p][p];
        double lastStep = -1;
        double logarithm = 0;
        double determinant = 1;
        for (int i = 0; i < n; i++) {
            int at = i * p * p;
            if (i > 0) {
                double step = rate * (x[i] - x[i - 1]);
                boolean same = Math.abs(step - lastStep) <= 1e-9 * step;
                lastStep = step;
                double kept = same ? 0 : Math.exp(-step);
                for (int a = 0; a < p; a++) {
                    for (int b = 0; b < p; b++) {
                        int k = at + a * p + b;
                        double one = a == b ? 1 : 0;
                        transition[k] = same
                                ? transition[k - p * p]
                                : kept * (one + nilpotent[a][b] * step + square[a][b] * step * step / 2);
                    }
                }
                predict(covariance, stationary, share, half, at);
            }
            double total = covariance[0][0] + 1 - share;
            scale[i] = 1 / Math.sqrt(total);
            determinant *= total;
            if (determinant < 1e-100) {
                logarithm += Math.log(determinant);
                determinant = 1;
            }
            for (int a = 0; a < p; a++) {
                gain[i * p + a] = covariance[a][0] / total;
            }
            for (int a = 0; a < p; a++) {
                for (int b = 0; b <= a; b++) {
                    covariance[a][b] -= gain[i * p + a] * gain[i * p + b] * total;
                    covariance[b][a] = covariance[a][b];
                }
            }
        }
        return logarithm + Math.log(determinant);
    }

    /** The covariance at the next sample: what is left of its distance from the stationary one. */
    private void predict(double[][] covariance, double[][] stationary, double share, double[][] half, int at) {
        int p = order;
        for (int a = 0; a < p; a++) {
            for (int b = 0; b < p; b++) {
                double sum = 0;
                for (int k = 0; k < p; k++) {
                    sum += transition[at + a * p + k] * (covariance[k][b] - share * stationary[k][b]);
                }
                half[a][b] = sum;
            }
        }
        for (int a = 0; a < p; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = share * stationary[a][b];
                for (int k = 0; k < p; k++) {
                    sum += half[a][k] * transition[at + b * p + k];
                }
                covariance[a][b] = sum;
                covariance[b][a] = sum;
            }
        }
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] product = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                for (int k = 0; k < a.length; k++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    @Override
    public double logDeterminant() {
        return logDeterminant;
    }

    @Override
    public void apply(double[] values) {
        int p = order;
        double[] state = new double[p];
        double[] next = new double[p];
        for (int i = 0; i < n; i++) {
            int at = i * p * p;
            for (int a = 0; a < p; a++) {
                double sum = 0;
                for (int k = 0; k < p; k++) {
                    sum += transition[at + a * p + k] * state[k];
                }
                next[a] = sum;
            }
            double innovation = values[i] - next[0];
            for (int a = 0; a < p; a++) {
                state[a] = next[a] + gain[i * p + a] * innovation;
            }
            values[i] = innovation * scale[i];
        }
    }
}
