package io.github.spinodal.phasefield.oscillation;

import java.util.Arrays;

/** Alternating extremes of a detrended record that reverse by at least a threshold, which may change along the record. */
final class BumpFinder {
    private final int[] peaks;
    private final double[] heights;
    private final double medianThreshold;

    private BumpFinder(int[] peaks, double[] heights, double medianThreshold) {
        this.peaks = peaks;
        this.heights = heights;
        this.medianThreshold = medianThreshold;
    }

    /** Moving averages over a width in x. */
    static double[] smoothed(double[] x, double[] y, double halfWidth) {
        int n = x.length;
        double[] sums = new double[n + 1];
        for (int i = 0; i < n; i++) {
            sums[i + 1] = sums[i] + y[i];
        }
        double[] smooth = new double[n];
        int from = 0;
        int to = 0;
        for (int i = 0; i < n; i++) {
            while (x[from] < x[i] - halfWidth) {
                from++;
            }
            while (to < n && x[to] <= x[i] + halfWidth) {
                to++;
            }
            smooth[i] = (sums[to] - sums[from]) / (to - from);
        }
        return smooth;
    }

    static BumpFinder of(double[] values, double[] thresholds) {
        int n = values.length;
        int[] peaks = new int[n];
        double[] heights = new double[n];
        int peakCount = 0;
        int heightCount = 0;
        int highAt = 0;
        int lowAt = 0;
        int direction = 0;
        for (int i = 0; i < n; i++) {
            if (values[i] > values[highAt]) {
                highAt = i;
            }
            if (values[i] < values[lowAt]) {
                lowAt = i;
            }
            if (direction >= 0 && values[highAt] - values[i] > thresholds[i]) {
                if (direction > 0) {
                    peaks[peakCount++] = highAt;
                }
                direction = -1;
                lowAt = i;
                highAt = i;
            } else if (direction <= 0 && values[i] - values[lowAt] > thresholds[i]) {
                if (peakCount > 0) {
                    heights[heightCount++] = values[peaks[peakCount - 1]] - values[lowAt];
                }
                direction = 1;
                lowAt = i;
                highAt = i;
            }
        }
        double[] sorted = thresholds.clone();
        Arrays.sort(sorted);
        return new BumpFinder(Arrays.copyOf(peaks, peakCount), Arrays.copyOf(heights, heightCount), sorted[n / 2]);
    }

    static BumpFinder of(double[] values, double threshold) {
        double[] thresholds = new double[values.length];
        Arrays.fill(thresholds, threshold);
        return of(values, thresholds);
    }

    /** Indices of the maxima. */
    int[] peaks() {
        return peaks;
    }

    Bumps bumps() {
        double[] found = heights.clone();
        Arrays.sort(found);
        double median = found.length == 0 ? Double.NaN : (found[(found.length - 1) / 2] + found[found.length / 2]) / 2;
        return new Bumps(peaks.length, median / 1000, medianThreshold / 1000);
    }
}
