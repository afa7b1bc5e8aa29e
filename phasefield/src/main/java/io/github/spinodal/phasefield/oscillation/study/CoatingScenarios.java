package io.github.spinodal.phasefield.oscillation.study;

import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.phasefield.grain.SurfaceCondition;
import io.github.spinodal.phasefield.grain.SurfaceCondition.ContactSlope;
import io.github.spinodal.phasefield.grain.SurfaceCondition.FilledLayer;
import java.util.ArrayList;
import java.util.List;

/** What a coating may do to the oscillation: faster kinetics, easier nucleation, on part of the grains or on all. */
final class CoatingScenarios {
    private static final double[] UNEVEN = {0.6, 1.0};
    /** Grains of the films that the study does not describe. */
    private static final int LARGEST_OTHER = 5000;

    private static final double[] SCANNED = {3.0, 2.6, 2.2};
    private static final String ABSENT = "no visible oscillation";
    private static final String FIGURE = "section 2.5, Figure 6a";

    private final StudyRun run;
    private final List<Surface> surfaces = new ArrayList<>();

    /** A wetted surface and the interaction it comes to. */
    private record Surface(String id, String words, WettedInteraction interaction) {}

    /** Wetted surfaces of a grain with the interaction of the bare film. */
    CoatingScenarios(StudyRun run, double omegaOverKT) {
        this.run = run;
        run.say("nucleation at wetted surfaces, one grain in space");
        add("slope", "surface energy falling with the filling (slope 0.06/nm)", omegaOverKT, new ContactSlope(6e7));
        add(
                "steep",
                "surface energy falling steeply with the filling (slope 0.2/nm)",
                omegaOverKT,
                new ContactSlope(2e8));
        add("complete", "complete wetting by a filled layer", omegaOverKT, new FilledLayer(0.98));
    }

    private void add(String id, String words, double omega, SurfaceCondition surface) {
        WettedInteraction wetted = WettedInteraction.of(omega, surface);
        surfaces.add(new Surface(id, words, wetted));
        run.add(StudyRow.prediction(
                "oscillation.wetting." + id,
                "Omega/kT of covered grains, " + words,
                Measured.exact(wetted.omegaOverKT()),
                "",
                "one grain of 70 nm in space, filled slowly",
                "overshoots to " + StudyRun.text(wetted.overshootOverKT()) + " kT; Omega/kT of the bare grain "
                        + StudyRun.text(omega)));
    }

    /** All scenarios of AZO(60) under the law of the film. */
    List<FilmOscillation> azo60(FilmOscillation bare, String law) {
        FilmPreset film = bare.film().covered("AZO(60)-LTO", FilmPreset.azo60().coverage());
        List<FilmOscillation> list = new ArrayList<>();
        list.add(scenario(film, law, "cycle1", "cycle 1: kinetics as the bare film's"));
        list.add(scenario(
                film.withCoveredRateFactor(FilmPreset.RATE_FACTOR_AFTER_100_CYCLES),
                law,
                "cycle100",
                "cycle 100: rate constants 8.13 times larger"));
        for (double spread : UNEVEN) {
            list.add(scenario(
                    bare.film().withSpreads(spread, film.shiftSpreadOverKT()),
                    law,
                    "uneven" + StudyRun.text(spread),
                    "uneven kinetics: spread of ln k " + StudyRun.text(spread) + " instead of "
                            + StudyRun.text(film.rateLogSpread()) + " on all grains"));
        }
        for (double omega : SCANNED) {
            list.add(scenario(
                    film.withWettedOmega(omega),
                    law,
                    "wetted" + StudyRun.text(omega),
                    "easier nucleation only, scanned: Omega/kT " + StudyRun.text(omega) + " on the covered grains"));
        }
        for (Surface surface : surfaces) {
            list.add(scenario(
                    film.withWettedOmega(surface.interaction().omegaOverKT()),
                    law,
                    "surface." + surface.id(),
                    "easier nucleation only, " + surface.words() + ": Omega/kT "
                            + StudyRun.text(surface.interaction().omegaOverKT()) + " on the covered grains"));
        }
        return list;
    }

    /** The films with a thinner and a thicker coating, of which the study says nothing. */
    void otherFilms(FilmOscillation bare) {
        double wetted = surfaces.get(surfaces.size() - 1).interaction().omegaOverKT();
        for (FilmPreset preset : List.of(FilmPreset.azo30(), FilmPreset.azo90())) {
            FilmPreset film = bare.film().covered(preset.name(), preset.coverage());
            String id = preset.coverage() < 0.5 ? "oscillation.azo30" : "oscillation.azo90";
            other(film, id + ".cycle1", "kinetics as the bare film's");
            other(
                    film.withCoveredRateFactor(FilmPreset.RATE_FACTOR_AFTER_100_CYCLES),
                    id + ".fast",
                    "covered grains with rate constants 8.13 times larger");
            other(film.withWettedOmega(wetted), id + ".wetted", "covered grains completely wetted");
        }
    }

    private void other(FilmPreset film, String id, String what) {
        run.say(film.name() + ", " + what);
        FilmOscillation now = FilmSimulation.measure(
                film, 1, run.settings.withAtMost(LARGEST_OTHER).withSeeds(StudyRun.SCENARIO_SEEDS));
        run.add(StudyRow.prediction(
                id,
                film.name() + " at 0.1 C (" + StudyRun.text(100 * film.coverage()) + " % of the grains covered), "
                        + what + ": amplitude",
                StudyRun.times(now.amplitudeVolt(), 1000),
                "mV",
                "simulation; the study describes AZO(60) only",
                now.vanished() ? ABSENT : StudyRun.describe(now),
                now));
    }

    private FilmOscillation scenario(FilmPreset film, String law, String id, String what) {
        run.say("AZO(60), " + law + " law, " + what);
        FilmOscillation now = run.measure(film);
        run.add(StudyRow.vanishing(
                "oscillation.azo60." + law + "." + id,
                "AZO(60) at 0.1 C, " + law + " law, " + what + ": amplitude",
                now,
                ABSENT,
                FIGURE,
                ""));
        return now;
    }
}
