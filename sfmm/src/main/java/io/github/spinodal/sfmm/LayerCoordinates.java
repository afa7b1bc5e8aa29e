package io.github.spinodal.sfmm;

import org.jspecify.annotations.Nullable;

/**
 * The coordinates in which the parameters of one layer are sampled: contact (nm), thickness (nm), logarithm of the break
 * deflection, exponent.
 */
final class LayerCoordinates {
    static final int THICKNESS = 1;
    static final int COUNT = 4;

    private static final double FIRST_SPREAD = 1.5;
    private static final int[] SOURCE = {
        ContactModel.ONSET, ContactModel.THICKNESS, ContactModel.BREAK, ContactModel.EXPONENT
    };

    /** Of the break deflection over the thickness, median and spread of the logarithm: 0.1 to 12 within two deviations. */
    private static final double RATIO_MEDIAN = 0.1;

    private static final double RATIO_SPREAD = 1.2;
    private static final double LARGEST_EXPONENT = 5;
    private static final double LARGEST_LOGARITHM = 9;

    private LayerCoordinates() {}

    /** Logarithm of the probability of a curve, given a layer. */
    interface Likelihood {
        double log(double onset, double thickness, double deflection, double exponent);
    }

    /** Logarithm of prior times likelihood, up to a constant; minus infinity where no layer can be. */
    static double logPosterior(double[] x, Likelihood likelihood) {
        return inside(x)
                ? logPrior(x) + likelihood.log(x[0] - x[1], x[1], Math.exp(x[2]), x[3])
                : Double.NEGATIVE_INFINITY;
    }

    private static boolean inside(double[] x) {
        return x[1] > 0 && x[3] >= 1 && x[3] <= LARGEST_EXPONENT && Math.abs(x[2]) < LARGEST_LOGARITHM;
    }

    /** Logarithm of the probability before the curve is seen, up to a constant. */
    private static double logPrior(double[] x) {
        double exponent = Math.log(x[3] / CurveFit.EXPONENT_MEDIAN) / CurveFit.EXPONENT_SPREAD;
        double ratio = (x[2] - Math.log(x[1]) - RATIO_MEDIAN) / RATIO_SPREAD;
        return -0.5 * (exponent * exponent + ratio * ratio);
    }

    /** A first proposal about a fit, wider than its covariance; null if it has none. */
    static @Nullable StudentProposal proposal(CurveFit fit, double variance) {
        double[] t = fit.parameters;
        double[] mode = {
            t[ContactModel.ONSET] + t[ContactModel.THICKNESS],
            t[ContactModel.THICKNESS],
            Math.log(t[ContactModel.BREAK]),
            t[ContactModel.EXPONENT]
        };
        return StudentProposal.of(mode, spread(fit, variance));
    }

    /** The covariance of a fit in these coordinates, widened. */
    static double[][] spread(CurveFit fit, double variance) {
        double[][] c = fit.unscaledCovariance();
        double[][] change = new double[COUNT][COUNT];
        for (int k = 0; k < COUNT; k++) {
            change[k][k] = 1;
        }
        change[0][1] = 1;
        change[2][2] = 1 / fit.parameters[ContactModel.BREAK];
        double[][] spread = new double[COUNT][COUNT];
        for (int i = 0; i < COUNT; i++) {
            for (int j = 0; j < COUNT; j++) {
                double sum = 0;
                for (int k = 0; k < COUNT; k++) {
                    for (int l = 0; l < COUNT; l++) {
                        sum += change[i][k] * change[j][l] * c[SOURCE[k]][SOURCE[l]];
                    }
                }
                spread[i][j] = FIRST_SPREAD * FIRST_SPREAD * variance * sum;
            }
        }
        return spread;
    }
}
