package io.github.spinodal.core.fit;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;

/**
 * Confidence intervals by profiling: one parameter is moved away from its estimate while all others are fitted again,
 * until the objective has risen by the critical amount (Bates and Watts, Nonlinear Regression Analysis, 1988, section
 * 6.1). Such intervals may be asymmetric, end at a bound, or not end at all.
 */
public final class ProfileLikelihood {
    /** An end farther away than this many times the first step is called infinite. */
    private static final double FARTHEST = 1e8;

    private ProfileLikelihood() {}

    /**
     * The profile interval of one parameter. For a linear problem it equals the t interval.
     *
     * @param function the problem that was fitted
     * @param fit its converged fit
     * @param i index of a parameter that is neither fixed nor tied
     * @param level confidence level in (0, 1)
     * @return the interval; an end is infinite if the objective never rises enough, and equals the bound if it does not
     *     rise enough up to the bound
     * @throws InvalidValueException if the level or the index is invalid, the fit did not converge or has no degrees of
     *     freedom, or profiling finds a better minimum than that of the fit; the message then states where
     */
    public static ConfidenceInterval interval(ResidualFunction function, LeastSquaresFit fit, int i, double level) {
        Require.inside("confidence level", level, 0, 1);
        Require.sameLength(
                "parameters", fit.parameters().length, "the problem's parameters", function.parameterCount());
        if (!fit.converged()) {
            throw new InvalidValueException(
                    "stop reason of the fit", fit.stopReason().name(), "that of a converged fit");
        }
        if (!(fit.residualVariance() < Double.POSITIVE_INFINITY)) {
            throw new InvalidValueException("degrees of freedom", "0", "positive");
        }
        if (fit.settings().isFixed(i) || fit.settings().isTied(i)) {
            throw new InvalidValueException("index of the profiled parameter", Integer.toString(i), "free");
        }
        double lower = new Side(function, fit, i, level, -1).find();
        double upper = new Side(function, fit, i, level, 1).find();
        return new ConfidenceInterval(lower, upper, level);
    }

    /** One side of the interval. */
    private static final class Side {
        private final ResidualFunction function;
        private final LeastSquaresFit fit;
        private final LeastSquares conditional;
        private final int i;
        private final int direction;
        private final double quantile;
        private final double bound;
        private double[] warm;

        Side(ResidualFunction function, LeastSquaresFit fit, int i, double level, int direction) {
            this.function = function;
            this.fit = fit;
            this.i = i;
            this.direction = direction;
            conditional = fit.settings().withFixed(i);
            quantile = fit.quantile(level);
            bound = direction > 0 ? fit.settings().upper(i) : fit.settings().lower(i);
            warm = fit.parameters();
        }

        double find() {
            double best = fit.parameter(i);
            if (best == bound || fit.residualVariance() == 0) {
                return best;
            }
            double error = fit.standardError(i);
            boolean usable = error > 0 && error < Double.POSITIVE_INFINITY;
            double size = Math.abs(best);
            double first = usable ? quantile * error : 0.1 * size;
            if (!(first > 0)) {
                return direction * Double.POSITIVE_INFINITY;
            }
            // far beyond the scale of the parameter itself a linear estimate of its error means nothing
            double step = size > 0 ? Math.min(first, 10 * size) : first;
            double near = 0;
            double nearRise = 0;
            double far = clip(best, step);
            double farRise = rise(best, far);
            while (farRise < quantile) {
                if (best + direction * far == bound) {
                    return bound;
                }
                if (far > FARTHEST * Math.max(step, size)) {
                    return direction * Double.POSITIVE_INFINITY;
                }
                near = far;
                nearRise = farRise;
                double ahead = farRise > 0 ? far * Math.min(Math.max(1.05 * quantile / farRise, 1.1), 4) : 4 * far;
                far = clip(best, ahead);
                farRise = rise(best, far);
            }
            return best + direction * root(best, near, nearRise, far, farRise);
        }

        private double clip(double best, double distance) {
            double room = direction * (bound - best);
            return Math.min(distance, room);
        }

        /** Illinois variant of the false position: the signed root of the rise is nearly linear in the parameter. */
        private double root(double best, double near, double nearRise, double far, double farRise) {
            double a = near;
            double fa = nearRise - quantile;
            double b = far;
            double fb = farRise - quantile;
            int sideBefore = 0;
            for (int k = 0; k < 60; k++) {
                double c = Double.isInfinite(fb) ? 0.5 * (a + b) : (a * fb - b * fa) / (fb - fa);
                double fc = rise(best, c) - quantile;
                if (Math.abs(fc) <= 1e-9 * quantile || Math.abs(b - a) <= 1e-12 * Math.abs(c)) {
                    return c;
                }
                if (fc > 0) {
                    b = c;
                    fb = fc;
                    fa = sideBefore == 1 ? fa / 2 : fa;
                    sideBefore = 1;
                } else {
                    a = c;
                    fa = fc;
                    fb = sideBefore == -1 ? fb / 2 : fb;
                    sideBefore = -1;
                }
            }
            return b;
        }

        /** Square root of the rise of the objective in units of the residual variance. */
        private double rise(double best, double distance) {
            double[] start = warm.clone();
            start[i] = distance == direction * (bound - best) ? bound : best + direction * distance;
            LeastSquaresFit other = conditional.solve(function, start);
            warm = other.parameters();
            double rise = (other.objective() - fit.objective()) / fit.residualVariance();
            if (rise < -1e-6) {
                throw new InvalidValueException(
                        "objective of the fit",
                        fit.objective(),
                        "a minimum; with parameter " + i + " at " + start[i] + " it is " + other.objective());
            }
            return Math.sqrt(Math.max(rise, 0));
        }
    }
}
