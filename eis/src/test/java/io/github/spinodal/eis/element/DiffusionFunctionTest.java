package io.github.spinodal.eis.element;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DiffusionFunctionTest {
    @Test
    void lowFrequencyLimitsAreExact() {
        Complex tiny = new Complex(0, 1e-12);
        // coth(q)/q -> 1/x + 1/3; tanh(q)/q -> 1; sphere -> 3/x + 1/5; cylinder -> 2/x + 1/4 (textbook limits).
        assertEquals(1. / 3, DiffusionFunction.blocking(tiny).value().re(), 1e-15);
        assertEquals(1, DiffusionFunction.transmitting(tiny).value().re(), 1e-15);
        Complex small = new Complex(0, 1e-3);
        assertEquals(0.2, DiffusionFunction.sphere(small).value().re(), 1e-8);
        assertEquals(0.25, DiffusionFunction.cylinder(small).value().re(), 1e-8);
        assertEquals(-3e3, DiffusionFunction.sphere(small).value().im(), 1e-4);
        assertEquals(-2e3, DiffusionFunction.cylinder(small).value().im(), 1e-4);
    }

    @Test
    void highFrequencyLimitIsWarburg() {
        Complex large = new Complex(0, 1e12);
        Complex warburg = large.sqrt().inverse();
        assertClose(warburg, DiffusionFunction.blocking(large).value(), 1e-15);
        assertClose(warburg, DiffusionFunction.transmitting(large).value(), 1e-15);
        assertClose(warburg, DiffusionFunction.sphere(large).value(), 2e-6);
        assertClose(warburg, DiffusionFunction.cylinder(large).value(), 1e-6);
    }

    @Test
    void seriesMeetsClosedForm() {
        meets(DiffusionFunction::blocking);
        meets(DiffusionFunction::transmitting);
        meets(DiffusionFunction::transfer);
        meets(DiffusionFunction::sphere);
    }

    private static void meets(Function<Complex, DiffusionFunction> f) {
        Complex below = new Complex(0, 4e-3 * (1 - 1e-9));
        Complex above = new Complex(0, 4e-3 * (1 + 1e-9));
        DiffusionFunction a = f.apply(below);
        DiffusionFunction b = f.apply(above);
        assertClose(a.value(), b.value(), 1e-8);
        assertClose(a.logSlope(), b.logSlope(), 1e-8);
    }

    @Test
    void continuedFractionMeetsHankelExpansion() {
        Complex below = new Complex(0, 625 * (1 - 1e-12));
        Complex above = new Complex(0, 625 * (1 + 1e-12));
        assertClose(
                DiffusionFunction.cylinder(below).value(),
                DiffusionFunction.cylinder(above).value(),
                1e-11);
    }

    @Test
    void besselRatioAgreesWithTables() {
        // Abramowitz and Stegun, Table 9.8: I0(1) = 1.266065878, I1(1) = 0.565159104; I0(5)/I1(5) =
        // 27.23987182/24.33564214.
        assertEquals(
                1.2660658777520084 / 0.5651591039924851,
                DiffusionFunction.cylinder(Complex.ONE).value().re(),
                1e-13);
        assertEquals(
                27.239871823604442 / 24.335642142450524 / 5,
                DiffusionFunction.cylinder(new Complex(25, 0)).value().re(),
                1e-13);
    }

    static void assertClose(Complex expected, Complex actual, double relative) {
        assertEquals(0, expected.minus(actual).modulus() / expected.modulus(), relative);
    }
}
