package io.github.spinodal.phasefield.oscillation.study;

import io.github.spinodal.core.data.GalvanostaticCurve;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.phasefield.oscillation.OscillationResult;
import io.github.spinodal.phasefield.oscillation.OscillationVerdict;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What simulated curves of a film show, averaged over seeds; uncertainties are standard errors from the scatter of seeds. A
 * figure that fewer than two seeds show has no such error and is null.
 *
 * @param film the film
 * @param rateFactor current over that of 0.1 C
 * @param periodShare period as a share of the plateau's charge; null if fewer than two seeds oscillate
 * @param amplitudeVolt amplitude over the middle 70 % of the plateau (V), 2 sqrt(2) rms of voltage less baseline; null if
 *     fewer than two seeds have a plateau
 * @param bumpVolt median height of single bumps (V); null if fewer than two seeds oscillate
 * @param growth amplitude over the last fifth but a twentieth of the plateau over that of the first fifth but a twentieth;
 *     null if fewer than two seeds oscillate
 * @param oscillating share of seeds with a significant oscillation
 * @param plateauVolt mean voltage of the plateau less the equilibrium voltage (V); null if fewer than two seeds have one
 * @param curve the curve of the first seed
 * @param analysis its analysis
 */
public record FilmOscillation(
        FilmPreset film,
        double rateFactor,
        @Nullable Measured periodShare,
        @Nullable Measured amplitudeVolt,
        @Nullable Measured bumpVolt,
        @Nullable Measured growth,
        double oscillating,
        @Nullable Measured plateauVolt,
        GalvanostaticCurve curve,
        OscillationResult analysis)
        implements Serializable {
    /** Amplitude below which the study would not have seen an oscillation (V). */
    public static final double VISIBLE_VOLT = 0.4e-3;

    /**
     * Whether the oscillation has vanished: too small to be seen, or looked for in vain.
     *
     * @return true if the amplitude is at most 0.4 mV, or no seed shows an oscillation where one would have been found
     */
    public boolean vanished() {
        return (amplitudeVolt != null && amplitudeVolt.value() <= VISIBLE_VOLT)
                || (oscillating == 0 && analysis.verdict() == OscillationVerdict.NO_OSCILLATION);
    }

    /**
     * Whether an oscillation that can be seen is left.
     *
     * @return true if a seed oscillates and the amplitude is above 0.4 mV; false also where nothing can be said
     */
    public boolean visible() {
        return oscillating > 0 && amplitudeVolt != null && amplitudeVolt.value() > VISIBLE_VOLT;
    }

    /**
     * Why period, bump height and growth are missing, or the amplitude where that is missing too.
     *
     * @return a sentence part; empty if they are there
     */
    public String missing() {
        if (periodShare != null) {
            return "";
        }
        return oscillating > 0 || analysis.verdict() == OscillationVerdict.OSCILLATION
                ? "fewer than two seeds oscillate"
                : analysis.verdict().text();
    }

    /** The period, or NaN where there is none, with which every comparison is false. */
    double periodOrNaN() {
        return value(periodShare);
    }

    double amplitudeOrNaN() {
        return value(amplitudeVolt);
    }

    double growthOrNaN() {
        return value(growth);
    }

    private static double value(@Nullable Measured measured) {
        return measured == null ? Double.NaN : measured.value();
    }
}
