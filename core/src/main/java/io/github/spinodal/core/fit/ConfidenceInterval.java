package io.github.spinodal.core.fit;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * A two-sided confidence interval; an end is infinite where the data set no limit.
 *
 * @param lower lower end, possibly negative infinity
 * @param upper upper end, possibly infinity
 * @param level confidence level in (0, 1)
 */
public record ConfidenceInterval(double lower, double upper, double level) implements Serializable {
    /**
     * Checks the values.
     *
     * @throws InvalidValueException if the ends are NaN or in the wrong order, or the level is not in (0, 1)
     */
    public ConfidenceInterval {
        if (!(lower <= upper)) {
            throw new InvalidValueException("lower end of the interval", lower, "at most the upper end " + upper);
        }
        Require.inside("confidence level", level, 0, 1);
    }

    /**
     * Tells whether both ends are finite.
     *
     * @return whether the data limit the parameter from both sides
     */
    public boolean isBounded() {
        return lower > Double.NEGATIVE_INFINITY && upper < Double.POSITIVE_INFINITY;
    }

    /**
     * Tells whether a value is inside.
     *
     * @param value a value in the unit of the ends
     * @return whether it lies within the closed interval
     */
    public boolean contains(double value) {
        return value >= lower && value <= upper;
    }
}
