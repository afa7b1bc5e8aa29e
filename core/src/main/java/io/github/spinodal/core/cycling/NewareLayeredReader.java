package io.github.spinodal.core.cycling;

import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.DecimalMark;
import io.github.spinodal.core.io.Excerpt;
import io.github.spinodal.core.io.TextSource;
import io.github.spinodal.core.table.TextRow;
import io.github.spinodal.core.table.TextRows;
import java.util.Arrays;

/**
 * Neware's layered export: cycles, steps and records in one table, told apart by the number of empty fields before them. A
 * cycle's line may go on with the fields of its first step.
 */
final class NewareLayeredReader {
    private final TextSource source;
    private final CyclingRecords records;
    private final int cycleWidth;
    private final int stepIndexPlace;
    private final int stepTypePlace;
    private double[] cycles = new double[64];
    private double[] steps = new double[64];
    private double cycle = Double.NaN;
    private double step = Double.NaN;
    private CyclingRecords.Hint hint = CyclingRecords.Hint.UNKNOWN;

    private NewareLayeredReader(TextSource source, TextRow cycleHeader, TextRow stepHeader, TextRow recordHeader) {
        this.source = source;
        this.cycleWidth = cycleHeader.filledSize();
        this.stepIndexPlace = stepHeader.fields().indexOf("Step Index");
        this.stepTypePlace = stepHeader.fields().indexOf("Step Type");
        if (stepIndexPlace < 0 || stepTypePlace < 0) {
            throw source.error(stepHeader.line(), "the step header must name \"Step Index\" and \"Step Type\"");
        }
        CyclingHeader header = CyclingHeader.of(recordHeader);
        if (!header.isPlausible() || !header.places().containsKey(CyclingRole.TIME)) {
            throw source.error(recordHeader.line(), "the record header must name time, current and voltage with units");
        }
        this.records = new CyclingRecords("Neware layered CSV", source, header, DecimalMark.POINT);
        header.settleUnits(source, false, records.notices);
    }

    static boolean recognises(TextSource source) {
        return source.lineCount() >= 3
                && source.line(1).startsWith("Cycle Index,")
                && source.line(2).startsWith(",Step Index,")
                && source.line(3).startsWith(",,");
    }

    static CyclingRecords read(TextSource source) {
        TextRows rows = TextRows.of(source, 1, ',');
        NewareLayeredReader reader = new NewareLayeredReader(source, rows.next(), rows.next(), rows.next());
        while (rows.hasNext()) {
            reader.read(rows.next());
        }
        return reader.finish();
    }

    private void read(TextRow row) {
        if (!row.field(0).isEmpty()) {
            cycle = number(row, 0, "cycle index");
            if (row.filledSize() > cycleWidth) {
                readStep(row, cycleWidth - 1);
            }
        } else if (!row.field(1).isEmpty()) {
            readStep(row, 0);
        } else if (row.filledSize() > 0) {
            readRecord(row);
        }
    }

    private void readStep(TextRow row, int shift) {
        step = number(row, stepIndexPlace + shift, "step index");
        hint = CyclingRecords.Hint.of(row.field(stepTypePlace + shift));
    }

    private double number(TextRow row, int index, String what) {
        double value = DecimalMark.POINT.parse(row.field(index), source.at(row.line(), index + 1), what);
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw new DataFormatException(
                    source.at(row.line(), index + 1),
                    what + " must be a whole number, but was " + Excerpt.of(row.field(index)));
        }
        return value;
    }

    private void readRecord(TextRow row) {
        if (Double.isNaN(cycle) || Double.isNaN(step)) {
            throw source.error(row.line(), "a record before the first cycle and step");
        }
        int i = records.size();
        records.add(row, hint);
        if (i == cycles.length) {
            cycles = Arrays.copyOf(cycles, 2 * i);
            steps = Arrays.copyOf(steps, 2 * i);
        }
        cycles[i] = cycle;
        steps[i] = step;
    }

    private CyclingRecords finish() {
        records.finish();
        records.put(CyclingRole.CYCLE, Arrays.copyOf(cycles, records.size()));
        records.put(CyclingRole.STEP, Arrays.copyOf(steps, records.size()));
        return records;
    }
}
