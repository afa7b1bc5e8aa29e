package io.github.spinodal.phasefield.oscillation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spinodal.core.data.GalvanostaticCurve;
import io.github.spinodal.core.data.GalvanostaticCurve.Direction;
import io.github.spinodal.phasefield.oscillation.Oscillation;
import io.github.spinodal.phasefield.oscillation.OscillationAnalysis;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bumps of one film are counted alike whatever the time steps were and whatever little noise lies on them. */
class StableReadingTest {
    private static final StudySettings SETTINGS = StudySettings.withDefaults().withGrains(5000);
    /** Its oscillation begins at next to nothing, where a smooth phase fitted to the whole plateau may run free. */
    private static final FilmPreset GROWING = SingleEffects.MIDDLE;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void neitherTheToleranceNorATenthOfAMillivoltChangesThePeriod(long seed) {
        GalvanostaticCurve curve = FilmSimulation.curve(GROWING, 1, Direction.DISCHARGE, SETTINGS, seed);
        GalvanostaticCurve halved = FilmSimulation.curve(
                GROWING,
                1,
                Direction.DISCHARGE,
                SETTINGS.withRelativeTolerance(SETTINGS.relativeTolerance() / 2),
                seed);
        double period = period(curve);
        // Two draws of the order of events may differ by a bump in twenty-five.
        assertEquals(period, period(halved), 0.05 * period);
        for (double millivolt : new double[] {0.02, 0.1}) {
            assertEquals(period, period(noisy(curve, millivolt, seed)), 0.05 * period);
        }
    }

    private static double period(GalvanostaticCurve curve) {
        Oscillation oscillation =
                OscillationAnalysis.withDefaults().analyze(curve).oscillation().orElseThrow();
        return oscillation.periodCoulomb().value();
    }

    private static GalvanostaticCurve noisy(GalvanostaticCurve curve, double millivolt, long seed) {
        SplittableRandom random = new SplittableRandom(77 + seed);
        double[] voltage = curve.voltageVolt();
        for (int i = 0; i < voltage.length; i++) {
            voltage[i] += 1e-3 * millivolt * random.nextGaussian();
        }
        return GalvanostaticCurve.of(curve.direction(), curve.currentAmpere(), curve.chargeCoulomb(), voltage);
    }
}
