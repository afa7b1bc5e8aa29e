package io.github.spinodal.sfmm.map;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.ScanMap;
import io.github.spinodal.core.statistics.RobustStatistics;
import java.io.Serializable;
import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Which of two maps is more homogeneous: the mean absolute deviation from the map's median (Brown and Forsythe, 1974),
 * compared by Welch's test with the effective number of independent pixels of each map, so that correlated pixels do not count
 * as evidence.
 *
 * @param firstDeviation mean absolute deviation of the first map from its median, in the unit of the maps
 * @param secondDeviation that of the second map
 * @param pValue two-sided probability of so large a difference between equally homogeneous maps
 * @param verdict what follows at the 5 % level
 */
public record HomogeneityComparison(double firstDeviation, double secondDeviation, double pValue, Verdict verdict)
        implements Serializable {
    private static final double LEVEL = 0.05;

    /** What a comparison finds. */
    public enum Verdict {
        /** The first map is more homogeneous. */
        FIRST_MORE_HOMOGENEOUS,
        /** The second map is more homogeneous. */
        SECOND_MORE_HOMOGENEOUS,
        /** The maps do not differ by more than chance. */
        NO_DIFFERENCE_FOUND
    }

    /**
     * Compares two maps.
     *
     * @param first a map, at least 8 by 8 pixels
     * @param second a map of the same unit, at least 8 by 8 pixels
     * @return the comparison
     * @throws InvalidValueException if the units differ, or a map is smaller, or has fewer than four independent pixels
     */
    public static HomogeneityComparison of(ScanMap first, ScanMap second) {
        if (!first.unit().equals(second.unit())) {
            throw new InvalidValueException(
                    "unit of the second map",
                    "\"" + second.unit() + "\"",
                    "that of the first, \"" + first.unit() + "\"");
        }
        Deviations one = Deviations.of(first);
        Deviations two = Deviations.of(second);
        double p = welch(one, two);
        Verdict verdict = p > LEVEL
                ? Verdict.NO_DIFFERENCE_FOUND
                : one.mean() < two.mean() ? Verdict.FIRST_MORE_HOMOGENEOUS : Verdict.SECOND_MORE_HOMOGENEOUS;
        return new HomogeneityComparison(one.mean(), two.mean(), p, verdict);
    }

    /** Two-sided probability (Welch, 1947), with degrees of freedom after Satterthwaite. */
    private static double welch(Deviations one, Deviations two) {
        double a = one.variance() / one.effectiveSize();
        double b = two.variance() / two.effectiveSize();
        double difference = Math.abs(one.mean() - two.mean());
        if (a + b == 0) {
            return difference == 0 ? 1 : 0;
        }
        double freedom = (a + b) * (a + b) / (a * a / (one.effectiveSize() - 1) + b * b / (two.effectiveSize() - 1));
        return 2 * new TDistribution(null, freedom).cumulativeProbability(-difference / Math.sqrt(a + b));
    }

    /** Absolute deviations of the pixels from the median of their map. */
    private record Deviations(double mean, double variance, double effectiveSize) {
        static Deviations of(ScanMap map) {
            Require.atLeast("number of columns", map.nx(), 8);
            Require.atLeast("number of rows", map.ny(), 8);
            Require.atLeast("number of pixels present", map.size() - map.missingCount(), 16);
            double median = RobustStatistics.median(map.presentValues());
            ScanMap deviations = map.map(map.quantity(), map.unit(), v -> Math.abs(v - median));
            double[] values = deviations.presentValues();
            double mean = Arrays.stream(values).average().orElseThrow();
            double variance =
                    Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
            double size = variance > 0 ? SpatialCorrelation.of(deviations).effectiveSize() : values.length;
            return new Deviations(mean, variance, Require.within("number of independent pixels", size, 4, 1e18));
        }
    }
}
