package io.github.spinodal.core.electrode;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;

/** Statistics of grain sizes measured in pictures. Immutable. */
public final class GrainSizes implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] sortedNanometres;

    private GrainSizes(double[] sortedNanometres) {
        this.sortedNanometres = sortedNanometres;
    }

    /**
     * Statistics of a sample.
     *
     * @param nanometres sizes (nm), at least two, positive and finite; copied
     * @return the statistics
     * @throws InvalidValueException if there are fewer than two sizes or one is not positive and finite
     */
    public static GrainSizes ofNanometres(double[] nanometres) {
        Require.atLeast("number of grain sizes", nanometres.length, 2);
        double[] sorted = nanometres.clone();
        for (int i = 0; i < sorted.length; i++) {
            Require.positive("grain size[" + i + "] (nm)", sorted[i]);
        }
        Arrays.sort(sorted);
        return new GrainSizes(sorted);
    }

    /**
     * Number of grains measured.
     *
     * @return the count
     */
    public int count() {
        return sortedNanometres.length;
    }

    /**
     * Mean by number.
     *
     * @return the mean with its standard error (nm)
     */
    public Measured meanNanometres() {
        return Measured.of(moment(1), standardDeviationNanometres() / Math.sqrt(count()));
    }

    /**
     * Spread of the sizes.
     *
     * @return standard deviation of the sample, over n - 1 (nm)
     */
    public double standardDeviationNanometres() {
        double mean = moment(1);
        double sum = 0;
        for (double size : sortedNanometres) {
            sum += (size - mean) * (size - mean);
        }
        return Math.sqrt(sum / (count() - 1));
    }

    /**
     * The middle size.
     *
     * @return median (nm)
     */
    public double medianNanometres() {
        int middle = count() / 2;
        return count() % 2 == 1
                ? sortedNanometres[middle]
                : (sortedNanometres[middle - 1] + sortedNanometres[middle]) / 2;
    }

    /**
     * Mean by volume, sum of d^4 over sum of d^3: the size in which an average lithium atom sits.
     *
     * @return volume-weighted mean (nm)
     */
    public double volumeWeightedMeanNanometres() {
        return moment(4) / moment(3);
    }

    /**
     * Mean of the logarithm.
     *
     * @return maximum-likelihood location of a lognormal distribution of sizes in nm, dimensionless
     */
    public double logarithmicMean() {
        double sum = 0;
        for (double size : sortedNanometres) {
            sum += Math.log(size);
        }
        return sum / count();
    }

    /**
     * Spread of the logarithm.
     *
     * @return maximum-likelihood scale of a lognormal distribution, dimensionless
     */
    public double logarithmicStandardDeviation() {
        double mean = logarithmicMean();
        double sum = 0;
        for (double size : sortedNanometres) {
            sum += (Math.log(size) - mean) * (Math.log(size) - mean);
        }
        return Math.sqrt(sum / count());
    }

    private double moment(int order) {
        double sum = 0;
        for (double size : sortedNanometres) {
            sum += Math.pow(size, order);
        }
        return sum / count();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GrainSizes that && Arrays.equals(sortedNanometres, that.sortedNanometres);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sortedNanometres);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d grains, mean %s, median %.4g nm, standard deviation %.3g nm",
                count(),
                meanNanometres().withUnit("nm"),
                medianNanometres(),
                standardDeviationNanometres());
    }
}
