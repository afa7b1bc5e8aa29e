package io.github.spinodal.phasefield.oscillation;

import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.GalvanostaticCurve;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds and measures the voltage oscillation on the plateau of a constant-current curve, measured or simulated.
 *
 * <p>One joint model is fitted by generalised least squares: a cubic-spline baseline, a harmonic series whose phase and
 * amplitude may drift smoothly along the charge, and coloured noise (white plus an Ornstein-Uhlenbeck process, the AR(1)
 * of uneven sampling). Baseline and oscillation are estimated together, so the baseline neither eats nor invents one; how
 * flexible each part is, is decided by Schwarz's criterion, with pure baselines among the competitors.
 *
 * <p>Bumps that come too unevenly for a phase are measured one by one: in a record without much noise as they are, in noise
 * as a damped oscillator sees them, if that describes the record better than the joint model. Its likelihood is compared
 * with that of noise that does not oscillate.
 *
 * <p>A waveform that jumps once a period is timed by its jumps, each of which lies between two samples; where noise hides them
 * one by one, by all of them together.
 *
 * <p>Noise may be so smooth that it makes waves itself, of no preferred period. Unless it is ruled out, an oscillation must be
 * better described by a phase than by such noise, or have a spectrum that rises towards its period, or bumps that come more
 * evenly than those of smooth noise.
 *
 * <p>Immutable; settings are changed by copies.
 */
public final class OscillationAnalysis implements Serializable {
    private static final long serialVersionUID = 2L;

    private static final int FEWEST_SAMPLES = 40;
    private static final double FEWEST_PERIODS = 3;
    /** Unless there are surely as many periods, what is left of the fit must not be as smooth and nearly as large as the oscillation. */
    private static final double FEW_PERIODS = 6;

    private static final double SLOW_SHARE = 0.4;
    /** No instrument resolves a microvolt on a cell, and the time steps of a simulation leave a tenth of it. */
    private static final double SMALLEST_MILLIVOLT = 1e-3;

    private final double significanceLevel;
    private final double confidence;
    private final double absenceLimitVolt;
    private final AnalysisWindow window;
    private final boolean smoothNoise;

    private OscillationAnalysis(
            double significanceLevel,
            double confidence,
            double absenceLimitVolt,
            AnalysisWindow window,
            boolean smoothNoise) {
        this.significanceLevel = significanceLevel;
        this.confidence = confidence;
        this.absenceLimitVolt = absenceLimitVolt;
        this.window = window;
        this.smoothNoise = smoothNoise;
    }

    /**
     * The settings for most curves: 1 % false alarms, 95 % intervals, the plateau found by itself, absence stated where an
     * oscillation of 0.4 mV would have been found.
     *
     * @return the analysis
     */
    public static OscillationAnalysis withDefaults() {
        return new OscillationAnalysis(0.01, 0.95, 0.4e-3, AnalysisWindow.FOUND, true);
    }

    /**
     * Another rate of false alarms.
     *
     * @param level chance of calling noise an oscillation, in (0, 0.5)
     * @return the changed copy
     * @throws io.github.spinodal.core.InvalidValueException if the level is invalid
     */
    public OscillationAnalysis withSignificanceLevel(double level) {
        Require.inside("significance level", level, 0, 0.5);
        return new OscillationAnalysis(level, confidence, absenceLimitVolt, window, smoothNoise);
    }

    /**
     * Another confidence of the intervals.
     *
     * @param level chance that an interval covers the truth, in (0, 1)
     * @return the changed copy
     * @throws io.github.spinodal.core.InvalidValueException if the level is invalid
     */
    public OscillationAnalysis withConfidence(double level) {
        Require.inside("confidence", level, 0, 1);
        return new OscillationAnalysis(significanceLevel, level, absenceLimitVolt, window, smoothNoise);
    }

