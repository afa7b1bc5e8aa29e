package io.github.spinodal.core.fit;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bounded nonlinear least squares: minimises the sum of squared residuals, or of a robust {@link Loss} of them, over
 * parameters with bounds, fixed parameters and ties.
 *
 * <p>The method is a trust region in scaled variables (Moré, The Levenberg-Marquardt algorithm: implementation and theory,
 * 1978) with a QR decomposition of the scaled Jacobian in every step. Each parameter is measured by the largest column
 * norm of the Jacobian met so far; there is no absolute step or tolerance anywhere, so that changing a unit by a power of
 * two changes no iteration. The default stopping rule is the relative offset of Bates and Watts (1981), which states how
 * far the parameters are from the optimum in units of their own standard errors.
 *
 * <p>Instances are immutable and may be shared between threads, as long as the residual function may.
 */
public final class LeastSquares implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final LeastSquares DEFAULTS = new LeastSquares(new Settings());

    private final Settings settings;

    private LeastSquares(Settings settings) {
        this.settings = settings;
    }

    /** The configuration as one value, so that copies stay short. */
    private static final class Settings implements Serializable {
        private static final long serialVersionUID = 1L;
        private double @Nullable [] lower;
        private double @Nullable [] upper;
        private BitSet fixed = new BitSet();
        private List<Tie> ties = List.of();
        private Loss loss = Loss.squares();
        private Restart restart = Restart.WHERE_DOUBTFUL;
        private ResidualVariance variance = ResidualVariance.ESTIMATED;
        private double tolerance = 1e-8;
        private double initialRadius = 0.1;
        private int maximumEvaluations;

        private Settings copy() {
            Settings copy = new Settings();
            copy.lower = lower;
            copy.upper = upper;
            copy.fixed = fixed;
            copy.ties = ties;
            copy.loss = loss;
            copy.restart = restart;
            copy.variance = variance;
            copy.tolerance = tolerance;
            copy.initialRadius = initialRadius;
            copy.maximumEvaluations = maximumEvaluations;
            return copy;
        }
    }

    /**
     * Plain least squares without bounds.
     *
     * @return the default configuration
     */
    public static LeastSquares withDefaults() {
        return DEFAULTS;
    }

    /**
     * Sets lower bounds.
     *
     * @param lower one bound per parameter, negative infinity where there is none
     * @return a changed copy
     * @throws InvalidValueException if a bound is NaN or positive infinity
     */
    public LeastSquares withLowerBounds(double... lower) {
        for (int j = 0; j < lower.length; j++) {
            if (!(lower[j] < Double.POSITIVE_INFINITY)) {
                throw new InvalidValueException("lower bound " + j, lower[j], "a number below infinity");
            }
        }
        Settings copy = settings.copy();
        copy.lower = lower.clone();
        return new LeastSquares(copy);
    }

    /**
     * Sets upper bounds.
     *
     * @param upper one bound per parameter, infinity where there is none
     * @return a changed copy
     * @throws InvalidValueException if a bound is NaN or negative infinity
     */
    public LeastSquares withUpperBounds(double... upper) {
        for (int j = 0; j < upper.length; j++) {
            if (!(upper[j] > Double.NEGATIVE_INFINITY)) {
                throw new InvalidValueException("upper bound " + j, upper[j], "a number above -infinity");
            }
        }
        Settings copy = settings.copy();
        copy.upper = upper.clone();
        return new LeastSquares(copy);
    }

    /**
     * Keeps parameters at their start values, besides those fixed already.
     *
     * @param parameters indices, not negative
     * @return a changed copy
     * @throws InvalidValueException if an index is negative
     */
    public LeastSquares withFixed(int... parameters) {
        Settings copy = settings.copy();
        copy.fixed = (BitSet) settings.fixed.clone();
        for (int j : parameters) {
            copy.fixed.set(Require.atLeast("index of the fixed parameter", j, 0));
        }
        return new LeastSquares(copy);
    }

    /**
     * Makes one parameter follow another: target = factor * source + offset. Its start value is ignored.
     *
     * @param target index of the parameter that follows
     * @param source index of the parameter that leads, itself not tied
     * @param factor factor, finite and not zero
     * @param offset offset in the unit of the target, finite
     * @return a changed copy
     * @throws InvalidValueException if a value is invalid
     */
    public LeastSquares withTie(int target, int source, double factor, double offset) {
        Settings copy = settings.copy();
        List<Tie> ties = new ArrayList<>(settings.ties);
        ties.add(new Tie(target, source, factor, offset));
        copy.ties = List.copyOf(ties);
        return new LeastSquares(copy);
    }

    /**
     * Sets the loss.
     *
     * @param loss how residuals contribute
     * @return a changed copy
     */
    public LeastSquares withLoss(Loss loss) {
        Settings copy = settings.copy();
        copy.loss = loss;
        return new LeastSquares(copy);
    }

    /**
     * Sets whether doubtful stops are followed by a restart.
     *
     * @param restart when to restart
     * @return a changed copy
     */
    public LeastSquares withRestart(Restart restart) {
        Settings copy = settings.copy();
        copy.restart = restart;
        return new LeastSquares(copy);
    }

    /**
     * Sets what is known about the variance of the residuals.
     *
     * @param variance estimated (default) or one
     * @return a changed copy
     */
    public LeastSquares withResidualVariance(ResidualVariance variance) {
        Settings copy = settings.copy();
        copy.variance = variance;
        return new LeastSquares(copy);
    }

    /**
     * Sets the relative offset at which the iteration stops.
     *
     * @param tolerance share of the residual norm that lies in the tangent space, in (0, 1); default 1e-8
     * @return a changed copy
     * @throws InvalidValueException if the tolerance is not in (0, 1)
     */
    public LeastSquares withTolerance(double tolerance) {
        Settings copy = settings.copy();
        copy.tolerance = Require.inside("tolerance of the relative offset", tolerance, 0, 1);
        return new LeastSquares(copy);
    }

    /**
     * Sets the trust radius after a full Gauss-Newton step has failed.
     *
     * @param share in units of the scaled norm of the start values, positive; default 0.1
     * @return a changed copy
     * @throws InvalidValueException if the share is not positive
     */
    public LeastSquares withInitialRadius(double share) {
        Settings copy = settings.copy();
        copy.initialRadius = Require.positive("initial radius", share);
        return new LeastSquares(copy);
    }

    /**
     * Limits the number of evaluations.
     *
     * @param maximum at least 1; default 500 + 200 times the number of free parameters
     * @return a changed copy
     * @throws InvalidValueException if the maximum is below 1
     */
    public LeastSquares withMaximumEvaluations(int maximum) {
        Settings copy = settings.copy();
        copy.maximumEvaluations = Require.atLeast("maximum number of evaluations", maximum, 1);
        return new LeastSquares(copy);
    }

    /**
     * Minimises.
     *
     * @param function the problem; it needs at least as many residuals as free parameters
     * @param start start values of all parameters, finite and within the bounds; not modified
     * @return parameters with all diagnostics; whether they are a minimum is told by {@link LeastSquaresFit#stopReason()}
     * @throws InvalidValueException if the start is invalid, or residuals or derivatives are not finite there
     */
    public LeastSquaresFit solve(ResidualFunction function, double... start) {
        ReducedProblem problem = reduce(function, start);
        TrustRegion region = new TrustRegion(problem, this, problem.map().freeOf(start));
        region.run();
        return LeastSquaresFit.of(this, problem, region);
    }

    /**
     * Evaluates without iterating: residuals, covariance and all diagnostics at given parameters.
     *
     * @param function the problem
     * @param parameters values of all parameters, finite and within the bounds; not modified
     * @return the diagnostics, with {@link StopReason#NOT_ITERATED}
     * @throws InvalidValueException if the parameters are invalid, or residuals or derivatives are not finite there
     */
    public LeastSquaresFit evaluate(ResidualFunction function, double... parameters) {
        ReducedProblem problem = reduce(function, parameters);
        TrustRegion region = new TrustRegion(problem, this, problem.map().freeOf(parameters));
        region.evaluate();
        return LeastSquaresFit.of(this, problem, region);
    }

    private ReducedProblem reduce(ResidualFunction function, double[] start) {
        Require.sameLength("parameters", function.parameterCount(), "start", start.length);
        double[] checked = Require.finiteCopy("start", start);
        checkLength("lower bounds", settings.lower, start.length);
        checkLength("upper bounds", settings.upper, start.length);
        for (int j = 0; j < start.length; j++) {
            if (!(lower(j) <= upper(j))) {
                throw new InvalidValueException("lower bound " + j, lower(j), "at most the upper bound " + upper(j));
            }
        }
        if (settings.fixed.length() > start.length) {
            throw new InvalidValueException(
                    "index of the fixed parameter",
                    Integer.toString(settings.fixed.length() - 1),
                    "below the number of parameters " + start.length);
        }
        ParameterMap map = ParameterMap.of(this, checked);
        if (function.residualCount() < Math.max(1, map.freeCount())) {
            throw new InvalidValueException(
                    "number of residuals",
                    Integer.toString(function.residualCount()),
                    "at least the number of free parameters, " + map.freeCount());
        }
        return new ReducedProblem(function, map, settings.loss);
    }

    private static void checkLength(String name, double @Nullable [] values, int length) {
        if (values != null) {
            Require.sameLength("start", length, name, values.length);
        }
    }

    Tie[] tiesByTarget(int n) {
        Tie[] byTarget = new Tie[n];
        for (Tie tie : settings.ties) {
            int worst = Math.max(tie.target(), tie.source());
            if (worst >= n) {
                throw new InvalidValueException(
                        "index in a tie", Integer.toString(worst), "below the number of parameters " + n);
            }
            if (byTarget[tie.target()] != null || isFixed(tie.target())) {
                throw new InvalidValueException(
                        "index of the tied parameter", Integer.toString(tie.target()), "neither fixed nor tied twice");
            }
            byTarget[tie.target()] = tie;
        }
        for (Tie tie : settings.ties) {
            if (byTarget[tie.source()] != null) {
                throw new InvalidValueException(
                        "index of the leading parameter", Integer.toString(tie.source()), "itself not tied");
            }
        }
        return byTarget;
    }

    /**
     * The residual variance in use.
     *
     * @return estimated or one
     */
    public ResidualVariance residualVariance() {
        return settings.variance;
    }

    /**
     * The loss in use.
     *
     * @return the loss
     */
    public Loss loss() {
        return settings.loss;
    }

    /**
     * The lower bound of a parameter.
     *
     * @param j index of the parameter
     * @return its lower bound, negative infinity where there is none
     */
    public double lower(int j) {
        return settings.lower == null ? Double.NEGATIVE_INFINITY : settings.lower[j];
    }

    /**
     * The upper bound of a parameter.
     *
     * @param j index of the parameter
     * @return its upper bound, infinity where there is none
     */
    public double upper(int j) {
        return settings.upper == null ? Double.POSITIVE_INFINITY : settings.upper[j];
    }

    /**
     * Tells whether a parameter is fixed.
     *
     * @param j index of the parameter
     * @return whether it stays at its start value
     */
    public boolean isFixed(int j) {
        return settings.fixed.get(j);
    }

    /**
     * Tells whether a parameter follows another.
     *
     * @param j index of the parameter
     * @return whether it is the target of a tie
     */
    public boolean isTied(int j) {
        return settings.ties.stream().anyMatch(tie -> tie.target() == j);
    }

    Restart restart() {
        return settings.restart;
    }

    /**
     * The relative offset at which the iteration stops.
     *
     * @return tolerance in (0, 1)
     */
    public double tolerance() {
        return settings.tolerance;
    }

    double initialRadius() {
        return settings.initialRadius;
    }

    int maximumEvaluations(int freeCount) {
        return settings.maximumEvaluations > 0 ? settings.maximumEvaluations : 500 + 200 * freeCount;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof LeastSquares that)) {
            return false;
        }
        Settings a = settings;
        Settings b = that.settings;
        return Arrays.equals(a.lower, b.lower)
                && Arrays.equals(a.upper, b.upper)
                && a.fixed.equals(b.fixed)
                && a.ties.equals(b.ties)
                && a.loss.equals(b.loss)
                && a.restart == b.restart
                && a.variance == b.variance
                && a.tolerance == b.tolerance
                && a.initialRadius == b.initialRadius
                && a.maximumEvaluations == b.maximumEvaluations;
    }

    @Override
    public int hashCode() {
        return java.util.Objects.hash(
                Arrays.hashCode(settings.lower),
                Arrays.hashCode(settings.upper),
                settings.fixed,
                settings.ties,
                settings.loss,
                settings.tolerance);
    }

    @Override
    public String toString() {
        return "LeastSquares[loss=" + settings.loss + ", lower=" + Arrays.toString(settings.lower) + ", upper="
                + Arrays.toString(settings.upper) + ", fixed=" + settings.fixed + ", ties=" + settings.ties + "]";
    }
}
