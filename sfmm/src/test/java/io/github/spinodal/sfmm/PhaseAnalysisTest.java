package io.github.spinodal.sfmm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.data.PhaseCurve;
import io.github.spinodal.core.quantity.Interval;
import io.github.spinodal.sfmm.PhaseResult.Sense;
import io.github.spinodal.sfmm.PhaseResult.Trust;
import io.github.spinodal.sfmm.simulation.CurveSimulator;
import io.github.spinodal.sfmm.simulation.LateralResponse;
import io.github.spinodal.sfmm.simulation.LayerLaws;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PhaseAnalysisTest {
    private static final PhaseAnalysis ANALYSIS = PhaseAnalysis.withDefaults();

    @Test
    void tellsJumpsFromLayersThroughAnyLockIn() {
        Random random = new Random(1);
        for (int i = 0; i < 120; i++) {
            double at = 150 + 100 * random.nextDouble();
            double level = 20 + 50 * random.nextDouble();
            PhaseResult jump = ANALYSIS.analyse(PhaseCurves.draw(PhaseCurves.jump(at), 3, random));
            PhaseResult layer =
                    ANALYSIS.analyse(PhaseCurves.draw(PhaseCurves.layer(at, at + 30 + i, level), 3, random));
            assertEquals(PhaseTransition.JUMP, jump.transition(), jump::toString);
            assertEquals(PhaseTransition.PLATEAUS, layer.transition(), layer::toString);
            assertEquals(at, jump.centreNanometres().orElseThrow().value(), 0.6);
            assertEquals(level, layer.plateaus().get(0).phaseDegrees().value(), 2);
        }
    }

    @Test
    void callsASteadyFallGradual() {
        Random random = new Random(2);
        for (int i = 0; i < 20; i++) {
            PhaseResult result = ANALYSIS.analyse(PhaseCurves.draw(PhaseCurves.ramp(210, 260 + 5 * i), 2, random));
            assertEquals(PhaseTransition.GRADUAL, result.transition(), result::toString);
            assertEquals(210, result.fromNanometres(), 6);
            assertEquals(260 + 5 * i, result.toNanometres(), 6);
        }
    }

    @Test
    void measuresTheLevelOfALayerAsWellAsItsNoiseAllows() {
        Random random = new Random(3);
        double squares = 0;
        int curves = 60;
        for (int i = 0; i < curves; i++) {
            PhaseResult result = ANALYSIS.analyse(PhaseCurves.draw(PhaseCurves.layer(210, 340, 45), 1, random));
            double error = result.plateaus().get(0).phaseDegrees().value() - 45;
            squares += error * error;
        }
        // The mean of the 266 samples of the plateau, and the offset from the 81 samples at the end.
        double bound = Math.sqrt(1 / 266.0 + 1 / 81.0);
        assertTrue(Math.sqrt(squares / curves) < 1.35 * bound);
    }

    @Test
    void seesTwoLevels() {
        PhaseResult result = ANALYSIS.analyse(
                PhaseCurves.draw(z -> z < 200 ? 90 : z < 260 ? 65 : z < 320 ? 25 : 0, 3, new Random(4)));
        assertEquals(2, result.plateaus().size());
        assertEquals(65, result.plateaus().get(0).phaseDegrees().value(), 2);
        assertEquals(25, result.plateaus().get(1).phaseDegrees().value(), 2);
    }

    @Test
    void recognisesOffsetAndMirroredLockIn() {
        CurveSimulator clean = CurveSimulator.of(LayerLaws.none());
        LateralResponse response = LateralResponse.of(0.3, 45).withNoise(0.0005, 0);
        PhaseCurve mirrored = clean.withLateral(response.withLockIn(170, LateralResponse.Sense.LAG_NEGATIVE))
                .simulate(1)
                .approach()
                .orElseThrow()
                .phaseCurve()
                .orElseThrow();
        PhaseResult result = ANALYSIS.analyse(mirrored);
        assertEquals(PhaseTransition.JUMP, result.transition());
        assertEquals(Sense.LAG_NEGATIVE, result.orientation().sense());
        assertEquals(170, result.orientation().offsetDegrees(), 0.5);
        assertEquals(Trust.CONSISTENT, result.orientation().trust());
    }

    @Test
    void removesCrossTalkAndFlagsIt() {
        LateralResponse response =
                LateralResponse.of(0.3, 45).withNoise(0.0005, 0).withCrossTalk(0.03, 20);
        PhaseCurve curve = CurveSimulator.of(LayerLaws.none())
                .withLateral(response)
                .simulate(1)
                .approach()
                .orElseThrow()
                .phaseCurve()
                .orElseThrow();
        assertEquals(Trust.DOUBTFUL, ANALYSIS.analyse(curve).orientation().trust());
        PhaseResult corrected = ANALYSIS.withCrossTalk(0.03, Math.toRadians(20)).analyse(curve);
        assertEquals(Trust.CONSISTENT, corrected.orientation().trust());
        assertThrows(
                InvalidValueException.class,
                () -> ANALYSIS.withCrossTalk(0.1, 0).analyse(PhaseCurve.of(curve.zMetre(), curve.phaseRadian())));
    }

    @Test
    void allowsForASlowLockIn() {
        // 8 samples of time constant are 0.2 s at 20 nm/s: 4 nm, which smear a jump over 20 nm.
        LateralResponse slow = LateralResponse.of(0.3, 45).withNoise(0.0002, 8);
        PhaseCurve curve = CurveSimulator.of(LayerLaws.none())
                .withLateral(slow)
                .simulate(1)
                .approach()
                .orElseThrow()
                .phaseCurve()
                .orElseThrow();
        PhaseResult result = ANALYSIS.withLockIn(8 * 25.0 / 1024, 20).analyse(curve);
        assertEquals(PhaseTransition.JUMP, result.transition(), result::toString);
        assertEquals(210, result.centreNanometres().orElseThrow().value(), 4);
    }

    @Test
    void saysWhenThereIsNothing() {
        PhaseResult flat = ANALYSIS.analyse(PhaseCurves.draw(z -> 40, 2, new Random(5)));
        assertEquals(PhaseTransition.NONE, flat.transition());
        assertThrows(InvalidValueException.class, () -> ANALYSIS.analyse(PhaseCurve.of(new double[5], new double[5])));
    }

    @Test
    void boundsTheLossTangentNearItsEnds() {
        assertEquals(1, new LossTangent(45, 1).value().orElseThrow(), 1e-12);
        Interval middle = new LossTangent(45, 1).interval95();
        assertEquals(Math.tan(Math.toRadians(46.96)), middle.high(), 1e-3);
        LossTangent viscous = new LossTangent(89, 1);
        assertTrue(viscous.value().isEmpty());
        assertEquals(Double.POSITIVE_INFINITY, viscous.interval95().high());
        assertEquals(Math.tan(Math.toRadians(89 - 1.645)), viscous.interval95().low(), 0.01);
        assertEquals(0, new LossTangent(2, 1).interval95().low());
        assertThrows(InvalidValueException.class, () -> new LossTangent(Double.NaN, 1));
    }

    @Test
    void invertsTheSeriesOfContactAndCantilever() {
        // r = k/(1 + k) for k from 0.01 to 3 and every loss angle: the inverse is exact.
        for (double modulus : new double[] {0.01, 0.1, 1, 3}) {
            for (double angle : new double[] {5, 30, 60, 85}) {
                double re = modulus * Math.cos(Math.toRadians(angle));
                double im = modulus * Math.sin(Math.toRadians(angle));
                double norm = (1 + re) * (1 + re) + im * im;
                double x = (re * (1 + re) + im * im) / norm;
                double y = im / norm;
                LateralStiffness k = LateralStiffness.ofTorsion(Math.hypot(x, y), Math.atan2(y, x));
                assertEquals(re, k.real(), 1e-12);
                assertEquals(im, k.imaginary(), 1e-12);
                assertEquals(angle, k.lossAngleDegrees(), 1e-9);
            }
        }
        assertThrows(InvalidValueException.class, () -> LateralStiffness.ofTorsion(1, 0));
        assertThrows(InvalidValueException.class, () -> LateralStiffness.ofTorsion(-1, 0));
    }

    @Test
    void givesTheModuliOfAMindlinContact() {
        // k = 8 a G/(2 - nu): a = 10 nm, G = 1 MPa, nu = 1/2 is 0.05333 N/m; over 0.1 N/m it is 0.5333.
        LateralStiffness.ShearModulus g = new LateralStiffness(0.08 / 1.5 / 0.1, 0).shearModulus(0.1, 10e-9, 0.5);
        assertEquals(1e6, g.storagePascal(), 1e-3);
        assertEquals(0, g.lossPascal(), 0);
    }
}
