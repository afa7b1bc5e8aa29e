package io.github.spinodal.core.chart;

import io.github.spinodal.core.chart.LinePlot.PlotSpecification;
import io.github.spinodal.core.chart.LinePlot.Rule;
import io.github.spinodal.core.chart.LinePlot.Series;
import io.github.spinodal.core.chart.LinePlot.Style;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Paints line plots with XChart; the only user of that library, so that it is loaded only when something is drawn. */
final class XChartPainter {
    private static final float LINE_WIDTH = 1.6f;
    private static final BasicStroke SOLID = new BasicStroke(LINE_WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke DASHED = new BasicStroke(
            LINE_WIDTH,
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            10,
            new float[] {ScreenCurve.DASH, ScreenCurve.GAP},
            0);
    private static final BasicStroke HAIRLINE =
            new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {3, 3}, 0);
    private static final int FILL_ALPHA = 110;

    private XChartPainter() {}

    static void paint(PlotSpecification plot, Graphics2D graphics, int width, int height) {
        XYChart chart = chart(plot, width, height);
        if (plot.equalAspect()) {
            equalise(chart, plot, width, height);
        }
        if (plot.series().stream().anyMatch(s -> s.style() == Style.DASHES)) {
            cutDashes(chart, plot, width, height);
        }
        chart.paint(graphics, width, height);
        RuleLabels.paint(chart, plot, graphics);
    }

    private static XYChart chart(PlotSpecification plot, int width, int height) {
        XYChart chart = new XYChartBuilder()
                .width(width)
                .height(height)
                .title(plot.title())
                .xAxisTitle(plot.xLabel())
                .yAxisTitle(plot.yLabel())
                .build();
        style(chart.getStyler(), plot);
        addBackwardSeries(chart, plot.series().get(0));
        int index = 0;
        for (Series series : plot.series()) {
            addSeries(chart, series, key(plot, index), Palette.series(index++));
        }
        for (Rule rule : plot.rules()) {
            chart.addAnnotation(new AnnotationLine(rule.position(), rule.vertical(), false));
        }
        return chart;
    }

    /** XChart wants a name for every series, and no name twice. */
    private static String key(PlotSpecification plot, int index) {
        String name = plot.series().get(index).name();
        return name.isEmpty() ? "unnamed series " + index : name;
    }

