package io.github.spinodal.sfmm.study;

import io.github.spinodal.core.data.ScanMap;
import io.github.spinodal.sfmm.map.Coverage;
import io.github.spinodal.sfmm.map.GrainSizeDistribution;
import io.github.spinodal.sfmm.simulation.SurfaceSimulator;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The surfaces of the study's SI, Figures S3b and S4: current maps of bare and decorated films, simulated, with the share
 * that conducts; and grain sizes at the surface and in the bulk. The study prints words for the coverage ("no current
 * response", "sporadic", "majority", "most"), so the simulated shares are choices within them.
 *
 * @param films one film a sputtering time
 * @param surface the grains at the surface
 * @param bulk the grains in the bulk
 */
public record SurfaceFigure(List<Film> films, Grains surface, Grains bulk) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Mean size of the grains at the surface (m), study, SI Figure S4. */
    public static final double PUBLISHED_SURFACE_METRE = 70e-9;

    /** Mean size of the grains in the bulk (m), study, SI Figure S4. */
    public static final double PUBLISHED_BULK_METRE = 90e-9;

    private static final int[] SECONDS = {0, 30, 60, 90};
    private static final double[] SHARES = {0, 0.12, 0.7, 0.95};
    private static final int PIXELS = 128;
    private static final double PIXEL_METRE = 10e-9;
    private static final double CORRELATION = 3;
    /** Current of a covered pixel and noise of the meter (nA). */
    private static final double CURRENT = 1;

    private static final double NOISE = 0.05;
    /** Standard deviations of the bare film's current above which a pixel conducts. */
    private static final double CONDUCTING = 5;

    private static final int GRAINS = 300;
    private static final double LOGARITHMIC_SPREAD = 0.3;

    /**
     * One film.
     *
     * @param sputteringSeconds sputtering time (s)
     * @param current its current map (nA)
     * @param simulated the share of pixels that conduct in the simulation
     * @param coverage the share that was measured
     */
    public record Film(int sputteringSeconds, ScanMap current, double simulated, Coverage coverage)
            implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Grains that were sized.
     *
     * @param diametersMetre their simulated diameters (m)
     * @param sizes the distribution that was measured
     */
    public record Grains(List<Double> diametersMetre, GrainSizeDistribution sizes) implements Serializable {
        private static final long serialVersionUID = 1L;

        /**
         * Copies the list.
         */
        public Grains {
            diametersMetre = List.copyOf(diametersMetre);
        }
    }

    /**
     * Copies the list.
     */
    public SurfaceFigure {
        films = List.copyOf(films);
    }

    /**
     * Simulates the surfaces and measures them.
     *
     * @param seed seed of the maps
     * @return the figure
     */
    public static SurfaceFigure of(long seed) {
        List<Film> films = new ArrayList<>();
        double threshold = 0;
        for (int i = 0; i < SECONDS.length; i++) {
            double[] patches = new SurfaceSimulator(0, 1, CORRELATION, 0)
                    .simulate("patches", "1", PIXELS, PIXEL_METRE, 7 * seed + i)
                    .presentValues();
            double[] ordered = patches.clone();
            Arrays.sort(ordered);
            int covered = (int) Math.round(SHARES[i] * ordered.length);
            double level = covered == 0 ? Double.POSITIVE_INFINITY : ordered[ordered.length - covered];
            Random random = new Random(11 * seed + i);
            double[] current = new double[patches.length];
            Arrays.setAll(current, k -> (patches[k] >= level ? CURRENT : 0) + NOISE * random.nextGaussian());
            if (i == 0) {
                threshold = CONDUCTING * deviation(current);
            }
            ScanMap map = ScanMap.of("current", "nA", PIXELS, PIXELS, PIXEL_METRE, PIXEL_METRE, current);
            films.add(
                    new Film(SECONDS[i], map, covered / (double) ordered.length, Coverage.above(map, threshold, seed)));
        }
        return new SurfaceFigure(
                films, grains(PUBLISHED_SURFACE_METRE, 13 * seed), grains(PUBLISHED_BULK_METRE, 13 * seed + 1));
    }

    private static double deviation(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(v -> v * v).average().orElse(0));
    }

    private static Grains grains(double mean, long seed) {
        Random random = new Random(seed);
        double median = mean * Math.exp(-0.5 * LOGARITHMIC_SPREAD * LOGARITHMIC_SPREAD);
        double[] diameters = new double[GRAINS];
        Arrays.setAll(diameters, i -> median * Math.exp(LOGARITHMIC_SPREAD * random.nextGaussian()));
        return new Grains(Arrays.stream(diameters).boxed().toList(), GrainSizeDistribution.of(diameters, seed));
    }
}
