package io.github.spinodal.core.chart;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * Builds a plot of curves and points over common axes. Series keep the order in which they are added, and take their
 * colours in that order.
 *
 * <pre>{@code
 * Chart chart = LinePlot.of("Nyquist").xAxis("Z' (ohm)").yAxis("-Z'' (ohm)").equalAspect()
 *         .points("measured", re, minusIm).line("fit", fitRe, fitMinusIm).build();
 * }</pre>
 */
public final class LinePlot {
    /** How a series is drawn. */
    enum Style {
        LINE,
        DASHES,
        POINTS,
        BARS
    }

    /** One series; errors is empty where there are none. */
    record Series(String name, Style style, List<Double> x, List<Double> y, List<Double> errors) {
        /** The part that logarithmic axes can show; an error bar that reaches zero is left out of it. */
        Series drawable(boolean logX, boolean logY) {
            Series part = new Series(name, style, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int i = 0; i < x.size(); i++) {
                double value = y.get(i);
                boolean finite = Double.isFinite(x.get(i)) && !Double.isInfinite(value);
                if (finite && !(logX && x.get(i) <= 0) && !(logY && value <= 0)) {
                    part.x.add(x.get(i));
                    part.y.add(value);
                    if (!errors.isEmpty()) {
                        part.errors.add(logY && errors.get(i) >= value ? 0.0 : errors.get(i));
                    }
                }
            }
            return part;
        }
    }

    /** A line across the plot. */
    record Rule(double position, boolean vertical, String label) {}

    private static final double RULE_MARGIN = 0.05;

    private final String title;
    private final List<Series> series = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private String xLabel = "";
    private String yLabel = "";
    private boolean logX;
    private boolean logY;
    private boolean equalAspect;
    private double xMin = Double.NaN;
    private double xMax = Double.NaN;
    private double yMin = Double.NaN;
    private double yMax = Double.NaN;

    private LinePlot(String title) {
        this.title = title;
    }

    /**
     * Starts a plot.
     *
     * @param title title above the plot, possibly empty
     * @return the builder
     */
    public static LinePlot of(String title) {
        return new LinePlot(title);
    }

    /**
     * Labels the horizontal axis.
     *
     * @param label quantity with its unit, as in "capacity (uAh/cm2)"
     * @return this builder
     */
    public LinePlot xAxis(String label) {
        xLabel = label;
        return this;
    }

    /**
     * Labels the vertical axis.
     *
     * @param label quantity with its unit
     * @return this builder
     */
    public LinePlot yAxis(String label) {
        yLabel = label;
        return this;
    }

    /**
     * Limits the horizontal axis.
     *
     * @param low left end
     * @param high right end, greater than low
     * @return this builder
     * @throws InvalidValueException if the ends are not finite and rising
     */
    public LinePlot xRange(double low, double high) {
        requireRange("x range", low, high);
        xMin = low;
        xMax = high;
        return this;
    }

    /**
     * Limits the vertical axis.
     *
     * @param low lower end
     * @param high upper end, greater than low
     * @return this builder
     * @throws InvalidValueException if the ends are not finite and rising
     */
    public LinePlot yRange(double low, double high) {
        requireRange("y range", low, high);
        yMin = low;
        yMax = high;
        return this;
    }

