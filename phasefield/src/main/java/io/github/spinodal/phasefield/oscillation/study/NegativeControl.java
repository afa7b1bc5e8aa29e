package io.github.spinodal.phasefield.oscillation.study;

import io.github.spinodal.core.data.GalvanostaticCurve;
import io.github.spinodal.core.data.GalvanostaticCurve.Direction;
import io.github.spinodal.core.quantity.Interval;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.phasefield.oscillation.Oscillation;
import io.github.spinodal.phasefield.oscillation.OscillationResult;
import io.github.spinodal.phasefield.oscillation.OscillationVerdict;
import org.jspecify.annotations.Nullable;

/**
 * The negative control of the study: no oscillation before the first and after the last grain changes phase, on discharge
 * and on charge, with the amplitude that would have been found.
 */
final class NegativeControl {
    /** Share of the stretch outside the plateau that is left free at either end. */
    private static final double CLEAR = 0.15;

    /** More grains take longer, and the stretches outside are all the shorter. */
    private static final int LARGEST_ENSEMBLE = 1000;

    private NegativeControl() {}

    static void run(StudyRun run, FilmOscillation film) {
        StudySettings settings = run.settings.withAtMost(LARGEST_ENSEMBLE);
        for (Direction direction : Direction.values()) {
            FilmSimulation.BesideThePlateau stretches =
                    FilmSimulation.besideThePlateau(film.film(), direction, settings, 1);
            String name = direction == Direction.DISCHARGE ? "discharge" : "charge";
            add(run, name, "before", stretches.before());
            add(run, name, "after", stretches.after());
        }
    }

    private static void add(StudyRun run, String name, String side, @Nullable GalvanostaticCurve stretch) {
        String place = side.equals("before")
                ? "before the first grain changes phase, "
                : "after the last grain has changed phase, ";
        OscillationResult result = stretch == null
                ? null
                : FilmSimulation.ANALYSIS.withWindowOfCharge(CLEAR, 1 - CLEAR).analyze(stretch);
        run.add(new StudyRow(
                "oscillation.outside_plateau." + name + "." + side,
                "largest amplitude that an oscillation can have " + place + name,
                amplitude(result),
                "mV",
                "disappears outside the platforms",
                "section 2.5, Figure S13",
                agreement(result),
                remark(result)));
    }

    private static @Nullable Measured amplitude(@Nullable OscillationResult result) {
        if (result == null || !result.verdict().determinable()) {
            return null;
        }
        return result.oscillation()
                .map(Oscillation::amplitudeMillivolts)
                .orElseGet(() -> Measured.exact(1000 * result.amplitudeLimitVolt()));
    }

    private static StudyRow.Agreement agreement(@Nullable OscillationResult result) {
        if (result == null || !result.verdict().determinable()) {
            return StudyRow.Agreement.NOT_DERIVABLE;
        }
        return result.verdict() == OscillationVerdict.NO_OSCILLATION
                ? StudyRow.Agreement.AGREES
                : StudyRow.Agreement.DISAGREES;
    }

    private static String remark(@Nullable OscillationResult result) {
        if (result == null) {
            return "no grain changes phase";
        }
        if (result.verdict() != OscillationVerdict.NO_OSCILLATION) {
            return result.verdict().text();
        }
        Interval periods = result.searchedPeriodCoulomb().orElseThrow();
        return "upper limit at 95 %, for periods of " + percent(periods.low()) + " to " + percent(periods.high())
                + " % of the plateau";
    }

    private static String percent(double coulomb) {
        return StudyRun.text(100 * coulomb / FilmSimulation.plateauCoulomb());
    }
}
