package io.github.spinodal.phasefield.oscillation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.phasefield.oscillation.SyntheticPlateau.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegularWaveTest {
    private static final SyntheticPlateau WEAK =
            SyntheticPlateau.sine(500, 20, 0.3, 0.3).withShape(Shape.SAWTOOTH);

    private static RegularWave best(SearchedRecord searched) {
        return RegularWave.best(searched.record(), searched.selection(), searched.line(), searched.elaborated());
    }

    private static double cycles(RegularWave wave) {
        return wave.jumps() == null ? wave.fit().cycles() : wave.jumps().phase().cycles();
    }

    /** The harmonics of these drift by chance, and jumps with that drift are far off the period. */
    @ParameterizedTest
    @ValueSource(longs = {102_304, 103_289})
    void jumpsTakeBackADriftThatNoiseHasLentTheHarmonics(long seed) {
        SearchedRecord searched = SearchedRecord.of(WEAK, seed);
        assertTrue(searched.elaborated().structure.phaseDegree() > 1);
        RegularWave wave = best(searched);
        assertEquals(1, wave.fit().structure.phaseDegree());
        assertEquals(20, cycles(wave), 0.2);
    }

    @Test
    void aTrueDriftIsKept() {
        SyntheticPlateau drifting = SyntheticPlateau.sine(600, 25, 0.6, 0.4)
                .withShape(Shape.SAWTOOTH)
                .withPeriodDrift(0.3);
        for (int seed = 0; seed < 20; seed++) {
            RegularWave wave = best(SearchedRecord.of(drifting, 300_000 + seed));
            assertTrue(wave.fit().structure.phaseDegree() > 1);
            assertEquals(drifting.periods(), cycles(wave), 0.02 * drifting.periods());
        }
    }

    /** Neither has jumps that are clearly better than harmonics. */
    @ParameterizedTest
    @ValueSource(longs = {100_582, 104_189})
    void harmonicsOfAnotherPeriodMayBeTheBestOfAll(long seed) {
        SearchedRecord searched = SearchedRecord.of(WEAK, seed);
        RegularWave wave = best(searched);
        assertTrue(wave.criterion() <= searched.line().criterion());
        assertEquals(20, cycles(wave), 0.4);
    }

    @Test
    void aSineHasNoJumps() {
        RegularWave wave = best(SearchedRecord.of(SyntheticPlateau.sine(500, 20, 1, 0.3), 1));
        assertNull(wave.jumps());
        assertEquals(wave.fit().criterion(), wave.criterion());
        assertEquals(20, cycles(wave), 0.1);
    }
}
