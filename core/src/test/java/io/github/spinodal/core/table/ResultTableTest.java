package io.github.spinodal.core.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.spinodal.core.InvalidValueException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultTableTest {
    private static ResultTable table() {
        return ResultTable.of(List.of(
                Row.ofQuantity("R, \"ct\"", 159.7, Double.NaN, "ohm"),
                Row.empty()
                        .with("quantity", "a\nb\\\u0001\u2028")
                        .with("count", 3L)
                        .with("converged", true)));
    }

    @Test
    void writesCsv() {
        assertEquals(
                "quantity,value,uncertainty,unit,count,converged\n\"R, \"\"ct\"\"\",159.7,NaN,ohm,,\n\"a\nb\\\u0001\u2028\",,,,3,true\n",
                table().toCsv());
    }

    @Test
    void writesJson() {
        List<String> lines = List.of(
                "[",
                "  {\"quantity\": \"R, \\\"ct\\\"\", \"value\": 159.7, \"uncertainty\": \"NaN\", \"unit\": \"ohm\"},",
                "  {\"quantity\": \"a\\u000ab\\\\\\u0001\\u2028\", \"count\": 3, \"converged\": true}",
                "]",
                "");
        assertEquals(String.join("\n", lines), table().toJson());
        assertEquals("[]\n", ResultTable.of(List.of()).toJson());
    }

    @Test
    void writesFiles(@TempDir Path folder) throws IOException {
        table().writeCsv(folder.resolve("r.csv"));
        table().writeJson(folder.resolve("r.json"));
        assertEquals(table().toCsv(), Files.readString(folder.resolve("r.csv"), StandardCharsets.UTF_8));
        assertEquals(table().toJson(), Files.readString(folder.resolve("r.json"), StandardCharsets.UTF_8));
    }

    @Test
    void isAValue() {
        ResultTable one = ResultTable.of(List.of(table().rows().get(0)));
        ResultTable two = ResultTable.of(List.of(table().rows().get(1)));
        assertEquals(table(), one.with(two));
        assertEquals(table().hashCode(), one.with(two).hashCode());
        assertNotEquals(table(), two.with(one));
        assertEquals("Row{count=3}", Row.empty().with("count", 3L).toString());
        assertEquals("ResultTable", table().toString().substring(0, 11));
        Row row = Row.empty().with("count", 3L);
        assertEquals(Row.empty().with("count", 3L), row);
        assertEquals(Row.empty().with("count", 3L).hashCode(), row.hashCode());
        assertNotEquals(row, Row.empty().with("count", 4L));
        assertNotEquals(row.hashCode(), Row.empty().with("count", 4L).hashCode());
        assertNotEquals(row, null);
        assertThrows(InvalidValueException.class, () -> Row.empty().with("a", 1).with("a", 2L));
        assertThrows(InvalidValueException.class, () -> Row.empty().with("", "x"));
    }
}
