package io.github.spinodal.core.table;

import java.io.Serializable;

/**
 * The physical dimension of a unit, as exponents of the base quantities. Angle counts as a base quantity here, so that
 * radians are never mistaken for plain numbers.
 *
 * @param length exponent of length
 * @param mass exponent of mass
 * @param time exponent of time
 * @param current exponent of electric current
 * @param temperature exponent of temperature
 * @param amount exponent of amount of substance
 * @param angle exponent of plane angle
 */
public record Dimension(int length, int mass, int time, int current, int temperature, int amount, int angle)
        implements Serializable {
    /** A plain number. */
    public static final Dimension NUMBER = new Dimension(0, 0, 0, 0, 0, 0, 0);

    /** Length (m). */
    public static final Dimension LENGTH = new Dimension(1, 0, 0, 0, 0, 0, 0);

    /** Area (m2). */
    public static final Dimension AREA = LENGTH.power(2);

    /** Mass (kg). */
    public static final Dimension MASS = new Dimension(0, 1, 0, 0, 0, 0, 0);

    /** Time (s). */
    public static final Dimension TIME = new Dimension(0, 0, 1, 0, 0, 0, 0);

    /** Frequency (Hz). */
    public static final Dimension FREQUENCY = TIME.power(-1);

    /** Electric current (A). */
    public static final Dimension CURRENT = new Dimension(0, 0, 0, 1, 0, 0, 0);

    /** Electric charge, capacity (C). */
    public static final Dimension CHARGE = CURRENT.times(TIME);

    /** Thermodynamic temperature (K). */
    public static final Dimension TEMPERATURE = new Dimension(0, 0, 0, 0, 1, 0, 0);

    /** Amount of substance (mol). */
    public static final Dimension AMOUNT = new Dimension(0, 0, 0, 0, 0, 1, 0);

    /** Plane angle (rad). */
    public static final Dimension ANGLE = new Dimension(0, 0, 0, 0, 0, 0, 1);

    /** Force (N). */
    public static final Dimension FORCE = MASS.times(LENGTH).times(TIME.power(-2));

    /** Energy (J). */
    public static final Dimension ENERGY = FORCE.times(LENGTH);

    /** Power (W). */
    public static final Dimension POWER = ENERGY.times(TIME.power(-1));

    /** Voltage (V). */
    public static final Dimension VOLTAGE = POWER.times(CURRENT.power(-1));

    /** Resistance, impedance (ohm). */
    public static final Dimension RESISTANCE = VOLTAGE.times(CURRENT.power(-1));

    /**
     * The dimension of a product.
     *
     * @param other dimension of the other factor
     * @return the sum of the exponents
     */
    public Dimension times(Dimension other) {
        return new Dimension(
                length + other.length,
                mass + other.mass,
                time + other.time,
                current + other.current,
                temperature + other.temperature,
                amount + other.amount,
                angle + other.angle);
    }

    /**
     * The dimension of a power.
     *
     * @param exponent the exponent
     * @return the exponents multiplied
     */
    public Dimension power(int exponent) {
        return new Dimension(
                length * exponent,
                mass * exponent,
                time * exponent,
                current * exponent,
                temperature * exponent,
                amount * exponent,
                angle * exponent);
    }
}
