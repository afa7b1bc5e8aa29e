package io.github.spinodal.core.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MeasurementUnitProperties {
    private static final String[] UNITS = {
        "s", "min", "h", "ms", "Hz", "kHz", "MHz", "ohm", "kohm", "mohm", "A", "mA", "uA", "nA", "V", "mV", "Ah", "mAh",
        "uAh", "C", "nm", "um", "m", "deg", "rad", "degC", "K", "eV", "uAh/cm2", "mAh/g", "cm2/s", "rad/s", "%", "1"
    };

    @Property(seed = "20260101")
    void toSiAndBackIsTheIdentity(
            @ForAll @IntRange(max = 33) int unit, @ForAll int mantissa, @ForAll @IntRange(min = -9, max = 9) int e) {
        double value = mantissa * Math.pow(10, e);
        MeasurementUnit measured = MeasurementUnit.of(UNITS[unit]);
        double back = measured.fromSi(measured.toSi(value));
        double scale = Math.abs(value) + (UNITS[unit].equals("degC") ? 273.15 : 0);
        assertEquals(value, back, 4 * Math.ulp(scale));
        assertEquals(value, measured.convert(value, measured));
    }

    /** Definitions of the SI brochure (9th edition), tables 4, 7 and 8; 1 Ah = 3600 C. */
    @Example
    void convertsExactlyWhereTheUnitAllows() {
        assertEquals(27.4e-6, MeasurementUnit.of("uA").toSi(27.4));
        assertEquals(27.4e-6, MeasurementUnit.of("\u00b5A").toSi(27.4));
        assertEquals(27.4e-6, MeasurementUnit.of("\u03bcA").toSi(27.4));
        assertEquals(0.09864, MeasurementUnit.of("uAh").toSi(27.4), Math.ulp(0.09864));
        assertEquals(3.6e-3, MeasurementUnit.of("uAh").toSi(1));
        assertEquals(36, MeasurementUnit.of("uAh/cm2").toSi(1));
        assertEquals(36, MeasurementUnit.of("uAh cm-2").toSi(1));
        assertEquals(36, MeasurementUnit.of("uAh/cm^2").toSi(1));
        assertEquals(36, MeasurementUnit.of("\u00b5Ah\u00b7cm\u207b\u00b2").toSi(1));
        assertEquals(3600, MeasurementUnit.of("mAh/g").toSi(1));
        assertEquals(4.7e3, MeasurementUnit.of("kohm").toSi(4.7));
        assertEquals(4.7e3, MeasurementUnit.of("k\u03a9").toSi(4.7));
        assertEquals(4.7e-3, MeasurementUnit.of("m\u2126").toSi(4.7));
        assertEquals(5400, MeasurementUnit.of("h").toSi(1.5));
        assertEquals(90, MeasurementUnit.of("min").toSi(1.5));
        assertEquals(3.12e-15, MeasurementUnit.of("cm2/s").toSi(3.12e-11), 1e-30);
        assertEquals(298.15, MeasurementUnit.of("degC").toSi(25));
        assertEquals(298.15, MeasurementUnit.of("\u00b0C").toSi(25));
        assertEquals(Math.PI, MeasurementUnit.of("deg").toSi(180));
        assertEquals(1, MeasurementUnit.of("rad/s").toSi(2 * Math.PI));
        assertEquals(0.046, MeasurementUnit.of("%").toSi(4.6));
        assertEquals(1.602176634e-19, MeasurementUnit.of("eV").toSi(1));
        assertEquals(1, MeasurementUnit.of("mAh/mAh").toSi(1));
        assertEquals(1e7, MeasurementUnit.of("1/cm/cm").toSi(1e3));
        assertEquals(0.5, MeasurementUnit.of("-").toSi(0.5));
        assertEquals(1e12, MeasurementUnit.of("1/nm").convert(1e12, MeasurementUnit.of("nm-1")));
    }

    @Example
    void knowsDimensions() {
        assertEquals(Dimension.CHARGE, MeasurementUnit.of("mA h").dimension());
        assertEquals(Dimension.FREQUENCY, MeasurementUnit.of("1/s").dimension());
        assertEquals(Dimension.FREQUENCY, MeasurementUnit.of("rad/s").dimension());
        assertEquals(Dimension.RESISTANCE, MeasurementUnit.of("V/A").dimension());
        assertEquals(Dimension.NUMBER, MeasurementUnit.of("S*ohm").dimension());
        assertEquals(Dimension.CURRENT, MeasurementUnit.of("F V/s").dimension());
        assertEquals(Dimension.VOLTAGE, MeasurementUnit.of("H A/s").dimension());
        assertEquals(Dimension.FORCE, MeasurementUnit.of("Pa m2").dimension());
        assertEquals(Dimension.ENERGY, MeasurementUnit.of("N.m").dimension());
        assertEquals(Dimension.ENERGY, MeasurementUnit.of("Wh").dimension());
        assertEquals(Dimension.AMOUNT, MeasurementUnit.of("mol").dimension());
        assertNotEquals(Dimension.CHARGE, MeasurementUnit.of("degC").dimension());
        assertThrows(InvalidValueException.class, () -> MeasurementUnit.of("uA").convert(1, MeasurementUnit.of("uAh")));
    }

    @Example
    void refusesWhatItDoesNotKnow() {
        String[] unknown = {
            "",
            " ",
            "?",
            "foo",
            "mmin",
            "uh",
            "kdeg",
            "cm22",
            "V/",
            "/V",
            "V//A",
            "m0",
            "m-",
            "xA",
            "x",
            "degC/s",
            "2",
            "m9",
            "A".repeat(41)
        };
        for (String symbol : unknown) {
            assertTrue(MeasurementUnit.find(symbol).isEmpty(), symbol);
        }
        InvalidValueException e = assertThrows(InvalidValueException.class, () -> MeasurementUnit.of("foo"));
        assertEquals("\"foo\"", e.value());
    }
}
