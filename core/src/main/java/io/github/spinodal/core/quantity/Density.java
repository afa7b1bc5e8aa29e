package io.github.spinodal.core.quantity;

import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * A mass density.
 *
 * @param inKilogramsPerCubicMetre the density (kg/m3), positive and finite
 */
public record Density(double inKilogramsPerCubicMetre) implements Serializable {
    /**
     * Checks the number.
     *
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public Density {
        Require.positive("density (kg/m3)", inKilogramsPerCubicMetre);
    }

    /**
     * A density from kilograms per cubic metre.
     *
     * @param kilogramsPerCubicMetre the density (kg/m3), positive and finite
     * @return the density
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public static Density ofKilogramsPerCubicMetre(double kilogramsPerCubicMetre) {
        return new Density(kilogramsPerCubicMetre);
    }

    /**
     * A density from grams per cubic centimetre.
     *
     * @param gramsPerCubicCentimetre the density (g/cm3), positive and finite
     * @return the density
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public static Density ofGramsPerCubicCentimetre(double gramsPerCubicCentimetre) {
        return new Density(gramsPerCubicCentimetre * 1e3);
    }

    /**
     * The density in grams per cubic centimetre.
     *
     * @return the density (g/cm3)
     */
    public double inGramsPerCubicCentimetre() {
        return inKilogramsPerCubicMetre / 1e3;
    }
}
