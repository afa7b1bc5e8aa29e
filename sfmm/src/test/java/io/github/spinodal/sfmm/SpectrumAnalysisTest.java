package io.github.spinodal.sfmm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.quantity.Interval;
import io.github.spinodal.sfmm.simulation.CurveNoise;
import io.github.spinodal.sfmm.simulation.CurveSimulator;
import io.github.spinodal.sfmm.simulation.LateralResponse;
import io.github.spinodal.sfmm.simulation.LayerLaws;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpectrumAnalysisTest {
    private static final CurveSimulator STUDY = CurveSimulator.of(LayerLaws.power(45, 85, 1.5));

    private static SpectrumResult analyse(LateralResponse response) {
        // The simulated solid is 300 times as stiff as the cantilever.
        return SpectrumAnalysis.withDefaults()
                .withSolidStiffness(300)
                .analyse(new SfmmSpectrum(0.1, STUDY.withLateral(response).simulate(1)));
    }

    @Test
    void correctsTheLossTangentForTheCantilever() {
        // Issue's target: within 2 % for k*/k_t from 0.01 to 3; the plain phase is off by tens of degrees at 3.
        for (double modulus : new double[] {0.01, 0.1, 1, 3}) {
            for (double angle : new double[] {20, 45, 70}) {
                LateralResponse response = LateralResponse.of(modulus, angle).withNoise(2e-5, 0);
                double tangent =
                        analyse(response).lossTangent().orElseThrow().value().orElseThrow();
                double truth = Math.tan(Math.toRadians(angle));
                assertEquals(1, tangent / truth, 0.02, "k " + modulus + ", angle " + angle);
            }
        }
    }

    @Test
    void givesNoLossTangentWhenTheTipSlides() {
        SpectrumResult sliding = analyse(LateralResponse.of(1, 45).withSliding(0.2));
        assertEquals(SpectrumResult.Sliding.SLIDING, sliding.sliding());
        assertTrue(sliding.lossTangent().isEmpty());
        assertEquals(
                SpectrumResult.Sliding.NOT_SEEN,
                analyse(LateralResponse.of(1, 45)).sliding());
    }

    @Test
    void neverCallsAViscousLayerLiquid() {
        SpectrumResult viscous = analyse(LateralResponse.of(0.5, 89));
        assertEquals(ContactRegime.LIQUID, viscous.regimes().get(0).regime());
        assertEquals(ContactRegime.VISCOUS_LAYER, viscous.layerRegime().orElseThrow());
        assertEquals(
                ContactRegime.GEL_LAYER,
                analyse(LateralResponse.of(0.5, 40)).layerRegime().orElseThrow());
        assertEquals(
                ContactRegime.ELASTIC_LAYER,
                analyse(LateralResponse.of(0.5, 5)).layerRegime().orElseThrow());
    }

    @Test
    void worksWithoutTorsion() {
        SpectrumResult plain = SpectrumAnalysis.withDefaults().analyse(new SfmmSpectrum(0.1, STUDY.simulate(1)));
        assertTrue(plain.phase().isEmpty());
        assertEquals(ContactRegime.LAYER_OF_UNKNOWN_PHASE, plain.layerRegime().orElseThrow());
        assertEquals(SpectrumResult.OnsetAgreement.NOT_COMPARED, plain.onsetAgreement());
    }

    @Test
    void findsTheOnsetOfGrowthWithinItsInterval() {
        List<SfmmSpectrum> spectra = new ArrayList<>();
        for (int i = 0; i <= 15; i++) {
            double potential = 1.6 - 0.1 * i;
            double h = 40 * Math.max(0, 0.83 - potential);
            CurveSimulator curve = CurveSimulator.of(h > 0 ? LayerLaws.power(h, 2 * h, 1.5) : LayerLaws.none())
                    .withRamp(1024, 500, 250 + 3 * i)
                    .withNoise(CurveNoise.white(0.2));
            spectra.add(new SfmmSpectrum(potential, curve.simulate(i)));
        }
        OperandoResult result = OperandoSeries.of(spectra).analyse(SpectrumAnalysis.withDefaults());
        Interval onset = result.onsetPotentialVolt().orElseThrow();
        assertTrue(onset.contains(0.83), onset::toString);
        assertTrue(onset.width() < 0.1);
        assertEquals(40, result.growthPerVolt().orElseThrow().value(), 3);
        double[][] deflection = result.alignedDeflectionNanometres(-50, 100, 151);
        assertEquals(100, deflection[0][150], 1);
    }

    @Test
    void refusesASweepThatTurns() {
        SfmmSpectrum low = new SfmmSpectrum(0.1, STUDY.simulate(1));
        SfmmSpectrum high = new SfmmSpectrum(1, STUDY.simulate(1));
        assertThrows(InvalidValueException.class, () -> OperandoSeries.of(List.of(low, high)));
        assertThrows(InvalidValueException.class, () -> OperandoSeries.of(List.of(low)));
        assertThrows(InvalidValueException.class, () -> new SfmmSpectrum(Double.NaN, STUDY.simulate(1)));
    }
}
