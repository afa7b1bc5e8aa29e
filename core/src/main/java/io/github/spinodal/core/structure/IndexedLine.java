package io.github.spinodal.core.structure;

import io.github.spinodal.core.Require;
import io.github.spinodal.core.quantity.Length;
import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;

/**
 * A diffraction line with the planes that cause it.
 *
 * @param reflection the planes
 * @param spacingNanometres their measured spacing (nm), positive
 */
public record IndexedLine(CubicReflection reflection, Measured spacingNanometres) implements Serializable {
    /**
     * Checks the spacing.
     *
     * @throws io.github.spinodal.core.InvalidValueException if it is not positive
     */
    public IndexedLine {
        Require.positive("spacing (nm)", spacingNanometres.value());
    }

    /**
     * A line of an X-ray pattern.
     *
     * @param reflection the planes
     * @param twoThetaDegrees position of the line (degrees), in (0, 180)
     * @param wavelength wavelength of the X-rays
     * @return the line
     * @throws io.github.spinodal.core.InvalidValueException if the angle is outside (0, 180)
     */
    public static IndexedLine ofBragg(CubicReflection reflection, Measured twoThetaDegrees, Length wavelength) {
        return new IndexedLine(reflection, Spacing.braggNanometres(twoThetaDegrees, wavelength));
    }

    /**
     * The edge of the cubic cell by this line alone.
     *
     * @return lattice constant (nm)
     */
    public Measured latticeConstantNanometres() {
        return spacingNanometres.times(Math.sqrt(reflection.sumOfSquares()));
    }
}
