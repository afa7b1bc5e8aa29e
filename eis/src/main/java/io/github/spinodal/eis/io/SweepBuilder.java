package io.github.spinodal.eis.io;

import io.github.spinodal.core.InvalidInputException;
import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.Notice;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.core.io.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects the rows of a file and cuts them into sweeps: at a change of the cycle number, at the start of another table, and
 * where the frequency turns or starts anew. An order of frequencies that makes no sweeps is refused.
 */
final class SweepBuilder {
    private static final int SHORTEST_SWEEP = 3;

    private record Row(long line, double frequency, double real, double imaginary, int table, double cycle) {
        boolean startsAnotherCycleThan(Row before) {
            return table != before.table || Double.compare(cycle, before.cycle) != 0;
        }
    }

    private final String source;
    private final String format;
    private final List<Row> rows = new ArrayList<>();
    /** What the tables are, the first one for rows before any table was announced. */
    private final List<String> labels = new ArrayList<>(List.of(""));

    private final List<Notice> notices = new ArrayList<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private long firstSkipped;
    private long lastSkipped;
    private long skipped;

    SweepBuilder(String source, String format) {
        this.source = source;
        this.format = format;
        metadata.put("file", source);
        metadata.put("format", format);
    }

    /** Adds a row; one whose frequency is not positive is skipped and reported. */
    void add(long line, double frequencyHz, double realOhm, double imaginaryOhm, double cycle) {
        if (!(frequencyHz > 0)) {
            firstSkipped = skipped == 0 ? line : firstSkipped;
            lastSkipped = line;
            skipped++;
            return;
        }
        flushSkipped();
        rows.add(new Row(line, frequencyHz, realOhm, imaginaryOhm, labels.size() - 1, cycle));
    }

    /** The rows that follow belong to another table of the file. */
    void startTable(@Nullable String label) {
        flushSkipped();
        labels.add(label == null ? "" : label);
    }

    void notice(SourceLocation location, String message) {
        notices.add(new Notice(location, message));
    }

    void notice(String message) {
        notice(SourceLocation.of(source), message);
    }

    void metadata(String key, String value) {
        if (!value.isBlank()) {
            metadata.put(key, value.trim());
        }
    }

    private void flushSkipped() {
        if (skipped > 0) {
            notice(
                    SourceLocation.ofLine(source, firstSkipped),
                    "skipped " + (skipped == 1 ? "one row" : skipped + " rows up to line " + lastSkipped)
                            + " whose frequency is not positive");
            skipped = 0;
        }
    }

    /** Makes the spectra. */
    ReadResult<ImpedanceSpectrum> build() {
        return build(SignCheck.REPORT);
    }

    ReadResult<ImpedanceSpectrum> build(SignCheck signs) {
        flushSkipped();
        if (rows.isEmpty()) {
            throw new DataFormatException(SourceLocation.of(source), "holds no row with a positive frequency");
        }
        List<List<Row>> sweeps = sweeps();
        List<ImpedanceSpectrum> spectra = new ArrayList<>();
        for (List<Row> sweep : sweeps) {
            ImpedanceSpectrum spectrum = signs.apply(spectrum(sweep), location(sweep.get(0)), notices);
            for (Map.Entry<String, String> entry : metadata.entrySet()) {
                spectrum = spectrum.withMetadata(entry.getKey(), entry.getValue());
            }
            String label = labels.get(sweep.get(0).table());
            if (!label.isEmpty()) {
                spectrum = spectrum.withMetadata("table", label);
            }
            if (sweeps.size() > 1) {
                spectrum = spectrum.withMetadata("sweep", (spectra.size() + 1) + " of " + sweeps.size());
            }
            spectra.add(spectrum);
        }
        return new ReadResult<>(format, spectra, notices);
    }

    private List<List<Row>> sweeps() {
        List<List<Row>> sweeps = new ArrayList<>();
        List<Row> current = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (!current.isEmpty() && row.startsAnotherCycleThan(rows.get(i - 1))) {
                addSweep(sweeps, current);
                current = new ArrayList<>();
            } else if (turns(current, row)) {
                requireRestart(current, row, rows.get(Math.min(i + 1, rows.size() - 1)));
                notice(location(row), "the frequency starts anew at " + row.frequency() + " Hz: another sweep begins");
                addSweep(sweeps, current);
                current = new ArrayList<>();
            }
            current.add(row);
        }
        addSweep(sweeps, current);
        if (sweeps.isEmpty()) {
            throw new DataFormatException(
                    location(rows.get(0)), "no sweep has the two points that a spectrum needs at least");
        }
        return sweeps;
    }

    private void addSweep(List<List<Row>> sweeps, List<Row> sweep) {
        if (sweep.size() < 2) {
            notice(location(sweep.get(0)), "skipped a sweep of a single point");
            return;
        }
        sweeps.add(sweep);
    }

    private static boolean turns(List<Row> sweep, Row next) {
        int n = sweep.size();
        if (n == 0) {
            return false;
        }
        double step = next.frequency() - sweep.get(n - 1).frequency();
        return step == 0
                || (n > 1 && step * (sweep.get(1).frequency() - sweep.get(0).frequency()) < 0);
    }

    /** A new sweep goes back over the range of the one before; anything else is a muddle that must not become spectra. */
    private void requireRestart(List<Row> sweep, Row next, Row second) {
        Row first = sweep.get(0);
        Row last = sweep.get(sweep.size() - 1);
        double covered = Math.abs(Math.log(last.frequency() / first.frequency()));
        double back = Math.abs(Math.log(next.frequency() / last.frequency()));
        boolean returning = (second.frequency() - next.frequency()) * (last.frequency() - first.frequency()) < 0;
        if (sweep.size() < SHORTEST_SWEEP || (back < 0.5 * covered && !returning)) {
            throw new DataFormatException(
                    location(next),
                    "the frequency " + next.frequency() + " Hz after " + last.frequency() + " Hz "
                            + (back == 0 ? "repeats" : "breaks the order")
                            + "; frequencies must rise or fall strictly within a sweep");
        }
    }

    private ImpedanceSpectrum spectrum(List<Row> sweep) {
        double[] f = sweep.stream().mapToDouble(Row::frequency).toArray();
        double[] re = sweep.stream().mapToDouble(Row::real).toArray();
        double[] im = sweep.stream().mapToDouble(Row::imaginary).toArray();
        try {
            return ImpedanceSpectrum.of(f, re, im);
        } catch (InvalidInputException e) {
            throw new DataFormatException(location(sweep.get(0)), "the sweep that starts here: " + e.getMessage(), e);
        }
    }

    private SourceLocation location(Row row) {
        return SourceLocation.ofLine(source, row.line());
    }
}
