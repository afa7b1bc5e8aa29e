package io.github.spinodal.core.chart;

import io.github.spinodal.core.chart.LinePlot.PlotSpecification;
import io.github.spinodal.core.chart.LinePlot.Rule;
import java.awt.Graphics2D;
import org.knowm.xchart.XYChart;

/** Writes the labels of lines across a plot, once XChart has laid the plot out. */
final class RuleLabels {
    private static final int GAP = 4;
    private static final int LINE_HEIGHT = 15;
    private static final int TOP_WITH_TITLE = 50;
    private static final int TOP_WITHOUT_TITLE = 28;
    private static final int ROWS = 3;

    private RuleLabels() {}

    static void paint(XYChart chart, PlotSpecification plot, Graphics2D graphics) {
        graphics.setFont(Palette.TICK);
        graphics.setColor(Palette.INK);
        int top = plot.title().isEmpty() ? TOP_WITHOUT_TITLE : TOP_WITH_TITLE;
        double left = chart.getYAxisLeftWidth() + chart.getStyler().getChartPadding();
        int row = 0;
        for (Rule rule : plot.rules()) {
            if (rule.label().isEmpty()) {
                continue;
            }
            if (rule.vertical()) {
                // Neighbouring labels take turns in height, so that they do not cover each other.
                double x = chart.getScreenXFromChart(rule.position()) + GAP;
                graphics.drawString(rule.label(), (float) x, top + LINE_HEIGHT * (row++ % ROWS));
            } else {
                double y = chart.getScreenYFromChart(rule.position()) - GAP;
                graphics.drawString(rule.label(), (float) left + 3 * GAP, (float) y);
            }
        }
    }
}
