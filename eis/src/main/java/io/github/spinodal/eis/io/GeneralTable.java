package io.github.spinodal.eis.io;

import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.Excerpt;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.core.io.TextSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tables of any delimiter and decimal mark: headerless with the columns f, Re Z, Im Z, or below a header that names the
 * columns, after any preamble. EC-Lab text, ZPlot, Autolab's Z60W, Parstat, CH Instruments and PowerSuite files are such
 * tables.
 */
final class GeneralTable implements TextFormat {
    private static final int PREAMBLE_LINES = 10_000;
    private static final int LONGEST_HEADER = 4_000;
    private static final int SAMPLES = 200;
    private static final int UNIT_LINES = 2;
    private static final Pattern ANNOUNCED =
            Pattern.compile("^\\s*(?:Data Points:\\s*)?(\\d{1,7})\\s*$", Pattern.CASE_INSENSITIVE);

    /** A header and the row format below it; line 0 means that there is no header. */
    private record Layout(int headerLine, int firstRow, ImpedanceColumns columns, RowFormat format) {}

    @Override
    public boolean recognises(TextSource text) {
        return true;
    }

    @Override
    public ReadResult<ImpedanceSpectrum> read(TextSource text) {
        Layout layout = locate(text);
        SweepBuilder sweeps = new SweepBuilder(text.name(), TableDialect.of(text, layout.headerLine()));
        int rows = 0;
        while (layout != null) {
            sweeps.startTable(null);
            TableRows table = new TableRows(text, layout.columns(), layout.format(), sweeps);
            Layout next = null;
            int line = layout.firstRow();
            for (; line <= text.lineCount() && next == null; line++) {
                if (!isIgnored(text.line(line))) {
                    next = RowFormat.isNumbers(text.line(line)) ? null : headerAt(text, line);
                    if (next == null) {
                        table.add(line);
                        rows++;
                    }
                }
            }
            table.finish(layout.headerLine());
            checkAnnounced(text, layout.headerLine(), rows, sweeps);
            rows = 0;
            if (next == null) {
                return sweeps.build(layout.headerLine() == 0 ? SignCheck.DECIDE : SignCheck.REPORT);
            }
            layout = next;
        }
        throw new IllegalStateException("unreachable: the loop returns");
    }

    private static boolean isIgnored(String line) {
        String text = line.trim();
        return text.isEmpty() || text.startsWith("#") || text.startsWith("%") || text.startsWith("//");
    }

    private static Layout locate(TextSource text) {
        int last = Math.min(text.lineCount(), PREAMBLE_LINES);
        DataFormatException best = null;
        int bestKnown = -1;
        for (int line = 1; line <= last; line++) {
            String content = text.line(line);
            if (content.isBlank()) {
                continue;
            }
            if (RowFormat.isNumbers(content)) {
                if (onlyIgnoredBefore(text, line)) {
                    return headerless(text, line);
                }
                continue;
            }
            Layout layout = headerAt(text, line);
            if (layout != null) {
                return layout;
            }
            if (isFollowedByNumbers(text, line)) {
                ImpedanceColumns columns = fullest(text, line);
                if (columns.known() > bestKnown) {
                    bestKnown = columns.known();
                    best = text.error(
                            line,
                            (columns.complete()
                                            ? "the rows below do not fit this header: "
                                            : "no column for: " + String.join(", ", columns.missing())
                                                    + "; the header is ")
                                    + Excerpt.of(content.trim()));
                }
            }
        }
        throw best != null
                ? best
                : text.error("no table of frequency, real part and imaginary part was found, headed or not");
    }

    private static boolean onlyIgnoredBefore(TextSource text, int line) {
        for (int i = 1; i < line; i++) {
            if (!isIgnored(text.line(i))) {
                return false;
            }
        }
        return true;
    }

    private static Layout headerless(TextSource text, int line) {
        RowFormat format = RowFormat.detect(samples(text, line), 3, Integer.MAX_VALUE, i -> i < 3);
        if (format == null) {
            throw text.error(
                    line,
                    "rows of numbers without a header must have three columns f, Re Z, Im Z, but the first is "
                            + Excerpt.of(text.line(line)));
        }
        int fields = format.delimiter().split(text.line(line)).size();
        if (fields != 3) {
            throw text.error(
                    line,
                    "rows of numbers without a header must have three columns f, Re Z, Im Z, but have " + fields
                            + "; a header line must name the columns");
        }
        return new Layout(0, line, ImpedanceColumns.ofHeaderless(), format);
    }

    /** The layout of the table below a complete header at this line, if it is one. */
    private static @Nullable Layout headerAt(TextSource text, int line) {
        String content = text.line(line);
        if (content.length() > LONGEST_HEADER) {
            return null;
        }
        for (Delimiter delimiter : Delimiter.values()) {
            List<String> fields = headerFields(content, delimiter);
            if (fields.size() < 3 || !mayBeComplete(fields)) {
                continue;
            }
            ImpedanceColumns columns = ImpedanceColumns.of(fields, text.at(line));
            for (int first = line + 1; first <= Math.min(text.lineCount(), line + 1 + UNIT_LINES); first++) {
                RowFormat format = columns.complete() ? columns.detectFormat(samples(text, first)) : null;
                if (format != null) {
                    return new Layout(line, first, columns, format);
                }
            }
        }
        return null;
    }

    private static boolean mayBeComplete(List<String> fields) {
        long known =
                fields.stream().filter(f -> ColumnName.of(f).quantity() != null).count();
        return known >= 3;
    }

    private static List<String> headerFields(String line, Delimiter delimiter) {
        String text = line;
        while (text.startsWith("#") || text.startsWith("%")) {
            text = text.substring(1).trim();
        }
        if (text.startsWith("\"") && text.endsWith("\"") && text.indexOf('"', 1) == text.length() - 1) {
            text = text.substring(1, text.length() - 1);
        }
        return delimiter.split(text);
    }

    /** The first row, which must fit, and more rows as long as they start like numbers. */
    private static List<String> samples(TextSource text, int first) {
        List<String> samples = new ArrayList<>();
        for (int line = first; line <= text.lineCount() && samples.size() < SAMPLES; line++) {
            String content = text.line(line);
            if (!content.isBlank() && (samples.isEmpty() || RowFormat.isNumbers(content))) {
                samples.add(content);
            }
        }
        return samples;
    }

    private static boolean isFollowedByNumbers(TextSource text, int line) {
        for (int next = line + 1; next <= Math.min(text.lineCount(), line + 1 + UNIT_LINES); next++) {
            if (RowFormat.isNumbers(text.line(next))) {
                return true;
            }
        }
        return false;
    }

    private static ImpedanceColumns fullest(TextSource text, int line) {
        ImpedanceColumns fullest = ImpedanceColumns.of(List.of(), text.at(line));
        for (Delimiter delimiter : Delimiter.values()) {
            ImpedanceColumns columns = ImpedanceColumns.of(headerFields(text.line(line), delimiter), text.at(line));
            fullest = columns.known() > fullest.known() ? columns : fullest;
        }
        return fullest;
    }

    /** ZPlot files say, shortly before the rows, how many were to be measured. */
    private static void checkAnnounced(TextSource text, int headerLine, int rows, SweepBuilder sweeps) {
        Matcher matcher = ANNOUNCED.matcher(headerLine > 1 ? text.line(headerLine - 1) : "");
        if (matcher.matches() && Integer.parseInt(matcher.group(1)) != rows) {
            sweeps.notice(
                    text.at(headerLine - 1),
                    "announces " + matcher.group(1) + " points, but " + rows
                            + " follow: the measurement was stopped or the file is cut");
        }
    }
}
