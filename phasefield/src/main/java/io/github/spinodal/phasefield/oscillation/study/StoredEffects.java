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
            point(Effect.GRAINS, 1000, 3.3695e-02, 4.0e-04, 2.9389e-03, 6.7e-05),
            point(Effect.GRAINS, 4000, 3.4318e-02, 7.2e-04, 2.3906e-03, 6.1e-05),
            point(Effect.GRAINS, 16000, 3.3670e-02, 4.9e-04, 2.4306e-03, 5.4e-05),
            point(Effect.COVERAGE, 0.0, 3.4318e-02, 7.2e-04, 2.3906e-03, 6.1e-05),
            point(Effect.COVERAGE, 0.3, 3.2981e-02, 2.4e-04, 2.7251e-03, 9.8e-05),
            point(Effect.COVERAGE, 0.5, 2.9269e-02, 7.7e-04, 2.8556e-03, 2.9e-04),
            point(Effect.COVERAGE, 0.7, Double.NaN, Double.NaN, 1.1501e-06, 2.2e-07),
            point(Effect.COVERAGE, 0.8, Double.NaN, Double.NaN, 1.0607e-06, 1.3e-07),
            point(Effect.EXCHANGE, 0.0, 3.5659e-02, 7.7e-04, 3.0949e-03, 2.0e-04),
            point(Effect.EXCHANGE, 1.0E-4, 3.2911e-02, 1.0e-03, 4.3394e-03, 2.1e-04),
            point(Effect.EXCHANGE, 3.0E-4, 2.6640e-02, 4.4e-04, 3.6695e-03, 2.1e-04),
            point(Effect.EXCHANGE, 0.001, 2.2025e-02, 4.7e-04, 3.2905e-03, 1.7e-04),
            point(Effect.SITES, 1000, 2.2054e-02, 6.5e-04, 1.1830e-03, 5.8e-06),
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
