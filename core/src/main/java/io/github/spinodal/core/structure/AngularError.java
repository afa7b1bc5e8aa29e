package io.github.spinodal.core.structure;

/** Systematic error of a powder diffractometer that makes the lattice constant drift with angle. */
public enum AngularError {
    /** No error: the lattice constant is a weighted mean. */
    NONE,
    /**
     * The surface lies off the axis of a Bragg-Brentano diffractometer. By the distance s away from the source and
     * detector it lowers 2 theta by 2 s cos(theta)/R, which raises the apparent constant by the factor 1 + (s/R)
     * cos^2(theta)/sin(theta) (Klug and Alexander, X-ray Diffraction Procedures, 2nd ed., 1974, chapter 5).
     */
    SAMPLE_DISPLACEMENT,
    /** The zero of 2 theta is off: reading z too low raises the apparent constant by the factor 1 + (z/2) cot(theta). */
    ZERO_SHIFT;

    /** Relative rise of the apparent lattice constant per unit of the error (s/R or z in radian). */
    double relativeRise(double theta) {
        return switch (this) {
            case NONE -> 0;
            case SAMPLE_DISPLACEMENT -> Math.cos(theta) * Math.cos(theta) / Math.sin(theta);
            case ZERO_SHIFT -> Math.cos(theta) / Math.sin(theta) / 2;
        };
    }
}
