package io.github.spinodal.core.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Judged by the lines and texts of the SVG; pixels are turned into data by two points of the drawing. */
class LinePlotTest {
    private static final double[] X = {0, 1, 3};
    private static final double[] Y = {2, 1, 4};

    private static SvgPicture picture(LinePlot plot) {
        return SvgPicture.of(plot.build().sized(400, 300));
    }

    private static double between(double at, double from, double to, double fromValue, double toValue) {
        return fromValue + (at - from) / (to - from) * (toValue - fromValue);
    }

    @Test
    void aHistogramStepsFromEdgeToEdge() {
        List<SvgPicture.Line> steps =
                picture(LinePlot.of("").histogram("h", new double[] {0, 1, 3}, new double[] {2, 1})).series.stream()
                        .filter(l -> l.x1() != l.x2() || l.y1() != l.y2())
                        .toList();
        double left = steps.get(0).x1();
        double bottom = steps.get(0).y1();
        double right = steps.get(steps.size() - 1).x2();
        double top = steps.stream().mapToDouble(SvgPicture.Line::y2).min().orElseThrow();
        double[][] corners = {{0, 2}, {1, 2}, {1, 1}, {3, 1}, {3, 0}};
        for (int k = 0; k < corners.length; k++) {
            assertEquals(corners[k][0], between(steps.get(k).x2(), left, right, 0, 3), 1e-9);
            assertEquals(corners[k][1], between(steps.get(k).y2(), bottom, top, 0, 2), 1e-9);
        }
        assertThrows(InvalidValueException.class, () -> LinePlot.of("").histogram("h", new double[2], new double[2]));
    }

    @Test
    void rulesStandAtTheirValuesWithLabelsThatTakeTurns() {
        SvgPicture picture = picture(LinePlot.of("titled")
                .line("a", X, Y)
                .verticalRule(1, "one")
                .verticalRule(1.5, "")
                .verticalRule(2, "two")
                .horizontalRule(3, "level"));
        SvgPicture.Line last = picture.series.get(picture.series.size() - 1);
        SvgPicture.Line first = picture.series.get(0);
        double one = between(1, 0, 3, first.x1(), last.x2());
        double two = between(2, 0, 3, first.x1(), last.x2());
        double level = between(3, 2, 4, first.y1(), last.y2());
        for (double x : new double[] {one, two, between(1.5, 0, 3, first.x1(), last.x2())}) {
            assertTrue(picture.lines.stream().anyMatch(l -> l.x1() == l.x2() && Math.abs(l.x1() - x) < 1.5));
        }
        assertTrue(picture.lines.stream().anyMatch(l -> l.y1() == l.y2() && Math.abs(l.y1() - level) < 1.5));
        assertEquals(one + 4, picture.text("one").x(), 1.5);
        assertEquals(two + 4, picture.text("two").x(), 1.5);
        assertEquals(50, picture.text("one").y());
        assertEquals(65, picture.text("two").y());
        assertEquals(level - 4, picture.text("level").y(), 1.5);
        assertTrue(picture.text("level").x() < one, "at the left end");
        assertEquals(
                28,
                picture(LinePlot.of("").line("a", X, Y).verticalRule(1, "one"))
                        .text("one")
                        .y());
    }

    @Test
    void axesWidenForRulesBeyondTheDataOnly() {
        // A margin of 3 % of the data's range beyond the rule, on either side.
        SvgPicture wide =
                picture(LinePlot.of("").line("a", X, Y).verticalRule(-3, "low").verticalRule(6, "high"));
        SvgPicture.Line first = wide.series.get(0);
        SvgPicture.Line last = wide.series.get(wide.series.size() - 1);
        double unit = (last.x2() - first.x1()) / 3;
        assertEquals(first.x1() - 3 * unit, wide.text("low").x() - 4, 1.5);
        assertEquals(last.x2() + 3 * unit, wide.text("high").x() - 4, 1.5);
        SvgPicture limited = picture(LinePlot.of("")
                .line("a", X, Y)
                .xRange(0, 3)
                .verticalRule(-3, "low")
                .verticalRule(3, "end"));
        assertTrue(limited.texts.stream().noneMatch(t -> t.content().equals("low")), "outside the limits asked for");
        assertTrue(limited.texts.stream().anyMatch(t -> t.content().equals("end")), "the limit itself is inside");
    }

