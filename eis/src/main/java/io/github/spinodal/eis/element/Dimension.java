package io.github.spinodal.eis.element;

import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * The physical dimension of a parameter, ohm^a s^(b + c p), where p is another, dimensionless parameter of the same
 * element (the exponent n of a constant-phase element makes its coefficient S s^n).
 *
 * <p>A fit divides impedances and frequencies by scales of the data; the dimension says how each parameter follows.
 *
 * @param ohm exponent a of the ohm
 * @param second constant part b of the exponent of the second
 * @param exponentParameter index of the parameter p within its element, or -1 if the dimension is constant
 * @param exponentFactor factor c of p, zero if the dimension is constant
 */
public record Dimension(double ohm, double second, int exponentParameter, double exponentFactor)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** No dimension. */
    public static final Dimension NONE = of(0, 0);

    /** Resistance (ohm). */
    public static final Dimension RESISTANCE = of(1, 0);

    /** Time (s). */
    public static final Dimension TIME = of(0, 1);

    /**
     * Checks the exponents.
     *
     * @throws io.github.spinodal.core.InvalidValueException if an exponent is not finite
     */
    public Dimension {
        Require.finite("exponent of the ohm", ohm);
        Require.finite("exponent of the second", second);
        Require.finite("factor of the exponent parameter", exponentFactor);
    }

    /**
     * A constant dimension ohm^a s^b.
     *
     * @param ohm exponent a of the ohm
     * @param second exponent b of the second
     * @return the dimension
     */
    public static Dimension of(double ohm, double second) {
        return new Dimension(ohm, second, -1, 0);
    }

    /**
     * A dimension ohm^a s^(c p) that depends on an exponent parameter p.
     *
     * @param ohm exponent a of the ohm
     * @param exponentParameter index of p within its element, at least 0
     * @param exponentFactor factor c, not zero
     * @return the dimension
     */
    public static Dimension withExponent(double ohm, int exponentParameter, double exponentFactor) {
        return new Dimension(ohm, 0, Require.atLeast("index of p", exponentParameter, 0), exponentFactor);
    }

    /**
     * Whether the dimension depends on another parameter.
     *
     * @return true if it does
     */
    public boolean dependsOnExponent() {
        return exponentParameter >= 0;
    }

    /**
     * The exponent of the second for given parameters.
     *
     * @param parameters all parameters of the element, in its order
     * @return b + c p
     */
    public double secondExponent(double[] parameters) {
        return dependsOnExponent() ? second + exponentFactor * parameters[exponentParameter] : second;
    }
}
