package io.github.spinodal.eis;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.ImpedanceSpectrum;
import java.io.Serializable;
import java.util.Objects;

/**
 * Distribution of relaxation times: Z = R_inf + s L + 1/(s C) + int gamma(ln tau)/(1 + s tau) d ln tau with gamma >= 0, by
 * Tikhonov regularisation of its second derivative (Wan, Saccoccio, Chen and Ciucci, Electrochim. Acta 184, 483, 2015, treat
 * the same problem with radial functions).
 *
 * <p>A Warburg impedance has no end in tau: where the spectrum does not level off, the series capacitance and the longest
 * relaxation times stand for what lies below the window, and peaks there mean nothing.
 */
public final class DistributionOfRelaxationTimes implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int FREE_TERMS = 3;

    /** How the strength of regularisation is chosen. */
    public enum Criterion {
        /**
         * The strength at which the distribution of one part best predicts the other: real from imaginary and imaginary from
         * real data (Saccoccio, Wan, Chen and Ciucci, Electrochim. Acta 147, 470, 2014).
         */
        CROSS_VALIDATION,
        /** The strongest at which the residuals do not exceed the noise that a Kramers-Kronig test finds. */
        DISCREPANCY
    }

    private static final DistributionOfRelaxationTimes DEFAULTS =
            new DistributionOfRelaxationTimes(Criterion.CROSS_VALIDATION, 10, 0.5, Double.NaN);

    private final Criterion criterion;
    private final int perDecade;
    private final double extension;
    private final double strength;

    private DistributionOfRelaxationTimes(Criterion criterion, int perDecade, double extension, double strength) {
        this.criterion = criterion;
        this.perDecade = perDecade;
        this.extension = extension;
        this.strength = strength;
    }

    /**
     * Cross-validated strength, ten relaxation times per decade, half a decade beyond the window on either side.
     *
     * @return the default configuration
     */
    public static DistributionOfRelaxationTimes withDefaults() {
        return DEFAULTS;
    }

    /**
     * Sets the criterion.
     *
     * @param criterion how the strength is chosen
     * @return a changed copy
     */
    public DistributionOfRelaxationTimes withCriterion(Criterion criterion) {
        return new DistributionOfRelaxationTimes(criterion, perDecade, extension, Double.NaN);
    }

    /**
     * Gives the strength instead of a criterion.
     *
     * @param strength lambda, dimensionless (the data are scaled to one), positive
     * @return a changed copy
     * @throws InvalidValueException if it is not positive
     */
    public DistributionOfRelaxationTimes withStrength(double strength) {
        return new DistributionOfRelaxationTimes(
                criterion, perDecade, extension, Require.positive("strength of regularisation", strength));
    }

    /**
     * Sets the density of relaxation times.
     *
     * @param perDecade number per decade, in [3, 40]
     * @return a changed copy
     * @throws InvalidValueException if it is outside
     */
    public DistributionOfRelaxationTimes withTimesPerDecade(int perDecade) {
        Require.within("relaxation times per decade", perDecade, 3, 40);
        return new DistributionOfRelaxationTimes(criterion, perDecade, extension, strength);
    }

    /**
     * Computes the distribution.
     *
     * @param spectrum at least 8 points
     * @return distribution, peaks and residuals
     * @throws InvalidValueException if there are fewer points, or one has no impedance
     */
    public RelaxationSpectrum of(ImpedanceSpectrum spectrum) {
        Require.atLeast("number of points", spectrum.size(), 8);
        DrtProblem problem = new DrtProblem(spectrum, perDecade, extension);
        double lambda = strength > 0 ? strength : choose(problem, spectrum);
        return problem.result(lambda, problem.solve(lambda, true, true));
    }

    private double choose(DrtProblem problem, ImpedanceSpectrum spectrum) {
        double noise =
                criterion == Criterion.DISCREPANCY ? LinKk.check(spectrum).noise() : 0;
        double best = Double.POSITIVE_INFINITY;
        double chosen = 1e-8;
        for (int step = 0; step <= 20; step++) {
            double lambda = Math.pow(10, -8 + 0.4 * step);
            if (criterion == Criterion.DISCREPANCY) {
                double misfit = problem.misfit(problem.solve(lambda, true, true), true, true);
                if (misfit <= 2 * spectrum.size() * noise * noise) {
                    chosen = lambda;
                }
            } else {
                // The free terms are known from both parts; only the distribution is carried over.
                double[] both = problem.solve(lambda, true, true);
                double[] fromReal = problem.solve(lambda, true, false);
                double[] fromImaginary = problem.solve(lambda, false, true);
                System.arraycopy(both, 1, fromReal, 1, FREE_TERMS - 1);
                fromImaginary[0] = both[0];
                double misfit = problem.misfit(fromReal, false, true) + problem.misfit(fromImaginary, true, false);
                if (misfit < best) {
                    best = misfit;
                    chosen = lambda;
                }
            }
        }
        return chosen;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DistributionOfRelaxationTimes that
                && criterion == that.criterion
                && perDecade == that.perDecade
                && Double.compare(extension, that.extension) == 0
                && Double.compare(strength, that.strength) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(criterion, perDecade, extension, strength);
    }

    @Override
    public String toString() {
        return "DistributionOfRelaxationTimes[criterion " + criterion + ", perDecade " + perDecade + ", extension "
                + extension + ", strength " + strength + "]";
    }
}
