package io.github.spinodal.core.structure;

import io.github.spinodal.core.InvalidValueException;
import java.io.Serializable;

/**
 * A set of lattice planes (h k l).
 *
 * @param h first index
 * @param k second index
 * @param l third index
 */
public record MillerIndices(int h, int k, int l) implements Serializable {
    private static final int LARGEST = 1000;

    /**
     * Checks the indices.
     *
     * @throws InvalidValueException if all three are zero, or one is beyond 1000 in magnitude
     */
    public MillerIndices {
        boolean allZero = h == 0 && k == 0 && l == 0;
        if (allZero || Math.max(Math.abs((long) h), Math.max(Math.abs((long) k), Math.abs((long) l))) > LARGEST) {
            throw new InvalidValueException(
                    "Miller indices",
                    "(" + h + " " + k + " " + l + ")",
                    "not all zero and between -" + LARGEST + " and " + LARGEST);
        }
    }

    /**
     * Planes (h k l).
     *
     * @param h first index
     * @param k second index
     * @param l third index
     * @return the planes
     * @throws InvalidValueException if all three are zero, or one is beyond 1000 in magnitude
     */
    public static MillerIndices of(int h, int k, int l) {
        return new MillerIndices(h, k, l);
    }

    /**
     * Sum of squares, which alone decides the spacing in a cubic cell.
     *
     * @return h^2 + k^2 + l^2
     */
    public int sumOfSquares() {
        return h * h + k * k + l * l;
    }

    /**
     * Distance of the planes in a cubic cell.
     *
     * @param latticeConstantNanometres edge of the cell (nm)
     * @return spacing (nm)
     */
    public double cubicSpacingNanometres(double latticeConstantNanometres) {
        return latticeConstantNanometres / Math.sqrt(sumOfSquares());
    }

    @Override
    public String toString() {
        boolean compact = Math.min(h, Math.min(k, l)) >= 0 && Math.max(h, Math.max(k, l)) < 10;
        return compact ? "(" + h + k + l + ")" : "(" + h + " " + k + " " + l + ")";
    }
}
