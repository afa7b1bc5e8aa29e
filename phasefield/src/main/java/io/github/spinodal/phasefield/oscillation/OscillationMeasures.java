package io.github.spinodal.phasefield.oscillation;

import io.github.spinodal.core.quantity.Interval;
import io.github.spinodal.core.quantity.Measured;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Period, amplitude, drift and shape from a fitted model, each with its uncertainty: from the covariance of the fit or, where
 * the waveform jumps, from the places of the jumps.
 */
final class OscillationMeasures {
    private static final int LOCAL_PLACES = 41;
    /** Beyond this confidence too few draws are left out to tell a quantile. */
    private static final double MOST_BY_DRAWS = 0.99;

    private final PlateauRecord record;
    private final ModelFit fit;
    private final @Nullable JumpTiming jumps;
    private final PhasePolynomial phase;
    private final double start;
    private final double end;
    private final double meanSquare;
    private final double amplitude;
    private final double amplitudeDeviation;

    private OscillationMeasures(
            PlateauRecord record,
            ModelFit fit,
            @Nullable JumpTiming jumps,
            double start,
            double end,
            double meanSquare,
            double amplitude,
            double amplitudeDeviation) {
        this.record = record;
        this.fit = fit;
        this.jumps = jumps;
        this.phase = jumps == null ? fit.phasePolynomial() : jumps.phase();
        this.start = start;
        this.end = end;
        this.meanSquare = meanSquare;
        this.amplitude = amplitude;
        this.amplitudeDeviation = amplitudeDeviation;
    }

    /** Of a fit or, where there is one, of its refinement by jumps. */
    static OscillationMeasures of(
            PlateauRecord record,
            ModelSelection selection,
            ModelFit fit,
            @Nullable JumpTiming jumps,
            double start,
            double end) {
        double envelope = Bases.meanSquareBesideOne(fit.envelope());
        double[] amplitude = jumps == null ? amplitude(record, selection, fit) : jumps.amplitude();
        return new OscillationMeasures(record, fit, jumps, start, end, envelope, amplitude[0], amplitude[1]);
    }

