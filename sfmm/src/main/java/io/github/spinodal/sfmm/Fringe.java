package io.github.spinodal.sfmm;

import java.io.Serializable;

/**
 * An optical interference fringe: amplitude times sin(2 pi (Z - middle)/period + phase), with Z counted from the middle of
 * the ramp.
 *
 * @param amplitudeNanometres amplitude (nm)
 * @param periodNanometres period in Z (nm)
 * @param phaseRadian phase at the middle of the ramp (rad)
 */
public record Fringe(double amplitudeNanometres, double periodNanometres, double phaseRadian) implements Serializable {
    private static final long serialVersionUID = 1L;
}
