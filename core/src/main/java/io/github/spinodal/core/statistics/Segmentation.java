package io.github.spinodal.core.statistics;

import io.github.spinodal.core.Require;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A signal cut into segments: where, with what sum of squares, and the line through each segment. */
public final class Segmentation implements Serializable {
    private static final long serialVersionUID = 1L;

    private final SegmentShape shape;
    private final int[] edges;
    private final double sumOfSquares;
    private final double[] intercepts;
    private final double[] slopes;

    Segmentation(SegmentShape shape, int[] edges, double sumOfSquares, SegmentSums sums) {
        this.shape = shape;
        this.edges = edges;
        this.sumOfSquares = sumOfSquares;
        int k = edges.length - 1;
        intercepts = new double[k];
        slopes = new double[k];
        for (int s = 0; s < k; s++) {
            double[] line = sums.line(edges[s], edges[s + 1]);
            intercepts[s] = line[0];
            slopes[s] = line[1];
        }
    }

    /**
     * Number of segments.
     *
     * @return number of segments, at least 1
     */
    public int segmentCount() {
        return intercepts.length;
    }

    /**
     * First index of each segment after the first.
     *
     * @return the change points, ascending, one fewer than segments
     */
    public int[] changePoints() {
        return Arrays.copyOfRange(edges, 1, edges.length - 1);
    }

    /**
     * First index of a segment.
     *
     * @param segment number of the segment, from 0
     * @return index of its first point
     */
    public int start(int segment) {
        return edges[segment];
    }

    /**
     * End of a segment.
     *
     * @param segment number of the segment, from 0
     * @return index after its last point
     */
    public int end(int segment) {
        return edges[segment + 1];
    }

    /**
     * The value of a segment's line at x = 0.
     *
     * @param segment number of the segment, from 0
     * @return intercept in the unit of y
     */
    public double intercept(int segment) {
        return intercepts[segment];
    }

    /**
     * The slope of a segment's line.
     *
     * @param segment number of the segment, from 0
     * @return slope in the unit of y per unit of x; zero for constant segments
     */
    public double slope(int segment) {
        return slopes[segment];
    }

    /**
     * Residual sum of squares.
     *
     * @return sum of squares in the squared unit of y
     */
    public double sumOfSquares() {
        return sumOfSquares;
    }

    /**
     * Schwarz's criterion n_eff ln(RSS/n) + p ln n_eff, each change point counting as one parameter.
     *
     * @param effectiveSampleSize number of independent values, positive; n for white noise
     * @return criterion, smaller is better; negative infinity if the sum of squares is zero
     * @throws io.github.spinodal.core.InvalidValueException if the size is not positive
     */
    public double bic(double effectiveSampleSize) {
        Require.positive("effective sample size", effectiveSampleSize);
        int parameters = segmentCount() * shape.parameters() + segmentCount() - 1;
        int n = edges[edges.length - 1];
        return effectiveSampleSize * Math.log(sumOfSquares / n) + parameters * Math.log(effectiveSampleSize);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Segmentation that
                && shape == that.shape
                && Arrays.equals(edges, that.edges)
                && Arrays.equals(intercepts, that.intercepts)
                && Arrays.equals(slopes, that.slopes);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(edges) + Arrays.hashCode(intercepts);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d segments (%s), change points %s, sum of squares %.6g",
                segmentCount(),
                shape.name().toLowerCase(Locale.ROOT),
                Arrays.toString(changePoints()),
                sumOfSquares);
    }
}
