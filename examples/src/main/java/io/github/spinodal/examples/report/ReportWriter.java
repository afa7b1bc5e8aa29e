package io.github.spinodal.examples.report;

import io.github.spinodal.core.table.ResultTable;
import io.github.spinodal.core.table.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a report into a folder: {@code index.html}, {@code results.csv}, {@code results.json} and its pictures. */
public final class ReportWriter {
    private ReportWriter() {}

    /**
     * Writes everything.
     *
     * @param folder where to; made if absent
     * @param title title of the page
     * @param introduction paragraphs above the first section
     * @param sections the sections in their order
     * @throws IOException if the folder cannot be written
     */
    public static void write(Path folder, String title, List<String> introduction, List<Section> sections)
            throws IOException {
        Path pictures = Files.createDirectories(folder.resolve("figures"));
        ResultTable table = ResultTable.of(sections.stream()
                .flatMap(s -> s.rows().stream())
                .map(ReportWriter::row)
                .toList());
        table.writeCsv(folder.resolve("results.csv"));
        table.writeJson(folder.resolve("results.json"));
        for (Section section : sections) {
            for (Figure figure : section.figures()) {
                Files.write(
                        pictures.resolve(figure.id() + ".png"), figure.chart().png());
                Files.writeString(
                        pictures.resolve(figure.id() + ".svg"), figure.chart().svg());
            }
        }
        Files.writeString(folder.resolve("index.html"), HtmlPage.of(title, introduction, sections));
    }

    private static Row row(ResultRow row) {
        Row start = Row.empty().with("id", row.id()).with("quantity", row.quantity());
        return number(number(start, "value", row.value()), "uncertainty", row.uncertainty())
                .with("unit", row.unit())
                .with("published", row.published())
                .with("source", row.source())
                .with("verdict", row.verdict().toString());
    }

    private static Row number(Row row, String name, String text) {
        try {
            return row.with(name, Double.parseDouble(text));
        } catch (NumberFormatException word) {
            return row.with(name, text);
        }
    }
}
