package io.github.spinodal.core.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidInputException;
import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.TextSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataTableTest {
    private static DataTable parse(String text) {
        return DataTable.parse(TextSource.ofText("t.csv", text));
    }

    @Test
    void readsColumnsInAnyOrderAndUnit() {
        DataTable table =
                parse("# cell 7\n\nVoltage (mV), time (min) ,\"current (\u00b5A)\"\n1550,1,27.4\n# pause\n1500,2,0\n");
        assertArrayEquals(new double[] {60, 120}, table.column("TIME", "s"));
        assertArrayEquals(new double[] {1.55, 1.5}, table.column("voltage", "V"));
        assertArrayEquals(new double[] {27.4e-6, 0}, table.column("current", "A"));
        assertEquals(List.of(" cell 7", " pause"), table.comments());
        assertEquals(1, table.notices().size());
        assertEquals("t.csv, line 6", table.location(1).toString());
        assertEquals("Voltage (mV)", table.columns().get(0).header());
        assertEquals(2, table.rowCount());
    }

    @Test
    void readsSemicolonsAndTabsWithDecimalCommas() {
        assertArrayEquals(
                new double[] {1, 1.5}, parse("a (s);b (V)\n1;2\n1,5;3\n").column("a", "s"));
        assertArrayEquals(new double[] {2.5}, parse("a (s)\tb (V)\n1\t2.5\n").column("b", "V"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|0|0|no header row",
                "`# only\n`|0|0|no header row",
                "`time,voltage (V)\n1,2\n`|1|1|must read \"name (unit)\"",
                "`time (s),voltage (parsec)\n1,2\n`|1|2|unit \"parsec\"",
                "`time (s),voltage ()\n1,2\n`|1|2|unit empty",
                "`time (s),TIME (h)\n1,2\n`|1|2|comes twice, first as column 1",
                "`time (s)\n`|1|0|ends after its header",
                "`#\ntime (s),voltage (V)\n1,2\n\n1\n1,2\n`|5|2|1 fields where the header has 2",
                "`time (s),voltage (V)\n1,2,3\n`|2|3|3 fields where the header has 2",
                "`time (s),voltage (V)\n1,2\n1`|3|2|the file ends inside this row",
                "`time (s),voltage (V)\n1,x\n`|2|2|voltage (V) must be a number",
                "`time (s),voltage (V)\n1,\n`|2|2|but was empty",
                "`time (s),voltage (V)\n1,NaN\n`|2|2|\"NaN\"",
                "`time (s);voltage (V)\n1.5;2\n2;1,5\n`|3|0|decimal point in line 2",
                "`time (s);voltage (V)\n1,5;2\n2;1.5\n`|3|2|decimal comma",
                "`time (s),voltage (V)\n1,\"2\n3,4\n`|2|0|badly quoted",
                "`time (s),voltage (V)\n1,\"2\n3\"\n`|3|0|quotation mark is missing",
                "`a\"b (s)\n1\n`|1|1|column name",
            })
    void namesThePlaceOfEveryFault(String text, long line, long column, String words) {
        DataFormatException e = assertThrows(DataFormatException.class, () -> parse(text));
        assertTrue(String.valueOf(e.getMessage()).contains(words), e.getMessage());
        assertEquals(line, e.location().line(), e.getMessage());
        assertEquals(column, e.location().column(), e.getMessage());
    }

    @Test
    void noticesAMissingLastLineBreak() {
        assertEquals(
                "t.csv, line 2: no line break at the end: if the file was cut, its last number may be short",
                parse("a (s)\n1").notices().get(0).toString());
        assertTrue(parse("a (s)\n1\n").notices().isEmpty());
    }

    @Test
    void saysWhatIsMissing() {
        DataTable table = parse("a (s)\n1\n");
        InvalidInputException none = assertThrows(InvalidInputException.class, () -> table.column("b", "s"));
        assertEquals("t.csv has no column \"b\"; it has [a (s)]", none.getMessage());
        InvalidInputException wrong = assertThrows(InvalidInputException.class, () -> table.column("a", "V"));
        assertEquals("t.csv: the column \"a (s)\" does not convert to V", wrong.getMessage());
    }

    @Test
    void refusesUnequalAndRepeatedColumns() {
        Column a = Column.of("a", "s", new double[] {1});
        Column longer = Column.of("b", "s", new double[] {1, 2});
        assertThrows(InvalidValueException.class, () -> DataTable.of(List.of()));
        assertThrows(InvalidValueException.class, () -> DataTable.of(List.of(a, longer)));
        assertThrows(InvalidValueException.class, () -> DataTable.of(List.of(a, Column.of("A", "V", new double[1]))));
        assertThrows(InvalidValueException.class, () -> Column.of("a,b", "s", new double[1]));
        assertThrows(InvalidValueException.class, () -> Column.of(" a", "s", new double[1]));
        assertThrows(InvalidValueException.class, () -> Column.of("", "s", new double[1]));
        assertThrows(InvalidValueException.class, () -> Column.of("a\n", "s", new double[1]));
        assertThrows(InvalidValueException.class, () -> Column.of("a", "s", new double[] {Double.NaN}));
        assertThrows(InvalidValueException.class, () -> a.in("V"));
        DataTable table = DataTable.of(List.of(a));
        assertThrows(InvalidValueException.class, () -> table.withComments(List.of("x\ny")));
        assertEquals("table", table.location(0).toString());
    }

    @Test
    void writesWhatItReads(@TempDir Path folder) throws IOException {
        DataTable table = DataTable.of(List.of(
                        Column.of("capacity", "uAh", new double[] {0.1 + 0.2, -Double.MIN_VALUE}),
                        Column.of("Re Z (total)", "ohm", new double[] {1e300, 1})))
                .withComments(List.of(" one", "two"));
        Path file = folder.resolve("x.csv");
        table.writeCsv(file);
        assertEquals(table, DataTable.read(file));
        assertEquals(table.hashCode(), DataTable.read(file).hashCode());
        assertNotEquals(table, table.withComments(List.of()));
        assertEquals("x.csv", DataTable.read(file).source());
        assertTrue(DataTable.read(file).toString().contains("2 rows of [capacity (uAh), Re Z (total) (ohm)]"));
    }
}
