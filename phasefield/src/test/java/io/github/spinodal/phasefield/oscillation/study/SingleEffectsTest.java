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
    @Test
    void exponentsAreSlopesOfLogarithmsAndOfTheShareLeftUncovered() {
        List<Point> points = new ArrayList<>();
        for (double coverage : new double[] {0, 0.5, 0.75, 1}) {
            points.add(withAmplitude(Effect.COVERAGE, coverage, Math.pow(1 - coverage, 2)));
            points.add(withAmplitude(Effect.EXCHANGE, coverage, 3 * Math.sqrt(coverage)));
        }
        assertEquals(2, slope(points, Effect.COVERAGE), 1e-12);
        assertEquals(0.5, slope(points, Effect.EXCHANGE), 1e-12);
        assertThrows(InvalidValueException.class, () -> slope(points, Effect.GRAINS));
    }

    @Test
    void aSimulationGivesItsStoredPoint() {
        Point stored = SingleEffects.stored().get(0);
        FilmOscillation again = FilmSimulation.measure(
                SingleEffects.MIDDLE, 1, SingleEffects.STORED_SETTINGS.withGrains((int) stored.value()));
        assertEquals(Effect.GRAINS, stored.effect());
        // Rounding decides which bump merges with which, so that runs agree within the scatter of the draws.
        assertEquals(1, again.periodOrNaN() / stored.periodShare().value(), 0.1);
        assertEquals(1, again.amplitudeOrNaN() / stored.amplitudeVolt().value(), 0.15);
    }

    private static double slope(List<Point> points, Effect effect) {
        return SingleEffects.exponent(points, effect, Point::amplitudeVolt).value();
    }

    private static Point withAmplitude(Effect effect, double value, double volt) {
        return new Point(effect, value, null, Measured.exact(volt));
    }
}
