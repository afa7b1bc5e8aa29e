package io.github.spinodal.core.peaks;

import io.github.spinodal.core.cycling.PotentialSweep;
import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;

/**
 * A current peak of one potential sweep.
 *
 * @param cycle number of the cycle
 * @param direction direction of the sweep
 * @param potentialVolt peak potential (V)
 * @param currentAmpere peak current above the sloping background (A), negative for reduction
 * @param widthVolt full width at half maximum (V)
 */
public record VoltammetricPeak(
        int cycle,
        PotentialSweep.Direction direction,
        Measured potentialVolt,
        Measured currentAmpere,
        Measured widthVolt)
        implements Serializable {}
