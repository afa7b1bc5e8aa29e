package io.github.spinodal.phasefield.oscillation.study;

import io.github.spinodal.core.Require;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * What sets period and amplitude: simulations at places spread evenly over interaction, current over rate constant, spread
 * of ln k and spread of shifts, under the symmetric law. {@link ScalingLaws} condenses it, {@link AtlasInterpolation}
 * reads between its points.
 */
public final class OscillationAtlas {
    /** Number of places of the atlas that comes with the library. */
    public static final int PLACES = 240;

    private static final int DIGITS = 3;

    private OscillationAtlas() {}

    /**
     * The points that come with the library, computed with 20 000 grains and 2 seeds.
     *
     * @return the 237 of 240 places at which both seeds oscillate
     */
    public static List<AtlasPoint> stored() {
        return StoredAtlas.points();
    }

    /**
     * The first places of a Sobol sequence that {@link AtlasPosition#covered()} accepts, with three digits each.
     *
     * @param count how many, at least 1
     * @return the places
     */
    public static List<AtlasPosition> places(int count) {
        Require.atLeast("number of places", count, 1);
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(AtlasParameter.values().length);
        sequence.skipTo(1);
        List<AtlasPosition> places = new ArrayList<>();
        while (places.size() < count) {
            AtlasPosition place = AtlasPosition.ofShares(sequence.nextVector());
            if (place.covered()) {
                places.add(new AtlasPosition(
                        rounded(place.omegaOverKT(), DIGITS + 1),
                        rounded(place.fillingRateOverRate(), DIGITS),
                        rounded(place.rateLogSpread(), DIGITS),
                        rounded(place.shiftSpreadOverKT(), DIGITS)));
            }
        }
        return places;
    }

    private static double rounded(double value, int digits) {
        return new BigDecimal(value).round(new MathContext(digits)).doubleValue();
    }

    /**
     * Simulates places.
     *
     * @param places where, as {@link #places}
     * @param settings sizes; the seeds of a place are averaged
     * @param progress told each point as a row of comma-separated values
     * @return the points at which at least two seeds oscillate
     */
    public static List<AtlasPoint> compute(
            List<AtlasPosition> places, StudySettings settings, Consumer<String> progress) {
        List<AtlasPoint> points = new ArrayList<>();
        for (AtlasPosition place : places) {
            FilmPreset film = FilmPreset.bare()
                    .withOmega(place.omegaOverKT())
                    .withFillingRateOverRate(place.fillingRateOverRate())
                    .withSpreads(place.rateLogSpread(), place.shiftSpreadOverKT());
            FilmOscillation now = FilmSimulation.measure(film, 1, settings);
            double period = now.periodOrNaN();
            double amplitude = now.amplitudeOrNaN();
            progress.accept(String.format(
                    Locale.ROOT,
                    "%s, %s, %s, %s, %.5f, %.4e",
                    place.omegaOverKT(),
                    place.fillingRateOverRate(),
                    place.rateLogSpread(),
                    place.shiftSpreadOverKT(),
                    period,
                    amplitude));
            if (period > 0 && amplitude > 0) {
                points.add(new AtlasPoint(
                        place.omegaOverKT(),
                        place.fillingRateOverRate(),
                        place.rateLogSpread(),
                        place.shiftSpreadOverKT(),
                        period,
                        amplitude));
            }
        }
        return points;
    }
}
