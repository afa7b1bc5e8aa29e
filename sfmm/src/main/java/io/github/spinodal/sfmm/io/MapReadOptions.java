package io.github.spinodal.sfmm.io;

import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * What a reader of maps cannot know from files that hold bare numbers, such as numpy arrays. Files that say it themselves
 * are not affected. Immutable; configured by copy.
 *
 * @param pixelMetre width and height of a pixel (m), positive, or NaN where unknown
 * @param quantity what the numbers are
 * @param unit their unit
 */
public record MapReadOptions(double pixelMetre, String quantity, String unit) implements Serializable {
    /** Checks the pixel size. */
    public MapReadOptions {
        if (!Double.isNaN(pixelMetre)) {
            Require.positive("pixel size (m)", pixelMetre);
        }
    }

    /**
     * Nothing known: values without a unit, and a pixel of 1 nm, which is reported as assumed.
     *
     * @return the default options
     */
    public static MapReadOptions withDefaults() {
        return new MapReadOptions(Double.NaN, "value", "");
    }

    /**
     * The same options with a size of the pixels.
     *
     * @param nanometres width and height of a pixel (nm), positive
     * @return the changed copy
     */
    public MapReadOptions withPixelSize(double nanometres) {
        return new MapReadOptions(Require.positive("pixel size (nm)", nanometres) * 1e-9, quantity, unit);
    }

    /**
     * The same options with a meaning of the values.
     *
     * @param newQuantity what the numbers are, such as contact potential
     * @param newUnit their unit, such as V
     * @return the changed copy
     */
    public MapReadOptions withQuantity(String newQuantity, String newUnit) {
        return new MapReadOptions(pixelMetre, newQuantity, newUnit);
    }
}
