package io.github.spinodal.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.data.ForceSegment.AmplitudeUnit;
import org.junit.jupiter.api.Test;

class PhaseCurveTest {
    private static final double[] Z = {0, 10e-9, 25e-9};
    private static final double[] DEGREES = {90, 45, 0};
    private static final double[] AMPLITUDE = {0, 2e-10, 3e-10};

    private static PhaseCurve curve() {
        return PhaseCurve.ofDegrees(Z, DEGREES);
    }

    @Test
    void convertsUnitsAtTheEdge() {
        PhaseCurve curve = curve();
        assertEquals(3, curve.size());
        assertEquals(25e-9, curve.z(2));
        assertEquals(Math.PI / 4, curve.phase(1), 1e-15);
        assertArrayEquals(new double[] {0, 10, 25}, curve.zNanometres(), 1e-12);
        assertArrayEquals(new double[] {Math.PI / 2, Math.PI / 4, 0}, curve.phaseRadian(), 1e-15);
        assertArrayEquals(DEGREES, curve.phaseDegrees(), 1e-13);
        assertEquals("PhaseCurve[3 points, Z 0.00000 to 25.0000 nm, phase 90.00 to 0.000 degree]", curve.toString());
        assertTrue(
                curve.withAmplitude(AMPLITUDE, AmplitudeUnit.METRE).toString().endsWith("degree, amplitude]"));
    }

    @Test
    void keepsItsOwnCopies() {
        double[] z = Z.clone();
        double[] amplitude = AMPLITUDE.clone();
        PhaseCurve curve = PhaseCurve.ofDegrees(z, DEGREES).withAmplitude(amplitude, AmplitudeUnit.METRE);
        z[0] = 1;
        amplitude[0] = 1;
        curve.zMetre()[1] = 2;
        curve.phaseRadian()[1] = 2;
        curve.amplitude().orElseThrow()[1] = 2;
        assertEquals(curve().withAmplitude(AMPLITUDE, AmplitudeUnit.METRE), curve);
    }

    @Test
    void tellsCurvesApart() {
        PhaseCurve full = curve().withAmplitude(AMPLITUDE, AmplitudeUnit.METRE);
        assertEquals(
                full.hashCode(),
                curve().withAmplitude(AMPLITUDE, AmplitudeUnit.METRE).hashCode());
        assertNotEquals(full, curve());
        assertNotEquals(full, curve().withAmplitude(AMPLITUDE, AmplitudeUnit.VOLT));
        assertNotEquals(curve(), PhaseCurve.ofDegrees(Z, new double[] {90, 45, 1}));
        assertNotEquals(curve(), PhaseCurve.ofDegrees(new double[] {0, 10e-9, 26e-9}, DEGREES));
        assertNotEquals(
                curve().hashCode(),
                PhaseCurve.ofDegrees(Z, new double[] {90, 45, 1}).hashCode());
        assertNotEquals(curve(), null);
    }

    @Test
    void refusesWhatIsNoCurve() {
        assertThrows(InvalidValueException.class, () -> PhaseCurve.of(Z, new double[2]));
        assertThrows(InvalidValueException.class, () -> PhaseCurve.of(new double[1], new double[1]));
        assertThrows(InvalidValueException.class, () -> PhaseCurve.of(new double[] {0, Double.NaN}, new double[2]));
        assertEquals(2, PhaseCurve.of(new double[] {0, 1}, new double[2]).size());
        assertThrows(InvalidValueException.class, () -> curve().withAmplitude(new double[2], AmplitudeUnit.VOLT));
        InvalidValueException refused = assertThrows(
                InvalidValueException.class, () -> curve().withAmplitude(new double[] {0, -1, 0}, AmplitudeUnit.VOLT));
        assertEquals("amplitude (V)[1]", refused.name());
    }
}
