package io.github.spinodal.core.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The picture is judged by what a reader sees: colours of pixels, and marks and labels of the SVG. */
class HeatMapTest {
    private static final double[][] VALUES = {{0, 1, 2}, {3, 4, 9}};

    private static HeatMap map() {
        return HeatMap.of("Map", VALUES)
                .xAxis("x (nm)", 0, 30)
                .yAxis("y (nm)", 20, -20)
                .valueAxis("v (V)");
    }

    private static Chart chart() {
        return map().build().sized(420, 300);
    }

    private static int rgb(BufferedImage image, double x, double y) {
        return image.getRGB((int) Math.round(x), (int) Math.round(y)) & 0xffffff;
    }

    /** The bar has one colour per row of pixels, so that a neighbouring row differs by a few steps per channel. */
    private static void assertColour(int expected, int actual) {
        for (int shift = 0; shift <= 16; shift += 8) {
            assertEquals(expected >> shift & 0xff, actual >> shift & 0xff, 4, "channel at bit " + shift);
        }
    }

    /** Width of a text in a font of this machine, as any Graphics2D would measure it. */
    private static double width(String text, Font font) {
        return new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)
                .createGraphics()
                .getFontMetrics(font)
                .stringWidth(text);
    }

    @Test
    void paintsEachValueInItsColourWithRowZeroBelow() {
        BufferedImage image = chart().image();
        SvgPicture.Box frame = SvgPicture.of(chart()).images.get(0);
        // Viridis at 0, 1/9, ... 4/9 and 1 are support points of the published map.
        int[][] colours = {{0x440154, 0x482878, 0x3e4989}, {0x31688e, 0x26828e, 0xfde725}};
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 3; column++) {
                double x = frame.x() + frame.width() * (column + 0.5) / 3;
                double y = frame.y() + frame.height() * (1.5 - row) / 2;
                assertEquals(colours[row][column], rgb(image, x, y), row + ", " + column);
            }
        }
        assertTrue(chart().svg().contains("image-rendering:pixelated"), "cells stay cells in a browser");
    }

    @Test
    void paintsMissingCellsGreyAndAConstantMapInOneColour() {
        Chart chart = HeatMap.of("", new double[][] {{7, Double.NaN, Double.POSITIVE_INFINITY}})
                .build()
                .sized(400, 200);
        BufferedImage image = chart.image();
        SvgPicture picture = SvgPicture.of(chart);
        SvgPicture.Box frame = picture.images.get(0);
        double y = frame.y() + frame.height() / 2;
        assertEquals(0x440154, rgb(image, frame.x() + frame.width() / 6, y));
        int grey = rgb(image, frame.x() + frame.width() / 2, y);
        assertEquals(grey & 0xff, grey >> 16, 12);
        assertEquals(grey, rgb(image, frame.x() + frame.width() * 5 / 6, y));
        assertTrue(picture.texts.stream().noneMatch(t -> t.content().equals("7")), "no scale for a single value");
    }

    @Test
    void limitsTheColoursToTheRangeAskedFor() {
        Chart chart = map().valueRange(1, 3).build().sized(420, 300);
        BufferedImage image = chart.image();
        SvgPicture.Box frame = SvgPicture.of(chart).images.get(0);
        double low = frame.y() + frame.height() * 3 / 4;
        double high = frame.y() + frame.height() / 4;
        assertEquals(0x440154, rgb(image, frame.x() + frame.width() / 6, low));
        assertEquals(0x440154, rgb(image, frame.x() + frame.width() / 2, low));
        assertEquals(0xfde725, rgb(image, frame.x() + frame.width() / 6, high));
        assertEquals(0xfde725, rgb(image, frame.x() + frame.width() / 2, high));
        assertThrows(InvalidValueException.class, () -> map().valueRange(3, 3));
        assertThrows(InvalidValueException.class, () -> map().valueRange(3, Double.NaN));
    }

    @Test
    void everyTickStandsAtItsValue() {
        SvgPicture picture = SvgPicture.of(chart());
        SvgPicture.Box frame = picture.images.get(0);
        double bottom = frame.y() + frame.height();
        List<SvgPicture.Line> below = picture.lines.stream()
                .filter(l -> l.x1() == l.x2() && l.y1() == bottom && l.y2() == bottom + 4)
                .toList();
        assertEquals(List.of("0", "5", "10", "15", "20", "25", "30"), labelsUnder(picture, below));
        for (int k = 0; k < below.size(); k++) {
            assertEquals(frame.x() + frame.width() * k / 6.0, below.get(k).x1(), 0.51);
        }
        // The y axis falls: 20 at the bottom, -20 at the top.
        List<SvgPicture.Line> left = picture.lines.stream()
                .filter(l -> l.y1() == l.y2() && l.x1() == frame.x() - 4 && l.x2() == frame.x())
                .toList();
        String[] expected = {"\u221220", "\u221210", "0", "10", "20"};
        assertEquals(expected.length, left.size());
        for (int k = 0; k < expected.length; k++) {
            double y = frame.y() + frame.height() * k / 4.0;
            SvgPicture.Line tick = left.stream()
                    .filter(l -> Math.abs(l.y1() - y) < 0.51)
                    .findFirst()
                    .orElseThrow();
            String content = expected[k];
            assertTrue(picture.texts.stream()
                    .anyMatch(t -> t.content().equals(content)
                            && t.y() == tick.y1() + 4
                            && Math.abs(t.x() + width(content, Palette.TICK) + 8 - frame.x()) < 1.01));
        }
    }

    private static List<String> labelsUnder(SvgPicture picture, List<SvgPicture.Line> ticks) {
        return ticks.stream()
                .map(tick -> picture.texts.stream()
                        .filter(t -> t.y() == tick.y2() + 14
                                && Math.abs(t.x() + width(t.content(), Palette.TICK) / 2 - tick.x1()) < 1.01)
                        .findFirst()
                        .orElseThrow()
                        .content())
                .toList();
    }

    @Test
    void theColourBarShowsTheScaleBesideTheMap() {
        BufferedImage image = chart().image();
        SvgPicture picture = SvgPicture.of(chart());
        SvgPicture.Box frame = picture.images.get(0);
        double left = frame.x() + frame.width() + 18;
        assertTrue(picture.boxes.stream()
                .anyMatch(b -> b.x() == left
                        && b.y() == frame.y()
                        && b.height() == frame.height()
                        && b.width() == 16
                        && b.style().contains("fill:none")));
        assertColour(0xfde725, rgb(image, left + 8, frame.y() + 1));
        int middle = rgb(image, left + 8, frame.y() + frame.height() / 2);
        assertColour(Palette.heat(0.5), middle);
        assertColour(0x440154, rgb(image, left + 8, frame.y() + frame.height() - 1));
        for (String label : List.of("0", "2", "4", "6", "8")) {
            double y = frame.y() + frame.height() * (1 - Double.parseDouble(label) / 9);
            SvgPicture.Line tick = picture.lines.stream()
                    .filter(l -> l.x1() == left + 16 && l.x2() == left + 20 && Math.abs(l.y1() - y) < 0.51)
                    .findFirst()
                    .orElseThrow();
            assertTrue(picture.texts.stream()
                    .anyMatch(t -> t.content().equals(label) && t.x() == left + 23 && t.y() == tick.y1() + 4));
        }
    }

    @Test
    void labelsStandInTheMiddleOfTheirAxes() {
        SvgPicture picture = SvgPicture.of(chart());
        SvgPicture.Box frame = picture.images.get(0);
        double centreX = frame.x() + frame.width() / 2;
        double centreY = frame.y() + frame.height() / 2;
        assertEquals(centreX, picture.text("Map").x() + width("Map", Palette.TITLE) / 2, 1.01);
        assertEquals(frame.y() - 14, picture.text("Map").y());
        assertEquals(centreX, picture.text("x (nm)").x() + width("x (nm)", Palette.LABEL) / 2, 1.01);
        assertEquals(frame.y() + frame.height() + 42, picture.text("x (nm)").y());
        // Turned by a quarter to the left: the text runs upwards from its start.
        assertEquals(18, picture.text("y (nm)").x(), 1e-9);
        assertEquals(centreY, picture.text("y (nm)").y() - width("y (nm)", Palette.LABEL) / 2, 1.01);
        assertEquals(
                frame.x() + frame.width() + 18 + 92 - 8, picture.text("v (V)").x(), 1e-9);
        assertEquals(centreY, picture.text("v (V)").y() - width("v (V)", Palette.LABEL) / 2, 1.01);
        assertTrue(picture.texts.stream().allMatch(t -> t.x() >= 0 && t.x() < 420 && t.y() > 0 && t.y() < 300));
    }

    @Test
    void aScaleBarHasItsLengthAndKeepsTheAspect() {
        for (int[] size : new int[][] {{400, 300}, {900, 300}}) {
            Chart chart = HeatMap.of("", VALUES)
                    .xAxis("x", 0, 30)
                    .yAxis("y", 0, 20)
                    .scaleBar(10, "10 nm")
                    .build()
                    .sized(size[0], size[1]);
            SvgPicture picture = SvgPicture.of(chart);
            SvgPicture.Box frame = picture.images.get(0);
            assertEquals(1.5, frame.width() / frame.height(), 0.01);
            assertEquals(16, frame.x());
            assertEquals(16, frame.y());
            assertTrue(frame.x() + frame.width() + 18 + 92 <= size[0] && frame.y() + frame.height() <= size[1] - 16);
            SvgPicture.Box bar = picture.boxes.stream()
                    .filter(b -> b.height() == 4)
                    .findFirst()
                    .orElseThrow();
            assertEquals(frame.width() / 3, bar.width(), 0.51);
            assertEquals(frame.x() + frame.width() - 14, bar.x() + bar.width());
            assertEquals(frame.y() + frame.height() - 18, bar.y());
            SvgPicture.Text label = picture.text("10 nm");
            double textWidth = width("10 nm", Palette.LABEL);
            assertEquals(bar.x() + bar.width() / 2, label.x() + textWidth / 2, 1.51);
            assertEquals(bar.y() - 6, label.y());
            SvgPicture.Box plate = picture.boxes.stream()
                    .filter(b -> b.height() == 32)
                    .findFirst()
                    .orElseThrow();
            assertEquals(Math.max(bar.width(), textWidth) + 16, plate.width(), 1.01);
            assertEquals(bar.x() + bar.width() / 2, plate.x() + plate.width() / 2, 1.01);
            assertTrue(plate.y() < label.y() - 10 && plate.y() + plate.height() > bar.y() + bar.height());
            BufferedImage image = chart.image();
            assertEquals(0xffffff, rgb(image, bar.x() + bar.width() / 2, bar.y() + 2));
            assertTrue(rgb(image, plate.x() + 3, bar.y() + 2) != 0xffffff, "a dark plate under the white bar");
        }
        assertThrows(InvalidValueException.class, () -> map().scaleBar(0, ""));
    }

    @Test
    void roundTicksForAnyDecade() {
        for (double[] range : new double[][] {
            {0, 0.014, 0.002},
            {0, 0.2, 0.05},
            {0, 4, 1},
            {-3, 40, 10},
            {12, 13, 0.2},
            {0, 1e4, 2e3},
            {0, 6.5, 1},
            {0, 8, 2}
        }) {
            SvgPicture picture = SvgPicture.of(HeatMap.of("", VALUES)
                    .xAxis("x", range[0], range[1])
                    .yAxis("y", 0, 1e-9)
                    .build()
                    .sized(500, 300));
            double bottom = picture.images.get(0).y() + picture.images.get(0).height();
            List<Double> ticks = picture.texts.stream()
                    .filter(t -> t.y() == bottom + 18)
                    .map(t -> Double.parseDouble(t.content().replace('\u2212', '-')))
                    .toList();
            assertTrue(ticks.size() >= 3 && ticks.size() <= 9, ticks.toString());
            assertTrue(ticks.get(0) >= range[0] && ticks.get(0) - range[2] < range[0]);
            assertTrue(ticks.get(ticks.size() - 1) <= range[1] && ticks.get(ticks.size() - 1) + range[2] > range[1]);
            for (int k = 1; k < ticks.size(); k++) {
                assertEquals(range[2], ticks.get(k) - ticks.get(k - 1), 1e-9 * range[2] + 1e-12, ticks.toString());
            }
        }
    }

    @Test
    void refusesAxesWithoutLength() {
        assertThrows(InvalidValueException.class, () -> map().xAxis("x", 1, 1));
        assertThrows(InvalidValueException.class, () -> map().yAxis("y", 1, Double.POSITIVE_INFINITY));
        assertThrows(InvalidValueException.class, () -> map().yAxis("y", Double.NaN, 1));
        assertThrows(InvalidValueException.class, () -> HeatMap.of("", new double[0][]));
        assertThrows(InvalidValueException.class, () -> HeatMap.of("", new double[1][0]));
    }
}
