package io.github.spinodal.core.cycling;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.DecimalMark;
import io.github.spinodal.core.io.Excerpt;
import io.github.spinodal.core.io.Notice;
import io.github.spinodal.core.io.TextSource;
import io.github.spinodal.core.table.TextRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The columns of a cycler's file in SI units, as the file has them: no sign turned, no charge added up. */
final class CyclingRecords {
    /** What the cycler itself says about the direction. */
    enum Hint {
        UNKNOWN,
        REST,
        CHARGE,
        DISCHARGE;

        /** {@code C_CC}, {@code D_CC}, {@code CC_C}, {@code CCD} and so on. */
        private static final Pattern LANDT = Pattern.compile("[cd]_(cc|cv|cccv|cp|cr)|(cc|cv|cccv|ccvc|cp|cr)_?[cd]");

        static Hint of(String stepType) {
            String text = stepType.strip().toLowerCase(Locale.ROOT);
            Matcher landt = LANDT.matcher(text);
            if (landt.matches()) {
                return text.startsWith("d_") || text.endsWith("d") ? DISCHARGE : CHARGE;
            }
            if (text.equals("d") || text.contains("dchg") || text.contains("discharg")) {
                return DISCHARGE;
            }
            if (text.equals("c") || text.contains("chg") || text.contains("charg")) {
                return CHARGE;
            }
            boolean rest = text.equals("r") || text.equals("p") || text.contains("rest") || text.contains("pause");
            return rest ? REST : UNKNOWN;
        }
    }

    private static final Pattern INDEX = Pattern.compile("\\[(\\d{1,9})]");

    final String format;
    final TextSource source;
    final List<Notice> notices = new ArrayList<>();

    private final CyclingHeader header;
    private final DecimalMark mark;
    private final EnumMap<CyclingRole, double[]> columns = new EnumMap<>(CyclingRole.class);
    private final EnumMap<CyclingRole, Integer> blankFrom = new EnumMap<>(CyclingRole.class);
    private Hint[] hints = new Hint[64];
    private int[] lines = new int[64];
    private int count;

    CyclingRecords(String format, TextSource source, CyclingHeader header, DecimalMark mark) {
        this.format = format;
        this.source = source;
        this.header = header;
        this.mark = mark;
        for (CyclingRole role : header.places().keySet()) {
            if (role != CyclingRole.STEP_TYPE) {
                columns.put(role, new double[64]);
            }
        }
    }

    /** Adds a row of the file. */
    void add(TextRow row) {
        CyclingHeader.Place type = header.places().get(CyclingRole.STEP_TYPE);
        add(row, type == null ? Hint.UNKNOWN : Hint.of(row.field(type.index())));
    }

    /** Adds a row whose step type stands elsewhere in the file. */
    void add(TextRow row, Hint hint) {
        grow();
        hints[count] = hint;
        lines[count] = row.line();
        for (Map.Entry<CyclingRole, double[]> column : columns.entrySet()) {
            CyclingHeader.Place place = header.places().get(column.getKey());
            if (place != null) {
                column.getValue()[count] = value(row, column.getKey(), place);
            }
        }
        count++;
    }

    private void grow() {
        if (count == lines.length) {
            lines = Arrays.copyOf(lines, 2 * count);
            hints = Arrays.copyOf(hints, 2 * count);
            columns.replaceAll((role, values) -> Arrays.copyOf(values, 2 * count));
        }
    }

    private double value(TextRow row, CyclingRole role, CyclingHeader.Place place) {
        String text = row.field(place.index());
        if (text.isEmpty() && !role.isMeasured()) {
            if (count > 0 && !blankFrom.containsKey(role)) {
                throw error(row.line(), place, "empty, though the rows before it have a number");
            }
            blankFrom.put(role, row.line());
            return 0;
        }
        if (blankFrom.containsKey(role)) {
            throw error(row.line(), place, "was empty before, but is now " + Excerpt.of(text));
        }
        if (role == CyclingRole.TIME && text.indexOf(':') >= 0) {
            OptionalDouble clock = ClockTime.tryParse(text);
            if (clock.isEmpty()
                    || place.unit().filter(u -> !u.symbol().equals("s")).isPresent()) {
                throw error(row.line(), place, "must be a duration such as 31:02:05, but was " + Excerpt.of(text));
            }
            return clock.getAsDouble();
        }
        double value = mark.parse(text, source.at(row.line(), place.index() + 1), place.header());
        if (role.isMeasured()) {
            if (place.unit().isEmpty()) {
                throw error(
                        row.line(),
                        place,
                        "names no unit, so it must hold durations such as 31:02:05, but was " + Excerpt.of(text));
            }
            return place.unit().get().toSi(value);
        }
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw error(row.line(), place, "must be a whole number, but was " + Excerpt.of(text));
        }
        return value;
    }

    private DataFormatException error(int line, CyclingHeader.Place place, String problem) {
        return new DataFormatException(source.at(line, place.index() + 1), place.header() + " " + problem);
    }

    /** Closes the table: columns that were empty throughout are dropped, and said so. */
    void finish() {
        if (count < 2) {
            throw source.error(header.line(), "fewer than two rows of data follow the header");
        }
        blankFrom.forEach((role, line) -> {
            columns.remove(role);
            CyclingHeader.Place place = header.places().get(role);
            notices.add(new Notice(
                    source.at(header.line()),
                    "the column " + (place == null ? role.name() : place.header()) + " is empty throughout"));
        });
        columns.replaceAll((role, values) -> Arrays.copyOf(values, count));
        lines = Arrays.copyOf(lines, count);
        hints = Arrays.copyOf(hints, count);
        if (!source.endsWithLineBreak()) {
            notices.add(new Notice(
                    source.at(source.lineCount()),
                    "no line break at the end: if the file was cut, its last number may be short"));
        }
    }

    /** Puts in a column that the rows themselves do not have. */
    void put(CyclingRole role, double[] values) {
        columns.put(role, values);
    }

    int size() {
        return count;
    }

    boolean has(CyclingRole role) {
        return columns.containsKey(role);
    }

    /** The column of a role, empty where the file has none. */
    double[] column(CyclingRole role) {
        return columns.getOrDefault(role, new double[0]);
    }

    Hint hint(int i) {
        return hints[i];
    }

    void fillHint(int from, int to, Hint hint) {
        Arrays.fill(hints, from, to, hint);
    }

    int line(int i) {
        return lines[i];
    }

    /** Whether a sample belongs to another step or cycle than the one before it, as the file counts them. */
    boolean startsStep(int i) {
        double[] cycle = column(CyclingRole.CYCLE);
        double[] step = column(CyclingRole.STEP);
        return i == 0
                || (cycle.length > 0 && cycle[i] != cycle[i - 1])
                || (step.length > 0 && step[i] != step[i - 1])
                || hints[i] != hints[i - 1];
    }

    /** An element of an array is named with its index, which is the row here. */
    DataFormatException located(InvalidValueException e) {
        Matcher index = INDEX.matcher(e.name());
        return new DataFormatException(
                index.find() ? source.at(lines[Integer.parseInt(index.group(1))]) : source.location(),
                String.valueOf(e.getMessage()),
                e);
    }

    void notice(int i, String message) {
        notices.add(new Notice(source.at(lines[i]), message));
    }
}
