package io.github.spinodal.core.chart;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.intermediate.CommandSequence;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Turns painting into SVG; the only user of VectorGraphics2D, so that it is loaded only when SVG is asked for. */
final class SvgWriter {
    private SvgWriter() {}

    static String write(Painter painter, int width, int height) {
        VectorGraphics2D graphics = new VectorGraphics2D();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        painter.paint(graphics, width, height);
        CommandSequence commands = graphics.getCommands();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new SVGProcessor()
                    .getDocument(commands, new PageSize(0, 0, width, height))
                    .writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String document = bytes.toString(StandardCharsets.UTF_8);
        // VectorGraphics2D leaves out font sizes of 12 pixels, which it takes for the default; browsers take 16.
        return document.substring(document.indexOf("<svg"))
                .replaceFirst("<svg ", "<svg style=\"font-size:12px\" ")
                .replace("<image ", "<image style=\"image-rendering:pixelated\" ");
    }
}
