package io.github.spinodal.phasefield.grain;

import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.Require;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The states of one spatially resolved grain at the times asked for. Immutable. */
public final class GrainResult implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<State> states;
    private final String stopReason;
    private final int steps;
    private final double lithiumDrift;
    private final double largestCorrection;
    private final double thermalVoltage;

    private GrainResult(
            List<State> states,
            String stopReason,
            int steps,
            double lithiumDrift,
            double largestCorrection,
            double thermalVoltage) {
        this.states = List.copyOf(states);
        this.stopReason = stopReason;
        this.steps = steps;
        this.lithiumDrift = lithiumDrift;
        this.largestCorrection = largestCorrection;
        this.thermalVoltage = thermalVoltage;
    }

    /** One state: time, mean filling, potential, free energy and profile. */
    private static final class State implements Serializable {
        private static final long serialVersionUID = 1L;

        private final double time;
        private final double filling;
        private final double driving;
        private final double freeEnergy;
        private final double[] profile;

        private State(double time, double filling, double driving, double freeEnergy, double[] profile) {
            this.time = time;
            this.filling = filling;
            this.driving = driving;
            this.freeEnergy = freeEnergy;
            this.profile = profile;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof State that
                    && Double.compare(time, that.time) == 0
                    && Double.compare(filling, that.filling) == 0
                    && Double.compare(driving, that.driving) == 0
                    && Double.compare(freeEnergy, that.freeEnergy) == 0
                    && Arrays.equals(profile, that.profile);
        }

        @Override
        public int hashCode() {
            return Objects.hash(time, filling, driving, freeEnergy, Arrays.hashCode(profile));
        }
    }

    /** Collects the states of a run. */
    static final class Builder {
        private final SpatialGrain grain;
        private final GrainControl control;
        private final List<State> states = new ArrayList<>();
        private double drift;
        private double largestCorrection;
        private double initialFilling;

        Builder(SpatialGrain grain, GrainControl control) {
            this.grain = grain;
            this.control = control;
        }

        void start(double filling) {
            initialFilling = filling;
        }

        /** Takes the round-off of a step's linear solves out of the mean filling. */
        double[] corrected(double time, double[] c, Grid grid) {
            if (control.mode() == GrainControl.Mode.POTENTIAL) {
                return c;
            }
            double correction = initialFilling + control.filledBy(time) - grid.mean(c);
            largestCorrection = Math.max(largestCorrection, Math.abs(correction));
            double[] result = c.clone();
            for (int i = 0; i < c.length; i++) {
                result[i] += correction;
            }
            return GrainEquations.isInside(result) ? result : c;
        }

        void add(double time, double[] c, GrainEquations equations) {
            double filling = equations.grid.mean(c);
            if (control.mode() == GrainControl.Mode.RATE) {
                drift = Math.max(drift, Math.abs(filling - initialFilling - control.filledBy(time)));
            }
            states.add(new State(time, filling, equations.update(time, c), equations.freeEnergy(c), c.clone()));
        }

        GrainResult finished(int steps) {
            return build("", steps);
        }

        GrainResult stopped(String reason) {
            return build(reason, -1);
        }

        private GrainResult build(String reason, int steps) {
            return new GrainResult(
                    states,
                    reason,
                    steps,
                    drift,
                    largestCorrection,
                    PhysicalConstants.thermalVoltage(grain.model().temperatureKelvin()));
        }
    }

    /**
     * Whether every time asked for was reached.
     *
     * @return true if so
     */
    public boolean isComplete() {
        return stopReason.isEmpty();
    }

    /**
     * Why the run ended early.
     *
     * @return the reason, empty if it did not
     */
    public String stopReason() {
        return stopReason;
    }

    /**
     * Number of states.
     *
     * @return the count
     */
    public int size() {
        return states.size();
    }

    /**
     * Time of a state.
     *
     * @param index index of the state, from 0
     * @return time (s)
     * @throws io.github.spinodal.core.InvalidValueException if there is no such state
     */
    public double timeSecond(int index) {
        return state(index).time;
    }

    /**
     * Mean filling of a state.
     *
     * @param index index of the state, from 0
     * @return filling, in (0, 1)
     * @throws io.github.spinodal.core.InvalidValueException if there is no such state
     */
    public double filling(int index) {
        return state(index).filling;
    }

    /**
     * Driving force of a state.
     *
     * @param index index of the state, from 0
     * @return u = -e(V - V_EQ)/k_B T, dimensionless
     * @throws io.github.spinodal.core.InvalidValueException if there is no such state
     */
    public double drivingOverKT(int index) {
        return state(index).driving;
    }

    /**
     * Electrode potential of a state.
     *
     * @param index index of the state, from 0
     * @return V - V_EQ (V)
     * @throws io.github.spinodal.core.InvalidValueException if there is no such state
     */
    public double voltageVolt(int index) {
        return -state(index).driving * thermalVoltage;
    }

    /**
     * Free energy of a state, gradients, strain and wetting included.
     *
     * @param index index of the state, from 0
     * @return free energy over k_B T per site, dimensionless
     * @throws io.github.spinodal.core.InvalidValueException if there is no such state
     */
    public double freeEnergyOverKT(int index) {
        return state(index).freeEnergy;
    }

    /**
     * Profile of a state.
     *
     * @param index index of the state, from 0
     * @return filling of each cell from the centre (or one edge) on; a copy
     * @throws io.github.spinodal.core.InvalidValueException if there is no such state
     */
    public double[] profile(int index) {
        return state(index).profile.clone();
    }

    /**
     * How far the mean filling strays from the integral of the rate under a given rate.
     *
     * @return largest deviation over the states; zero under a given potential
     */
    public double lithiumDrift() {
        return lithiumDrift;
    }

    /**
     * What the time steps missed: each step's mean filling is moved onto the integral of the rate by this much.
     *
     * @return largest correction of the mean filling in a step; round-off for a constant rate, the error of the steps for
     *     one that is switched on gently, zero under a given potential
     */
    public double largestCorrection() {
        return largestCorrection;
    }

    /**
     * Effort of the run.
     *
     * @return accepted and rejected steps, or -1 if it ended early
     */
    public int steps() {
        return steps;
    }

    private State state(int index) {
        Require.within("index of a state", index, 0, states.size() - 1.0);
        return states.get(index);
    }

    @Override
    public String toString() {
        String end = isComplete() ? "complete" : stopReason;
        return String.format(
                Locale.ROOT, "%d states, %d steps, lithium drift %.2g, %s", size(), steps, lithiumDrift, end);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GrainResult that
                && Objects.equals(states, that.states)
                && Objects.equals(stopReason, that.stopReason)
                && steps == that.steps
                && Double.compare(lithiumDrift, that.lithiumDrift) == 0
                && Double.compare(largestCorrection, that.largestCorrection) == 0
                && Double.compare(thermalVoltage, that.thermalVoltage) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(states, stopReason, steps, lithiumDrift, largestCorrection, thermalVoltage);
    }
}
