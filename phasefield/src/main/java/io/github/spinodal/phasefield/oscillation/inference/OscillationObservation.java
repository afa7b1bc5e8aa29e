package io.github.spinodal.phasefield.oscillation.inference;

import io.github.spinodal.core.Require;
import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;

/**
 * An oscillation measured at one current.
 *
 * @param fillingRatePerSecond current over plateau capacity (1/s), positive
 * @param periodShare period over plateau capacity, positive
 * @param amplitudeVolt amplitude over the middle of the plateau (V), 2 sqrt(2) rms, positive
 */
public record OscillationObservation(double fillingRatePerSecond, Measured periodShare, Measured amplitudeVolt)
        implements Serializable {
    /** Checks the values. */
    public OscillationObservation {
        Require.positive("rate of filling (1/s)", fillingRatePerSecond);
        Require.positive("period over plateau capacity", periodShare.value());
        Require.positive("amplitude (V)", amplitudeVolt.value());
    }
}
