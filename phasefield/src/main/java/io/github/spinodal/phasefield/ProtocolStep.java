package io.github.spinodal.phasefield;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * One step of a protocol: what the instrument holds, and until when. The first end condition to be met ends the step.
 */
public final class ProtocolStep implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double SECONDS_PER_HOUR = 3600;

    /** What the instrument holds. */
    public enum Mode {
        /** A rate of filling (1/s). */
        FILLING_RATE,
        /** A current (A), positive where lithium enters the grains. */
        CURRENT,
        /** A measured voltage (V). */
        VOLTAGE,
        /** A measured voltage that changes linearly (V, V/s). */
        SWEEP,
        /** Zero current. */
        REST
    }

    private final Mode mode;
    private final double value;
    private final double slope;
    private final ArrayList<EndCondition> ends;

    private ProtocolStep(Mode mode, double value, double slope, List<EndCondition> ends) {
        this.mode = mode;
        this.value = value;
        this.slope = slope;
        this.ends = new ArrayList<>(ends);
    }

    /**
     * Constant current, given as a rate of filling.
     *
     * @param perSecond rate of the mean filling (1/s), finite, not zero; positive where lithium enters the grains, the
     *     discharge of a half cell
     * @param ends what ends the step, at least one condition
     * @return the step
     * @throws InvalidValueException if the rate is zero or not finite, or there is no end condition
     */
    public static ProtocolStep fillingRate(double perSecond, EndCondition... ends) {
        requireNonZero("rate of filling (1/s)", perSecond);
        return new ProtocolStep(Mode.FILLING_RATE, perSecond, 0, requireEnds(ends));
    }

    /**
     * Discharge of a half cell (lithium enters the grains) at a C-rate of the plateau.
     *
     * @param cRate plateau capacities per hour (1/h), positive
     * @param ends what ends the step, at least one condition
     * @return the step
     * @throws InvalidValueException if the rate is not positive or there is no end condition
     */
    public static ProtocolStep discharge(double cRate, EndCondition... ends) {
        return fillingRate(Require.positive("C-rate (1/h)", cRate) / SECONDS_PER_HOUR, ends);
    }

    /**
     * Charge of a half cell (lithium leaves the grains) at a C-rate of the plateau.
     *
     * @param cRate plateau capacities per hour (1/h), positive
     * @param ends what ends the step, at least one condition
     * @return the step
     * @throws InvalidValueException if the rate is not positive or there is no end condition
     */
    public static ProtocolStep charge(double cRate, EndCondition... ends) {
        return fillingRate(-Require.positive("C-rate (1/h)", cRate) / SECONDS_PER_HOUR, ends);
    }

    /**
     * Constant current.
     *
     * @param ampere current (A), finite, not zero; positive where lithium enters the grains
     * @param ends what ends the step, at least one condition
     * @return the step
     * @throws InvalidValueException if the current is zero or not finite, or there is no end condition
     */
    public static ProtocolStep current(double ampere, EndCondition... ends) {
        requireNonZero("current (A)", ampere);
        return new ProtocolStep(Mode.CURRENT, ampere, 0, requireEnds(ends));
    }

    /**
     * Constant measured voltage.
     *
     * @param volt voltage (V), finite
     * @param ends what ends the step, at least one condition
     * @return the step
     * @throws InvalidValueException if the voltage is not finite or there is no end condition
     */
    public static ProtocolStep hold(double volt, EndCondition... ends) {
        return new ProtocolStep(Mode.VOLTAGE, Require.finite("voltage (V)", volt), 0, requireEnds(ends));
    }

    /**
     * Measured voltage from one value to another at a constant pace.
     *
     * @param fromVolt first voltage (V), finite
     * @param toVolt last voltage (V), finite, different from the first
     * @param voltPerSecond pace (V/s), positive, whichever the direction
     * @return the step; it ends at the last voltage
     * @throws InvalidValueException if a value is out of its range
     */
    public static ProtocolStep sweep(double fromVolt, double toVolt, double voltPerSecond) {
        Require.finite("first voltage (V)", fromVolt);
        Require.finite("last voltage (V)", toVolt);
        Require.positive("pace (V/s)", voltPerSecond);
        requireNonZero("range of the sweep (V)", toVolt - fromVolt);
        double seconds = Math.abs(toVolt - fromVolt) / voltPerSecond;
        return new ProtocolStep(
                Mode.SWEEP,
                fromVolt,
                Math.copySign(voltPerSecond, toVolt - fromVolt),
                List.of(EndCondition.time(seconds)));
    }

    /**
     * Zero current.
     *
     * @param seconds duration (s), zero or positive
     * @return the step
     * @throws InvalidValueException if the duration is negative
     */
    public static ProtocolStep rest(double seconds) {
        return new ProtocolStep(Mode.REST, 0, 0, List.of(EndCondition.time(seconds)));
    }

    private static void requireNonZero(String name, double value) {
        Require.finite(name, value);
        if (value == 0) {
            throw new InvalidValueException(name, value, "different from zero");
        }
    }

    private static List<EndCondition> requireEnds(EndCondition... ends) {
        Require.atLeast("number of end conditions", ends.length, 1);
        return Arrays.asList(ends.clone());
    }

    /**
     * The same step with one more end condition.
     *
     * @param end the condition
     * @return the step
     */
    public ProtocolStep until(EndCondition end) {
        List<EndCondition> more = new ArrayList<>(ends);
        more.add(end);
        return new ProtocolStep(mode, value, slope, more);
    }

    /**
     * What the instrument holds.
     *
     * @return the mode
     */
    public Mode mode() {
        return mode;
    }

    /**
     * The value held.
     *
     * @return rate (1/s), current (A) or voltage (V; the first of a sweep), by the mode
     */
    public double value() {
        return value;
    }

    /**
     * Pace of a sweep.
     *
     * @return pace (V/s) with its sign; zero in other modes
     */
    public double slopeVoltPerSecond() {
        return slope;
    }

    /**
     * The end conditions.
     *
     * @return the conditions, in the order given
     */
    public List<EndCondition> ends() {
        return List.copyOf(ends);
    }

    /** Whether a current is held. */
    boolean isGalvanostatic() {
        return mode == Mode.FILLING_RATE || mode == Mode.CURRENT || mode == Mode.REST;
    }

    /** Rate of filling of a galvanostatic step (1/s). */
    double rate(Electrode electrode) {
        return mode == Mode.CURRENT ? value / electrode.plateauCapacityCoulomb() : value;
    }

    Control control(Electrode electrode) {
        if (isGalvanostatic()) {
            return Control.rate(rate(electrode), electrode.reducedSeriesResistance());
        }
        return Control.potential(
                electrode.reducedPotential(value),
                -slope / electrode.thermalVoltage(),
                electrode.reducedSeriesResistance());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProtocolStep that
                && mode == that.mode
                && value == that.value
                && slope == that.slope
                && ends.equals(that.ends);
    }

    @Override
    public int hashCode() {
        return Objects.hash(mode, value, slope, ends);
    }

    @Override
    public String toString() {
        return "ProtocolStep[" + mode + " " + value + (mode == Mode.SWEEP ? " at " + slope : "") + " until " + ends
                + "]";
    }
}