    /**
     * Another amplitude that counts as absence: where a larger one would have been found, "nothing found" is a result.
     *
     * @param volt amplitude (V), positive
     * @return the changed copy
     * @throws io.github.spinodal.core.InvalidValueException if the amplitude is not positive
     */
    public OscillationAnalysis withAbsenceLimit(double volt) {
        Require.positive("absence limit (V)", volt);
        return new OscillationAnalysis(significanceLevel, confidence, volt, window, smoothNoise);
    }

    /**
     * Any part of the curve instead of the plateau found, flat or not, as for a negative control beside the plateau. Where no
     * oscillation is found, {@link OscillationResult#amplitudeLimitVolt()} says which one would have been, and
     * {@link OscillationResult#searchedPeriodCoulomb()} for which periods.
     *
     * @param from charge at its beginning (C)
     * @param to charge at its end (C), larger
     * @return the changed copy
     * @throws io.github.spinodal.core.InvalidValueException if the charges are not finite or not in order
     */
    public OscillationAnalysis withWindow(double from, double to) {
        Require.finite("beginning of the window (C)", from);
        Require.finite("end of the window (C)", to);
        Require.positive("width of the window (C)", to - from);
        return within(new AnalysisWindow(AnalysisWindow.Kind.CHARGE, from, to));
    }

    /**
     * The same part in shares of the curve's charge, which are fillings of an electrode that is emptied or filled completely.
     *
     * @param from share at its beginning, in [0, 1)
     * @param to share at its end, in (from, 1]
     * @return the changed copy
     * @throws io.github.spinodal.core.InvalidValueException if the shares are outside [0, 1] or not in order
     */
    public OscillationAnalysis withWindowOfCharge(double from, double to) {
        Require.within("beginning of the window (share of the charge)", from, 0, 1);
        Require.within("end of the window (share of the charge)", to, 0, 1);
        Require.positive("width of the window (share of the charge)", to - from);
        return within(new AnalysisWindow(AnalysisWindow.Kind.SHARE, from, to));
    }

    private OscillationAnalysis within(AnalysisWindow newWindow) {
        return new OscillationAnalysis(significanceLevel, confidence, absenceLimitVolt, newWindow, smoothNoise);
    }

    /**
     * For curves that hold no smooth noise: those of a simulation without noise, or of a cell whose twin without the cause of
     * the oscillation is flat. Their waves are taken for an oscillation even where they prefer no period more than those of
     * smooth noise do; bumps seen one by one must only come more evenly than at random places.
     *
     * @return the changed copy
     */
    public OscillationAnalysis withoutSmoothNoise() {
        return new OscillationAnalysis(significanceLevel, confidence, absenceLimitVolt, window, false);
    }

    /**
     * Analyses one branch.
     *
     * @param curve the branch, charge or discharge
     * @return what was found; a verdict says so if nothing could be determined
     */
    public OscillationResult analyze(GalvanostaticCurve curve) {
        CurveCleaning clean = window.cleaned(curve);
        RecordTreatment treatment = new RecordTreatment(
                clean.pauses, clean.spikes, clean.averagedFrom, clean.charge.length, clean.resolutionVolt);
        if (clean.charge.length == 0) {
            return stop(curve, OscillationVerdict.TOO_FEW_SAMPLES, null, treatment);
        }
        double lowest = Arrays.stream(clean.voltage).min().orElse(0);
        double highest = Arrays.stream(clean.voltage).max().orElse(0);
        if (highest - lowest <= 1e-12 * Math.abs(highest)) {
            return stop(curve, OscillationVerdict.CONSTANT_VOLTAGE, null, treatment);
        }
        if (clean.charge.length < FEWEST_SAMPLES) {
            return stop(curve, OscillationVerdict.TOO_FEW_SAMPLES, null, treatment);
        }
        Plateau plateau = window.kind() == AnalysisWindow.Kind.PLATEAU
                ? PlateauFinder.find(clean.charge, clean.voltage)
                : window.described(curve, clean);
        if (plateau == null) {
            return stop(curve, OscillationVerdict.NO_PLATEAU, null, treatment);
        }
        int from = 0;
        int to = clean.charge.length;
        while (from < to && clean.charge[from] < plateau.fromCoulomb()) {
            from++;
        }
        while (to > from && clean.charge[to - 1] > plateau.toCoulomb()) {
            to--;
        }
        if (to - from < FEWEST_SAMPLES) {
            return stop(curve, OscillationVerdict.TOO_FEW_SAMPLES, plateau, treatment);
        }
        double[] charge = Arrays.copyOfRange(clean.charge, from, to);
        double[] voltage = Arrays.copyOfRange(clean.voltage, from, to);
        return analyze(curve, plateau, treatment, charge, voltage);
    }

