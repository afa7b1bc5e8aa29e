package io.github.spinodal.phasefield.oscillation.study;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.data.GalvanostaticCurve.Direction;
import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.jspecify.annotations.Nullable;

/**
 * What sets period and amplitude beside the parameters of the atlas, one at a time: number of grains, coverage, exchange of
 * lithium between neighbours, thermal noise.
 */
public final class SingleEffects {
    /** The film in the middle of {@link #stored()}: the bare film calibrated on period and amplitude, Omega free. */
    public static final FilmPreset MIDDLE = FilmPreset.bare().withOmega(4.247).withFillingRateOverRate(2.594e-3);

    /** Sizes of {@link #stored()}: 4000 grains where the table does not say otherwise, 4 seeds. */
    public static final StudySettings STORED_SETTINGS =
            StudySettings.withDefaults().withGrains(4000);

    private static final double[] GRAINS = {1000, 4000, 16_000};
    private static final double[] COVERAGES = {0, 0.3, 0.5, 0.7, 0.8};
    /** Regular solutions separate above 2 kT: grains whose surface is completely wetted switch without an overshoot. */
    private static final double WETTED_OMEGA = 2;

    private static final double[] EXCHANGES = {0, 0.0001, 0.0003, 0.001};
    private static final double[] SITES = {1e3, 1e4, 1e5, 1e6};
    /** Direct exchange makes a simulation many times slower. */
    private static final int LARGEST_LATTICE = 400;
    /** The time steps of thermal noise are short and fixed. */
    private static final int LARGEST_NOISY = 1000;

    private SingleEffects() {}

    /** What is varied. */
    public enum Effect {
        /** Number of grains. */
        GRAINS,
        /** Share of the grains that is coated and nucleates without a barrier; scaled as the share that is left. */
        COVERAGE,
        /** Conductance between neighbours on a square lattice, over the rate constant. */
        EXCHANGE,
        /** Lithium sites per grain, which make its thermal noise. */
        SITES
    }

    /**
     * What the simulated curves of one film show, with standard errors from the scatter of seeds.
     *
     * @param effect what was varied
     * @param value its value
     * @param periodShare period as a share of the plateau's charge; null if fewer than two seeds oscillate
     * @param amplitudeVolt amplitude (V); null if fewer than two seeds have a plateau
     */
    public record Point(
            Effect effect,
            double value,
            @Nullable Measured periodShare,
            @Nullable Measured amplitudeVolt) implements Serializable {
        static Point of(Effect effect, double value, FilmOscillation film) {
            return new Point(effect, value, film.periodShare(), film.amplitudeVolt());
        }

        private String row() {
            return effect + ", " + value + ", " + row(periodShare) + ", " + row(amplitudeVolt);
        }

        private static String row(@Nullable Measured measured) {
            return measured == null
                    ? "NaN, NaN"
                    : String.format(Locale.ROOT, "%.4e, %.1e", measured.value(), measured.standardUncertainty());
        }
    }

    /**
     * The points that come with the library, computed about {@link #MIDDLE} with {@link #STORED_SETTINGS}.
     *
     * @return the points, effect by effect
     */
    public static List<Point> stored() {
        return StoredEffects.points();
    }

    /**
     * Simulates all of them about a film.
     *
     * @param film the film in the middle
     * @param settings sizes; the number of grains holds for the coverage and is a limit for exchange and noise
     * @param progress told each point as a row of comma-separated values: effect, value, period and its standard error,
     *     amplitude (V) and its standard error
     * @return the points, effect by effect
     */
    public static List<Point> compute(FilmPreset film, StudySettings settings, Consumer<String> progress) {
        StudySettings few = settings.withAtMost(LARGEST_NOISY);
        StudySettings lattice = settings.withAtMost(LARGEST_LATTICE);
        List<Point> points = new ArrayList<>();
        Consumer<Point> add = point -> {
            points.add(point);
            progress.accept(point.row());
        };
        for (double grains : GRAINS) {
            add.accept(Point.of(
                    Effect.GRAINS, grains, FilmSimulation.measure(film, 1, settings.withGrains((int) grains))));
        }
        for (double coverage : COVERAGES) {
            FilmPreset covered = film.covered("covered", coverage).withWettedOmega(WETTED_OMEGA);
            add.accept(Point.of(Effect.COVERAGE, coverage, FilmSimulation.measure(covered, 1, settings)));
        }
        for (double exchange : EXCHANGES) {
            add.accept(Point.of(
                    Effect.EXCHANGE, exchange, FilmSimulation.measure(film.withExchange(exchange), 1, lattice)));
        }
        for (double sites : SITES) {
            add.accept(Point.of(
                    Effect.SITES,
                    sites,
                    FilmSimulation.measure(
                            film, 1, few, seed -> FilmSimulation.noisy(film, sites, Direction.DISCHARGE, few, seed))));
        }
        return points;
    }

    /**
     * Slope of the logarithm of a figure against that of the varied value; for the coverage against that of the share that is
     * left uncovered. Values of zero on a logarithmic axis are left out.
     *
     * @param points points
     * @param effect which of them
     * @param figure period or amplitude; points where it is null are left out
     * @return exponent with its standard error from the scatter about the line
     * @throws InvalidValueException if fewer than three points have the figure
     */
    public static Measured exponent(List<Point> points, Effect effect, Function<Point, @Nullable Measured> figure) {
        SimpleRegression line = new SimpleRegression();
        for (Point point : points) {
            double scaled = effect == Effect.COVERAGE ? 1 - point.value() : point.value();
            Measured value = figure.apply(point);
            if (point.effect() == effect && scaled > 0 && value != null) {
                line.addData(Math.log(scaled), Math.log(value.value()));
            }
        }
        if (line.getN() < 3) {
            throw new InvalidValueException("points with the figure", line.getN(), "at least 3");
        }
        return Measured.of(line.getSlope(), line.getSlopeStdErr());
    }
}
