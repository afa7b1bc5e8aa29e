package io.github.spinodal.phasefield.oscillation;

import io.github.spinodal.core.data.GalvanostaticCurve.Direction;
import io.github.spinodal.core.quantity.Interval;
import io.github.spinodal.core.table.ResultTable;
import io.github.spinodal.core.table.Row;
import io.github.spinodal.core.table.Tabular;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@link OscillationAnalysis} found on one branch of a curve, with everything needed to judge and draw it. */
public final class OscillationResult implements Serializable, Tabular {
    private static final long serialVersionUID = 1L;

    private final Direction direction;
    private final OscillationVerdict verdict;
    private final @Nullable Plateau plateau;
    private final @Nullable Oscillation oscillation;
    private final double probability;
    private final double amplitudeLimitVolt;
    private final @Nullable Interval searchedPeriodCoulomb;
    private final @Nullable NoiseSummary noise;
    private final RecordTreatment treatment;
    private final double capacityCoulomb;
    private final double[] chargeCoulomb;
    private final double[] baselineVolt;
    private final double[] detrendedVolt;
    private final double[] modelVolt;

    OscillationResult(
            Direction direction,
            OscillationVerdict verdict,
            @Nullable Plateau plateau,
            @Nullable Oscillation oscillation,
            double probability,
            double amplitudeLimitVolt,
            @Nullable Interval searchedPeriodCoulomb,
            @Nullable NoiseSummary noise,
            RecordTreatment treatment,
            double capacityCoulomb,
            double[] chargeCoulomb,
            double[] baselineVolt,
            double[] detrendedVolt,
            double[] modelVolt) {
        this.direction = direction;
        this.verdict = verdict;
        this.plateau = plateau;
        this.oscillation = oscillation;
        this.probability = probability;
        this.amplitudeLimitVolt = amplitudeLimitVolt;
        this.searchedPeriodCoulomb = searchedPeriodCoulomb;
        this.noise = noise;
        this.treatment = treatment;
        this.capacityCoulomb = capacityCoulomb;
        this.chargeCoulomb = chargeCoulomb;
        this.baselineVolt = baselineVolt;
        this.detrendedVolt = detrendedVolt;
        this.modelVolt = modelVolt;
    }

    static OscillationResult undetermined(
            Direction direction,
            OscillationVerdict verdict,
            @Nullable Plateau plateau,
            RecordTreatment treatment,
            double capacityCoulomb) {
        double[] none = new double[0];
        return new OscillationResult(
                direction,
                verdict,
                plateau,
                null,
                1,
                Double.NaN,
                null,
                null,
                treatment,
                capacityCoulomb,
                none,
                none,
                none,
                none);
    }

    /**
     * Which branch was analysed.
     *
     * @return direction of the current
     */
    public Direction direction() {
        return direction;
    }

    /**
     * The verdict.
     *
     * @return what was found, or why nothing could be
     */
    public OscillationVerdict verdict() {
        return verdict;
    }

    /**
     * The plateau that was analysed.
     *
     * @return the plateau; empty if none was found
     */
    public Optional<Plateau> plateau() {
        return Optional.ofNullable(plateau);
    }

    /**
     * The oscillation.
     *
     * @return period, amplitude and the rest; empty unless the verdict is {@link OscillationVerdict#OSCILLATION}
     */
    public Optional<Oscillation> oscillation() {
        return Optional.ofNullable(oscillation);
    }

    /**
     * Chance that noise alone shows as much. For a {@link Regularity#REGULAR} oscillation that coloured noise shows a line as
     * strong, the search over period and drift included, or, where only the spectrum tells it from smooth noise, that a
     * spectrum that falls rises as much, if that is more. For an {@link Regularity#IRREGULAR} one that smooth noise spaces its
     * bumps as evenly or has as much of a rise in its spectrum; in noise that hides single bumps, the larger of the chances
     * of such a rise and of noise of one correlation length gaining as much likelihood by a frequency. {@link
     * OscillationAnalysis#withoutSmoothNoise()} takes the smallest of the chances of line, resonance and bumps at random places
     * instead. It says whether something stands out, not how large it is.
     *
     * @return p-value in [0, 1]; 1 if the curve could not be searched
     */
    public double probability() {
        return probability;
    }

    /**
     * With no oscillation found, an upper limit at 95 % for the amplitude of a regular one, whatever its period among {@link
     * #searchedPeriodCoulomb()}: in 95 of 100 records an oscillation as large as the limit stated would be found or would
     * leave a limit above itself. With at least ten periods in the analysed charge it would be found.
     *
     * @return amplitude (V) in the definition of {@link Oscillation#amplitudeVolt()}; NaN if the curve could not be
     *     searched
     */
    public double amplitudeLimitVolt() {
        return amplitudeLimitVolt;
    }

    /**
     * The periods for which {@link #amplitudeLimitVolt()} holds: longer ones cannot be told from the baseline, shorter ones
     * have too few samples.
     *
     * @return shortest and longest period (C); empty if the curve could not be searched
     */
    public Optional<Interval> searchedPeriodCoulomb() {
        return Optional.ofNullable(searchedPeriodCoulomb);
    }

