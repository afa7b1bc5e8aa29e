package io.github.spinodal.phasefield.grain;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs one spatially resolved grain under a control, with adaptive implicit steps. Immutable: each {@code with} returns a
 * copy.
 */
public final class GrainSimulation implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double DEFAULT_TOLERANCE = 1e-6;
    private static final int DEFAULT_STEP_LIMIT = 200_000;
    private static final double FIRST_STEP_SHARE = 1e-6;
    private static final double SMALLEST_STEP_SHARE = 1e-14;
    private static final double SAFETY = 0.8;

    private final SpatialGrain grain;
    private final GrainControl control;
    private final double[] initialProfile;
    private final double tolerance;
    private final int stepLimit;

    private GrainSimulation(
            SpatialGrain grain, GrainControl control, double[] initialProfile, double tolerance, int stepLimit) {
        this.grain = grain;
        this.control = control;
        this.initialProfile = initialProfile;
        this.tolerance = tolerance;
        this.stepLimit = stepLimit;
    }

    /**
     * A simulation that starts from a uniform filling of 0.01.
     *
     * @param grain the grain
     * @param control what drives it
     * @return the simulation
     */
    public static GrainSimulation of(SpatialGrain grain, GrainControl control) {
        Objects.requireNonNull(control, "control");
        double[] profile = new double[grain.cells()];
        Arrays.fill(profile, 0.01);
        return new GrainSimulation(grain, control, profile, DEFAULT_TOLERANCE, DEFAULT_STEP_LIMIT);
    }

    /**
     * The same simulation from another uniform filling.
     *
     * @param filling filling of every cell, in (0, 1)
     * @return the simulation
     * @throws InvalidValueException if the filling is outside (0, 1)
     */
    public GrainSimulation withInitialFilling(double filling) {
        double[] profile = new double[grain.cells()];
        Arrays.fill(profile, filling);
        return withInitialProfile(profile);
    }

    /**
     * The same simulation from a profile.
     *
     * @param fillings filling of each cell from the centre (or one edge) on, in (0, 1); copied
     * @return the simulation
     * @throws InvalidValueException if there is not one filling per cell or one is outside (0, 1)
     */
    public GrainSimulation withInitialProfile(double[] fillings) {
        Require.sameLength("cells", grain.cells(), "initial profile", fillings.length);
        for (int i = 0; i < fillings.length; i++) {
            Require.inside("initial filling[" + i + "]", fillings[i], 0, 1);
        }
        return new GrainSimulation(grain, control, fillings.clone(), tolerance, stepLimit);
    }

    /**
     * The same simulation with another accuracy.
     *
     * @param relative largest error of a step, relative to the smaller of filling and vacancies in a cell, in (0, 0.1]
     * @return the simulation
     * @throws InvalidValueException if the tolerance is outside its range
     */
    public GrainSimulation withTolerance(double relative) {
        Require.within("tolerance", relative, Double.MIN_NORMAL, 0.1);
        return new GrainSimulation(grain, control, initialProfile, relative, stepLimit);
    }

    /**
     * The same simulation with another limit on its effort.
     *
     * @param steps largest number of accepted and rejected steps, at least 1
     * @return the simulation
     * @throws InvalidValueException if the limit is smaller than 1
     */
    public GrainSimulation withStepLimit(int steps) {
        return new GrainSimulation(grain, control, initialProfile, tolerance, Require.atLeast("step limit", steps, 1));
    }

    /**
     * Runs to the last of the given times and keeps the state at each.
     *
     * @param timesSecond times (s), rising, the first at or after zero
     * @return the states, up to the last time that could be reached
     * @throws InvalidValueException if there is no time or they do not rise
     */
    public GrainResult run(double[] timesSecond) {
        double[] times = Require.finiteCopy("time (s)", timesSecond);
        Require.atLeast("number of times", times.length, 1);
        for (int i = 0; i < times.length; i++) {
            if (times[i] < 0 || (i > 0 && !(times[i] > times[i - 1]))) {
                throw new InvalidValueException("time[" + i + "] (s)", times[i], "zero or positive, and rising");
            }
        }
        GrainEquations equations = new GrainEquations(grain, control);
        GrainResult.Builder result = new GrainResult.Builder(grain, control);
        StepAttempt attempt = new StepAttempt(equations);
        double[] c = initialProfile.clone();
        double t = 0;
        double end = times[times.length - 1];
        double proposed = Math.max(end * FIRST_STEP_SHARE, Double.MIN_NORMAL);
        result.start(equations.grid.mean(c));
        boolean fresh = true;
        int steps = 0;
        for (double target : times) {
            while (t < target) {
                if (steps++ >= stepLimit) {
                    return result.stopped("step limit of " + stepLimit + " reached at " + t + " s");
                }
                if (fresh) {
                    attempt.startFrom(t, c);
                }
                boolean arrives = t + proposed >= target;
                double step = arrives ? target - t : proposed;
                double[] next = attempt.to(t, c, step, tolerance);
                double error = next.length == 0 ? Double.POSITIVE_INFINITY : attempt.error();
                fresh = error <= 1;
                double factor = SAFETY * Math.pow(Math.max(error, 1e-8), -1.0 / StepAttempt.ORDER);
                if (fresh) {
                    t = arrives ? target : t + step;
                    c = result.corrected(t, next, equations.grid);
                    // A step cut short to arrive says little about the next one.
                    proposed = Math.max(arrives ? proposed : 0, step * Math.min(4, factor));
                } else {
                    proposed = step * Math.min(0.5, Math.max(0.1, factor));
                }
                if (proposed < SMALLEST_STEP_SHARE * end) {
                    return result.stopped("the step became too small at " + t + " s");
                }
            }
            result.add(t, c, equations);
        }
        return result.finished(steps);
    }

    @Override
    public String toString() {
        return "GrainSimulation[" + grain + ", " + control + ", tolerance " + tolerance + "]";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GrainSimulation that
                && Objects.equals(grain, that.grain)
                && Objects.equals(control, that.control)
                && Arrays.equals(initialProfile, that.initialProfile)
                && Double.compare(tolerance, that.tolerance) == 0
                && stepLimit == that.stepLimit;
    }

    @Override
    public int hashCode() {
        return Objects.hash(grain, control, Arrays.hashCode(initialProfile), tolerance, stepLimit);
    }
}
