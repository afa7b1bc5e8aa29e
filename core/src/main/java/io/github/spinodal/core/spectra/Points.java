package io.github.spinodal.core.spectra;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.data.Spectrum;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.SourceLocation;
import io.github.spinodal.core.io.TextSource;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows of numbers on their way into a spectrum, each with the line it came from. */
final class Points {
    private static final Pattern INDEX = Pattern.compile("\\[(\\d{1,9})]");

    private final TextSource source;
    private final double[][] columns;
    private int[] lines = new int[64];
    private int count;

    Points(TextSource source, int columnCount) {
        this.source = source;
        this.columns = new double[columnCount][64];
    }

    void add(int line, double... row) {
        if (count == lines.length) {
            lines = Arrays.copyOf(lines, 2 * count);
            for (int i = 0; i < columns.length; i++) {
                columns[i] = Arrays.copyOf(columns[i], 2 * count);
            }
        }
        lines[count] = line;
        for (int i = 0; i < columns.length; i++) {
            columns[i][count] = row[i];
        }
        count++;
    }

    int count() {
        return count;
    }

    private double[] column(int index) {
        return Arrays.copyOf(columns[index], count);
    }

    /** The spectrum of two columns; faults carry the line of the point. */
    Spectrum spectrum(Spectrum.Axis axis, int x, Spectrum.Axis intensityAxis, int y) {
        try {
            return Spectrum.of(axis, column(x), intensityAxis, column(y));
        } catch (InvalidValueException e) {
            boolean swapped = columns.length > 1 && !isMonotone(x) && isMonotone(y);
            throw located(
                    e, swapped ? "; the next column is in order: is the axis there? The axis has to stand first" : "");
        }
    }

    /** The spectrum with a column of standard deviations. */
    Spectrum withDeviations(Spectrum spectrum, int sigma) {
        try {
            return spectrum.withStandardDeviations(column(sigma));
        } catch (InvalidValueException e) {
            throw located(e, "");
        }
    }

    private DataFormatException located(InvalidValueException e, String more) {
        Matcher index = INDEX.matcher(e.name());
        int last = -1;
        while (index.find()) {
            last = Integer.parseInt(index.group(1)); // the axis' own name may hold brackets, the index comes last
        }
        SourceLocation location =
                last >= 0 && last < count && e.name().endsWith("]") ? source.at(lines[last]) : source.location();
        return new DataFormatException(location, e.getMessage() + more, e);
    }

    private boolean isMonotone(int column) {
        double[] values = columns[column];
        boolean rising = true;
        boolean falling = true;
        for (int i = 1; i < count; i++) {
            rising &= values[i] > values[i - 1];
            falling &= values[i] < values[i - 1];
        }
        return count > 1 && (rising || falling);
    }
}
