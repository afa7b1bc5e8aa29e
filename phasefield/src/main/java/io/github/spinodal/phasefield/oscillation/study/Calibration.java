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
    private static final int ROUNDS = 4;
    private static final double CLOSE = 0.05;

    /** Few grains get near the answer in a tenth of the time; their amplitude is that of few grains. */
    private static final int SEARCH_GRAINS = 1000;

    private static final int REFINEMENTS = 3;
    private static final int REFINEMENT_SEEDS = 2;

    /** Slopes of ln(period) in ln(rate of filling over rate constant) and in Omega, and the same of ln(amplitude). */
    private static final double[] PERIOD_SLOPES = {0.52, -0.22};

    private static final double[] AMPLITUDE_SLOPES = {0.1, 0.9};

    private Calibration() {}

    /**
     * Finds the rate constant with which the film has the study's period: near it with few grains, then corrected with as
     * many as the settings say.
     *
     * @param start film to start from
     * @param settings sizes
     * @param progress told what is going on
     * @return the measured film
     */
    public static FilmOscillation ofRate(FilmPreset start, StudySettings settings, Consumer<String> progress) {
        return refined(searchedRate(start, settings.withAtMost(SEARCH_GRAINS), progress), false, settings, progress);
    }

    /**
     * Finds rate constant and interaction with which the film has the study's period and amplitude: near them with few
     * grains, then corrected with as many as the settings say.
     *
     * @param start film to start from
     * @param settings sizes
     * @param progress told what is going on
     * @return the measured film; one that does not oscillate as it is
     */
    public static FilmOscillation ofRateAndInteraction(
            FilmPreset start, StudySettings settings, Consumer<String> progress) {
        StudySettings few = settings.withAtMost(SEARCH_GRAINS);
        return refined(
                searchedInteraction(searchedRate(start, few, progress), few, progress), true, settings, progress);
    }

    /**
     * Steps with the known slopes. Every measurement is an estimate of the answer, as uncertain as its draws of the grains;
     * the answer is the mean of the estimates.
     */
    private static FilmOscillation refined(
            FilmOscillation near, boolean interaction, StudySettings settings, Consumer<String> progress) {
        FilmPreset film = near.film();
        if (near.periodShare() == null || near.amplitudeVolt() == null) {
            return near;
        }
        double logRatio = 0;
        double omega = 0;
        for (int round = 1; round <= REFINEMENTS; round++) {
            FilmOscillation now = measured(film, settings.withSeeds(REFINEMENT_SEEDS), progress);
            if (now.periodShare() == null || now.amplitudeVolt() == null) {
                return now;
            }
            double period = Math.log(PERIOD_SHARE / now.periodOrNaN());
            double amplitude = interaction ? Math.log(AMPLITUDE_VOLT / now.amplitudeOrNaN()) : 0;
            double determinant = PERIOD_SLOPES[0] * AMPLITUDE_SLOPES[1] - PERIOD_SLOPES[1] * AMPLITUDE_SLOPES[0];
            double ratioStep = interaction
                    ? (AMPLITUDE_SLOPES[1] * period - PERIOD_SLOPES[1] * amplitude) / determinant
                    : period / PERIOD_SLOPES[0];
            double omegaStep =
                    interaction ? (PERIOD_SLOPES[0] * amplitude - AMPLITUDE_SLOPES[0] * period) / determinant : 0;
            logRatio += (Math.log(film.fillingRateOverRate()) + ratioStep - logRatio) / round;
            omega += (film.omegaOverKT() + omegaStep - omega) / round;
            film = film.withFillingRateOverRate(Math.exp(logRatio));
            film = interaction ? film.withOmega(omega) : film;
        }
        return measured(film, settings, progress);
    }

    private static FilmOscillation measured(FilmPreset film, StudySettings settings, Consumer<String> progress) {
        FilmOscillation now = FilmSimulation.measure(film, 1, settings);
        progress.accept(String.format(
                Locale.ROOT,
                "%s, %d grains: Omega %.3f kT, rate of filling over rate constant %.3g, period %.2f %%, amplitude %.2f mV",
                film.name(),
                settings.grains(),
                film.omegaOverKT(),
                film.fillingRateOverRate(),
                100 * now.periodOrNaN(),
                1000 * now.amplitudeOrNaN()));
        return now;
    }

    /** Changes the rate constant until the period is the study's; the film whose period came closest. */
    private static FilmOscillation searchedRate(FilmPreset start, StudySettings settings, Consumer<String> progress) {
        List<FilmOscillation> tried = new ArrayList<>();
        double ratio = start.fillingRateOverRate();
        for (int round = 0; round < ROUNDS; round++) {
            FilmOscillation now = measured(start.withFillingRateOverRate(ratio), settings, progress);
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

    /** The same for the interaction as well: the amplitude at the study's period is interpolated linearly in Omega. */
    private static FilmOscillation searchedInteraction(
            FilmOscillation fixed, StudySettings settings, Consumer<String> progress) {
        double first = fixed.film().omegaOverKT();
        double firstAmplitude = fixed.amplitudeOrNaN();
        if (!(firstAmplitude > 0) || fixed.periodShare() == null) {
            return fixed;
        }
        double second = first * Math.min(1.4, Math.max(0.75, 1 + 0.35 * (AMPLITUDE_VOLT / firstAmplitude - 1)));
        FilmOscillation other = searchedRate(fixed.film().withOmega(second), settings, progress);
        double slope = (other.amplitudeOrNaN() - firstAmplitude) / (second - first);
        double wanted = second;
        if (slope > 0) {
            wanted = Math.min(1.6 * first, Math.max(2.1, first + (AMPLITUDE_VOLT - firstAmplitude) / slope));
        }
        return searchedRate(other.film().withOmega(wanted), settings, progress);
    }
}
