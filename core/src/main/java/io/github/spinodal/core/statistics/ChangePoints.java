package io.github.spinodal.core.statistics;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Cuts a signal into segments with the least possible sum of squares (dynamic programming after Bai and Perron, J. Appl.
 * Econometrics 18, 2003, 1).
 */
public final class ChangePoints {
    /** Signals up to this length are always treated exactly by {@link #search}. */
    private static final int EXACT_LENGTH = 256;
    /** The grid is refined within this many coarse steps of every cut. */
    private static final int REFINEMENT_STEPS = 2;

    private ChangePoints() {}

    /**
     * The best segmentations with 1, 2, ..., up to a number of segments. Exact, with a cost of order maximum * n^2.
     *
     * @param x abscissae, finite, ascending, in any unit; not modified
     * @param y values, finite; not modified
     * @param shape shape of the segments
     * @param maximum largest number of segments, at least 1
     * @param shortest least number of points in a segment, at least 1 for constants and 2 for lines
     * @return one segmentation per number of segments, as many as fit; never empty
     * @throws InvalidValueException if an argument is invalid or the signal is shorter than one segment
     */
    public static List<Segmentation> exact(double[] x, double[] y, SegmentShape shape, int maximum, int shortest) {
        SegmentSums sums = check(x, y, shape, maximum, shortest);
        int[] grid = new int[y.length + 1];
        Arrays.setAll(grid, i -> i);
        List<Segmentation> found = new ArrayList<>();
        for (int[] edges : onGrid(sums, grid, maximum, shortest)) {
            found.add(segmentation(shape, edges, sums));
        }
        return found;
    }

    /**
     * As {@link #exact}, but long signals are cut on a coarse grid first, to which all points within two coarse steps of the
     * cuts of every segmentation are added, and again until no cut leaves them. Much faster for thousands of points; the
     * result practically always is the exact optimum.
     *
     * @param x abscissae, finite, ascending, in any unit; not modified
     * @param y values, finite; not modified
     * @param shape shape of the segments
     * @param maximum largest number of segments, at least 1
     * @param shortest least number of points in a segment, at least 1 for constants and 2 for lines
     * @return one segmentation per number of segments, as many as fit; never empty
     * @throws InvalidValueException if an argument is invalid or the signal is shorter than one segment
     */
    public static List<Segmentation> search(double[] x, double[] y, SegmentShape shape, int maximum, int shortest) {
        int n = y.length;
        if (n <= EXACT_LENGTH) {
            return exact(x, y, shape, maximum, shortest);
        }
        SegmentSums sums = check(x, y, shape, maximum, shortest);
        int step = (n + EXACT_LENGTH - 1) / EXACT_LENGTH;
        BitSet grid = new BitSet(n + 1);
        for (int i = 0; i < n; i += step) {
            grid.set(i);
        }
        grid.set(n);
        List<int[]> cuts = List.of();
        int before = 0;
        // the grid only grows, so that this ends; in practice after two or three rounds
        while (grid.cardinality() > before) {
            before = grid.cardinality();
            cuts = onGrid(sums, grid.stream().toArray(), maximum, shortest);
            for (int[] edges : cuts) {
                for (int s = 1; s < edges.length - 1; s++) {
                    int reach = REFINEMENT_STEPS * step;
                    grid.set(Math.max(0, edges[s] - reach), Math.min(n, edges[s] + reach) + 1);
                }
            }
        }
        List<Segmentation> found = new ArrayList<>();
        for (int[] edges : cuts) {
            found.add(segmentation(shape, edges, sums));
        }
        return found;
    }

    /**
     * The segmentation with the smallest criterion of Schwarz, by {@link #search}.
     *
     * @param x abscissae, finite, ascending, in any unit; not modified
     * @param y values, finite; not modified
     * @param shape shape of the segments
     * @param maximum largest number of segments, at least 1
     * @param shortest least number of points in a segment
     * @param effectiveSampleSize number of independent values, positive; n for white noise
     * @return the best segmentation
     * @throws InvalidValueException if an argument is invalid
     */
    public static Segmentation best(
            double[] x, double[] y, SegmentShape shape, int maximum, int shortest, double effectiveSampleSize) {
        List<Segmentation> all = search(x, y, shape, maximum, shortest);
        Segmentation best = all.get(0);
        for (Segmentation other : all) {
            best = other.bic(effectiveSampleSize) < best.bic(effectiveSampleSize) ? other : best;
        }
        return best;
    }

    private static SegmentSums check(double[] x, double[] y, SegmentShape shape, int maximum, int shortest) {
        Require.sameLength("x", x.length, "y", y.length);
        double[] abscissa = Require.finiteCopy("x", x);
        double[] ordinate = Require.finiteCopy("y", y);
        for (int i = 1; i < x.length; i++) {
            if (!(abscissa[i] > abscissa[i - 1])) {
                throw new InvalidValueException(
                        "x[" + i + "]", abscissa[i], "above its predecessor " + abscissa[i - 1]);
            }
        }
        Require.atLeast("maximum number of segments", maximum, 1);
        Require.atLeast("shortest segment", shortest, shape.parameters());
        Require.atLeast("number of points", y.length, shortest);
        return new SegmentSums(abscissa, ordinate, shape);
    }

    private static Segmentation segmentation(SegmentShape shape, int[] edges, SegmentSums sums) {
        double cost = 0;
        for (int s = 0; s + 1 < edges.length; s++) {
            cost += sums.cost(edges[s], edges[s + 1]);
        }
        return new Segmentation(shape, edges, cost, sums);
    }

    /** Optimal edges for every number of segments, with edges restricted to a grid that starts at 0 and ends at n. */
    private static List<int[]> onGrid(SegmentSums sums, int[] grid, int maximum, int shortest) {
        int last = grid.length - 1;
        double[] best = new double[last + 1];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        for (int j = 1; j <= last; j++) {
            best[j] = grid[j] >= shortest ? sums.cost(0, grid[j]) : Double.POSITIVE_INFINITY;
        }
        List<int[]> from = new ArrayList<>();
        List<int[]> result = new ArrayList<>();
        result.add(new int[] {0, grid[last]});
        for (int k = 2; k <= maximum; k++) {
            double[] next = new double[last + 1];
            int[] origin = new int[last + 1];
            Arrays.fill(next, Double.POSITIVE_INFINITY);
            // the last level is needed at the end point only
            for (int j = k == maximum ? last : 1; j <= last; j++) {
                for (int i = 1; i < j && grid[j] - grid[i] >= shortest; i++) {
                    if (best[i] < next[j]) {
                        double cost = best[i] + sums.cost(grid[i], grid[j]);
                        if (cost < next[j]) {
                            next[j] = cost;
                            origin[j] = i;
                        }
                    }
                }
            }
            if (next[last] == Double.POSITIVE_INFINITY) {
                break;
            }
            from.add(origin);
            int[] edges = new int[k + 1];
            edges[k] = grid[last];
            int at = last;
            for (int level = k - 2; level >= 0; level--) {
                at = from.get(level)[at];
                edges[level + 1] = grid[at];
            }
            result.add(edges);
            best = next;
        }
        return result;
    }
}
