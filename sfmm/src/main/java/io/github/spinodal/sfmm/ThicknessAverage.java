package io.github.spinodal.sfmm;

import io.github.spinodal.core.quantity.Interval;
import java.util.Arrays;
import java.util.List;

/**
 * The thickness over one or several models, each weighed by how probable it makes the curve (Hoeting, Madigan, Raftery and
 * Volinsky 1999, Statist. Sci. 14:382).
 *
 * @param mean mean (nm)
 * @param variance variance (nm^2)
 * @param interval middle 95 % (nm)
 */
record ThicknessAverage(double mean, double variance, Interval interval) {
    static ThicknessAverage of(List<ThicknessSamples> models) {
        double highest =
                models.stream().mapToDouble(ThicknessSamples::logEvidence).max().orElse(0);
        int count = models.stream().mapToInt(ThicknessSamples::count).sum();
        double[][] pairs = new double[count][];
        double total = 0;
        double mean = 0;
        int n = 0;
        for (ThicknessSamples model : models) {
            double share = Math.exp(model.logEvidence() - highest);
            for (int i = 0; i < model.count(); i++) {
                double weight = share * model.weight(i);
                pairs[n++] = new double[] {model.thickness(i), weight};
                total += weight;
                mean += weight * model.thickness(i);
            }
        }
        mean /= total;
        double variance = 0;
        for (double[] pair : pairs) {
            variance += pair[1] / total * (pair[0] - mean) * (pair[0] - mean);
        }
        Arrays.sort(pairs, (a, b) -> Double.compare(a[0], b[0]));
        return new ThicknessAverage(
                mean, variance, new Interval(quantile(pairs, 0.025 * total), quantile(pairs, 0.975 * total)));
    }

    private static double quantile(double[][] pairs, double level) {
        double sum = 0;
        for (double[] pair : pairs) {
            sum += pair[1];
            if (sum >= level) {
                return pair[0];
            }
        }
        return pairs[pairs.length - 1][0];
    }
}
