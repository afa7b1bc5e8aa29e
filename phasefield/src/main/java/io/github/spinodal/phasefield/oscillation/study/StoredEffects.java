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
            point(Effect.GRAINS, 1000, 3.4016e-02, 1.8e-04, 2.9498e-03, 7.6e-05),
            point(Effect.GRAINS, 4000, 3.4336e-02, 7.2e-04, 2.3901e-03, 6.1e-05),
            point(Effect.GRAINS, 16000, 3.3779e-02, 5.6e-04, 2.4312e-03, 5.4e-05),
            point(Effect.COVERAGE, 0.0, 3.4336e-02, 7.2e-04, 2.3901e-03, 6.1e-05),
            point(Effect.COVERAGE, 0.3, 3.1998e-02, 8.2e-04, 2.7266e-03, 9.0e-05),
            point(Effect.COVERAGE, 0.5, 2.8558e-02, 6.8e-04, 2.8919e-03, 2.2e-04),
            point(Effect.COVERAGE, 0.7, Double.NaN, Double.NaN, 1.1441e-06, 2.1e-07),
            point(Effect.COVERAGE, 0.8, Double.NaN, Double.NaN, 1.0660e-06, 1.3e-07),
            point(Effect.EXCHANGE, 0.0, 3.5678e-02, 7.0e-04, 3.1028e-03, 2.0e-04),
            point(Effect.EXCHANGE, 1.0E-4, 3.1694e-02, 6.5e-04, 4.1203e-03, 2.4e-04),
            point(Effect.EXCHANGE, 3.0E-4, 2.6625e-02, 2.4e-04, 3.4419e-03, 1.9e-04),
            point(Effect.EXCHANGE, 0.001, 2.1782e-02, 2.6e-04, 3.1894e-03, 1.6e-04),
            point(Effect.SITES, 1000, 2.2588e-02, 1.2e-04, 1.1830e-03, 5.8e-06),
            point(Effect.SITES, 10000, 2.8205e-02, 1.2e-03, 1.3061e-03, 3.3e-05),
            point(Effect.SITES, 100000, 3.2136e-02, 5.1e-04, 1.9550e-03, 2.2e-04),
            point(Effect.SITES, 1000000, 3.4131e-02, 6.1e-04, 2.6634e-03, 2.0e-04));

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
