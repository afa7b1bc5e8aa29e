package io.github.spinodal.examples.files;

import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.DecimalMark;
import io.github.spinodal.core.io.TextSource;
import io.github.spinodal.core.table.TextRow;
import io.github.spinodal.core.table.TextRows;
import io.github.spinodal.phasefield.GrainClass;
import io.github.spinodal.phasefield.GrainEnsemble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Grains one by one: CSV with the header {@code weight,rate,shift_kT}, a grain a row. */
public final class GrainsFile {
    private static final List<String> HEADER = List.of("weight", "rate", "shift_kT");

    private GrainsFile() {}

    /**
     * Reads grains of one class.
     *
     * @param grainClass what they have in common
     * @param path the file
     * @return the grains, in the order of the file
     * @throws IOException if the file cannot be read
     * @throws DataFormatException if the header differs, a row has not three numbers, or a weight or rate is not positive;
     *     the message names line and column
     */
    public static GrainEnsemble read(GrainClass grainClass, Path path) throws IOException {
        TextSource source = TextSource.read(path);
        TextRows rows = TextRows.of(source, 1, ',');
        if (!rows.hasNext() || !stripped(rows.next()).equals(HEADER)) {
            throw source.error(1, "the header must read " + String.join(",", HEADER));
        }
        List<double[]> grains = new ArrayList<>();
        while (rows.hasNext()) {
            grains.add(grain(source, rows.next()));
        }
        if (grains.isEmpty()) {
            throw source.error("the file holds no grain after its header");
        }
        return GrainEnsemble.of(grainClass, column(grains, 0), column(grains, 1), column(grains, 2));
    }

    private static List<String> stripped(TextRow row) {
        return row.fields().stream().map(String::strip).toList();
    }

    private static double[] grain(TextSource source, TextRow row) {
        if (row.size() != HEADER.size()) {
            throw source.error(row.line(), "expected three values, but found " + row.size());
        }
        double[] grain = new double[HEADER.size()];
        for (int j = 0; j < grain.length; j++) {
            grain[j] = DecimalMark.POINT.parse(row.field(j), source.at(row.line(), j + 1), HEADER.get(j));
            boolean mayBeNegative = j == 2;
            if (!mayBeNegative && !(grain[j] > 0)) {
                throw new DataFormatException(
                        source.at(row.line(), j + 1), HEADER.get(j) + " must be positive, but was " + grain[j]);
            }
        }
        return grain;
    }

    private static double[] column(List<double[]> grains, int index) {
        return grains.stream().mapToDouble(grain -> grain[index]).toArray();
    }
}