    @Test
    void limitsAreWhereTheyWereAskedFor() {
        SvgPicture picture =
                picture(LinePlot.of("").line("a", X, Y).xRange(-3, 6).yRange(0, 5));
        SvgPicture.Line last = picture.series.get(picture.series.size() - 1);
        SvgPicture.Line first = picture.series.get(0);
        double width = (last.x2() - first.x1()) * 3;
        double height = (first.y1() - last.y2()) * 5 / 2;
        SvgPicture whole = picture(LinePlot.of("")
                .line("a", new double[] {-3, 6}, new double[] {0, 5})
                .xRange(-3, 6)
                .yRange(0, 5));
        SvgPicture.Line diagonal = whole.series.get(whole.series.size() - 1);
        assertEquals(width, diagonal.x2() - diagonal.x1(), 1.5);
        assertEquals(height, diagonal.y1() - diagonal.y2(), 1.5);
        assertThrows(InvalidValueException.class, () -> LinePlot.of("").xRange(1, 1));
        assertThrows(InvalidValueException.class, () -> LinePlot.of("").yRange(2, 1));
        assertThrows(InvalidValueException.class, () -> LinePlot.of("").yRange(0, Double.POSITIVE_INFINITY));
        assertThrows(InvalidValueException.class, () -> LinePlot.of("").xRange(Double.NEGATIVE_INFINITY, 0));
    }

    @Test
    void leavesGapsAndWhatALogarithmCannotShow() {
        double[] x = {0, 1, 2, 3, 4};
        double[] gap = {1, 2, Double.NaN, 2, 1};
        List<SvgPicture.Line> broken = picture(LinePlot.of("").line("a", x, gap)).series;
        double third = between(
                2.5, 0, 4, broken.get(0).x1(), broken.get(broken.size() - 1).x2());
        assertTrue(broken.stream().noneMatch(l -> l.x1() < third && l.x2() > third), "nothing drawn across the gap");
        double[] positive = {1, 10, 100, 1000, 10000};
        SvgPicture log = picture(LinePlot.of("").line("a", x, positive).logX().logY());
        assertTrue(log.series.size() <= 5);
        // Without the point at x = 0 the curve starts at 10 and rises three decades.
        SvgPicture.Line start = log.series.get(0);
        SvgPicture.Line end = log.series.get(log.series.size() - 1);
        assertTrue(start.y1() - end.y2() > 100);
        SvgPicture bars = picture(
                LinePlot.of("").points("a", X, Y, new double[] {2, 0.5, 5}).logY());
        assertEquals(
                1,
                bars.series.stream()
                        .filter(l -> l.x1() == l.x2() && l.y1() != l.y2())
                        .mapToDouble(SvgPicture.Line::x1)
                        .distinct()
                        .count());
        assertThrows(
                InvalidValueException.class,
                () -> LinePlot.of("")
                        .logY()
                        .line("a", x, new double[] {0, -1, -2, -3, -4})
                        .build());
        assertThrows(
                InvalidValueException.class,
                () -> LinePlot.of("").points("a", X, Y, new double[] {1}).build());
        assertThrows(InvalidValueException.class, () -> LinePlot.of("").verticalRule(Double.NaN, ""));
    }

    @Test
    void errorBarsReachOneErrorUpAndDown() {
        double[] errors = {0.5, 0.25, 1};
        List<SvgPicture.Line> bars = picture(
                        LinePlot.of("").points("a", X, Y, errors).yRange(0, 6))
                .series
                .stream()
                .filter(l -> l.x1() == l.x2() && l.y1() != l.y2())
                .toList();
        double[] lengths = bars.stream()
                .mapToDouble(l -> Math.abs(l.y1() - l.y2()))
                .distinct()
                .sorted()
                .toArray();
        assertTrue(lengths.length >= 3, "three bars of different length");
        assertEquals(4, lengths[lengths.length - 1] / lengths[0], 0.05);
    }

    @Test
    void chartsStandBesideAndAboveEachOther() {
        Chart small =
                LinePlot.of("").line("a", X, Y).verticalRule(1, "small").build().sized(200, 300);
        Chart large =
                LinePlot.of("").line("a", X, Y).verticalRule(1, "large").build().sized(400, 200);
        Chart beside = Chart.beside(small, large);
        assertEquals(600, beside.image().getWidth());
        assertEquals(300, beside.image().getHeight());
        SvgPicture row = SvgPicture.of(beside);
        assertTrue(row.text("small").x() < 200
                && row.text("large").x() > 200
                && row.text("large").x() < 600);
        SvgPicture alone = SvgPicture.of(large);
        assertEquals(200 + alone.text("large").x(), row.text("large").x(), 1e-3);
        assertEquals(alone.text("large").y(), row.text("large").y(), 1e-3);
        Chart stack = Chart.stack(large, small);
        assertEquals(400, stack.image().getWidth());
        assertEquals(500, stack.image().getHeight());
        SvgPicture column = SvgPicture.of(stack);
        assertEquals(200 + 28, column.text("small").y(), 1e-3);
        assertEquals(28, column.text("large").y(), 1e-3);
        assertThrows(InvalidValueException.class, Chart::beside);
        assertThrows(InvalidValueException.class, Chart::stack);
    }
}
