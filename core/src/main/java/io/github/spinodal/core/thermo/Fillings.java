package io.github.spinodal.core.thermo;

import io.github.spinodal.core.Require;

/** Logarithms of a filling and its complement that neither cancel nor overflow. */
final class Fillings {
    private Fillings() {}

    static void require(double c, double oneMinusC) {
        Require.inside("filling c", c, 0, Math.nextUp(1.0));
        Require.inside("complement 1 - c", oneMinusC, 0, Math.nextUp(1.0));
    }

    /** ln(c), from whichever of c and its complement carries the digits. */
    static double log(double c, double oneMinusC) {
        return c > 0.5 ? Math.log1p(-oneMinusC) : Math.log(c);
    }

    /** ln(c/(1 - c)). */
    static double logit(double c, double oneMinusC) {
        return log(c, oneMinusC) - log(oneMinusC, c);
    }

    /** c ln c + (1 - c) ln(1 - c), with its limit 0 at both ends. */
    static double mixing(double c, double oneMinusC) {
        return (c == 0 ? 0 : c * log(c, oneMinusC)) + (oneMinusC == 0 ? 0 : oneMinusC * log(oneMinusC, c));
    }

    /** The filling whose logit is z. */
    static double ofLogit(double z) {
        return z < 0 ? Math.exp(z) / (1 + Math.exp(z)) : 1 / (1 + Math.exp(-z));
    }
}
