package io.github.spinodal.eis.io;

import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.core.io.TextSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gamry's {@code .DTA} files: tagged lines and tables, of which the {@code ZCURVE} tables hold impedance. Where an
 * experiment was corrected for drift, the corrected and the measured spectrum are both returned, the corrected one first.
 */
final class GamryDta implements TextFormat {
    private static final Pattern TABLE = Pattern.compile("^ZCURVE\\d*\\tTABLE.*", Pattern.CASE_INSENSITIVE);

    @Override
    public boolean recognises(TextSource text) {
        return text.lineCount() > 0 && text.line(1).trim().equals("EXPLAIN");
    }

    @Override
    public ReadResult<ImpedanceSpectrum> read(TextSource text) {
        SweepBuilder sweeps = new SweepBuilder(text.name(), "Gamry DTA");
        int tables = 0;
        for (int line = 1; line <= text.lineCount(); line++) {
            String content = text.line(line);
            if (TABLE.matcher(content).matches()) {
                tables++;
                readTable(text, line + 1, sweeps);
            } else if (content.startsWith("EXPERIMENTABORTED")) {
                sweeps.notice(text.at(line), "the experiment was aborted: the spectrum may end early");
            } else {
                note(content, sweeps);
            }
        }
        if (tables == 0) {
            throw text.error("a Gamry file without a ZCURVE table: no impedance was measured");
        }
        return sweeps.build();
    }

    private static void note(String content, SweepBuilder sweeps) {
        String[] fields = content.split("\t", 4);
        if (fields.length < 3) {
            return;
        }
        switch (fields[0]) {
            case "TITLE" -> sweeps.metadata("title", fields[2]);
            case "DATE" -> sweeps.metadata("date", fields[2]);
            case "TIME" -> sweeps.metadata("time", fields[2]);
            case "PSTAT" -> sweeps.metadata("instrument", fields[2]);
            case "AREA" -> sweeps.metadata("area (cm2)", fields[2]);
            default -> {}
        }
    }

    private static void readTable(TextSource text, int headerLine, SweepBuilder sweeps) {
        int first = headerLine + 2;
        int end = first;
        while (end <= text.lineCount() && isRow(text.line(end))) {
            end++;
        }
        if (first > text.lineCount() || end == first) {
            throw text.error(Math.min(headerLine, text.lineCount()), "the ZCURVE table has no rows");
        }
        List<String> names = Delimiter.TAB.split(text.line(headerLine));
        List<String> units = Delimiter.TAB.split(text.line(headerLine + 1));
        List<String> corrected = names.stream()
                .map(n -> n.toLowerCase(Locale.ROOT).endsWith("drcor") ? n.substring(0, n.length() - 5) : blankZ(n))
                .toList();
        boolean both = names.stream().anyMatch(n -> n.equalsIgnoreCase("ZrealDrCor"));
        if (both) {
            read(text, headerLine, withUnits(corrected, units), end, sweeps, "corrected for drift");
        }
        read(text, headerLine, withUnits(names, units), end, sweeps, both ? "as measured" : null);
    }

    private static String blankZ(String name) {
        return name.startsWith("Z") ? "" : name;
    }

    /** A row of numbers is indented; the next tag is not. */
    private static boolean isRow(String line) {
        return line.startsWith("\t") && line.trim().length() > 1;
    }

    private static List<String> withUnits(List<String> names, List<String> units) {
        List<String> headers = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean needed = name.equals("Freq") || name.equals("Zreal") || name.equals("Zimag");
            headers.add(needed && i < units.size() ? name + " (" + units.get(i) + ")" : name);
        }
        return headers;
    }

    private static void read(
            TextSource text,
            int headerLine,
            List<String> headers,
            int end,
            SweepBuilder sweeps,
            @Nullable String label) {
        int first = headerLine + 2;
        ImpedanceColumns columns = ImpedanceColumns.of(headers, text.at(headerLine));
        RowFormat format = columns.requireComplete(text, headerLine)
                .detectFormat(text.lines().subList(first - 1, end - 1));
        if (format == null) {
            throw text.error(first, "the rows of the ZCURVE table do not fit its header");
        }
        sweeps.startTable(label);
        TableRows rows = new TableRows(text, columns, format, sweeps);
        for (int line = first; line < end; line++) {
            rows.add(line);
        }
        rows.finish(headerLine);
    }
}
