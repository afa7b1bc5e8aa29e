package io.github.spinodal.core.thermo;

import java.util.function.DoubleUnaryOperator;

/** The root of a function whose sign changes between two ends: Newton's step where it stays inside, halving elsewhere. */
final class MonotoneRoot {
    private static final int MOST_STEPS = 200;

    private MonotoneRoot() {}

    /**
     * Finds the root.
     *
     * @param function negative (or zero) at {@code negative}, positive (or zero) at {@code positive}
     * @param derivative its derivative, used as a guide only
     * @param tolerance length of the last step; the step is Newton's, so the error is far smaller
     */
    static double find(
            DoubleUnaryOperator function,
            DoubleUnaryOperator derivative,
            double negative,
            double positive,
            double tolerance) {
        double below = negative;
        double above = positive;
        double x = below + (above - below) / 2;
        double widthBefore = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            double f = function.applyAsDouble(x);
            if (f == 0) {
                return x;
            }
            if (f < 0) {
                below = x;
            } else {
                above = x;
            }
            double width = Math.abs(above - below);
            double newton = x - f / derivative.applyAsDouble(x);
            boolean inside = newton > Math.min(below, above) && newton < Math.max(below, above);
            // Newton may close in from one side only; every third step the bracket must have halved, or is halved.
            boolean slow = step % 3 == 2 && width > widthBefore / 2;
            if (step % 3 == 2) {
                widthBefore = width;
            }
            double next = inside && !slow ? newton : below + (above - below) / 2;
            if (Math.abs(next - x) <= tolerance) {
                return next;
            }
            x = next;
        }
        return x;
    }
}
