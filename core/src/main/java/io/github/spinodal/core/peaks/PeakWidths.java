package io.github.spinodal.core.peaks;

/** Whether peaks that are fitted together have widths of their own. */
public enum PeakWidths {
    /** Each its own. */
    FREE,
    /** One for all, and one set of shape parameters. */
    SHARED
}
