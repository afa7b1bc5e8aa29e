package io.github.spinodal.sfmm;

/**
 * What the tip is in, by deflection and phase together. A viscous layer reads 90 degrees like the liquid, so phase alone
 * never says liquid once the deflection has begun.
 */
public enum ContactRegime {
    /** No deflection: the electrolyte. */
    LIQUID,
    /** Deflected, not solid, loss angle of 75 degrees and more. */
    VISCOUS_LAYER,
    /** Deflected, not solid, loss angle between 15 and 75 degrees. */
    GEL_LAYER,
    /** Deflected, not solid, loss angle of at most 15 degrees. */
    ELASTIC_LAYER,
    /** Deflected, not solid, and without a phase to say more. */
    LAYER_OF_UNKNOWN_PHASE,
    /** On the solid. */
    SOLID
}
