package io.github.spinodal.core.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ChartTest {
    private static Chart arc() {
        double[] x = new double[61];
        double[] y = new double[61];
        for (int i = 0; i < x.length; i++) {
            x[i] = 50 - 50 * Math.cos(Math.PI * i / 60);
            y[i] = 50 * Math.sin(Math.PI * i / 60);
        }
        return LinePlot.of("Half circle")
                .xAxis("Z' (ohm)")
                .yAxis("\u2212Z'' (ohm)")
                .equalAspect()
                .points("measured", x, y)
                .line("fit", x, y)
                .verticalRule(50, "centre")
                .build()
                .sized(640, 440);
    }

    private static Chart spectrum() {
        double[] f = {0.1, 1, 10, 100, 1000, 1e4};
        double[] z = {200, 150, 90, 20, 5, 4};
        return LinePlot.of("Bode")
                .xAxis("frequency (Hz)")
                .yAxis("|Z| (ohm)")
                .logX()
                .logY()
                .points("data", f, z, new double[] {5, 5, 5, 3, 1, 1})
                .dashes("model", f, z)
                .build()
                .sized(640, 360);
    }

    private static Chart map() {
        double[][] values = new double[48][64];
        for (int row = 0; row < 48; row++) {
            for (int column = 0; column < 64; column++) {
                values[row][column] = Math.sin(row / 7.0) * Math.cos(column / 9.0);
            }
        }
        values[3][3] = Double.NaN;
        return HeatMap.of("Map", values)
                .xAxis("x (nm)", 0, 640)
                .yAxis("y (nm)", 0, 480)
                .valueAxis("phase (deg)")
                .build()
                .sized(560, 400);
    }

    @Test
    void paintsPicturesOfTheRightSizeThatAreNotBlank() throws IOException {
        Chart all = Chart.stack(arc(), spectrum(), map());
        BufferedImage image = all.image();
        assertEquals(640, image.getWidth());
        assertEquals(440 + 360 + 400, image.getHeight());
        assertTrue(inkedPixels(image) > 5000, "blank picture");

        byte[] png = all.png();
        assertEquals(1280, ImageIO.read(new ByteArrayInputStream(png)).getWidth());
        Path out = Files.createDirectories(Path.of("target", "charts"));
        Files.write(out.resolve("all.png"), png);
        Files.writeString(out.resolve("all.svg"), all.svg());
    }

    @Test
    void equalAspectGivesBothAxesOneScale() {
        BufferedImage image = arc().image();
        int[] box = colouredBox(image, 0x0072b2);
        // The half circle is twice as wide as high; markers of 5 pixels widen both.
        double ratio = (box[2] - box[0] - 5.0) / (box[3] - box[1] - 5.0);
        assertEquals(2, ratio, 0.06);
    }

    @Test
    void svgHoldsPointsDashesAndTickLabels() {
        String svg = spectrum().svg();
        assertTrue(svg.contains("<svg"));
        assertEquals(7, svg.split("<ellipse", -1).length - 1, "six points and their legend");
        assertTrue(svg.contains("stroke-dasharray:7,5"));
    }

    @Test
    void dashesStayDashesOnADenseCurve() {
        double[] x = new double[5001];
        double[] y = new double[5001];
        for (int i = 0; i < x.length; i++) {
            x[i] = i / 5000.0;
            y[i] = 0.5;
        }
        BufferedImage image =
                LinePlot.of("").dashes("dense", x, y).yRange(0, 1).build().image();
        int coloured = 0;
        int row = -1;
        for (int py = 0; py < image.getHeight(); py++) {
            int inRow = 0;
            for (int px = 0; px < image.getWidth(); px++) {
                int rgb = image.getRGB(px, py);
                inRow += (rgb & 0xff) - (rgb >> 16 & 0xff) > 60 ? 1 : 0;
            }
            if (inRow > coloured) {
                coloured = inRow;
                row = py;
            }
        }
        assertTrue(row > 0 && coloured > 200, "the line is drawn");
        assertTrue(coloured < 0.75 * image.getWidth(), "and has gaps: " + coloured);
    }

    @Test
    void aRuleOutsideTheDataWidensTheAxis() {
        double[] x = {0, 1};
        BufferedImage with = LinePlot.of("")
                .line("a", x, new double[] {1, 2})
                .horizontalRule(0, "zero")
                .build()
                .image();
        // The line of the data now starts in the middle of the plot, half way between the rule and its own upper end.
        int lowest = 0;
        for (int py = 0; py < with.getHeight() - 60; py++) {
            for (int px = 0; px < with.getWidth(); px++) {
                int rgb = with.getRGB(px, py);
                if ((rgb & 0xff) - (rgb >> 16 & 0xff) > 60) {
                    lowest = py;
                }
            }
        }
        assertEquals(0.5 * with.getHeight(), lowest, 0.08 * with.getHeight());
        BufferedImage without = LinePlot.of("")
                .line("a", x, new double[] {1, 2})
                .yRange(1, 2)
                .horizontalRule(0, "zero")
                .build()
                .image();
        BufferedImage plain = LinePlot.of("")
                .line("a", x, new double[] {1, 2})
                .yRange(1, 2)
                .build()
                .image();
        assertEquals(inkedPixels(plain), inkedPixels(without), "a rule outside limits that were asked for is left out");
    }

    @Test
    void thinningKeepsTheExtremesOfALongCurve() {
        double[] x = new double[200_000];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
        }
        y[123_457] = 7;
        String svg = LinePlot.of("").line("spike", x, y).build().svg();
        assertTrue(svg.length() < 2_000_000, "thinned: " + svg.length());
        ScreenCurve curve = ScreenCurve.thinned(boxed(x), boxed(y), 500);
        assertTrue(curve.y().contains(7.0));
        assertEquals(curve.x().size(), curve.y().size());
    }

    private static List<Double> boxed(double[] values) {
        return java.util.Arrays.stream(values).boxed().toList();
    }

    @Test
    void rejectsWhatCannotBeDrawn() {
        double[] two = {1, 2};
        assertThrows(InvalidValueException.class, () -> LinePlot.of("").line("a", two, new double[3]));
        assertThrows(
                InvalidValueException.class,
                () -> LinePlot.of("").line("a", two, two).line("a", two, two));
        assertThrows(InvalidValueException.class, () -> LinePlot.of("").build());
        assertThrows(InvalidValueException.class, () -> LinePlot.of("").xRange(2, 1));
        assertThrows(InvalidValueException.class, () -> HeatMap.of("", new double[][] {{1, 2}, {1}}));
        assertThrows(InvalidValueException.class, () -> HeatMap.of("", new double[][] {{Double.NaN}}));
        assertThrows(InvalidValueException.class, () -> arc().sized(10, 400));
    }

    private static int inkedPixels(BufferedImage image) {
        int inked = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xffffff) != 0xffffff) {
                    inked++;
                }
            }
        }
        return inked;
    }

    /** Bounding box of the pixels of exactly one colour above the legend: left, top, right, bottom. */
    private static int[] colouredBox(BufferedImage image, int rgb) {
        int[] box = {image.getWidth(), image.getHeight(), 0, 0};
        for (int y = 0; y < image.getHeight() - 50; y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xffffff) == rgb) {
                    box[0] = Math.min(box[0], x);
                    box[1] = Math.min(box[1], y);
                    box[2] = Math.max(box[2], x);
                    box[3] = Math.max(box[3], y);
                }
            }
        }
        return box;
    }

    @Test
    void seriesWithoutNamesStayOutOfTheLegend() {
        double[] x = {0, 1, 2};
        LinePlot unnamed = LinePlot.of("").line("", x, new double[] {1, 2, 3}).dashes("", x, new double[] {3, 2, 1});
        String svg = unnamed.build().svg();
        assertTrue(svg.contains("<svg"));
        // A legend takes height from the plot: naming one series alone brings it back.
        String named = LinePlot.of("")
                .line("", x, new double[] {1, 2, 3})
                .dashes("named", x, new double[] {3, 2, 1})
                .build()
                .svg();
        assertTrue(plotHeight(svg) > plotHeight(named), plotHeight(svg) + " and " + plotHeight(named));
    }

    private static double plotHeight(String svg) {
        Matcher clip =
                Pattern.compile("<clipPath[^>]*>\\s*<rect height=\"([0-9.]+)\"").matcher(svg);
        assertTrue(clip.find());
        return Double.parseDouble(clip.group(1));
    }

    @Test
    void evenlySpacedAbscissasGetRoundTicks() {
        double[] x = new double[399];
        double[] y = new double[399];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i + 1) / 400.0;
            y[i] = x[i] * x[i];
        }
        // Ticks of the crooked kind sit on the data; with round ones the grid has the same lines as that of uneven
        // data.
        double[] uneven = x.clone();
        uneven[200] += 1e-3;
        assertEquals(
                verticalGridLines(LinePlot.of("").line("a", uneven, y).build()),
                verticalGridLines(LinePlot.of("").line("a", x, y).build()));
    }

    /** Columns of pixels that hold little else than the colour of the grid. */
    private static List<Integer> verticalGridLines(Chart chart) {
        BufferedImage image = chart.image();
        List<Integer> columns = new ArrayList<>();
        int middle = image.getHeight() / 2;
        for (int column = 0; column < image.getWidth(); column++) {
            int faint = 0;
            for (int row = middle - 60; row < middle + 60; row++) {
                int red = image.getRGB(column, row) >> 16 & 0xff;
                faint += red > 200 && red < 254 ? 1 : 0;
            }
            if (faint > 90) {
                columns.add(column);
            }
        }
        assertTrue(columns.size() > 3, columns::toString);
        return columns;
    }
}
