package io.github.spinodal.core.structure;

import io.github.spinodal.core.InvalidValueException;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Planes of a cubic crystal that share one spacing and so cannot be told apart by it, as (333) and (511).
 *
 * @param planes at least one set of planes, all with the same sum of squares; copied
 */
public record CubicReflection(List<MillerIndices> planes) implements Serializable {
    /**
     * Checks and copies the planes.
     *
     * @throws InvalidValueException if there are none, or their sums of squares differ
     */
    public CubicReflection {
        planes = List.copyOf(planes);
        if (planes.stream().map(MillerIndices::sumOfSquares).distinct().count() != 1) {
            throw new InvalidValueException("planes", planes.toString(), "at least one, with one sum of squares");
        }
    }

    /**
     * A reflection of one set of planes.
     *
     * @param h first index
     * @param k second index
     * @param l third index
     * @return the reflection
     * @throws InvalidValueException if the indices are invalid
     */
    public static CubicReflection of(int h, int k, int l) {
        return new CubicReflection(List.of(MillerIndices.of(h, k, l)));
    }

    /**
     * Sum of squares of the indices.
     *
     * @return h^2 + k^2 + l^2
     */
    public int sumOfSquares() {
        return planes.get(0).sumOfSquares();
    }

    /**
     * Whether the spacing alone cannot tell which planes reflect.
     *
     * @return true for a tie such as (333) and (511)
     */
    public boolean isTie() {
        return planes.size() > 1;
    }

    @Override
    public String toString() {
        return planes.stream().map(MillerIndices::toString).collect(Collectors.joining("/"));
    }
}
