package io.github.spinodal.core.quantity;

import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * An electric current.
 *
 * @param inAmperes the current (A), finite
 */
public record Current(double inAmperes) implements Serializable {
    /**
     * Checks the number.
     *
     * @throws io.github.spinodal.core.InvalidValueException if the number is not finite
     */
    public Current {
        Require.finite("current (A)", inAmperes);
    }

    /**
     * A current from amperes.
     *
     * @param amperes the current (A), finite
     * @return the current
     * @throws io.github.spinodal.core.InvalidValueException if the number is not finite
     */
    public static Current ofAmperes(double amperes) {
        return new Current(amperes);
    }

    /**
     * A current from milliamperes.
     *
     * @param milliamperes the current (mA), finite
     * @return the current
     * @throws io.github.spinodal.core.InvalidValueException if the number is not finite
     */
    public static Current ofMilliamperes(double milliamperes) {
        return new Current(milliamperes * 1e-3);
    }

    /**
     * A current from microamperes.
     *
     * @param microamperes the current (uA), finite
     * @return the current
     * @throws io.github.spinodal.core.InvalidValueException if the number is not finite
     */
    public static Current ofMicroamperes(double microamperes) {
        return new Current(microamperes * 1e-6);
    }

    /**
     * The current in milliamperes.
     *
     * @return the current (mA)
     */
    public double inMilliamperes() {
        return inAmperes / 1e-3;
    }

    /**
     * The current in microamperes.
     *
     * @return the current (uA)
     */
    public double inMicroamperes() {
        return inAmperes / 1e-6;
    }
}
