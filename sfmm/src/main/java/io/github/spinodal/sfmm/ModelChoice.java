package io.github.spinodal.sfmm;

import io.github.spinodal.sfmm.CurvePreparation.Jump;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Fits the competing descriptions of one curve and keeps what the data ask for: bare or layered, fringed or not, white
 * noise or coloured. Cheap block means go first, all samples last.
 */
final class ModelChoice {
    private static final int COARSE_POINTS = 256;
    private static final int SCOUTING_POINTS = 128;
    private static final int FRINGE_POINTS = 64;
    private static final int SCOUTING_STEPS = 6;
    private static final int COARSE_STEPS = 14;
    private static final int FINE_STEPS = 25;
    private static final int FRINGE_LADDER = 4;
    private static final double[] POLISHING_SHIFTS = {-8, -3, 3, 8};
    private static final double[] START_THICKNESSES = {4, 12, 40};
    /** Coarse evidence below which a layer is not worth a fit of all samples. */
    private static final double WORTH_A_FIT = 8;
    /** A snap-in must explain this many noise variances. */
    private static final double SNAP_IN_EVIDENCE = 25;
    /** Second layer: fall of the sum of squares over the noise variance, for two more parameters. */
    private static final double SECOND_LAYER_EVIDENCE = 25;
    /** An exponential force law: fall of the sum of squares over the noise variance, for no parameter more. */
    private static final double LAW_EVIDENCE = 10;
    /** Probability below which the other law does not count. */
    private static final double IMPROBABLE = 1e-6;
    /** Slow noise looks like a fringe, so a fringe in it must be this much plainer. */
    private static final double COLOURED_FRINGE_FACTOR = 3.5;

    /** Part of a layer's evidence that a fringe must promise on the bare fit to be worth trying in its place. */
    private static final double RIVAL_SHARE = 0.15;
    /** Part of the evidence needed for a fringe below which a plain layer leaves none. */
    private static final double DENIED_SHARE = 0.5;
    /** Coarse evidence beyond which the bare fit need not be perfect to have lost. */
    private static final double OBVIOUS_EVIDENCE = 500;

    private final FringeRange periods;
    private final double fringeEvidence;
    private FitProblem problem;
    private @Nullable NoiseFilter filter;
    private final boolean obvious;
    private boolean patterned;
    private LawRival rival = LawRival.NONE;
    private CurveFit clean;
    private @Nullable CurveFit layered;
    private final List<Jump> jumps;

