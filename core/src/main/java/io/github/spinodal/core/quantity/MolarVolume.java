package io.github.spinodal.core.quantity;

import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * A volume per amount.
 *
 * @param inCubicMetresPerMole the molar volume (m3/mol), positive and finite
 */
public record MolarVolume(double inCubicMetresPerMole) implements Serializable {
    /**
     * Checks the number.
     *
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public MolarVolume {
        Require.positive("molar volume (m3/mol)", inCubicMetresPerMole);
    }

    /**
     * A molar volume from cubic metres per mole.
     *
     * @param cubicMetresPerMole the molar volume (m3/mol), positive and finite
     * @return the molar volume
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public static MolarVolume ofCubicMetresPerMole(double cubicMetresPerMole) {
        return new MolarVolume(cubicMetresPerMole);
    }

    /**
     * A molar volume from cubic centimetres per mole.
     *
     * @param cubicCentimetresPerMole the molar volume (cm3/mol), positive and finite
     * @return the molar volume
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public static MolarVolume ofCubicCentimetresPerMole(double cubicCentimetresPerMole) {
        return new MolarVolume(cubicCentimetresPerMole * 1e-6);
    }

    /**
     * The molar volume in cubic centimetres per mole.
     *
     * @return the molar volume (cm3/mol)
     */
    public double inCubicCentimetresPerMole() {
        return inCubicMetresPerMole / 1e-6;
    }

    /**
     * The concentration with one mole in this volume.
     *
     * @return the concentration, the reciprocal of the molar volume
     */
    public Concentration toConcentration() {
        return Concentration.ofMolesPerCubicMetre(1 / inCubicMetresPerMole);
    }
}
