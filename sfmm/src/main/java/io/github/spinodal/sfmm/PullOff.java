package io.github.spinodal.sfmm;

/** How the tip leaves the surface. */
public enum PullOff {
    /** No attraction beyond the noise. */
    NONE,
    /** In one jump from the deepest deflection. */
    SUDDEN,
    /** Over a stretch, as from a viscous layer, from a capillary or along a tethered polymer. */
    GRADUAL,
    /** Not within the ramp: its end is not free. */
    INCOMPLETE
}
