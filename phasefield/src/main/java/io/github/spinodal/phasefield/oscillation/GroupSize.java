package io.github.spinodal.phasefield.oscillation;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;

/**
 * How many grains switch together, from the voltage alone. The methods differ, and none is the truth: on simulations the
 * share of grains that pass from one phase to the other in one period is {@link #TRUTH_OVER_PERIOD} times the period over
 * the plateau ({@link #TRUTH_OVER_FITTED_PERIOD} where the period was fitted), because a grain takes up less than its whole capacity when it switches and some switch between the bumps.
 *
 * @param method how the share was estimated
 * @param share share of the grains per bump, in (0, 1)
 */
public record GroupSize(GroupSizeMethod method, Measured share) implements Serializable {
    /**
     * Share of switching grains over period over plateau where the bumps come unevenly and the period is their mean spacing:
     * mean and standard deviation over 54 simulations of 800 grains with Omega from 3.3 to 4.5 kT, rate of filling over rate
     * constant from 1e-3 to 4e-3, spreads of normal and uniform shifts from 0.03 to 0.15 kT, and voltage noise of 0.02 and
     * 0.2 mV.
     */
    public static final Measured TRUTH_OVER_PERIOD = Measured.of(1.067, 0.019);

    /** The same for 22 simulations among them whose noisy curve was read as a regular oscillation with a fitted period. */
    public static final Measured TRUTH_OVER_FITTED_PERIOD = Measured.of(1.028, 0.052);

    /**
     * Estimates the share.
     *
     * @param result an analysis that found an oscillation
     * @param method how
     * @param totalCoulomb capacity of the whole voltage range (C), positive; only {@link GroupSizeMethod#PERIOD_OVER_TOTAL}
     *     uses it
     * @param plateauCoulomb capacity of the plateau (C), positive
     * @return the estimate
     * @throws InvalidValueException if the analysis found no oscillation or a capacity is not positive
     */
    public static GroupSize of(
            OscillationResult result, GroupSizeMethod method, double totalCoulomb, double plateauCoulomb) {
        Require.positive("total capacity (C)", totalCoulomb);
        Require.positive("plateau capacity (C)", plateauCoulomb);
        Oscillation oscillation = result.oscillation()
                .orElseThrow(() -> new InvalidValueException(
                        "verdict of the analysis", result.verdict().text(), "an oscillation"));
        Measured period = oscillation.periodCoulomb();
        Measured share = switch (method) {
            case PERIOD_OVER_TOTAL -> period.dividedBy(totalCoulomb);
            case PERIOD_OVER_PLATEAU -> period.dividedBy(plateauCoulomb);
            case BUMP_COUNT -> fromCount(result, oscillation, plateauCoulomb);
            case CALIBRATED ->
                period.dividedBy(plateauCoulomb)
                        .times(
                                oscillation.regularity() == Regularity.REGULAR
                                        ? TRUTH_OVER_FITTED_PERIOD
                                        : TRUTH_OVER_PERIOD);
        };
        return new GroupSize(method, share);
    }

    /** The bumps of the analysed charge, extended to the whole plateau; a count is uncertain by half a bump at each end. */
    private static Measured fromCount(OscillationResult result, Oscillation oscillation, double plateauCoulomb) {
        double[] charge = result.chargeCoulomb();
        double analysed = charge[charge.length - 1] - charge[0];
        double count = Math.max(1, oscillation.bumps().count()) * plateauCoulomb / analysed;
        return Measured.of(1 / count, 1 / (count * count) * Math.sqrt(0.5));
    }

    /**
     * Grains in one group.
     *
     * @param grains number of grains of the electrode, positive
     * @return grains per bump
     * @throws InvalidValueException if the number is not positive
     */
    public Measured grainsPerGroup(double grains) {
        return share.times(Require.positive("number of grains", grains));
    }
}
