package io.github.spinodal.phasefield.oscillation;

import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;

/**
 * Period and amplitude at one place of the plateau.
 *
 * @param chargeCoulomb the place (C)
 * @param periodCoulomb local period (C)
 * @param amplitudeVolt local amplitude (V), peak to peak in the sense of {@link Oscillation#amplitudeVolt()}
 */
public record LocalOscillation(double chargeCoulomb, Measured periodCoulomb, Measured amplitudeVolt)
        implements Serializable {}
