package io.github.spinodal.sfmm;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * Complex lateral stiffness of a contact over the torsional stiffness of the cantilever.
 *
 * <p>The two are in series, so the detector sees r = k/(1 + k), not k, and arctan(G''/G') equals the measured phase only
 * while the contact is far softer than the cantilever. With the amplitude on the solid as reference, k = r/(1 - r).
 *
 * @param real elastic part, Re k
 * @param imaginary viscous part, Im k
 */
public record LateralStiffness(double real, double imaginary) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * Checks both parts.
     *
     * @throws InvalidValueException if a part is not finite
     */
    public LateralStiffness {
        Require.finite("elastic part", real);
        Require.finite("viscous part", imaginary);
    }

    /**
     * The stiffness behind a measured torsion.
     *
     * @param amplitudeRatio amplitude over that on the solid, zero or positive
     * @param phaseRadian lag behind the torsion on the solid (rad)
     * @return the stiffness
     * @throws InvalidValueException if the ratio is negative, or ratio and phase are those of the solid itself, where the
     *     stiffness of the contact cannot be told from infinity
     */
    public static LateralStiffness ofTorsion(double amplitudeRatio, double phaseRadian) {
        Require.nonNegative("amplitude ratio", amplitudeRatio);
        Require.finite("phase (rad)", phaseRadian);
        double x = amplitudeRatio * Math.cos(phaseRadian);
        double y = amplitudeRatio * Math.sin(phaseRadian);
        double norm = (1 - x) * (1 - x) + y * y;
        if (!(norm > 1e-12)) {
            throw new InvalidValueException("amplitude ratio", amplitudeRatio, "different from that of the solid");
        }
        return new LateralStiffness((x * (1 - x) - y * y) / norm, y / norm);
    }

    /**
     * What remains when another stiffness acts beside it, such as the drag of the liquid.
     *
     * @param other the stiffness to take away
     * @return the difference
     */
    public LateralStiffness minus(LateralStiffness other) {
        return new LateralStiffness(real - other.real, imaginary - other.imaginary);
    }

    /**
     * Loss angle.
     *
     * @return angle (degree)
     */
    public double lossAngleDegrees() {
        return Math.toDegrees(Math.atan2(imaginary, real));
    }

    /**
     * Modulus.
     *
     * @return size of the stiffness over the torsional stiffness
     */
    public double modulus() {
        return Math.hypot(real, imaginary);
    }

    /**
     * Storage and loss modulus of the sample for a rigid tip in a circular contact without slip, k = 8 a G/(2 - nu) (Mindlin
     * 1949, J. Appl. Mech. 16:259).
     *
     * @param torsionalStiffness lateral stiffness of the cantilever (N/m), positive
     * @param contactRadiusMetre contact radius a (m), positive
     * @param poissonRatio Poisson ratio of the sample, in [0, 0.5]
     * @return G' and G'' (Pa)
     * @throws InvalidValueException if an argument is out of range
     */
    public ShearModulus shearModulus(double torsionalStiffness, double contactRadiusMetre, double poissonRatio) {
        Require.positive("torsional stiffness (N/m)", torsionalStiffness);
        Require.positive("contact radius (m)", contactRadiusMetre);
        Require.within("Poisson ratio", poissonRatio, 0, 0.5);
        double factor = (2 - poissonRatio) * torsionalStiffness / (8 * contactRadiusMetre);
        return new ShearModulus(factor * real, factor * imaginary);
    }

    /**
     * A complex shear modulus.
     *
     * @param storagePascal storage modulus G' (Pa)
     * @param lossPascal loss modulus G'' (Pa)
     */
    public record ShearModulus(double storagePascal, double lossPascal) implements Serializable {
        private static final long serialVersionUID = 1L;
    }
}