    private ModelChoice(FitProblem given, List<Jump> jumps, FringeRange periods, double fringeEvidence) {
        this.problem = given;
        this.jumps = new ArrayList<>(jumps);
        this.periods = periods;
        this.fringeEvidence = fringeEvidence;
        FitProblem coarse = coarse(problem, COARSE_POINTS);
        StartSearch.Start start = StartSearch.search(coarse);
        CurveFit coarseClean = fit(coarse, ContactModel.CLEAN, cleanStart(start), null, COARSE_STEPS);
        Jump snapIn = jumps.isEmpty() ? snapIn(problem, coarseClean) : null;
        if (snapIn != null) {
            this.jumps.add(snapIn);
            problem = problem.masking(snapIn.from(), snapIn.to());
            coarse = coarse(problem, COARSE_POINTS);
            start = StartSearch.search(coarse);
        }
        FringeSearch.Candidate fringe = settleSurroundings(coarse, start);
        if (filter != null) {
            coarse = coarse(problem, COARSE_POINTS);
        }
        NoiseFilter noise = coarse(filter, problem, coarse);
        double needed = filter == null ? fringeEvidence : COLOURED_FRINGE_FACTOR * fringeEvidence;
        double[] none = new double[0];
        if (snapIn != null || noise != null) {
            coarseClean = bestClean(coarse, noise, start, none);
        }
        CurveFit coarseLayer = bestLayer(coarse, noise, start, none);
        boolean plain = evidence(coarse, coarseClean, coarseLayer) > OBVIOUS_EVIDENCE;
        if (fringe.score() <= needed || plain) {
            FringeSearch.Candidate left =
                    searchFringe(coarse, worth(coarse, coarseClean, coarseLayer) ? coarseLayer : coarseClean, noise);
            // The surroundings of a plain layer may hold its soft onset, which looks like a fringe until it is fitted.
            fringe = fringe.score() <= needed || left.score() < DENIED_SHARE * needed ? left : fringe;
        }
        CurveFit chosenClean = coarseClean;
        CurveFit chosenLayer = coarseLayer;
        if (fringe.score() > needed) {
            double[] wave = {fringe.sine(), fringe.cosine(), fringe.period()};
            StartSearch.Start stripped = StartSearch.search(without(coarse, wave));
            CurveFit fringedClean = bestFringedClean(coarse, noise, bestClean(coarse, noise, stripped, wave));
            CurveFit fringedLayer =
                    bestFringedLayer(coarse, noise, bestLayer(coarse, noise, stripped, wave), contact(coarseLayer));
            CurveFit plainBest = worth(coarse, coarseClean, coarseLayer) ? coarseLayer : coarseClean;
            CurveFit fringedBest = plainBest == coarseLayer ? fringedLayer : fringedClean;
            if (evidence(coarse, plainBest, fringedBest) > needed) {
                chosenClean = fringedClean;
                chosenLayer = fringedLayer;
            }
        } else if (worth(coarse, coarseClean, coarseLayer)) {
            // What a layer explains without a fringe must be worth more than what a fringe explains without a layer.
            FringeSearch.Candidate rival = searchFringe(coarse, coarseClean, noise);
            if (rival.score() > RIVAL_SHARE * evidence(coarse, coarseClean, coarseLayer)) {
                double[] wave = {rival.sine(), rival.cosine(), rival.period()};
                chosenClean = bestFringedClean(coarse, noise, bestClean(coarse, noise, start, wave));
            }
        }
        obvious = evidence(coarse, chosenClean, chosenLayer) > OBVIOUS_EVIDENCE;
        clean = fit(problem, ContactModel.CLEAN, chosenClean.parameters, filter, obvious ? 1 : FINE_STEPS);
        if (worth(coarse, chosenClean, chosenLayer)) {
            layered = fit(problem, ContactModel.LAYER, chosenLayer.parameters, filter, FINE_STEPS);
            if (filter == null) {
                layered = lawful(coarse, chosenLayer, layered);
            }
        }
        refineNoise();
        challenge();
    }

    /**
     * The other force law that a layer may have.
     *
     * @param probability of the other law, if both are as likely before the curve is seen
     * @param thicknessNanometres that the other law gives
     */
    record LawRival(double probability, double thicknessNanometres) {
        static final LawRival NONE = new LawRival(0, 0);
    }

    /** The better of two force laws, as many parameters each; the power law where the curve does not tell. */
    private CurveFit lawful(FitProblem coarse, CurveFit coarsePower, CurveFit power) {
        double[] start = coarsePower.parameters.clone();
        start[ContactModel.EXPONENT] = stiffening(start[ContactModel.EXPONENT]);
        CurveFit exponential = fit(coarse, ContactModel.EXPONENTIAL, start, null, COARSE_STEPS);
        double lead = lead(coarse, coarsePower, exponential);
        CurveFit chosen = power;
        if (lead > 0.5 * LAW_EVIDENCE) {
            CurveFit fine = fit(problem, ContactModel.EXPONENTIAL, exponential.parameters, null, FINE_STEPS);
            lead = lead(problem, power, fine);
            chosen = lead > LAW_EVIDENCE ? fine : power;
            exponential = fine;
        }
        double other = 1 / (1 + Math.exp(0.5 * (chosen == power ? -lead : lead)));
        double thickness = (chosen == power ? exponential : power).parameters[ContactModel.THICKNESS];
        rival = other < IMPROBABLE ? LawRival.NONE : new LawRival(other, thickness);
        return chosen;
    }

