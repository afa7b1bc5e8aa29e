package io.github.spinodal.core.quantity;

import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * A charge per area, zero or positive.
 *
 * @param inCoulombsPerSquareMetre the areal capacity (C/m2), zero or positive, and finite
 */
public record ArealCapacity(double inCoulombsPerSquareMetre) implements Serializable {
    /**
     * Checks the number.
     *
     * @throws io.github.spinodal.core.InvalidValueException if the number is negative or not finite
     */
    public ArealCapacity {
        Require.nonNegative("areal capacity (C/m2)", inCoulombsPerSquareMetre);
    }

    /**
     * An areal capacity from coulombs per square metre.
     *
     * @param coulombsPerSquareMetre the areal capacity (C/m2), zero or positive, and finite
     * @return the areal capacity
     * @throws io.github.spinodal.core.InvalidValueException if the number is negative or not finite
     */
    public static ArealCapacity ofCoulombsPerSquareMetre(double coulombsPerSquareMetre) {
        return new ArealCapacity(coulombsPerSquareMetre);
    }

    /**
     * An areal capacity from microampere hours per square centimetre.
     *
     * @param microampereHoursPerSquareCentimetre the areal capacity (uA h/cm2), zero or positive, and finite
     * @return the areal capacity
     * @throws io.github.spinodal.core.InvalidValueException if the number is negative or not finite
     */
    public static ArealCapacity ofMicroampereHoursPerSquareCentimetre(double microampereHoursPerSquareCentimetre) {
        return new ArealCapacity(microampereHoursPerSquareCentimetre * 36);
    }

    /**
     * An areal capacity from milliampere hours per square centimetre.
     *
     * @param milliampereHoursPerSquareCentimetre the areal capacity (mA h/cm2), zero or positive, and finite
     * @return the areal capacity
     * @throws io.github.spinodal.core.InvalidValueException if the number is negative or not finite
     */
    public static ArealCapacity ofMilliampereHoursPerSquareCentimetre(double milliampereHoursPerSquareCentimetre) {
        return new ArealCapacity(milliampereHoursPerSquareCentimetre * 3.6e4);
    }

    /**
     * The areal capacity in microampere hours per square centimetre.
     *
     * @return the areal capacity (uA h/cm2)
     */
    public double inMicroampereHoursPerSquareCentimetre() {
        return inCoulombsPerSquareMetre / 36;
    }

    /**
     * The areal capacity in milliampere hours per square centimetre.
     *
     * @return the areal capacity (mA h/cm2)
     */
    public double inMilliampereHoursPerSquareCentimetre() {
        return inCoulombsPerSquareMetre / 3.6e4;
    }

    /**
     * Charge of an area with this capacity.
     *
     * @param area the area
     * @return the charge
     */
    public Charge times(Area area) {
        return Charge.ofCoulombs(inCoulombsPerSquareMetre * area.inSquareMetres());
    }

    /**
     * This capacity as a share of another.
     *
     * @param whole the capacity that counts as one, not zero
     * @return the share, dimensionless
     * @throws io.github.spinodal.core.InvalidValueException if the other capacity is zero
     */
    public double shareOf(ArealCapacity whole) {
        return inCoulombsPerSquareMetre
                / Require.positive("areal capacity of the whole (C/m2)", whole.inCoulombsPerSquareMetre);
    }
}
