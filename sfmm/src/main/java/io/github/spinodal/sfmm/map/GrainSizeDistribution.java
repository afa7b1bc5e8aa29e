package io.github.spinodal.sfmm.map;

import io.github.spinodal.core.Require;
import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * A distribution of grain sizes with its means and the lognormal law that fits it best (maximum likelihood).
 *
 * @param count number of grains
 * @param numberMeanMetre mean diameter D[1,0] (m), in which each grain counts once
 * @param volumeMeanMetre mean diameter D[4,3] (m), in which each grain counts by its volume
 * @param logMean mean of ln(diameter / m)
 * @param logStandardDeviation standard deviation of ln(diameter)
 * @param distance largest distance between the cumulative distribution and the lognormal law (Kolmogorov, Smirnov)
 * @param pValue share of lognormal samples of this size that lie at least so far from their own best law (Lilliefors); small
 *     where the sizes are not lognormal
 */
public record GrainSizeDistribution(
        int count,
        Measured numberMeanMetre,
        double volumeMeanMetre,
        Measured logMean,
        Measured logStandardDeviation,
        double distance,
        double pValue)
        implements Serializable {
    private static final int SAMPLES = 999;
    private static final NormalDistribution NORMAL = new NormalDistribution();

    /**
     * The distribution of measured diameters.
     *
     * @param diametersMetre diameters of the grains (m), at least three, positive, not all equal
     * @param seed seed of the lognormal samples
     * @return the distribution
     * @throws io.github.spinodal.core.InvalidValueException if there are fewer than three, one is not positive and finite,
     *     or they are all equal
     */
    public static GrainSizeDistribution of(double[] diametersMetre, long seed) {
        int n = Require.atLeast("number of grains", diametersMetre.length, 3);
        double[] logs = new double[n];
        double third = 0;
        double fourth = 0;
        double largest = Arrays.stream(diametersMetre).max().orElseThrow();
        for (int i = 0; i < n; i++) {
            double diameter = Require.positive("diameter (m)[" + i + "]", diametersMetre[i]);
            logs[i] = Math.log(diameter);
            double reduced = diameter / largest;
            third += reduced * reduced * reduced;
            fourth += reduced * reduced * reduced * reduced;
        }
        double mean = Arrays.stream(diametersMetre).average().orElseThrow();
        double spread = deviation(diametersMetre, mean) * Math.sqrt(n / (n - 1.0));
        double logMean = Arrays.stream(logs).average().orElseThrow();
        double logDeviation = Require.positive("spread of the logarithms of the diameters", deviation(logs, logMean));
        double distance = distance(logs);
        SplittableRandom random = new SplittableRandom(seed);
        int farther = 1;
        for (int i = 0; i < SAMPLES; i++) {
            double[] sample = new double[n];
            Arrays.setAll(sample, k -> random.nextGaussian());
            farther += distance(sample) >= distance ? 1 : 0;
        }
        return new GrainSizeDistribution(
                n,
                Measured.of(mean, spread / Math.sqrt(n)),
                largest * fourth / third,
                Measured.of(logMean, logDeviation / Math.sqrt(n)),
                Measured.of(logDeviation, logDeviation / Math.sqrt(2.0 * n)),
                distance,
                farther / (SAMPLES + 1.0));
    }

    private static double deviation(double[] values, double mean) {
        return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / values.length);
    }

    /** Largest distance of a sample from the normal law with its own mean and standard deviation. */
    private static double distance(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double mean = Arrays.stream(sorted).average().orElseThrow();
        double deviation = deviation(sorted, mean);
        double largest = 0;
        for (int i = 0; i < sorted.length; i++) {
            double law = NORMAL.cumulativeProbability((sorted[i] - mean) / deviation);
            largest = Math.max(largest, Math.max((i + 1.0) / sorted.length - law, law - (double) i / sorted.length));
        }
        return largest;
    }

    /**
     * Median diameter of the fitted law.
     *
     * @return exp of the log mean (m)
     */
    public double medianMetre() {
        return Math.exp(logMean.value());
    }

    /**
     * Number mean of the fitted law.
     *
     * @return exp(mu + sigma^2/2) (m)
     */
    public double fittedNumberMeanMetre() {
        double sigma = logStandardDeviation.value();
        return Math.exp(logMean.value() + sigma * sigma / 2);
    }

    /**
     * Volume mean D[4,3] of the fitted law (Hatch and Choate, 1929).
     *
     * @return exp(mu + 7 sigma^2/2) (m)
     */
    public double fittedVolumeMeanMetre() {
        double sigma = logStandardDeviation.value();
        return Math.exp(logMean.value() + 3.5 * sigma * sigma);
    }

    /**
     * Density of the fitted law.
     *
     * @param diameterMetre diameter (m), positive
     * @return share of the grains per length of diameter (1/m)
     * @throws io.github.spinodal.core.InvalidValueException if the diameter is not positive
     */
    public double fittedDensityPerMetre(double diameterMetre) {
        double log = Math.log(Require.positive("diameter (m)", diameterMetre));
        double sigma = logStandardDeviation.value();
        return NORMAL.density((log - logMean.value()) / sigma) / (sigma * diameterMetre);
    }

    /**
     * Diameters of circles of the same area as grains measured by area.
     *
     * @param areasSquareMetre areas of the grains (m2), positive
     * @return diameters 2 sqrt(A/pi) (m)
     */
    public static double[] equivalentDiameters(double[] areasSquareMetre) {
        double[] diameters = new double[areasSquareMetre.length];
        for (int i = 0; i < diameters.length; i++) {
            diameters[i] = 2 * Math.sqrt(Require.positive("area (m2)[" + i + "]", areasSquareMetre[i]) / Math.PI);
        }
        return diameters;
    }
}