    /** Of an exponential that is half a power law's force at half the indentation. */
    private static double stiffening(double exponent) {
        return 2 * Math.log(Math.max(1.2, Math.pow(2, exponent) - 1));
    }

    /** Fall of the sum of squares from the power to the exponential law, over the noise variance; may be negative. */
    private static double lead(FitProblem data, CurveFit power, CurveFit exponential) {
        double least = Math.min(power.sumOfSquares, exponential.sumOfSquares);
        double variance = least / Math.max(1, data.usedCount - power.count());
        return (power.sumOfSquares - exponential.sumOfSquares) / Math.max(variance, 1e-300);
    }

    /** The other force law, if one layer was fitted in white noise. */
    LawRival rival() {
        return layered != null && layered.kind.isOneLayer() ? rival : LawRival.NONE;
    }

    /** Whether the residuals of the layer show a pattern that those outside of it do not: no law at hand describes it. */
    boolean patterned() {
        return patterned;
    }

    /** The bare fit must not lose for a bad start: it may also begin where the layered one ended. */
    private void challenge() {
        if (layered == null || obvious) {
            return;
        }
        double[] t = layered.parameters;
        double contact = t[ContactModel.ONSET] + t[ContactModel.THICKNESS];
        double[] start = join(new double[] {t[0], t[1], t[ContactModel.SLOPE], contact}, fringe(layered));
        CurveFit other = fit(problem, ContactModel.CLEAN, start, filter, FINE_STEPS);
        clean = other.sumOfSquares < clean.sumOfSquares ? other : clean;
    }

    static ModelChoice of(FitProblem problem, List<Jump> jumps, FringeRange periods, double fringeEvidence) {
        return new ModelChoice(problem, jumps, periods, fringeEvidence);
    }

    FitProblem problem() {
        return problem;
    }

    List<Jump> jumps() {
        return List.copyOf(jumps);
    }

    @Nullable
    NoiseFilter filter() {
        return filter;
    }

    CurveFit clean() {
        return clean;
    }

    @Nullable
    CurveFit layered() {
        return layered;
    }

    /** Fall of the sum of squares from the bare to the layered fit, over the noise variance. */
    double evidence() {
        return layered == null ? 0 : Math.max(0, evidence(problem, clean, layered));
    }

    private static double evidence(FitProblem problem, CurveFit small, CurveFit large) {
        double variance = large.sumOfSquares / Math.max(1, problem.usedCount - large.count());
        return (small.sumOfSquares - large.sumOfSquares) / Math.max(variance, 1e-300);
    }

    private static boolean worth(FitProblem coarse, CurveFit clean, CurveFit layer) {
        return evidence(coarse, clean, layer) > WORTH_A_FIT;
    }

    private static FitProblem coarse(FitProblem problem, int points) {
        int factor = problem.n / points;
        return factor <= 1 ? problem : problem.blocked(factor);
    }

    /** The noise of block means. */
    private static @Nullable NoiseFilter coarse(@Nullable NoiseFilter noise, FitProblem fine, FitProblem coarse) {
        return noise == null || fine == coarse ? noise : noise.blocked(fine.n / coarse.n, coarse.used);
    }

    private FringeSearch.Candidate searchFringe(FitProblem coarse, CurveFit fit, @Nullable NoiseFilter noise) {
        FitProblem sparse = coarse(coarse, FRINGE_POINTS);
        return FringeSearch.search(sparse, fit, coarse(noise, coarse, sparse), periods);
    }

    private CurveFit fit(
            FitProblem data, ContactModel kind, double[] start, @Nullable NoiseFilter noise, int maximumSteps) {
        return CurveFit.of(data, kind, start.length > kind.contactParameters(), start, noise, periods, maximumSteps);
    }

