package io.github.spinodal.core.table;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows of results, written as CSV (RFC 4180, UTF-8, LF) or JSON (RFC 8259: an array of objects). Every double is written so
 * that reading it gives the same double again. Immutable.
 */
public final class ResultTable implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<Row> rows;

    private ResultTable(List<Row> rows) {
        this.rows = new ArrayList<>(rows);
    }

    /**
     * A table of rows, which need not have the same cells.
     *
     * @param rows the rows
     * @return the table
     */
    public static ResultTable of(List<Row> rows) {
        return new ResultTable(rows);
    }

    /**
     * This table followed by another.
     *
     * @param other the rows to append
     * @return the longer table
     */
    public ResultTable with(ResultTable other) {
        List<Row> all = new ArrayList<>(rows);
        all.addAll(other.rows);
        return new ResultTable(all);
    }

    /**
     * The rows.
     *
     * @return the rows
     */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /**
     * Names of all cells that occur, in the order in which they first do.
     *
     * @return the names
     */
    public List<String> columns() {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.addAll(row.cells().keySet()));
        return List.copyOf(names);
    }

    /**
     * The table as CSV: a header with the names of all cells, then the rows. A cell that a row lacks is left empty.
     *
     * @return the text
     */
    public String toCsv() {
        List<String> columns = columns();
        StringBuilder text = new StringBuilder();
        appendLine(text, columns);
        for (Row row : rows) {
            appendLine(
                    text,
                    columns.stream()
                            .map(name -> row.cells().containsKey(name)
                                    ? String.valueOf(row.cells().get(name))
                                    : "")
                            .toList());
        }
        return text.toString();
    }

    private static void appendLine(StringBuilder text, List<String> fields) {
        for (int i = 0; i < fields.size(); i++) {
            text.append(i == 0 ? "" : ",").append(quotedForCsv(fields.get(i)));
        }
        text.append('\n');
    }

    private static String quotedForCsv(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    /**
     * The table as JSON: an array with an object for each row. Numbers that JSON cannot write (NaN, infinities) become the
     * strings {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"}.
     *
     * @return the text
     */
    public String toJson() {
        StringBuilder text = new StringBuilder("[");
        String separator = "\n";
        for (Row row : rows) {
            text.append(separator).append("  {");
            String comma = "";
            for (Map.Entry<String, Serializable> cell : row.cells().entrySet()) {
                text.append(comma).append(quotedForJson(cell.getKey())).append(": ");
                text.append(jsonValue(cell.getValue()));
                comma = ", ";
            }
            text.append('}');
            separator = ",\n";
        }
        return text.append(rows.isEmpty() ? "]\n" : "\n]\n").toString();
    }

    private static String jsonValue(Serializable value) {
        boolean bare = value instanceof Double number ? Double.isFinite(number) : !(value instanceof String);
        return bare ? value.toString() : quotedForJson(value.toString());
    }

    private static String quotedForJson(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
                quoted.append("\\u").append(hexadecimal(c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private static String hexadecimal(char c) {
        String digits = Integer.toHexString(c);
        return "0".repeat(4 - digits.length()) + digits;
    }

    /**
     * Writes the table as CSV.
     *
     * @param path the file, replaced where it exists
     * @throws IOException if the file cannot be written
     */
    public void writeCsv(Path path) throws IOException {
        Files.writeString(path, toCsv(), StandardCharsets.UTF_8);
    }

    /**
     * Writes the table as JSON.
     *
     * @param path the file, replaced where it exists
     * @throws IOException if the file cannot be written
     */
    public void writeJson(Path path) throws IOException {
        Files.writeString(path, toJson(), StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResultTable that && rows.equals(that.rows);
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }

    @Override
    public String toString() {
        return "ResultTable[" + rows.size() + " rows of " + columns() + "]";
    }
}
