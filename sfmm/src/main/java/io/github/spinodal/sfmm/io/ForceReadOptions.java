package io.github.spinodal.sfmm.io;

import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.ForceSegment.ZSource;
import java.io.Serializable;
import java.util.OptionalDouble;

/**
 * What a reader of force curves cannot know from the file, or shall prefer. Immutable; configured by copy.
 *
 * @param deflectionSensitivity metre of deflection per unit of the deflection signal (m/V, or m/nA for NT-MDT), or NaN for
 *     the file's own
 * @param springConstant spring constant of the cantilever (N/m), or NaN for the file's own
 * @param preferredZ which Z is taken where the file holds both
 */
public record ForceReadOptions(double deflectionSensitivity, double springConstant, ZSource preferredZ)
        implements Serializable {
    /** Checks the numbers. */
    public ForceReadOptions {
        if (!Double.isNaN(deflectionSensitivity)) {
            Require.positive("deflection sensitivity (m per unit)", deflectionSensitivity);
        }
        if (!Double.isNaN(springConstant)) {
            Require.positive("spring constant (N/m)", springConstant);
        }
    }

    /**
     * The file's own calibration, and the height sensor where there is one.
     *
     * @return the default options
     */
    public static ForceReadOptions withDefaults() {
        return new ForceReadOptions(Double.NaN, Double.NaN, ZSource.SENSOR);
    }

    /**
     * The same options with a deflection sensitivity that overrides the file's.
     *
     * @param nanometresPerUnit deflection (nm) per unit of the signal (V, or nA for NT-MDT), positive
     * @return the changed copy
     */
    public ForceReadOptions withDeflectionSensitivity(double nanometresPerUnit) {
        return new ForceReadOptions(
                Require.positive("deflection sensitivity (nm per unit)", nanometresPerUnit) * 1e-9,
                springConstant,
                preferredZ);
    }

    /**
     * The same options with a spring constant that overrides the file's.
     *
     * @param newtonPerMetre spring constant (N/m), positive
     * @return the changed copy
     */
    public ForceReadOptions withSpringConstant(double newtonPerMetre) {
        return new ForceReadOptions(
                deflectionSensitivity, Require.positive("spring constant (N/m)", newtonPerMetre), preferredZ);
    }

    /**
     * The same options with another preference for Z.
     *
     * @param source the Z that is taken where the file holds both
     * @return the changed copy
     */
    public ForceReadOptions withPreferredZ(ZSource source) {
        return new ForceReadOptions(deflectionSensitivity, springConstant, source);
    }

    OptionalDouble sensitivity() {
        return Double.isNaN(deflectionSensitivity) ? OptionalDouble.empty() : OptionalDouble.of(deflectionSensitivity);
    }

    OptionalDouble stiffness() {
        return Double.isNaN(springConstant) ? OptionalDouble.empty() : OptionalDouble.of(springConstant);
    }
}
