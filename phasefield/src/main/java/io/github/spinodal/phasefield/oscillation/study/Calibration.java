package io.github.spinodal.phasefield.oscillation.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Finds the rate constant, and the interaction if wanted, that give the bare film the study's period and amplitude. */
public final class Calibration {
    /** Period of the bare film at 0.1 C (uAh/cm2), section 2.5. */
    public static final double PERIOD_MICROAMPERE_HOURS_PER_SQUARE_CENTIMETRE = 0.67;

    /** Areal capacity of the whole range and of the plateau of the film the period is printed for (uAh/cm2). */
    public static final double TOTAL_CAPACITY = 29.0;

    /** The plateau's part of it, 175 of 260 mAh/g (uAh/cm2). */
    public static final double PLATEAU_CAPACITY = TOTAL_CAPACITY * 175 / 260;

    /** Period as a share of the plateau. */
    public static final double PERIOD_SHARE = PERIOD_MICROAMPERE_HOURS_PER_SQUARE_CENTIMETRE / PLATEAU_CAPACITY;

    /** Amplitude of the bare film at 0.1 C (V), section 2.5. */
    public static final double AMPLITUDE_VOLT = 2.52e-3;

    /** Exponent of the period in the current from which the search starts. */
    private static final double EXPECTED_EXPONENT = 0.5;

    private static final double AMPLITUDE_TOLERANCE_VOLT = 0.4e-3;
    private static final int ROUNDS = 5;
    private static final double CLOSE = 0.02;

    private Calibration() {}

    /**
     * Changes the rate constant until the period is the study's.
     *
     * @param start film to start from
     * @param settings sizes
     * @param progress told what is going on
     * @return the measured film whose period came closest
     */
    public static FilmOscillation ofRate(FilmPreset start, StudySettings settings, Consumer<String> progress) {
        List<FilmOscillation> tried = new ArrayList<>();
        double ratio = start.fillingRateOverRate();
        for (int round = 0; round < ROUNDS; round++) {
            FilmOscillation now = FilmSimulation.measure(start.withFillingRateOverRate(ratio), 1, settings);
            progress.accept(String.format(
                    Locale.ROOT,
                    "%s: Omega %.3f kT, rate of filling over rate constant %.3g, period %.2f %%, amplitude %.2f mV",
                    start.name(),
                    start.omegaOverKT(),
                    ratio,
                    100 * now.periodOrNaN(),
                    1000 * now.amplitudeOrNaN()));
            tried.add(now);
            if (!(now.periodOrNaN() > 0) || distance(now) < CLOSE) {
                break;
            }
            ratio = proposal(tried);
        }
        return tried.stream()
                .min(Comparator.comparingDouble(Calibration::distance))
                .orElseThrow();
    }

    /** Whether the amplitude is the study's within 0.4 mV. */
    static boolean meetsAmplitude(FilmOscillation film) {
        return Math.abs(film.amplitudeOrNaN() - AMPLITUDE_VOLT) <= AMPLITUDE_TOLERANCE_VOLT;
    }

    private static double distance(FilmOscillation film) {
        double period = film.periodOrNaN();
        return period > 0 ? Math.abs(Math.log(period / PERIOD_SHARE)) : Double.MAX_VALUE;
    }

    /** Where a power law through the points tried so far meets the period; its exponent is drawn towards the expected. */
    private static double proposal(List<FilmOscillation> tried) {
        double meanRatio = 0;
        double meanPeriod = 0;
        for (FilmOscillation film : tried) {
            meanRatio += Math.log(film.film().fillingRateOverRate()) / tried.size();
            meanPeriod += Math.log(film.periodOrNaN()) / tried.size();
        }
        double covariance = EXPECTED_EXPONENT;
        double variance = 1;
        for (FilmOscillation film : tried) {
            double ratio = Math.log(film.film().fillingRateOverRate()) - meanRatio;
            covariance += ratio * (Math.log(film.periodOrNaN()) - meanPeriod);
            variance += ratio * ratio;
        }
        return Math.exp(meanRatio + (Math.log(PERIOD_SHARE) - meanPeriod) * variance / covariance);
    }

    /**
     * Changes rate constant and interaction until period and amplitude are the study's: the amplitude at the study's period
     * is interpolated linearly in Omega.
     *
     * @param fixed the calibration with the first interaction
     * @param settings sizes
     * @param progress told what is going on
     * @return the measured film; the one given if it does not oscillate
     */
    public static FilmOscillation ofRateAndInteraction(
            FilmOscillation fixed, StudySettings settings, Consumer<String> progress) {
        double first = fixed.film().omegaOverKT();
        double firstAmplitude = fixed.amplitudeOrNaN();
        if (!(firstAmplitude > 0) || fixed.periodShare() == null) {
            return fixed;
        }
        double second = first * Math.min(1.4, Math.max(0.75, 1 + 0.35 * (AMPLITUDE_VOLT / firstAmplitude - 1)));
        FilmOscillation other = ofRate(fixed.film().withOmega(second), settings, progress);
        double slope = (other.amplitudeOrNaN() - firstAmplitude) / (second - first);
        double wanted = second;
        if (slope > 0) {
            wanted = Math.min(1.6 * first, Math.max(2.1, first + (AMPLITUDE_VOLT - firstAmplitude) / slope));
        }
        return ofRate(other.film().withOmega(wanted), settings, progress);
    }
}
