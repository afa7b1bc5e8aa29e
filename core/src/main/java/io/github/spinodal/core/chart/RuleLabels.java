package io.github.spinodal.core.chart;

import io.github.spinodal.core.chart.LinePlot.Rule;
import java.awt.Graphics2D;
import java.util.List;
import org.knowm.xchart.XYChart;

/** Writes the labels of lines across a plot, once XChart has laid the plot out. */
final class RuleLabels {
    private static final int GAP = 4;

    private RuleLabels() {}

    static void paint(XYChart chart, List<Rule> rules, Graphics2D graphics) {
        graphics.setFont(Palette.TICK);
        graphics.setColor(Palette.INK);
        int row = 0;
        for (Rule rule : rules) {
            if (rule.label().isEmpty()) {
                continue;
            }
            if (rule.vertical()) {
                double top = chart.getScreenYFromChart(
                        chart.getStyler().getYAxisMax() == null
                                ? 0
                                : chart.getStyler().getYAxisMax());
                graphics.drawString(
                        rule.label(),
                        (float) chart.getScreenXFromChart(rule.position()) + GAP,
                        (float) top + 14 + 14 * (row++ % 3));
            } else {
                graphics.drawString(rule.label(), 80f, (float) chart.getScreenYFromChart(rule.position()) - GAP);
            }
        }
    }
}
