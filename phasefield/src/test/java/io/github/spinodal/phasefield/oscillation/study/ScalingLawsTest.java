package io.github.spinodal.phasefield.oscillation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.spinodal.core.InvalidValueException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalingLawsTest {
    /** Period 0.03 (x/2.8e-3)^0.45 (s/0.05)^-0.1, amplitude 2 mV (x/2.8e-3)^0.1 exp(0.9 (Omega - 3.9) - (r - 0.25)). */
    static List<AtlasPoint> powerLaw(int count) {
        return OscillationAtlas.places(count).stream()
                .map(place -> {
                    double x = place.fillingRateOverRate() / 2.8e-3;
                    return new AtlasPoint(
                            place.omegaOverKT(),
                            place.fillingRateOverRate(),
                            place.rateLogSpread(),
                            place.shiftSpreadOverKT(),
                            0.03 * Math.pow(x, 0.45) * Math.pow(place.shiftSpreadOverKT() / 0.05, -0.1),
                            2e-3
                                    * Math.pow(x, 0.1)
                                    * Math.exp(0.9 * (place.omegaOverKT() - 3.9) - (place.rateLogSpread() - 0.25)));
                })
                .toList();
    }

    @Test
    void powerLawsComeBack() {
        ScalingLaws laws = ScalingLaws.of(powerLaw(60));
        assertEquals(0.45, laws.periodSlope(AtlasParameter.LOG_FILLING_RATE).value(), 1e-9);
        assertEquals(-0.1, laws.periodSlope(AtlasParameter.LOG_SHIFT_SPREAD).value(), 1e-9);
        assertEquals(0.1, laws.amplitudeSlope(AtlasParameter.LOG_FILLING_RATE).value(), 1e-9);
        assertEquals(0.9, laws.amplitudeSlope(AtlasParameter.OMEGA).value(), 1e-9);
        assertEquals(-1, laws.amplitudeSlope(AtlasParameter.RATE_SPREAD).value(), 1e-9);
        AtlasPosition place = new AtlasPosition(4, 5.6e-3, 0.3, 0.05);
        assertEquals(Math.log(0.03 * Math.pow(2, 0.45)), laws.logPeriodShare(place), 1e-9);
        assertEquals(0, laws.periodScatter(), 1e-9);
    }

    @Test
    void tooFewPointsAreRefused() {
        assertThrows(InvalidValueException.class, () -> ScalingLaws.of(powerLaw(10)));
    }
}
