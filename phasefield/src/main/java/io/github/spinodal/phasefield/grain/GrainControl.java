package io.github.spinodal.phasefield.grain;

import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * What drives a grain: a given rate of filling or a given potential.
 *
 * @param mode which of the two
 * @param value mean filling per second (1/s), positive for lithiation; or u = -e(V - V_EQ)/k_B T
 * @param rampSeconds time constant over which a rate rises from zero as 1 - exp(-t/ramp) (s), zero or positive
 */
public record GrainControl(Mode mode, double value, double rampSeconds) implements Serializable {
    /** What is held. */
    public enum Mode {
        /** The rate of filling. */
        RATE,
        /** The electrode potential. */
        POTENTIAL
    }

    /**
     * Checks the numbers.
     *
     * @throws io.github.spinodal.core.InvalidValueException if the value is not finite or the ramp negative
     */
    public GrainControl {
        Require.finite("controlled value", value);
        Require.nonNegative("ramp (s)", rampSeconds);
    }

    /**
     * A constant rate of filling.
     *
     * @param perSecond mean filling per second (1/s), positive for lithiation; zero lets the grain rest
     * @return the control
     * @throws io.github.spinodal.core.InvalidValueException if the rate is not finite
     */
    public static GrainControl rate(double perSecond) {
        return new GrainControl(Mode.RATE, perSecond, 0);
    }

    /**
     * A constant potential.
     *
     * @param drivingOverKT u = -e(V - V_EQ)/k_B T, dimensionless; positive drives lithium in
     * @return the control
     * @throws io.github.spinodal.core.InvalidValueException if the potential is not finite
     */
    public static GrainControl potential(double drivingOverKT) {
        return new GrainControl(Mode.POTENTIAL, drivingOverKT, 0);
    }

    /**
     * The same rate, switched on gently.
     *
     * @param seconds time constant of the rise (s), zero or positive
     * @return the control
     * @throws io.github.spinodal.core.InvalidValueException if the time is negative or not finite
     */
    public GrainControl withRamp(double seconds) {
        return new GrainControl(mode, value, seconds);
    }

    double rateAt(double seconds) {
        return rampSeconds == 0 ? value : -value * Math.expm1(-seconds / rampSeconds);
    }

    /** Integral of the rate from the start. */
    double filledBy(double seconds) {
        return value * (seconds + rampSeconds * (rampSeconds == 0 ? 0 : Math.expm1(-seconds / rampSeconds)));
    }
}
