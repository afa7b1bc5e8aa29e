package io.github.spinodal.phasefield.oscillation;

import java.util.Arrays;

/** Alternating extremes of a detrended record that reverse by at least a threshold. */
final class BumpFinder {
    private BumpFinder() {}

    /** Moving averages over a width in x; the width of noise that stays is taken out of the threshold's way. */
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

    static Bumps find(double[] millivolt, double thresholdMillivolt) {
        double[] heights = new double[millivolt.length];
        int heightCount = 0;
        int maxima = 0;
        double high = millivolt[0];
        double low = millivolt[0];
        double lastPeak = Double.NaN;
        int direction = 0;
        for (double value : millivolt) {
            high = Math.max(high, value);
            low = Math.min(low, value);
            if (direction >= 0 && high - value > thresholdMillivolt) {
                if (direction > 0) {
                    maxima++;
                    lastPeak = high;
                }
                low = value;
                high = value;
                direction = -1;
            } else if (direction <= 0 && value - low > thresholdMillivolt) {
                if (!Double.isNaN(lastPeak)) {
                    heights[heightCount++] = lastPeak - low;
                }
                high = value;
                low = value;
                direction = 1;
            }
        }
        double[] found = Arrays.copyOf(heights, heightCount);
        Arrays.sort(found);
        double median = heightCount == 0 ? Double.NaN : (found[(heightCount - 1) / 2] + found[heightCount / 2]) / 2;
        return new Bumps(maxima, median / 1000, thresholdMillivolt / 1000);
    }
}
