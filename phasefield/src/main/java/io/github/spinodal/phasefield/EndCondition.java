package io.github.spinodal.phasefield;

import io.github.spinodal.core.Require;
import java.io.Serializable;
import java.util.Objects;

/**
 * A condition that ends a protocol step.
 *
 * @param quantity what is watched
 * @param value the value at which the step ends, in the unit of the quantity
 */
public record EndCondition(Quantity quantity, double value) implements Serializable {
    /** What an end condition watches. */
    public enum Quantity {
        /** Measured voltage at or below a value (V). */
        VOLTAGE_AT_MOST,
        /** Measured voltage at or above a value (V). */
        VOLTAGE_AT_LEAST,
        /** Mean filling arriving at a value in [0, 1], from either side. */
        FILLING,
        /** Charge passed since the step began, as a share of the plateau capacity. */
        CAPACITY_SHARE,
        /** Time since the step began (s). */
        TIME,
        /** Magnitude of the current at or below a value (A). */
        CURRENT_AT_MOST
    }

    /**
     * Checks the value.
     *
     * @throws io.github.spinodal.core.InvalidValueException if the value is outside the range of its quantity
     */
    public EndCondition {
        Objects.requireNonNull(quantity, "quantity");
        switch (quantity) {
            case VOLTAGE_AT_MOST, VOLTAGE_AT_LEAST -> Require.finite("cut-off voltage (V)", value);
            case FILLING -> Require.within("end filling", value, 0, 1);
            case CAPACITY_SHARE -> Require.within("end share of the capacity", value, 0, 1);
            case TIME -> Require.nonNegative("duration (s)", value);
            case CURRENT_AT_MOST -> Require.positive("end current (A)", value);
        }
    }

    /**
     * Ends where the measured voltage falls to a value.
     *
     * @param volt cut-off voltage (V), finite
     * @return the condition
     * @throws io.github.spinodal.core.InvalidValueException if the voltage is not finite
     */
    public static EndCondition voltageAtMost(double volt) {
        return new EndCondition(Quantity.VOLTAGE_AT_MOST, volt);
    }

    /**
     * Ends where the measured voltage rises to a value.
     *
     * @param volt cut-off voltage (V), finite
     * @return the condition
     * @throws io.github.spinodal.core.InvalidValueException if the voltage is not finite
     */
    public static EndCondition voltageAtLeast(double volt) {
        return new EndCondition(Quantity.VOLTAGE_AT_LEAST, volt);
    }

    /**
     * Ends where the mean filling arrives at a value.
     *
     * @param filling mean filling, in [0, 1]
     * @return the condition
     * @throws io.github.spinodal.core.InvalidValueException if the filling is outside [0, 1]
     */
    public static EndCondition filling(double filling) {
        return new EndCondition(Quantity.FILLING, filling);
    }

    /**
     * Ends after some charge.
     *
     * @param share charge over plateau capacity, in [0, 1]
     * @return the condition
     * @throws io.github.spinodal.core.InvalidValueException if the share is outside [0, 1]
     */
    public static EndCondition capacityShare(double share) {
        return new EndCondition(Quantity.CAPACITY_SHARE, share);
    }

    /**
     * Ends after some time.
     *
     * @param seconds duration (s), zero or positive
     * @return the condition
     * @throws io.github.spinodal.core.InvalidValueException if the duration is negative
     */
    public static EndCondition time(double seconds) {
        return new EndCondition(Quantity.TIME, seconds);
    }

    /**
     * Ends where the current has decayed to a value.
     *
     * @param ampere magnitude of the current (A), positive
     * @return the condition
     * @throws io.github.spinodal.core.InvalidValueException if the current is not positive
     */
    public static EndCondition currentAtMost(double ampere) {
        return new EndCondition(Quantity.CURRENT_AT_MOST, ampere);
    }
}
