package io.github.spinodal.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.data.ForceSegment.AmplitudeUnit;
import io.github.spinodal.core.data.ForceSegment.Direction;
import io.github.spinodal.core.data.ForceSegment.ZSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForceCurveTest {
    private static final double[] Z = {0, 1e-9, 2e-9};
    private static final double[] D = {0, 0, 1e-9};

    @Test
    void convertsToNanometresAndCopies() {
        double[] z = Z.clone();
        ForceCurve curve = ForceCurve.ofApproach(z, D).withSpringConstant(0.1).withInverseSensitivity(5e-8);
        z[0] = 7;
        ForceSegment approach = curve.approach().orElseThrow();
        approach.zMetre()[1] = 9;
        assertArrayEquals(new double[] {0, 1, 2}, approach.zNanometres(), 1e-12);
        assertArrayEquals(new double[] {0, 0, 1}, approach.deflectionNanometres(), 1e-12);
        assertEquals(0.1, curve.springConstantNewtonPerMetre().orElseThrow());
        assertEquals(5e-8, curve.inverseSensitivityMetrePerVolt().orElseThrow());
        assertTrue(curve.retract().isEmpty());
    }

    @Test
    void refusesNaNAndNamesTheSample() {
        InvalidValueException refused = assertThrows(
                InvalidValueException.class, () -> ForceCurve.ofApproach(Z, new double[] {0, Double.NaN, 0}));
        assertTrue(refused.getMessage().contains("deflection (m)[1]"));
    }

    @Test
    void refusesAnApproachThatLeavesTheSample() {
        double[] falling = {2e-9, 1e-9, 0};
        assertThrows(InvalidValueException.class, () -> ForceCurve.ofApproach(falling, D));
        assertThrows(InvalidValueException.class, () -> ForceSegment.of(Direction.RETRACT, ZSource.RAMP, Z, D));
        assertEquals(
                3, ForceSegment.of(Direction.RETRACT, ZSource.RAMP, falling, D).size());
    }

    @Test
    void refusesUnequalColumnsAndNegativeAmplitudes() {
        ForceSegment segment = ForceSegment.of(Direction.APPROACH, ZSource.SENSOR, Z, D);
        assertThrows(InvalidValueException.class, () -> segment.withPhase(new double[2]));
        InvalidValueException refused = assertThrows(
                InvalidValueException.class, () -> segment.withAmplitude(new double[] {1, -1, 1}, AmplitudeUnit.VOLT));
        assertTrue(refused.getMessage().contains("amplitude (V)[1]"));
        assertThrows(InvalidValueException.class, () -> ForceCurve.of(List.of()));
    }

    @Test
    void handsOutThePhaseAsACurve() {
        ForceSegment segment = ForceSegment.of(Direction.APPROACH, ZSource.RAMP, Z, D)
                .withPhase(new double[] {Math.PI / 2, 1, 0})
                .withAmplitude(new double[] {1, 2, 3}, AmplitudeUnit.VOLT)
                .withDurationSeconds(25);
        PhaseCurve phase = segment.phaseCurve().orElseThrow();
        assertEquals(90, phase.phaseDegrees()[0], 1e-12);
        assertArrayEquals(new double[] {1, 2, 3}, phase.amplitude().orElseThrow());
        assertEquals(AmplitudeUnit.VOLT, phase.amplitudeUnit());
        assertEquals(25, segment.durationSeconds().orElseThrow());
        assertEquals(segment, segment.withZ(ZSource.RAMP, Z));
    }
}
