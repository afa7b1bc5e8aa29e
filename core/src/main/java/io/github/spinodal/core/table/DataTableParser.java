package io.github.spinodal.core.table;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.DecimalMark;
import io.github.spinodal.core.io.Excerpt;
import io.github.spinodal.core.io.Notice;
import io.github.spinodal.core.io.TextSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Spinodal's own CSV. */
final class DataTableParser {
    private static final Pattern HEADER = Pattern.compile("(.*\\S)\\s*\\(([^()]*)\\)");
    private static final int LONGEST_HEADER_FIELD = 200;
    private static final char COMMENT = '#';

    private final TextSource source;
    private final List<String> comments = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private int[] lines = new int[16];

    DataTableParser(TextSource source) {
        this.source = source;
    }

    DataTable parse() {
        int headerLine = headerLine();
        char delimiter = TextRows.delimiterOf(source.line(headerLine)).orElse(',');
        TextRows rows = TextRows.ofCommented(source, headerLine, delimiter, COMMENT);
        TextRow header = rows.next();
        List<Column> empty = columns(header);
        double[][] values = numbers(rows, header, empty, delimiter);
        collectComments(headerLine);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            columns.add(Column.ofOwned(empty.get(i).name(), empty.get(i).unit(), values[i]));
        }
        if (!source.endsWithLineBreak()) {
            notices.add(new Notice(
                    source.at(source.lineCount()),
                    "no line break at the end: if the file was cut, its last number may be short"));
        }
        return new DataTable(source.name(), comments, columns, notices, lines);
    }

    private int headerLine() {
        for (int i = 1; i <= source.lineCount(); i++) {
            String line = source.line(i);
            if (!line.isBlank() && line.charAt(0) != COMMENT) {
                return i;
            }
        }
        throw source.error("no header row; expected columns such as \"time (s),voltage (V)\"");
    }

    private void collectComments(int headerLine) {
        for (int i = 1; i <= source.lineCount(); i++) {
            String line = source.line(i);
            if (!line.isEmpty() && line.charAt(0) == COMMENT) {
                comments.add(line.substring(1));
                if (i > headerLine) {
                    notices.add(
                            new Notice(source.at(i), "a comment between the rows: it is kept, but before the header"));
                }
            }
        }
    }

    private List<Column> columns(TextRow header) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            Column column = column(header, i);
            for (int earlier = 0; earlier < i; earlier++) {
                if (columns.get(earlier).name().equalsIgnoreCase(column.name())) {
                    throw error(
                            header,
                            i,
                            "the column \"" + column.name() + "\" comes twice, first as column " + (earlier + 1)
                                    + "; every name may stand once");
                }
            }
            columns.add(column);
        }
        return columns;
    }

    private Column column(TextRow header, int index) {
        String field = header.field(index);
        Matcher matcher = HEADER.matcher(field);
        if (field.length() > LONGEST_HEADER_FIELD || !matcher.matches()) {
            throw error(
                    header,
                    index,
                    "a column header must read \"name (unit)\", such as \"time (s)\", but was " + Excerpt.of(field));
        }
        String unit = matcher.group(2);
        MeasurementUnit known = MeasurementUnit.find(unit)
                .orElseThrow(() -> error(
                        header,
                        index,
                        "the unit " + Excerpt.of(unit) + " of the column " + Excerpt.of(field)
                                + " is not known; valid are units such as s, h, Hz, ohm, uA, V, uAh, nm, deg"));
        try {
            return Column.ofOwned(Column.validName(matcher.group(1)), known, new double[0]);
        } catch (InvalidValueException e) {
            throw error(header, index, String.valueOf(e.getMessage()));
        }
    }

    private double[][] numbers(TextRows rows, TextRow header, List<Column> columns, char delimiter) {
        double[][] values = new double[columns.size()][16];
        DecimalMark mark = DecimalMark.POINT;
        int count = 0;
        while (rows.hasNext()) {
            TextRow row = rows.next();
            requireWidth(row, columns.size());
            if (count == values[0].length) {
                for (int i = 0; i < values.length; i++) {
                    values[i] = Arrays.copyOf(values[i], 2 * count);
                }
                lines = Arrays.copyOf(lines, 2 * count);
            }
            if (delimiter != ','
                    && mark == DecimalMark.POINT
                    && row.fields().stream().anyMatch(f -> f.indexOf(',') >= 0)) {
                requireNoPoints(row, count, header);
                mark = DecimalMark.COMMA;
            }
            for (int i = 0; i < values.length; i++) {
                values[i][count] = mark.parse(
                        row.field(i),
                        source.at(row.line(), i + 1),
                        columns.get(i).header());
            }
            lines[count] = row.line();
            count++;
        }
        if (count == 0) {
            throw source.error(header.line(), "the file ends after its header; at least one row of numbers is needed");
        }
        lines = Arrays.copyOf(lines, count);
        for (int i = 0; i < values.length; i++) {
            values[i] = Arrays.copyOf(values[i], count);
        }
        return values;
    }

    /** A file has one decimal mark: a comma may follow whole numbers but no number with a point. */
    private void requireNoPoints(TextRow row, int rowsBefore, TextRow header) {
        int line = header.line() + 1;
        for (int seen = 0; seen < rowsBefore && line < row.line(); line++) {
            String text = source.line(line);
            if (!text.isBlank() && text.charAt(0) != COMMENT) {
                seen++;
                if (text.indexOf('.') >= 0) {
                    throw source.error(
                            row.line(),
                            "a decimal comma here, but a decimal point in line " + line + "; a file may use one");
                }
            }
        }
    }

    private void requireWidth(TextRow row, int expected) {
        if (row.size() != expected) {
            boolean last = row.line() == source.lineCount() && !source.endsWithLineBreak();
            String problem = "the row has " + row.size() + " fields where the header has " + expected;
            throw error(
                    row,
                    Math.min(row.size(), expected),
                    last && row.size() < expected ? "the file ends inside this row: " + problem : problem);
        }
    }

    private DataFormatException error(TextRow row, int index, String problem) {
        return new DataFormatException(source.at(row.line(), index + 1), problem);
    }
}
