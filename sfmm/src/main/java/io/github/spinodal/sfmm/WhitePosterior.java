package io.github.spinodal.sfmm;

import io.github.spinodal.core.quantity.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of the thickness of one layer in white noise where a fringe is there or may hide, over the models with
 * and without one, each weighed by how probable it makes the curve (Hoeting, Madigan, Raftery and Volinsky 1999, Statist.
 * Sci. 14:382).
 *
 * @param value the thickness (nm)
 * @param variance mean square of its error (nm^2)
 * @param interval middle 95 % (nm)
 */
record WhitePosterior(double value, double variance, Interval interval) {
    /**
     * Odds of a fringe before the curve is seen. For the value a fringe is the exception; for the interval it is the rule,
     * because an interval that has missed a fringe is wrong, and one that has supposed a fringe is but a little wide.
     */
    private static final double VALUE_ODDS = 0.5;

    private static final double INTERVAL_ODDS = 3;

    /** Probability below which the model without a fringe does not count. */
    private static final double NEGLIGIBLE = 1e-6;

    private static final int POINTS = 256;
    private static final int FINE_POINTS = 512;
    /** Standard deviation of the noise below which the kinks need finer blocks (nm). */
    private static final double FINE = 0.4;

    private static final int STEPS = 20;
    private static final int HELD_STEPS = 10;
    /** Distance of candidate frequencies, in units of what the ramp resolves. */
    private static final double CANDIDATE_DISTANCE = 0.3;
    /** Fall of the logarithm of the likelihood below which a candidate is left out. */
    private static final double IMPOSSIBLE = 12;

    private static final int PERIOD = ContactModel.LAYER.contactParameters() + 2;

    /** The distribution about a fit of one layer, or null if there is nothing to start from. */
    static @Nullable WhitePosterior of(FitProblem problem, CurveFit found, double variance, FringeRange periods) {
        int factor = Math.max(1, problem.n / (variance > FINE * FINE ? POINTS : FINE_POINTS));
        FitProblem blocks = factor == 1 ? problem : problem.blocked(factor);
        double blockVariance = variance / factor;
        CurveFit chosen = fit(blocks, found.fringed, found.parameters, periods);
        CurveFit rival = rival(blocks, chosen, periods);
        CurveFit fringed = chosen.fringed ? chosen : rival;
        PeriodLadder ladder = PeriodLadder.of(blocks, fringed, blockVariance, periods);
        List<CurveFit> fits = new ArrayList<>(List.of(chosen, rival));
        addCandidates(fits, blocks, fringed, ladder, periods);
        double best = fits.stream().mapToDouble(f -> f.sumOfSquares).min().orElse(0);
        List<StudentProposal> starts = new ArrayList<>();
        for (CurveFit fit : fits) {
            StudentProposal start = fit.sumOfSquares > best + 2 * IMPOSSIBLE * blockVariance
                    ? null
                    : LayerCoordinates.proposal(fit, blockVariance);
            if (start != null) {
                starts.add(start);
            }
        }
        if (starts.isEmpty()) {
            return null;
        }
        LogDensity density = density(new FringeMixture(blocks, blockVariance, ladder));
        AdaptiveSamples samples = AdaptiveSamples.of(density, starts, LayerCoordinates.spread(chosen, blockVariance));
        if (!(samples.effective() > 1)) {
            return null;
        }
        double value = value(samples, chosen.fringed ? rival : chosen);
        WeightedValues values = samples.coordinate(LayerCoordinates.THICKNESS, INTERVAL_ODDS);
        return new WhitePosterior(value, values.spreadAbout(value), values.middle95());
    }

    /**
     * The mean, less the distance between mean and top where there is no fringe: the distribution is skewed, and its top is
     * nearly free of bias where its mean is not.
     */
    private static double value(AdaptiveSamples samples, CurveFit plain) {
        double mean = samples.mean(LayerCoordinates.THICKNESS, VALUE_ODDS);
        double fringed = samples.marked();
        double share = (1 - fringed) / (1 - fringed + VALUE_ODDS * fringed);
        if (!(share > NEGLIGIBLE)) {
            return mean;
        }
        double unfringed = samples.mean(LayerCoordinates.THICKNESS, 0);
        return mean - share * (unfringed - plain.parameters[ContactModel.THICKNESS]);
    }

    private static CurveFit fit(FitProblem data, boolean fringed, double[] start, FringeRange periods) {
        return CurveFit.of(data, ContactModel.LAYER, fringed, start, null, periods, STEPS);
    }

    /** The fit without the fringe that was found, or with the fringe that was not. */
    private static CurveFit rival(FitProblem blocks, CurveFit chosen, FringeRange periods) {
        int contact = ContactModel.LAYER.contactParameters();
        if (chosen.fringed) {
            return fit(blocks, false, Arrays.copyOf(chosen.parameters, contact), periods);
        }
        FringeSearch.Candidate fringe = FringeSearch.search(blocks, chosen, null, periods);
        double[] start = Arrays.copyOf(chosen.parameters, contact + ContactModel.FRINGE_PARAMETERS);
        start[contact] = fringe.sine();
        start[contact + 1] = fringe.cosine();
        start[PERIOD] = fringe.period();
        return fit(blocks, true, start, periods);
    }

    /**
     * Fits with the period held at steps from the one that was found to either end of the ladder, each from the one before:
     * where the contact goes with the period is no straight line, and a top of the likelihood may lie far along it.
     */
    private static void addCandidates(
            List<CurveFit> fits, FitProblem blocks, CurveFit fringed, PeriodLadder ladder, FringeRange periods) {
        double step = CANDIDATE_DISTANCE / (blocks.z[blocks.n - 1] - blocks.z[0]);
        double low = 1 / ladder.period(0);
        double high = 1 / ladder.period(ladder.count() - 1);
        double found = 1 / fringed.parameters[PERIOD];
        CurveFit last = fringed;
        for (double frequency = Math.max(low, found + step); frequency < high + 0.5 * step; frequency += step) {
            last = held(blocks, last, Math.min(high, frequency), periods);
            fits.add(last);
        }
        last = fringed;
        for (double frequency = Math.min(high, found - step); frequency > low - 0.5 * step; frequency -= step) {
            last = held(blocks, last, Math.max(low, frequency), periods);
            fits.add(last);
        }
    }

    private static CurveFit held(FitProblem blocks, CurveFit from, double frequency, FringeRange periods) {
        double[] start = from.parameters.clone();
        start[PERIOD] = 1 / frequency;
        return CurveFit.of(blocks, ContactModel.LAYER, true, start, null, periods, HELD_STEPS, PERIOD);
    }

    private static LogDensity density(FringeMixture likelihood) {
        return new LogDensity() {
            @Override
            public double at(double[] x) {
                return LayerCoordinates.logPosterior(x, likelihood::log);
            }

            @Override
            public double mark() {
                return likelihood.fringeShare();
            }
        };
    }
}
