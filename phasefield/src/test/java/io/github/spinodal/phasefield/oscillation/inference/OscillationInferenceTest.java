package io.github.spinodal.phasefield.oscillation.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.phasefield.oscillation.study.AtlasInterpolation;
import io.github.spinodal.phasefield.oscillation.study.AtlasPosition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OscillationInferenceTest {
    private static final AtlasInterpolation ATLAS = AtlasInterpolation.stored();
    private static final OscillationInference INFERENCE = OscillationInference.of(ATLAS);
    private static final double RATE = 0.1 * 260 / 175 / 3600;

    /** What the atlas says at each current, off by the same relative error in both figures. */
    private static List<OscillationObservation> observed(
            double omega, double k, double rateSpread, double shiftSpread, double off, double... factors) {
        List<OscillationObservation> list = new ArrayList<>();
        for (double factor : factors) {
            AtlasPosition place = new AtlasPosition(omega, factor * RATE / k, rateSpread, shiftSpread);
            double period = Math.exp(ATLAS.logPeriodShare(place)) * (1 + off);
            double amplitude = Math.exp(ATLAS.logAmplitude(place)) * (1 + off);
            list.add(new OscillationObservation(
                    factor * RATE, Measured.of(period, 0.03 * period), Measured.of(amplitude, 0.05 * amplitude)));
        }
        return list;
    }

    @Test
    void severalCurrentsBracketTheTruth() {
        double k = RATE / 2.5e-3;
        InferredParameters found = INFERENCE.estimate(observed(3.8, k, 0.12, 0.05, 0.04, 0.4, 1, 3));
        assertTrue(found.omegaInterval().contains(3.8), found::toString);
        assertTrue(found.logRateInterval().contains(Math.log(k)), found::toString);
        assertTrue(found.rateLogSpreadInterval().contains(0.12), found::toString);
        assertTrue(found.logShiftSpreadInterval().contains(Math.log(0.05)), found::toString);
        assertTrue(found.omegaOverKT().standardUncertainty() < 0.35, found::toString);
        assertTrue(found.logRate().standardUncertainty() < 0.3, found::toString);
        assertTrue(found.largestMisfit() < 1, found::toString);
        assertTrue(found.standing() != InferenceStanding.OUTSIDE);
    }

    @Test
    void oneCurrentLeavesTheSpreadOpenAndSaysSo() {
        double k = RATE / 2.5e-3;
        InferredParameters one = INFERENCE.estimate(observed(3.8, k, 0.12, 0.05, 0, 1));
        assertFalse(one.shiftSpreadIdentified());
        assertTrue(one.identifiability().contains("not determined"));
        InferredParameters three = INFERENCE.estimate(observed(3.8, k, 0.12, 0.05, 0, 0.4, 1, 3));
        assertTrue(three.logRate().standardUncertainty() < one.logRate().standardUncertainty());
        // The next current differs from the measured one, and keeps what is possible inside the atlas.
        assertTrue(Math.abs(Math.log(one.nextFillingRatePerSecond() / RATE)) > 0.3, one::toString);
    }

    @Test
    void whatNoFilmOfTheAtlasShowsIsRefused() {
        Measured period = Measured.of(0.03, 0.001);
        InferredParameters large =
                INFERENCE.estimate(List.of(new OscillationObservation(RATE, period, Measured.of(0.02, 0.001))));
        assertEquals(InferenceStanding.OUTSIDE, large.standing());
        assertTrue(large.identifiability().contains("refused"));
        InferredParameters small =
                INFERENCE.estimate(List.of(new OscillationObservation(RATE, period, Measured.of(2e-4, 1e-5))));
        assertEquals(InferenceStanding.OUTSIDE, small.standing());
    }

    @Test
    void aFilmAtTheEndOfTheRangeIsSaidToBeThere() {
        InferredParameters found = INFERENCE.estimate(observed(4.79, RATE / 2.5e-3, 0.1, 0.05, 0.1, 0.4, 1, 3));
        assertEquals(InferenceStanding.AT_EDGE, found.standing());
        assertTrue(found.identifiability().contains("edge"));
    }

    @Test
    void currentsBeyondTheRangeAreRefused() {
        List<OscillationObservation> apart = List.of(
                observed(3.8, 1, 0.1, 0.05, 0, 1).get(0),
                new OscillationObservation(100 * RATE, Measured.of(0.03, 0.001), Measured.of(0.002, 1e-4)));
        assertThrows(InvalidValueException.class, () -> INFERENCE.estimate(apart));
        assertThrows(InvalidValueException.class, () -> INFERENCE.estimate(List.of()));
    }
}
