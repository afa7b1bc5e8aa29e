package io.github.spinodal.core.quantity;

import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * An amount per volume.
 *
 * @param inMolesPerCubicMetre the concentration (mol/m3), positive and finite
 */
public record Concentration(double inMolesPerCubicMetre) implements Serializable {
    /**
     * Checks the number.
     *
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public Concentration {
        Require.positive("concentration (mol/m3)", inMolesPerCubicMetre);
    }

    /**
     * A concentration from moles per cubic metre.
     *
     * @param molesPerCubicMetre the concentration (mol/m3), positive and finite
     * @return the concentration
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public static Concentration ofMolesPerCubicMetre(double molesPerCubicMetre) {
        return new Concentration(molesPerCubicMetre);
    }

    /**
     * A concentration from moles per cubic centimetre.
     *
     * @param molesPerCubicCentimetre the concentration (mol/cm3), positive and finite
     * @return the concentration
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public static Concentration ofMolesPerCubicCentimetre(double molesPerCubicCentimetre) {
        return new Concentration(molesPerCubicCentimetre * 1e6);
    }

    /**
     * A concentration from moles per litre.
     *
     * @param molesPerLitre the concentration (mol/L), positive and finite
     * @return the concentration
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public static Concentration ofMolesPerLitre(double molesPerLitre) {
        return new Concentration(molesPerLitre * 1e3);
    }

    /**
     * The concentration in moles per cubic centimetre.
     *
     * @return the concentration (mol/cm3)
     */
    public double inMolesPerCubicCentimetre() {
        return inMolesPerCubicMetre / 1e6;
    }

    /**
     * The concentration in moles per litre.
     *
     * @return the concentration (mol/L)
     */
    public double inMolesPerLitre() {
        return inMolesPerCubicMetre / 1e3;
    }

    /**
     * Concentration of formula units in a solid.
     *
     * @param density density of the solid
     * @param molarMassGramsPerMole molar mass of the formula unit (g/mol), positive and finite
     * @return formula units per volume
     * @throws io.github.spinodal.core.InvalidValueException if the molar mass is not positive and finite
     */
    public static Concentration ofFormulaUnits(Density density, double molarMassGramsPerMole) {
        Require.positive("molar mass (g/mol)", molarMassGramsPerMole);
        return ofMolesPerCubicMetre(density.inKilogramsPerCubicMetre() / (1e-3 * molarMassGramsPerMole));
    }
}
