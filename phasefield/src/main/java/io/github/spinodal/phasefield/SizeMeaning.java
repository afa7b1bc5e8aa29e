package io.github.spinodal.phasefield;

/** What the diameter d of a grain does to its weight and rate constant. */
public enum SizeMeaning {
    /** Nothing: all grains have one size. */
    ONE_SIZE,
    /** Spheres wetted all around: weight grows as d^3, the rate constant (surface over volume) falls as 1/d. */
    LOOSE_SPHERES,
    /** Columns of one film, wetted on top: weight grows as d^2, the rate constant does not depend on d. */
    COLUMNS
}
