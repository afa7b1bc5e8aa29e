package io.github.spinodal.core.quantity;

import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * Strength of semi-infinite diffusion, in either of the two conventions in use.
 *
 * <p>sigma is the slope of Z' against omega^-1/2: Z = sigma (1 - j)/sqrt(omega), with omega in rad/s. Y0 is the
 * admittance coefficient of Boukamp's circuit code: Y = Y0 sqrt(j omega). They are related by sigma = 1/(sqrt(2) Y0), so
 * a larger one means a smaller other one.
 *
 * @param sigmaOhmsPerRootSecond sigma (ohm s^-1/2), positive and finite
 */
public record WarburgCoefficient(double sigmaOhmsPerRootSecond) implements Serializable {
    /**
     * Checks the number.
     *
     * @throws io.github.spinodal.core.InvalidValueException if sigma is not positive and finite
     */
    public WarburgCoefficient {
        Require.positive("Warburg coefficient sigma (ohm s^-1/2)", sigmaOhmsPerRootSecond);
    }

    /**
     * A coefficient from the slope sigma of the impedance.
     *
     * @param ohmsPerRootSecond sigma (ohm s^-1/2), positive and finite
     * @return the coefficient
     * @throws io.github.spinodal.core.InvalidValueException if sigma is not positive and finite
     */
    public static WarburgCoefficient ofSigma(double ohmsPerRootSecond) {
        return new WarburgCoefficient(ohmsPerRootSecond);
    }

    /**
     * A coefficient from the admittance factor Y0.
     *
     * @param siemensRootSecond Y0 (S s^1/2), positive and finite
     * @return the coefficient
     * @throws io.github.spinodal.core.InvalidValueException if Y0 is not positive and finite
     */
    public static WarburgCoefficient ofY0(double siemensRootSecond) {
        Require.positive("Warburg coefficient Y0 (S s^1/2)", siemensRootSecond);
        return new WarburgCoefficient(1 / (Math.sqrt(2) * siemensRootSecond));
    }

    /**
     * Factor of the admittance.
     *
     * @return Y0 (S s^1/2)
     */
    public double y0SiemensRootSecond() {
        return 1 / (Math.sqrt(2) * sigmaOhmsPerRootSecond);
    }
}
