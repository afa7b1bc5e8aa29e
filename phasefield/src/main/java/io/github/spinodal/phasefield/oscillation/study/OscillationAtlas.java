package io.github.spinodal.phasefield.oscillation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What sets period and amplitude: simulations on a grid of interaction, current over rate constant and spread of shifts,
 * under the symmetric law with a spread of ln k of 0.3. {@link ScalingLaws} condenses it.
 */
public final class OscillationAtlas {
    private static final double[] OMEGAS = {3.0, 3.5, 4.0, 4.5};
    private static final double[] RATIOS = {6e-4, 1.2e-3, 2.4e-3, 4.8e-3};
    private static final double[] SPREADS = {0.025, 0.05, 0.1, 0.2};

    private OscillationAtlas() {}

    /**
     * The points that come with the library, computed with 1000 grains and 2 seeds.
     *
     * @return 64 points
     */
    public static List<AtlasPoint> stored() {
        return StoredAtlas.points();
    }

    /**
     * Simulates the grid of 64 points.
     *
     * @param settings sizes; the seeds of a point are averaged
     * @param progress told what is going on
     * @return the points that show an oscillation
     */
    public static List<AtlasPoint> compute(StudySettings settings, Consumer<String> progress) {
        List<AtlasPoint> points = new ArrayList<>();
        for (double omega : OMEGAS) {
            for (double ratio : RATIOS) {
                for (double spread : SPREADS) {
                    FilmPreset film = FilmPreset.bare()
                            .withOmega(omega)
                            .withFillingRateOverRate(ratio)
                            .withSpreads(0.3, spread);
                    FilmOscillation now = FilmSimulation.measure(film, 1, settings);
                    double period = now.periodOrNaN();
                    double amplitude = now.amplitudeOrNaN();
                    progress.accept(String.format(
                            Locale.ROOT, "%.2f,%.2e,%.3f,%.5f,%.5e", omega, ratio, spread, period, amplitude));
                    if (period > 0 && amplitude > 0) {
                        points.add(new AtlasPoint(omega, ratio, spread, period, amplitude));
                    }
                }
            }
        }
        return points;
    }
}