    private OscillationResult analyze(
            GalvanostaticCurve curve, Plateau plateau, RecordTreatment treatment, double[] charge, double[] voltage) {
        int n = charge.length;
        double start = charge[0];
        double end = charge[n - 1];
        PlateauRecord record = PlateauRecord.of(charge, voltage, start, end);
        ModelSelection selection = new ModelSelection(record, FEWEST_PERIODS);
        ModelFit baseline = selection.bestBaseline();
        double roundOff = 1e-12 * Math.abs(record.meanMillivolt);
        if (baseline.noiseDeviation() <= roundOff) {
            AmplitudeLimit none = new AmplitudeLimit(0, selection.fewestCycles(), selection.mostCycles());
            return result(
                    curve,
                    OscillationVerdict.NO_OSCILLATION,
                    plateau,
                    null,
                    1,
                    none,
                    treatment,
                    record,
                    charge,
                    baseline);
        }
        ModelSelection.Candidate candidate = selection.search();
        double probability = candidate == null ? 1 : candidate.probability();
        AmplitudeLimit limit = AmplitudeLimit.of(selection, baseline, candidate, significanceLevel, record);
        // Most records need no spectrum, which takes a sixth of the time of their search.
        Supplier<SpectralRise> rise = smoothNoise ? () -> SpectralRise.of(record, (int) selection.mostCycles()) : null;
        if (candidate != null && probability <= significanceLevel) {
            ModelFit fit = selection.elaborate(candidate.oscillation());
            if (fit.criterion() < baseline.criterion()) {
                ModelFit line = candidate.oscillation();
                return determined(
                        curve, plateau, treatment, charge, record, selection, line, fit, rise, probability, limit);
            }
            probability = Math.max(probability, significanceLevel);
        }
        UnevenBumps bumps = UnevenBumps.of(
                record, baseline, probability, rise, significanceLevel, treatment.resolutionVolt() * 1000);
        if (bumps != null && bumps.probability() <= significanceLevel) {
            return irregular(bumps, curve, plateau, treatment, charge, record, limit);
        }
        ModelSelection.Candidate slow = selection.searchTooSlow();
        OscillationVerdict verdict = OscillationVerdict.BELOW_NOISE;
        if (bumps != null) {
            verdict = OscillationVerdict.NO_PREFERRED_PERIOD;
            limit = limit.including(upperBound(bumps), bumps.measures().cycles());
        }
        if (slow != null
                && slow.probability() <= significanceLevel
                && slow.oscillation().criterion() < baseline.criterion()) {
            verdict = OscillationVerdict.TOO_FEW_PERIODS;
            ModelFit wave = slow.oscillation();
            limit = limit.including(AmplitudeLimit.upperBound(wave, record), wave.cycles());
        }
        AmplitudeLimit widest = widest(limit, record, selection);
        if (isAbsence(widest)) {
            verdict = OscillationVerdict.NO_OSCILLATION;
        }
        return result(curve, verdict, plateau, null, probability, widest, treatment, record, charge, baseline);
    }

