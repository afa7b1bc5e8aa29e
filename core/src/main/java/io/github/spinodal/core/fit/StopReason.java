package io.github.spinodal.core.fit;

/** Why a least-squares iteration ended. */
public enum StopReason {
    /**
     * The residuals are orthogonal to every direction in which the parameters may move: the relative offset of Bates and
     * Watts (Technometrics 23, 1981, 179) is below the tolerance. This test does not depend on any step length.
     */
    RELATIVE_OFFSET(true),
    /** Every residual is exactly zero. */
    ZERO_RESIDUALS(true),
    /** Rounding errors of the residuals hide any further decrease, and a restart with a fresh radius found none. */
    ROUNDING(true),
    /** The step became negligible against the parameters, and a restart with a fresh radius found no decrease. */
    SMALL_STEP(true),
    /** Every parameter is fixed, at a bound, or without influence, so nothing was left to vary. */
    NOTHING_TO_VARY(true),
    /** The permitted number of evaluations was used up. */
    MAXIMUM_EVALUATIONS(false),
    /** The fit was evaluated at given parameters and not iterated. */
    NOT_ITERATED(false);

    private final boolean converged;

    StopReason(boolean converged) {
        this.converged = converged;
    }

    /**
     * Tells whether the iteration ended at a local minimum.
     *
     * @return whether the parameters are a local minimum within rounding
     */
    public boolean converged() {
        return converged;
    }
}
