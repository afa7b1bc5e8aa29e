package io.github.spinodal.core.peaks;

/** Which way peaks may point. */
public enum PeakSign {
    /** Up only: heights are not negative. */
    POSITIVE,
    /** Down only: heights are not positive. */
    NEGATIVE,
    /** Both ways. */
    EITHER
}
