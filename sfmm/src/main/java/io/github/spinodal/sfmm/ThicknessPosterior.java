package io.github.spinodal.sfmm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of a layer's parameters given the curve, by adaptive importance sampling with multivariate t
 * distributions (Cornuet, Marin, Mira and Robert 2012, Scand. J. Statist. 39:798). Used where the normal approximation of
 * the fit fails: in a thin layer, whose uncertainty is no longer small against its thickness, and in slow noise, where
 * every kink is placed by a few differences of neighbours. The random numbers are the same for every curve.
 */
final class ThicknessPosterior {
    /** Solid contact, thickness, logarithm of the break deflection, exponent. */
    private static final int DIMENSIONS = 4;

    private static final int FREEDOM = 5;
    private static final int ROUND = 200;
    private static final int ROUNDS = 6;
    private static final int ENOUGH = 160;
    private static final double FIRST_SPREAD = 1.5;
    /**
     * Standard deviation of the logarithm of the exponent, from the paraboloid to the cone and half as far beyond. Narrower
     * than in the fit, because slow noise says little about the exponent and the onset hangs on it.
     */
    private static final double EXPONENT_SPREAD = 0.25;

    private static final double RATIO_SPREAD = 1.2;
    private static final double RATIO_MEDIAN = 0.1;

    private static final double[][] DRAWS = draws();

    private final double[] mean;
    private final double[][] covariance;
    private final double low;
    private final double high;
    private final double effective;

    private ThicknessPosterior(double[] mean, double[][] covariance, double low, double high, double effective) {
        this.mean = mean;
        this.covariance = covariance;
        this.low = low;
        this.high = high;
        this.effective = effective;
    }

    double[] mean() {
        return mean;
    }

    double[][] covariance() {
        return covariance;
    }

    /** How many independent samples the weighted ones are worth. */
    double effectiveSamples() {
        return effective;
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    private static double[][] draws() {
        Random random = new Random(20260101);
        double[][] draws = new double[ROUND * ROUNDS][DIMENSIONS];
        for (double[] draw : draws) {
            double squares = 0;
            for (int k = 0; k < FREEDOM; k++) {
                double g = random.nextGaussian();
                squares += g * g;
            }
            double scale = Math.sqrt(FREEDOM / squares);
            for (int k = 0; k < DIMENSIONS; k++) {
                draw[k] = scale * random.nextGaussian();
            }
        }
        return draws;
    }

    /** A proposal: a mean and the Cholesky factor of its spread. */
    private static final class Proposal {
        private final double[] mean;
        private final double[][] factor;
        private final double logNorm;

        Proposal(double[] mean, double[][] covariance) {
            this.mean = mean;
            this.factor = new double[DIMENSIONS][];
            for (int i = 0; i < DIMENSIONS; i++) {
                factor[i] = covariance[i].clone();
            }
            this.logNorm = -0.5 * SmallCholesky.factor(factor, DIMENSIONS);
        }

        double[] draw(double[] standard) {
            double[] x = mean.clone();
            for (int i = 0; i < DIMENSIONS; i++) {
                for (int j = 0; j <= i; j++) {
                    x[i] += factor[i][j] * standard[j];
                }
            }
            return x;
        }

        double density(double[] x) {
            double squares = 0;
            double[] y = new double[DIMENSIONS];
            for (int i = 0; i < DIMENSIONS; i++) {
                double sum = x[i] - mean[i];
                for (int k = 0; k < i; k++) {
                    sum -= factor[i][k] * y[k];
                }
                y[i] = sum / factor[i][i];
                squares += y[i] * y[i];
            }
            return Math.exp(logNorm - 0.5 * (FREEDOM + DIMENSIONS) * Math.log1p(squares / FREEDOM));
        }
    }

    /**
     * Samples around a fit.
     *
     * @return the distribution, or null if the fit has no covariance to start from
     */
    static @Nullable ThicknessPosterior of(
            FitProblem problem, CurveFit fit, double variance, @Nullable NoiseFilter filter) {
        double[] t = fit.parameters;
        double[][] c = fit.unscaledCovariance();
        double[][] start = new double[DIMENSIONS][DIMENSIONS];
        // Rows of the change from (onset, thickness, break, exponent).
        double[][] change = {{1, 1, 0, 0}, {0, 1, 0, 0}, {0, 0, 1 / t[ContactModel.BREAK], 0}, {0, 0, 0, 1}};
        for (int i = 0; i < DIMENSIONS; i++) {
            for (int j = 0; j < DIMENSIONS; j++) {
                double sum = 0;
                for (int k = 0; k < DIMENSIONS; k++) {
                    for (int l = 0; l < DIMENSIONS; l++) {
                        sum += change[i][k] * change[j][l] * c[ContactModel.ONSET + k][ContactModel.ONSET + l];
                    }
                }
                start[i][j] = FIRST_SPREAD * FIRST_SPREAD * variance * sum;
            }
        }
        double[] mode = {
            t[ContactModel.ONSET] + t[ContactModel.THICKNESS],
            t[ContactModel.THICKNESS],
            Math.log(t[ContactModel.BREAK]),
            t[ContactModel.EXPONENT]
        };
        if (!Double.isFinite(start[0][0]) || Double.isNaN(new Proposal(mode, start).logNorm)) {
            return null;
        }
        MarginalLikelihood likelihood = new MarginalLikelihood(problem, filter, variance);
        Sampler sampler = new Sampler(likelihood, variance, ROUND * ROUNDS);
        Proposal proposal = new Proposal(mode, start);
        for (int round = 0; round < ROUNDS; round++) {
            sampler.add(proposal, round * ROUND, (round + 1) * ROUND);
            if (sampler.weigh() > ENOUGH || round == ROUNDS - 1) {
                break;
            }
            proposal = sampler.adapted(start);
        }
        return sampler.summary();
    }

    private static final class Sampler {
        private final MarginalLikelihood likelihood;
        private final double variance;
        private final double[][] points;
        private final double[][] linear;
        private final double[][][] spread;
        private final double[] target;
        private final double[] density;
        private final double[] weight;
        private final List<Proposal> proposals = new ArrayList<>();
        private int count;

        Sampler(MarginalLikelihood likelihood, double variance, int capacity) {
            this.likelihood = likelihood;
            this.variance = variance;
            points = new double[capacity][];
            linear = new double[capacity][];
            spread = new double[capacity][][];
            target = new double[capacity];
            density = new double[capacity];
            weight = new double[capacity];
        }

        void add(Proposal proposal, int from, int to) {
            for (int i = 0; i < count; i++) {
                density[i] += proposal.density(points[i]);
            }
            proposals.add(proposal);
            for (int i = from; i < to; i++) {
                double[] x = proposal.draw(DRAWS[i]);
                points[count] = x;
                target[count] = target(x);
                for (Proposal p : proposals) {
                    density[count] += p.density(x);
                }
                linear[count] = likelihood.linear().clone();
                spread[count] = new double[MarginalLikelihood.LINEAR][];
                for (int k = 0; k < MarginalLikelihood.LINEAR; k++) {
                    spread[count][k] = likelihood.linearFactor()[k].clone();
                }
                count++;
            }
        }

        private double target(double[] x) {
            if (!(x[1] > 0 && x[3] >= 1 && x[3] <= 5 && Math.abs(x[2]) < 9)) {
                return Double.NEGATIVE_INFINITY;
            }
            double value = likelihood.log(x[0] - x[1], x[1], Math.exp(x[2]), x[3]);
            if (Double.isNaN(value)) {
                return Double.NEGATIVE_INFINITY;
            }
            double exponent = Math.log(x[3] / CurveFit.EXPONENT_MEDIAN) / EXPONENT_SPREAD;
            double ratio = (x[2] - Math.log(x[1]) - RATIO_MEDIAN) / RATIO_SPREAD;
            return value - 0.5 * exponent * exponent - 0.5 * ratio * ratio;
        }

        /** Weighs all points by the target over the mixture of all proposals; returns the effective number. */
        double weigh() {
            double highest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < count; i++) {
                highest = Math.max(highest, target[i]);
            }
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < count; i++) {
                weight[i] = density[i] > 0 ? Math.exp(target[i] - highest) / density[i] : 0;
                sum += weight[i];
            }
            for (int i = 0; i < count; i++) {
                weight[i] /= sum;
                squares += weight[i] * weight[i];
            }
            return 1 / squares;
        }

