package io.github.spinodal.sfmm;

/** How the phase of the torsion goes from the liquid to the solid. */
public enum PhaseTransition {
    /** At once, as far as samples and lock-in resolve. */
    JUMP,
    /** Steadily, without a level of its own between the ends. */
    GRADUAL,
    /** Over one or more levels between the ends: layers. */
    PLATEAUS,
    /** Not at all, or the phase is undefined because there is no amplitude. */
    NONE
}
