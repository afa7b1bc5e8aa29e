package io.github.spinodal.phasefield.grain;

/** How a curved grain is divided. Both conserve lithium exactly and are of second order in the cell width. */
public enum Scheme {
    /** Finite volumes throughout: the chemical potential is the derivative of a discrete energy, which never rises. */
    FINITE_VOLUME,
    /**
     * The scheme of MPET (Zeng and Bazant, SIAM J. Appl. Math. 74, 980, 2014; Smith and Bazant, J. Electrochem. Soc. 164,
     * E3291, 2017): finite-volume fluxes with a mass matrix of weights 1/8, 3/4, 1/8 and the curvature by differences.
     * For comparison with it at equal grids.
     */
    ZENG_BAZANT
}
