package io.github.spinodal.sfmm;

/** What a force curve says about a layer on the solid. */
public enum LayerVerdict {
    /** A layer, with a thickness. */
    LAYER,
    /** A bare surface, as far as the noise lets one see. */
    CLEAN,
    /** The curve cannot tell; the result says why. */
    UNCERTAIN
}
