package io.github.spinodal.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.data.ForceSegment.AmplitudeUnit;
import io.github.spinodal.core.data.ForceSegment.Direction;
import io.github.spinodal.core.data.ForceSegment.ZSource;
import java.util.List;
import java.util.Map;
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

    private static ForceSegment full() {
        return ForceSegment.of(Direction.APPROACH, ZSource.SENSOR, Z, D)
                .withPhase(new double[] {1.5, 1, 0})
                .withAmplitude(new double[] {0, 2, 3}, AmplitudeUnit.VOLT)
                .withDurationSeconds(25);
    }

    @Test
    void givesBackWhatASegmentHolds() {
        ForceSegment segment = full();
        assertEquals(Direction.APPROACH, segment.direction());
        assertEquals(ZSource.SENSOR, segment.zSource());
        assertEquals(2e-9, segment.z(2));
        assertEquals(1e-9, segment.deflection(2));
        assertArrayEquals(D, segment.deflectionMetre());
        assertArrayEquals(new double[] {1.5, 1, 0}, segment.phaseRadian().orElseThrow());
        assertArrayEquals(new double[] {0, 2, 3}, segment.amplitude().orElseThrow());
        assertEquals(AmplitudeUnit.VOLT, segment.amplitudeUnit());
        ForceSegment bare = ForceSegment.of(Direction.HOLD, ZSource.RAMP, new double[2], new double[2]);
        assertTrue(bare.phaseRadian().isEmpty()
                && bare.amplitude().isEmpty()
                && bare.phaseCurve().isEmpty());
        assertTrue(bare.durationSeconds().isEmpty());
        assertEquals("ForceSegment[HOLD, 2 points, Z 0.00000 to 0.00000 nm (RAMP)]", bare.toString());
        assertEquals(
                "ForceSegment[APPROACH, 3 points, Z 0.00000 to 2.00000 nm (SENSOR), amplitude, phase]",
                segment.toString());
    }

    @Test
    void aSegmentEqualsOnlyItsTwin() {
        assertEquals(full(), full());
        assertEquals(full().hashCode(), full().hashCode());
        double[] other = {0, 1e-9, 3e-9};
        for (ForceSegment changed : List.of(
                ForceSegment.of(Direction.HOLD, ZSource.SENSOR, Z, D),
                ForceSegment.of(Direction.APPROACH, ZSource.SENSOR, Z, D),
                full().withDurationSeconds(26),
                full().withPhase(new double[] {1.5, 1, 0.5}),
                full().withAmplitude(new double[] {0, 2, 4}, AmplitudeUnit.VOLT),
                full().withAmplitude(new double[] {0, 2, 3}, AmplitudeUnit.METRE),
                full().withZ(ZSource.RAMP, Z),
                full().withZ(ZSource.SENSOR, other))) {
            assertNotEquals(full(), changed);
        }
        assertNotEquals(
                ForceSegment.of(Direction.APPROACH, ZSource.RAMP, Z, D),
                ForceSegment.of(Direction.APPROACH, ZSource.RAMP, Z, other));
        assertNotEquals(full().hashCode(), full().withZ(ZSource.SENSOR, other).hashCode());
        assertNotEquals(full(), null);
    }

    @Test
    void refusesATravelOfNothing() {
        double[] still = {1e-9, 2e-9, 1e-9};
        assertThrows(InvalidValueException.class, () -> ForceSegment.of(Direction.APPROACH, ZSource.RAMP, still, D));
        assertThrows(InvalidValueException.class, () -> ForceSegment.of(Direction.RETRACT, ZSource.RAMP, still, D));
        assertThrows(
                InvalidValueException.class,
                () -> ForceSegment.of(Direction.HOLD, ZSource.RAMP, new double[1], new double[1]));
        assertThrows(
                InvalidValueException.class, () -> ForceSegment.of(Direction.HOLD, ZSource.RAMP, Z, new double[2]));
        assertThrows(InvalidValueException.class, () -> full().withAmplitude(new double[2], AmplitudeUnit.VOLT));
        assertThrows(InvalidValueException.class, () -> full().withDurationSeconds(0));
    }

    @Test
    void aCurveEqualsOnlyItsTwin() {
        ForceCurve curve = ForceCurve.ofApproach(Z, D);
        ForceCurve noted = curve.withMetadata("tip", "SCM-PIT").withMetadata("scan", "3");
        assertEquals(Map.of("tip", "SCM-PIT", "scan", "3"), noted.metadata());
        assertEquals(1, noted.segments().size());
        assertEquals(curve, ForceCurve.ofApproach(Z, D));
        assertEquals(curve.hashCode(), ForceCurve.ofApproach(Z, D).hashCode());
        for (ForceCurve other : List.of(
                noted, curve.withSpringConstant(1), curve.withInverseSensitivity(1), ForceCurve.of(List.of(full())))) {
            assertNotEquals(curve, other);
        }
        assertNotEquals(
                curve.hashCode(),
                ForceCurve.ofApproach(Z, new double[] {0, 0, 2e-9}).hashCode());
        assertNotEquals(curve, null);
        assertEquals("ForceCurve" + curve.segments(), curve.toString());
        ForceSegment back =
                ForceSegment.of(Direction.RETRACT, ZSource.RAMP, new double[] {2e-9, 0}, new double[] {0, 1e-9});
        assertEquals(back, ForceCurve.of(List.of(full(), back)).retract().orElseThrow());
    }
}
