package io.github.spinodal.phasefield.grain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.thermo.IdealSolution;
import io.github.spinodal.core.thermo.RegularSolution;
import io.github.spinodal.phasefield.Kinetics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UniformStabilityTest {
    private static UniformStability of(double omega, Kinetics kinetics) {
        return UniformStability.of(RegularSolution.ofOmegaOverKT(omega, 298.15), kinetics);
    }

    /** Largest root over c of s(c, I) = 0 for Bazant's law, found by an independent scan in Python. */
    @ParameterizedTest
    @CsvSource({
        "2.2, .10047",
        "2.5, .25681",
        "3, .54957",
        "3.4756, .88789",
        "4, 1.35914",
        "4.5, 1.93908",
        "4.51, 1.95226"
    })
    void reproducesTheCriticalRates(double omega, double critical) {
        assertEquals(critical, of(omega, Kinetics.bazant()).criticalRate(), 6e-6);
    }

    @Test
    void noRateStabilisesTheSymmetricLaws() {
        assertEquals(Double.POSITIVE_INFINITY, of(3, Kinetics.symmetric()).criticalRate());
        assertEquals(
                Double.POSITIVE_INFINITY, of(3, Kinetics.constantExchange()).criticalRate());
        assertEquals(
                0,
                UniformStability.of(IdealSolution.of(298.15), Kinetics.symmetric())
                        .criticalRate());
        assertEquals(0, of(2, Kinetics.bazant()).criticalRate());
    }

    @Test
    void growthAtRestIsTheCurvatureTimesTheExchangeRate() {
        // s = -j0 mu' = -0.5 (4 - 6) at c = 1/2, Omega/kT = 3.
        assertEquals(1, of(3, Kinetics.symmetric()).growthRate(0.5, 0), 1e-12);
        // Tafel limit of the symmetric law: s = I [Omega - 1/(1 - c)].
        assertEquals(1e6 * (3 - 1 / 0.6), of(3, Kinetics.symmetric()).growthRate(0.4, 1e6), 1);
        // Bazant's law lithiates more evenly than it delithiates.
        UniformStability bazant = of(3, Kinetics.bazant());
        assertTrue(bazant.fastestGrowth(0.6) < 0 && bazant.fastestGrowth(-0.6) > 0);
    }

    @Test
    void otherDrivingLawsAreInvertedNumerically() {
        UniformStability general = of(3, Kinetics.butlerVolmer(0.5 + 1e-12));
        assertEquals(of(3, Kinetics.symmetric()).growthRate(0.3, 0.7), general.growthRate(0.3, 0.7), 1e-9);
        assertEquals(of(3, Kinetics.symmetric()).growthRate(0.3, -0.7), general.growthRate(0.3, -0.7), 1e-9);
        // Linear law: s = (j0'/j0) I - j0 mu'.
        double j0 = Math.sqrt(0.21);
        assertEquals(
                0.4 / (2 * 0.21) * 0.7 - j0 * (1 / 0.21 - 6),
                of(3, Kinetics.linear()).growthRate(0.3, 0.7),
                1e-9);
        assertThrows(
                InvalidValueException.class,
                () -> of(3, Kinetics.marcusHushChidsey(4)).growthRate(0.3, 1e3));
        assertThrows(
                InvalidValueException.class,
                () -> of(3, Kinetics.marcusHushChidsey(4)).growthRate(0.3, -1e3));
    }

    @Test
    void refusesBadInput() {
        UniformStability stability = of(3, Kinetics.symmetric());
        assertThrows(InvalidValueException.class, () -> stability.growthRate(0, 0.1));
        assertThrows(InvalidValueException.class, () -> stability.growthRate(0.5, Double.NaN));
    }
}
