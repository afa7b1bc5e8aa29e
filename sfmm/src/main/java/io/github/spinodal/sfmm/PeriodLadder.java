package io.github.spinodal.sfmm;

import java.util.Arrays;

/**
 * The fringe periods that a curve leaves possible, evenly spaced in frequency: the profile of the likelihood over the
 * period, everything else of a fit linearised about it, narrowed until the ladder resolves its tops. Before the curve is
 * seen every period of the range is as likely as its double.
 */
final class PeriodLadder {
    private static final int POINTS = 128;
    private static final int RUNGS = 16;
    private static final int NARROWINGS = 5;
    /** Fall of the logarithm of the probability below which a period is left out. */
    private static final double IMPOSSIBLE = 12;
    /** Share of the rungs that must be possible for the ladder to be fine enough. */
    private static final double RESOLVED = 0.6;

    private final double[] periods;
    private final double[] logWeights;

    private PeriodLadder(double[] periods, double[] logWeights) {
        this.periods = periods;
        this.logWeights = logWeights;
    }

    int count() {
        return periods.length;
    }

    double period(int rung) {
        return periods[rung];
    }

    /** Logarithm of the probability of a period before the curve is seen. */
    double logWeight(int rung) {
        return logWeights[rung];
    }

    static PeriodLadder of(FitProblem problem, CurveFit fit, double variance, FringeRange range) {
        int factor = Math.max(1, problem.n / POINTS);
        FitProblem sparse = factor == 1 ? problem : problem.blocked(factor);
        FringeProfile profile = new FringeProfile(sparse, fit, variance / factor);
        double lowest = 1 / range.longest();
        double highest = 1 / range.shortest();
        double low = lowest;
        double high = highest;
        double[] frequencies = new double[RUNGS];
        double[] logPosterior = new double[RUNGS];
        for (int level = 0; ; level++) {
            double step = (high - low) / (RUNGS - 1);
            for (int k = 0; k < RUNGS; k++) {
                frequencies[k] = low + k * step;
                logPosterior[k] = profile.log(1 / frequencies[k]) - Math.log(frequencies[k]);
            }
            double least = Arrays.stream(logPosterior).max().orElse(0) - IMPOSSIBLE;
            int first = 0;
            while (logPosterior[first] < least) {
                first++;
            }
            int last = RUNGS - 1;
            while (last > first && logPosterior[last] < least) {
                last--;
            }
            if (level == NARROWINGS || last - first + 1 > RESOLVED * RUNGS) {
                return of(frequencies, logPosterior, least, step / Math.log(range.longest() / range.shortest()));
            }
            double from = low;
            low = Math.max(lowest, from + (first - 1) * step);
            high = Math.min(highest, from + (last + 1) * step);
        }
    }

    private static PeriodLadder of(double[] frequencies, double[] logPosterior, double least, double share) {
        int kept = 0;
        double[] periods = new double[frequencies.length];
        double[] logWeights = new double[frequencies.length];
        for (int k = 0; k < frequencies.length; k++) {
            if (logPosterior[k] >= least) {
                periods[kept] = 1 / frequencies[k];
                logWeights[kept++] = Math.log(share / frequencies[k]);
            }
        }
        return new PeriodLadder(Arrays.copyOf(periods, kept), Arrays.copyOf(logWeights, kept));
    }
}
