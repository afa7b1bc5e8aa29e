package io.github.spinodal.sfmm;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Weighted samples of the parameters of one layer. Not shared between threads. */
final class ThicknessSamples {
    /**
     * Standard deviation of the logarithm of the exponent, from the paraboloid to the cone and half as far beyond. Narrower
     * than in the fit, because such curves say little about the exponent and the onset hangs on it.
     */
    private static final double EXPONENT_SPREAD = 0.25;

    /** Of the break deflection over the thickness, median and spread of the logarithm: 0.1 to 12 within two deviations. */
    private static final double RATIO_MEDIAN = 0.1;

    private static final double RATIO_SPREAD = 1.2;
    private static final double LARGEST_EXPONENT = 5;
    private static final double LARGEST_LOGARITHM = 9;
    private static final double ADAPTED_SPREAD = 1.1;
    private static final double ADAPTED_SHARE = 0.02;

    private final MarginalLikelihood likelihood;
    private final double variance;
    private final int dimensions;
    private final FringeRange periods;
    private final double[][] points;
    private final double[][] linear;
    private final double[][][] factors;
    private final double[] target;
    private final double[] density;
    private final double[] weight;
    private final List<StudentProposal> proposals = new ArrayList<>();
    private int count;
    private double effective;
    private double logEvidence;

    ThicknessSamples(
            MarginalLikelihood likelihood, double variance, int dimensions, FringeRange periods, int capacity) {
        this.likelihood = likelihood;
        this.variance = variance;
        this.dimensions = dimensions;
        this.periods = periods;
        points = new double[capacity][];
        linear = new double[capacity][];
        factors = new double[capacity][][];
        target = new double[capacity];
        density = new double[capacity];
        weight = new double[capacity];
    }

    /** How many independent samples the weighted ones are worth. */
    double effective() {
        return effective;
    }

    /** Logarithm of the probability of the data under the model, up to a constant that a fringe does not change. */
    double logEvidence() {
        return logEvidence;
    }

    int count() {
        return count;
    }

    double thickness(int i) {
        return points[i][1];
    }

    double weight(int i) {
        return weight[i];
    }

    void add(StudentProposal proposal, double[][] draws, int from, int to) {
        for (int i = 0; i < count; i++) {
            density[i] += proposal.density(points[i]);
        }
        proposals.add(proposal);
        for (int i = from; i < to; i++) {
            double[] x = proposal.draw(draws[i]);
            points[count] = x;
            target[count] = target(x);
            for (StudentProposal p : proposals) {
                density[count] += p.density(x);
            }
            linear[count] = likelihood.solution().clone();
            factors[count] = likelihood.linearFactor();
            count++;
        }
    }

    private double target(double[] x) {
        if (!(x[1] > 0 && x[3] >= 1 && x[3] <= LARGEST_EXPONENT && Math.abs(x[2]) < LARGEST_LOGARITHM)) {
            return Double.NEGATIVE_INFINITY;
        }
        boolean fringed = dimensions > 4;
        double period = fringed ? Math.exp(x[4]) : 1;
        if (fringed && (period < 0.8 * periods.shortest() || period > 1.25 * periods.longest())) {
            return Double.NEGATIVE_INFINITY;
        }
        double value = likelihood.log(x[0] - x[1], x[1], Math.exp(x[2]), x[3], period);
        if (Double.isNaN(value)) {
            return Double.NEGATIVE_INFINITY;
        }
        double exponent = Math.log(x[3] / CurveFit.EXPONENT_MEDIAN) / EXPONENT_SPREAD;
        double ratio = (x[2] - Math.log(x[1]) - RATIO_MEDIAN) / RATIO_SPREAD;
        value -= 0.5 * (exponent * exponent + ratio * ratio);
        if (fringed) {
            double spread = periods.logarithmicSpread();
            double distance = (x[4] - Math.log(periods.middle())) / spread;
            value -= 0.5 * distance * distance + Math.log(spread * Math.sqrt(2 * Math.PI));
        }
        return value;
    }

    /** Weighs all points by the target over the mixture of all proposals; returns the effective number. */
    double weigh() {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            highest = Math.max(highest, target[i]);
        }
        if (highest == Double.NEGATIVE_INFINITY) {
            effective = 0;
            return 0;
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
        logEvidence = highest + Math.log(sum * proposals.size() / count);
        effective = 1 / squares;
        return effective;
    }

    @Nullable
    StudentProposal adapted(double[][] start) {
        if (!(effective > 0)) {
            return null;
        }
        double[] mean = new double[dimensions];
        double[][] covariance = new double[dimensions][dimensions];
        moments(points, mean, covariance);
        for (int k = 0; k < dimensions; k++) {
            for (int l = 0; l < dimensions; l++) {
                covariance[k][l] = ADAPTED_SPREAD * covariance[k][l] + ADAPTED_SHARE * start[k][l];
            }
        }
        return StudentProposal.of(mean, covariance);
    }

    private void moments(double[][] values, double[] mean, double[][] covariance) {
        int size = mean.length;
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < size && weight[i] > 0; k++) {
                mean[k] += weight[i] * values[i][k];
            }
        }
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < size && weight[i] > 0; k++) {
                for (int l = 0; l < size; l++) {
                    covariance[k][l] += weight[i] * (values[i][k] - mean[k]) * (values[i][l] - mean[l]);
                }
            }
        }
    }

    /** Fills mean and covariance of the parameters in the order of the contact model. */
    void moments(double[] mean, double[][] covariance) {
        int lines = likelihood.linear();
        int fringe = ContactModel.LAYER.contactParameters();
        int[] place = {ContactModel.OFFSET, ContactModel.TILT, ContactModel.SLOPE, fringe, fringe + 1};
        double[][] all = new double[count][mean.length];
        for (int i = 0; i < count; i++) {
            double[] x = all[i];
            for (int k = 0; k < lines; k++) {
                x[place[k]] = linear[i][k];
            }
            x[ContactModel.ONSET] = points[i][0] - points[i][1];
            x[ContactModel.THICKNESS] = points[i][1];
            x[ContactModel.BREAK] = Math.exp(points[i][2]);
            x[ContactModel.EXPONENT] = points[i][3];
            if (dimensions > 4) {
                x[fringe + 2] = Math.exp(points[i][4]);
            }
        }
        moments(all, mean, covariance);
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < lines && weight[i] > 0; k++) {
                double[] unit = new double[lines];
                unit[k] = 1;
                SmallCholesky.solve(factors[i], lines, unit);
                for (int l = 0; l < lines; l++) {
                    covariance[place[k]][place[l]] += weight[i] * variance * unit[l];
                }
            }
        }
    }
}
