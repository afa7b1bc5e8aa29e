package io.github.spinodal.core.chart;

import io.github.spinodal.core.Require;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * A finished picture that can be written as SVG or PNG or shown in a notebook.
 *
 * <p>Immutable and reusable: each call paints anew at the size asked for.
 */
public final class Chart {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 480;
    private static final double PIXELS_PER_POINT_OF_PRINT = 2;

    private final Painter painter;
    private final int width;
    private final int height;

    private Chart(Painter painter, int width, int height) {
        this.painter = painter;
        this.width = width;
        this.height = height;
    }

    static Chart of(Painter painter) {
        return new Chart(painter, WIDTH, HEIGHT);
    }

    /**
     * Charts below one another, each keeping its own height.
     *
     * @param charts the charts from top to bottom, at least one
     * @return the composition, as wide as the widest
     */
    public static Chart stack(Chart... charts) {
        List<Chart> panels = List.of(charts);
        Require.atLeast("number of charts", panels.size(), 1);
        int totalHeight = panels.stream().mapToInt(c -> c.height).sum();
        int maxWidth = panels.stream().mapToInt(c -> c.width).max().orElse(WIDTH);
        Painter painter = (graphics, w, h) -> {
            int top = 0;
            int before = 0;
            for (Chart panel : panels) {
                before += panel.height;
                int bottom = Math.round((float) h * before / totalHeight);
                paintPanel(panel, graphics, 0, top, w, bottom - top);
                top = bottom;
            }
        };
        return new Chart(painter, maxWidth, totalHeight);
    }

    /**
     * Charts beside one another, each keeping its own width.
     *
     * @param charts the charts from left to right, at least one
     * @return the composition, as high as the highest
     */
    public static Chart beside(Chart... charts) {
        List<Chart> panels = List.of(charts);
        Require.atLeast("number of charts", panels.size(), 1);
        int totalWidth = panels.stream().mapToInt(c -> c.width).sum();
        int maxHeight = panels.stream().mapToInt(c -> c.height).max().orElse(HEIGHT);
        Painter painter = (graphics, w, h) -> {
            int left = 0;
            int before = 0;
            for (Chart panel : panels) {
                before += panel.width;
                int right = Math.round((float) w * before / totalWidth);
                paintPanel(panel, graphics, left, 0, right - left, h);
                left = right;
            }
        };
        return new Chart(painter, totalWidth, maxHeight);
    }

    private static void paintPanel(Chart panel, Graphics2D graphics, int x, int y, int w, int h) {
        Graphics2D part = (Graphics2D) graphics.create();
        part.translate(x, y);
        panel.painter.paint(part, w, h);
        part.dispose();
    }

    /**
     * The same chart with another natural size.
     *
     * @param widthPixels width (pixels), at least 64
     * @param heightPixels height (pixels), at least 64
     * @return the resized chart
     * @throws io.github.spinodal.core.InvalidValueException if a size is too small
     */
    public Chart sized(int widthPixels, int heightPixels) {
        return new Chart(
                painter,
                Require.atLeast("width (pixels)", widthPixels, 64),
                Require.atLeast("height (pixels)", heightPixels, 64));
    }

    /**
     * The chart as scalable vector graphics of its natural size.
     *
     * @return an SVG document as text
     * @throws IllegalStateException if the plotting libraries are not on the class path
     */
    public String svg() {
        try {
            return SvgWriter.write(painter, width, height);
        } catch (NoClassDefFoundError missing) {
            throw missingLibrary(missing);
        }
    }

    /**
     * The chart as a PNG file of its natural size, at double resolution.
     *
     * @return the bytes of the file
     * @throws IllegalStateException if the plotting libraries are not on the class path
     */
    public byte[] png() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image(PIXELS_PER_POINT_OF_PRINT), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The chart as an image of its natural size, which a notebook shows inline.
     *
     * @return the image
     * @throws IllegalStateException if the plotting libraries are not on the class path
     */
    public BufferedImage image() {
        return image(1);
    }

    private BufferedImage image(double scale) {
        BufferedImage image = new BufferedImage(
                (int) Math.round(width * scale), (int) Math.round(height * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(scale, scale);
        try {
            painter.paint(graphics, width, height);
        } catch (NoClassDefFoundError missing) {
            throw missingLibrary(missing);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static IllegalStateException missingLibrary(NoClassDefFoundError missing) {
        return new IllegalStateException(
                "to draw charts, add org.knowm.xchart:xchart and de.erichseifert.vectorgraphics2d:VectorGraphics2D"
                        + " to the class path",
                missing);
    }
}
