package io.github.spinodal.core.statistics;

/** What a signal does between two change points. */
public enum SegmentShape {
    /** Stays constant: one parameter per segment. */
    CONSTANT(1),
    /** Follows a straight line of its own, not joined to its neighbours: two parameters per segment. */
    LINE(2);

    private final int parameters;

    SegmentShape(int parameters) {
        this.parameters = parameters;
    }

    /**
     * Number of parameters of a segment.
     *
     * @return 1 or 2
     */
    public int parameters() {
        return parameters;
    }
}
