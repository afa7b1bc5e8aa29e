package io.github.spinodal.sfmm;

import java.util.List;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Weighted samples of a density, by adaptive multiple importance sampling with multivariate t distributions (Cornuet, Marin,
 * Mira and Robert 2012, Scand. J. Statist. 39:798). The draws are the same for every density: an additive recurrence that
 * fills the cube more evenly than random numbers do, so that quantiles need fewer of them. Not shared between threads.
 */
final class AdaptiveSamples {
    private static final int ROUND = 200;
    private static final int ROUNDS = 6;
    private static final int ENOUGH = 160;
    /** Draws that every first proposal gets at least. */
    private static final int SMALLEST_SHARE = 40;

    private static final int MOST_STARTS = 16;
    private static final int CAPACITY = MOST_STARTS * SMALLEST_SHARE + ROUND * ROUNDS;
    private static final int MOST_DIMENSIONS = 6;
    private static final double ADAPTED_SPREAD = 1.15;
    private static final double ADAPTED_SHARE = 0.02;

    private static final double[][] DRAWS = draws();

    private final LogDensity density;
    private final double[][] points = new double[CAPACITY][];
    private final double[] marks = new double[CAPACITY];
    private final double[] logTarget = new double[CAPACITY];
    /** Sum over all proposals of their density times the number of their draws. */
    private final double[] proposed = new double[CAPACITY];

    private final StudentProposal[] proposals = new StudentProposal[MOST_STARTS + ROUNDS];
    private final int[] drawn = new int[MOST_STARTS + ROUNDS];
    private int proposalCount;
    private double[] weights = new double[0];
    private int count;
    private double effective;

    private AdaptiveSamples(LogDensity density) {
        this.density = density;
    }

    /** The points of an additive recurrence on powers of a generalised golden ratio, as t variates. */
    private static double[][] draws() {
        double golden = 2;
        for (int k = 0; k < 60; k++) {
            golden = Math.pow(1 + golden, 1.0 / (MOST_DIMENSIONS + 2));
        }
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        ChiSquaredDistribution squares = new ChiSquaredDistribution(null, StudentProposal.FREEDOM);
        double[][] draws = new double[CAPACITY][MOST_DIMENSIONS];
        for (int i = 0; i < draws.length; i++) {
            double[] u = new double[MOST_DIMENSIONS + 1];
            double step = 1;
            for (int k = 0; k <= MOST_DIMENSIONS; k++) {
                step /= golden;
                double turns = 0.5 + (i + 1) * step;
                u[k] = turns - Math.floor(turns);
            }
            double scale = Math.sqrt(StudentProposal.FREEDOM / squares.inverseCumulativeProbability(u[0]));
            for (int k = 0; k < MOST_DIMENSIONS; k++) {
                draws[i][k] = scale * normal.inverseCumulativeProbability(u[k + 1]);
            }
        }
        return draws;
    }

    /**
     * Samples a density.
     *
     * @param starts first proposals, at least one; those beyond the sixteenth are left out
     * @param spread covariance of which every later proposal keeps a small part
     */
    static AdaptiveSamples of(LogDensity density, List<StudentProposal> starts, double[][] spread) {
        AdaptiveSamples samples = new AdaptiveSamples(density);
        int used = Math.min(MOST_STARTS, starts.size());
        int share = Math.max(SMALLEST_SHARE, ROUND / used);
        for (StudentProposal start : starts.subList(0, used)) {
            samples.add(start, share);
        }
        samples.weigh();
        for (int round = 1; round < ROUNDS && samples.effective < ENOUGH; round++) {
            StudentProposal next = samples.effective > 0 ? samples.adapted(spread) : null;
            samples.add(next == null ? starts.get(0) : next, ROUND);
            samples.weigh();
        }
        return samples;
    }

    private void add(StudentProposal proposal, int draws) {
        for (int i = 0; i < count; i++) {
            proposed[i] += draws * proposal.density(points[i]);
        }
        proposals[proposalCount] = proposal;
        drawn[proposalCount++] = draws;
        for (int i = 0; i < draws; i++) {
            double[] x = proposal.draw(DRAWS[count]);
            points[count] = x;
            logTarget[count] = density.at(x);
            marks[count] = density.mark();
            for (int k = 0; k < proposalCount; k++) {
                proposed[count] += drawn[k] * proposals[k].density(x);
            }
            count++;
        }
    }

    private void weigh() {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            highest = Math.max(highest, logTarget[i]);
        }
        effective = 0;
        weights = new double[count];
        if (highest == Double.NEGATIVE_INFINITY) {
            return;
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            weights[i] = proposed[i] > 0 ? Math.exp(logTarget[i] - highest) / proposed[i] : 0;
            sum += weights[i];
        }
        double squares = 0;
        for (int i = 0; i < count; i++) {
            weights[i] /= sum;
            squares += weights[i] * weights[i];
        }
        effective = 1 / squares;
    }

    private @Nullable StudentProposal adapted(double[][] spread) {
        int dimensions = spread.length;
        double[] mean = new double[dimensions];
        double[][] covariance = new double[dimensions][dimensions];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < dimensions && weights[i] > 0; k++) {
                mean[k] += weights[i] * points[i][k];
            }
        }
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < dimensions && weights[i] > 0; k++) {
                for (int l = 0; l < dimensions; l++) {
                    covariance[k][l] += weights[i] * (points[i][k] - mean[k]) * (points[i][l] - mean[l]);
                }
            }
        }
        for (int k = 0; k < dimensions; k++) {
            for (int l = 0; l < dimensions; l++) {
                covariance[k][l] = ADAPTED_SPREAD * covariance[k][l] + ADAPTED_SHARE * spread[k][l];
            }
        }
        return StudentProposal.of(mean, covariance);
    }

    /** How many independent samples the weighted ones are worth. */
    double effective() {
        return effective;
    }

    /**
     * A coordinate of the samples.
     *
     * @param odds factor by which the part of the density that is marked counts more
     */
    WeightedValues coordinate(int k, double odds) {
        double[] values = new double[count];
        double[] factors = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = points[i][k];
            factors[i] = weights[i] * (1 + (odds - 1) * marks[i]);
        }
        return WeightedValues.of(values, factors);
    }

    /** Mean of a coordinate, marked parts counted as in {@link #coordinate}. */
    double mean(int k, double odds) {
        double sum = 0;
        double mean = 0;
        for (int i = 0; i < count; i++) {
            double weight = weights[i] * (1 + (odds - 1) * marks[i]);
            sum += weight;
            mean += weight * points[i][k];
        }
        return mean / sum;
    }

    /** Share of the density that is marked. */
    double marked() {
        double mean = 0;
        for (int i = 0; i < count; i++) {
            mean += weights[i] * marks[i];
        }
        return mean;
    }
}
