package io.github.spinodal.core.cycling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.io.DataFormatException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CyclingErrorsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|0|0|empty",
                "`hello\nworld\n`|0|0|no header of a cycling file",
                "`time (s),voltage (V),current (A)\n`|1|0|ends after its header",
                "`time (s),voltage (V),current (A)\n1,2,3\n`|1|0|fewer than two rows",
                "`time (s),voltage,current (A)\n1,2,3\n2,3,4\n`|1|2|names no unit",
                "`time,voltage (V),current (A)\n1,2,3\n2,3,4\n`|2|1|names no unit, so it must hold durations",
                "`time (s),voltage (V),current (A)\n1,2,3\n2,3,4,5\n`|3|4|4 fields where the header has 3",
                "`time (s),voltage (V),current (A)\n1,2,3\n2,3\n`|3|2|none for current (A)",
                "`time (s),voltage (V),current (A)\n1,2,3\n2,3`|3|2|the file ends inside this row",
                "`time (s),voltage (V),current (A)\n1,2,3\n2,x,3\n`|3|2|must be a number",
                "`time (s),voltage (V),current (A)\n1,2,3\n2,,3\n`|3|2|but was empty",
                "`time (s),voltage (V),current (A)\n1,2,3\n0:99:00,3,3\n`|3|1|duration such as 31:02:05",
                "`time (h),voltage (V),current (A)\n1,2,3\n0:09:00,3,3\n`|3|1|duration such as 31:02:05",
                "`time (s),voltage (V),current (A),cycle (1)\n1,2,3,1.5\n2,3,4,2\n`|2|4|must be a whole number",
                "`time (s),voltage (V),current (A),cycle (1)\n1,2,3,1\n2,3,4,\n`|3|4|empty, though the rows before",
                "`time (s),voltage (V),current (A),cycle (1)\n1,2,3,\n2,3,4,1\n`|3|4|was empty before",
                "`time (s),voltage (A),current (A)\n1,2,3\n2,3,4\n`|0|0|no header",
                "`time (s),voltage (V),current (A),Voltage (mV)\n1,2,3,1\n2,3,4,2\n`|1|4|comes twice",
                "`EC-Lab ASCII FILE\nfoo\n`|2|0|Nb header lines",
                "`EC-Lab ASCII FILE`|2|0|Nb header lines",
                "`EC-Lab ASCII FILE\nNb header lines : 70\n`|2|0|by its own account",
                "`EC-Lab ASCII FILE\nNb header lines : 2\n`|2|0|by its own account",
                "`EC-Lab ASCII FILE\nNb header lines : 3\nfreq/Hz\tRe(Z)/Ohm\n`|3|0|not cycling or voltammetry",
            })
    void namesThePlaceOfEveryFault(String text, long line, long column, String words) {
        DataFormatException e = assertThrows(DataFormatException.class, () -> CyclingSamples.parse(text));
        assertTrue(String.valueOf(e.getMessage()).contains(words), e.getMessage());
        assertEquals(line, e.location().line(), e.getMessage());
        assertEquals(column, e.location().column(), e.getMessage());
    }

    private static DataFormatException layered(String from, String to) {
        String text = new String(CyclingSamples.bytes("neware-layered.csv"), StandardCharsets.UTF_8);
        assertTrue(text.contains(from));
        return assertThrows(DataFormatException.class, () -> CyclingSamples.parse(text.replace(from, to)));
    }

    @Test
    void namesThePlaceInLayeredFiles() {
        assertEquals(2, layered("Step Type", "Step Typ").location().line());
        assertEquals(3, layered("Voltage(V)", "Voltage(A)").location().line());
        assertEquals(4, layered("1,0.0004", "1.5,0.0004").location().line());
        assertEquals(
                4,
                layered("1,0.0004,0.0004,1,", "1,0.0004,0.0004,x,").location().line());
        assertEquals(
                4, layered("1,0.0004,0.0004,1,1,Rest,00:00:00\n", "").location().line());
        assertEquals(
                12,
                layered(",,7,00:00:00,30:25:00", ",,7,00:00:00,30:25:00x")
                        .location()
                        .line());
    }

    @Test
    void aMissingUnitOfAKnownInstrumentIsANotice() {
        assertTrue(
                CyclingSamples.read("arbin-database.csv").notices().toString().contains("Test_Time (s)"));
    }
}
