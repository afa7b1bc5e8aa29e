package io.github.spinodal.core.statistics;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;

/** Tests whether residuals in their order look like independent noise, which tells a wrong model from mere noise. */
public final class ResidualTests {
    private ResidualTests() {}

    /**
     * The statistic of Durbin and Watson (Biometrika 37, 1950, 409): sum of squared differences over sum of squares.
     *
     * @param residuals at least two finite residuals in order, not all zero; not modified
     * @return statistic in [0, 4]: near 2 for independent residuals, below for runs of one sign, above for alternation
     * @throws InvalidValueException if there are too few residuals, all are zero, or one is not finite
     */
    public static double durbinWatson(double... residuals) {
        double[] r = checked(residuals, 2);
        double differences = 0;
        double squares = r[0] * r[0];
        for (int i = 1; i < r.length; i++) {
            differences += (r[i] - r[i - 1]) * (r[i] - r[i - 1]);
            squares += r[i] * r[i];
        }
        if (squares == 0) {
            throw new InvalidValueException("residuals", 0, "not all zero");
        }
        return differences / squares;
    }

    /**
     * The runs test of Wald and Wolfowitz (Ann. Math. Statist. 11, 1940, 147) on the signs, by its normal approximation.
     * Zeros are left out.
     *
     * @param residuals finite residuals in order, with at least one of each sign; not modified
     * @return standardised number of runs: below -2 says that signs persist, above 2 that they alternate
     * @throws InvalidValueException if a sign is missing or a residual is not finite
     */
    public static double runs(double... residuals) {
        double[] r = checked(residuals, 2);
        int positive = 0;
        int negative = 0;
        int runs = 0;
        double last = 0;
        for (double v : r) {
            if (v == 0) {
                continue;
            }
            positive += v > 0 ? 1 : 0;
            negative += v < 0 ? 1 : 0;
            runs += Math.signum(v) == last ? 0 : 1;
            last = Math.signum(v);
        }
        if (positive == 0 || negative == 0) {
            throw new InvalidValueException("residuals", r[0], "of both signs");
        }
        double n = positive + negative;
        double pairs = 2.0 * positive * negative;
        double mean = pairs / n + 1;
        double variance = pairs * (pairs - n) / (n * n * (n - 1));
        if (variance == 0) {
            throw new InvalidValueException("number of non-zero residuals", n, "at least three");
        }
        return (runs - mean) / Math.sqrt(variance);
    }

    /**
     * Two-sided probability that independent signs give as few or as many runs.
     *
     * @param residuals finite residuals in order, with at least one of each sign; not modified
     * @return p-value in [0, 1] by the normal approximation
     * @throws InvalidValueException if a sign is missing or a residual is not finite
     */
    public static double runsProbability(double... residuals) {
        return Erf.erfc(Math.abs(runs(residuals)) / Math.sqrt(2));
    }

    /**
     * The test of Ljung and Box (Biometrika 65, 1978, 297): probability that independent residuals have autocorrelations as
     * large up to a lag, Q = n(n + 2) sum rho_k^2/(n - k) compared with chi-square.
     *
     * @param lags number of lags, in [1, n)
     * @param fittedParameters number of parameters to take off the degrees of freedom, in [0, lags)
     * @param residuals finite residuals in order, not all equal; not modified
     * @return p-value in [0, 1]
     * @throws InvalidValueException if an argument is invalid
     */
    public static double ljungBoxProbability(int lags, int fittedParameters, double... residuals) {
        double[] d = Autocorrelation.deviations(residuals);
        int n = d.length;
        Require.atLeast("number of lags", lags, 1);
        Require.atLeast("number of fitted parameters", fittedParameters, 0);
        if (lags >= n) {
            throw new InvalidValueException("number of lags", Integer.toString(lags), "below the number of residuals");
        }
        Require.atLeast("degrees of freedom", lags - fittedParameters, 1);
        double variance = Autocorrelation.product(d, 0);
        double q = 0;
        for (int k = 1; k <= lags; k++) {
            double rho = Autocorrelation.product(d, k) / variance;
            q += rho * rho / (n - k);
        }
        q *= n * (n + 2.0);
        return Gamma.regularizedGammaQ((lags - fittedParameters) / 2.0, q / 2);
    }

    private static double[] checked(double[] residuals, int minimum) {
        Require.atLeast("number of residuals", residuals.length, minimum);
        return Require.finiteCopy("residuals", residuals);
    }
}
