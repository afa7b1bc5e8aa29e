package io.github.spinodal.sfmm;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of a layer's parameters given the curve, by adaptive importance sampling with multivariate t
 * distributions (Cornuet, Marin, Mira and Robert 2012, Scand. J. Statist. 39:798). Used where the normal approximation of
 * the fit fails: in slow noise, where every kink is placed by a few differences of neighbours, and where nobody can tell
 * whether there is a fringe. The random numbers are the same for every curve.
 */
final class ThicknessPosterior {
    private static final int ROUND = 200;
    private static final int ROUNDS = 6;
    private static final int ENOUGH = 160;
    private static final double FIRST_SPREAD = 1.5;
    /** Contact, thickness, logarithm of the break deflection, exponent, and logarithm of the period. */
    private static final int MOST_DIMENSIONS = 5;

    private static final double[][] DRAWS = draws();

    private final CurveFit fit;
    private final ThicknessSamples samples;

    private ThicknessPosterior(CurveFit fit, ThicknessSamples samples) {
        this.fit = fit;
        this.samples = samples;
    }

    ThicknessSamples samples() {
        return samples;
    }

    /** The thickness of the fit around which was sampled (nm). */
    double fittedThickness() {
        return fit.parameters[ContactModel.THICKNESS];
    }

    boolean fringed() {
        return fit.fringed;
    }

    private static double[][] draws() {
        Random random = new Random(20260101);
        double[][] draws = new double[ROUND * ROUNDS][MOST_DIMENSIONS];
        for (double[] draw : draws) {
            double squares = 0;
            for (int k = 0; k < StudentProposal.FREEDOM; k++) {
                double g = random.nextGaussian();
                squares += g * g;
            }
            double scale = Math.sqrt(StudentProposal.FREEDOM / squares);
            for (int k = 0; k < MOST_DIMENSIONS; k++) {
                draw[k] = scale * random.nextGaussian();
            }
        }
        return draws;
    }

    /**
     * Samples around a fit of one layer.
     *
     * @return the distribution, or null if the fit has no covariance to start from
     */
    static @Nullable ThicknessPosterior of(
            FitProblem problem, CurveFit fit, double variance, @Nullable NoiseFilter filter, FringeRange periods) {
        int dimensions = fit.fringed ? MOST_DIMENSIONS : MOST_DIMENSIONS - 1;
        double[] t = fit.parameters;
        double[][] start = start(fit, variance, dimensions);
        double[] mode = new double[dimensions];
        mode[0] = t[ContactModel.ONSET] + t[ContactModel.THICKNESS];
        mode[1] = t[ContactModel.THICKNESS];
        mode[2] = Math.log(t[ContactModel.BREAK]);
        mode[3] = t[ContactModel.EXPONENT];
        if (fit.fringed) {
            mode[4] = Math.log(t[period()]);
        }
        StudentProposal proposal = StudentProposal.of(mode, start);
        if (proposal == null) {
            return null;
        }
        MarginalLikelihood likelihood = new MarginalLikelihood(problem, filter, variance, fit.fringed);
        ThicknessSamples samples = new ThicknessSamples(likelihood, variance, dimensions, periods, ROUND * ROUNDS);
        for (int round = 0; round < ROUNDS; round++) {
            samples.add(proposal, DRAWS, round * ROUND, (round + 1) * ROUND);
            if (samples.weigh() > ENOUGH) {
                break;
            }
            StudentProposal next = samples.adapted(start);
            proposal = next == null ? proposal : next;
        }
        return samples.effective() > 1 ? new ThicknessPosterior(fit, samples) : null;
    }

    private static int period() {
        return ContactModel.LAYER.contactParameters() + 2;
    }

    /** The covariance of the fit in the coordinates of the samples, with wider spread. */
    private static double[][] start(CurveFit fit, double variance, int dimensions) {
        double[] t = fit.parameters;
        double[][] c = fit.unscaledCovariance();
        int[] source = {ContactModel.ONSET, ContactModel.THICKNESS, ContactModel.BREAK, ContactModel.EXPONENT, period()
        };
        double[][] change = new double[dimensions][dimensions];
        for (int k = 0; k < dimensions; k++) {
            change[k][k] = 1;
        }
        change[0][1] = 1;
        change[2][2] = 1 / t[ContactModel.BREAK];
        if (fit.fringed) {
            change[4][4] = 1 / t[period()];
        }
        double[][] start = new double[dimensions][dimensions];
        for (int i = 0; i < dimensions; i++) {
            for (int j = 0; j < dimensions; j++) {
                double sum = 0;
                for (int k = 0; k < dimensions; k++) {
                    for (int l = 0; l < dimensions; l++) {
                        sum += change[i][k] * change[j][l] * c[source[k]][source[l]];
                    }
                }
                start[i][j] = FIRST_SPREAD * FIRST_SPREAD * variance * sum;
            }
        }
        return start;
    }
}
