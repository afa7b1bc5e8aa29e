package io.github.spinodal.core.cycling;

import io.github.spinodal.core.table.Column;
import io.github.spinodal.core.table.DataTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes cycling data in Spinodal's own format, which {@link CyclingFiles} reads. */
public final class CyclingTable {
    private static final double COULOMB_PER_MICROAMPERE_HOUR = 3.6e-3;

    private CyclingTable() {}

    /**
     * The table of a test: {@code time (s)} and {@code current (uA)} where known, {@code voltage (V)},
     * {@code net charge (uAh)}, rising while charging, and {@code cycle (1)}.
     *
     * @param data the test
     * @return its table
     */
    public static DataTable of(CyclingData data) {
        List<Column> columns = new ArrayList<>();
        if (data.hasTimes()) {
            columns.add(Column.of("time", "s", data.timeSecond()));
        }
        if (data.hasCurrents()) {
            columns.add(Column.of("current", "uA", scaled(data.currentAmpere(), 1e-6)));
        }
        columns.add(Column.of("voltage", "V", data.voltageVolt()));
        columns.add(Column.of("net charge", "uAh", scaled(data.netChargeCoulomb(), COULOMB_PER_MICROAMPERE_HOUR)));
        columns.add(Column.of(
                "cycle", "1", Arrays.stream(data.cycles()).asDoubleStream().toArray()));
        return DataTable.of(columns);
    }

    private static double[] scaled(double[] values, double unit) {
        return Arrays.stream(values).map(v -> v / unit).toArray();
    }
}
