package io.github.spinodal.phasefield;

/**
 * How the exchange rate j0 of a grain, in units of its rate constant k, depends on its filling.
 *
 * <p>The choice decides how phase separation answers to current: with {@link #TRANSITION_STATE} a current above a
 * critical value keeps the filling of a lithiating grain uniform, with the other two none does.
 */
public enum ExchangeLaw {
    /** j0/k = sqrt(c (1 - c)): symmetric between lithium and vacancies. */
    SYMMETRIC,
    /**
     * j0/k = (1 - c) a^alpha with the activity a = exp((mu + delta)/kT), alpha the cathodic transfer coefficient: the
     * transition state excludes one site (Bazant, Acc. Chem. Res. 46, 1144, 2013).
     */
    TRANSITION_STATE,
    /** j0/k = 1. */
    CONSTANT
}
