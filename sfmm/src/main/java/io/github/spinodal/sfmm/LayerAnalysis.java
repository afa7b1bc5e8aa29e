package io.github.spinodal.sfmm;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.ForceCurve;
import io.github.spinodal.core.data.ForceSegment;
import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sees the layer on a solid in a force curve, or sees that there is none, or says why it cannot tell.
 *
 * <p>The approach is divided into free flight, indentation of the layer and solid contact. The thickness is the study's: the
 * horizontal distance from the onset to the solid-contact line. It does not depend on the spring constant or on the optical
 * lever, and is as good as the calibration of Z. Immutable; the same curve gives the same result whatever was analysed
 * before it.
 */
public final class LayerAnalysis implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int MINIMUM_POINTS = 48;
    /** The fall of chi-square that three more parameters and the search for them reach by chance less than once in 1e5. */
    private static final double LAYER_EVIDENCE = 30;

    private static final double CLEAN_EVIDENCE = 18;
    private static final double COLOURED_EVIDENCE = 60;
    private static final double THICKNESS_DEVIATIONS = 3.5;
    private static final double COLOURED_DEVIATIONS = 5;
    /** Deflection over thickness below which a layer cannot be told from a baseline that wanders. */
    private static final double SOFTEST = 0.1;

    private static final double STIFFEST = 12;
    private static final double VISIBLE_DEVIATIONS = 3;
    private static final double SOLID_SHARE = 0.1;
    private static final double FREE_SHARE = 0.05;
    private static final double COLOURED_FREE_SHARE = 0.1;
    /** Deflection over the noise below which there was no contact. */
    private static final double CONTACT_DEVIATIONS = 8;

    /** An evidence beyond it is shown as this. */
    private static final double LARGEST_SHOWN = 999_999.9;

    private final FringeRange fringePeriods;
    private final double fringeEvidence;
    private final double zRelativeUncertainty;
    private final double driftNanometresPerSecond;
    private final double minimumThickness;
    private final double lowestSlope;
    private final double highestSlope;

    private LayerAnalysis(
            FringeRange fringePeriods,
            double fringeEvidence,
            double zRelativeUncertainty,
            double driftNanometresPerSecond,
            double minimumThickness,
            double lowestSlope,
            double highestSlope) {
        this.fringePeriods = fringePeriods;
        this.fringeEvidence = fringeEvidence;
        this.zRelativeUncertainty = zRelativeUncertainty;
        this.driftNanometresPerSecond = driftNanometresPerSecond;
        this.minimumThickness = minimumThickness;
        this.lowestSlope = lowestSlope;
        this.highestSlope = highestSlope;
    }

    /**
     * Fringes of 200 to 480 nm, Z known to 2 %, no drift, layers of 1 nm and more, solid slopes of 0.8 to 1.3.
     *
     * @return the default analysis
     */
    public static LayerAnalysis withDefaults() {
        return new LayerAnalysis(new FringeRange(200, 480), 12, 0.02, 0, 1, 0.8, 1.3);
    }

    /**
     * The same analysis with other fringe periods.
     *
     * @param range periods in Z
     * @return the analysis
     */
    public LayerAnalysis withFringePeriods(FringeRange range) {
        return new LayerAnalysis(
                range,
                fringeEvidence,
                zRelativeUncertainty,
                driftNanometresPerSecond,
                minimumThickness,
                lowestSlope,
                highestSlope);
    }

    /**
     * The same analysis with another uncertainty of the Z calibration.
     *
     * @param relative relative standard uncertainty of the scale of Z, zero or positive
     * @return the analysis
     * @throws InvalidValueException if the value is negative or not finite
     */
    public LayerAnalysis withZUncertainty(double relative) {
        return new LayerAnalysis(
                fringePeriods,
                fringeEvidence,
                Require.nonNegative("relative uncertainty of Z", relative),
                driftNanometresPerSecond,
                minimumThickness,
                lowestSlope,
                highestSlope);
    }

    /**
     * The same analysis with a drift of the sample towards the tip, known only in size.
     *
     * @param nanometresPerSecond standard uncertainty of the drift (nm/s), zero or positive; counts for curves that know
     *     their duration
     * @return the analysis
     * @throws InvalidValueException if the value is negative or not finite
     */
    public LayerAnalysis withDriftUncertainty(double nanometresPerSecond) {
        return new LayerAnalysis(
                fringePeriods,
                fringeEvidence,
                zRelativeUncertainty,
                Require.nonNegative("drift (nm/s)", nanometresPerSecond),
                minimumThickness,
                lowestSlope,
                highestSlope);
    }

    /**
     * The same analysis with another smallest thickness that is called a layer; below it the compliance of the tip's contact
     * and the bend of a piezo look the same.
     *
     * @param nanometres smallest thickness (nm), zero or positive
     * @return the analysis
     * @throws InvalidValueException if the value is negative or not finite
     */
    public LayerAnalysis withMinimumThickness(double nanometres) {
        return new LayerAnalysis(
                fringePeriods,
                fringeEvidence,
                zRelativeUncertainty,
                driftNanometresPerSecond,
                Require.nonNegative("minimum thickness (nm)", nanometres),
                lowestSlope,
                highestSlope);
    }

    /**
     * The same analysis with other slopes taken for a solid contact.
     *
     * @param lowest lowest slope (nm/nm), positive
     * @param highest highest slope (nm/nm), larger than the lowest
     * @return the analysis
     * @throws InvalidValueException if the range is empty or not positive
     */
    public LayerAnalysis withSolidSlopes(double lowest, double highest) {
        Require.positive("lowest solid slope", lowest);
        if (!(highest > lowest)) {
            throw new InvalidValueException("highest solid slope", highest, "larger than " + lowest);
        }
        return new LayerAnalysis(
                fringePeriods,
                fringeEvidence,
                zRelativeUncertainty,
                driftNanometresPerSecond,
                minimumThickness,
                lowest,
                highest);
    }

    /**
     * Analyses the first approach of a curve.
     *
     * @param curve the curve
     * @return the result
     * @throws InvalidValueException if the curve has no approach
     */
    public LayerResult analyse(ForceCurve curve) {
        Optional<ForceSegment> approach = curve.approach();
        if (approach.isEmpty()) {
            throw new InvalidValueException("approach of the force curve", "missing", "present");
        }
        return analyse(approach.get());
    }

    /**
     * Analyses one approach.
     *
     * @param approach the approach
     * @return the result; a curve that cannot be analysed gives {@link LayerVerdict#UNCERTAIN} with the reason
     * @throws InvalidValueException if the segment is no approach
     */
    public LayerResult analyse(ForceSegment approach) {
        if (approach.direction() != ForceSegment.Direction.APPROACH) {
            throw new InvalidValueException("segment", approach.direction().toString(), "an approach");
        }
        CurvePreparation.Prepared prepared = CurvePreparation.prepare(approach, MINIMUM_POINTS);
        if (!prepared.refusal().isEmpty()) {
            return new LayerResult(
                    LayerVerdict.UNCERTAIN, prepared.refusal(), 0, null, null, List.of(), prepared.notes());
        }
        FitProblem problem = prepared.problem();
        if (problem.usedCount < MINIMUM_POINTS) {
            return new LayerResult(
                    LayerVerdict.UNCERTAIN,
                    "too few points outside the jumps: " + problem.usedCount,
                    0,
                    null,
                    null,
                    List.of(),
                    prepared.notes());
        }
        ModelChoice choice = ModelChoice.of(problem, prepared.jumps(), fringePeriods, fringeEvidence);
        return judge(approach, prepared, choice);
    }

    private LayerResult judge(ForceSegment approach, CurvePreparation.Prepared prepared, ModelChoice choice) {
        FitProblem problem = choice.problem();
        double evidence = choice.evidence();
        FitSummary bare = FitSummary.of(problem, choice.clean(), choice.filter());
        String refusal = refusal(problem, bare.fit());
        List<String> notes = new ArrayList<>(prepared.notes());
        CurveFit layered = choice.layered();
        if (layered == null || evidence < CLEAN_EVIDENCE) {
            return refusal.isEmpty()
                    ? result(
                            LayerVerdict.CLEAN,
                            "a layer explains no more than noise (evidence " + tenths(evidence) + ")",
                            evidence,
                            bare.fit(),
                            null,
                            prepared,
                            choice,
                            notes)
                    : result(LayerVerdict.UNCERTAIN, refusal, evidence, bare.fit(), null, prepared, choice, notes);
        }
        FitSummary summary = FitSummary.of(problem, layered, choice.filter());
        refusal = refusal(problem, summary.fit());
        if (refusal.isEmpty() && evidence >= needed(choice)) {
            summary = summary.refined(fringePeriods);
        }
        LayerFit fit = summary.fit();
        Measured h = fit.thicknessNanometres();
        LayerResult.Thickness thickness = new LayerResult.Thickness(
                h, summary.unitSlopeThickness(), budget(approach, choice, summary), summary.interval());
        if (refusal.isEmpty() && h.value() < minimumThickness) {
            boolean surely = h.value() + 2 * h.standardUncertainty() < 2 * minimumThickness
                    || fit.breakDeflectionNanometres() < minimumThickness;
            String reason = String.format(
                    Locale.ROOT, "the apparent thickness of %.2g nm is below %.2g nm", h.value(), minimumThickness);
            return result(
                    surely ? LayerVerdict.CLEAN : LayerVerdict.UNCERTAIN,
                    reason,
                    evidence,
                    fit,
                    null,
                    prepared,
                    choice,
                    notes);
        }
        if (refusal.isEmpty()) {
            refusal = doubt(summary, choice.filter() != null, evidence);
        }
        if (refusal.isEmpty()) {
            refusal = lackOfBaseline(problem, fit, choice.filter() != null);
        }
        if (refusal.isEmpty() && fallsBelowTheBaseline(choice, fit)) {
            refusal = "what looks like a break-through falls below the baseline, as a snap-in does";
        }
        if (!refusal.isEmpty()) {
            return result(LayerVerdict.UNCERTAIN, refusal, evidence, fit, null, prepared, choice, notes);
        }
        notes.addAll(lawNotes(choice, fit, h));
        notes.addAll(summary.reservations());
        String reason = (fit.layers() == 2 ? "two layers" : "a layer")
                + " between the onset and the solid contact (evidence " + tenths(evidence) + ")";
        return result(LayerVerdict.LAYER, reason, evidence, fit, thickness, prepared, choice, notes);
    }

    /** One decimal, many times faster than a formatter. */
    private static String tenths(double value) {
        return Double.toString(Math.rint(10 * Math.min(value, LARGEST_SHOWN)) / 10);
    }

    private static double needed(ModelChoice choice) {
        return choice.filter() == null ? LAYER_EVIDENCE : COLOURED_EVIDENCE;
    }

    /** Why a layered fit is not yet a layer. */
    private static String doubt(FitSummary summary, boolean coloured, double evidence) {
        LayerFit fit = summary.fit();
        Measured h = fit.thicknessNanometres();
        double needed = coloured ? COLOURED_EVIDENCE : LAYER_EVIDENCE;
        if (evidence < needed) {
            return String.format(Locale.ROOT, "evidence of %.1f is between chance and proof", evidence);
        }
        double deviations = coloured ? COLOURED_DEVIATIONS : THICKNESS_DEVIATIONS;
        // What speaks against no layer at all is how far the thickness may be smaller, not larger.
        double below = (h.value() - summary.interval().low()) / LayerResult.NORMAL_95;
        if (!(h.value() > deviations * below)) {
            return String.format(Locale.ROOT, "a thickness of %.3g nm is not clear of its uncertainty", h.value());
        }
        double deflection = fit.breakDeflectionNanometres();
        double noise = fit.noise().standardDeviationNanometres();
        if (deflection < SOFTEST * h.value() || deflection < VISIBLE_DEVIATIONS * noise) {
            return String.format(
                    Locale.ROOT,
                    "what the fit calls a layer bends the cantilever by only %.2g nm, as a wandering baseline may",
                    deflection);
        }
        if (deflection > STIFFEST * h.value()) {
            return String.format(
                    Locale.ROOT,
                    "what the fit calls a layer yields by %.2g nm over %.3g nm of deflection, as a bent solid line may",
                    h.value(),
                    deflection);
        }
        return "";
    }

    /**
     * In slow noise a short free part does not tell the baseline from an offset. The mean over what is probable may also begin
     * earlier than the best fit, which had a free part.
     */
    private static String lackOfBaseline(FitProblem problem, LayerFit fit, boolean coloured) {
        double span = problem.z[problem.n - 1] - problem.z[0];
        double free = fit.onsetNanometres().value() - problem.z[0];
        return free < (coloured ? COLOURED_FREE_SHARE : FREE_SHARE) * span
                ? String.format(
                        Locale.ROOT, "no baseline: a layer would begin %.3g nm after the start of the ramp", free)
                : "";
    }

    private String refusal(FitProblem problem, LayerFit fit) {
        double first = problem.z[0];
        double last = problem.z[problem.n - 1];
        double span = last - first;
        double noise = fit.noise().standardDeviationNanometres();
        double slope = fit.solidSlope().value();
        double onset = fit.onsetNanometres().value();
        double rise = fit.deflectionNanometres(last - 1e-9 * span) - fit.baselineNanometres(last);
        if (!(rise > CONTACT_DEVIATIONS * noise)
                || !(slope > 5 * fit.solidSlope().standardUncertainty())) {
            return "no contact: the deflection does not rise beyond the noise";
        }
        if (onset - first < FREE_SHARE * span) {
            return String.format(
                    Locale.ROOT, "no free part: contact begins %.3g nm after the start of the ramp", onset - first);
        }
        double solidFrom = fit.layers() == 0 ? onset : fit.solidFromNanometres();
        if (last - solidFrom < SOLID_SHARE * (last - onset)) {
            return "solid contact is not reached: the layer is soft to the end of the ramp";
        }
        if (slope < lowestSlope || slope > highestSlope) {
            return String.format(
                    Locale.ROOT,
                    "the steepest part has a slope of %.3g, not that of a solid (%.3g to %.3g)",
                    slope,
                    lowestSlope,
                    highestSlope);
        }
        return "";
    }

    private ThicknessBudget budget(ForceSegment approach, ModelChoice choice, FitSummary summary) {
        FitProblem problem = choice.problem();
        Measured h = summary.fit().thicknessNanometres();
        double span = problem.z[problem.n - 1] - problem.z[0];
        double seconds = approach.durationSeconds().orElse(0)
                * (h.value() + summary.fit().breakDeflectionNanometres())
                / span;
        return new ThicknessBudget(
                h.standardUncertainty(),
                zRelativeUncertainty * h.value(),
                summary.windowUncertainty(),
                driftNanometresPerSecond * seconds,
                Math.hypot(summary.onsetDefinition(), lawUncertainty(choice, h.value())));
    }

    /** Root mean square of the error, as far as the force law goes. */
    private static double lawUncertainty(ModelChoice choice, double thickness) {
        ModelChoice.LawRival rival = choice.rival();
        return Math.sqrt(rival.probability()) * Math.abs(rival.thicknessNanometres() - thickness);
    }

    /** On a fringed baseline a snap-in may begin above the line that was taken for the baseline before any fit. */
    private static boolean fallsBelowTheBaseline(ModelChoice choice, LayerFit fit) {
        FitProblem problem = choice.problem();
        double tolerance = VISIBLE_DEVIATIONS * fit.noise().standardDeviationNanometres();
        for (CurvePreparation.Jump jump : choice.jumps()) {
            int last = Math.min(jump.to(), problem.n - 1);
            for (int i = jump.from(); i <= last && jump.kind() == CurvePreparation.Jump.Kind.BREAK_THROUGH; i++) {
                if (problem.y[i] < fit.baselineNanometres(problem.z[i]) - tolerance) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What the force law leaves open. */
    private static List<String> lawNotes(ModelChoice choice, LayerFit fit, Measured thickness) {
        List<String> notes = new ArrayList<>();
        boolean exponential = fit.forceLaw().orElse(ForceLaw.POWER) == ForceLaw.EXPONENTIAL;
        if (exponential) {
            notes.add("the force of the layer grows exponentially with the indentation, not as a power of it");
        }
        if (lawUncertainty(choice, thickness.value()) > thickness.standardUncertainty()) {
            notes.add(String.format(
                    Locale.ROOT,
                    "the noise leaves the force law open: %s would give a thickness of %.3g nm",
                    exponential ? "a power" : "an exponential",
                    choice.rival().thicknessNanometres()));
        }
        if (choice.patterned()) {
            notes.add(
                    "no force law at hand describes the layer: its residuals have a pattern that those outside of it do"
                            + " not have, which was taken for slow noise");
        }
        return notes;
    }

    private static LayerResult result(
            LayerVerdict verdict,
            String reason,
            double evidence,
            LayerFit fit,
            LayerResult.@Nullable Thickness thickness,
            CurvePreparation.Prepared prepared,
            ModelChoice choice,
            List<String> notes) {
        return new LayerResult(
                verdict, reason, evidence, fit, thickness, Regions.of(fit, prepared, choice.jumps()), notes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LayerAnalysis that
                && Objects.equals(fringePeriods, that.fringePeriods)
                && Double.compare(fringeEvidence, that.fringeEvidence) == 0
                && Double.compare(zRelativeUncertainty, that.zRelativeUncertainty) == 0
                && Double.compare(driftNanometresPerSecond, that.driftNanometresPerSecond) == 0
                && Double.compare(minimumThickness, that.minimumThickness) == 0
                && Double.compare(lowestSlope, that.lowestSlope) == 0
                && Double.compare(highestSlope, that.highestSlope) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                fringePeriods,
                fringeEvidence,
                zRelativeUncertainty,
                driftNanometresPerSecond,
                minimumThickness,
                lowestSlope,
                highestSlope);
    }

    @Override
    public String toString() {
        return "LayerAnalysis[fringePeriods " + fringePeriods + ", fringeEvidence " + fringeEvidence
                + ", zRelativeUncertainty " + zRelativeUncertainty + ", driftNanometresPerSecond "
                + driftNanometresPerSecond + ", minimumThickness " + minimumThickness + ", lowestSlope " + lowestSlope
                + ", highestSlope " + highestSlope + "]";
    }
}
