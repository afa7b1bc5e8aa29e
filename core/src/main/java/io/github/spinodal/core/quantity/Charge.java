package io.github.spinodal.core.quantity;

import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * An electric charge, or a capacity.
 *
 * @param inCoulombs the charge (C), finite
 */
public record Charge(double inCoulombs) implements Serializable {
    /**
     * Checks the number.
     *
     * @throws io.github.spinodal.core.InvalidValueException if the number is not finite
     */
    public Charge {
        Require.finite("charge (C)", inCoulombs);
    }

    /**
     * A charge from coulombs.
     *
     * @param coulombs the charge (C), finite
     * @return the charge
     * @throws io.github.spinodal.core.InvalidValueException if the number is not finite
     */
    public static Charge ofCoulombs(double coulombs) {
        return new Charge(coulombs);
    }

    /**
     * A charge from milliampere hours.
     *
     * @param milliampereHours the charge (mA h), finite
     * @return the charge
     * @throws io.github.spinodal.core.InvalidValueException if the number is not finite
     */
    public static Charge ofMilliampereHours(double milliampereHours) {
        return new Charge(milliampereHours * 3.6);
    }

    /**
     * A charge from microampere hours.
     *
     * @param microampereHours the charge (uA h), finite
     * @return the charge
     * @throws io.github.spinodal.core.InvalidValueException if the number is not finite
     */
    public static Charge ofMicroampereHours(double microampereHours) {
        return new Charge(microampereHours * 3.6e-3);
    }

    /**
     * The charge in milliampere hours.
     *
     * @return the charge (mA h)
     */
    public double inMilliampereHours() {
        return inCoulombs / 3.6;
    }

    /**
     * The charge in microampere hours.
     *
     * @return the charge (uA h)
     */
    public double inMicroampereHours() {
        return inCoulombs / 3.6e-3;
    }

    /**
     * The charge spread over an area.
     *
     * @param area the area
     * @return charge per area
     * @throws io.github.spinodal.core.InvalidValueException if the charge is negative
     */
    public ArealCapacity per(Area area) {
        return ArealCapacity.ofCoulombsPerSquareMetre(inCoulombs / area.inSquareMetres());
    }
}
