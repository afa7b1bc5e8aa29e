package io.github.spinodal.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DecimalMarkProperties {
    private static final SourceLocation HERE = new SourceLocation("f", 7, 3);

    @Property(seed = "20260101")
    void everyDoubleIsReadBackExactly(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        String text = Double.toString(value);
        if (Double.isFinite(value)) {
            assertEquals(value, DecimalMark.POINT.parse(text, HERE, "x"));
            assertEquals(value, DecimalMark.COMMA.parse(text.replace('.', ','), HERE, "x"));
        } else {
            assertTrue(DecimalMark.POINT.tryParse(text).isEmpty());
        }
    }

    @Example
    void readsWhatInstrumentsWrite() {
        assertEquals(-5.572367226704955e-4, DecimalMark.POINT.parse(" -5.572367226704955E-004\t", HERE, "I"));
        assertEquals(-0.75131667, DecimalMark.COMMA.parse("-7,5131667E-001", HERE, "E"));
        assertEquals(1.5e-3, DecimalMark.POINT.parse("1.5D-03", HERE, "x"));
        assertEquals(-2, DecimalMark.POINT.parse("\u22122", HERE, "x"));
        assertEquals(0.5, DecimalMark.POINT.parse("+.5", HERE, "x"));
        assertEquals(5, DecimalMark.POINT.parse("5.", HERE, "x"));
        assertEquals('.', DecimalMark.POINT.character());
        assertEquals(',', DecimalMark.COMMA.character());
    }

    @Example
    void refusesWhatOnlyJavaTakesForANumber() {
        String[] refused = {
            "",
            " ",
            ".",
            "-",
            "e5",
            "1e",
            "1e+",
            "1f",
            "1d",
            "0x1p3",
            "NaN",
            "Infinity",
            "1.2.3",
            "1e5.0",
            "1e5e5",
            "1,5",
            "1 000",
            "--1",
            "1-",
            "1e999",
            "-1.#IND",
            "1e--5",
            "9".repeat(401),
            "1+1",
            "-e1",
            "\u0661"
        };
        for (String text : refused) {
            assertTrue(DecimalMark.POINT.tryParse(text).isEmpty(), text);
        }
        assertTrue(DecimalMark.POINT.tryParse("9".repeat(300)).isPresent());
        DataFormatException e =
                assertThrows(DataFormatException.class, () -> DecimalMark.COMMA.parse("1.5", HERE, "voltage (V)"));
        assertEquals(
                "f, line 7, column 3: voltage (V) must be a number with a decimal comma, but was \"1.5\"",
                e.getMessage());
    }
}
