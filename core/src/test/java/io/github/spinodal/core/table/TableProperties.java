package io.github.spinodal.core.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.io.TextSource;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class TableProperties {
    @Property(seed = "20260101")
    void roundTripIsExact(@ForAll @Size(min = 1, max = 20) long[] bits) {
        double[] values = Arrays.stream(bits)
                .mapToDouble(Double::longBitsToDouble)
                .map(v -> Double.isFinite(v) ? v : 0)
                .toArray();
        DataTable table = DataTable.of(List.of(Column.of("x", "uAh", values), Column.of("y", "mV", values)));
        DataTable back = DataTable.parse(TextSource.ofText("t", table.toCsv()));
        assertArrayEquals(values, back.column("y", "mV"));
        assertEquals(table, back);
    }

    @Property(seed = "20260101")
    void impedanceRoundTripIsExact(@ForAll @Size(min = 2, max = 12) int[] real, @ForAll long bits) {
        double[] frequency = new double[real.length];
        Arrays.setAll(frequency, i -> Math.pow(10, 5 - 0.7 * i));
        double[] re = Arrays.stream(real).mapToDouble(r -> r / 7.0).toArray();
        double[] im = Arrays.stream(real)
                .mapToDouble(r -> -(r ^ (int) bits) / 3.0 - 0.1)
                .toArray();
        ImpedanceSpectrum spectrum = ImpedanceSpectrum.of(frequency, re, im);
        ImpedanceSpectrum back = ImpedanceTable.parse(
                        TextSource.ofText("t", ImpedanceTable.of(spectrum).toCsv()))
                .single();
        assertEquals(spectrum.withMetadata("source", "t"), back);
    }
}
