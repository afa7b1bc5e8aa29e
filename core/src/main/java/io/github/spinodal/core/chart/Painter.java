package io.github.spinodal.core.chart;

import java.awt.Graphics2D;

/** Paints a picture of a given size (pixels) with its upper left corner at the origin. */
@FunctionalInterface
interface Painter {
    void paint(Graphics2D graphics, int width, int height);
}
