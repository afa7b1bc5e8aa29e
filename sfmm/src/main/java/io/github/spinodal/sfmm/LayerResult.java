package io.github.spinodal.sfmm;

import io.github.spinodal.core.quantity.Interval;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.core.table.ResultTable;
import io.github.spinodal.core.table.Row;
import io.github.spinodal.core.table.Tabular;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the analysis of a force curve found: a verdict with its reason, the thickness with its budget, and the fit. */
public final class LayerResult implements Serializable, Tabular {
    private static final long serialVersionUID = 1L;

    /** The 97.5 % point of the normal distribution. */
    static final double NORMAL_95 = 1.959963984540054;

    private final LayerVerdict verdict;
    private final String reason;
    private final double evidence;
    private final @Nullable LayerFit fit;
    private final @Nullable Thickness thickness;
    private final List<CurveRegion> regions;
    private final List<String> notes;

    /**
     * A thickness, constructed in two ways.
     *
     * @param fittedSlope with the slope of the solid contact fitted (nm), statistical uncertainty
     * @param unitSlope as the study constructs it, a solid line of slope one through the middle of the solid contact (nm),
     *     statistical uncertainty
     * @param budget parts of the uncertainty of the first
     * @param statisticalInterval95 interval (nm) that covers the first with 95 % as far as the noise of the curve goes; not
     *     symmetric where the layer is thin or the noise slow
     */
    public record Thickness(
            Measured fittedSlope, Measured unitSlope, ThicknessBudget budget, Interval statisticalInterval95)
            implements Serializable {
        private static final long serialVersionUID = 1L;

        /**
         * Interval of 95 % with the whole budget.
         *
         * @return interval (nm)
         */
        public Interval combinedInterval95() {
            double value = fittedSlope.value();
            double systematic = budget.combined() * budget.combined() - budget.statistical() * budget.statistical();
            double reach = NORMAL_95 * Math.sqrt(Math.max(0, systematic));
            return new Interval(
                    value - Math.hypot(value - statisticalInterval95.low(), reach),
                    value + Math.hypot(statisticalInterval95.high() - value, reach));
        }
    }

    LayerResult(
            LayerVerdict verdict,
            String reason,
            double evidence,
            @Nullable LayerFit fit,
            @Nullable Thickness thickness,
            List<CurveRegion> regions,
            List<String> notes) {
        this.verdict = verdict;
        this.reason = reason;
        this.evidence = evidence;
        this.fit = fit;
        this.thickness = thickness;
        this.regions = List.copyOf(regions);
        this.notes = List.copyOf(notes);
    }

    /**
     * The verdict.
     *
     * @return layer, clean or uncertain
     */
    public LayerVerdict verdict() {
        return verdict;
    }

    /**
     * Why the verdict is what it is.
     *
     * @return one sentence
     */
    public String reason() {
        return reason;
    }

    /**
     * How much better a layer describes the curve than a bare surface: the fall of the sum of squared whitened residuals over
     * the noise variance, for three more parameters.
     *
     * @return evidence, zero or positive; chi-square distributed on a bare surface but for the search
     */
    public double evidence() {
        return evidence;
    }

    /**
     * The fit behind the verdict, if one was possible.
     *
     * @return the layered fit for a layer, the bare one for a clean surface
     */
    public Optional<LayerFit> fit() {
        return Optional.ofNullable(fit);
    }

    /**
     * The thickness, if there is a layer.
     *
     * @return thickness and budget; empty unless the verdict is a layer
     */
    public Optional<Thickness> thickness() {
        return Optional.ofNullable(thickness);
    }

    /**
     * The regions of the approach in the order of Z.
     *
     * @return an unmodifiable list, empty if no fit was possible
     */
    public List<CurveRegion> regions() {
        return regions;
    }

    /**
     * What was done to the curve before the fit, and what its interval is known not to keep of its promise.
     *
     * @return an unmodifiable list of sentences
     */
    public List<String> notes() {
        return notes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LayerResult that
                && verdict == that.verdict
                && reason.equals(that.reason)
                && Double.compare(evidence, that.evidence) == 0
                && Objects.equals(fit, that.fit)
                && Objects.equals(thickness, that.thickness)
                && regions.equals(that.regions)
                && notes.equals(that.notes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(verdict, reason, evidence, fit);
    }

    @Override
    public String toString() {
        String size = thickness == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", %.4g nm (+- %.2g nm; slope one: %.4g nm)",
                        thickness.fittedSlope().value(),
                        thickness.budget().combined(),
                        thickness.unitSlope().value());
        return verdict + size + ": " + reason;
    }

    /**
     * Verdict, evidence and, where there is a layer, both thicknesses with their standard uncertainties; one row.
     *
     * @return the table
     */
    @Override
    public ResultTable table() {
        Row row = Row.empty()
                .with("verdict", verdict.name())
                .with("reason", reason)
                .with("evidence", evidence);
        return ResultTable.of(List.of(thickness()
                .map(t -> row.with("thickness (nm)", t.fittedSlope().value())
                        .with("uncertainty (nm)", t.budget().combined())
                        .with("thickness with unit slope (nm)", t.unitSlope().value())
                        .with("statistical uncertainty (nm)", t.unitSlope().standardUncertainty()))
                .orElse(row)));
    }
}
