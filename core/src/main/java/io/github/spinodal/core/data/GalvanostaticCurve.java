package io.github.spinodal.core.data;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Voltage against charge passed during one constant-current branch, measured or simulated.
 *
 * <p>Charge starts anywhere and never falls; it counts the amount passed, whichever the direction. {@link Direction} says
 * which way the current flowed. Immutable; arrays are copied on the way in and out.
 */
public final class GalvanostaticCurve implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double COULOMB_PER_MICROAMPERE_HOUR = 3.6e-3;

    /** Which way the current flows through the cell. */
    public enum Direction {
        /** Lithium enters the working electrode of a half cell; the voltage falls. */
        DISCHARGE,
        /** Lithium leaves the working electrode of a half cell; the voltage rises. */
        CHARGE
    }

    private final Direction direction;
    private final double currentAmpere;
    private final double[] chargeCoulomb;
    private final double[] voltageVolt;

    private GalvanostaticCurve(
            Direction direction, double currentAmpere, double[] chargeCoulomb, double[] voltageVolt) {
        this.direction = direction;
        this.currentAmpere = currentAmpere;
        this.chargeCoulomb = chargeCoulomb;
        this.voltageVolt = voltageVolt;
    }

    /**
     * A branch from its columns.
     *
     * @param direction which way the current flows
     * @param currentAmpere magnitude of the current (A), positive
     * @param chargeCoulomb charge passed (C), never falling, at least two points
     * @param voltageVolt cell voltage (V), as many as charges
     * @return the curve
     * @throws InvalidValueException if the columns differ in length, are shorter than two points, hold NaN or infinity,
     *     or if the charge falls or never changes
     */
    public static GalvanostaticCurve of(
            Direction direction, double currentAmpere, double[] chargeCoulomb, double[] voltageVolt) {
        Require.positive("current (A)", currentAmpere);
        Require.sameLength("charge (C)", chargeCoulomb.length, "voltage (V)", voltageVolt.length);
        Require.atLeast("number of points of the curve", chargeCoulomb.length, 2);
        double[] charge = Require.finiteCopy("charge (C)", chargeCoulomb);
        double[] voltage = Require.finiteCopy("voltage (V)", voltageVolt);
        for (int i = 1; i < charge.length; i++) {
            if (charge[i] < charge[i - 1]) {
                throw new InvalidValueException(
                        "charge (C)[" + i + "]", charge[i], "no smaller than the charge before it, " + charge[i - 1]);
            }
        }
        if (charge[charge.length - 1] == charge[0]) {
            throw new InvalidValueException("charge (C)", charge[0], "rising somewhere along the curve");
        }
        return new GalvanostaticCurve(direction, currentAmpere, charge, voltage);
    }

    /**
     * Which way the current flows.
     *
     * @return the direction
     */
    public Direction direction() {
        return direction;
    }

    /**
     * Magnitude of the current.
     *
     * @return current (A), positive
     */
    public double currentAmpere() {
        return currentAmpere;
    }

    /**
     * Number of samples.
     *
     * @return number of points, at least 2
     */
    public int size() {
        return chargeCoulomb.length;
    }

    /**
     * Charge passed up to a sample.
     *
     * @param i index in [0, size)
     * @return charge (C)
     */
    public double charge(int i) {
        return chargeCoulomb[i];
    }

    /**
     * Voltage of a sample.
     *
     * @param i index in [0, size)
     * @return voltage (V)
     */
    public double voltage(int i) {
        return voltageVolt[i];
    }

    /**
     * All charges.
     *
     * @return a copy (C)
     */
    public double[] chargeCoulomb() {
        return chargeCoulomb.clone();
    }

    /**
     * All charges in the unit of thin-film batteries.
     *
     * @return a copy (uAh)
     */
    public double[] chargeMicroampereHours() {
        return Arrays.stream(chargeCoulomb)
                .map(q -> q / COULOMB_PER_MICROAMPERE_HOUR)
                .toArray();
    }

    /**
     * All voltages.
     *
     * @return a copy (V)
     */
    public double[] voltageVolt() {
        return voltageVolt.clone();
    }

    /**
     * Charge passed between the first and the last sample.
     *
     * @return charge (C), positive
     */
    public double capacityCoulomb() {
        return chargeCoulomb[size() - 1] - chargeCoulomb[0];
    }

    /**
     * The samples of a range of indices.
     *
     * @param from first index, included
     * @param to last index, excluded
     * @return the part of the curve
     * @throws InvalidValueException if the part is no valid curve
     */
    public GalvanostaticCurve slice(int from, int to) {
        return of(
                direction,
                currentAmpere,
                Arrays.copyOfRange(chargeCoulomb, from, to),
                Arrays.copyOfRange(voltageVolt, from, to));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GalvanostaticCurve that
                && direction == that.direction
                && currentAmpere == that.currentAmpere
                && Arrays.equals(chargeCoulomb, that.chargeCoulomb)
                && Arrays.equals(voltageVolt, that.voltageVolt);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(chargeCoulomb) + Arrays.hashCode(voltageVolt);
    }

    @Override
    public String toString() {
        return "GalvanostaticCurve[" + direction + ", " + size() + " points, " + currentAmpere + " A, "
                + capacityCoulomb() + " C]";
    }
}
