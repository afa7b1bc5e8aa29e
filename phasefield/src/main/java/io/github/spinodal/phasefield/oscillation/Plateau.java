package io.github.spinodal.phasefield.oscillation;

import java.io.Serializable;

/**
 * The part of a curve where two phases coexist and the voltage stays nearly constant.
 *
 * @param fromCoulomb charge at its beginning (C)
 * @param toCoulomb charge at its end (C), larger
 * @param voltageVolt mean voltage (V)
 * @param slopeVoltPerCoulomb mean slope of the voltage (V/C)
 * @param shareOfCurve its share of the charge of the whole curve, in (0, 1]
 */
public record Plateau(
        double fromCoulomb, double toCoulomb, double voltageVolt, double slopeVoltPerCoulomb, double shareOfCurve)
        implements Serializable {
    /**
     * Width of the plateau.
     *
     * @return charge (C), positive
     */
    public double widthCoulomb() {
        return toCoulomb - fromCoulomb;
    }
}
