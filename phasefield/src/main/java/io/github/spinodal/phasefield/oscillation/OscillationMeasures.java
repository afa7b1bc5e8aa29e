package io.github.spinodal.phasefield.oscillation;

import io.github.spinodal.core.quantity.Measured;
import java.util.ArrayList;
import java.util.List;

/** Period, amplitude, drift and shape from a fitted model, each with its uncertainty from the fit's covariance. */
final class OscillationMeasures {
    private static final int LOCAL_PLACES = 41;

    private final PlateauRecord record;
    private final ModelFit fit;
    private final double start;
    private final double end;
    private final double meanSquare;
    private final double amplitude;
    private final double amplitudeDeviation;

    private OscillationMeasures(
            PlateauRecord record,
            ModelFit fit,
            double start,
            double end,
            double meanSquare,
            double amplitude,
            double amplitudeDeviation) {
        this.record = record;
        this.fit = fit;
        this.start = start;
        this.end = end;
        this.meanSquare = meanSquare;
        this.amplitude = amplitude;
        this.amplitudeDeviation = amplitudeDeviation;
    }

    static OscillationMeasures of(
            PlateauRecord record, ModelSelection selection, ModelFit fit, double start, double end) {
        int harmonics = Math.min(2 * fit.structure.harmonics() + 1, selection.largestHarmonic(fit.cycles()));
        ModelFit full = harmonics > fit.structure.harmonics() && harmonics * 2 < record.size() / 4
                ? selection.withHarmonics(fit, harmonics)
                : fit;
        ModelStructure s = full.structure;
        double envelope = 1;
        for (int k = 1; k <= s.envelopeDegree(); k++) {
            double e = full.parameters[s.envelopeStart() + k - 1];
            envelope += e * e / (2 * k + 1);
        }
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
        return new OscillationMeasures(record, fit, start, end, envelope, amplitude, deviation);
    }

    double amplitudeMillivolt() {
        return amplitude;
    }

    double amplitudeDeviationMillivolt() {
        return amplitudeDeviation;
    }

    Oscillation oscillation(double confidence) {
        double cycles = fit.cycles();
        double period = (end - start) / cycles;
        Measured periodCoulomb = Measured.of(period, period * fit.cyclesDeviation() / cycles);
        Measured amplitudeVolt = Measured.of(amplitude / 1000, amplitudeDeviation / 1000);
        int freedom = Math.max(1, fit.degreesOfFreedom());
        List<LocalOscillation> local = new ArrayList<>();
        for (int i = 0; i < LOCAL_PLACES; i++) {
            local.add(at(-1 + 2.0 * i / (LOCAL_PLACES - 1)));
        }
        return new Oscillation(
                Regularity.REGULAR,
                periodCoulomb,
                periodCoulomb.coverageInterval(confidence, fit.cyclesFreedom),
                amplitudeVolt,
                amplitudeVolt.coverageInterval(confidence, freedom),
                cycles,
                periodDrift(),
                amplitudeDrift(),
                waveform(),
                bumps(),
                local);
    }

    private LocalOscillation at(double x) {
        ModelStructure s = fit.structure;
        double slope = fit.phaseSlope(x);
        double[] slopes = new double[s.phaseDegree()];
        Bases.legendreSlopes(x, slopes.length, slopes);
        double slopeDeviation = deviation(fit, s.phaseStart(), slopes);
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
        double sum = 0;
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < gradient.length; j++) {
                sum += gradient[i] * gradient[j] * fit.covariance(from + i, from + j);
            }
        }
        return Math.sqrt(Math.max(0, sum));
    }

    private Measured periodDrift() {
        ModelStructure s = fit.structure;
        double cycles = fit.cycles();
        double early = fit.phaseSlope(-0.9);
        double late = fit.phaseSlope(0.9);
        double[] earlySlopes = new double[s.phaseDegree()];
        double[] lateSlopes = new double[s.phaseDegree()];
        Bases.legendreSlopes(-0.9, earlySlopes.length, earlySlopes);
        Bases.legendreSlopes(0.9, lateSlopes.length, lateSlopes);
        double mean = Math.PI * cycles;
        double[] gradient = new double[s.phaseDegree()];
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] = mean * (earlySlopes[k] / (early * early) - lateSlopes[k] / (late * late));
        }
        return Measured.of(mean / late - mean / early, deviation(fit, s.phaseStart(), gradient));
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
        int steps = 720;
        int lowest = 0;
        int highest = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < steps; i++) {
            double phase = 2 * Math.PI * i / steps;
            double value = 0;
            for (int j = 0; j < coefficients.length; j += 2) {
                int h = j / 2 + 1;
                value += coefficients[j] * Math.cos(h * phase) + coefficients[j + 1] * Math.sin(h * phase);
            }
            if (value < low) {
                low = value;
                lowest = i;
            }
            if (value > high) {
                high = value;
                highest = i;
            }
        }
        return Math.floorMod(highest - lowest, steps) / (double) steps;
    }

    private Bumps bumps() {
        double[] detrended = new double[record.size()];
        for (int i = 0; i < detrended.length; i++) {
            detrended[i] = record.y[i] - fit.baselineAt(record.x[i]);
        }
        double halfWidth = 1 / fit.cycles() / 12;
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
