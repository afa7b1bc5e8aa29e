package io.github.spinodal.phasefield.oscillation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A baseline and smooth noise, of which a record with waves may consist instead of an oscillation: its waves have no
 * preferred period, since the spectrum of the noise falls with frequency.
 */
final class SmoothNoise {
    private static final int[] ORDERS = {2, 3};
    private static final double[] LENGTHS = {0.004, 0.01, 0.025, 0.06, 0.15, 0.4};
    private static final double[] LOGITS = {-2, 1, 4, 8, 13};
    private static final double SHORTEST = 0.001;
    private static final double LONGEST = 2;
    /** Of a record without noise only a part in ten millions of the variance is white. */
    private static final double LARGEST_LOGIT = 16;

    private static final double LOGIT_STEP = 1;
    private static final double LENGTH_STEP = 0.4;
    /** The steps beside the baseline begin with this share. */
    private static final double LATER = 0.25;

    private static final double FINEST = 0.1;
    /** Variance, share and length. */
    private static final int PARAMETERS = 3;

    private final BaselineLikelihood likelihood;
    private final double[] detrended;
    private final double[] clock;
    private final int order;

    private SmoothNoise(BaselineLikelihood likelihood, double[] detrended, double[] clock, int order) {
        this.likelihood = likelihood;
        this.detrended = detrended;
        this.clock = clock;
        this.order = order;
    }

    /**
     * Schwarz's criterion of the likeliest smooth noise beside a baseline or the stiffest, on the clock of the charge or of the
     * samples.
     */
    static double criterion(PlateauRecord record, BaselineStructure own) {
        List<double[]> clocks = record.uneven ? List.of(record.x, record.number) : List.of(record.x);
        double criterion = Double.POSITIVE_INFINITY;
        for (int knots : IntStream.of(own.knots(), 0).distinct().toArray()) {
            BaselineStructure baseline = own.withKnots(knots);
            BaselineLikelihood likelihood = new BaselineLikelihood(record, baseline);
            double[] detrended = new ModelFitter(record).stiffBaseline(knots).residuals;
            double penalty = (baseline.size() + PARAMETERS) * Math.log(record.size());
            for (double[] clock : clocks) {
                for (int order : ORDERS) {
                    double deviance = new SmoothNoise(likelihood, detrended, clock, order).smallestDeviance();
                    criterion = Math.min(criterion, deviance + penalty);
                }
            }
        }
        return criterion;
    }

    private double smallestDeviance() {
        double smallest = Double.POSITIVE_INFINITY;
        double[] place = {0, 0};
        for (double length : LENGTHS) {
            for (double logit : LOGITS) {
                double deviance = deviance(logit, Math.log(length), false);
                if (deviance < smallest) {
                    smallest = deviance;
                    place = new double[] {logit, Math.log(length)};
                }
            }
        }
        place = descend(place, 1, false);
        place = descend(place, LATER, true);
        return deviance(place[0], place[1], true);
    }

    private double[] descend(double[] start, double firstScale, boolean withBaseline) {
        double[] best = start;
        double smallest = deviance(best[0], best[1], withBaseline);
        double scale = firstScale;
        while (scale > FINEST) {
            boolean better = false;
            for (int direction = 0; direction < 4; direction++) {
                double step = direction % 2 == 0 ? scale : -scale;
                double logit = best[0] + (direction < 2 ? step * LOGIT_STEP : 0);
                double logLength = best[1] + (direction < 2 ? 0 : step * LENGTH_STEP);
                double deviance = deviance(logit, logLength, withBaseline);
                if (deviance < smallest) {
                    smallest = deviance;
                    best = new double[] {logit, logLength};
                    better = true;
                }
            }
            scale = better ? scale : scale / 2;
        }
        return best;
    }

    /** Minus twice the logarithm of the likelihood, with the baseline fitted or of the detrended record. */
    private double deviance(double logit, double logLength, boolean withBaseline) {
        if (logit > LARGEST_LOGIT || logLength < Math.log(SHORTEST) || logLength > Math.log(LONGEST)) {
            return Double.POSITIVE_INFINITY;
        }
        Innovations filter = new SmoothNoiseFilter(order, 1 / (1 + Math.exp(-logit)), Math.exp(logLength), clock);
        return withBaseline
                ? likelihood.solve(filter).deviance
                : BaselineLikelihood.devianceWithoutBaseline(filter, detrended);
    }
}
