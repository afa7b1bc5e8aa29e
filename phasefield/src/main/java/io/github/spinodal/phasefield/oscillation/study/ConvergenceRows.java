package io.github.spinodal.phasefield.oscillation.study;

import io.github.spinodal.core.quantity.Measured;
import org.jspecify.annotations.Nullable;

/** How far the figures depend on the number of grains, the tolerance of the time steps and the draw of the grains. */
final class ConvergenceRows {
    private static final int FACTOR = 4;
    private static final double CONVERGED_PERCENT = 5;

    private ConvergenceRows() {}

    static void run(StudyRun run, String id, String what, FilmOscillation film) {
        StudySettings settings = run.settings;
        run.say("convergence, " + what);
        StudySettings draws = settings.withSeeds(StudyRun.SCENARIO_SEEDS);
        FilmOscillation same = FilmSimulation.measure(film.film(), 1, draws);
        FilmOscillation halved = FilmSimulation.measure(
                film.film(), 1, draws.withRelativeTolerance(Math.max(1e-10, settings.relativeTolerance() / 2)));
        FilmOscillation larger = FilmSimulation.measure(film.film(), 1, draws.withGrains(FACTOR * settings.grains()));
        String from = settings.grains() + " grains";
        String to = FACTOR * settings.grains() + " grains";
        changes(run, id + ".tolerance", what + ": with half the tolerance, same grains", same, halved);
        changes(run, id + ".grains", what + ": from " + from + " to " + to, film, larger);
        double root = Math.sqrt(settings.seeds());
        run.add(StudyRow.prediction(
                id + ".sampling.period",
                what + ": standard deviation of the period between draws of " + from,
                scatter(film.periodShare(), root),
                "%",
                settings.seeds() + " seeds",
                "what one draw leaves uncertain; the rows give it over the root of the number of seeds",
                film));
        run.add(StudyRow.prediction(
                id + ".sampling.amplitude",
                what + ": standard deviation of the amplitude between draws of " + from,
                scatter(film.amplitudeVolt(), root),
                "%",
                settings.seeds() + " seeds",
                "",
                film));
    }

    private static @Nullable Measured scatter(@Nullable Measured mean, double root) {
        return mean == null ? null : Measured.exact(100 * root * mean.relativeUncertainty());
    }

    private static void changes(StudyRun run, String id, String what, FilmOscillation a, FilmOscillation b) {
        FilmOscillation lacking = a.missing().isEmpty() ? b : a;
        add(
                run,
                id + ".period",
                what + ": change of the period",
                StudyRun.change(a.periodShare(), b.periodShare()),
                lacking);
        add(
                run,
                id + ".amplitude",
                what + ": change of the amplitude",
                StudyRun.change(a.amplitudeVolt(), b.amplitudeVolt()),
                lacking);
    }

    private static void add(
            StudyRun run, String id, String quantity, @Nullable Measured change, FilmOscillation lacking) {
        if (change == null) {
            run.add(StudyRow.prediction(id, quantity, null, "%", "simulation", "", lacking));
            return;
        }
        double size = Math.abs(change.value());
        String verdict;
        if (size < CONVERGED_PERCENT) {
            verdict = "converged within 5 %";
        } else if (size < 2 * change.standardUncertainty()) {
            verdict = "more than 5 %, but within the scatter of the seeds";
        } else {
            verdict = "not converged within 5 %";
        }
        run.add(StudyRow.prediction(id, quantity, change, "%", "simulation", verdict));
    }
}
