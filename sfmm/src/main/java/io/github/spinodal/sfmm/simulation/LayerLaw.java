package io.github.spinodal.sfmm.simulation;

import java.io.Serializable;

/**
 * How a layer on a rigid base resists the tip: the deflection of the cantilever that balances the layer at an indentation.
 *
 * <p>The law is asked for indentations in [0, thickness] only; beyond the thickness the tip stands on the rigid base.
 * Implementations must be non-decreasing and start at zero.
 */
public interface LayerLaw extends Serializable {
    /**
     * Thickness of the layer.
     *
     * @return thickness (nm), zero or positive
     */
    double thicknessNanometres();

    /**
     * Deflection at an indentation: force over the spring constant of the cantilever.
     *
     * @param indentationNanometres indentation (nm) in [0, thickness]
     * @return deflection (nm), non-decreasing, zero at zero
     */
    double deflectionNanometres(double indentationNanometres);
}
