package io.github.spinodal.phasefield.oscillation.inference;

/** How an inferred set of parameters stands to the atlas it was read from. */
public enum InferenceStanding {
    /** The observations are reproduced well inside the atlas: the intervals hold. */
    INSIDE("inside the atlas"),
    /** An interval reaches the end of the atlas: the true value may lie beyond it, and the interval is one-sided. */
    AT_EDGE("at the edge of the atlas: the truth may lie beyond, and the intervals are cut off there"),
    /** No parameters of the atlas give these observations: the values are those that come nearest, no estimate. */
    OUTSIDE("outside the atlas: nothing in it gives these observations, and extrapolation is refused");

    private final String text;

    InferenceStanding(String text) {
        this.text = text;
    }

    /**
     * The standing in words.
     *
     * @return a sentence part
     */
    public String text() {
        return text;
    }
}
