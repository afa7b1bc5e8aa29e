package io.github.spinodal.sfmm;

import io.github.spinodal.core.quantity.Interval;
import java.util.Arrays;
import java.util.List;

/**
 * The thickness over one or several models, each weighed by how probable it makes the curve (Hoeting, Madigan, Raftery and
 * Volinsky 1999, Statist. Sci. 14:382).
 *
 * @param value the thickness (nm)
 * @param variance mean square of its error (nm^2)
 * @param interval middle 95 % of the samples (nm)
 */
record ThicknessAverage(double value, double variance, Interval interval) {
    /** The mean of all samples. */
    static ThicknessAverage ofSamples(List<ThicknessPosterior> models) {
        double highest = highest(models);
        int count = models.stream().mapToInt(m -> m.samples().count()).sum();
        double[][] pairs = new double[count][];
        double total = 0;
        double mean = 0;
        int n = 0;
        for (ThicknessPosterior model : models) {
            ThicknessSamples samples = model.samples();
            double share = Math.exp(samples.logEvidence() - highest);
            for (int i = 0; i < samples.count(); i++) {
                double weight = share * samples.weight(i);
                pairs[n++] = new double[] {samples.thickness(i), weight};
                total += weight;
                mean += weight * samples.thickness(i);
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

    /** The mean of the fits, which the skew of the distribution does not bias, with the errors of the samples about it. */
    static ThicknessAverage ofFits(List<ThicknessPosterior> models) {
        ThicknessAverage samples = ofSamples(models);
        double highest = highest(models);
        double total = 0;
        double sum = 0;
        for (ThicknessPosterior model : models) {
            double share = Math.exp(model.samples().logEvidence() - highest);
            total += share;
            sum += share * model.fittedThickness();
        }
        double value = sum / total;
        double shift = samples.value - value;
        return new ThicknessAverage(value, samples.variance + shift * shift, samples.interval);
    }

    private static double highest(List<ThicknessPosterior> models) {
        return models.stream().mapToDouble(m -> m.samples().logEvidence()).max().orElse(0);
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
