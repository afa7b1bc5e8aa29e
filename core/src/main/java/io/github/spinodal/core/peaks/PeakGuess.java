package io.github.spinodal.core.peaks;

import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * Where a peak starts in a fit; its height is taken from the data.
 *
 * @param shape shape of the peak
 * @param centre starting centre in the unit of x, finite
 * @param width starting width in the unit of x, positive
 */
public record PeakGuess(PeakShape shape, double centre, double width) implements Serializable {
    /**
     * Checks the values.
     *
     * @throws io.github.spinodal.core.InvalidValueException if the centre is not finite or the width not positive
     */
    public PeakGuess {
        Require.finite("centre", centre);
        Require.positive("width", width);
    }
}
