package io.github.spinodal.phasefield.oscillation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.phasefield.oscillation.study.SingleEffects.Effect;
import io.github.spinodal.phasefield.oscillation.study.SingleEffects.Point;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SingleEffectsTest {
    private static final StudySettings SMALL =
            StudySettings.withDefaults().withGrains(100).withSeeds(2);

    @Test
    void exponentsAreSlopesOfLogarithmsAndOfTheShareLeftUncovered() {
        FilmOscillation film = FilmSimulation.measure(FilmPreset.bare(), 1, SMALL);
        List<Point> points = new ArrayList<>();
        for (double coverage : new double[] {0, 0.5, 0.75, 1}) {
            points.add(new Point(Effect.COVERAGE, coverage, withAmplitude(film, Math.pow(1 - coverage, 2))));
            points.add(new Point(Effect.EXCHANGE, coverage, withAmplitude(film, 3 * Math.sqrt(coverage))));
        }
        assertEquals(2, slope(points, Effect.COVERAGE), 1e-12);
        assertEquals(0.5, slope(points, Effect.EXCHANGE), 1e-12);
        assertThrows(InvalidValueException.class, () -> slope(points, Effect.GRAINS));
    }

    private static double slope(List<Point> points, Effect effect) {
        return SingleEffects.exponent(points, effect, FilmOscillation::amplitudeVolt)
                .value();
    }

    private static FilmOscillation withAmplitude(FilmOscillation film, double volt) {
        return new FilmOscillation(
                film.film(), 1, null, Measured.exact(volt), null, null, 1, null, film.curve(), film.analysis());
    }
}