    private static void requireRange(String name, double low, double high) {
        if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new InvalidValueException(name, low + " to " + high, "finite and rising");
        }
    }

    /**
     * Makes the horizontal axis logarithmic; points with x of zero or less are left out of the picture.
     *
     * @return this builder
     */
    public LinePlot logX() {
        logX = true;
        return this;
    }

    /**
     * Makes the vertical axis logarithmic; points with y of zero or less, and error bars that reach zero, are left out of
     * the picture.
     *
     * @return this builder
     */
    public LinePlot logY() {
        logY = true;
        return this;
    }

    /**
     * Gives both axes the same scale, as a Nyquist plot needs.
     *
     * @return this builder
     */
    public LinePlot equalAspect() {
        equalAspect = true;
        return this;
    }

    /**
     * Adds a curve.
     *
     * @param name name for the legend, different from all others; empty keeps the series out of the legend
     * @param x abscissas; not-a-number breaks the line
     * @param y ordinates, as many as abscissas
     * @return this builder
     * @throws InvalidValueException if the lengths differ
     */
    public LinePlot line(String name, double[] x, double[] y) {
        return add(name, Style.LINE, x, y, new double[0]);
    }

    /**
     * Adds a dashed curve.
     *
     * @param name name for the legend, different from all others; empty keeps the series out of the legend
     * @param x abscissas
     * @param y ordinates, as many as abscissas
     * @return this builder
     * @throws InvalidValueException if the lengths differ
     */
    public LinePlot dashes(String name, double[] x, double[] y) {
        return add(name, Style.DASHES, x, y, new double[0]);
    }

    /**
     * Adds points.
     *
     * @param name name for the legend, different from all others; empty keeps the series out of the legend
     * @param x abscissas
     * @param y ordinates, as many as abscissas
     * @return this builder
     * @throws InvalidValueException if the lengths differ
     */
    public LinePlot points(String name, double[] x, double[] y) {
        return add(name, Style.POINTS, x, y, new double[0]);
    }

    /**
     * Adds points with symmetric error bars.
     *
     * @param name name for the legend, different from all others; empty keeps the series out of the legend
     * @param x abscissas
     * @param y ordinates, as many as abscissas
     * @param errors half lengths of the bars, as many as abscissas
     * @return this builder
     * @throws InvalidValueException if the lengths differ
     */
    public LinePlot points(String name, double[] x, double[] y, double[] errors) {
        Require.sameLength("x of " + name, x.length, "errors of " + name, errors.length);
        return add(name, Style.POINTS, x, y, errors);
    }

    /**
     * Adds a histogram as a filled outline.
     *
     * @param name name for the legend, different from all others; empty keeps the series out of the legend
     * @param edges edges of the bins, rising, one more than heights
     * @param heights heights of the bins
     * @return this builder
     * @throws InvalidValueException if the lengths do not fit
     */
    public LinePlot histogram(String name, double[] edges, double[] heights) {
        Require.sameLength("heights + 1 of " + name, heights.length + 1, "edges of " + name, edges.length);
        double[] x = new double[2 * heights.length + 2];
        double[] y = new double[x.length];
        for (int i = 0; i < heights.length; i++) {
            x[2 * i + 1] = edges[i];
            x[2 * i + 2] = edges[i + 1];
            y[2 * i + 1] = heights[i];
            y[2 * i + 2] = heights[i];
        }
        x[0] = edges[0];
        x[x.length - 1] = edges[edges.length - 1];
        return add(name, Style.BARS, x, y, new double[0]);
    }

    /**
     * Adds a vertical line across the plot.
     *
     * @param x where
     * @param label short label at its end, possibly empty
     * @return this builder
     */
    public LinePlot verticalRule(double x, String label) {
        rules.add(new Rule(Require.finite("position of a rule", x), true, label));
        return this;
    }

    /**
     * Adds a horizontal line across the plot.
     *
     * @param y where
     * @param label short label at its end, possibly empty
     * @return this builder
     */
    public LinePlot horizontalRule(double y, String label) {
        rules.add(new Rule(Require.finite("position of a rule", y), false, label));
        return this;
    }

    private LinePlot add(String name, Style style, double[] x, double[] y, double[] errors) {
        Require.sameLength("x of " + name, x.length, "y of " + name, y.length);
        if (!name.isEmpty() && series.stream().anyMatch(s -> s.name().equals(name))) {
            throw new InvalidValueException("name of the series", name, "different from every other series");
        }
        series.add(new Series(name, style, boxed(x), boxed(y), boxed(errors)));
        return this;
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    /**
     * Finishes the plot.
     *
     * @return the chart
     * @throws InvalidValueException if no series has a drawable point
     */
    public Chart build() {
        List<Series> drawn = series.stream()
                .map(s -> s.drawable(logX, logY))
                .filter(s -> !s.x().isEmpty())
                .toList();
        Require.atLeast("number of series with a drawable point", drawn.size(), 1);
        double[] x = reachingRules(drawn.stream().map(Series::x).toList(), true, xMin, xMax);
        double[] y = reachingRules(drawn.stream().map(Series::y).toList(), false, yMin, yMax);
        List<Rule> visible = rules.stream()
                .filter(rule -> rule.vertical() ? isWithin(rule, x) : isWithin(rule, y))
                .toList();
        PlotSpecification specification = new PlotSpecification(
                title, xLabel, yLabel, logX, logY, equalAspect, x[0], x[1], y[0], y[1], drawn, visible);
        return Chart.of((graphics, width, height) -> XChartPainter.paint(specification, graphics, width, height));
    }

    /** Limits of an axis that the caller left open, widened so that every line across the plot lies inside. */
    private double[] reachingRules(List<List<Double>> columns, boolean vertical, double low, double high) {
        DoubleSummaryStatistics data = columns.stream()
                .flatMap(List::stream)
                .filter(v -> !v.isNaN())
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        double margin = RULE_MARGIN * (data.getMax() - data.getMin());
        double newLow = low;
        double newHigh = high;
        for (Rule rule : rules) {
            if (rule.vertical() == vertical) {
                if (Double.isNaN(low) && rule.position() < data.getMin()) {
                    newLow = minimum(newLow, rule.position() - margin);
                }
                if (Double.isNaN(high) && rule.position() > data.getMax()) {
                    newHigh = -minimum(-newHigh, -rule.position() - margin);
                }
            }
        }
        return new double[] {newLow, newHigh};
    }

    private static double minimum(double orNothing, double value) {
        return Double.isNaN(orNothing) ? value : Math.min(orNothing, value);
    }

    private static boolean isWithin(Rule rule, double[] limits) {
        return !(rule.position() < limits[0] || rule.position() > limits[1]);
    }

    /** Everything a painter needs to know; limits are NaN where the data decide. */
    record PlotSpecification(
            String title,
            String xLabel,
            String yLabel,
            boolean logX,
            boolean logY,
            boolean equalAspect,
            double xMin,
            double xMax,
            double yMin,
            double yMax,
            List<Series> series,
            List<Rule> rules) {}
}
