package io.github.spinodal.core.quantity;

import io.github.spinodal.core.InvalidValueException;
import java.io.Serializable;

/**
 * A closed interval of numbers, in the unit of the value it belongs to; an end may be infinite.
 *
 * @param low lower end, not NaN
 * @param high upper end, not NaN and not below the lower end
 */
public record Interval(double low, double high) implements Serializable {
    /**
     * Checks the ends.
     *
     * @throws InvalidValueException if an end is NaN or the upper end lies below the lower one
     */
    public Interval {
        if (Double.isNaN(low)) {
            throw new InvalidValueException("lower end", low, "a number");
        }
        if (!(high >= low)) {
            throw new InvalidValueException("upper end", high, "at least the lower end, " + low);
        }
    }

    /**
     * Whether a value lies inside the interval, its ends included.
     *
     * @param value the value, in the unit of the interval
     * @return true if it lies inside; false for NaN
     */
    public boolean contains(double value) {
        return value >= low && value <= high;
    }

    /**
     * Distance between the ends.
     *
     * @return the width, in the unit of the interval; infinite if an end is
     */
    public double width() {
        return high - low;
    }
}