    /** A limit for more periods, if the record is so smooth that it needs no statistics. */
    private AmplitudeLimit widest(AmplitudeLimit limit, PlateauRecord record, ModelSelection selection) {
        AmplitudeLimit smooth = smoothBound(record, selection);
        return smooth == null ? limit : smooth;
    }

    private @Nullable AmplitudeLimit smoothBound(PlateauRecord record, ModelSelection selection) {
        return SmoothRecord.bound(record, 1000 * absenceLimitVolt, selection.mostCycles());
    }

    private boolean isAbsence(AmplitudeLimit limit) {
        return limit.millivolt() <= 1000 * absenceLimitVolt;
    }

    private static double upperBound(UnevenBumps bumps) {
        IrregularMeasures measures = bumps.measures();
        return measures.amplitudeMillivolt() * (1 + AmplitudeLimit.UPPER / measures.clearness());
    }

    private OscillationResult determined(
            GalvanostaticCurve curve,
            Plateau plateau,
            RecordTreatment treatment,
            double[] charge,
            PlateauRecord record,
            ModelSelection selection,
            ModelFit candidate,
            ModelFit found,
            @Nullable Supplier<SpectralRise> rise,
            double lineProbability,
            AmplitudeLimit limit) {
        UnevenBumps bumps = UnevenBumps.of(
                record, found, lineProbability, rise, significanceLevel, treatment.resolutionVolt() * 1000);
        if (bumps != null && bumps.probability() <= significanceLevel) {
            return irregular(bumps, curve, plateau, treatment, charge, record, limit);
        }
        RegularWave wave = RegularWave.best(record, selection, candidate, found);
        double probability = lineProbability;
        ModelFit fit = wave.fit();
        OscillationMeasures measures =
                OscillationMeasures.of(record, selection, fit, wave.jumps(), charge[0], charge[charge.length - 1]);
        OscillationVerdict verdict = OscillationVerdict.OSCILLATION;
        if (fit.cycles() < FEWEST_PERIODS * 0.97) {
            verdict = OscillationVerdict.TOO_FEW_PERIODS;
        } else if (!(measures.amplitudeMillivolt() >= 3 * measures.amplitudeDeviationMillivolt())) {
            verdict = OscillationVerdict.BELOW_THREE_SIGMA;
        } else if (measures.phase().cycles() - 2 * measures.phase().cyclesDeviation() < FEW_PERIODS
                && slowStructure(fit) > SLOW_SHARE * measures.amplitudeMillivolt()) {
            verdict = OscillationVerdict.FEW_AMONG_SLOW_STRUCTURE;
        } else if (measures.amplitudeMillivolt()
                < 2 * OscillationMeasures.resolutionArtefact(treatment.resolutionVolt() * 1000, fit.noiseDeviation())) {
            verdict = OscillationVerdict.BELOW_RESOLUTION;
        } else if (rise != null && SmoothNoise.criterion(record, fit.structure.baseline()) <= wave.criterion()) {
            probability = Math.max(probability, rise.get().probability(fit.cycles()));
            verdict = probability > significanceLevel ? OscillationVerdict.NO_PREFERRED_PERIOD : verdict;
        }
        AmplitudeLimit all = limit;
        double largest = measures.amplitudeMillivolt()
                + slowStructure(fit)
                + AmplitudeLimit.UPPER * measures.amplitudeDeviationMillivolt();
        if (bumps != null) {
            largest = Math.max(largest, upperBound(bumps));
        }
        boolean otherWaves = verdict == OscillationVerdict.FEW_AMONG_SLOW_STRUCTURE
                || verdict == OscillationVerdict.TOO_FEW_PERIODS
                || verdict == OscillationVerdict.NO_PREFERRED_PERIOD;
        if (otherWaves || largest < SMALLEST_MILLIVOLT) {
            all = widest(limit.including(largest, fit.cycles()), record, selection);
            verdict = isAbsence(all) ? OscillationVerdict.NO_OSCILLATION : verdict;
        } else if (verdict == OscillationVerdict.BELOW_THREE_SIGMA) {
            // What statistics cannot bound, a record without noise still does.
            AmplitudeLimit smooth = smoothBound(record, selection);
            if (smooth != null) {
                all = smooth;
                verdict = OscillationVerdict.NO_OSCILLATION;
            }
        }
        Oscillation oscillation = verdict == OscillationVerdict.OSCILLATION ? measures.oscillation(confidence) : null;
        return result(curve, verdict, plateau, oscillation, probability, all, treatment, record, charge, fit);
    }

