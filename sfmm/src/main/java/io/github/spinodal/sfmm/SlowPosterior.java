package io.github.spinodal.sfmm;

import io.github.spinodal.core.quantity.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of the thickness of one layer in slow noise, whose likelihood has many tops because every kink is placed
 * by a few differences of neighbours.
 *
 * @param median median of the thickness (nm); the distribution is skewed, and its mean is drawn by the far end
 * @param mean mean of the thickness (nm)
 * @param variance mean square of the distance to the median (nm^2)
 * @param interval middle 95 % (nm)
 */
record SlowPosterior(double median, double mean, double variance, Interval interval) {
    /** Spread of the second first proposal over that of the first: neighbouring tops are several deviations away. */
    private static final double WIDE = 9;

    private static final double[] PERIOD_DEVIATIONS = {-2, -1, 0, 1, 2};
    private static final double LARGEST_PERIOD_DEVIATION = 0.15;

    /** The distribution about a fit of one layer, or null if there is nothing to start from. */
    static @Nullable SlowPosterior of(FitProblem problem, CurveFit found, double variance, NoiseFilter filter) {
        return of(
                found,
                variance,
                found.fringed
                        ? fringed(problem, found, variance, filter)
                        : plain(new SlowMixture(problem, SlowNoise.around(problem, found, filter))));
    }

    /** The same with the noise known: what an oracle would say. */
    static @Nullable SlowPosterior ofKnownNoise(
            FitProblem problem, CurveFit found, double variance, NoiseFilter filter) {
        return of(found, variance, plain(new SlowMixture(problem, List.of(filter), variance)));
    }

    private static @Nullable SlowPosterior of(CurveFit found, double variance, LogDensity density) {
        double[][] spread = LayerCoordinates.spread(found, variance);
        List<StudentProposal> starts = new ArrayList<>();
        for (double factor : new double[] {1, WIDE}) {
            StudentProposal start = LayerCoordinates.proposal(found, factor * variance);
            if (start != null) {
                starts.add(start);
            }
        }
        if (starts.isEmpty()) {
            return null;
        }
        AdaptiveSamples samples = AdaptiveSamples.of(density, starts, spread);
        if (!(samples.effective() > 1)) {
            return null;
        }
        WeightedValues values = samples.coordinate(LayerCoordinates.THICKNESS, 1);
        double median = values.quantile(0.5);
        return new SlowPosterior(median, values.mean(), values.spreadAbout(median), values.middle95());
    }

    private static LogDensity plain(SlowMixture likelihood) {
        return x -> LayerCoordinates.logPosterior(x, likelihood::log);
    }

    /** With a fringe that is plain in spite of the noise: its amplitudes are integrated, its period over five nodes. */
    private static LogDensity fringed(FitProblem problem, CurveFit found, double variance, NoiseFilter filter) {
        int period = ContactModel.LAYER.contactParameters() + 2;
        double best = found.parameters[period];
        double deviation = Math.min(
                LARGEST_PERIOD_DEVIATION, Math.sqrt(variance * found.unscaledCovariance()[period][period]) / best);
        double[] periods = Arrays.stream(PERIOD_DEVIATIONS)
                .map(node -> best * Math.exp(node * deviation))
                .toArray();
        MarginalLikelihood likelihood = new MarginalLikelihood(problem, filter, variance);
        return x -> LayerCoordinates.logPosterior(
                x,
                (onset, h, deflection, exponent) -> overPeriods(likelihood, periods, onset, h, deflection, exponent));
    }

    /** Logarithm of the sum of a likelihood over periods of the fringe. */
    private static double overPeriods(
            MarginalLikelihood likelihood,
            double[] periods,
            double onset,
            double h,
            double deflection,
            double exponent) {
        LogSum sum = new LogSum();
        for (double period : periods) {
            sum.add(likelihood.log(onset, h, deflection, exponent, period));
        }
        return sum.value();
    }
}
