package io.github.spinodal.sfmm;

import io.github.spinodal.core.data.ForceSegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Makes an approach fit to be fitted: nanometres, a strictly rising Z even from a sensor that steps or trembles, saturated
 * ends cut, jumps found and masked.
 */
final class CurvePreparation {
    private static final int LONGEST_JUMP = 3;
    private static final double JUMP_DEVIATIONS = 6;
    private static final int SATURATED_RUN = 8;
    /** Length of a dip in Z over its depth: one on a solid, somewhat more on a yielding one. */
    private static final double LONGEST_DIP = 2.5;

    private static final int BUCKETS = 128;
    /** Enough of them for one with the median to hold few sizes; what is twice the mean or more shares the last. */
    private static final double BUCKETS_A_MEAN = 64;
    /** Turns the median absolute deviation of a normal variable into its standard deviation. */
    private static final double MAD_TO_SIGMA = 1.4826022185056018;

    private CurvePreparation() {}

    /** A jump: samples [from, to) are masked. */
    record Jump(Kind kind, int from, int to) {
        enum Kind {
            SNAP_IN,
            BREAK_THROUGH
        }
    }

    /** What came out, or why nothing did. */
    // Never compared, never leaves the package.
    @SuppressWarnings("ArrayRecordComponent")
    record Prepared(
            double[][] columns, double noise, int saturated, List<Jump> jumps, List<String> notes, String refusal) {
        double[] z() {
            return columns[0];
        }

        double[] y() {
            return columns[1];
        }

        FitProblem problem() {
            double[] used = new double[z().length];
            Arrays.fill(used, 1);
            int solidFrom = z().length;
            for (Jump jump : jumps) {
                Arrays.fill(used, jump.from, jump.to, 0);
                if (jump.kind == Jump.Kind.BREAK_THROUGH) {
                    solidFrom = Math.min(solidFrom, jump.to);
                }
            }
            return new FitProblem(z(), y(), used, solidFrom, noise * noise);
        }
    }

    private static Prepared refused(String reason) {
        return new Prepared(new double[2][0], 0, 0, List.of(), List.of(), reason);
    }

    static Prepared prepare(ForceSegment segment, int minimumPoints) {
        List<String> notes = new ArrayList<>();
        if (segment.size() < minimumPoints) {
            return refused("too few points: " + segment.size() + ", at least " + minimumPoints + " are needed");
        }
        double[] z = segment.zNanometres();
        double[] y = segment.deflectionNanometres();
        if (!isStrictlyRising(z)) {
            z = smoothed(z);
            if (!isStrictlyRising(z)) {
                return refused("Z does not rise along the approach, even after smoothing");
            }
            notes.add("Z steps or trembles; it was smoothed");
        }
        double lowest = y[0];
        double highest = y[0];
        for (double d : y) {
            lowest = Math.min(lowest, d);
            highest = Math.max(highest, d);
        }
        double range = highest - lowest;
        if (!(range > 0)) {
            return refused("the deflection never changes");
        }
        int saturated = saturatedTail(y);
        if (saturated > 0) {
            notes.add(String.format(Locale.ROOT, "the last %d samples are saturated and were left out", saturated));
            z = Arrays.copyOf(z, z.length - saturated);
            y = Arrays.copyOf(y, y.length - saturated);
            if (z.length < minimumPoints) {
                return refused("too few points before the deflection saturates: " + z.length);
            }
        }
        double noise = differenceNoise(y);
        return new Prepared(new double[][] {z, y}, noise, saturated, jumps(z, y), notes, "");
    }

    static boolean isStrictlyRising(double[] z) {
        for (int i = 1; i < z.length; i++) {
            if (!(z[i] > z[i - 1])) {
                return false;
            }
        }
        return true;
    }

    /** Replaces runs of equal values by lines between their middles, then smooths by local parabolas. */
    static double[] smoothed(double[] z) {
        int n = z.length;
        int runs = 1;
        for (int i = 1; i < n; i++) {
            runs += z[i] != z[i - 1] ? 1 : 0;
        }
        double[] centre = new double[runs];
        double[] level = new double[runs];
        int start = 0;
        int k = 0;
        for (int i = 1; i <= n; i++) {
            if (i == n || z[i] != z[start]) {
                centre[k] = 0.5 * (start + i - 1);
                level[k++] = z[start];
                start = i;
            }
        }
        double[] line = z.clone();
        if (runs >= 4) {
            // The first and last run are cut short, so their middles say nothing: their neighbours' lines are extended.
            int segment = 1;
            for (int i = 0; i < n; i++) {
                while (segment < runs - 3 && i > centre[segment + 1]) {
                    segment++;
                }
                double rise = (level[segment + 1] - level[segment]) / (centre[segment + 1] - centre[segment]);
                line[i] = level[segment] + rise * (i - centre[segment]);
            }
        }
        int half = Math.min((n - 1) / 2, Math.max(8, (int) (2.5 * n / Math.max(1, runs))));
        return localParabolas(line, half);
    }

