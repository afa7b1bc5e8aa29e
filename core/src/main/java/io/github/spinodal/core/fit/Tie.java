package io.github.spinodal.core.fit;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * One parameter made to follow another: target = factor * source + offset.
 *
 * @param target index of the parameter that follows, not negative
 * @param source index of the parameter that leads, not negative, itself not tied
 * @param factor factor, finite and not zero
 * @param offset offset in the unit of the target, finite
 */
public record Tie(int target, int source, double factor, double offset) implements Serializable {
    /**
     * Checks the values.
     *
     * @throws InvalidValueException if an index is negative, the indices are equal, the factor is zero or not finite, or
     *     the offset is not finite
     */
    public Tie {
        Require.atLeast("index of the tied parameter", target, 0);
        Require.atLeast("index of the leading parameter", source, 0);
        if (target == source) {
            throw new InvalidValueException(
                    "index of the leading parameter",
                    Integer.toString(source),
                    "another than that of the tied parameter");
        }
        if (!(Math.abs(Require.finite("factor of the tie", factor)) > 0)) {
            throw new InvalidValueException("factor of the tie", factor, "not zero");
        }
        Require.finite("offset of the tie", offset);
    }
}
