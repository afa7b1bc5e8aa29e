package io.github.spinodal.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RequireTest {
    private static void refused(String message, Executable call) {
        assertEquals(message, assertThrows(InvalidValueException.class, call).getMessage());
    }

    @Test
    void validValuesComeBack() {
        assertEquals(-1e308, Require.finite("x", -1e308));
        assertEquals(Double.MIN_VALUE, Require.positive("x", Double.MIN_VALUE));
        assertEquals(0, Require.nonNegative("x", 0));
        assertEquals(0.5, Require.inside("x", 0.5, 0, 1));
        assertEquals(0, Require.within("x", 0, 0, 1));
        assertEquals(1, Require.within("x", 1, 0, 1));
        assertEquals(2, Require.atLeast("n", 2, 2));
        double[] values = {1, 2};
        assertArrayEquals(values, Require.finiteCopy("x", values));
        assertNotSame(values, Require.finiteCopy("x", values));
        Require.sameLength("a", 3, "b", 3);
    }

    @Test
    void invalidOnesAreNamedWithWhatWouldBeValid() {
        refused("x must be finite, but was NaN", () -> Require.finite("x", Double.NaN));
        refused("x must be finite, but was Infinity", () -> Require.finite("x", Double.POSITIVE_INFINITY));
        refused("x must be positive and finite, but was 0.0", () -> Require.positive("x", 0));
        refused("x must be positive and finite, but was NaN", () -> Require.positive("x", Double.NaN));
        refused(
                "x must be positive and finite, but was Infinity",
                () -> Require.positive("x", Double.POSITIVE_INFINITY));
        refused("x must be zero or positive, and finite, but was -1.0E-300", () -> Require.nonNegative("x", -1e-300));
        refused(
                "x must be zero or positive, and finite, but was Infinity",
                () -> Require.nonNegative("x", Double.POSITIVE_INFINITY));
        refused("c must be inside (0.0, 1.0), but was 0.0", () -> Require.inside("c", 0, 0, 1));
        refused("c must be inside (0.0, 1.0), but was 1.0", () -> Require.inside("c", 1, 0, 1));
        refused("c must be inside (0.0, 1.0), but was NaN", () -> Require.inside("c", Double.NaN, 0, 1));
        refused("c must be within [0.0, 1.0], but was -0.1", () -> Require.within("c", -0.1, 0, 1));
        refused("c must be within [0.0, 1.0], but was 1.1", () -> Require.within("c", 1.1, 0, 1));
        refused("n must be at least 2, but was 1", () -> Require.atLeast("n", 1, 2));
        refused("x[1] must be finite, but was NaN", () -> Require.finiteCopy("x", new double[] {0, Double.NaN}));
        refused("length of b must be the length of a, 3, but was 4", () -> Require.sameLength("a", 3, "b", 4));
    }

    @Test
    void theExceptionKeepsItsParts() {
        InvalidValueException refusal =
                assertThrows(InvalidValueException.class, () -> Require.positive("mass (kg)", -2));
        assertEquals("mass (kg)", refusal.name());
        assertEquals("-2.0", refusal.value());
        assertEquals("positive and finite", refusal.requirement());
    }

    /** CODATA 2018, as printed: F = 96485.33212... C/mol, R = 8.314462618... J/(mol K), kT/e at 298.15 K 25.69258 mV. */
    @Test
    void constantsAreThoseOfCodata() {
        assertEquals(96485.33212, PhysicalConstants.FARADAY, 5e-6);
        assertEquals(8.314462618, PhysicalConstants.GAS, 5e-10);
        assertEquals(25.692579e-3, PhysicalConstants.thermalVoltage(298.15), 5e-9);
        assertEquals(4.11643e-21, PhysicalConstants.thermalEnergy(298.15), 5e-26);
        assertThrows(InvalidValueException.class, () -> PhysicalConstants.thermalEnergy(0));
    }
}