    /** Amplitude (mV) of a fit of harmonics and its standard error. */
    private static double[] amplitude(PlateauRecord record, ModelSelection selection, ModelFit fit) {
        int harmonics = Math.min(2 * fit.structure.harmonics() + 1, selection.largestHarmonic(fit.cycles()));
        ModelFit full = harmonics > fit.structure.harmonics() && harmonics * 2 < record.size() / 4
                ? selection.withHarmonics(fit, harmonics)
                : fit;
        ModelStructure s = full.structure;
        double envelope = Bases.meanSquareBesideOne(full.envelope());
        double[] gradient = new double[s.parameterCount()];
        double power = 0;
        double noise = 0;
        double jump = 0;
        double jumpNoise = 0;
        int jumpCount = 0;
        for (int h = 1; h <= s.harmonics(); h++) {
            int at = s.harmonicStart() + 2 * h - 2;
            double one = 0;
            for (int j = at; j <= at + 1; j++) {
                double variance = full.covariance(j, j);
                one += (full.parameters[j] * full.parameters[j] - variance) / 2;
                noise += variance * variance / 2;
                gradient[j] = full.parameters[j] * envelope;
                jumpNoise += h > s.harmonics() / 2 ? Math.pow(h, 4) * variance * variance / 2 : 0;
            }
            power += one;
            if (h > s.harmonics() / 2) {
                jump += h * h * one;
                jumpCount++;
            }
        }
        for (int k = 1; k <= s.envelopeDegree(); k++) {
            int at = s.envelopeStart() + k - 1;
            gradient[at] = power * 2 * full.parameters[at] / (2 * k + 1);
        }
        double variance = noise;
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < gradient.length; j++) {
                variance += gradient[i] * gradient[j] * full.covariance(i, j);
            }
        }
        // A waveform that jumps has harmonics that fall as 1/h: those beyond the sampling follow from the last octave.
        double tail =
                s.harmonics() >= 4 && jump > 3 * Math.sqrt(jumpNoise) ? jump / jumpCount / (s.harmonics() + 0.5) : 0;
        double square = Math.max(0, power + tail) * envelope;
        double amplitude = Math.sqrt(8 * square);
        double deviation = square > 0 ? Math.sqrt(8) * Math.sqrt(variance) / (2 * Math.sqrt(square)) : amplitude + 1;
        return new double[] {amplitude, deviation};
    }

    /** The phase as it was measured. */
    PhasePolynomial phase() {
        return phase;
    }

    double amplitudeMillivolt() {
        return amplitude;
    }

    double amplitudeDeviationMillivolt() {
        return amplitudeDeviation;
    }

    Oscillation oscillation(double confidence) {
        double cycles = phase.cycles();
        double period = (end - start) / cycles;
        Measured periodCoulomb = Measured.of(period, period * phase.cyclesDeviation() / cycles);
        Measured amplitudeVolt = Measured.of(amplitude / 1000, amplitudeDeviation / 1000);
        int freedom = Math.max(1, fit.degreesOfFreedom());
        List<LocalOscillation> local = new ArrayList<>();
        for (int i = 0; i < LOCAL_PLACES; i++) {
            local.add(at(-1 + 2.0 * i / (LOCAL_PLACES - 1)));
        }
        return new Oscillation(
                Regularity.REGULAR,
                periodCoulomb,
                periodInterval(periodCoulomb, confidence),
                amplitudeVolt,
                amplitudeVolt.coverageInterval(confidence, freedom),
                cycles,
                periodDrift(),
                amplitudeDrift(),
                waveform(),
                bumps(),
                local);
    }

    private Interval periodInterval(Measured period, double confidence) {
        if (jumps == null) {
            return period.coverageInterval(confidence, fit.cyclesFreedom);
        }
        Interval cycles = jumps.cyclesInterval(Math.min(confidence, MOST_BY_DRAWS));
        Interval drawn = new Interval((end - start) / cycles.high(), (end - start) / cycles.low());
        if (confidence <= MOST_BY_DRAWS) {
            return drawn;
        }
        Interval normal = period.coverageInterval(confidence, Math.max(1, fit.degreesOfFreedom()));
        return new Interval(Math.min(drawn.low(), normal.low()), Math.max(drawn.high(), normal.high()));
    }

    private LocalOscillation at(double x) {
        ModelStructure s = fit.structure;
        double slope = phase.slope(x);
        double slopeDeviation = phase.slopeDeviation(x);
        double period = (end - start) / 2 * 2 * Math.PI / slope;
        double[] envelope = new double[s.envelopeDegree()];
        Bases.legendre(x, envelope.length, envelope);
        double unit = amplitude / Math.sqrt(meanSquare);
        double relative = unit * deviation(fit, s.envelopeStart(), envelope);
        double overall = amplitudeDeviation * fit.envelopeAt(x) / Math.sqrt(meanSquare);
        return new LocalOscillation(
                start + (x + 1) / 2 * (end - start),
                Measured.of(period, Math.abs(period * slopeDeviation / slope)),
                Measured.of(Math.max(0, unit * fit.envelopeAt(x)) / 1000, Math.hypot(relative, overall) / 1000));
    }

    private static double deviation(ModelFit fit, int from, double[] gradient) {
        return Math.sqrt(Math.max(0, Products.variance(gradient, fit.covarianceBlock(from, gradient.length))));
    }

    private Measured periodDrift() {
        double[] drift = phase.drift(-0.9, 0.9);
        return Measured.of(drift[0], drift[1]);
    }

    private Measured amplitudeDrift() {
        ModelStructure s = fit.structure;
        double[] early = new double[s.envelopeDegree()];
        double[] late = new double[s.envelopeDegree()];
        Bases.legendre(-0.9, early.length, early);
        Bases.legendre(0.9, late.length, late);
        for (int k = 0; k < late.length; k++) {
            late[k] -= early[k];
        }
        double change = fit.envelopeAt(0.9) - fit.envelopeAt(-0.9);
        double mean = Math.sqrt(meanSquare);
        return Measured.of(change / mean, deviation(fit, s.envelopeStart(), late) / mean);
    }

    /** The shape, its uncertainty from changing each harmonic coefficient by its standard error. */
    private Waveform waveform() {
        if (jumps != null) {
            return jumps.waveform(fit.structure.harmonics());
        }
        ModelStructure s = fit.structure;
        double[] coefficients = new double[2 * s.harmonics()];
        System.arraycopy(fit.parameters, s.harmonicStart(), coefficients, 0, coefficients.length);
        double rise = riseShare(coefficients);
        double variance = 0;
        if (s.harmonics() > 1) {
            for (int j = 0; j < coefficients.length; j++) {
                double[] changed = coefficients.clone();
                changed[j] += Math.sqrt(fit.covariance(s.harmonicStart() + j, s.harmonicStart() + j));
                double change = riseShare(changed) - rise;
                change -= Math.rint(change);
                variance += change * change;
            }
        }
        double fundamental = coefficients[0] * coefficients[0] + coefficients[1] * coefficients[1];
        double total = 0;
        for (double c : coefficients) {
            total += c * c;
        }
        return new Waveform(Measured.of(rise, Math.sqrt(variance)), s.harmonics(), fundamental / total);
    }

    private static double riseShare(double[] coefficients) {
        return Waveform.riseShare(phase -> {
            double value = 0;
            for (int j = 0; j < coefficients.length; j += 2) {
                int h = j / 2 + 1;
                value += coefficients[j] * Math.cos(h * phase) + coefficients[j + 1] * Math.sin(h * phase);
            }
            return value;
        });
    }

    private Bumps bumps() {
        double[] detrended = new double[record.size()];
        for (int i = 0; i < detrended.length; i++) {
            detrended[i] = record.y[i] - fit.baselineAt(record.x[i]);
        }
        double halfWidth = 1 / phase.cycles() / 12;
        double perWindow = Math.max(1, record.size() * halfWidth);
        double threshold = Math.max(0.3 * amplitude, 4 * fit.noiseDeviation() / Math.sqrt(perWindow));
        return BumpFinder.of(BumpFinder.smoothed(record.x, detrended, halfWidth), threshold)
                .bumps();
    }

    static NoiseSummary noise(PlateauRecord record, ModelFit fit, double span) {
        double spacing = 2.0 / (record.size() - 1);
        NoiseModel noise = fit.noise;
        return new NoiseSummary(
                fit.noiseDeviation() / 1000,
                noise.correlatedShare(),
                noise.isWhite() ? 0 : noise.correlationLength() * span / 2,
                record.size(),
                noise.effectiveSampleSize(record.size(), spacing));
    }

    /** Amplitude (mV) of what a voltage step makes of a smooth slope, given the noise that blurs it. */
    static double resolutionArtefact(double stepMillivolt, double noiseMillivolt) {
        if (!(stepMillivolt > 0)) {
            return 0;
        }
        double ratio = Math.max(0, noiseMillivolt * noiseMillivolt / (stepMillivolt * stepMillivolt) - 1 / 12.0);
        double full = Math.sqrt(2.0 / 12);
        return stepMillivolt * Math.min(full, 2 / Math.PI * Math.exp(-2 * Math.PI * Math.PI * ratio));
    }
}
