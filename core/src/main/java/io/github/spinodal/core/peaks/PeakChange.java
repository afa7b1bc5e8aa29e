package io.github.spinodal.core.peaks;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What became of a voltammetric peak from one cycle to another.
 *
 * @param before the peak in the earlier cycle, null if it was not there
 * @param after the peak in the later cycle, null if it was not there
 * @param verdict what became of it
 * @param shiftSignificance difference of the potentials over its standard uncertainty; 0 unless both are there
 */
public record PeakChange(
        @Nullable VoltammetricPeak before, @Nullable VoltammetricPeak after, Verdict verdict, double shiftSignificance)
        implements Serializable {
    /** What became of a peak. */
    public enum Verdict {
        /** In both cycles, the potentials agreeing within three standard uncertainties or within the tolerance. */
        KEPT,
        /** In both cycles, at different potentials. */
        SHIFTED,
        /** In the earlier cycle only. */
        GONE,
        /** In the later cycle only. */
        NEW
    }
}
