package io.github.spinodal.examples.report;

import java.util.List;

/**
 * A finished part of a report.
 *
 * @param id anchor of the section
 * @param title its heading
 * @param text what was done and what it means, a paragraph each
 * @param rows the results
 * @param figures the pictures
 */
public record Section(String id, String title, List<String> text, List<ResultRow> rows, List<Figure> figures) {
    /** Copies the lists. */
    public Section {
        text = List.copyOf(text);
        rows = List.copyOf(rows);
        figures = List.copyOf(figures);
    }
}
