package io.github.spinodal.core.chart;

import io.github.spinodal.core.peaks.PeakFit;

/** Draws a peak fit: data, components on their background, envelope, and the residuals below. */
public final class PeakPlot {
    private PeakPlot() {}

    /**
     * The fit with its residuals.
     *
     * @param fit the fit
     * @param title title of the chart
     * @param xLabel label of the abscissa with its unit
     * @param yLabel label of the ordinate with its unit
     * @return data and curves above, residuals below
     */
    public static Chart of(PeakFit fit, String title, String xLabel, String yLabel) {
        double[] x = fit.x();
        double[] y = fit.y();
        double[] background = fit.background();
        double[] envelope = fit.envelope();
        LinePlot curves = LinePlot.of(title)
                .xAxis(xLabel)
                .yAxis(yLabel)
                .points("data", x, y)
                .dashes("background", x, background);
        for (int k = 0; k < fit.peaks().size(); k++) {
            double[] component = fit.component(k);
            for (int i = 0; i < component.length; i++) {
                component[i] += background[i];
            }
            curves = curves.line("peak " + (k + 1), x, component);
        }
        double[] residuals = new double[y.length];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = y[i] - envelope[i];
        }
        Chart rest = LinePlot.of("")
                .xAxis(xLabel)
                .yAxis("residual")
                .points("residual", x, residuals)
                .horizontalRule(0, "")
                .build();
        return Chart.stack(curves.line("envelope", x, envelope).build(), rest);
    }
}
