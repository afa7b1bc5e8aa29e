package io.github.spinodal.phasefield.oscillation.study;

import io.github.spinodal.core.quantity.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks for a distribution of shifts or rates, or a grain graph, that makes the amplitude the same along the plateau. */
final class GrowthScan {
    /** Standard deviation of shifts uniform over 0.4 kT. */
    static final double UNIFORM_SPREAD = 0.4 / Math.sqrt(12);

    private static final String PUBLISHED = "oscillation during the whole plateau";

    private GrowthScan() {}

    static List<GrowthVariant> run(StudyRun run, FilmOscillation film, List<FilmOscillation> redistribution) {
        FilmPreset base = film.film();
        double rates = base.rateLogSpread();
        String[] names = {
            "normal shifts of 0.05 kT, as calibrated",
            "normal shifts of 0.2 kT",
            "normal shifts of 0.5 kT",
            "shifts uniform over 0.4 kT"
        };
        FilmPreset[] films = {
            base,
            base.withSpreads(rates, 0.2),
            base.withSpreads(rates, 0.5),
            base.withSpreads(rates, UNIFORM_SPREAD).withShiftShape(ShiftShape.UNIFORM)
        };
        int grains = run.settings.grains();
        StudySettings small = run.settings
                .withGrains(Math.max(100, grains / GrowthVariant.FACTOR))
                .withSeeds(StudyRun.SCENARIO_SEEDS);
        List<GrowthVariant> variants = new ArrayList<>();
        for (int i = 0; i < films.length; i++) {
            run.say("growth along the plateau: " + names[i]);
            FilmOscillation many = i == 0 ? film : run.measure(films[i]);
            variants.add(new GrowthVariant(names[i], FilmSimulation.measure(films[i], 1, small), many));
        }
        for (int i = 0; i < variants.size(); i++) {
            add(run, i, variants.get(i), small.grains());
        }
        for (FilmOscillation lattice : redistribution) {
            double exchange = lattice.film().exchangeOverRate();
            if (exchange > 0) {
                run.add(StudyRow.compared(
                        "oscillation.growth.exchange." + StudyRun.text(exchange),
                        "growth of the amplitude along the plateau, direct exchange of " + StudyRun.text(exchange)
                                + " k on a square lattice",
                        lattice.growth(),
                        "",
                        PUBLISHED,
                        StudyRun.SECTION,
                        lattice.growthOrNaN() < 1.5,
                        StudyRun.describe(lattice)));
            }
        }
        long flat = variants.stream().filter(v -> v.flat() && v.lasting()).count();
        run.add(StudyRow.compared(
                "oscillation.growth.flattened",
                "distributions whose oscillation is flat and does not fade with the number of grains",
                Measured.exact((double) flat),
                "",
                PUBLISHED,
                StudyRun.SECTION,
                flat > 0,
                flat > 0
                        ? "a wide normal distribution is kept oscillating by the random draw alone; a uniform one has as many"
                                + " grains per millivolt everywhere, and its groups keep going"
                        : "none of those tried: the amplitude grows, or fades with the number of grains"));
        return variants;
    }

    private static void add(StudyRun run, int index, GrowthVariant variant, int fewGrains) {
        FilmOscillation few = variant.few();
        FilmOscillation many = variant.many();
        String reason;
        if (!variant.lasting()) {
            reason = "the oscillation fades with the number of grains";
        } else if (variant.flat()) {
            reason = "flat, and lasting";
        } else {
            reason = "the amplitude grows";
        }
        run.add(StudyRow.compared(
                "oscillation.growth." + index,
                "growth of the amplitude from the first to the last fifth of the plateau, " + variant.name() + ", "
                        + run.settings.grains() + " grains",
                many.growth(),
                "",
                PUBLISHED,
                StudyRun.SECTION,
                variant.flat() && variant.lasting(),
                String.format(
                        Locale.ROOT,
                        "%s: %.2f mV with %d grains, growth %.1f; %s",
                        reason,
                        few.amplitudeOrNaN() * 1000,
                        fewGrains,
                        few.growthOrNaN(),
                        StudyRun.describe(many))));
    }
}