    /** Amplitude (mV) of what the fit leaves and a sample shares with the next: shorter correlation makes no waves. */
    private static double slowStructure(ModelFit fit) {
        return fit.noiseDeviation() * Math.sqrt(8 * fit.noise.lagOne(2.0 / (fit.samples - 1)));
    }

    /** The result for bumps that noise of no preferred period does not make. */
    private OscillationResult irregular(
            UnevenBumps bumps,
            GalvanostaticCurve curve,
            Plateau plateau,
            RecordTreatment treatment,
            double[] charge,
            PlateauRecord record,
            AmplitudeLimit limit) {
        IrregularMeasures measures = bumps.measures();
        Oscillation oscillation = measures.oscillation(charge[0], charge[charge.length - 1], confidence);
        return result(
                curve,
                OscillationVerdict.OSCILLATION,
                plateau,
                oscillation,
                bumps.probability(),
                limit,
                treatment,
                record,
                charge,
                measures.baseline());
    }

    private static OscillationResult stop(
            GalvanostaticCurve curve,
            OscillationVerdict verdict,
            @Nullable Plateau plateau,
            RecordTreatment treatment) {
        return OscillationResult.undetermined(curve.direction(), verdict, plateau, treatment, curve.capacityCoulomb());
    }

    private static OscillationResult result(
            GalvanostaticCurve curve,
            OscillationVerdict verdict,
            Plateau plateau,
            @Nullable Oscillation oscillation,
            double probability,
            AmplitudeLimit limit,
            RecordTreatment treatment,
            PlateauRecord record,
            double[] charge,
            ModelFit fit) {
        int n = charge.length;
        double[] baseline = new double[n];
        double[] detrended = new double[n];
        double[] model = new double[n];
        for (int i = 0; i < n; i++) {
            double smooth = fit.baselineAt(record.x[i]);
            baseline[i] = (smooth + record.meanMillivolt) / 1000;
            detrended[i] = (record.y[i] - smooth) / 1000;
            model[i] = oscillation == null ? 0 : fit.oscillationAt(record.x[i]) / 1000;
        }
        return new OscillationResult(
                curve.direction(),
                verdict,
                plateau,
                oscillation,
                probability,
                limit.millivolt() / 1000,
                limit.periodsCoulomb(charge[n - 1] - charge[0]),
                OscillationMeasures.noise(record, fit, charge[n - 1] - charge[0]),
                treatment,
                curve.capacityCoulomb(),
                charge,
                baseline,
                detrended,
                model);
    }

    /**
     * The settings.
     *
     * @return a sentence
     */
    @Override
    public String toString() {
        return "OscillationAnalysis[significance level " + significanceLevel + ", confidence " + confidence
                + ", absence limit " + absenceLimitVolt + " V, within " + window
                + (smoothNoise ? "" : ", no smooth noise")
                + "]";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OscillationAnalysis that
                && Double.compare(significanceLevel, that.significanceLevel) == 0
                && Double.compare(confidence, that.confidence) == 0
                && Double.compare(absenceLimitVolt, that.absenceLimitVolt) == 0
                && window.equals(that.window)
                && smoothNoise == that.smoothNoise;
    }

    @Override
    public int hashCode() {
        return Objects.hash(significanceLevel, confidence, absenceLimitVolt, window, smoothNoise);
    }
}
