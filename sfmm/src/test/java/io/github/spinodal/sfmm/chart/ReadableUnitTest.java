package io.github.spinodal.sfmm.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spinodal.core.data.ScanMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadableUnitTest {
    private static ScanMap map(String unit, double smaller, double larger) {
        return ScanMap.of("quantity", unit, 2, 1, 1e-9, 1e-9, new double[] {smaller, larger});
    }

    @ParameterizedTest
    @CsvSource({
        "m, -7.3e-7, -730, nm",
        "A, 3.41e-13, 341, fA",
        "A, 1.5e-12, 1.5, pA",
        "m, 2e-6, 2, \u00b5m",
        "Hz, 25000, 25, kHz",
    })
    void givesThePrefixThatSuitsTheLargestValue(String unit, double value, double shown, String shownUnit) {
        ScanMap readable = ReadableUnit.of(map(unit, value / 10, value));

        assertEquals(shownUnit, readable.unit());
        assertEquals(shown, readable.value(1, 0), 1e-12 * Math.abs(shown));
        assertEquals(shown / 10, readable.value(0, 0), 1e-12 * Math.abs(shown));
    }

    @ParameterizedTest
    @CsvSource({"V, -0.985", "nA, 1.2", "V, 0", "deg, 1e-5", "counts, 1e-7", "nm, 9000"})
    void leavesShortNumbersAndUnitsWithoutPrefix(String unit, double value) {
        ScanMap map = map(unit, value / 2, value);

        assertEquals(map, ReadableUnit.of(map));
    }

    @Test
    void writesLengths() {
        assertEquals("500 nm", ReadableUnit.length(5e-7));
        assertEquals("20 \u00b5m", ReadableUnit.length(20e-6));
        assertEquals("50 m", ReadableUnit.length(50));
    }
}
