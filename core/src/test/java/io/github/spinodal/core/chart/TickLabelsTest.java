package io.github.spinodal.core.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TickLabelsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "5, 5",
        "-20, \u221220",
        "0.30000000000000004, 0.3",
        "0.001, 0.001",
        "0.00099, 9.9e\u22124",
        "-0.00002, \u22122e\u22125",
        "99999, 99999",
        "100000, 1e5",
        "-2500000, \u22122.5e6",
        "123456789, 1.23457e8"
    })
    void arePlainWhereShort(double value, String label) {
        assertEquals(label, TickLabels.of(value));
    }
}
