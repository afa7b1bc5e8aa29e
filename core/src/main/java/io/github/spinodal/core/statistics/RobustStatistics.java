package io.github.spinodal.core.statistics;

import io.github.spinodal.core.Require;
import java.util.Arrays;

/**
 * Location and scale that outliers cannot spoil. Scales are made consistent with the standard deviation of normal data.
 */
public final class RobustStatistics {
    /** 1/Phi^-1(3/4): turns the median absolute deviation of normal data into their standard deviation. */
    private static final double NORMAL_CONSISTENCY = 1.482602218505602;

    private static final double CONVERGED = 1e-12;
    private static final int MAXIMUM_ITERATIONS = 200;

    private RobustStatistics() {}

    /**
     * The median.
     *
     * @param values at least one finite value; not modified
     * @return the middle value, or the mean of the two middle ones, in the unit of the values
     * @throws io.github.spinodal.core.InvalidValueException if there is no value or one is not finite
     */
    public static double median(double... values) {
        double[] sorted = checked(values);
        Arrays.sort(sorted);
        return medianOfSorted(sorted);
    }

    /**
     * A sample quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan, Am. Stat. 50, 1996,
     * 361).
     *
     * @param probability in [0, 1]
     * @param values at least one finite value; not modified
     * @return the quantile in the unit of the values
     * @throws io.github.spinodal.core.InvalidValueException if an argument is invalid
     */
    public static double quantile(double probability, double... values) {
        Require.within("probability", probability, 0, 1);
        double[] sorted = checked(values);
        Arrays.sort(sorted);
        double position = probability * (sorted.length - 1);
        int below = Math.min((int) position, Math.max(sorted.length - 2, 0));
        double share = position - below;
        return share == 0 ? sorted[below] : sorted[below] + share * (sorted[below + 1] - sorted[below]);
    }

    /**
     * Standard deviation by the median absolute deviation from the median, 1.4826 MAD.
     *
     * @param values at least one finite value; not modified
     * @return scale in the unit of the values, not negative
     * @throws io.github.spinodal.core.InvalidValueException if there is no value or one is not finite
     */
    public static double medianAbsoluteDeviation(double... values) {
        double[] deviations = checked(values);
        double centre = median(values);
        for (int i = 0; i < deviations.length; i++) {
            deviations[i] = Math.abs(deviations[i] - centre);
        }
        Arrays.sort(deviations);
        return NORMAL_CONSISTENCY * medianOfSorted(deviations);
    }

    /**
     * Standard deviation of white noise on a smooth signal, from the median absolute first difference over sqrt 2.
     *
     * @param values at least two finite values in order; not modified
     * @return scale in the unit of the values, not negative
     * @throws io.github.spinodal.core.InvalidValueException if there are too few values or one is not finite
     */
    public static double noiseOfDifferences(double... values) {
        Require.atLeast("number of values", values.length, 2);
        double[] checked = checked(values);
        double[] differences = new double[checked.length - 1];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = Math.abs(checked[i + 1] - checked[i]);
        }
        Arrays.sort(differences);
        return NORMAL_CONSISTENCY * medianOfSorted(differences) / Math.sqrt(2);
    }

    /**
     * Huber's M-estimate of location (Ann. Math. Statist. 35, 1964, 73) with the scale held at 1.4826 MAD and the threshold
     * 1.345, which is 95 % efficient for normal data.
     *
     * @param values at least one finite value; not modified
     * @return location in the unit of the values; the median if the scale is zero
     * @throws io.github.spinodal.core.InvalidValueException if there is no value or one is not finite
     */
    public static double huberLocation(double... values) {
        double limit = 1.345 * medianAbsoluteDeviation(values);
        return iterate(values, limit, u -> u <= 1 ? 1 : 1 / u);
    }

    /**
     * Tukey's biweight estimate of location with the scale held at 1.4826 MAD and the threshold 4.685, which is 95 %
     * efficient for normal data. Values farther out have no influence at all.
     *
     * @param values at least one finite value; not modified
     * @return location in the unit of the values; the median if the scale is zero
     * @throws io.github.spinodal.core.InvalidValueException if there is no value or one is not finite
     */
    public static double biweightLocation(double... values) {
        double limit = 4.685 * medianAbsoluteDeviation(values);
        return iterate(values, limit, u -> u >= 1 ? 0 : (1 - u * u) * (1 - u * u));
    }

    @FunctionalInterface
    private interface Weight {
        double of(double distanceOverLimit);
    }

    private static double iterate(double[] values, double limit, Weight weight) {
        double location = median(values);
        if (limit == 0) {
            return location;
        }
        for (int iteration = 0; iteration < MAXIMUM_ITERATIONS; iteration++) {
            double sum = 0;
            double weights = 0;
            for (double v : values) {
                double w = weight.of(Math.abs(v - location) / limit);
                // relative to the location, so that a large offset costs no digits
                sum += w * (v - location);
                weights += w;
            }
            double change = sum / weights;
            location += change;
            if (Math.abs(change) <= CONVERGED * limit) {
                break;
            }
        }
        return location;
    }

    private static double medianOfSorted(double[] sorted) {
        int middle = sorted.length / 2;
        // half the sum would overflow for the largest numbers
        return sorted.length % 2 == 1 ? sorted[middle] : 0.5 * sorted[middle - 1] + 0.5 * sorted[middle];
    }

    private static double[] checked(double[] values) {
        Require.atLeast("number of values", values.length, 1);
        return Require.finiteCopy("values", values);
    }
}
