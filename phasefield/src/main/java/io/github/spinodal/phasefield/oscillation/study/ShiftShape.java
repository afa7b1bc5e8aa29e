package io.github.spinodal.phasefield.oscillation.study;

/** Shape of the distribution of the grains' potential shifts, at a given standard deviation. */
public enum ShiftShape {
    /** Normal: most grains close to the mean, few to fill first and last. */
    NORMAL,
    /**
     * Uniform over sqrt(12) standard deviations: as many grains per millivolt at the beginning of the plateau as at its
     * end.
     */
    UNIFORM
}