    private static double[] localParabolas(double[] v, int half) {
        int n = v.length;
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            int from = Math.max(0, Math.min(i - half, n - 1 - 2 * half));
            int to = Math.min(n - 1, from + 2 * half);
            double middle = 0.5 * (from + to);
            double count = to - from + 1;
            double s2 = 0;
            double s4 = 0;
            double t0 = 0;
            double t1 = 0;
            double t2 = 0;
            for (int j = from; j <= to; j++) {
                double x = j - middle;
                double xx = x * x;
                s2 += xx;
                s4 += xx * xx;
                t0 += v[j];
                t1 += x * v[j];
                t2 += xx * v[j];
            }
            double determinant = count * s4 - s2 * s2;
            double x = i - middle;
            double a = (s4 * t0 - s2 * t2) / determinant;
            double c = (count * t2 - s2 * t0) / determinant;
            out[i] = a + t1 / s2 * x + c * x * x;
        }
        return out;
    }

    private static int saturatedTail(double[] y) {
        int run = 1;
        while (run < y.length && y[y.length - 1 - run] == y[y.length - 1]) {
            run++;
        }
        return run >= SATURATED_RUN ? run : 0;
    }

    /**
     * Standard deviation of the white part of the noise, from the second differences, which know no slope. Where most of them
     * are zero, because the detector's steps are coarser than the noise, their root mean square stands in.
     */
    static double differenceNoise(double[] y) {
        int n = y.length - 2;
        double[] sizes = new double[n];
        double squares = 0;
        for (int i = 0; i < n; i++) {
            sizes[i] = Math.abs(y[i] - 2 * y[i + 1] + y[i + 2]);
            squares += sizes[i] * sizes[i];
        }
        double middle = middle(sizes);
        return (middle > 0 ? MAD_TO_SIGMA * middle : Math.sqrt(squares / n)) / Math.sqrt(6);
    }

    /** The middle one of sizes: counted into buckets first, so that only one bucket has to be ordered. */
    private static double middle(double[] sizes) {
        int n = sizes.length;
        double sum = 0;
        for (double size : sizes) {
            sum += size;
        }
        if (!(sum > 0)) {
            return 0;
        }
        double scale = BUCKETS_A_MEAN * n / sum;
        int[] counts = new int[BUCKETS];
        for (double size : sizes) {
            counts[(int) Math.min(BUCKETS - 1, scale * size)]++;
        }
        int bucket = 0;
        int below = 0;
        while (below + counts[bucket] <= n / 2) {
            below += counts[bucket++];
        }
        double[] within = new double[counts[bucket]];
        int count = 0;
        for (double size : sizes) {
            if ((int) Math.min(BUCKETS - 1, scale * size) == bucket) {
                within[count++] = size;
            }
        }
        return select(within, n / 2 - below);
    }

    /** The k-th smallest value, by Hoare's selection; the array is modified. */
    private static double select(double[] v, int k) {
        int low = 0;
        int high = v.length - 1;
        while (low < high) {
            double pivot = v[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (v[i] < pivot) {
                    i++;
                }
                while (v[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swap = v[i];
                    v[i++] = v[j];
                    v[j--] = swap;
                }
            }
            if (k <= j) {
                high = j;
            } else if (k >= i) {
                low = i;
            } else {
                break;
            }
        }
        return v[k];
    }

    private static List<Jump> jumps(double[] z, double[] y) {
        List<Jump> jumps = new ArrayList<>();
        double threshold = JUMP_DEVIATIONS * stepNoise(y);
        int n = y.length;
        for (int i = 0; i + LONGEST_JUMP < n; i++) {
            int width = steepest(y, i);
            double drop = y[i] - y[i + width];
            if (!(drop > threshold)) {
                continue;
            }
            double before = meanBefore(y, i);
            // A snap-in ends when the rising contact line is back at the level from which the tip jumped.
            int back = i + width;
            while (back < n && y[back] < before) {
                back++;
            }
            // A snap-in falls from the baseline, a break-through towards it.
            double baseline = extrapolated(y, i);
            if (before + y[i + width] > 2 * baseline) {
                jumps.add(new Jump(Jump.Kind.BREAK_THROUGH, i + 1, i + width + 1));
                i += width;
            } else if (back < n && z[back] - z[i] < LONGEST_DIP * drop + z[LONGEST_JUMP] - z[0]) {
                jumps.add(new Jump(Jump.Kind.SNAP_IN, i, back));
                i = back;
            }
        }
        return List.copyOf(jumps);
    }

    /** Standard deviation of the change over the longest jump, slow wander included, from changes of changes. */
    private static double stepNoise(double[] y) {
        int n = y.length - 2 * LONGEST_JUMP;
        double[] sizes = new double[n];
        for (int i = 0; i < n; i++) {
            sizes[i] = Math.abs(y[i] - 2 * y[i + LONGEST_JUMP] + y[i + 2 * LONGEST_JUMP]);
        }
        double middle = middle(sizes);
        // White noise has a ratio of sqrt(3) between the two, a random walk of sqrt(2).
        return middle > 0 ? MAD_TO_SIGMA * middle / Math.sqrt(2) : differenceNoise(y) * Math.sqrt(2);
    }

    /** The line through the samples well before one, at that sample. */
    private static double extrapolated(double[] y, int i) {
        int n = i * 4 / 5;
        if (n < 8) {
            return y[Math.max(0, i - 1)];
        }
        double middle = 0.5 * (n - 1);
        double mean = 0;
        double slope = 0;
        for (int k = 0; k < n; k++) {
            mean += y[k] / n;
            slope += (k - middle) * y[k];
        }
        slope *= 12 / (n * ((double) n * n - 1));
        return mean + slope * (i - middle);
    }

    private static int steepest(double[] y, int i) {
        int best = 1;
        for (int w = 2; w <= LONGEST_JUMP; w++) {
            if (y[i + w] < y[i + best]) {
                best = w;
            }
        }
        return best;
    }

    private static double meanBefore(double[] y, int i) {
        int from = Math.max(0, i - 16);
        double sum = 0;
        for (int k = from; k <= i; k++) {
            sum += y[k];
        }
        return sum / (i - from + 1);
    }
}
