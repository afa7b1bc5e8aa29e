package io.github.spinodal.core.structure;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.quantity.Length;
import io.github.spinodal.core.quantity.Measured;

/** Distances of lattice planes from X-ray and electron diffraction. */
public final class Spacing {
    /** Wavelength of the Cu K-alpha-1 line as the study uses it, 0.15406 nm. */
    public static final Length COPPER_K_ALPHA_1 = Length.ofNanometres(0.15406);

    private Spacing() {}

    /**
     * Spacing by Bragg's law, d = lambda/(2 sin theta).
     *
     * @param twoThetaDegrees angle between the incident and the diffracted beam (degrees), in (0, 180)
     * @param wavelength wavelength of the X-rays
     * @return spacing with the uncertainty that follows from the angle's (nm)
     * @throws InvalidValueException if the angle is outside (0, 180)
     */
    public static Measured braggNanometres(Measured twoThetaDegrees, Length wavelength) {
        Require.inside("2 theta (degrees)", twoThetaDegrees.value(), 0, 180);
        double half = wavelength.inNanometres() / 2;
        return twoThetaDegrees.apply(twoTheta -> half / Math.sin(Math.toRadians(twoTheta / 2)), twoTheta -> {
            double theta = Math.toRadians(twoTheta / 2);
            return -half * Math.cos(theta) / (Math.sin(theta) * Math.sin(theta)) * Math.toRadians(0.5);
        });
    }

    /**
     * The angle of Bragg's law at which planes reflect, in degrees.
     *
     * @param spacingNanometres spacing (nm), above half the wavelength
     * @param wavelength wavelength of the X-rays
     * @return 2 theta (degrees)
     * @throws InvalidValueException if the spacing is too small to reflect
     */
    public static double braggTwoThetaDegrees(double spacingNanometres, Length wavelength) {
        double half = wavelength.inNanometres() / 2;
        Require.within("spacing (nm)", spacingNanometres, half, Double.MAX_VALUE);
        return 2 * Math.toDegrees(Math.asin(half / spacingNanometres));
    }

    /**
     * Spacing from the diameter of a ring in a selected-area electron diffraction pattern, d = 2/D.
     *
     * @param diameterPerNanometre diameter of the ring in reciprocal space (1/nm), positive
     * @return spacing with its uncertainty (nm)
     * @throws InvalidValueException if the diameter is not positive
     */
    public static Measured ringNanometres(Measured diameterPerNanometre) {
        Require.positive("ring diameter (1/nm)", diameterPerNanometre.value());
        return diameterPerNanometre.pow(-1).times(2);
    }
}
