package io.github.spinodal.sfmm;

import java.io.Serializable;
import java.util.Locale;

/**
 * A stretch of an approach in which one thing happens.
 *
 * @param kind what happens
 * @param fromNanometres Z at which it starts (nm)
 * @param toNanometres Z at which it ends (nm)
 */
public record CurveRegion(Kind kind, double fromNanometres, double toNanometres) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What happens in a region. */
    public enum Kind {
        /** The tip is away from the surface. */
        FREE,
        /** The tip jumps onto the surface and is drawn below the baseline. */
        SNAP_IN,
        /** The tip indents the layer. */
        LAYER,
        /** The tip indents the inner one of two layers. */
        INNER_LAYER,
        /** The layer gives way and the tip falls onto the solid. */
        BREAK_THROUGH,
        /** The tip stands on the solid. */
        SOLID,
        /** The detector is at its limit. */
        SATURATED
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %.4g-%.4g nm", kind, fromNanometres, toNanometres);
    }
}
