package io.github.spinodal.eis.io;

import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.Excerpt;
import io.github.spinodal.core.io.SourceLocation;
import io.github.spinodal.core.io.TextSource;
import io.github.spinodal.eis.io.ColumnName.Quantity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Where a table keeps frequency and impedance, and by which factors they become hertz, ohm and radian. */
final class ImpedanceColumns {
    private static final int SAMPLES = 200;

    /** A column: its index, and the factor, sign included, that turns a cell into SI. */
    record Column(int index, double factor, String header, boolean negated, boolean withoutUnit) {}

    private final EnumMap<Quantity, Column> columns;

    private final int headers;

    private ImpedanceColumns(EnumMap<Quantity, Column> columns, int headers) {
        this.columns = columns;
        this.headers = headers;
    }

    /** The first three columns of a table without header: f (Hz), Re Z (ohm), Im Z (ohm). */
    static ImpedanceColumns ofHeaderless() {
        EnumMap<Quantity, Column> columns = new EnumMap<>(Quantity.class);
        columns.put(Quantity.FREQUENCY, new Column(0, 1, "column 1", false, false));
        columns.put(Quantity.REAL, new Column(1, 1, "column 2", false, false));
        columns.put(Quantity.IMAGINARY, new Column(2, 1, "column 3", false, false));
        return new ImpedanceColumns(columns, 3);
    }

    /** Columns by their headers; the first of several with the same meaning counts. */
    static ImpedanceColumns of(List<String> headers, SourceLocation line) {
        EnumMap<Quantity, Column> columns = new EnumMap<>(Quantity.class);
        for (int i = 0; i < headers.size(); i++) {
            ColumnName name = ColumnName.of(headers.get(i));
            Quantity quantity = name.quantity();
            if (quantity == null || columns.containsKey(quantity)) {
                continue;
            }
            OptionalDouble factor = factor(quantity, name.unit());
            if (factor.isEmpty()) {
                throw new DataFormatException(
                        new SourceLocation(line.source(), line.line(), i + 1L),
                        "the unit of column " + Excerpt.of(headers.get(i))
                                + " is not known; valid are Hz and rad/s, ohm,"
                                + " degree and rad, with the prefixes u, m, k, M and G (an area-specific impedance must be"
                                + " divided by the area first)");
            }
            double signed = name.negated() ? -factor.getAsDouble() : factor.getAsDouble();
            columns.put(
                    quantity,
                    new Column(
                            i,
                            signed,
                            headers.get(i).trim(),
                            name.negated(),
                            name.unit().isEmpty() && quantity != Quantity.CYCLE));
        }
        return new ImpedanceColumns(columns, headers.size());
    }

    private static OptionalDouble factor(Quantity quantity, String unit) {
        return switch (quantity) {
            case FREQUENCY -> ImpedanceUnits.hertz(unit);
            case ANGULAR_FREQUENCY -> {
                OptionalDouble omega = ImpedanceUnits.radianPerSecond(unit);
                yield omega.isPresent() ? OptionalDouble.of(omega.getAsDouble() / (2 * Math.PI)) : omega;
            }
            case REAL, IMAGINARY, MODULUS -> ImpedanceUnits.ohm(unit);
            case PHASE -> ImpedanceUnits.radian(unit);
            case CYCLE -> OptionalDouble.of(1);
        };
    }

    /** Number of the columns that a spectrum needs: 0 to 3. */
    int known() {
        return 3 - missing().size();
    }

    /** Names of the columns that are missing. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (!has(Quantity.FREQUENCY) && !has(Quantity.ANGULAR_FREQUENCY)) {
            missing.add("frequency");
        }
        if ((has(Quantity.REAL) && has(Quantity.IMAGINARY)) || (has(Quantity.MODULUS) && has(Quantity.PHASE))) {
            return missing;
        }
        boolean polar = has(Quantity.PHASE) && !has(Quantity.REAL) && !has(Quantity.IMAGINARY);
        if (!has(Quantity.REAL)) {
            missing.add(polar ? "modulus" : "real part");
        }
        if (!has(Quantity.IMAGINARY) && !polar) {
            missing.add("imaginary part");
        }
        return missing;
    }

    /** Whether a spectrum can be built. */
    boolean complete() {
        return missing().isEmpty();
    }

    /** Whether real and imaginary part are given, rather than modulus and phase. */
    boolean cartesian() {
        return has(Quantity.REAL) && has(Quantity.IMAGINARY);
    }

    boolean has(Quantity quantity) {
        return columns.containsKey(quantity);
    }

    /** A column that must be there. */
    Column get(Quantity quantity) {
        Column column = columns.get(quantity);
        if (column == null) {
            throw new IllegalStateException("no column for " + quantity);
        }
        return column;
    }

    /** The column of the frequency, angular or not. */
    Column frequency() {
        return has(Quantity.FREQUENCY) ? get(Quantity.FREQUENCY) : get(Quantity.ANGULAR_FREQUENCY);
    }

    /** These columns, if a spectrum can be built from them. */
    ImpedanceColumns requireComplete(TextSource text, int headerLine) {
        if (!complete()) {
            throw text.error(
                    headerLine,
                    "no column for: " + String.join(", ", missing()) + "; the header is "
                            + Excerpt.of(text.line(headerLine).trim()));
        }
        return this;
    }

    /** How the rows are written, from some of them; null if no known way fits these columns. */
    @Nullable
    RowFormat detectFormat(List<String> rows) {
        int frequency = frequency().index();
        int one = get(cartesian() ? Quantity.REAL : Quantity.MODULUS).index();
        int other = get(cartesian() ? Quantity.IMAGINARY : Quantity.PHASE).index();
        List<String> samples =
                rows.stream().filter(r -> !r.isBlank()).limit(SAMPLES).toList();
        return RowFormat.detect(samples, width(), headers, i -> i == frequency || i == one || i == other);
    }

    /** Number of fields that a row must have at least. */
    int width() {
        int width = 0;
        for (Map.Entry<Quantity, Column> entry : columns.entrySet()) {
            width = entry.getKey() == Quantity.CYCLE
                    ? width
                    : Math.max(width, entry.getValue().index() + 1);
        }
        return width;
    }

    /** What was assumed about units and signs, as sentences. */
    List<String> assumptions() {
        List<String> sentences = new ArrayList<>();
        List<String> withoutUnit = new ArrayList<>();
        for (Map.Entry<Quantity, Column> entry : columns.entrySet()) {
            Column column = entry.getValue();
            if (!isUsed(entry.getKey())) {
                continue;
            }
            if (column.withoutUnit()) {
                withoutUnit.add("\"" + column.header() + "\" in " + defaultUnit(entry.getKey()));
            }
            if (column.negated()) {
                sentences.add("column \"" + column.header() + "\" holds the opposite sign and was negated");
            }
        }
        if (!withoutUnit.isEmpty()) {
            sentences.add("columns name no unit; taken as " + String.join(", ", withoutUnit));
        }
        return sentences;
    }

    private boolean isUsed(Quantity quantity) {
        return switch (quantity) {
            case FREQUENCY -> true;
            case ANGULAR_FREQUENCY -> !has(Quantity.FREQUENCY);
            case REAL, IMAGINARY -> cartesian();
            case MODULUS, PHASE -> !cartesian();
            case CYCLE -> false;
        };
    }

    private static String defaultUnit(Quantity quantity) {
        return switch (quantity) {
            case FREQUENCY -> "Hz";
            case ANGULAR_FREQUENCY -> "rad/s";
            case PHASE -> "degree";
            default -> "ohm";
        };
    }
}
