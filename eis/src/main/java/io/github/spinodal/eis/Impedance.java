package io.github.spinodal.eis;

import java.io.Serializable;

/**
 * A complex impedance.
 *
 * @param realOhm real part Z' (ohm)
 * @param imaginaryOhm imaginary part Z'' (ohm), negative where capacitive
 */
public record Impedance(double realOhm, double imaginaryOhm) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * Modulus.
     *
     * @return |Z| (ohm)
     */
    public double modulusOhm() {
        return Math.hypot(realOhm, imaginaryOhm);
    }

    /**
     * Phase.
     *
     * @return arg Z (rad), negative where capacitive
     */
    public double phaseRadian() {
        return Math.atan2(imaginaryOhm, realOhm);
    }
}
