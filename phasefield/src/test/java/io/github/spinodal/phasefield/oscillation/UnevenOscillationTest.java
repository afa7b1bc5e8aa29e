package io.github.spinodal.phasefield.oscillation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.data.GalvanostaticCurve;
import io.github.spinodal.core.data.GalvanostaticCurve.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.logging.Logger;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jumps at random places, each followed by a fall until the next, in noise that hides single ones. */
class UnevenOscillationTest {
    private static final int CURVES = 40;
    private static final int PROTOCOL_CURVES = Integer.getInteger("spinodal.protocol.curves", 20);
    private static final int SAMPLES = 700;
    private static final double BUMPS = 28;
    private static final double SCATTER = 0.3;
    private static final double BUMP_MILLIVOLT = 3;

    @ParameterizedTest
    @CsvSource({"0.2, 0, true", "0.5, 0, true", "0.5, 0.7, false"})
    void unevenBumpsAreFoundInNoiseAndTheirMeanSpacingIsHeld(
            double noiseMillivolt, double correlation, boolean smoothNoise) {
        OscillationAnalysis window = OscillationAnalysis.withDefaults().withWindowOfCharge(0, 1);
        OscillationAnalysis analysis = smoothNoise ? window : window.withoutSmoothNoise();
        List<Oscillation> found = new ArrayList<>();
        for (int seed = 0; seed < CURVES; seed++) {
            GalvanostaticCurve curve =
                    curve(seed, UnevenOscillationTest::fall, BUMPS, SCATTER, noiseMillivolt, correlation);
            analysis.analyze(curve).oscillation().ifPresent(found::add);
        }
        double n = found.size();
        double covered = found.stream()
                        .filter(o -> o.periodIntervalCoulomb().contains(1 / BUMPS))
                        .count()
                / n;
        double period = mean(found.stream().mapToDouble(o -> o.periodCoulomb().value()));
        double height =
                mean(found.stream().mapToDouble(o -> o.amplitudeMillivolts().value()));
        String report =
                n + " found, period times bumps " + period * BUMPS + ", covered " + covered + ", " + height + " mV";
        assertTrue(n >= 0.65 * CURVES, report);
        assertEquals(1, period * BUMPS, 0.03, report);
        assertTrue(covered > 0.85, report);
        // A fall of 3 mV has a root mean square of 3/sqrt(12); noise that is correlated belongs to it.
        double square =
                8 * BUMP_MILLIVOLT * BUMP_MILLIVOLT / 12 + (correlation > 0 ? 8 * noiseMillivolt * noiseMillivolt : 0);
        assertEquals(Math.sqrt(square), height, 0.12 * height, report);
    }

    /** More curves with {@code -Dspinodal.protocol.curves=200}. */
    @Tag("slow")
    @Test
    void theEvenerTheBumpsTheSurerTheyAreFound() {
        StringBuilder report = new StringBuilder();
        boolean good = true;
        for (double bumps : new double[] {12, BUMPS}) {
            for (double scatter : new double[] {0.1, 0.2, 0.3}) {
                for (double noise : new double[] {0.001, 0.5}) {
                    double falls = found(UnevenOscillationTest::fall, bumps, scatter, noise);
                    double waves = found(UnevenOscillationTest::wave, bumps, scatter, noise);
                    report.append(String.format(
                            Locale.ROOT,
                            "%n%.0f bumps, scatter %.1f, in %.3f mV: falls %.3f, waves %.3f found",
                            bumps,
                            scatter,
                            noise,
                            falls,
                            waves));
                    good &= falls > leastFound(bumps, scatter);
                }
            }
        }
        assertTrue(good, report::toString);
        Logger.getLogger(UnevenOscillationTest.class.getName()).info(report::toString);
    }

    private static double leastFound(double bumps, double scatter) {
        return scatter == 0.1 ? 0.9 : bumps < BUMPS ? 0 : 0.7;
    }

    private static double found(DoubleUnaryOperator shape, double bumps, double scatter, double noiseMillivolt) {
        OscillationAnalysis analysis = OscillationAnalysis.withDefaults().withWindowOfCharge(0, 1);
        long found = LongStream.range(0, PROTOCOL_CURVES)
                .parallel()
                .filter(seed -> analysis.analyze(curve(seed, shape, bumps, scatter, noiseMillivolt, 0))
                        .oscillation()
                        .isPresent())
                .count();
        return found / (double) PROTOCOL_CURVES;
    }

    @Test
    void aQuietStretchDoesNotHideEvenBumps() {
        SplittableRandom random = new SplittableRandom(41);
        double[] charge = new double[SAMPLES];
        double[] voltage = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            double x = i / (SAMPLES - 1.0);
            charge[i] = x;
            // One bump, then none for a sixth of the charge, then one for each of 20 spacings whose phase wanders.
            double phase = (x - 0.2) / 0.04 + 0.2 * Math.sin(40 * x) + 0.15 * Math.sin(97 * x);
            double bump = x < 0.04 || x > 0.2 ? phase - Math.floor(phase) : 0.5;
            voltage[i] = (1550 - 8 * x - BUMP_MILLIVOLT * bump + 0.01 * random.nextGaussian()) / 1000;
        }
        GalvanostaticCurve curve = GalvanostaticCurve.of(Direction.DISCHARGE, 1e-3, charge, voltage);
        OscillationAnalysis analysis = OscillationAnalysis.withDefaults().withWindowOfCharge(0, 1);
        OscillationResult result = analysis.analyze(curve);
        assertEquals(OscillationVerdict.OSCILLATION, result.verdict());
        assertTrue(result.probability() < 2e-3, () -> "probability " + result.probability());
        OscillationResult trusting = analysis.withoutSmoothNoise().analyze(curve);
        assertEquals(OscillationVerdict.OSCILLATION, trusting.verdict());
        assertTrue(trusting.probability() < 5e-4, () -> "probability " + trusting.probability());
    }

    private static double mean(DoubleStream values) {
        return values.average().orElseThrow();
    }

    /** One coulomb with 3 mV of a shape in each spacing, however long, on a sloping baseline. */
    private static GalvanostaticCurve curve(
            long seed,
            DoubleUnaryOperator shape,
            double bumps,
            double scatter,
            double noiseMillivolt,
            double correlation) {
        SplittableRandom random = new SplittableRandom(40_000 + seed);
        double[] charge = new double[SAMPLES];
        double[] voltage = new double[SAMPLES];
        double from = -random.nextDouble() / bumps;
        double to = from + spacing(random, scatter) / bumps;
        double noise = SyntheticPlateau.gaussian(random);
        for (int i = 0; i < SAMPLES; i++) {
            charge[i] = i / (SAMPLES - 1.0);
            while (charge[i] > to) {
                from = to;
                to = from + spacing(random, scatter) / bumps;
            }
            double bump = shape.applyAsDouble((charge[i] - from) / (to - from));
            noise = correlation * noise + Math.sqrt(1 - correlation * correlation) * SyntheticPlateau.gaussian(random);
            voltage[i] = (1550 - 8 * charge[i] + BUMP_MILLIVOLT * bump + noiseMillivolt * noise) / 1000;
        }
        return GalvanostaticCurve.of(Direction.DISCHARGE, 1e-3, charge, voltage);
    }

    private static double fall(double share) {
        return 0.5 - share;
    }

    /** A wave without a jump. */
    private static double wave(double share) {
        return 0.5 * Math.cos(2 * Math.PI * share);
    }

    private static double spacing(SplittableRandom random, double scatter) {
        return Math.max(0.1, 1 + scatter * SyntheticPlateau.gaussian(random));
    }
}
