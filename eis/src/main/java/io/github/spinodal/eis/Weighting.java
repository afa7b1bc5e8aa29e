package io.github.spinodal.eis;

/** How much each point counts in a fit. Real and imaginary part share a weight, except under {@link #PROPORTIONAL}. */
public enum Weighting {
    /**
     * Weight 1/|Z|^2: the same relative noise everywhere, the default. Errors of potentiostats are roughly proportional to
     * |Z|, with equal variance of real and imaginary part (Carson, Orazem, Crisalle and Garcia-Rubio, J. Electrochem. Soc.
     * 150, E477, 2003).
     */
    MODULUS,

    /** Weight 1 (ohm^-2): the same noise in ohm everywhere; large impedances dominate. */
    UNIT,

    /**
     * Weights 1/Z'^2 and 1/Z''^2. Refused for data that cross zero, where they are infinite; seldom justified, offered for
     * comparison with programs that use it.
     */
    PROPORTIONAL,

    /** Weight 1/sigma^2 with the standard deviations that the spectrum carries; chi-square then is absolute. */
    STANDARD_DEVIATIONS,

    /**
     * Weight 1/(a^2 + b^2 |Z|^2) with a and b estimated from the residuals by maximum likelihood, alternating with the fit
     * (the constant and the proportional part of Macdonald's error model, J. Electroanal. Chem. 307, 1, 1991).
     */
    ESTIMATED
}
