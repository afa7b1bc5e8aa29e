package io.github.spinodal.eis;

/** Where a fit looks for start values. */
public enum StartSearch {
    /** Only the given start is used: one descent, fastest. */
    GIVEN_ONLY,

    /**
     * Besides a given start, if any, starts are made from the data: by variable projection for circuits of Randles' family,
     * by screening random starts for others. Descents go on until several agree on the best minimum.
     */
    AUTOMATIC,

    /** As {@link #AUTOMATIC}, but with several times as many starts and a stricter demand for agreement. */
    THOROUGH
}
