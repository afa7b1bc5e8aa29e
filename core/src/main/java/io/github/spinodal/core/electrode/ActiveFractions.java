package io.github.spinodal.core.electrode;

import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * The charge of one voltage oscillation as a share of a film's capacity. The study divides by the total; but only the
 * plateau separates into phases, so that neither is called <em>the</em> active fraction.
 *
 * @param ofTotal period over the capacity of the whole voltage window, dimensionless
 * @param ofPlateau period over the capacity of the plateau, dimensionless, not below the share of the total
 */
public record ActiveFractions(double ofTotal, double ofPlateau) implements Serializable {
    /**
     * Checks the shares.
     *
     * @throws io.github.spinodal.core.InvalidValueException if a share is negative or that of the plateau the smaller
     */
    public ActiveFractions {
        Require.nonNegative("share of the total capacity", ofTotal);
        Require.within("share of the plateau", ofPlateau, ofTotal, Double.MAX_VALUE);
    }
}
