package io.github.spinodal.core.statistics;

import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * The mean of values that differ by more than their own uncertainties: each is the common mean plus an effect of its own
 * plus its measurement error (DerSimonian and Laird, Control. Clin. Trials 7, 1986, 177).
 *
 * @param mean weighted mean in the unit of the values
 * @param standardError standard error of the mean, not negative
 * @param betweenStandardDeviation standard deviation of the true values around the mean, not negative
 * @param heterogeneity Cochran's Q, not negative; expected to be the degrees of freedom if the values agree
 * @param degreesOfFreedom number of values minus one
 */
public record RandomEffects(
        double mean, double standardError, double betweenStandardDeviation, double heterogeneity, int degreesOfFreedom)
        implements Serializable {
    /**
     * Checks the values.
     *
     * @throws io.github.spinodal.core.InvalidValueException if a value is not finite or negative where it must not be
     */
    public RandomEffects {
        Require.finite("mean", mean);
        Require.nonNegative("standard error", standardError);
        Require.nonNegative("standard deviation between", betweenStandardDeviation);
        Require.nonNegative("heterogeneity", heterogeneity);
        Require.atLeast("degrees of freedom", degreesOfFreedom, 0);
    }

    /**
     * Combines values.
     *
     * @param values at least one finite value; not modified
     * @param standardUncertainties their standard uncertainties, positive; not modified
     * @return the combination; a single value is returned as it is
     * @throws io.github.spinodal.core.InvalidValueException if there is no value, the lengths differ, a value is not finite
     *     or an uncertainty not positive
     */
    public static RandomEffects of(double[] values, double[] standardUncertainties) {
        Require.atLeast("number of values", values.length, 1);
        Require.sameLength("values", values.length, "standard uncertainties", standardUncertainties.length);
        Require.finiteCopy("values", values);
        int n = values.length;
        double[] weight = new double[n];
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            smallest = Math.min(smallest, Require.positive("standard uncertainty " + i, standardUncertainties[i]));
        }
        double sum = 0;
        double sumOfSquares = 0;
        for (int i = 0; i < n; i++) {
            // weights relative to the largest, so that units cannot overflow
            double ratio = smallest / standardUncertainties[i];
            weight[i] = ratio * ratio;
            sum += weight[i];
            sumOfSquares += weight[i] * weight[i];
        }
        double fixed = weightedMean(values, weight);
        double q = 0;
        for (int i = 0; i < n; i++) {
            double deviation = (values[i] - fixed) / standardUncertainties[i];
            q += deviation * deviation;
        }
        double spread = sum - sumOfSquares / sum;
        double between = n == 1 ? 0 : Math.max(0, (q - (n - 1)) / spread) * smallest * smallest;
        double total = 0;
        for (int i = 0; i < n; i++) {
            double u = standardUncertainties[i];
            weight[i] = smallest * smallest / (u * u + between);
            total += weight[i];
        }
        return new RandomEffects(
                weightedMean(values, weight), smallest / Math.sqrt(total), Math.sqrt(between), q, n - 1);
    }

    private static double weightedMean(double[] values, double[] weight) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weight[i] * (values[i] - values[0]);
            weights += weight[i];
        }
        return values[0] + sum / weights;
    }
}
