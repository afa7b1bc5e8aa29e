package io.github.spinodal.sfmm;

/** How a layer thickens with time at one potential. */
public enum GrowthLaw {
    /** h = a + k t: a reaction that the layer does not hinder. */
    LINEAR,
    /** h = sqrt(k (t - t0)): diffusion or conduction through the layer. */
    PARABOLIC,
    /** h = a + b ln(1 + t/tau): electrons that tunnel through the layer. */
    LOGARITHMIC
}
