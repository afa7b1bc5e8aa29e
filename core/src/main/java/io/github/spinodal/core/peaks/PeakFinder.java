package io.github.spinodal.core.peaks;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.statistics.RobustStatistics;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds peaks by matched filters: at every point and for a ladder of widths, a Gaussian on a straight line is fitted to the
 * neighbourhood; where its height exceeds its standard error by the threshold and by more than at any neighbouring point
 * and width, there is a peak.
 */
public final class PeakFinder implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double FOUR_LN_2 = 4 * Math.log(2);
    private static final double WIDTH_RATIO = Math.sqrt(2);
    /** Half length of the neighbourhood in widths. */
    private static final double REACH = 1.5;

    private final double threshold;
    private final double smallestWidth;
    private final double largestWidth;

    private PeakFinder(double threshold, double smallestWidth, double largestWidth) {
        this.threshold = threshold;
        this.smallestWidth = smallestWidth;
        this.largestWidth = largestWidth;
    }

    /**
     * Looks for peaks of at least five standard errors.
     *
     * @param smallestWidth smallest full width at half maximum to look for, positive, in the unit of x
     * @param largestWidth largest full width at half maximum to look for, not below the smallest, in the unit of x
     * @return the finder
     * @throws InvalidValueException if a width is invalid
     */
    public static PeakFinder between(double smallestWidth, double largestWidth) {
        Require.positive("smallest width", smallestWidth);
        Require.within("largest width", largestWidth, smallestWidth, Double.MAX_VALUE);
        return new PeakFinder(5, smallestWidth, largestWidth);
    }

    /**
     * Sets the threshold. Of pure noise of n points about n times 4e-7 pass five, n times 3e-5 pass four standard errors.
     *
     * @param standardErrors height over its standard error, positive
     * @return a changed copy
     * @throws InvalidValueException if the threshold is not positive
     */
    public PeakFinder withThreshold(double standardErrors) {
        return new PeakFinder(Require.positive("threshold", standardErrors), smallestWidth, largestWidth);
    }

    /**
     * Finds peaks, the noise being taken from the differences of neighbouring points, the same everywhere.
     *
     * @param x abscissae, finite, ascending, at practically equal distances; not modified
     * @param y values, finite; not modified
     * @return peaks in ascending order, possibly none
     * @throws InvalidValueException if an argument is invalid or the values show no noise at all
     */
    public List<FoundPeak> find(double[] x, double[] y) {
        double noise = RobustStatistics.noiseOfDifferences(y);
        double[] sigma = new double[y.length];
        java.util.Arrays.fill(sigma, Require.positive("noise between neighbouring points", noise));
        return find(x, y, sigma);
    }

    /**
     * Finds peaks above given noise.
     *
     * @param x abscissae, finite, ascending, at practically equal distances; not modified
     * @param y values, finite; not modified
     * @param sigma standard deviations of the values, positive; not modified
     * @return peaks in ascending order, possibly none
     * @throws InvalidValueException if an argument is invalid
     */
    public List<FoundPeak> find(double[] x, double[] y, double[] sigma) {
        Require.sameLength("x", x.length, "y", y.length);
        Require.sameLength("x", x.length, "sigma", sigma.length);
        Require.atLeast("number of points", x.length, 8);
        Require.finiteCopy("x", x);
        Require.finiteCopy("y", y);
        double step = (x[x.length - 1] - x[0]) / (x.length - 1);
        for (int i = 0; i < x.length; i++) {
            Require.positive("sigma[" + i + "]", sigma[i]);
            if (i > 0 && !(x[i] > x[i - 1] && x[i] - x[i - 1] < 3 * step)) {
                throw new InvalidValueException("x[" + i + "]", x[i], "above its neighbour by about " + step);
            }
        }
        List<double[]> heights = new ArrayList<>();
        List<double[]> significances = new ArrayList<>();
        List<Double> widths = new ArrayList<>();
        for (double w = smallestWidth; w <= largestWidth * (1 + 1e-9); w *= WIDTH_RATIO) {
            double[] height = new double[x.length];
            double[] significance = new double[x.length];
            filter(y, sigma, w / step, height, significance);
            heights.add(height);
            significances.add(significance);
            widths.add(w);
        }
        List<FoundPeak> found = new ArrayList<>();
        for (int k = 0; k < widths.size(); k++) {
            for (int i = 0; i < x.length; i++) {
                double z = significances.get(k)[i];
                if (z >= threshold && isLargest(significances, k, i)) {
                    found.add(new FoundPeak(x[i], widths.get(k), heights.get(k)[i], z, i));
                }
            }
        }
        return withoutDoubles(found);
    }

    /** Height of a Gaussian with free straight line in a window around every point, and the height over its error. */
    private static void filter(double[] y, double[] sigma, double width, double[] height, double[] significance) {
        int reach = Math.max(3, (int) Math.ceil(REACH * width));
        int n = y.length;
        for (int i = 0; i < n; i++) {
            int from = Math.max(0, i - reach);
            int to = Math.min(n - 1, i + reach);
            if (i - from < 0.5 * width || to - i < 0.5 * width) {
                continue;
            }
            // weighted sums for the basis 1, t, g
            double s1 = 0;
            double st = 0;
            double stt = 0;
            double sg = 0;
            double stg = 0;
            double sgg = 0;
            double sy = 0;
            double sty = 0;
            double sgy = 0;
            for (int j = from; j <= to; j++) {
                double t = (j - i) / width;
                double g = Math.exp(-FOUR_LN_2 * t * t);
                double w = 1 / (sigma[j] * sigma[j]);
                double v = y[j] - y[i];
                s1 += w;
                st += w * t;
                stt += w * t * t;
                sg += w * g;
                stg += w * t * g;
                sgg += w * g * g;
                sy += w * v;
                sty += w * t * v;
                sgy += w * g * v;
            }
            // eliminate constant and slope from the Gaussian and from the data
            double ttc = stt - st * st / s1;
            double tgc = stg - st * sg / s1;
            double tyc = sty - st * sy / s1;
            double gg = sgg - sg * sg / s1 - tgc * tgc / ttc;
            double gy = sgy - sg * sy / s1 - tgc * tyc / ttc;
            if (gg > 0) {
                height[i] = gy / gg;
                significance[i] = gy / Math.sqrt(gg);
            }
        }
    }

    private static boolean isLargest(List<double[]> significances, int k, int i) {
        double z = significances.get(k)[i];
        for (int l = Math.max(0, k - 1); l <= Math.min(significances.size() - 1, k + 1); l++) {
            double[] row = significances.get(l);
            for (int j = Math.max(0, i - 1); j <= Math.min(row.length - 1, i + 1); j++) {
                boolean earlier = l < k || (l == k && j < i);
                if (earlier ? row[j] >= z : row[j] > z) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Keeps the most significant of those that lie within half a width of each other. */
    private static List<FoundPeak> withoutDoubles(List<FoundPeak> found) {
        found.sort(Comparator.comparingDouble(FoundPeak::significance).reversed());
        List<FoundPeak> kept = new ArrayList<>();
        for (FoundPeak peak : found) {
            boolean alone = kept.stream()
                    .allMatch(other -> Math.abs(other.centre() - peak.centre())
                            > 0.6 * Math.max(other.width(), Math.min(peak.width(), 2 * other.width())));
            if (alone) {
                kept.add(peak);
            }
        }
        kept.sort(Comparator.comparingDouble(FoundPeak::centre));
        return List.copyOf(kept);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PeakFinder that
                && Double.compare(threshold, that.threshold) == 0
                && Double.compare(smallestWidth, that.smallestWidth) == 0
                && Double.compare(largestWidth, that.largestWidth) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(threshold, smallestWidth, largestWidth);
    }

    @Override
    public String toString() {
        return "PeakFinder[threshold " + threshold + ", smallestWidth " + smallestWidth + ", largestWidth "
                + largestWidth + "]";
    }
}