    /** Finds out, away from the contact, whether the noise is coloured and whether there is a fringe. */
    private FringeSearch.Candidate settleSurroundings(FitProblem coarse, StartSearch.Start start) {
        OuterPieces pieces = OuterPieces.of(coarse(coarse, FRINGE_POINTS), start);
        FringeSearch.Candidate none = new FringeSearch.Candidate(0, 0, 0, periods.shortest());
        if (pieces.tooShort()) {
            return none;
        }
        FringeSearch.Candidate fringe = pieces.fringe(periods, null);
        OuterPieces all = OuterPieces.of(problem, start);
        double period = fringe.score() > fringeEvidence ? fringe.period() : 0;
        if (!all.looksColoured(period)) {
            return fringe;
        }
        if (whiteAroundALayer(coarse, start)) {
            return none;
        }
        useNoise(all.noise(period), all, period);
        FringeSearch.Candidate again = all.fringe(periods, filter);
        if (period > 0 && again.score() <= COLOURED_FRINGE_FACTOR * fringeEvidence) {
            useNoise(all.noise(0), all, 0);
        }
        return again;
    }

    /** A soft onset that was counted as surroundings looks like slow noise, or a fringe, until a layer is fitted to it. */
    private boolean whiteAroundALayer(FitProblem coarse, StartSearch.Start start) {
        CurveFit layer = bestLayer(coarse, null, start, new double[0]);
        CurveFit whole = fit(problem, ContactModel.LAYER, layer.parameters, null, FINE_STEPS);
        return !NoiseEstimator.looksColoured(problem, whole)
                || !NoiseEstimator.looksColoured(problem, lawful(coarse, layer, whole));
    }

    private void useNoise(NoiseFilter noise, OuterPieces pieces, double period) {
        filter = noise;
        problem = problem.withNoiseVariance(pieces.variance(period, noise));
    }

    private static double[] cleanStart(StartSearch.Start s) {
        return new double[] {s.offset(), s.tilt(), s.slope(), s.contact()};
    }

    private CurveFit bestClean(FitProblem coarse, @Nullable NoiseFilter noise, StartSearch.Start s, double[] fringe) {
        return fit(coarse, ContactModel.CLEAN, join(cleanStart(s), fringe), noise, COARSE_STEPS);
    }

    /**
     * The best layered fit from several onsets. A least-squares surface over the onset has several valleys when the noise is
     * slow or a fringe is about, so each start takes a few cheap steps and the best goes on.
     */
    private CurveFit bestLayer(FitProblem coarse, @Nullable NoiseFilter noise, StartSearch.Start s, double[] fringe) {
        CurveFit best = null;
        int steps = fringe.length == 0 ? SCOUTING_STEPS : COARSE_STEPS;
        FitProblem sparse = coarse(coarse, SCOUTING_POINTS);
        NoiseFilter sparseNoise = coarse(noise, coarse, sparse);
        for (int k = 0; k <= START_THICKNESSES.length; k++) {
            double h = k == 0 ? s.thickness() : START_THICKNESSES[k - 1];
            double deflection = k == 0 ? s.deflection() : 1.5 * h;
            double[] contact = {s.offset(), s.tilt(), s.slope(), s.contact() - h, h, deflection, 1.75};
            CurveFit scout = fit(sparse, ContactModel.LAYER, join(contact, fringe), sparseNoise, steps);
            best = best == null || scout.sumOfSquares < best.sumOfSquares ? scout : best;
        }
        return fit(coarse, ContactModel.LAYER, Objects.requireNonNull(best).parameters, noise, COARSE_STEPS);
    }

