package io.github.spinodal.examples.study;

import io.github.spinodal.core.chart.LinePlot;
import io.github.spinodal.core.quantity.Measured;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers points with error bars; values that are missing are left out. */
final class MeasuredPoints {
    private final double unit;
    private final List<Double> x = new ArrayList<>();
    private final List<Measured> y = new ArrayList<>();

    /** Points that are drawn as so many times their values. */
    MeasuredPoints(double unit) {
        this.unit = unit;
    }

    void add(double at, @Nullable Measured value) {
        if (value != null) {
            x.add(at);
            y.add(value.times(unit));
        }
    }

    /** The upper end of the highest error bar. */
    double top() {
        return y.stream()
                .mapToDouble(v -> v.value() + v.standardUncertainty())
                .max()
                .orElse(1);
    }

    LinePlot on(LinePlot plot, String name) {
        return plot.points(
                name,
                x.stream().mapToDouble(Double::doubleValue).toArray(),
                y.stream().mapToDouble(Measured::value).toArray(),
                y.stream().mapToDouble(Measured::standardUncertainty).toArray());
    }
}
