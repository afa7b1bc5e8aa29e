package io.github.spinodal.examples.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes a report into a folder: {@code index.html}, {@code results.csv}, {@code results.json} and its pictures. */
public final class ReportWriter {
    private static final String[] HEADER = {
        "id", "quantity", "value", "uncertainty", "unit", "published", "source", "verdict"
    };

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
        List<ResultRow> rows = sections.stream().flatMap(s -> s.rows().stream()).toList();
        writeCsv(folder.resolve("results.csv"), rows);
        Files.writeString(folder.resolve("results.json"), json(rows));
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

    private static void writeCsv(Path file, List<ResultRow> rows) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(HEADER)
                .setRecordSeparator('\n')
                .get();
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                CSVPrinter printer = new CSVPrinter(writer, format)) {
            for (ResultRow row : rows) {
                printer.printRecord(cells(row));
            }
        }
    }

    private static List<String> cells(ResultRow row) {
        return List.of(
                row.id(),
                row.quantity(),
                row.value(),
                row.uncertainty(),
                row.unit(),
                row.published(),
                row.source(),
                row.verdict().toString());
    }

    private static String json(List<ResultRow> rows) {
        return rows.stream().map(ReportWriter::json).collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n"));
    }

    private static String json(ResultRow row) {
        List<String> cells = cells(row);
        StringBuilder object = new StringBuilder("{");
        for (int i = 0; i < HEADER.length; i++) {
            object.append(i == 0 ? "" : ", ")
                    .append(quoted(HEADER[i]))
                    .append(": ")
                    .append(quoted(cells.get(i)));
        }
        return object.append('}').toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