    /**
     * Fringes of quite different periods can fit one curve nearly as well, because the contact covers the end of the fringe
     * and the tilt its slow part; each period of a small ladder gets its chance.
     */
    private CurveFit bestFringedLayer(
            FitProblem coarse, @Nullable NoiseFilter noise, CurveFit found, double[] plainContact) {
        CurveFit best = found;
        for (int k = 0; k < FRINGE_LADDER; k++) {
            double[] wave = {0, 0, rung(k)};
            for (double[] from : new double[][] {contact(found), plainContact}) {
                CurveFit scout = fit(coarse, ContactModel.LAYER, join(from, wave), noise, SCOUTING_STEPS);
                best = scout.sumOfSquares < best.sumOfSquares ? scout : best;
            }
        }
        return fit(coarse, ContactModel.LAYER, best.parameters, noise, COARSE_STEPS);
    }

    private CurveFit bestFringedClean(FitProblem coarse, @Nullable NoiseFilter noise, CurveFit found) {
        CurveFit best = found;
        for (int k = 0; k < FRINGE_LADDER; k++) {
            double[] wave = {0, 0, rung(k)};
            CurveFit scout = fit(coarse, ContactModel.CLEAN, join(contact(found), wave), noise, SCOUTING_STEPS);
            best = scout.sumOfSquares < best.sumOfSquares ? scout : best;
        }
        return fit(coarse, ContactModel.CLEAN, best.parameters, noise, COARSE_STEPS);
    }

    private double rung(int k) {
        return periods.shortest() * Math.pow(periods.longest() / periods.shortest(), k / (FRINGE_LADDER - 1.0));
    }

    private static double[] contact(CurveFit fit) {
        return Arrays.copyOf(fit.parameters, fit.kind.contactParameters());
    }

    private static double[] fringe(CurveFit fit) {
        return Arrays.copyOfRange(fit.parameters, fit.kind.contactParameters(), fit.count());
    }

    private static double[] join(double[] contact, double[] fringe) {
        double[] joined = Arrays.copyOf(contact, contact.length + fringe.length);
        System.arraycopy(fringe, 0, joined, contact.length, fringe.length);
        return joined;
    }

    private static FitProblem without(FitProblem coarse, double[] fringe) {
        double middle = 0.5 * (coarse.z[0] + coarse.z[coarse.n - 1]);
        double[] y = coarse.y.clone();
        for (int i = 0; i < y.length; i++) {
            double angle = 2 * Math.PI * (coarse.z[i] - middle) / fringe[2];
            y[i] -= fringe[0] * Math.sin(angle) + fringe[1] * Math.cos(angle);
        }
        return new FitProblem(coarse.z, y, coarse.used, coarse.solidFrom, coarse.noiseVariance);
    }

    /** The stretch before the contact over which the solid line, extended below the baseline, describes the data better. */
    private static @Nullable Jump snapIn(FitProblem problem, CurveFit clean) {
        double[] t = clean.parameters;
        double middle = 0.5 * (problem.z[0] + problem.z[problem.n - 1]);
        double half = 0.5 * (problem.z[problem.n - 1] - problem.z[0]);
        int contact = 0;
        while (contact < problem.n && problem.z[contact] <= t[ContactModel.ONSET]) {
            contact++;
        }
        double gain = 0;
        double best = SNAP_IN_EVIDENCE * problem.noiseVariance;
        int from = -1;
        for (int i = contact - 1; i >= 0; i--) {
            double above = problem.y[i] - t[0] - t[1] * (problem.z[i] - middle) / half;
            double line = t[ContactModel.SLOPE] * (problem.z[i] - t[ContactModel.ONSET]);
            gain += above * above - (above - line) * (above - line);
            if (gain > best) {
                best = gain;
                from = i;
            }
        }
        return from < 0 ? null : new Jump(Jump.Kind.SNAP_IN, Math.max(0, from - 2), Math.min(problem.n, contact + 2));
    }

