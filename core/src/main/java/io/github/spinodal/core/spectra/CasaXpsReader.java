package io.github.spinodal.core.spectra;

import io.github.spinodal.core.data.Spectrum;
import io.github.spinodal.core.io.DecimalMark;
import io.github.spinodal.core.io.Notice;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.core.io.TextSource;
import io.github.spinodal.core.table.TextRow;
import io.github.spinodal.core.table.TextRows;
import java.util.ArrayList;
import java.util.List;

/**
 * CasaXPS line shapes in columns: data, components, background and envelope over kinetic energy, and again over binding
 * energy as counts per second. The binding-energy columns become one spectrum each, marked in the metadata under
 * {@code role}: {@code data}, {@code component}, {@code background} or {@code envelope}.
 */
final class CasaXpsReader {
    private static final String BINDING_ENERGY = "B.E.";
    private static final int HEADING_LINES = 12;
    private static final List<String> COMPONENT_ROWS = List.of("Position", "FWHM", "Area", "Lineshape");

    private final TextSource source;
    private final List<TextRow> heading = new ArrayList<>();

    private CasaXpsReader(TextSource source) {
        this.source = source;
    }

    static boolean recognises(TextSource source) {
        return headerLine(source) > 0;
    }

    private static int headerLine(TextSource source) {
        for (int i = 1; i <= Math.min(HEADING_LINES, source.lineCount()); i++) {
            String line = source.line(i);
            if (line.startsWith("K.E.\tCounts\t") && line.contains("\t" + BINDING_ENERGY + "\tCPS")) {
                return i;
            }
        }
        return 0;
    }

    /** Whether the text is CasaXPS' report of fit results, which holds no spectrum. */
    static boolean isReport(TextSource source) {
        for (int i = 1; i <= Math.min(HEADING_LINES, source.lineCount()); i++) {
            if (source.line(i).startsWith("Name\tPosition\tFWHM\tRaw Area")) {
                return true;
            }
        }
        return false;
    }

    static ReadResult<Spectrum> read(TextSource source) {
        return new CasaXpsReader(source).read();
    }

    private ReadResult<Spectrum> read() {
        int headerLine = headerLine(source);
        TextRows rows = TextRows.of(source, 1, '\t');
        TextRow header = rows.next();
        while (header.line() < headerLine && rows.hasNext()) {
            heading.add(header);
            header = rows.next();
        }
        int energy = header.fields().indexOf(BINDING_ENERGY);
        if (energy < 0) {
            throw source.error(headerLine, "the column names are badly quoted");
        }
        int width = header.filledSize();
        Points points = new Points(source, width - energy);
        while (rows.hasNext()) {
            TextRow row = rows.next();
            if (row.filledSize() == 0) {
                continue;
            }
            double[] values = new double[width - energy];
            for (int i = energy; i < width; i++) {
                values[i - energy] =
                        DecimalMark.POINT.parse(row.field(i), source.at(row.line(), i + 1), header.field(i));
            }
            points.add(row.line(), values);
        }
        List<Spectrum> spectra = new ArrayList<>();
        for (int i = energy + 1; i < width; i++) {
            spectra.add(spectrum(points, header, energy, i));
        }
        return new ReadResult<>(
                "CasaXPS line shapes",
                spectra,
                List.of(new Notice(
                        source.at(headerLine),
                        "the columns over kinetic energy are the same in other units and were not used")));
    }

    private Spectrum spectrum(Points points, TextRow header, int energy, int column) {
        String name = header.field(column);
        Spectrum spectrum = points.spectrum(
                        new Spectrum.Axis("binding energy", "eV"), 0, new Spectrum.Axis(name, "1/s"), column - energy)
                .withMetadata("source", source.name())
                .withMetadata("name", name);
        if (column == energy + 1) {
            return spectrum.withMetadata("role", "data");
        }
        if (name.startsWith("Background")) {
            return spectrum.withMetadata("role", "background");
        }
        if (name.startsWith("Envelope")) {
            return spectrum.withMetadata("role", "envelope");
        }
        // In the heading the components' fields begin in the same place as over kinetic energy.
        int place = column - energy;
        spectrum = spectrum.withMetadata("role", "component");
        for (TextRow row : heading) {
            if (COMPONENT_ROWS.contains(row.field(0))) {
                spectrum = spectrum.withMetadata(row.field(0), row.field(place));
            }
        }
        return spectrum;
    }
}
