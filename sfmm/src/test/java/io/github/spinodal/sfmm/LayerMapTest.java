package io.github.spinodal.sfmm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spinodal.core.data.ForceCurve;
import io.github.spinodal.core.statistics.RandomEffects;
import io.github.spinodal.sfmm.simulation.CurveNoise;
import io.github.spinodal.sfmm.simulation.CurveSimulator;
import io.github.spinodal.sfmm.simulation.LayerLaws;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LayerMapTest {
    /** 45 nm with 5 nm between spots, as the study prints it; every eighth pixel bare. */
    private static ForceCurve curve(int pixel) {
        double h = 45 + 5 * new Random(pixel * 0x9E3779B97F4A7C15L).nextGaussian();
        return CurveSimulator.of(pixel % 8 == 7 ? LayerLaws.none() : LayerLaws.power(h, 80, 1.5))
                .withNoise(CurveNoise.white(0.3))
                .simulate(pixel);
    }

    @Test
    void separatesTheSpreadBetweenSpotsFromTheNoiseOfACurve() {
        LayerAnalysis analysis = LayerAnalysis.withDefaults();
        LayerMap map = LayerMap.analyse(analysis, LayerMapTest::curve, 16, 8, 10e-9, 10e-9, 2);
        assertEquals(16, map.count(LayerVerdict.CLEAN));
        assertEquals(112, map.count(LayerVerdict.LAYER));
        RandomEffects spots = map.betweenSpots().orElseThrow();
        assertEquals(45, spots.mean(), 1.5);
        // Standard deviation of 112 draws scatters by 7 %.
        assertEquals(5, spots.betweenStandardDeviation(), 1);
        assertEquals(0.02, map.sharedRelativeUncertainty(), 1e-12);
        LayerMap alone = LayerMap.analyse(analysis, LayerMapTest::curve, 16, 8, 10e-9, 10e-9, 1);
        assertEquals(map.thickness(), alone.thickness());
    }
}
