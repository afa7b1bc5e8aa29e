package io.github.spinodal.phasefield.oscillation;

import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;
import java.util.function.DoubleUnaryOperator;

/**
 * Shape of one period.
 *
 * @param riseShare share of the period during which the voltage rises, from its lowest to its highest point: 0.5 for a
 *     sine or a symmetric triangle, near 0 or 1 for a sawtooth
 * @param harmonics number of harmonics the record can tell from noise
 * @param fundamentalShare share of the fundamental in the power of the oscillation, in (0, 1]
 */
public record Waveform(Measured riseShare, int harmonics, double fundamentalShare) implements Serializable {
    private static final int STEPS = 720;

    /** Share of a period from the lowest to the highest value of a function of the phase. */
    static double riseShare(DoubleUnaryOperator shape) {
        int lowest = 0;
        int highest = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < STEPS; i++) {
            double value = shape.applyAsDouble(2 * Math.PI * i / STEPS);
            if (value < low) {
                low = value;
                lowest = i;
            }
            if (value > high) {
                high = value;
                highest = i;
            }
        }
        return Math.floorMod(highest - lowest, STEPS) / (double) STEPS;
    }

    /**
     * How asymmetric the shape is.
     *
     * @return 0 for a sine or triangle, 1 for a wave that jumps up and slides down, -1 for the reverse
     */
    public Measured asymmetry() {
        return riseShare.times(-2).plus(1);
    }
}
