package io.github.spinodal.core.quantity;

import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * A charge per mass.
 *
 * @param inCoulombsPerKilogram the specific capacity (C/kg), positive and finite
 */
public record SpecificCapacity(double inCoulombsPerKilogram) implements Serializable {
    /**
     * Checks the number.
     *
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public SpecificCapacity {
        Require.positive("specific capacity (C/kg)", inCoulombsPerKilogram);
    }

    /**
     * A specific capacity from coulombs per kilogram.
     *
     * @param coulombsPerKilogram the specific capacity (C/kg), positive and finite
     * @return the specific capacity
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public static SpecificCapacity ofCoulombsPerKilogram(double coulombsPerKilogram) {
        return new SpecificCapacity(coulombsPerKilogram);
    }

    /**
     * A specific capacity from milliampere hours per gram.
     *
     * @param milliampereHoursPerGram the specific capacity (mA h/g), positive and finite
     * @return the specific capacity
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public static SpecificCapacity ofMilliampereHoursPerGram(double milliampereHoursPerGram) {
        return new SpecificCapacity(milliampereHoursPerGram * 3.6e3);
    }

    /**
     * The specific capacity in milliampere hours per gram.
     *
     * @return the specific capacity (mA h/g)
     */
    public double inMilliampereHoursPerGram() {
        return inCoulombsPerKilogram / 3.6e3;
    }

    /**
     * How much more than another this capacity is.
     *
     * @param other the capacity that counts as one
     * @return this over the other, less one, dimensionless; negative if it is less
     */
    public double relativeExcessOver(SpecificCapacity other) {
        return inCoulombsPerKilogram / other.inCoulombsPerKilogram - 1;
    }
}
