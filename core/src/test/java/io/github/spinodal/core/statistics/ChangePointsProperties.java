package io.github.spinodal.core.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.stat.regression.SimpleRegression;

class ChangePointsProperties {
    private static double[] ramp(int n) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = 5000 + 0.5 * i;
        }
        return x;
    }

    private static double direct(double[] x, double[] y, int from, int to, SegmentShape shape) {
        if (shape == SegmentShape.LINE) {
            SimpleRegression regression = new SimpleRegression();
            for (int i = from; i < to; i++) {
                regression.addData(x[i], y[i]);
            }
            return to - from < 3 ? 0 : regression.getSumSquaredErrors();
        }
        double mean = 0;
        for (int i = from; i < to; i++) {
            mean += y[i] / (to - from);
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (y[i] - mean) * (y[i] - mean);
        }
        return sum;
    }

    /** All ways to cut into k segments. */
    private static double enumerate(double[] x, double[] y, SegmentShape shape, int from, int k, int shortest) {
        int n = y.length;
        if (k == 1) {
            return n - from >= shortest ? direct(x, y, from, n, shape) : Double.POSITIVE_INFINITY;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int to = from + shortest; to < n; to++) {
            best = Math.min(best, direct(x, y, from, to, shape) + enumerate(x, y, shape, to, k - 1, shortest));
        }
        return best;
    }

    @Property(tries = 60, seed = "20260101")
    void equalsExhaustiveEnumeration(
            @ForAll SegmentShape shape,
            @ForAll @IntRange(min = 6, max = 14) int n,
            @ForAll @IntRange(min = 2, max = 3) int shortest,
            @ForAll @IntRange(min = 0, max = 100000) int seed) {
        double[] x = ramp(n);
        double[] y = new Random(seed).doubles(n).map(v -> 100 + v).toArray();
        List<Segmentation> all = ChangePoints.exact(x, y, shape, 4, shortest);
        assertEquals(Math.min(4, n / shortest), all.size());
        for (Segmentation s : all) {
            double expected = enumerate(x, y, shape, 0, s.segmentCount(), shortest);
            assertEquals(expected, s.sumOfSquares(), 1e-9, s.toString());
            for (int k = 0; k < s.segmentCount(); k++) {
                assertTrue(s.end(k) - s.start(k) >= shortest, s.toString());
            }
            assertEquals(n, s.end(s.segmentCount() - 1));
            assertEquals(0, s.start(0));
        }
    }

    @Example
    void theCoarseSearchFindsTheExactOptimum() {
        int equal = 0;
        int trials = 100;
        for (int t = 0; t < trials; t++) {
            Random random = new Random(t);
            int n = 600 + random.nextInt(300);
            double[] x = ramp(n);
            double[] y = new double[n];
            int first = 100 + random.nextInt(150);
            int second = first + 40 + random.nextInt(250);
            for (int i = 0; i < n; i++) {
                double line = i < first ? 0 : i < second ? -0.05 * (i - first) + 2 : 0.1 * (i - second) - 6;
                y[i] = line + random.nextGaussian();
            }
            List<Segmentation> exact = ChangePoints.exact(x, y, SegmentShape.LINE, 3, 8);
            List<Segmentation> fast = ChangePoints.search(x, y, SegmentShape.LINE, 3, 8);
            assertEquals(exact.size(), fast.size());
            double ratio = fast.get(2).sumOfSquares() / exact.get(2).sumOfSquares();
            assertTrue(ratio < 1.01 && ratio > 1 - 1e-9, "trial " + t + ": " + ratio);
            equal += exact.get(2).equals(fast.get(2)) ? 1 : 0;
        }
        assertTrue(equal >= 97, equal + " of " + trials);
    }

    @Example
    void exactLinesAreRecovered() {
        int n = 40;
        double[] x = ramp(n);
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = i < 15 ? 2 : 7 - 0.3 * (x[i] - 5000);
        }
        Segmentation s = ChangePoints.best(x, y, SegmentShape.LINE, 4, 3, n);
        assertArrayEquals(new int[] {15}, s.changePoints());
        assertEquals(0, s.slope(0), 1e-9);
        assertEquals(-0.3, s.slope(1), 1e-9);
        assertEquals(2, s.intercept(0), 1e-6);
        assertEquals(7 + 0.3 * 5000, s.intercept(1), 1e-6);
        Segmentation constant =
                ChangePoints.exact(x, y, SegmentShape.CONSTANT, 1, 1).get(0);
        assertEquals(0, constant.slope(0));
        assertTrue(constant.toString().startsWith("1 segments (constant)"), constant::toString);
        assertEquals(
                constant, ChangePoints.search(x, y, SegmentShape.CONSTANT, 1, 1).get(0));
        assertEquals(
                constant.hashCode(),
                ChangePoints.search(x, y, SegmentShape.CONSTANT, 1, 1).get(0).hashCode());
    }

    @Example
    void theCriterionFollowsItsFormula() {
        double[] y = {0, 1, 0, 1, 5, 6, 5, 6};
        Segmentation two =
                ChangePoints.exact(ramp(8), y, SegmentShape.CONSTANT, 2, 2).get(1);
        assertEquals(2, two.sumOfSquares(), 1e-12);
        assertEquals(4 * Math.log(0.25) + 3 * Math.log(4), two.bic(4), 1e-12);
        assertThrows(InvalidValueException.class, () -> two.bic(0));
    }

    @Example
    void pureNoiseIsNotCut() {
        int cut = 0;
        for (int t = 0; t < 60; t++) {
            Random random = new Random(t);
            double[] y = random.doubles(300).map(u -> random.nextGaussian()).toArray();
            cut += ChangePoints.best(ramp(300), y, SegmentShape.LINE, 3, 10, 300)
                                    .segmentCount()
                            > 1
                    ? 1
                    : 0;
        }
        assertTrue(cut <= 6, cut + " of 60 cut");
    }

    @Example
    void rejectsNonsense() {
        double[] x = {1, 2, 3};
        double[] y = {1, 2, 3};
        assertThrows(
                InvalidValueException.class,
                () -> ChangePoints.exact(new double[] {1, 1, 2}, y, SegmentShape.LINE, 2, 2));
        assertThrows(
                InvalidValueException.class, () -> ChangePoints.exact(new double[] {1, 2}, y, SegmentShape.LINE, 2, 2));
        assertThrows(InvalidValueException.class, () -> ChangePoints.exact(x, y, SegmentShape.LINE, 0, 2));
        assertThrows(InvalidValueException.class, () -> ChangePoints.exact(x, y, SegmentShape.LINE, 2, 1));
        assertThrows(InvalidValueException.class, () -> ChangePoints.search(x, y, SegmentShape.LINE, 2, 4));
        assertThrows(
                InvalidValueException.class,
                () -> ChangePoints.exact(x, new double[] {1, Double.NaN, 2}, SegmentShape.LINE, 2, 2));
    }
}
