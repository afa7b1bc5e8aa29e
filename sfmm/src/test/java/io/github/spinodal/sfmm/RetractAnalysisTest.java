package io.github.spinodal.sfmm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.data.ForceCurve;
import io.github.spinodal.core.data.ForceSegment;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.sfmm.simulation.CurveNoise;
import io.github.spinodal.sfmm.simulation.CurveSimulator;
import io.github.spinodal.sfmm.simulation.LayerLaws;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetractAnalysisTest {
    private static final double SPRING = 0.1;

    private static CurveSimulator bare(double adhesion) {
        return CurveSimulator.of(LayerLaws.none())
                .withBaseline(1, 3, 0.01)
                .withNoise(CurveNoise.white(0.2))
                .withAdhesion(adhesion);
    }

    private static RetractResult analyse(CurveSimulator curve, long seed) {
        return RetractAnalysis.analyse(curve.simulateWithRetract(seed).withSpringConstant(SPRING));
    }

    /** On a rigid surface the force is k a and the work of detachment k a^2/2, the triangle below the baseline. */
    @Test
    void forceAndWorkOfARigidContact() {
        int forces = 0;
        int works = 0;
        int curves = 200;
        for (int i = 0; i < curves; i++) {
            RetractResult result = analyse(bare(20), i);
            assertEquals(PullOff.SUDDEN, result.pullOff(), result::toString);
            // One sample is 0.49 nm.
            assertEquals(190, result.pullOffNanometres(), 1.5, result::toString);
            Measured force = result.adhesionNewton().orElseThrow();
            Measured work = result.adhesionJoule().orElseThrow();
            assertEquals(20e-9 * SPRING, force.value(), 1.2e-9 * SPRING);
            assertEquals(200e-18 * SPRING, work.value(), 20e-18 * SPRING);
            forces += Math.abs(force.value() - 20e-9 * SPRING) < 1.96 * force.standardUncertainty() ? 1 : 0;
            works += Math.abs(work.value() - 200e-18 * SPRING) < 1.96 * work.standardUncertainty() + 10e-18 * SPRING
                    ? 1
                    : 0;
        }
        assertTrue(forces > 0.93 * curves, "forces covered: " + forces);
        assertTrue(works > 0.93 * curves, "works covered: " + works);
    }

    /** What the piezo loses over a cycle is the same triangle. */
    @Test
    void hysteresisIsTheWorkOfDetachmentWhenNothingElseIsLost() {
        double sum = 0;
        int curves = 50;
        for (int i = 0; i < curves; i++) {
            sum += analyse(bare(40).withBaseline(1, 3, 0), i)
                    .hysteresisJoule()
                    .orElseThrow()
                    .value();
        }
        assertEquals(0.5 * SPRING * 1600e-18, sum / curves, 0.1 * 0.5 * SPRING * 1600e-18);
    }

    @Test
    void noAdhesionIsNoneAndIsZeroWithinItsUncertainty() {
        int found = 0;
        for (int i = 0; i < 200; i++) {
            RetractResult result = analyse(bare(0), i);
            found += result.pullOff() == PullOff.NONE ? 0 : 1;
        }
        assertEquals(0, found);
    }

    @Test
    void aTetherIsGradualAndARampThatEndsInContactIsIncomplete() {
        double[] z = new double[400];
        double[] d = new double[400];
        for (int i = 0; i < z.length; i++) {
            double nanometres = 400 - i;
            z[i] = nanometres * 1e-9;
            // Contact to -10 nm of deflection at 240 nm, then a linear release over 60 nm.
            double deflection = nanometres > 240 ? nanometres - 250 : Math.min(0, -10 + (240 - nanometres) / 6);
            d[i] = (deflection + 0.1 * Math.sin(12.9898 * i * i)) * 1e-9;
        }
        ForceSegment tether = ForceSegment.of(ForceSegment.Direction.RETRACT, ForceSegment.ZSource.RAMP, z, d);
        RetractResult result =
                RetractAnalysis.analyse(ForceCurve.of(List.of(tether)).withSpringConstant(SPRING));
        assertEquals(PullOff.GRADUAL, result.pullOff());
        // Samples are 1 nm apart.
        assertEquals(10, result.adhesionNanometres().value(), 1);
        // Triangles of 10 and 60 nm at the foot, 10 nm high.
        assertEquals(350e-18 * SPRING, result.adhesionJoule().orElseThrow().value(), 10e-18 * SPRING);
        assertTrue(result.hysteresisJoule().isEmpty());

        double[] high = Arrays.copyOf(z, 120);
        ForceSegment contact =
                ForceSegment.of(ForceSegment.Direction.RETRACT, ForceSegment.ZSource.RAMP, high, Arrays.copyOf(d, 120));
        assertEquals(
                PullOff.INCOMPLETE,
                RetractAnalysis.analyse(ForceCurve.of(List.of(contact))).pullOff());
    }

    @Test
    void refusesCurvesWithoutARetract() {
        InvalidValueException refused =
                assertThrows(InvalidValueException.class, () -> RetractAnalysis.analyse(bare(0).simulate(1)));
        assertTrue(refused.getMessage().contains("retract"), refused::getMessage);
    }
}
