package io.github.spinodal.eis.element;

import io.github.spinodal.core.InvalidValueException;
import java.io.Serializable;

/**
 * What an element says about one of its parameters.
 *
 * @param name name within the element, such as {@code Y0}; for the only parameter of R, C and L it is the letter itself
 * @param unit SI unit as text, empty for a pure number
 * @param dimension how the parameter follows the units of impedance and time
 * @param lowerBound smallest meaningful value, in the unit
 * @param upperBound largest meaningful value, in the unit, larger than the lower bound; may be infinite
 */
public record ElementParameter(String name, String unit, Dimension dimension, double lowerBound, double upperBound)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * Checks the bounds.
     *
     * @throws InvalidValueException if the lower bound is not below the upper one
     */
    public ElementParameter {
        if (!(lowerBound < upperBound)) {
            throw new InvalidValueException(
                    "lower bound of " + name, lowerBound, "below its upper bound " + upperBound);
        }
    }

    /**
     * A parameter that can be any positive number.
     *
     * @param name name within the element
     * @param unit SI unit as text
     * @param dimension its dimension
     * @return the parameter
     */
    public static ElementParameter positive(String name, String unit, Dimension dimension) {
        return new ElementParameter(name, unit, dimension, 0, Double.POSITIVE_INFINITY);
    }

    /**
     * An exponent between zero and one.
     *
     * @param name name within the element
     * @return the parameter
     */
    public static ElementParameter exponent(String name) {
        return new ElementParameter(name, "", Dimension.NONE, 0, 1);
    }

    /**
     * Whether this is an exponent bounded on both sides rather than a size.
     *
     * @return true for a pure number with a finite upper bound
     */
    public boolean isExponent() {
        return upperBound < Double.POSITIVE_INFINITY;
    }
}