    private static void addSeries(XYChart chart, Series series, String key, Color colour) {
        List<Double> x = series.x();
        List<Double> y = series.y();
        if (series.style() == Style.LINE) {
            ScreenCurve curve = ScreenCurve.thinned(x, y, chart.getWidth());
            x = curve.x();
            y = curve.y();
        }
        XYSeries drawn =
                series.errors().isEmpty() ? chart.addSeries(key, x, y) : chart.addSeries(key, x, y, series.errors());
        drawn.setShowInLegend(!series.name().isEmpty());
        drawn.setLineColor(colour);
        drawn.setMarkerColor(colour);
        switch (series.style()) {
            case POINTS -> {
                drawn.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
                drawn.setMarker(SeriesMarkers.CIRCLE);
            }
            case BARS -> {
                drawn.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Area);
                drawn.setFillColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), FILL_ALPHA));
                drawn.setLineStyle(SOLID);
                drawn.setMarker(SeriesMarkers.NONE);
            }
            default -> {
                drawn.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Line);
                drawn.setLineStyle(series.style() == Style.DASHES ? DASHED : SOLID);
                drawn.setMarker(SeriesMarkers.NONE);
            }
        }
    }

    /**
     * Of evenly spaced abscissas XChart makes tick labels, however crooked. It looks at all abscissas in the order in which
     * they come, so an invisible series that runs backwards keeps it from that.
     */
    private static void addBackwardSeries(XYChart chart, Series series) {
        int last = series.x().size() - 1;
        double y = series.y().stream().filter(v -> !v.isNaN()).findFirst().orElse(0.0);
        List<Double> backwards = List.of(series.x().get(last), series.x().get(0));
        XYSeries hidden = chart.addSeries(" backwards", backwards, List.of(y, y));
        hidden.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        hidden.setMarker(SeriesMarkers.NONE);
        hidden.setShowInLegend(false);
    }

    private static void style(XYStyler styler, PlotSpecification plot) {
        styler.setChartBackgroundColor(Palette.PAPER);
        styler.setPlotBackgroundColor(Palette.PAPER);
        styler.setPlotBorderColor(Palette.INK);
        styler.setPlotGridLinesColor(Palette.FAINT);
        styler.setPlotGridLinesStroke(new BasicStroke(0.7f));
        styler.setChartFontColor(Palette.INK);
        styler.setChartTitleFont(Palette.TITLE);
        styler.setChartTitleBoxVisible(false);
        styler.setChartTitleVisible(!plot.title().isEmpty());
        styler.setAxisTitleFont(Palette.LABEL);
        styler.setAxisTickLabelsFont(Palette.TICK);
        styler.setLegendFont(Palette.TICK);
        styler.setLegendBorderColor(Palette.FAINT);
        styler.setLegendPosition(LegendPosition.OutsideS);
        styler.setLegendLayout(LegendLayout.Horizontal);
        styler.setLegendVisible(plot.series().size() > 1
                && plot.series().stream().anyMatch(s -> !s.name().isEmpty()));
        styler.setMarkerSize(5);
        styler.setChartPadding(8);
        styler.setPlotMargin(0);
        styler.setErrorBarsColorSeriesColor(true);
        styler.setAnnotationLineColor(Palette.INK);
        styler.setAnnotationLineStroke(HAIRLINE);
        styler.setLocale(Locale.ROOT);
        styler.setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right);
        styler.setXAxisLogarithmic(plot.logX());
        styler.setYAxisLogarithmic(plot.logY());
        Function<Double, String> plain = TickLabels::of;
        styler.setXAxisTickLabelsFormattingFunction(plain);
        styler.setYAxisTickLabelsFormattingFunction(plain);
        limit(styler::setXAxisMin, plot.xMin());
        limit(styler::setXAxisMax, plot.xMax());
        limit(styler::setYAxisMin, plot.yMin());
        limit(styler::setYAxisMax, plot.yMax());
    }

    private static void limit(java.util.function.Consumer<Double> setter, double limit) {
        if (!Double.isNaN(limit)) {
            setter.accept(limit);
        }
    }

    /** XChart tells its pixel scale only after painting, so paint once aside. */
    private static void layOut(XYChart chart, int width, int height) {
        Graphics2D aside = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB).createGraphics();
        chart.paint(aside, width, height);
        aside.dispose();
    }

    private static void cutDashes(XYChart chart, PlotSpecification plot, int width, int height) {
        layOut(chart, width, height);
        for (int i = 0; i < plot.series().size(); i++) {
            Series series = plot.series().get(i);
            if (series.style() == Style.DASHES) {
                ScreenCurve curve = ScreenCurve.dashed(
                        series.x(), series.y(), chart::getScreenXFromChart, chart::getScreenYFromChart);
                chart.updateXYSeries(key(plot, i), curve.x(), curve.y(), null);
            }
        }
    }

    /** Widens the coarser axis until both have one scale. */
    private static void equalise(XYChart chart, PlotSpecification plot, int width, int height) {
        double[] x = range(plot.series().stream().map(Series::x).toList(), plot.xMin(), plot.xMax());
        double[] y = range(plot.series().stream().map(Series::y).toList(), plot.yMin(), plot.yMax());
        setRange(chart.getStyler(), x, y);
        layOut(chart, width, height);
        double pixelsX = Math.abs(chart.getScreenXFromChart(x[1]) - chart.getScreenXFromChart(x[0]));
        double pixelsY = Math.abs(chart.getScreenYFromChart(y[1]) - chart.getScreenYFromChart(y[0]));
        double unitsPerPixel = Math.max((x[1] - x[0]) / pixelsX, (y[1] - y[0]) / pixelsY);
        x[1] = x[0] + unitsPerPixel * pixelsX;
        y[1] = y[0] + unitsPerPixel * pixelsY;
        setRange(chart.getStyler(), x, y);
    }

    private static double[] range(List<List<Double>> columns, double low, double high) {
        double min = columns.stream()
                .flatMap(List::stream)
                .filter(v -> !v.isNaN())
                .mapToDouble(v -> v)
                .min()
                .orElse(0);
        double max = columns.stream()
                .flatMap(List::stream)
                .filter(v -> !v.isNaN())
                .mapToDouble(v -> v)
                .max()
                .orElse(1);
        double margin = 0.03 * (max > min ? max - min : Math.max(1, Math.abs(max)));
        return new double[] {Double.isNaN(low) ? min - margin : low, Double.isNaN(high) ? max + margin : high};
    }

    private static void setRange(XYStyler styler, double[] x, double[] y) {
        styler.setXAxisMin(x[0]);
        styler.setXAxisMax(x[1]);
        styler.setYAxisMin(y[0]);
        styler.setYAxisMax(y[1]);
    }
}
