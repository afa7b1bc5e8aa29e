package io.github.spinodal.core.cycling;

import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.DecimalMark;
import io.github.spinodal.core.io.TextSource;
import io.github.spinodal.core.table.TextRow;
import io.github.spinodal.core.table.TextRows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out which instrument wrote a text, where its table begins, and reads the table. */
final class CyclingTextReader {
    private static final int SEARCHED_LINES = 400;
    private static final int LONGEST_HEADER_LINE = 20_000;
    private static final Pattern BIOLOGIC_FIRST_LINE = Pattern.compile("(EC|BT)-Lab ASCII FILE.*");
    private static final Pattern BIOLOGIC_HEADER_COUNT = Pattern.compile("Nb header lines\\s*:\\s*(\\d{1,7})\\s*");

    private CyclingTextReader() {}

    static CyclingRecords read(TextSource source) {
        if (NewareLayeredReader.recognises(source)) {
            return NewareLayeredReader.read(source);
        }
        CyclingHeader header = header(source);
        char delimiter = delimiter(source, header.line());
        String format = format(source, header);
        TextRows rows = TextRows.of(source, header.line(), delimiter);
        rows.next();
        CyclingRecords records = null;
        while (rows.hasNext()) {
            TextRow row = rows.next();
            if (row.filledSize() == 0
                    || (format.equals(SPINODAL) && row.field(0).startsWith("#"))) {
                continue;
            }
            if (records == null) {
                records = new CyclingRecords(format, source, header, decimalMark(row, header, delimiter));
                header.settleUnits(source, format.equals(ARBIN), records.notices);
            }
            requireWidth(source, row, header);
            records.add(row);
        }
        if (records == null) {
            throw source.error(header.line(), "the file ends after its header; rows of numbers are needed");
        }
        records.finish();
        return records;
    }

    private static final String ARBIN = "Arbin text";
    private static final String SPINODAL = "Spinodal cycling CSV";

    private static String format(TextSource source, CyclingHeader header) {
        if (BIOLOGIC_FIRST_LINE.matcher(source.line(1)).matches()
                || header.contains("Ewe/V")
                || header.contains("Ecell/V")) {
            return "BioLogic text";
        }
        if (header.contains("DataPoint", "Step Type")) {
            return "Neware flat CSV";
        }
        if (header.contains("Rec#", "Amps", "Volts")) {
            return "Maccor text";
        }
        if (source.line(header.line()).startsWith("~")) {
            return "Basytec text";
        }
        if (header.contains("Data_Point", "Test_Time") || header.contains("Test Time (s)", "Step Index")) {
            return ARBIN;
        }
        if (header.contains("test_time_s", "current_A", "voltage_V")
                || header.contains("TestTime/Sec.")
                || header.contains("TestTime/Sec")
                || header.contains("\u6d4b\u8bd5\u65f6\u95f4")) {
            return "Landt CSV";
        }
        if (header.contains("test_time_second", "voltage_volt")
                || header.contains("Test Time / h")
                || header.contains("Test Time / s")) {
            return "Battery Data Format CSV";
        }
        boolean own = List.of(source.line(header.line()).split("[,;\t]", -1)).stream()
                .allMatch(f -> f.strip().matches("[^()]{1,200}\\([^()]{0,40}\\)"));
        return own ? SPINODAL : "cycling table";
    }

    private static CyclingHeader header(TextSource source) {
        if (source.lineCount() == 0) {
            throw source.error("empty; a header and rows of numbers are needed");
        }
        if (BIOLOGIC_FIRST_LINE.matcher(source.line(1)).matches()) {
            return bioLogicHeader(source);
        }
        for (int i = 1; i <= Math.min(SEARCHED_LINES, source.lineCount()); i++) {
            Optional<CyclingHeader> header = plausibleHeader(source, i);
            if (header.isPresent()) {
                return header.get();
            }
        }
        throw source.error("no header of a cycling file in its first " + SEARCHED_LINES
                + " lines: columns for voltage and for current or capacity are needed, such as"
                + " \"time (s),current (uA),voltage (V),capacity (uAh)\"");
    }

    private static CyclingHeader bioLogicHeader(TextSource source) {
        Matcher count = BIOLOGIC_HEADER_COUNT.matcher(source.lineCount() < 2 ? "" : source.line(2));
        if (!count.matches()) {
            throw source.error(2, "\"Nb header lines : N\" must stand here");
        }
        int line = Integer.parseInt(count.group(1));
        if (line < 3 || line > source.lineCount()) {
            throw source.error(
                    2, "the header has " + line + " lines by its own account, the file " + source.lineCount());
        }
        return plausibleHeader(source, line)
                .orElseThrow(() -> source.error(
                        line,
                        "a row of column names with a voltage and a current must stand here; the technique is not"
                                + " cycling or voltammetry, or the header count in line 2 is wrong"));
    }

    private static Optional<CyclingHeader> plausibleHeader(TextSource source, int line) {
        String text = source.line(line);
        if (text.length() > LONGEST_HEADER_LINE || text.startsWith("#")) {
            return Optional.empty();
        }
        Optional<Character> delimiter = TextRows.delimiterOf(text);
        if (delimiter.isEmpty()) {
            return Optional.empty();
        }
        try {
            TextRow row = TextRows.of(TextSource.ofText(source.name(), text), 1, delimiter.get())
                    .next();
            CyclingHeader header = CyclingHeader.of(new TextRow(line, row.fields()));
            return header.isPlausible() ? Optional.of(header) : Optional.empty();
        } catch (DataFormatException badlyQuoted) {
            return Optional.empty(); // a line before the table may hold anything
        }
    }

    private static char delimiter(TextSource source, int headerLine) {
        return TextRows.delimiterOf(source.line(headerLine)).orElse(',');
    }

    private static DecimalMark decimalMark(TextRow row, CyclingHeader header, char delimiter) {
        boolean comma = false;
        boolean point = false;
        for (Map.Entry<CyclingRole, CyclingHeader.Place> entry : header.places().entrySet()) {
            if (entry.getKey().isMeasured()) {
                String text = row.field(entry.getValue().index());
                comma |= text.indexOf(',') >= 0;
                point |= text.indexOf('.') >= 0;
            }
        }
        return delimiter != ',' && comma && !point ? DecimalMark.COMMA : DecimalMark.POINT;
    }

    private static void requireWidth(TextSource source, TextRow row, CyclingHeader header) {
        if (row.filledSize() > header.width()) {
            throw new DataFormatException(
                    source.at(row.line(), header.width() + 1),
                    "the row has " + row.filledSize() + " fields where the header has " + header.width());
        }
        for (CyclingHeader.Place place : header.places().values()) {
            if (place.index() >= row.size()) {
                boolean last = row.line() == source.lineCount() && !source.endsWithLineBreak();
                throw new DataFormatException(
                        source.at(row.line(), row.size()),
                        (last ? "the file ends inside this row: " : "") + "the row has " + row.size()
                                + " fields and none for " + place.header());
            }
        }
    }
}
