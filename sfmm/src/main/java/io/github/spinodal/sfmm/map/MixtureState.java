package io.github.spinodal.sfmm.map;

/** The parameters of a mixture while they are being improved. */
final class MixtureState {
    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    private final double[] weights;
    private final double[] means;
    private final double[] deviations;
    private final double[] constants;
    private final double narrowest;
    private boolean converged;

    private MixtureState(double[] weights, double[] means, double[] deviations, double narrowest) {
        this.weights = weights;
        this.means = means;
        this.deviations = deviations;
        this.constants = new double[weights.length];
        this.narrowest = narrowest;
    }

    /** Equal weights, means at quantiles; no component may become narrower than a share of the whole spread. */
    static MixtureState start(MixtureData data, double[] sorted, double[] quantiles, double narrowestShare) {
        int k = quantiles.length;
        double spread = data.standardDeviation();
        double[] weights = new double[k];
        double[] means = new double[k];
        double[] deviations = new double[k];
        for (int j = 0; j < k; j++) {
            weights[j] = 1.0 / k;
            means[j] = sorted[(int) (quantiles[j] * (sorted.length - 1))];
            deviations[j] = spread / k;
        }
        return new MixtureState(weights, means, deviations, narrowestShare * spread);
    }

    /** Takes steps until the likelihood settles or the steps are used up; returns its logarithm. */
    double improve(MixtureData data, int steps, double tolerance) {
        double before = Double.NEGATIVE_INFINITY;
        converged = false;
        for (int i = 0; i < steps && !converged; i++) {
            double likelihood = step(data);
            converged = likelihood - before <= tolerance * Math.abs(likelihood);
            before = likelihood;
        }
        return before;
    }

    boolean converged() {
        return converged;
    }

    /** One step; returns the logarithm of the likelihood before it. */
    private double step(MixtureData data) {
        int k = weights.length;
        double[] sum = new double[k];
        double[] first = new double[k];
        double[] second = new double[k];
        double[] logs = new double[k];
        for (int j = 0; j < k; j++) {
            constants[j] = Math.log(weights[j]) - Math.log(deviations[j]) - 0.5 * LOG_TWO_PI;
        }
        double likelihood = 0;
        for (int i = 0; i < data.size(); i++) {
            double value = data.value(i);
            double count = data.count(i);
            double total = logDensities(value, logs);
            likelihood += count * total;
            for (int j = 0; j < k; j++) {
                double share = count * Math.exp(logs[j] - total);
                double distance = value - means[j];
                sum[j] += share;
                first[j] += share * distance;
                second[j] += share * distance * distance;
            }
        }
        for (int j = 0; j < k; j++) {
            if (sum[j] > 0) {
                double shift = first[j] / sum[j];
                weights[j] = sum[j] / data.total();
                means[j] += shift;
                deviations[j] = Math.max(narrowest, Math.sqrt(Math.max(0, second[j] / sum[j] - shift * shift)));
            }
        }
        return likelihood;
    }

    /** Fills in the logarithms of the weighted densities and returns that of their sum. */
    private double logDensities(double value, double[] logs) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < logs.length; j++) {
            double reduced = (value - means[j]) / deviations[j];
            logs[j] = constants[j] - 0.5 * reduced * reduced;
            largest = Math.max(largest, logs[j]);
        }
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - largest);
        }
        return largest + Math.log(sum);
    }

    double weight(int j) {
        return weights[j];
    }

    double mean(int j) {
        return means[j];
    }

    double deviation(int j) {
        return deviations[j];
    }
}
