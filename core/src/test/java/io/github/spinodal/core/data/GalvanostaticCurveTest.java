package io.github.spinodal.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.data.GalvanostaticCurve.Direction;
import org.junit.jupiter.api.Test;

class GalvanostaticCurveTest {
    private static final double[] Q = {0, 0.0036, 0.0036, 0.0108};
    private static final double[] V = {1.6, 1.55, 1.55, 1.5};
    private static final GalvanostaticCurve CURVE = GalvanostaticCurve.of(Direction.DISCHARGE, 1e-6, Q, V);

    private static void refused(String expected, double current, double[] q, double[] v) {
        InvalidValueException refusal =
                assertThrows(InvalidValueException.class, () -> GalvanostaticCurve.of(Direction.CHARGE, current, q, v));
        assertTrue(refusal.getMessage().contains(expected), refusal.getMessage());
    }

    @Test
    void samplesAreWhatWasGiven() {
        assertEquals(Direction.DISCHARGE, CURVE.direction());
        assertEquals(1e-6, CURVE.currentAmpere());
        assertEquals(4, CURVE.size());
        assertEquals(0.0036, CURVE.charge(1));
        assertEquals(1.55, CURVE.voltage(1));
        assertArrayEquals(Q, CURVE.chargeCoulomb());
        assertArrayEquals(V, CURVE.voltageVolt());
        // 1 uAh is 1e-6 A for 3600 s.
        assertArrayEquals(new double[] {0, 1, 1, 3}, CURVE.chargeMicroampereHours(), 1e-15);
        assertEquals(0.0108, CURVE.capacityCoulomb());
        assertEquals("GalvanostaticCurve[DISCHARGE, 4 points, 1.0E-6 A, 0.0108 C]", CURVE.toString());
    }

    @Test
    void badCurvesAreRefusedByName() {
        refused("current (A)", 0, Q, V);
        refused("current (A)", Double.NaN, Q, V);
        refused("length of voltage (V)", 1, Q, new double[3]);
        refused("at least 2", 1, new double[1], new double[1]);
        refused("charge (C)[1] must be finite", 1, new double[] {0, Double.NaN}, new double[2]);
        refused("voltage (V)[0] must be finite", 1, new double[] {0, 1}, new double[] {Double.NaN, 1});
        refused("no smaller than the charge before it", 1, new double[] {0, 2, 1}, new double[3]);
        refused("rising somewhere", 1, new double[] {1, 1}, new double[2]);
    }

    @Test
    void aSliceIsACurve() {
        GalvanostaticCurve slice = CURVE.slice(2, 4);
        assertArrayEquals(new double[] {0.0036, 0.0108}, slice.chargeCoulomb());
        assertArrayEquals(new double[] {1.55, 1.5}, slice.voltageVolt());
        assertEquals(CURVE.direction(), slice.direction());
        assertThrows(InvalidValueException.class, () -> CURVE.slice(1, 3));
    }

    @Test
    void noArrayIsSharedAndEqualityIsOfEveryPart() {
        CURVE.chargeCoulomb()[0] = 9;
        CURVE.voltageVolt()[0] = 9;
        assertEquals(CURVE, GalvanostaticCurve.of(Direction.DISCHARGE, 1e-6, Q, V));
        assertEquals(
                CURVE.hashCode(),
                GalvanostaticCurve.of(Direction.DISCHARGE, 1e-6, Q, V).hashCode());
        assertNotEquals(CURVE, GalvanostaticCurve.of(Direction.CHARGE, 1e-6, Q, V));
        assertNotEquals(CURVE, GalvanostaticCurve.of(Direction.DISCHARGE, 2e-6, Q, V));
        assertNotEquals(CURVE, GalvanostaticCurve.of(Direction.DISCHARGE, 1e-6, Q, Q));
        assertNotEquals(CURVE, GalvanostaticCurve.of(Direction.DISCHARGE, 1e-6, new double[] {0, 0, 0, 1}, V));
    }
}
