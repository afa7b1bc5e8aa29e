package io.github.spinodal.core.cycling;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.io.Serializable;
import java.util.Arrays;

/**
 * One sweep of a cyclic voltammogram, from one turning point to the next. Immutable; arrays are copied.
 *
 * <p>A sweep is what it was measured as: small steps against its direction, from noise, are kept.
 */
public final class PotentialSweep implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Which way the potential moves. */
    public enum Direction {
        /** Towards higher potential: oxidation. */
        ANODIC,
        /** Towards lower potential: reduction. */
        CATHODIC
    }

    private final int cycle;
    private final Direction direction;
    private final int firstIndex;
    private final double[] potentialVolt;
    private final double[] currentAmpere;

    private PotentialSweep(
            int cycle, Direction direction, int firstIndex, double[] potentialVolt, double[] currentAmpere) {
        this.cycle = cycle;
        this.direction = direction;
        this.firstIndex = firstIndex;
        this.potentialVolt = potentialVolt;
        this.currentAmpere = currentAmpere;
    }

    /**
     * A sweep from its columns.
     *
     * @param cycle number of the cycle it belongs to, counted from 1
     * @param direction which way the potential moves
     * @param firstIndex index of its first point in the voltammogram it was cut from, 0 or more
     * @param potentialVolt potentials (V), at least two
     * @param currentAmpere currents (A), positive where anodic, as many as potentials
     * @return the sweep
     * @throws InvalidValueException if the columns differ in length, are shorter than two or hold NaN or infinity
     */
    public static PotentialSweep of(
            int cycle, Direction direction, int firstIndex, double[] potentialVolt, double[] currentAmpere) {
        Require.atLeast("cycle", cycle, 1);
        Require.atLeast("first index", firstIndex, 0);
        Require.sameLength("potential (V)", potentialVolt.length, "current (A)", currentAmpere.length);
        Require.atLeast("number of points of the sweep", potentialVolt.length, 2);
        return new PotentialSweep(
                cycle,
                direction,
                firstIndex,
                Require.finiteCopy("potential (V)", potentialVolt),
                Require.finiteCopy("current (A)", currentAmpere));
    }

    /**
     * The cycle it belongs to.
     *
     * @return number of the cycle, counted from 1
     */
    public int cycle() {
        return cycle;
    }

    /**
     * Which way the potential moves.
     *
     * @return the direction
     */
    public Direction direction() {
        return direction;
    }

    /**
     * Where it begins in the voltammogram.
     *
     * @return index of its first point
     */
    public int firstIndex() {
        return firstIndex;
    }

    /**
     * Number of points.
     *
     * @return number of points, at least 2
     */
    public int size() {
        return potentialVolt.length;
    }

    /**
     * All potentials.
     *
     * @return a copy (V)
     */
    public double[] potentialVolt() {
        return potentialVolt.clone();
    }

    /**
     * All currents.
     *
     * @return a copy (A), positive where anodic
     */
    public double[] currentAmpere() {
        return currentAmpere.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PotentialSweep that
                && cycle == that.cycle
                && direction == that.direction
                && firstIndex == that.firstIndex
                && Arrays.equals(potentialVolt, that.potentialVolt)
                && Arrays.equals(currentAmpere, that.currentAmpere);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(potentialVolt) + Arrays.hashCode(currentAmpere);
    }

    @Override
    public String toString() {
        return "PotentialSweep[cycle " + cycle + ", " + direction + ", " + size() + " points, " + potentialVolt[0]
                + " V to " + potentialVolt[size() - 1] + " V]";
    }
}
