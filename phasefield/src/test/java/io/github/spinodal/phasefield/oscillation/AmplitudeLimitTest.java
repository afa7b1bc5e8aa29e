package io.github.spinodal.phasefield.oscillation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.data.GalvanostaticCurve;
import io.github.spinodal.core.data.GalvanostaticCurve.Direction;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The amplitude stated where nothing is found, against oscillations put in at that amplitude:
 * {@code -Dspinodal.limit.curves=200} for the figures in the README.
 */
class AmplitudeLimitTest {
    private static final int CURVES = Integer.getInteger("spinodal.limit.curves", 40);
    private static final OscillationAnalysis ANALYSIS =
            OscillationAnalysis.withDefaults().withWindow(0, 1);

    @Test
    void anOscillationAtTheLimitIsFoundOrLeavesAHigherLimit() {
        check(SyntheticPlateau.sine(400, 11, 0, 0.5), 0.95);
        check(SyntheticPlateau.sine(400, 11, 0, 0.5).withCorrelation(0.5).withResolution(1), 0.95);
        check(SyntheticPlateau.sine(400, 11, 0, 0.5).withCorrelation(0.95), 0.95);
        // A few waves in correlated noise are not called an oscillation, but they must leave a limit above themselves.
        check(SyntheticPlateau.sine(400, 4, 0, 0.5).withCorrelation(0.8), 0);
    }

    private static void check(SyntheticPlateau noise, double leastFound) {
        double limit = IntStream.range(0, 8)
                .mapToDouble(seed -> ANALYSIS.analyze(noise.curve(seed)).amplitudeLimitVolt())
                .average()
                .orElseThrow();
        SyntheticPlateau oscillating = noise.withAmplitude(1000 * limit);
        int found = 0;
        int covered = 0;
        for (int seed = 0; seed < CURVES; seed++) {
            OscillationResult result = ANALYSIS.analyze(oscillating.curve(1000 + seed));
            boolean here = result.oscillation().isPresent();
            boolean searched = result.searchedPeriodCoulomb().orElseThrow().contains(oscillating.period());
            found += here ? 1 : 0;
            covered += here || !searched || result.amplitudeLimitVolt() >= limit ? 1 : 0;
        }
        double slack = 3 * Math.sqrt(0.0475 / CURVES);
        String counts = noise + ": found " + found + ", covered " + covered + " of " + CURVES;
        assertTrue(found >= (leastFound - slack) * CURVES, counts);
        assertTrue(covered >= (0.95 - slack) * CURVES, counts);
    }

    @Test
    void aSteepSmoothStretchHoldsNoOscillation() {
        // The solid solution beside the plateau, V = V0 - kT/e ln(c/(1 - c)), as a negative control.
        GalvanostaticCurve smooth = solution(0, 0);
        OscillationAnalysis window = OscillationAnalysis.withDefaults().withWindow(0.2, 0.9);
        OscillationResult none = window.analyze(smooth);
        assertEquals(OscillationVerdict.NO_OSCILLATION, none.verdict(), none::toString);
        assertTrue(none.amplitudeLimitVolt() > 0 && none.amplitudeLimitVolt() < 0.4e-3, none::toString);
        assertEquals(
                none,
                OscillationAnalysis.withDefaults().withWindowOfCharge(0.2, 0.9).analyze(smooth));
        assertEquals(0.7, none.plateau().orElseThrow().shareOfCurve(), 1e-9);
        OscillationResult noisy = window.analyze(solution(0, 0.02e-3));
        assertEquals(OscillationVerdict.NO_OSCILLATION, noisy.verdict(), noisy::toString);
        // Twice the limit cannot hide.
        OscillationResult ripple = window.analyze(solution(2 * noisy.amplitudeLimitVolt(), 0.02e-3));
        assertEquals(OscillationVerdict.OSCILLATION, ripple.verdict(), ripple::toString);
        assertEquals(
                2 * noisy.amplitudeLimitVolt(),
                ripple.oscillation().orElseThrow().amplitudeVolt().value(),
                0.2 * noisy.amplitudeLimitVolt());
    }

    @Test
    void aWindowBesideTheCurveHasTooFewSamples() {
        assertEquals(
                OscillationVerdict.TOO_FEW_SAMPLES,
                OscillationAnalysis.withDefaults()
                        .withWindow(7, 8)
                        .analyze(solution(0, 0))
                        .verdict());
    }

    private static GalvanostaticCurve solution(double amplitudeVolt, double noiseVolt) {
        SplittableRandom random = new SplittableRandom(3);
        int n = 600;
        double[] charge = new double[n];
        double[] voltage = new double[n];
        for (int i = 0; i < n; i++) {
            double s = i / (n - 1.0);
            double c = 0.005 + 0.075 * s;
            charge[i] = s;
            voltage[i] = 1.55
                    - 0.0257 * Math.log(c / (1 - c))
                    + amplitudeVolt / 2 * Math.sin(2 * Math.PI * s / 0.05)
                    + noiseVolt * SyntheticPlateau.gaussian(random);
        }
        return GalvanostaticCurve.of(Direction.DISCHARGE, 1e-5, charge, voltage);
    }
}
