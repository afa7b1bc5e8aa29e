package io.github.spinodal.core.peaks;

import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;
import java.util.List;

/**
 * One peak of a fit. Uncertainties are standard uncertainties from the covariance of the fit.
 *
 * @param height height above the background, in the unit of y
 * @param centre centre, in the unit of x
 * @param width width of the shape, in the unit of x; the full width at half maximum of symmetric shapes
 * @param area area of the main line without satellite, in the unit of y times that of x; its value is infinite for shapes
 *     without a finite one
 * @param shapeParameters the shape's further parameters, dimensionless, in its order
 */
public record FittedPeak(Measured height, Measured centre, Measured width, Area area, List<Measured> shapeParameters)
        implements Serializable {
    /** Keeps a copy of the list. */
    public FittedPeak {
        shapeParameters = List.copyOf(shapeParameters);
    }

    /**
     * An area with its standard uncertainty, both infinite where the tails of a shape do not converge.
     *
     * @param value area in the unit of y times that of x
     * @param standardUncertainty its standard uncertainty
     */
    public record Area(double value, double standardUncertainty) implements Serializable {}
}
