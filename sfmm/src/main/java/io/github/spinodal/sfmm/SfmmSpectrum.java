package io.github.spinodal.sfmm;

import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.ForceCurve;
import java.io.Serializable;

/**
 * A shear-force modulation spectrum: a force curve with its torsion, at one electrode potential.
 *
 * @param potentialVolt potential against the reference electrode (V), finite
 * @param curve the force curve, with phase and amplitude if they were recorded
 */
public record SfmmSpectrum(double potentialVolt, ForceCurve curve) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * Checks the potential.
     *
     * @throws io.github.spinodal.core.InvalidValueException if the potential is NaN or infinite
     */
    public SfmmSpectrum {
        Require.finite("potential (V)", potentialVolt);
    }
}
