package io.github.spinodal.core.table;

import io.github.spinodal.core.InvalidInputException;
import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.io.Notice;
import io.github.spinodal.core.io.SourceLocation;
import io.github.spinodal.core.io.TextSource;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Columns of numbers with names and units, and Spinodal's own CSV: one header row of {@code name (unit)} fields in any
 * order, then numbers; lines that start with {@code #} are comments.
 *
 * <p>Fields are separated by commas; a file with semicolons or tabs is read too, and may write decimal commas. Column names
 * are compared without regard to case. Numbers stay in the unit of the file until they are asked for, so a table that is
 * written and read again is the same to the last bit. Immutable.
 */
public final class DataTable implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String source;
    private final ArrayList<String> comments;
    private final ArrayList<Column> columns;
    private final ArrayList<Notice> notices;
    private final int[] lines;

    DataTable(String source, List<String> comments, List<Column> columns, List<Notice> notices, int[] lines) {
        this.source = source;
        this.comments = new ArrayList<>(comments);
        this.columns = new ArrayList<>(columns);
        this.notices = new ArrayList<>(notices);
        this.lines = lines;
    }

    /**
     * A table from its columns.
     *
     * @param columns at least one column, all of one length, no two of one name
     * @return the table
     * @throws InvalidValueException if there is no column, the lengths differ or a name comes twice
     */
    public static DataTable of(List<Column> columns) {
        Require.atLeast("number of columns", columns.size(), 1);
        List<String> seen = new ArrayList<>();
        for (Column column : columns) {
            Require.sameLength(columns.get(0).header(), columns.get(0).size(), column.header(), column.size());
            String key = column.name().toLowerCase(Locale.ROOT);
            if (seen.contains(key)) {
                throw new InvalidValueException(
                        "column name", "\"" + column.name() + "\" twice", "different for each column");
            }
            seen.add(key);
        }
        return new DataTable("table", List.of(), columns, List.of(), new int[0]);
    }

    /**
     * Reads a file.
     *
     * @param path the file
     * @return the table
     * @throws IOException if the file cannot be read
     * @throws io.github.spinodal.core.io.DataFormatException if it is no such table; names line and column
     */
    public static DataTable read(Path path) throws IOException {
        return parse(TextSource.read(path));
    }

    /**
     * Reads a text.
     *
     * @param source the text
     * @return the table
     * @throws io.github.spinodal.core.io.DataFormatException if it is no such table; names line and column
     */
    public static DataTable parse(TextSource source) {
        return new DataTableParser(source).parse();
    }

    /**
     * The same table with comment lines, which stand before the header when written.
     *
     * @param lines the comments, each one line
     * @return the table with these comments and no others
     * @throws InvalidValueException if a comment holds a line break
     */
    public DataTable withComments(List<String> lines) {
        for (String line : lines) {
            if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
                throw new InvalidValueException("comment", "\"" + line + "\"", "a single line");
            }
        }
        return new DataTable(source, lines, columns, notices, this.lines);
    }

    /**
     * Number of rows.
     *
     * @return number of rows
     */
    public int rowCount() {
        return columns.get(0).size();
    }

    /**
     * All columns in the order of the file.
     *
     * @return the columns, at least one
     */
    public List<Column> columns() {
        return List.copyOf(columns);
    }

    /**
     * A column, where the table has it.
     *
     * @param name name of the column, in upper or lower case
     * @return the column, or nothing
     */
    public Optional<Column> find(String name) {
        return columns.stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
    }

    /**
     * The values of a column in a unit of the caller's choice.
     *
     * @param name name of the column, in upper or lower case
     * @param unit symbol of a unit of the column's dimension
     * @return the converted values
     * @throws InvalidInputException if there is no such column, or its unit measures something else
     */
    public double[] column(String name, String unit) {
        Column column = find(name)
                .orElseThrow(() -> new InvalidInputException(source + " has no column \"" + name + "\"; it has "
                        + columns.stream().map(Column::header).toList()));
        try {
            return column.in(unit);
        } catch (InvalidValueException e) {
            throw new InvalidInputException(
                    source + ": the column \"" + column.header() + "\" does not convert to " + unit, e);
        }
    }

    /**
     * File name or another description of where the table came from.
     *
     * @return the source
     */
    public String source() {
        return source;
    }

    /**
     * Where a row stood in the file.
     *
     * @param row index of the row, counted from 0
     * @return its line, or the source as a whole where the table was never in a file
     */
    public SourceLocation location(int row) {
        return row < lines.length ? SourceLocation.ofLine(source, lines[row]) : SourceLocation.of(source);
    }

    /**
     * The comment lines, without the {@code #}.
     *
     * @return the comments in the order of the file
     */
    public List<String> comments() {
        return List.copyOf(comments);
    }

    /**
     * What was suspicious when the table was read.
     *
     * @return the notices
     */
    public List<Notice> notices() {
        return List.copyOf(notices);
    }

    /**
     * The table as CSV text: comments, header, rows, in UTF-8 with LF at every line's end.
     *
     * @return the text
     */
    public String toCsv() {
        StringBuilder text = new StringBuilder();
        comments.forEach(c -> text.append('#').append(c).append('\n'));
        text.append(String.join(",", columns.stream().map(Column::header).toList()))
                .append('\n');
        for (int row = 0; row < rowCount(); row++) {
            for (int i = 0; i < columns.size(); i++) {
                text.append(i == 0 ? "" : ",").append(columns.get(i).value(row));
            }
            text.append('\n');
        }
        return text.toString();
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

    @Override
    public boolean equals(Object other) {
        return other instanceof DataTable that && columns.equals(that.columns) && comments.equals(that.comments);
    }

    @Override
    public int hashCode() {
        return 31 * columns.hashCode() + comments.hashCode();
    }

    @Override
    public String toString() {
        return "DataTable[" + source + ", " + rowCount() + " rows of "
                + columns.stream().map(Column::header).toList() + "]";
    }
}
