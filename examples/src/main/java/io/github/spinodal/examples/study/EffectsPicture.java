package io.github.spinodal.examples.study;

import io.github.spinodal.core.chart.Chart;
import io.github.spinodal.core.chart.LinePlot;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.examples.report.Figure;
import io.github.spinodal.examples.report.ResultRow;
import io.github.spinodal.examples.report.Verdict;
import io.github.spinodal.phasefield.oscillation.study.FilmOscillation;
import io.github.spinodal.phasefield.oscillation.study.SingleEffects;
import io.github.spinodal.phasefield.oscillation.study.SingleEffects.Effect;
import io.github.spinodal.phasefield.oscillation.study.SingleEffects.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What sets period and amplitude beside the parameters of the atlas, as points, and its scaling laws as rows. */
final class EffectsPicture {
    private static final String SOURCE = "simulations of 400 to 16 000 grains, 4 seeds";
    private static final int WIDTH = 560;
    private static final int HEIGHT = 300;

    private EffectsPicture() {}

    static Figure figure() {
        List<Point> points = SingleEffects.stored();
        return new Figure(
                "oscillation-effects",
                "What else sets period and amplitude, one at a time about the bare film with \u03a9 free: the number of grains, the"
                        + " share that a coating wets completely, direct exchange of lithium between neighbours (400 grains) and"
                        + " thermal noise (1000 grains; the fewer sites, the more noise). Bars are standard errors from four"
                        + " seeds. Zero exchange is not on its axis.",
                Chart.stack(
                        pair(points, Effect.GRAINS),
                        pair(points, Effect.COVERAGE),
                        pair(points, Effect.EXCHANGE),
                        pair(points, Effect.SITES)));
    }

    private static Chart pair(List<Point> points, Effect effect) {
        return Chart.beside(
                plot(points, effect, "period (% of the plateau)", 100, Point::periodShare)
                        .build()
                        .sized(WIDTH, HEIGHT),
                plot(points, effect, "amplitude (mV)", 1e3, Point::amplitudeVolt)
                        .horizontalRule(1e3 * FilmOscillation.VISIBLE_VOLT, "visible")
                        .build()
                        .sized(WIDTH, HEIGHT));
    }

    private static LinePlot plot(
            List<Point> points, Effect effect, String axis, double unit, Function<Point, @Nullable Measured> figure) {
        MeasuredPoints drawn = new MeasuredPoints(unit);
        for (Point point : points) {
            if (point.effect() == effect) {
                drawn.add(point.value(), figure.apply(point));
            }
        }
        LinePlot plot = LinePlot.of("").xAxis(words(effect)).yAxis(axis).yRange(0, 1.1 * drawn.top());
        return drawn.on(effect == Effect.COVERAGE ? plot : plot.logX(), "");
    }

    static List<ResultRow> rows() {
        List<ResultRow> rows = new ArrayList<>();
        for (Effect effect : List.of(Effect.GRAINS, Effect.EXCHANGE, Effect.SITES)) {
            rows.add(row(effect, "period", Point::periodShare));
            rows.add(row(effect, "amplitude", Point::amplitudeVolt));
        }
        return rows;
    }

    private static ResultRow row(Effect effect, String name, Function<Point, @Nullable Measured> figure) {
        Measured exponent = SingleEffects.exponent(SingleEffects.stored(), effect, figure);
        return ResultRow.of(
                        "oscillation.effects." + name + "." + effect.name().toLowerCase(Locale.ROOT),
                        "exponent of the " + name + " in the " + words(effect),
                        exponent.value(),
                        "")
                .plusMinus(exponent.standardUncertainty())
                .from(SOURCE)
                .verdict(Verdict.prediction("about the bare film with Omega free"));
    }

    private static String words(Effect effect) {
        return switch (effect) {
            case GRAINS -> "number of grains";
            case COVERAGE -> "share of the grains completely wetted";
            case EXCHANGE -> "conductance between neighbours over the rate constant";
            case SITES -> "lithium sites of a grain";
        };
    }
}
