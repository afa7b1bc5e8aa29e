package io.github.spinodal.phasefield.oscillation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.spinodal.core.InvalidValueException;
import org.junit.jupiter.api.Test;

class GroupSizeTest {
    @Test
    void methodsDivideThePeriodByWhatTheyAreNamedAfter() {
        // One coulomb of plateau out of 1.5 C, 25 periods.
        OscillationResult result = OscillationAnalysis.withDefaults()
                .analyze(SyntheticPlateau.sine(600, 25, 2.5, 0.2).curve(1));
        assertEquals(0.04 / 1.5, share(result, GroupSizeMethod.PERIOD_OVER_TOTAL), 1e-4);
        assertEquals(0.04, share(result, GroupSizeMethod.PERIOD_OVER_PLATEAU), 1e-4);
        assertEquals(0.04, share(result, GroupSizeMethod.BUMP_COUNT), 0.004);
        assertEquals(
                0.04 * GroupSize.TRUTH_OVER_FITTED_PERIOD.value(), share(result, GroupSizeMethod.CALIBRATED), 1e-4);
        // The study: 1e10 grains, 2.3 % of them.
        GroupSize size = GroupSize.of(result, GroupSizeMethod.PERIOD_OVER_TOTAL, 1.5, 1);
        assertEquals(2.67e8, size.grainsPerGroup(1e10).value(), 0.02e8);
    }

    private static double share(OscillationResult result, GroupSizeMethod method) {
        return GroupSize.of(result, method, 1.5, 1).share().value();
    }

    @Test
    void noOscillationHasNoGroups() {
        OscillationResult result = OscillationAnalysis.withDefaults()
                .analyze(SyntheticPlateau.sine(300, 25, 0, 0.2).curve(1));
        assertThrows(
                InvalidValueException.class, () -> GroupSize.of(result, GroupSizeMethod.PERIOD_OVER_PLATEAU, 1.5, 1));
    }
}
