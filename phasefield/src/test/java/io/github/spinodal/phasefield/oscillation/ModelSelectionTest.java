package io.github.spinodal.phasefield.oscillation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ModelSelectionTest {
    /** Of the many drifts that are tried, some fit two places of this noise better than the sine. */
    @Test
    void aLineWithoutADriftIsFoundAmongDriftsOfTheNoise() {
        SyntheticPlateau weak = SyntheticPlateau.sine(500, 20, 0.3, 0.3);
        ModelFit line = SearchedRecord.of(weak, 105_408).line();
        assertEquals(20, line.cycles(), 0.3);
        assertEquals(1, line.structure.phaseDegree());
    }

    @Test
    void aDriftingLineIsFoundWithItsDrift() {
        SyntheticPlateau drifting = SyntheticPlateau.sine(500, 20, 1, 0.3).withPeriodDrift(0.3);
        ModelFit line = SearchedRecord.of(drifting, 1).line();
        assertEquals(20, line.cycles(), 0.5);
        assertTrue(line.structure.phaseDegree() > 1);
    }
}
