package io.github.spinodal.core.table;

import io.github.spinodal.core.InvalidInputException;
import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.Notice;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.core.io.SourceLocation;
import io.github.spinodal.core.io.TextSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spinodal's own file of an impedance spectrum: the columns {@code frequency (Hz)}, {@code real (ohm)} and
 * {@code imaginary (ohm)}, in any order and any unit of frequency and resistance, with {@code sigma (ohm)} where the
 * standard deviation is known. A frequency in {@code rad/s} is taken as omega = 2 pi f. Other columns are named in a notice.
 */
public final class ImpedanceTable {
    private static final String FORMAT = "Spinodal impedance CSV";
    private static final String FREQUENCY = "frequency";
    private static final String REAL = "real";
    private static final String IMAGINARY = "imaginary";
    private static final String SIGMA = "sigma";

    private ImpedanceTable() {}

    /**
     * Reads a file.
     *
     * @param path the file
     * @return the spectrum
     * @throws IOException if the file cannot be read
     * @throws InvalidInputException if it is no such file; names line and column
     */
    public static ReadResult<ImpedanceSpectrum> read(Path path) throws IOException {
        return parse(TextSource.read(path));
    }

    /**
     * Reads a text.
     *
     * @param source the text
     * @return the spectrum
     * @throws InvalidInputException if it is no such file; names line and column
     */
    public static ReadResult<ImpedanceSpectrum> parse(TextSource source) {
        DataTable table = DataTable.parse(source);
        double[] frequency = table.column(FREQUENCY, "Hz");
        double[] real = table.column(REAL, "ohm");
        double[] imaginary = table.column(IMAGINARY, "ohm");
        ImpedanceSpectrum spectrum;
        try {
            spectrum = ImpedanceSpectrum.of(frequency, real, imaginary);
            if (table.find(SIGMA).isPresent()) {
                spectrum = spectrum.withStandardDeviations(table.column(SIGMA, "ohm"));
            }
        } catch (InvalidValueException e) {
            throw new DataFormatException(location(table, e), String.valueOf(e.getMessage()), e);
        }
        List<Notice> notices = new ArrayList<>(table.notices());
        for (Column column : table.columns()) {
            if (!Set.of(FREQUENCY, REAL, IMAGINARY, SIGMA)
                    .contains(column.name().toLowerCase(Locale.ROOT))) {
                notices.add(new Notice(source.location(), "the column \"" + column.header() + "\" was not used"));
            }
        }
        return new ReadResult<>(FORMAT, List.of(spectrum.withMetadata("source", source.name())), notices);
    }

    /** An element of an array is named with its index, which is the row here. */
    private static SourceLocation location(DataTable table, InvalidValueException e) {
        Matcher index = Pattern.compile("\\[(\\d+)]").matcher(e.name());
        return index.find() ? table.location(Integer.parseInt(index.group(1))) : SourceLocation.of(table.source());
    }

    /**
     * The table of a spectrum, ready to be written; reading it again gives the same numbers.
     *
     * @param spectrum the spectrum
     * @return its table
     */
    public static DataTable of(ImpedanceSpectrum spectrum) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.of(FREQUENCY, "Hz", spectrum.frequenciesHz()),
                Column.of(REAL, "ohm", spectrum.realOhm()),
                Column.of(IMAGINARY, "ohm", spectrum.imaginaryOhm())));
        spectrum.standardDeviationsOhm().ifPresent(sigma -> columns.add(Column.of(SIGMA, "ohm", sigma)));
        return DataTable.of(columns);
    }
}
