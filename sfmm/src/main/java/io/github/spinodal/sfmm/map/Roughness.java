package io.github.spinodal.sfmm.map;

import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.ScanMap;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Height parameters of a surface (ISO 25178-2:2012, 4.1), taken about the mean of the pixels present. Form and tilt must have
 * been removed before, as {@link Levelling} does.
 *
 * @param arithmeticMean Sa, mean absolute height, in the unit of the map
 * @param rootMeanSquare Sq, in the unit of the map
 * @param skewness Ssk, 0 for a constant map
 * @param kurtosis Sku, 3 for a Gaussian surface, 0 for a constant map
 * @param highestPeak Sp, height of the highest pixel above the mean, in the unit of the map
 * @param deepestPit Sv, depth of the lowest pixel below the mean, in the unit of the map, positive
 * @param unit unit of the map
 * @param pixels number of pixels present
 */
public record Roughness(
        double arithmeticMean,
        double rootMeanSquare,
        double skewness,
        double kurtosis,
        double highestPeak,
        double deepestPit,
        String unit,
        int pixels)
        implements Serializable {
    /**
     * The height parameters of a map.
     *
     * @param map heights, at least two pixels present
     * @return the parameters
     * @throws io.github.spinodal.core.InvalidValueException if fewer than two pixels are present
     */
    public static Roughness of(ScanMap map) {
        double[] values = map.presentValues();
        Require.atLeast("number of pixels present", values.length, 2);
        double mean = Arrays.stream(values).average().orElseThrow();
        double absolute = 0;
        double second = 0;
        double highest = 0;
        double lowest = 0;
        for (double value : values) {
            double height = value - mean;
            absolute += Math.abs(height);
            second += height * height;
            highest = Math.max(highest, height);
            lowest = Math.min(lowest, height);
        }
        int n = values.length;
        double sq = Math.sqrt(second / n);
        double third = 0;
        double fourth = 0;
        for (double value : values) {
            double reduced = sq > 0 ? (value - mean) / sq : 0;
            third += reduced * reduced * reduced;
            fourth += reduced * reduced * reduced * reduced;
        }
        return new Roughness(absolute / n, sq, third / n, fourth / n, highest, 0 - lowest, map.unit(), n);
    }

    /**
     * Sz, the height of the highest peak above the deepest pit.
     *
     * @return height in the unit of the map
     */
    public double maximumHeight() {
        return highestPeak + deepestPit;
    }
}
