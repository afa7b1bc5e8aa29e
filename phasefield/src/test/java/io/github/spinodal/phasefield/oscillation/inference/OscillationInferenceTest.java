package io.github.spinodal.phasefield.oscillation.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.phasefield.oscillation.study.FilmOscillation;
import io.github.spinodal.phasefield.oscillation.study.FilmPreset;
import io.github.spinodal.phasefield.oscillation.study.FilmSimulation;
import io.github.spinodal.phasefield.oscillation.study.ScalingLaws;
import io.github.spinodal.phasefield.oscillation.study.StudySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OscillationInferenceTest {
    private static final ScalingLaws LAWS = ScalingLaws.stored();
    private static final double RATE = 0.1 * 260 / 175 / 3600;

    /** Observations with the scatter the laws state, and 3 % and 5 % of measurement error. */
    private static List<OscillationObservation> drawn(
            double omega, double k, double spread, double[] factors, SplittableRandom random) {
        List<OscillationObservation> list = new ArrayList<>();
        for (double factor : factors) {
            double ratio = factor * RATE / k;
            double period = Math.exp(LAWS.logPeriodShare(omega, ratio, spread)
                    + Math.hypot(0.03, LAWS.periodScatter()) * gaussian(random));
            double amplitude = Math.exp(LAWS.logAmplitude(omega, ratio, spread)
                    + Math.hypot(0.05, LAWS.amplitudeScatter()) * gaussian(random));
            list.add(new OscillationObservation(
                    factor * RATE, Measured.of(period, 0.03 * period), Measured.of(amplitude, 0.05 * amplitude)));
        }
        return list;
    }

    private static double gaussian(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    @Test
    void parametersComeBackWithHonestUncertainties() {
        SplittableRandom random = new SplittableRandom(3);
        double k = RATE / 1.5e-3;
        int repeats = 200;
        int omegaCovered = 0;
        int rateCovered = 0;
        for (int i = 0; i < repeats; i++) {
            InferredParameters found =
                    OscillationInference.of(LAWS).estimate(drawn(3.8, k, 0.07, new double[] {0.5, 1, 2}, random));
            omegaCovered += found.omegaOverKT().coverageInterval(0.95).contains(3.8) ? 1 : 0;
            rateCovered += found.logRate().coverageInterval(0.95).contains(Math.log(k)) ? 1 : 0;
        }
        // 95 % of 200 within three standard deviations of the count.
        assertEquals(190, omegaCovered, 10, "Omega covered " + omegaCovered);
        assertTrue(rateCovered >= 180, "rate covered " + rateCovered);
    }

    @Test
    void oneCurrentCannotTellTheSpreadAndSaysSo() {
        double k = RATE / 1.5e-3;
        InferredParameters one =
                OscillationInference.of(LAWS).estimate(drawn(3.8, k, 0.07, new double[] {1}, new SplittableRandom(1)));
        assertFalse(one.spreadIdentified());
        assertTrue(one.identifiability().contains("prior"));
        // The next current is one that the atlas covers and that differs from the measured one.
        double ratio = one.nextFillingRatePerSecond() / one.ratePerSecond().value();
        assertTrue(ratio > 4e-4 && ratio < 7e-3, "ratio " + ratio);
        InferredParameters two = OscillationInference.of(LAWS)
                .estimate(drawn(3.8, k, 0.07, new double[] {0.5, 2}, new SplittableRandom(1)));
        assertTrue(two.omegaOverKT().standardUncertainty() < one.omegaOverKT().standardUncertainty());
    }

    @Test
    @Tag("slow")
    void simulatedFilmComesBack() {
        StudySettings settings = StudySettings.withDefaults().withGrains(900);
        FilmPreset film =
                FilmPreset.bare().withOmega(3.7).withFillingRateOverRate(1.8e-3).withSpreads(0.3, 0.06);
        List<OscillationObservation> observations = new ArrayList<>();
        for (double factor : new double[] {0.5, 1, 2}) {
            FilmOscillation now = FilmSimulation.measure(film, factor, settings);
            double period = Objects.requireNonNull(now.periodShare()).value();
            double amplitude = Objects.requireNonNull(now.amplitudeVolt()).value();
            observations.add(new OscillationObservation(
                    factor * RATE, Measured.of(period, 0.03 * period), Measured.of(amplitude, 0.05 * amplitude)));
        }
        InferredParameters found = OscillationInference.of(LAWS).estimate(observations);
        assertEquals(3.7, found.omegaOverKT().value(), 3 * found.omegaOverKT().standardUncertainty(), found::toString);
        assertEquals(
                Math.log(film.ratePerSecond()),
                found.logRate().value(),
                3 * found.logRate().standardUncertainty(),
                found::toString);
        assertTrue(found.omegaOverKT().standardUncertainty() < 0.3, found::toString);
    }
}
