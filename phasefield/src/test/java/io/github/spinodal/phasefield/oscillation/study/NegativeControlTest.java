package io.github.spinodal.phasefield.oscillation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.data.GalvanostaticCurve;
import io.github.spinodal.core.data.GalvanostaticCurve.Direction;
import io.github.spinodal.phasefield.oscillation.OscillationAnalysis;
import io.github.spinodal.phasefield.oscillation.OscillationResult;
import io.github.spinodal.phasefield.oscillation.OscillationVerdict;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NegativeControlTest {
    private static final FilmPreset FREE = SingleEffects.MIDDLE;

    private static final StudySettings SETTINGS = StudySettings.withDefaults().withGrains(1000);

    @Test
    void everyWindowBesideThePlateauHasAVerdict() {
        StudyRun run = new StudyRun(SETTINGS, message -> {});
        NegativeControl.run(run, FilmSimulation.measure(FREE, 1, SETTINGS.withSeeds(2)));
        List<StudyRow> rows = run.rows();
        assertEquals(4, rows.size());
        for (StudyRow row : rows) {
            assertEquals(StudyRow.Agreement.AGREES, row.agreement(), row::toString);
            // The plateau of this film has 2.5 mV.
            assertTrue(Objects.requireNonNull(row.value()).value() < 0.4, row::toString);
        }
    }

    @Test
    void anOscillationBesideThePlateauWouldBeFound() {
        FilmSimulation.BesideThePlateau stretches =
                FilmSimulation.besideThePlateau(FREE, Direction.DISCHARGE, SETTINGS, 1);
        for (GalvanostaticCurve stretch :
                List.of(Objects.requireNonNull(stretches.before()), Objects.requireNonNull(stretches.after()))) {
            OscillationResult result = OscillationAnalysis.withDefaults()
                    .withWindowOfCharge(0.15, 0.85)
                    .analyze(withSine(stretch, 14, 0.4));
            assertEquals(OscillationVerdict.OSCILLATION, result.verdict(), result::toString);
            assertEquals(
                    0.4,
                    result.oscillation().orElseThrow().amplitudeMillivolts().value(),
                    0.04,
                    result::toString);
        }
    }

    /** The curve with a sine of a number of periods and an amplitude (mV, peak to valley) added. */
    private static GalvanostaticCurve withSine(GalvanostaticCurve curve, double periods, double amplitude) {
        double[] charge = curve.chargeCoulomb();
        double[] voltage = curve.voltageVolt();
        double width = charge[charge.length - 1] - charge[0];
        for (int i = 0; i < charge.length; i++) {
            voltage[i] += amplitude / 2000 * Math.sin(2 * Math.PI * periods * (charge[i] - charge[0]) / width);
        }
        return GalvanostaticCurve.of(curve.direction(), curve.currentAmpere(), charge, voltage);
    }
}
