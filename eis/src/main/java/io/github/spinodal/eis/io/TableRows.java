package io.github.spinodal.eis.io;

import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.DecimalMark;
import io.github.spinodal.core.io.Excerpt;
import io.github.spinodal.core.io.SourceLocation;
import io.github.spinodal.core.io.TextSource;
import io.github.spinodal.eis.io.ColumnName.Quantity;
import io.github.spinodal.eis.io.ImpedanceColumns.Column;
import java.util.List;
import java.util.OptionalDouble;

/** Turns the rows of a table into points of a spectrum. */
final class TableRows {
    private static final double PHASE_SEEN = Math.toRadians(2);

    private final TextSource text;
    private final ImpedanceColumns columns;
    private final RowFormat format;
    private final SweepBuilder sweeps;
    private int phasesAgreeing;
    private int phasesContradicting;

    TableRows(TextSource text, ImpedanceColumns columns, RowFormat format, SweepBuilder sweeps) {
        this.text = text;
        this.columns = columns;
        this.format = format;
        this.sweeps = sweeps;
    }

    /** Adds the row of a line, counted from 1. */
    void add(int line) {
        List<String> fields = format.delimiter().split(text.line(line));
        double f = value(fields, columns.frequency(), line, "frequency");
        double cycle = cycle(fields);
        if (columns.cartesian()) {
            double re = value(fields, columns.get(Quantity.REAL), line, "real part");
            double im = value(fields, columns.get(Quantity.IMAGINARY), line, "imaginary part");
            sweeps.add(line, f, re, im, cycle);
            comparePhase(fields, f, re, im);
        } else {
            double modulus = value(fields, columns.get(Quantity.MODULUS), line, "modulus");
            double phase = value(fields, columns.get(Quantity.PHASE), line, "phase");
            sweeps.add(line, f, modulus * Math.cos(phase), modulus * Math.sin(phase), cycle);
        }
    }

    private double value(List<String> fields, Column column, int line, String what) {
        if (column.index() >= fields.size()) {
            throw new DataFormatException(
                    text.at(line),
                    "the row has " + fields.size() + " fields, but the " + what + " is field " + (column.index() + 1)
                            + ": " + Excerpt.of(text.line(line)));
        }
        SourceLocation place = text.at(line, column.index() + 1);
        return column.factor() * format.mark().parse(fields.get(column.index()), place, what);
    }

    private double cycle(List<String> fields) {
        OptionalDouble cycle = optional(fields, Quantity.CYCLE);
        return cycle.isPresent() ? cycle.getAsDouble() : 0;
    }

    private OptionalDouble optional(List<String> fields, Quantity quantity) {
        if (!columns.has(quantity) || columns.get(quantity).index() >= fields.size()) {
            return OptionalDouble.empty();
        }
        Column column = columns.get(quantity);
        OptionalDouble cell = format.mark().tryParse(fields.get(column.index()));
        return cell.isEmpty() ? cell : OptionalDouble.of(column.factor() * cell.getAsDouble());
    }

    private void comparePhase(List<String> fields, double frequency, double re, double im) {
        OptionalDouble phase = optional(fields, Quantity.PHASE);
        double fromParts = Math.atan2(im, re);
        if (phase.isEmpty() || !(frequency > 0) || Math.abs(fromParts) < PHASE_SEEN) {
            return;
        }
        if (Math.signum(fromParts) == Math.signum(phase.getAsDouble())) {
            phasesAgreeing++;
        } else {
            phasesContradicting++;
        }
    }

    /** Reports what the table as a whole shows. */
    void finish(int headerLine) {
        SourceLocation header = headerLine > 0 ? text.at(headerLine) : text.location();
        for (String sentence : columns.assumptions()) {
            sweeps.notice(header, sentence);
        }
        if (format.mark() == DecimalMark.COMMA) {
            sweeps.notice(header, "numbers were read with a decimal comma");
        }
        if (phasesContradicting > phasesAgreeing) {
            sweeps.notice(header, "the phase column contradicts the sign of the imaginary part, which was trusted");
        }
    }
}
