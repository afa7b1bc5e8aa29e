package io.github.spinodal.sfmm.map;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.ScanMap;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The share of a surface whose value exceeds a threshold, such as the conducting share of a current map, with an interval by
 * the bootstrap over blocks that are large against the correlation length.
 *
 * @param fraction share of the pixels present, 0 to 1
 * @param lower lower end of the 95 % interval
 * @param upper upper end of the 95 % interval
 * @param threshold the threshold, in the unit of the map
 * @param blocks number of blocks that were resampled
 */
public record Coverage(double fraction, double lower, double upper, double threshold, int blocks)
        implements Serializable {
    private static final int RESAMPLES = 2000;
    private static final int CLASSES = 512;

    /**
     * The share above a threshold.
     *
     * @param map the map, at least 8 by 8 pixels
     * @param threshold the threshold, in the unit of the map
     * @param seed seed of the bootstrap
     * @return the share with its interval
     * @throws InvalidValueException if the map is too small for four independent blocks
     */
    public static Coverage above(ScanMap map, double threshold, long seed) {
        Require.finite("threshold", threshold);
        Require.atLeast("number of columns", map.nx(), 8);
        Require.atLeast("number of rows", map.ny(), 8);
        double[] present = map.presentValues();
        Require.atLeast("number of pixels present", present.length, 16);
        List<double[]> blocks = MapBlocks.of(map);
        int[] above = new int[blocks.size()];
        int[] sizes = new int[blocks.size()];
        for (int i = 0; i < above.length; i++) {
            above[i] = count(blocks.get(i), threshold);
            sizes[i] = blocks.get(i).length;
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] resampled = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            long hits = 0;
            long pixels = 0;
            for (int i = 0; i < above.length; i++) {
                int drawn = random.nextInt(above.length);
                hits += above[drawn];
                pixels += sizes[drawn];
            }
            resampled[r] = (double) hits / pixels;
        }
        Arrays.sort(resampled);
        return new Coverage(
                (double) count(present, threshold) / present.length,
                resampled[(int) (0.025 * RESAMPLES)],
                resampled[(int) (0.975 * RESAMPLES)],
                threshold,
                above.length);
    }

    private static int count(double[] values, double threshold) {
        int count = 0;
        for (double value : values) {
            count += value > threshold ? 1 : 0;
        }
        return count;
    }

    /**
     * The threshold that parts the values into two classes of the largest variance between them (Otsu, 1979).
     *
     * @param map the map, not constant
     * @return the threshold, in the unit of the map
     * @throws InvalidValueException if the map is constant or empty
     */
    public static double otsuThreshold(ScanMap map) {
        double[] values = map.presentValues();
        Require.atLeast("number of pixels present", values.length, 2);
        double low = Arrays.stream(values).min().orElseThrow();
        double high = Arrays.stream(values).max().orElseThrow();
        if (!(high > low)) {
            throw new InvalidValueException("values of the map", low, "different from one another");
        }
        double[] counts = new double[CLASSES];
        double width = (high - low) / CLASSES;
        for (double value : values) {
            counts[Math.min(CLASSES - 1, (int) ((value - low) / width))]++;
        }
        double all = 0;
        for (int i = 0; i < CLASSES; i++) {
            all += i * counts[i];
        }
        double below = 0;
        double sumBelow = 0;
        double best = -1;
        int first = 0;
        int last = 0;
        for (int i = 0; i < CLASSES - 1; i++) {
            below += counts[i];
            sumBelow += i * counts[i];
            double above = values.length - below;
            double distance = below > 0 && above > 0 ? sumBelow / below - (all - sumBelow) / above : 0;
            double between = below * above * distance * distance;
            if (between > best) {
                best = between;
                first = i;
                last = i;
            } else if (between == best) {
                last = i;
            }
        }
        return low + width * ((first + last) / 2.0 + 1);
    }
}
