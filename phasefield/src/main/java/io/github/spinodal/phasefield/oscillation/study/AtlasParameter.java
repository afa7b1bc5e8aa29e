package io.github.spinodal.phasefield.oscillation.study;

/** What period and amplitude depend on, with the range of the {@link OscillationAtlas} that comes with the library. */
public enum AtlasParameter {
    /** Interaction Omega/kT; slopes are per kT. */
    OMEGA(3, 4.8, 3.9, 0.9),
    /** Natural logarithm of the rate of filling over the mean rate constant; slopes are exponents in the current. */
    LOG_FILLING_RATE(Math.log(5e-4), Math.log(1.6e-2), Math.log(2.8e-3), 1.73),
    /** Standard deviation of ln k; slopes are per unit of it. */
    RATE_SPREAD(0, 0.5, 0.25, 0.25),
    /** Natural logarithm of the standard deviation of the potential shifts over kT; slopes are exponents in it. */
    LOG_SHIFT_SPREAD(Math.log(0.005), Math.log(0.5), Math.log(0.05), 2.3);

    private final double lowest;
    private final double highest;
    private final double middle;
    private final double scale;

    AtlasParameter(double lowest, double highest, double middle, double scale) {
        this.lowest = lowest;
        this.highest = highest;
        this.middle = middle;
        this.scale = scale;
    }

    /**
     * The lower end of the atlas.
     *
     * @return smallest value, in the unit of the parameter
     */
    public double lowest() {
        return lowest;
    }

    /**
     * The upper end of the atlas.
     *
     * @return largest value, in the unit of the parameter
     */
    public double highest() {
        return highest;
    }

    /**
     * The middle of the atlas, at which the slopes are stated.
     *
     * @return value, in the unit of the parameter
     */
    public double middle() {
        return middle;
    }

    /** Distance from the middle in units of about half the range. */
    double scaled(double value) {
        return (value - middle) / scale;
    }

    double scale() {
        return scale;
    }

    /** The value at a share of the range. */
    double at(double share) {
        return lowest + share * (highest - lowest);
    }
}
