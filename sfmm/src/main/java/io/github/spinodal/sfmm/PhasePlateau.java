package io.github.spinodal.sfmm;

import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;

/**
 * A stretch over which the phase keeps a level between those of the liquid and of the solid.
 *
 * @param fromNanometres Z at which it starts (nm)
 * @param toNanometres Z at which it ends (nm)
 * @param phaseDegrees its level (degree)
 */
public record PhasePlateau(double fromNanometres, double toNanometres, Measured phaseDegrees) implements Serializable {
    private static final long serialVersionUID = 1L;
}
