package io.github.spinodal.examples.report;

import io.github.spinodal.core.chart.Chart;

/**
 * A picture with its caption.
 *
 * @param id name of its files, without extension
 * @param caption what it shows, in a sentence or two
 * @param chart the picture
 */
public record Figure(String id, String caption, Chart chart) {}
