package io.github.spinodal.core.statistics;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;

/** Correlated noise: how many of n values count as independent. */
public final class Autocorrelation {
    /** The window ends where it is this many times the correlation time it encloses. */
    private static final double WINDOW = 5;

    private Autocorrelation() {}

    /**
     * Autocorrelation at one lag, with the biased normalisation sum_i d_i d_(i+lag) / sum_i d_i^2, d being the deviations
     * from the mean.
     *
     * @param lag lag in samples, in [0, n)
     * @param values at least two finite values in order, not all equal; not modified
     * @return autocorrelation in [-1, 1]
     * @throws InvalidValueException if an argument is invalid
     */
    public static double atLag(int lag, double... values) {
        double[] deviations = deviations(values);
        Require.atLeast("lag", lag, 0);
        if (lag >= values.length) {
            throw new InvalidValueException("lag", Integer.toString(lag), "below the number of values");
        }
        return product(deviations, lag) / product(deviations, 0);
    }

    /**
     * The integrated autocorrelation time 1 + 2 sum rho(k), with the self-consistent window of Sokal (Monte Carlo Methods
     * in Statistical Mechanics, 1996): the sum stops at the first lag of at least five times its own value.
     *
     * @param values at least two finite values in order, not all equal; not modified
     * @return correlation time in samples, at least 1: white noise gives about 1, AR(1) noise (1 + phi)/(1 - phi)
     * @throws InvalidValueException if there are too few values, all are equal, or one is not finite
     */
    public static double integratedTime(double... values) {
        double[] deviations = deviations(values);
        double variance = product(deviations, 0);
        double time = 1;
        for (int lag = 1; lag < deviations.length; lag++) {
            time += 2 * product(deviations, lag) / variance;
            if (lag >= WINDOW * time) {
                break;
            }
        }
        return Math.max(time, 1);
    }

    /**
     * The number of independent values that would determine the mean as well, n over the integrated time.
     *
     * @param values at least two finite values in order, not all equal; not modified
     * @return effective sample size in (0, n]
     * @throws InvalidValueException if there are too few values, all are equal, or one is not finite
     */
    public static double effectiveSampleSize(double... values) {
        return values.length / integratedTime(values);
    }

    /**
     * The coefficient phi of x_i = phi x_(i-1) + white noise, the autocorrelation at lag one corrected for its bias, (n rho
     * + 1)/(n - 4) (Marriott and Pope, Biometrika 41, 1954, 390; mean estimated).
     *
     * @param values at least eight finite values in order, not all equal; not modified
     * @return phi in [-1, 1]
     * @throws InvalidValueException if there are too few values, all are equal, or one is not finite
     */
    public static double firstOrderCoefficient(double... values) {
        int n = Require.atLeast("number of values", values.length, 8);
        double corrected = (n * atLag(1, values) + 1) / (n - 4);
        return Math.max(-1, Math.min(1, corrected));
    }

    static double[] deviations(double[] values) {
        Require.atLeast("number of values", values.length, 2);
        double[] deviations = Require.finiteCopy("values", values);
        double first = deviations[0];
        double mean = 0;
        boolean constant = true;
        for (int i = 0; i < deviations.length; i++) {
            constant &= deviations[i] == first;
            mean += (deviations[i] - first) / deviations.length;
        }
        if (constant) {
            throw new InvalidValueException("values", first, "not all equal");
        }
        for (int i = 0; i < deviations.length; i++) {
            deviations[i] = deviations[i] - first - mean;
        }
        return deviations;
    }

    static double product(double[] d, int lag) {
        double sum = 0;
        for (int i = 0; i + lag < d.length; i++) {
            sum += d[i] * d[i + lag];
        }
        return sum;
    }
}
