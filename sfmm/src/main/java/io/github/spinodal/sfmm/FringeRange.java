package io.github.spinodal.sfmm;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * The periods in Z among which an optical interference fringe is sought. A laser of wavelength lambda in a medium of
 * refractive index n gives lambda/(2n): 220 to 320 nm in liquids, 315 to 490 nm in air, for the usual lasers.
 *
 * @param shortest shortest period (nm), positive
 * @param longest longest period (nm), larger than the shortest
 */
public record FringeRange(double shortest, double longest) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * Checks the range.
     *
     * @throws InvalidValueException if a period is not positive and finite, or the range is empty
     */
    public FringeRange {
        Require.positive("shortest fringe period (nm)", shortest);
        Require.positive("longest fringe period (nm)", longest);
        if (!(longest > shortest)) {
            throw new InvalidValueException("longest fringe period (nm)", longest, "larger than " + shortest);
        }
    }

    /** Geometric middle of the range (nm). */
    double middle() {
        return Math.sqrt(shortest * longest);
    }

    /** Standard deviation of the logarithm of the period: the range spans two of them to either side of the middle. */
    double logarithmicSpread() {
        return 0.25 * Math.log(longest / shortest);
    }
}
