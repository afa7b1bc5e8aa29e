package io.github.spinodal.phasefield;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * Distributions from which the grains of an ensemble are drawn: rate constants and diameters lognormal, potential shifts
 * normal, interactions normal.
 *
 * @param meanRatePerSecond mean rate constant k of a grain of median size (1/s), positive
 * @param rateLogSpread standard deviation of ln k, dimensionless, zero or positive
 * @param shiftSpreadOverKT standard deviation of the potential shift over kT, dimensionless, zero or positive
 * @param sizeLogSpread standard deviation of ln d, dimensionless, zero or positive
 * @param sizeMeaning what the diameter does to weight and rate; {@link SizeMeaning#ONE_SIZE} exactly when the spread of
 *     sizes is zero
 * @param interactionSpreadOverKT standard deviation of Omega over kT, dimensionless, zero or positive; needs a regular
 *     solution
 */
public record GrainDistribution(
        double meanRatePerSecond,
        double rateLogSpread,
        double shiftSpreadOverKT,
        double sizeLogSpread,
        SizeMeaning sizeMeaning,
        double interactionSpreadOverKT)
        implements Serializable {
    /**
     * Checks the parameters.
     *
     * @throws InvalidValueException if one is outside its range
     */
    public GrainDistribution {
        Require.positive("mean rate constant (1/s)", meanRatePerSecond);
        Require.within("spread of ln k", rateLogSpread, 0, 10);
        Require.nonNegative("spread of the shift over kT", shiftSpreadOverKT);
        Require.within("spread of ln d", sizeLogSpread, 0, 10);
        Require.nonNegative("spread of Omega over kT", interactionSpreadOverKT);
        if (sizeLogSpread > 0 != (sizeMeaning != SizeMeaning.ONE_SIZE)) {
            throw new InvalidValueException(
                    "meaning of size", sizeMeaning.toString(), "given exactly when sizes are spread");
        }
    }

    /**
     * Identical grains.
     *
     * @param ratePerSecond rate constant k (1/s), positive
     * @return the distribution without any spread
     * @throws InvalidValueException if the rate is not positive
     */
    public static GrainDistribution ofRate(double ratePerSecond) {
        return new GrainDistribution(ratePerSecond, 0, 0, 0, SizeMeaning.ONE_SIZE, 0);
    }

    /**
     * The same with lognormal rate constants of unchanged mean.
     *
     * @param logSpread standard deviation of ln k, dimensionless, zero or positive
     * @return the distribution
     * @throws InvalidValueException if the spread is negative
     */
    public GrainDistribution withRateSpread(double logSpread) {
        return new GrainDistribution(
                meanRatePerSecond, logSpread, shiftSpreadOverKT, sizeLogSpread, sizeMeaning, interactionSpreadOverKT);
    }

    /**
     * The same with normal potential shifts of mean zero.
     *
     * @param spreadOverKT standard deviation of delta/kT, dimensionless, zero or positive
     * @return the distribution
     * @throws InvalidValueException if the spread is negative
     */
    public GrainDistribution withShiftSpread(double spreadOverKT) {
        return new GrainDistribution(
                meanRatePerSecond, rateLogSpread, spreadOverKT, sizeLogSpread, sizeMeaning, interactionSpreadOverKT);
    }

    /**
     * The same with lognormal diameters.
     *
     * @param logSpread standard deviation of ln d, dimensionless, positive
     * @param meaning what the diameter does to weight and rate constant
     * @return the distribution
     * @throws InvalidValueException if the spread is not positive
     */
    public GrainDistribution withSizeSpread(double logSpread, SizeMeaning meaning) {
        return new GrainDistribution(
                meanRatePerSecond,
                rateLogSpread,
                shiftSpreadOverKT,
                Require.positive("spread of ln d", logSpread),
                meaning,
                interactionSpreadOverKT);
    }

    /**
     * The same with normal interactions around that of the model, a regular solution.
     *
     * @param spreadOverKT standard deviation of Omega/kT, dimensionless, zero or positive
     * @return the distribution
     * @throws InvalidValueException if the spread is negative
     */
    public GrainDistribution withInteractionSpread(double spreadOverKT) {
        return new GrainDistribution(
                meanRatePerSecond, rateLogSpread, shiftSpreadOverKT, sizeLogSpread, sizeMeaning, spreadOverKT);
    }
}