    /** Looks at the residuals of the joint fits once more, and for a second layer where a single one leaves a pattern. */
    private void refineNoise() {
        CurveFit best = layered == null ? clean : layered;
        boolean coloured = filter != null || NoiseEstimator.looksColoured(problem, best);
        if (!coloured) {
            return;
        }
        if (layered != null && tryTwoLayers() && filter == null && !NoiseEstimator.looksColoured(problem, layered)) {
            return;
        }
        best = layered == null ? clean : layered;
        patterned = filter == null && best.kind != ContactModel.CLEAN;
        filter = NoiseEstimator.coloured(problem, best);
        best = fit(problem, best.kind, best.parameters, filter, FINE_STEPS);
        problem = problem.withNoiseVariance(best.sumOfSquares / Math.max(1, problem.usedCount - best.count()));
        clean = fit(problem, ContactModel.CLEAN, clean.parameters, filter, FINE_STEPS);
        if (layered != null) {
            layered = polished(fit(problem, best.kind, best.parameters, filter, FINE_STEPS));
            if (layered.kind == ContactModel.TWO_LAYERS) {
                dropSecondLayer();
            }
        }
    }

    /**
     * Under slow noise every kink is placed by differences of neighbours and the sum of squares is rough; starts to either
     * side of the onset and of the break look into the next valleys.
     */
    private CurveFit polished(CurveFit found) {
        CurveFit best = found;
        for (double shift : POLISHING_SHIFTS) {
            double[] onset = found.parameters.clone();
            onset[ContactModel.ONSET] += shift;
            onset[ContactModel.THICKNESS] = Math.max(1, onset[ContactModel.THICKNESS] - shift);
            double[] breakPoint = found.parameters.clone();
            breakPoint[ContactModel.BREAK] = Math.max(1, breakPoint[ContactModel.BREAK] - shift);
            for (double[] start : new double[][] {onset, breakPoint}) {
                CurveFit other = fit(problem, found.kind, start, filter, FINE_STEPS);
                best = other.sumOfSquares < best.sumOfSquares ? other : best;
            }
        }
        return best;
    }

    private boolean tryTwoLayers() {
        CurveFit one = Objects.requireNonNull(layered);
        CurveFit two = twoLayers(one);
        if (evidence(problem, one, two) > SECOND_LAYER_EVIDENCE) {
            layered = two;
            return true;
        }
        return false;
    }

    private CurveFit twoLayers(CurveFit one) {
        double[] t = one.parameters;
        CurveFit best = null;
        for (double share : new double[] {0.3, 0.6}) {
            double h = t[ContactModel.THICKNESS];
            double d = t[ContactModel.BREAK];
            double[] contact = Arrays.copyOf(t, ContactModel.TWO_LAYERS.contactParameters());
            contact[ContactModel.THICKNESS] = share * h;
            contact[ContactModel.BREAK] = 0.5 * share * d;
            contact[ContactModel.EXPONENT] = 1.5;
            contact[ContactModel.THICKNESS_2] = (1 - share) * h;
            contact[ContactModel.BREAK_2] = d - contact[ContactModel.BREAK];
            double[] start = join(contact, fringe(one));
            CurveFit two = fit(problem, ContactModel.TWO_LAYERS, start, filter, FINE_STEPS);
            best = best == null || two.sumOfSquares < best.sumOfSquares ? two : best;
        }
        return Objects.requireNonNull(best);
    }

    private void dropSecondLayer() {
        CurveFit two = Objects.requireNonNull(layered);
        double[] t = two.parameters;
        double[] contact = Arrays.copyOf(t, ContactModel.LAYER.contactParameters());
        contact[ContactModel.THICKNESS] = t[ContactModel.THICKNESS] + t[ContactModel.THICKNESS_2];
        contact[ContactModel.BREAK] = t[ContactModel.BREAK] + t[ContactModel.BREAK_2];
        CurveFit one = fit(problem, ContactModel.LAYER, join(contact, fringe(two)), filter, FINE_STEPS);
        if (evidence(problem, one, two) <= SECOND_LAYER_EVIDENCE) {
            layered = one;
        }
    }
}
