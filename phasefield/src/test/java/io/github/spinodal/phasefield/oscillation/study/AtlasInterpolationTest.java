package io.github.spinodal.phasefield.oscillation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AtlasInterpolationTest {
    private static double rootMeanSquare(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(v -> v * v).average().orElseThrow());
    }

    @Test
    void theStoredAtlasIsMissedByWhatTheInferenceCounts() {
        AtlasInterpolation atlas = AtlasInterpolation.stored();
        // The inference takes 4 % with the tails of four degrees of freedom.
        assertEquals(0.040, rootMeanSquare(atlas.periodResiduals()), 0.003);
        assertEquals(0.150, rootMeanSquare(atlas.amplitudeResiduals()), 0.02);
        ScalingLaws laws = ScalingLaws.stored();
        assertTrue(laws.amplitudeScatter() > rootMeanSquare(atlas.amplitudeResiduals()));
    }

    @Test
    void itFollowsASmoothLaw() {
        List<AtlasPoint> points = ScalingLawsTest.powerLaw(120);
        AtlasInterpolation atlas = AtlasInterpolation.of(points);
        AtlasPosition place = new AtlasPosition(4, 5.6e-3, 0.2, 0.05);
        assertEquals(Math.log(0.03 * Math.pow(2, 0.45)), atlas.logPeriodShare(place), 1e-3);
        assertEquals(Math.log(2e-3 * Math.pow(2, 0.1)) + 0.09 + 0.05, atlas.logAmplitude(place), 2e-3);
        assertThrows(InvalidValueException.class, () -> AtlasInterpolation.of(points.subList(0, 10)));
    }

    @Test
    void theStoredPointsAreTheDesigned() {
        List<AtlasPosition> places = OscillationAtlas.places(OscillationAtlas.PLACES);
        List<AtlasPoint> stored = OscillationAtlas.stored();
        assertEquals(237, stored.size());
        for (AtlasPoint point : stored) {
            // Half a unit of the last digit may round either way.
            assertTrue(
                    places.stream()
                            .anyMatch(place -> Math.abs(place.omegaOverKT() - point.omegaOverKT()) < 1.5e-3
                                    && place.fillingRateOverRate() == point.fillingRateOverRate()
                                    && place.rateLogSpread() == point.rateLogSpread()
                                    && place.shiftSpreadOverKT() == point.shiftSpreadOverKT()),
                    point::toString);
        }
        assertTrue(places.stream().allMatch(AtlasPosition::covered));
        assertFalse(new AtlasPosition(4, 2e-3, 0.45, 0.4).covered());
        assertFalse(new AtlasPosition(2.5, 2e-3, 0.1, 0.05).covered());
    }

    @Test
    @Tag("slow")
    void simulationsGiveTheStoredPoints() {
        List<AtlasPosition> places = OscillationAtlas.places(6);
        List<AtlasPoint> again =
                OscillationAtlas.compute(places, StudySettings.withDefaults().withSeeds(2), row -> {});
        List<AtlasPoint> stored = OscillationAtlas.stored().subList(0, 6);
        for (int i = 0; i < 6; i++) {
            // Rounding decides which bump merges with which, so that runs agree within the scatter of the draws.
            assertEquals(1, again.get(i).periodShare() / stored.get(i).periodShare(), 0.15);
            assertEquals(1, again.get(i).amplitudeVolt() / stored.get(i).amplitudeVolt(), 0.3);
        }
    }
}
