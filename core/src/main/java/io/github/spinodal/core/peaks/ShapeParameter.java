package io.github.spinodal.core.peaks;

import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * A parameter of a peak shape besides height, centre and width; dimensionless.
 *
 * @param name what it is
 * @param start value to start a fit from, within the bounds
 * @param lower smallest valid value
 * @param upper largest valid value
 */
public record ShapeParameter(String name, double start, double lower, double upper) implements Serializable {
    /**
     * Checks the values.
     *
     * @throws io.github.spinodal.core.InvalidValueException if the start is not within the bounds
     */
    public ShapeParameter {
        Require.within(name, start, lower, upper);
    }
}
