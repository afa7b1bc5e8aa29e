package io.github.spinodal.phasefield.oscillation.study;

import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.phasefield.oscillation.study.SingleEffects.Effect;
import io.github.spinodal.phasefield.oscillation.study.SingleEffects.Point;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The effects as {@link SingleEffects#compute} gives them about its own film: effect, value, period over plateau and its
 * standard error, amplitude and its standard error (V); not-a-number where there is none.
 */
final class StoredEffects {
    private static final List<Point> POINTS = List.of(
            // ROWS
            );

    private StoredEffects() {}

    static List<Point> points() {
        return POINTS;
    }

    private static Point point(
            Effect effect, double value, double period, double periodError, double amplitude, double amplitudeError) {
        return new Point(effect, value, measured(period, periodError), measured(amplitude, amplitudeError));
    }

    private static @Nullable Measured measured(double value, double error) {
        return Double.isNaN(value) ? null : Measured.of(value, error);
    }
}
