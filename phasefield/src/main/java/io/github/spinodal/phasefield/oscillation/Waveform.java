package io.github.spinodal.phasefield.oscillation;

import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;

/**
 * Shape of one period.
 *
 * @param riseShare share of the period during which the voltage rises, from its lowest to its highest point: 0.5 for a
 *     sine or a symmetric triangle, near 0 or 1 for a sawtooth
 * @param harmonics number of harmonics the record can tell from noise
 * @param fundamentalShare share of the fundamental in the power of the oscillation, in (0, 1]
 */
public record Waveform(Measured riseShare, int harmonics, double fundamentalShare) implements Serializable {
    /**
     * How asymmetric the shape is.
     *
     * @return 0 for a sine or triangle, 1 for a wave that jumps up and slides down, -1 for the reverse
     */
    public Measured asymmetry() {
        return riseShare.times(-2).plus(1);
    }
}