        Proposal adapted(double[][] start) {
            double[] mean = new double[DIMENSIONS];
            double[][] covariance = new double[DIMENSIONS][DIMENSIONS];
            for (int i = 0; i < count; i++) {
                for (int k = 0; k < DIMENSIONS; k++) {
                    mean[k] += weight[i] * points[i][k];
                }
            }
            for (int i = 0; i < count; i++) {
                for (int k = 0; k < DIMENSIONS; k++) {
                    for (int l = 0; l < DIMENSIONS; l++) {
                        covariance[k][l] += weight[i] * (points[i][k] - mean[k]) * (points[i][l] - mean[l]);
                    }
                }
            }
            for (int k = 0; k < DIMENSIONS; k++) {
                for (int l = 0; l < DIMENSIONS; l++) {
                    covariance[k][l] = 1.1 * covariance[k][l] + 0.02 * start[k][l];
                }
            }
            return new Proposal(mean, covariance);
        }

        ThicknessPosterior summary() {
            double effective = weigh();
            int size = MarginalLikelihood.LINEAR + DIMENSIONS;
            double[] mean = new double[size];
            double[][] covariance = new double[size][size];
            double[][] all = new double[count][size];
            for (int i = 0; i < count; i++) {
                double[] x = all[i];
                if (weight[i] == 0) {
                    continue;
                }
                System.arraycopy(linear[i], 0, x, 0, MarginalLikelihood.LINEAR);
                x[ContactModel.ONSET] = points[i][0] - points[i][1];
                x[ContactModel.THICKNESS] = points[i][1];
                x[ContactModel.BREAK] = Math.exp(points[i][2]);
                x[ContactModel.EXPONENT] = points[i][3];
                for (int k = 0; k < size; k++) {
                    mean[k] += weight[i] * x[k];
                }
            }
            for (int i = 0; i < count; i++) {
                if (weight[i] == 0) {
                    continue;
                }
                for (int k = 0; k < size; k++) {
                    for (int l = 0; l < size; l++) {
                        covariance[k][l] += weight[i] * (all[i][k] - mean[k]) * (all[i][l] - mean[l]);
                    }
                }
                for (int k = 0; k < MarginalLikelihood.LINEAR; k++) {
                    double[] unit = new double[MarginalLikelihood.LINEAR];
                    unit[k] = 1;
                    SmallCholesky.solve(spread[i], MarginalLikelihood.LINEAR, unit);
                    for (int l = 0; l < MarginalLikelihood.LINEAR; l++) {
                        covariance[k][l] += weight[i] * variance * unit[l];
                    }
                }
            }
            int[] order = IntStream.range(0, count)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> points[i][1]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            return new ThicknessPosterior(mean, covariance, quantile(order, 0.025), quantile(order, 0.975), effective);
        }

        private double quantile(int[] order, double level) {
            double sum = 0;
            for (int i : order) {
                sum += weight[i];
                if (sum >= level) {
                    return points[i][1];
                }
            }
            return points[order[order.length - 1]][1];
        }
    }
}
