package io.github.spinodal.core.quantity;

import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * A mass.
 *
 * @param inKilograms the mass (kg), positive and finite
 */
public record Mass(double inKilograms) implements Serializable {
    /**
     * Checks the number.
     *
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public Mass {
        Require.positive("mass (kg)", inKilograms);
    }

    /**
     * A mass from kilograms.
     *
     * @param kilograms the mass (kg), positive and finite
     * @return the mass
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public static Mass ofKilograms(double kilograms) {
        return new Mass(kilograms);
    }

    /**
     * A mass from grams.
     *
     * @param grams the mass (g), positive and finite
     * @return the mass
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public static Mass ofGrams(double grams) {
        return new Mass(grams * 1e-3);
    }

    /**
     * A mass from milligrams.
     *
     * @param milligrams the mass (mg), positive and finite
     * @return the mass
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public static Mass ofMilligrams(double milligrams) {
        return new Mass(milligrams * 1e-6);
    }

    /**
     * A mass from micrograms.
     *
     * @param micrograms the mass (ug), positive and finite
     * @return the mass
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public static Mass ofMicrograms(double micrograms) {
        return new Mass(micrograms * 1e-9);
    }

    /**
     * The mass in grams.
     *
     * @return the mass (g)
     */
    public double inGrams() {
        return inKilograms / 1e-3;
    }

    /**
     * The mass in milligrams.
     *
     * @return the mass (mg)
     */
    public double inMilligrams() {
        return inKilograms / 1e-6;
    }

    /**
     * The mass in micrograms.
     *
     * @return the mass (ug)
     */
    public double inMicrograms() {
        return inKilograms / 1e-9;
    }

    /**
     * Mass of a layer.
     *
     * @param area area of the layer
     * @param thickness thickness of the layer
     * @param density density of the layer
     * @return area times thickness times density
     */
    public static Mass ofLayer(Area area, Length thickness, Density density) {
        return ofKilograms(area.inSquareMetres() * thickness.inMetres() * density.inKilogramsPerCubicMetre());
    }

    /**
     * Charge that the mass can store.
     *
     * @param capacity capacity per mass
     * @return the charge
     */
    public Charge times(SpecificCapacity capacity) {
        return Charge.ofCoulombs(inKilograms * capacity.inCoulombsPerKilogram());
    }
}