    /**
     * The noise that is left.
     *
     * @return the noise; empty if the curve could not be searched
     */
    public Optional<NoiseSummary> noise() {
        return Optional.ofNullable(noise);
    }

    /**
     * What was done to the samples before the analysis.
     *
     * @return counts of pauses, spikes and the like
     */
    public RecordTreatment treatment() {
        return treatment;
    }

    /**
     * Charge of the whole curve.
     *
     * @return charge (C)
     */
    public double capacityCoulomb() {
        return capacityCoulomb;
    }

    /**
     * Charges of the analysed samples.
     *
     * @return a copy (C)
     */
    public double[] chargeCoulomb() {
        return chargeCoulomb.clone();
    }

    /**
     * The smooth baseline at the analysed samples.
     *
     * @return a copy (V)
     */
    public double[] baselineVolt() {
        return baselineVolt.clone();
    }

    /**
     * Voltage less baseline at the analysed samples.
     *
     * @return a copy (V)
     */
    public double[] detrendedVolt() {
        return detrendedVolt.clone();
    }

    /**
     * The fitted oscillation at the analysed samples.
     *
     * @return a copy (V); zeros if there is none
     */
    public double[] modelVolt() {
        return modelVolt.clone();
    }

    /**
     * 2 sqrt(2) times the root mean square of voltage less baseline, noise included, over a part of the plateau. For a
     * curve without noise this is the amplitude without any model of the oscillation. The mean is over the charge, each
     * sample standing for what lies between its neighbours: a simulation takes more samples where grains switch.
     *
     * @param fromShare beginning of the part as a share of the plateau, in [0, 1)
     * @param toShare its end, in (fromShare, 1]
     * @return amplitude (V); NaN if the part holds no sample
     */
    public double detrendedAmplitudeVolt(double fromShare, double toShare) {
        if (chargeCoulomb.length == 0) {
            return Double.NaN;
        }
        double first = chargeCoulomb[0];
        double span = chargeCoulomb[chargeCoulomb.length - 1] - first;
        double square = 0;
        double charge = 0;
        int last = chargeCoulomb.length - 1;
        for (int i = 0; i <= last; i++) {
            double share = (chargeCoulomb[i] - first) / span;
            if (share >= fromShare && share <= toShare) {
                double own = chargeCoulomb[Math.min(i + 1, last)] - chargeCoulomb[Math.max(i - 1, 0)];
                square += own * detrendedVolt[i] * detrendedVolt[i];
                charge += own;
            }
        }
        return 2 * Math.sqrt(2 * square / charge);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OscillationResult that
                && direction == that.direction
                && verdict == that.verdict
                && Objects.equals(plateau, that.plateau)
                && Objects.equals(oscillation, that.oscillation)
                && Double.compare(probability, that.probability) == 0
                && Double.compare(amplitudeLimitVolt, that.amplitudeLimitVolt) == 0
                && Objects.equals(searchedPeriodCoulomb, that.searchedPeriodCoulomb)
                && Objects.equals(noise, that.noise)
                && treatment.equals(that.treatment)
                && capacityCoulomb == that.capacityCoulomb
                && Arrays.equals(chargeCoulomb, that.chargeCoulomb)
                && Arrays.equals(baselineVolt, that.baselineVolt)
                && Arrays.equals(detrendedVolt, that.detrendedVolt)
                && Arrays.equals(modelVolt, that.modelVolt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(direction, verdict, plateau, oscillation, probability);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(direction).append(": ").append(verdict.text());
        if (oscillation != null) {
            text.append(", period ")
                    .append(oscillation.periodMicroampereHours().withUnit("uAh"))
                    .append(", amplitude ")
                    .append(oscillation.amplitudeMillivolts().withUnit("mV"))
                    .append(String.format(Locale.ROOT, ", %.1f periods", oscillation.periods()));
        } else if (!Double.isNaN(amplitudeLimitVolt)) {
            text.append(String.format(Locale.ROOT, ", amplitude below %.3g mV", amplitudeLimitVolt * 1000));
        }
        if (noise != null) {
            text.append(
                    String.format(Locale.ROOT, ", p = %.2g, noise %.3g mV", probability, noise.deviationVolt() * 1000));
        }
        return text.toString();
    }

    /**
     * Verdict, probability and, where there is an oscillation, period and amplitude with their standard uncertainties; one
     * row.
     *
     * @return the table
     */
    @Override
    public ResultTable table() {
        Row row = Row.empty()
                .with("direction", direction().name())
                .with("verdict", verdict().name())
                .with("probability (1)", probability());
        return ResultTable.of(List.of(oscillation()
                .map(o -> row.with("period (uAh)", o.periodMicroampereHours().value())
                        .with("uncertainty (uAh)", o.periodMicroampereHours().standardUncertainty())
                        .with("amplitude (mV)", o.amplitudeMillivolts().value())
                        .with("uncertainty (mV)", o.amplitudeMillivolts().standardUncertainty()))
                .orElse(row)));
    }
}
