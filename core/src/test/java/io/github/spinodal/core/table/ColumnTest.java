package io.github.spinodal.core.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.io.TextSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnTest {
    private static Column column() {
        return Column.of("current", "uA", new double[] {1, 2.5});
    }

    @Test
    void givesBackWhatItHoldsInAnyUnitOfItsDimension() {
        assertEquals("current (uA)", column().header());
        assertEquals("uA", column().unit().symbol());
        assertArrayEquals(new double[] {1, 2.5}, column().values());
        assertArrayEquals(new double[] {0.001, 0.0025}, column().in("mA"), 1e-18);
        assertThrows(InvalidValueException.class, () -> column().in("mV"));
        assertEquals("Column[current (uA), 2 values]", column().toString());
    }

    @Test
    void equalsOnlyItsTwin() {
        assertEquals(column(), column());
        assertEquals(column().hashCode(), column().hashCode());
        for (Column other : List.of(
                Column.of("voltage", "uA", new double[] {1, 2.5}),
                Column.of("current", "mA", new double[] {1, 2.5}),
                Column.of("current", "uA", new double[] {1, 2}))) {
            assertNotEquals(column(), other);
            assertNotEquals(column().hashCode(), other.hashCode());
        }
        assertNotEquals(column(), null);
    }

    @Test
    void temperaturesHaveAnOffsetAndCompoundUnitsAScale() {
        MeasurementUnit celsius = MeasurementUnit.of("degC");
        MeasurementUnit kelvin = MeasurementUnit.of("K");
        assertEquals(298.15, celsius.convert(25, kelvin), 1e-12);
        assertEquals(25, kelvin.convert(298.15, celsius), 1e-12);
        MeasurementUnit perArea = MeasurementUnit.of("uAh/cm2");
        // 1 uAh/cm2 = 3.6 mC/cm2 = 36 C/m2
        assertEquals(36, perArea.toSi(1), 1e-14);
        assertEquals(1, perArea.fromSi(36), 1e-15);
        assertNotEquals(kelvin, celsius);
        assertNotEquals(MeasurementUnit.of("A"), MeasurementUnit.of("V"));
        assertNotEquals(
                MeasurementUnit.of("A").hashCode(), MeasurementUnit.of("V").hashCode());
        assertNotEquals(MeasurementUnit.of("A"), MeasurementUnit.of("mA"));
    }

    @Test
    void readsMoreRowsThanItsFirstGuess() {
        StringBuilder text = new StringBuilder("n (s);v (V)\n");
        for (int i = 0; i < 100; i++) {
            text.append(i)
                    .append(';')
                    .append(i / 2)
                    .append(i % 2 == 0 ? "" : ",5")
                    .append('\n');
        }
        DataTable table = DataTable.parse(TextSource.ofText("long.csv", text.toString()));
        assertEquals(100, table.rowCount());
        for (int i = 0; i < 100; i++) {
            assertEquals(i, table.column("n", "s")[i]);
            assertEquals(i / 2.0, table.column("v", "V")[i]);
            assertEquals("long.csv, line " + (i + 2), table.location(i).toString());
        }
    }
}
