package io.github.spinodal.phasefield.oscillation.inference;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.data.GalvanostaticCurve;
import io.github.spinodal.core.data.GalvanostaticCurve.Direction;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.phasefield.oscillation.Oscillation;
import io.github.spinodal.phasefield.oscillation.OscillationAnalysis;
import io.github.spinodal.phasefield.oscillation.OscillationResult;
import io.github.spinodal.phasefield.oscillation.study.FilmPreset;
import io.github.spinodal.phasefield.oscillation.study.FilmSimulation;
import io.github.spinodal.phasefield.oscillation.study.StudySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Films with known parameters, simulated at three currents, noise added, and recovered. The full protocol is 64 films:
 * {@code -Dspinodal.inference.films=64}.
 */
@Tag("slow")
class InferenceProtocolTest {
    private static final double[] FACTORS = {0.5, 1, 2};
    private static final double NOISE_VOLT = 2e-5;

    private static Optional<List<OscillationObservation>> observed(
            FilmPreset film, long seed, StudySettings settings, SplittableRandom random) {
        List<OscillationObservation> list = new ArrayList<>();
        for (double factor : FACTORS) {
            GalvanostaticCurve curve = FilmSimulation.curve(film, factor, Direction.DISCHARGE, settings, seed);
            double[] voltage = curve.voltageVolt();
            for (int i = 0; i < voltage.length; i++) {
                voltage[i] += NOISE_VOLT
                        * Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
                        * Math.cos(2 * Math.PI * random.nextDouble());
            }
            OscillationResult result = OscillationAnalysis.withDefaults()
                    .analyze(GalvanostaticCurve.of(
                            curve.direction(), curve.currentAmpere(), curve.chargeCoulomb(), voltage));
            Optional<Oscillation> found = result.oscillation();
            double amplitude = result.detrendedAmplitudeVolt(0.15, 0.85);
            if (found.isEmpty() || !(amplitude >= 0.4e-3)) {
                return Optional.empty();
            }
            list.add(new OscillationObservation(
                    factor * FilmPreset.PLATEAU_RATE_PER_HOUR / 3600,
                    found.get().periodCoulomb().dividedBy(FilmSimulation.plateauCoulomb()),
                    Measured.of(amplitude, 0.03 * amplitude)));
        }
        return Optional.of(list);
    }

    @Test
    void intervalsHoldTheTruth() {
        int films = Integer.getInteger("spinodal.inference.films", 4);
        OscillationInference inference = OscillationInference.withDefaults();
        SplittableRandom random = new SplittableRandom(2026);
        StudySettings settings = StudySettings.withDefaults();
        int inferred = 0;
        int[] held = new int[4];
        for (int film = 1; film <= films; film++) {
            double omega = 3 + 1.8 * random.nextDouble();
            double ratio = 1e-3 * Math.pow(8, random.nextDouble());
            double spreadShare = random.nextDouble();
            double rateSpread = 0.5 * random.nextDouble() * Math.min(1, 1.4 - spreadShare);
            double shiftSpread = 0.005 * Math.pow(100, spreadShare);
            FilmPreset preset = FilmPreset.bare()
                    .withOmega(omega)
                    .withFillingRateOverRate(ratio)
                    .withSpreads(rateSpread, shiftSpread);
            Optional<List<OscillationObservation>> observations = observed(preset, 100 + film, settings, random);
            if (observations.isEmpty()) {
                continue;
            }
            InferredParameters found = inference.estimate(observations.get());
            if (found.standing() == InferenceStanding.OUTSIDE) {
                continue;
            }
            inferred++;
            held[0] += found.omegaInterval().contains(omega) ? 1 : 0;
            held[1] += found.logRateInterval().contains(Math.log(preset.ratePerSecond())) ? 1 : 0;
            held[2] += found.rateLogSpreadInterval().contains(rateSpread) ? 1 : 0;
            held[3] += found.logShiftSpreadInterval().contains(Math.log(shiftSpread)) ? 1 : 0;
        }
        String counts = inferred + " films, of which the intervals of Omega, k and both spreads held " + held[0] + ", "
                + held[1] + ", " + held[2] + ", " + held[3];
        assertTrue(inferred >= films / 2, counts);
        // 95 % less three standard deviations of the count.
        double least = 0.95 * inferred - 3 * Math.sqrt(0.95 * 0.05 * inferred);
        for (int count : held) {
            assertTrue(count >= least, counts);
        }
    }

    /**
     * Interaction 3.476 kT, shifts of 0.02 kT, and a spread of ln k that a law for one fixed spread took for interaction.
     */
    @Test
    void anotherSpreadOfRatesIsNotTakenForInteraction() {
        FilmPreset film =
                FilmPreset.bare().withOmega(3.476).withFillingRateOverRate(2e-3).withSpreads(0.1, 0.02);
        InferredParameters found = OscillationInference.withDefaults()
                .estimate(observed(film, 1, StudySettings.withDefaults(), new SplittableRandom(1))
                        .orElseThrow());
        assertTrue(found.omegaInterval().contains(3.476), found::toString);
        assertTrue(found.rateLogSpreadInterval().contains(0.1), found::toString);
    }
}
