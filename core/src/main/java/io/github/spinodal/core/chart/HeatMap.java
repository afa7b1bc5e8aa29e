package io.github.spinodal.core.chart;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds a false-colour map of a quantity over two axes, with a colour bar and, for a map of a surface, a scale bar.
 * Values that are not numbers are drawn as grey.
 */
public final class HeatMap {
    private static final int MISSING = 0xbdbdbd;
    private static final int COLOUR_BAR_WIDTH = 16;
    private static final int COLOUR_BAR_SPACE = 92;
    private static final int STEPS = 5;

    private final String title;
    private final double[][] values;
    private String xLabel = "";
    private String yLabel = "";
    private String valueLabel = "";
    private double[] xEnds = {0, 1};
    private double[] yEnds = {0, 1};
    private double low;
    private double high;
    private boolean equalAspect;
    private double scaleBarLength;
    private String scaleBarLabel = "";

    private HeatMap(String title, double[][] values) {
        this.title = title;
        this.values = values;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double[] row : values) {
            for (double value : row) {
                if (Double.isFinite(value)) {
                    min = Math.min(min, value);
                    max = Math.max(max, value);
                }
            }
        }
        if (min > max) {
            throw new InvalidValueException("values of the map", "all missing", "finite somewhere");
        }
        low = min;
        high = max;
    }

    /**
     * Starts a map.
     *
     * @param title title above the map, possibly empty
     * @param values values by row and column, row 0 at the bottom, every row of one length; at least one finite
     * @return the builder
     * @throws InvalidValueException if the rows differ in length or nothing is finite
     */
    public static HeatMap of(String title, double[][] values) {
        Require.atLeast("rows of the map", values.length, 1);
        double[][] copy = new double[values.length][];
        for (int row = 0; row < values.length; row++) {
            Require.sameLength("row 0 of the map", values[0].length, "row " + row + " of the map", values[row].length);
            copy[row] = values[row].clone();
        }
        Require.atLeast("columns of the map", copy[0].length, 1);
        return new HeatMap(title, copy);
    }

    /**
     * Labels the horizontal axis and gives its ends.
     *
     * @param label quantity with its unit
     * @param left value at the left edge
     * @param right value at the right edge, different from the left
     * @return this builder
     */
    public HeatMap xAxis(String label, double left, double right) {
        xLabel = label;
        xEnds = ends("ends of the x axis", left, right);
        return this;
    }

    /**
     * Labels the vertical axis and gives its ends.
     *
     * @param label quantity with its unit
     * @param bottom value at the lower edge
     * @param top value at the upper edge, different from the lower
     * @return this builder
     */
    public HeatMap yAxis(String label, double bottom, double top) {
        yLabel = label;
        yEnds = ends("ends of the y axis", bottom, top);
        return this;
    }

    private static double[] ends(String name, double from, double to) {
        if (!Double.isFinite(from) || !Double.isFinite(to) || from == to) {
            throw new InvalidValueException(name, from + ", " + to, "finite and different");
        }
        return new double[] {from, to};
    }

    /**
     * Labels the colour bar.
     *
     * @param label quantity with its unit
     * @return this builder
     */
    public HeatMap valueAxis(String label) {
        valueLabel = label;
        return this;
    }

    /**
     * Limits the colours; values beyond take the colour of the nearer end.
     *
     * @param lowest value of the first colour
     * @param highest value of the last colour, greater
     * @return this builder
     */
    public HeatMap valueRange(double lowest, double highest) {
        if (!(lowest < highest)) {
            throw new InvalidValueException("value range", lowest + " to " + highest, "rising");
        }
        low = lowest;
        high = highest;
        return this;
    }

    /**
     * Draws a surface: equal scales on both axes and a bar of known length in place of tick labels.
     *
     * @param length length of the bar in units of the x axis, positive
     * @param label its label, as in "200 nm"
     * @return this builder
     */
    public HeatMap scaleBar(double length, String label) {
        scaleBarLength = Require.positive("length of the scale bar", length);
        scaleBarLabel = label;
        equalAspect = true;
        return this;
    }

    /**
     * Finishes the map.
     *
     * @return the chart
     */
    public Chart build() {
        Layout layout = new Layout(
                title, xLabel, yLabel, valueLabel, xEnds, yEnds, low, high, equalAspect, scaleBarLength, scaleBarLabel);
        BufferedImage pixels = pixels();
        return Chart.of((graphics, width, height) -> layout.paint(graphics, pixels, width, height));
    }

    private BufferedImage pixels() {
        int rows = values.length;
        int columns = values[0].length;
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        double span = high > low ? high - low : 1;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double value = values[row][column];
                int rgb = Double.isFinite(value) ? Palette.heat((value - low) / span) : MISSING;
                image.setRGB(column, rows - 1 - row, rgb);
            }
        }
        return image;
    }

    /** Where things go, and how they are drawn. */
    private static final class Layout {
        private final String title;
        private final String xLabel;
        private final String yLabel;
        private final String valueLabel;
        private final double[] xEnds;
        private final double[] yEnds;
        private final double low;
        private final double high;
        private final boolean equalAspect;
        private final double scaleBarLength;
        private final String scaleBarLabel;

        Layout(
                String title,
                String xLabel,
                String yLabel,
                String valueLabel,
                double[] xEnds,
                double[] yEnds,
                double low,
                double high,
                boolean equalAspect,
                double scaleBarLength,
                String scaleBarLabel) {
            this.title = title;
            this.xLabel = xLabel;
            this.yLabel = yLabel;
            this.valueLabel = valueLabel;
            this.xEnds = xEnds;
            this.yEnds = yEnds;
            this.low = low;
            this.high = high;
            this.equalAspect = equalAspect;
            this.scaleBarLength = scaleBarLength;
            this.scaleBarLabel = scaleBarLabel;
        }

        void paint(Graphics2D graphics, BufferedImage pixels, int width, int height) {
            boolean bar = scaleBarLength > 0;
            int left = bar ? 16 : 76;
            int top = title.isEmpty() ? 16 : 40;
            int mapWidth = width - left - COLOUR_BAR_SPACE - 24;
            int mapHeight = height - top - (bar ? 20 : 56);
            if (equalAspect) {
                double ratio = Math.abs((yEnds[1] - yEnds[0]) / (xEnds[1] - xEnds[0]));
                int fitted = (int) Math.round(mapWidth * ratio);
                if (fitted > mapHeight) {
                    mapWidth = (int) Math.round(mapHeight / ratio);
                } else {
                    mapHeight = fitted;
                }
            }
            graphics.setColor(Palette.PAPER);
            graphics.fillRect(0, 0, width, height);
            graphics.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
            graphics.drawImage(pixels, left, top, mapWidth, mapHeight, null);
            graphics.setColor(Palette.INK);
            graphics.drawRect(left, top, mapWidth, mapHeight);
            graphics.setFont(Palette.TITLE);
            centred(graphics, title, left + mapWidth / 2, top - 14);
            if (bar) {
                paintScaleBar(graphics, left, top, mapWidth, mapHeight);
            } else {
                paintAxes(graphics, left, top, mapWidth, mapHeight);
            }
            paintColourBar(graphics, left + mapWidth + 18, top, mapHeight);
        }

        private void paintScaleBar(Graphics2D graphics, int left, int top, int mapWidth, int mapHeight) {
            int length = (int) Math.round(mapWidth * scaleBarLength / Math.abs(xEnds[1] - xEnds[0]));
            int x = left + mapWidth - length - 14;
            int y = top + mapHeight - 18;
            graphics.setFont(Palette.LABEL);
            int textWidth = graphics.getFontMetrics().stringWidth(scaleBarLabel);
            int plate = Math.max(length, textWidth) + 16;
            graphics.setColor(new Color(0, 0, 0, 130));
            graphics.fillRect(x + length / 2 - plate / 2, y - 22, plate, 32);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(x, y, length, 4);
            centred(graphics, scaleBarLabel, x + length / 2, y - 6);
        }

        private void paintAxes(Graphics2D graphics, int left, int top, int mapWidth, int mapHeight) {
            graphics.setFont(Palette.TICK);
            for (double tick : ticks(xEnds[0], xEnds[1])) {
                int x = left + (int) Math.round(mapWidth * (tick - xEnds[0]) / (xEnds[1] - xEnds[0]));
                graphics.drawLine(x, top + mapHeight, x, top + mapHeight + 4);
                centred(graphics, TickLabels.of(tick), x, top + mapHeight + 18);
            }
            for (double tick : ticks(yEnds[0], yEnds[1])) {
                int y = top + mapHeight - (int) Math.round(mapHeight * (tick - yEnds[0]) / (yEnds[1] - yEnds[0]));
                graphics.drawLine(left - 4, y, left, y);
                String text = TickLabels.of(tick);
                graphics.drawString(text, left - 8 - graphics.getFontMetrics().stringWidth(text), y + 4);
            }
            graphics.setFont(Palette.LABEL);
            centred(graphics, xLabel, left + mapWidth / 2, top + mapHeight + 42);
            sideways(graphics, yLabel, 18, top + mapHeight / 2);
        }

        private void paintColourBar(Graphics2D graphics, int x, int top, int mapHeight) {
            for (int y = 0; y < mapHeight; y++) {
                graphics.setColor(new Color(Palette.heat(1 - y / (double) mapHeight)));
                graphics.fillRect(x, top + y, COLOUR_BAR_WIDTH, 1);
            }
            graphics.setColor(Palette.INK);
            graphics.drawRect(x, top, COLOUR_BAR_WIDTH, mapHeight);
            graphics.setFont(Palette.TICK);
            if (high > low) {
                for (double tick : ticks(low, high)) {
                    int y = top + mapHeight - (int) Math.round(mapHeight * (tick - low) / (high - low));
                    graphics.drawLine(x + COLOUR_BAR_WIDTH, y, x + COLOUR_BAR_WIDTH + 4, y);
                    graphics.drawString(TickLabels.of(tick), x + COLOUR_BAR_WIDTH + 7, y + 4);
                }
            }
            graphics.setFont(Palette.LABEL);
            sideways(graphics, valueLabel, x + COLOUR_BAR_SPACE - 8, top + mapHeight / 2);
        }

        private static void centred(Graphics2D graphics, String text, int x, int y) {
            FontMetrics metrics = graphics.getFontMetrics();
            graphics.drawString(text, x - metrics.stringWidth(text) / 2, y);
        }

        private static void sideways(Graphics2D graphics, String text, int x, int y) {
            // VectorGraphics2D keeps drawing in the frame of a disposed copy, so the frame is put back by hand.
            AffineTransform upright = graphics.getTransform();
            graphics.rotate(-Math.PI / 2, x, y);
            centred(graphics, text, x, y);
            graphics.setTransform(upright);
        }

        /** Round numbers between the ends, about {@value #STEPS} of them. */
        private static List<Double> ticks(double from, double to) {
            double low = Math.min(from, to);
            double high = Math.max(from, to);
            double raw = (high - low) / STEPS;
            double decade = Math.pow(10, Math.floor(Math.log10(raw)));
            double ratio = raw / decade;
            double step = decade * (ratio < 1.5 ? 1 : ratio < 3.5 ? 2 : ratio < 7.5 ? 5 : 10);
            List<Double> ticks = new ArrayList<>();
            for (long k = (long) Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) {
                ticks.add(k * step);
            }
            return ticks;
        }
    }
}
