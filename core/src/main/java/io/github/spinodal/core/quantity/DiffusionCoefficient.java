package io.github.spinodal.core.quantity;

import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * A diffusion coefficient.
 *
 * @param inSquareMetresPerSecond the diffusion coefficient (m2/s), positive and finite
 */
public record DiffusionCoefficient(double inSquareMetresPerSecond) implements Serializable {
    /**
     * Checks the number.
     *
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public DiffusionCoefficient {
        Require.positive("diffusion coefficient (m2/s)", inSquareMetresPerSecond);
    }

    /**
     * A diffusion coefficient from square metres per second.
     *
     * @param squareMetresPerSecond the diffusion coefficient (m2/s), positive and finite
     * @return the diffusion coefficient
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public static DiffusionCoefficient ofSquareMetresPerSecond(double squareMetresPerSecond) {
        return new DiffusionCoefficient(squareMetresPerSecond);
    }

    /**
     * A diffusion coefficient from square centimetres per second.
     *
     * @param squareCentimetresPerSecond the diffusion coefficient (cm2/s), positive and finite
     * @return the diffusion coefficient
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public static DiffusionCoefficient ofSquareCentimetresPerSecond(double squareCentimetresPerSecond) {
        return new DiffusionCoefficient(squareCentimetresPerSecond * 1e-4);
    }

    /**
     * The diffusion coefficient in square centimetres per second.
     *
     * @return the diffusion coefficient (cm2/s)
     */
    public double inSquareCentimetresPerSecond() {
        return inSquareMetresPerSecond / 1e-4;
    }
}
