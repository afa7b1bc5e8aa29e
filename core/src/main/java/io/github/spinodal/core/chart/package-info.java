/**
 * Pictures: line plots, heat maps and their composition, as SVG, PNG or an image.
 *
 * <p>Only this package touches the plotting library, and its public signatures name none of that library's types. XChart
 * and VectorGraphics2D are optional dependencies of this module: a headless job that draws nothing downloads neither.
 */
@NullMarked
package io.github.spinodal.core.chart;

import org.jspecify.annotations.NullMarked;
