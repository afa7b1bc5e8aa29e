package io.github.spinodal.sfmm.map;

import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.ScanMap;
import io.github.spinodal.core.statistics.RobustStatistics;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Shannon's entropy of the distribution of a map's values: 0 for a constant map, larger the more evenly the values spread
 * over their classes. Classes have the width 2 IQR N^(-1/3) (Freedman and Diaconis, 1981); the bias of few counts is
 * corrected by (K-1)/(2N) (Miller, 1955), K being the number of occupied classes.
 *
 * @param nats the corrected entropy (nat)
 * @param classWidth width of a class, in the unit of the map, 0 for a constant map
 * @param occupiedClasses number of classes that hold a value
 */
public record MapEntropy(double nats, double classWidth, int occupiedClasses) implements Serializable {
    private static final int MOST_CLASSES = 1 << 16;

    /**
     * The entropy of a map, with classes of the width that fits it.
     *
     * @param map the map, at least one pixel present
     * @return the entropy
     * @throws io.github.spinodal.core.InvalidValueException if no pixel is present
     */
    public static MapEntropy of(ScanMap map) {
        double[] values = map.presentValues();
        Require.atLeast("number of pixels present", values.length, 1);
        double range = RobustStatistics.quantile(1, values) - RobustStatistics.quantile(0, values);
        if (range == 0) {
            return new MapEntropy(0, 0, 1);
        }
        double quartiles = RobustStatistics.quantile(0.75, values) - RobustStatistics.quantile(0.25, values);
        double width = 2 * (quartiles > 0 ? quartiles : range) / Math.cbrt(values.length);
        return of(map, Math.max(width, range / MOST_CLASSES));
    }

    /**
     * The entropy of a map with classes of a given width, for maps that are to be compared.
     *
     * @param map the map, at least one pixel present
     * @param classWidth width of a class, in the unit of the map, positive, at least 1/65536 of the range
     * @return the entropy
     * @throws io.github.spinodal.core.InvalidValueException if no pixel is present or the width is out of range
     */
    public static MapEntropy of(ScanMap map, double classWidth) {
        double[] values = map.presentValues();
        Require.atLeast("number of pixels present", values.length, 1);
        Require.positive("width of a class", classWidth);
        double low = Arrays.stream(values).min().orElseThrow();
        double classes = Math.floor((Arrays.stream(values).max().orElseThrow() - low) / classWidth) + 1;
        Require.within("number of classes", classes, 1, MOST_CLASSES + 1.0);
        int[] counts = new int[(int) classes];
        for (double value : values) {
            counts[(int) ((value - low) / classWidth)]++;
        }
        double entropy = 0;
        int occupied = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / values.length;
                entropy -= share * Math.log(share);
                occupied++;
            }
        }
        return new MapEntropy(entropy + (occupied - 1) / (2.0 * values.length), classWidth, occupied);
    }
}
