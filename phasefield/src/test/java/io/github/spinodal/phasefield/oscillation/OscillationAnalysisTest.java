package io.github.spinodal.phasefield.oscillation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.data.GalvanostaticCurve;
import io.github.spinodal.core.data.GalvanostaticCurve.Direction;
import io.github.spinodal.phasefield.oscillation.SyntheticPlateau.Shape;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OscillationAnalysisTest {
    private static final OscillationAnalysis ANALYSIS = OscillationAnalysis.withDefaults();

    private static Oscillation found(GalvanostaticCurve curve) {
        OscillationResult result = ANALYSIS.analyze(curve);
        assertEquals(OscillationVerdict.OSCILLATION, result.verdict(), result::toString);
        return result.oscillation().orElseThrow();
    }

    @Test
    void sinesAreMeasuredWithinTheLimitsOfTheirNoise() {
        for (SyntheticPlateau plateau : new SyntheticPlateau[] {
            SyntheticPlateau.sine(400, 5, 1, 0.3),
            SyntheticPlateau.sine(500, 24, 2.5, 0.5).withCorrelation(0.7)
        }) {
            OscillationProtocol protocol = OscillationProtocol.run(plateau, 40, 1);
            assertEquals(1, protocol.found());
            // 40 curves know a root mean square to 11 %: the limit plus three times that.
            assertTrue(
                    protocol.periodError() < 1.35 * OscillationProtocol.periodLimit(plateau),
                    () -> protocol.describe(plateau));
            assertTrue(
                    protocol.amplitudeError() < 1.35 * OscillationProtocol.amplitudeLimit(plateau),
                    () -> protocol.describe(plateau));
            assertTrue(protocol.periodCoverage() > 0.8, () -> protocol.describe(plateau));
            assertTrue(protocol.amplitudeCoverage() > 0.8, () -> protocol.describe(plateau));
        }
    }

    @Test
    void noiseIsNoOscillation() {
        for (SyntheticPlateau plateau : new SyntheticPlateau[] {
            SyntheticPlateau.sine(400, 20, 0, 0.5).withCorrelation(0.8),
            SyntheticPlateau.sine(400, 20, 0, 0.5).withResolution(1)
        }) {
            OscillationProtocol protocol = OscillationProtocol.run(plateau, 100, 5);
            // One in a hundred expected; more than five has a chance of 0.05 %.
            assertTrue(protocol.found() <= 0.05, () -> protocol.describe(plateau));
        }
    }

    @Test
    void slopeSeenThroughCoarseVoltageStepsIsNoOscillation() {
        for (int seed = 0; seed < 10; seed++) {
            OscillationResult result = ANALYSIS.analyze(SyntheticPlateau.sine(800, 20, 0, 0.02)
                    .withResolution(1)
                    .withBaseline(20)
                    .curve(seed));
            assertTrue(result.oscillation().isEmpty(), result::toString);
        }
    }

    @Test
    void weakOscillationIsNotDeterminable() {
        // Two standard deviations of the amplitude, 2 sigma sqrt(2/N).
        double amplitude = 2 * 2 * 1.0 * Math.sqrt(2.0 / 500);
        int determined = 0;
        for (int seed = 0; seed < 20; seed++) {
            OscillationResult result = ANALYSIS.analyze(
                    SyntheticPlateau.sine(500, 20, amplitude, 1.0).curve(seed));
            determined += result.verdict().determinable() ? 1 : 0;
            assertTrue(result.amplitudeLimitVolt() * 1000 > amplitude);
        }
        assertTrue(determined <= 2, "determined " + determined);
    }

    @Test
    void sawtoothKeepsItsAmplitudeAndShowsItsAsymmetry() {
        Oscillation down = found(SyntheticPlateau.sine(800, 16, 2.5, 0.2)
                .withShape(Shape.SAWTOOTH)
                .curve(3));
        assertEquals(2.5, down.amplitudeMillivolts().value(), 0.09);
        // The voltage falls slowly and jumps up: hardly any of the period is rise.
        assertTrue(
                down.waveform().asymmetry().value() > 0.7, () -> down.waveform().toString());
        assertTrue(down.waveform().harmonics() >= 4);
        // Peak to peak of a sawtooth over 2 sqrt(2) rms is sqrt(12)/(2 sqrt(2)) = 1.22; smoothing rounds the jump.
        assertEquals(2.5 * 1.22, down.bumps().medianHeightVolt() * 1000, 0.45);
        Oscillation sine = found(SyntheticPlateau.sine(800, 16, 2.5, 0.2).curve(3));
        assertEquals(0, sine.waveform().asymmetry().value(), 0.1);
    }

    @Test
    void driftOfThePeriodIsSeenAndItsMeanStaysRight() {
        Oscillation o = found(
                SyntheticPlateau.sine(900, 25, 2, 0.3).withPeriodDrift(0.3).curve(8));
        assertEquals(1.0 / 25, o.periodCoulomb().value(), 0.01 / 25);
        // Between the first and last tenth the period changes by 0.9 of its drift.
        assertEquals(0.27, o.periodDrift().value(), 0.03);
        assertTrue(o.local().get(0).periodCoulomb().value()
                < o.local().get(40).periodCoulomb().value());
        Oscillation steady = found(SyntheticPlateau.sine(900, 25, 2, 0.3).curve(8));
        assertEquals(0, steady.periodDrift().value(), 0.02);
    }

    @Test
    void growthOfTheAmplitudeIsSeen() {
        SplittableRandom random = new SplittableRandom(4);
        double[] charge = new double[1200];
        double[] voltage = new double[1200];
        for (int i = 0; i < charge.length; i++) {
            double s = i / 1199.0;
            charge[i] = s;
            voltage[i] = 1.55
                    + 1e-3 * (0.5 + 2 * s) * Math.sin(2 * Math.PI * 30 * s)
                    + 2e-4 * SyntheticPlateau.gaussian(random);
        }
        Oscillation o = found(GalvanostaticCurve.of(Direction.CHARGE, 1e-5, charge, voltage));
        // Peak to peak 1 mV at the beginning, 5 mV at the end.
        assertEquals(1, o.local().get(0).amplitudeVolt().value() * 1000, 0.15);
        assertEquals(5, o.local().get(40).amplitudeVolt().value() * 1000, 0.25);
        assertEquals(3, o.meanAmplitudeVolt(0.15, 0.85).value() * 1000, 0.1);
    }

    @Test
    void spikesPausesAndGapsDoNoHarm() {
        GalvanostaticCurve clean = SyntheticPlateau.sine(900, 25, 2, 0.3).curve(21);
        double[] charge = clean.chargeCoulomb();
        double[] voltage = clean.voltageVolt();
        voltage[100] += 0.4;
        voltage[333] -= 0.02;
        // A pause of 60 samples at one charge, the voltage relaxing; then a gap of 5 % of the charge.
        double[] q = new double[charge.length + 60 - 45];
        double[] v = new double[q.length];
        int at = 0;
        for (int i = 0; i < charge.length; i++) {
            if (i >= 600 && i < 645) {
                continue;
            }
            q[at] = charge[i];
            v[at++] = voltage[i];
            for (int k = 0; i == 450 && k < 60; k++) {
                q[at] = charge[i];
                v[at++] = voltage[i] + 0.01 * (1 - Math.exp(-k / 10.0));
            }
        }
        OscillationResult result = ANALYSIS.analyze(GalvanostaticCurve.of(Direction.DISCHARGE, 1e-5, q, v));
        Oscillation o = result.oscillation().orElseThrow();
        assertEquals(1.0 / 25, o.periodCoulomb().value(), 0.003 / 25);
        assertEquals(2, o.amplitudeMillivolts().value(), 0.12);
        assertEquals(1, result.treatment().pauses());
        assertEquals(2, result.treatment().spikes());
    }

    @Test
    void plateauIsFoundInsideAWholeCurve() {
        // Sloping, then a plateau from 0.3 to 0.9 of the charge with an oscillation, then sloping.
        SplittableRandom random = new SplittableRandom(5);
        double[] charge = new double[3000];
        double[] voltage = new double[3000];
        for (int i = 0; i < charge.length; i++) {
            double s = i / 2999.0;
            charge[i] = s;
            double outside = s < 0.3 ? 0.3 - s : s > 0.9 ? 0.9 - s : 0;
            double ripple = s < 0.3 || s > 0.9 ? 0 : 1.25e-3 * Math.sin(2 * Math.PI * s / 0.02);
            voltage[i] = 1.55 + 4 * outside - 0.01 * s + ripple + 3e-4 * SyntheticPlateau.gaussian(random);
        }
        OscillationResult result = ANALYSIS.analyze(GalvanostaticCurve.of(Direction.DISCHARGE, 1e-5, charge, voltage));
        Plateau plateau = result.plateau().orElseThrow();
        assertEquals(0.3, plateau.fromCoulomb(), 0.03);
        assertEquals(0.9, plateau.toCoulomb(), 0.03);
        assertEquals(0.02, result.oscillation().orElseThrow().periodCoulomb().value(), 1e-4);
        OscillationResult before =
                ANALYSIS.withWindow(0, 0.28).analyze(GalvanostaticCurve.of(Direction.DISCHARGE, 1e-5, charge, voltage));
        assertEquals(OscillationVerdict.NO_OSCILLATION, before.verdict());
    }

    @Test
    void badCurvesGetAVerdictThatSaysWhy() {
        double[] charge = new double[500];
        double[] steep = new double[500];
        double[] constant = new double[500];
        double[] slow = new double[500];
        double[] straight = new double[500];
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 500; i++) {
            charge[i] = i / 499.0;
            steep[i] = 2 - charge[i];
            constant[i] = 1.55;
            slow[i] = 1.55 + 2e-3 * Math.sin(2 * Math.PI * 2.0 * charge[i]) + 1e-4 * SyntheticPlateau.gaussian(random);
            straight[i] = 1.55 - 0.01 * charge[i];
        }
        assertEquals(OscillationVerdict.NO_PLATEAU, verdict(charge, steep));
        assertEquals(OscillationVerdict.CONSTANT_VOLTAGE, verdict(charge, constant));
        assertTrue(
                verdict(charge, slow) == OscillationVerdict.TOO_FEW_PERIODS
                        || verdict(charge, slow) == OscillationVerdict.NO_OSCILLATION,
                () -> verdict(charge, slow).text());
        assertEquals(OscillationVerdict.NO_OSCILLATION, verdict(charge, straight));
        assertEquals(
                OscillationVerdict.TOO_FEW_SAMPLES, verdict(Arrays.copyOf(charge, 20), Arrays.copyOf(straight, 20)));
    }

    private static OscillationVerdict verdict(double[] charge, double[] voltage) {
        OscillationResult result = ANALYSIS.analyze(GalvanostaticCurve.of(Direction.DISCHARGE, 1e-5, charge, voltage));
        if (result.verdict() != OscillationVerdict.OSCILLATION) {
            assertTrue(result.oscillation().isEmpty());
        }
        return result.verdict();
    }

    @Test
    void scaleOfChargeDoesNotMatter() {
        GalvanostaticCurve curve = SyntheticPlateau.sine(500, 18, 1.5, 0.3).curve(2);
        double[] small =
                Arrays.stream(curve.chargeCoulomb()).map(q -> q * 0.0777 + 3).toArray();
        Oscillation one = found(curve);
        Oscillation other = found(GalvanostaticCurve.of(Direction.DISCHARGE, 1e-5, small, curve.voltageVolt()));
        assertEquals(0.0777 * one.periodCoulomb().value(), other.periodCoulomb().value(), 1e-7);
        assertEquals(one.amplitudeVolt().value(), other.amplitudeVolt().value(), 1e-9);
    }

    /** A sine of 2 mV, four times as many samples where it is far from its mean as elsewhere. */
    @Test
    void amplitudeIsAMeanOverTheChargeNotOverTheSamples() {
        double[] charge = new double[4000];
        double[] voltage = new double[4000];
        int count = 0;
        for (int i = 0; i < 4000; i++) {
            double x = i / 4000.0;
            double wave = Math.sin(2 * Math.PI * 20 * x);
            if (Math.abs(wave) > 0.5 || i % 4 == 0) {
                charge[count] = x;
                voltage[count++] = 1.55 - 1e-3 * x + 1e-3 * wave;
            }
        }
        OscillationResult result = ANALYSIS.analyze(GalvanostaticCurve.of(
                Direction.DISCHARGE, 1e-3, Arrays.copyOf(charge, count), Arrays.copyOf(voltage, count)));
        // Over the samples it would be 2.26 mV.
        assertEquals(2e-3, result.detrendedAmplitudeVolt(0.15, 0.85), 2e-5);
    }

    @Test
    void fiveSawtoothPeriodsAreNotTakenForSlowStructure() {
        // What is left of a sawtooth is correlated over less than the spacing of the samples.
        SyntheticPlateau plateau = SyntheticPlateau.sine(400, 5, 2.5, 0.5).withShape(SyntheticPlateau.Shape.SAWTOOTH);
        for (long seed : new long[] {100_011, 100_013, 100_018, 100_019, 100_021}) {
            OscillationResult result = OscillationAnalysis.withDefaults().analyze(plateau.curve(seed));
            assertEquals(OscillationVerdict.OSCILLATION, result.verdict(), result::toString);
        }
    }

    @Test
    void fewDriftingPeriodsKeepTheirMean() {
        SyntheticPlateau plateau = SyntheticPlateau.sine(400, 5, 2, 0.1).withPeriodDrift(0.3);
        double bias = 0;
        for (long seed = 0; seed < 20; seed++) {
            OscillationResult result = OscillationAnalysis.withDefaults().analyze(plateau.curve(seed));
            bias += (result.oscillation().orElseThrow().periodCoulomb().value() / plateau.period() - 1) / 20;
        }
        // A phase of second degree is 0.27 % off; the noise leaves 0.2 % of one curve, 0.04 % of twenty.
        assertEquals(0, bias, 0.0013);
    }
}
