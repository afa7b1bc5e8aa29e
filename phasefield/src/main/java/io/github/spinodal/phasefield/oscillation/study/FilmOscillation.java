package io.github.spinodal.phasefield.oscillation.study;

import io.github.spinodal.core.data.GalvanostaticCurve;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.phasefield.oscillation.OscillationResult;
import java.io.Serializable;

/**
 * What simulated curves of a film show, averaged over seeds; uncertainties are standard errors from the scatter of seeds.
 *
 * @param film the film
 * @param rateFactor current over that of 0.1 C
 * @param periodShare period as a share of the plateau's charge; zero if no seed oscillates
 * @param amplitudeVolt amplitude over the middle 70 % of the plateau (V), 2 sqrt(2) rms of voltage less baseline
 * @param bumpVolt median height of single bumps (V); zero if no seed oscillates
 * @param growth amplitude over the last fifth but a twentieth of the plateau over that of the first fifth but a twentieth;
 *     one if no seed oscillates
 * @param oscillating share of seeds with a significant oscillation
 * @param plateauVolt mean voltage of the plateau less the equilibrium voltage (V)
 * @param curve the curve of the first seed
 * @param analysis its analysis
 */
public record FilmOscillation(
        FilmPreset film,
        double rateFactor,
        Measured periodShare,
        Measured amplitudeVolt,
        Measured bumpVolt,
        Measured growth,
        double oscillating,
        double plateauVolt,
        GalvanostaticCurve curve,
        OscillationResult analysis)
        implements Serializable {
    /** Amplitude below which the study would not have seen an oscillation (V). */
    public static final double VISIBLE_VOLT = 0.4e-3;

    /**
     * Whether the oscillation has vanished: not found, or too small to be seen.
     *
     * @return true if no seed shows one, or the amplitude is at most 0.4 mV
     */
    public boolean vanished() {
        return oscillating == 0 || amplitudeVolt.value() <= VISIBLE_VOLT;
    }
}
