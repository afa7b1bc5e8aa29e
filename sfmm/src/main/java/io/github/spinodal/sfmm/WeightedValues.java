package io.github.spinodal.sfmm;

import io.github.spinodal.core.quantity.Interval;
import java.util.Arrays;

/** Numbers with weights that sum to one, in rising order. */
final class WeightedValues {
    private final double[][] pairs;

    private WeightedValues(double[][] pairs) {
        this.pairs = pairs;
    }

    static WeightedValues of(double[] values, double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double[][] pairs = new double[values.length][];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = new double[] {values[i], weights[i] / sum};
        }
        Arrays.sort(pairs, (a, b) -> Double.compare(a[0], b[0]));
        return new WeightedValues(pairs);
    }

    double mean() {
        double mean = 0;
        for (double[] pair : pairs) {
            mean += pair[1] * pair[0];
        }
        return mean;
    }

    /** Mean square of the distance to a number. */
    double spreadAbout(double centre) {
        double sum = 0;
        for (double[] pair : pairs) {
            sum += pair[1] * (pair[0] - centre) * (pair[0] - centre);
        }
        return sum;
    }

    Interval middle95() {
        return new Interval(quantile(0.025), quantile(0.975));
    }

    /** Linear between the middles of the steps of the cumulative weight. */
    double quantile(double level) {
        double before = 0;
        double last = pairs[0][0];
        double sum = 0;
        for (double[] pair : pairs) {
            if (pair[1] > 0) {
                double middle = sum + 0.5 * pair[1];
                if (middle >= level) {
                    return before > 0 ? last + (pair[0] - last) * (level - before) / (middle - before) : pair[0];
                }
                before = middle;
                last = pair[0];
                sum += pair[1];
            }
        }
        return last;
    }
}
