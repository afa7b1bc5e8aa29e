package io.github.spinodal.sfmm.chart;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.chart.Chart;
import io.github.spinodal.core.data.ForceSegment;
import io.github.spinodal.core.data.ScanMap;
import io.github.spinodal.sfmm.SpectrumResult;
import io.github.spinodal.sfmm.study.ShearForceFigure;
import io.github.spinodal.sfmm.study.SurfaceFigure;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SfmmChartsTest {
    private static final ShearForceFigure FIGURE = ShearForceFigure.of(1);

    /** Number of marks of a kind in a picture; text is drawn as outlines and cannot be searched. */
    private static int marks(Chart chart, String mark) {
        return chart.svg().split(mark, -1).length - 1;
    }

    @Test
    void drawsTheConstructionOfFigure3g() {
        ForceSegment approach =
                FIGURE.bareSeries().spectra().get(3).curve().approach().orElseThrow();
        SpectrumResult result = FIGURE.layerOfFigure3g();
        Chart chart = SfmmCharts.forceCurve("Figure 3g", approach, result.layer());
        assertTrue(marks(chart, "<ellipse") >= approach.size());
        assertTrue(marks(chart, "stroke-dasharray:7,5") >= 2);
        Chart phase = SfmmCharts.phaseCurve("Figure 3h", result.phase().orElseThrow());
        assertTrue(marks(phase, "<ellipse") >= approach.size());
    }

    @Test
    void drawsTheOperandoSeries() {
        assertTrue(SfmmCharts.operandoPhase("bare", FIGURE.bare(), 150, 80).png().length > 1000);
        assertTrue(marks(SfmmCharts.operandoThickness("bare", FIGURE.bare()), "<ellipse") >= 2);
    }

    @Test
    void drawsMapsWithAScaleBarAndTheirHistogram() {
        double[] values = new double[64];
        Arrays.setAll(values, i -> Math.sin(i));
        ScanMap map = ScanMap.of("height", "nm", 8, 8, 25e-9, 25e-9, values);
        assertTrue(SfmmCharts.map("map", map).png().length > 1000);
        assertTrue(SfmmCharts.histogram("map", map, 10).svg().contains("<svg"));
        assertThrows(InvalidValueException.class, () -> SfmmCharts.histogram("map", map, 0));
    }

    /** Row 0 of a map is its uppermost; the brightest colour belongs to the largest value. */
    @Test
    void drawsRowZeroAtTheTop() {
        double[] values = new double[64];
        Arrays.setAll(values, i -> -Math.floorDiv(i, 8));
        BufferedImage picture = SfmmCharts.map("", ScanMap.of("height", "m", 8, 8, 25e-9, 25e-9, values))
                .image();
        int x = picture.getWidth() / 4;
        assertTrue(brightness(picture.getRGB(x, picture.getHeight() / 6))
                > brightness(picture.getRGB(x, picture.getHeight() * 5 / 6)) + 0.3);
    }

    private static double brightness(int rgb) {
        Color colour = new Color(rgb);
        return Color.RGBtoHSB(colour.getRed(), colour.getGreen(), colour.getBlue(), null)[2];
    }

    @Test
    void drawsGrainSizesWithTheirLaw() {
        SurfaceFigure.Grains grains = SurfaceFigure.of(1).surface();
        double[] diameters = grains.diametersMetre().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        Chart chart = SfmmCharts.grainSizes("grains", diameters, grains.sizes());
        assertTrue(marks(chart, "<path") >= 2);
        assertThrows(
                InvalidValueException.class,
                () -> SfmmCharts.grainSizes("grains", Arrays.copyOf(diameters, 10), grains.sizes()));
    }
}
