package io.github.spinodal.core.fit;

import java.util.Arrays;

/**
 * Finds trial steps inside a box with the affine scaling of Coleman and Li (SIAM J. Optim. 6, 1996, 418): a variable that
 * descends towards a finite bound is measured by the square root of its distance to it, so that the trust region flattens
 * along the bound and iterates stay inside until they converge onto it. Without finite bounds ahead the step is the plain
 * one.
 */
final class StepFinder {
    private final int n;
    private final BoxStep box;
    /** Distance to the bound ahead over the reference, or 1 where no bound is ahead. */
    private final double[] distance;

    private final boolean[] ahead;
    private final double[] stacked;
    private final double[] stackedRight;
    private final double[] hatR;
    private final double[] hatGradient;
    private final double[] hatLow;
    private final double[] hatHigh;
    private boolean anyAhead;

    /** The step in scaled variables. */
    final double[] step;
    /** Which components the box cut short. */
    final boolean[] limited;
    /** Expected decrease of the squared residual norm. */
    double predictedReduction;
    /** Whether the radius did not limit the step. */
    boolean gaussNewton;
    /** Length of the step in the norm of the radius. */
    double length;

    StepFinder(int n) {
        this.n = n;
        box = new BoxStep(n);
        step = box.step;
        limited = box.limited;
        distance = new double[n];
        ahead = new boolean[n];
        stacked = new double[2 * n * n];
        stackedRight = new double[2 * n];
        hatR = new double[n * n];
        hatGradient = new double[n];
        hatLow = new double[n];
        hatHigh = new double[n];
    }

    /**
     * Notes the distances to the bounds ahead.
     *
     * @param gapLow distance to the lower bounds in scaled variables, negative, infinite where there is none
     * @param gapHigh distance to the upper bounds in scaled variables, positive, infinite where there is none
     * @param reference residual norm that fixes the unit of the distances
     */
    void look(double[] gradient, boolean[] held, double[] gapLow, double[] gapHigh, double reference) {
        anyAhead = false;
        for (int j = 0; j < n; j++) {
            double gap = gradient[j] > 0 ? -gapLow[j] : gradient[j] < 0 ? gapHigh[j] : Double.POSITIVE_INFINITY;
            ahead[j] = !held[j] && gap > 0 && gap < Double.POSITIVE_INFINITY;
            distance[j] = ahead[j] ? gap / reference : 1;
            anyAhead |= ahead[j];
        }
    }

    /** The Gauss-Newton step within the box, without radius or affine scaling. */
    void gaussNewton(double[] r, double[] c, double[] gradient, boolean[] held, double[] low, double[] high) {
        box.solve(r, c, gradient, held, low, high, Double.POSITIVE_INFINITY);
        take();
    }

    /** The step within the box and the radius. The plain Gauss-Newton step must be the current one. */
    void restricted(
            double[] r,
            double[] c,
            double[] gradient,
            boolean[] held,
            double[] low,
            double[] high,
            double reference,
            double radius) {
        if (anyAhead) {
            affine(r, c, gradient, held, low, high, reference, radius);
        } else if (!gaussNewton || length > (1 + BoxStep.RADIUS_TOLERANCE) * radius) {
            box.solve(r, c, gradient, held, low, high, radius);
            take();
        }
    }

    private void take() {
        predictedReduction = box.predictedReduction;
        gaussNewton = box.gaussNewton;
        length = Columns.norm(step, 0, n);
    }

    private void affine(
            double[] r,
            double[] c,
            double[] gradient,
            boolean[] held,
            double[] low,
            double[] high,
            double reference,
            double radius) {
        Arrays.fill(stacked, 0);
        Arrays.fill(stackedRight, 0);
        for (int j = 0; j < n; j++) {
            double root = Math.sqrt(distance[j]);
            for (int i = 0; i <= j; i++) {
                stacked[j * 2 * n + i] = r[j * n + i] * root;
            }
            // the derivative of the distance times the gradient, positive by construction
            stacked[j * 2 * n + n + j] = ahead[j] ? Math.sqrt(Math.abs(gradient[j]) / reference) : 0;
            stackedRight[j] = c[j];
            hatGradient[j] = gradient[j] * root;
            hatLow[j] = low[j] / root;
            hatHigh[j] = high[j] / root;
        }
        Columns.triangularise(stacked, 2 * n, n, stackedRight);
        for (int j = 0; j < n; j++) {
            System.arraycopy(stacked, j * 2 * n, hatR, j * n, j + 1);
        }
        box.solve(hatR, stackedRight, hatGradient, held, hatLow, hatHigh, radius);
        length = Columns.norm(step, 0, n);
        for (int j = 0; j < n; j++) {
            step[j] *= Math.sqrt(distance[j]);
        }
        predictedReduction = box.reduction(r, gradient, step);
        gaussNewton = box.gaussNewton;
    }

    /** Norm of a vector of scaled variables in the units of the radius. */
    double radiusNorm(double[] scaled) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
            sum += scaled[j] * scaled[j] / distance[j];
        }
        return Math.sqrt(sum);
    }
}
