package io.github.spinodal.core.quantity;

import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * A length.
 *
 * @param inMetres the length (m), positive and finite
 */
public record Length(double inMetres) implements Serializable {
    /**
     * Checks the number.
     *
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public Length {
        Require.positive("length (m)", inMetres);
    }

    /**
     * A length from metres.
     *
     * @param metres the length (m), positive and finite
     * @return the length
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public static Length ofMetres(double metres) {
        return new Length(metres);
    }

    /**
     * A length from centimetres.
     *
     * @param centimetres the length (cm), positive and finite
     * @return the length
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public static Length ofCentimetres(double centimetres) {
        return new Length(centimetres * 1e-2);
    }

    /**
     * A length from millimetres.
     *
     * @param millimetres the length (mm), positive and finite
     * @return the length
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public static Length ofMillimetres(double millimetres) {
        return new Length(millimetres * 1e-3);
    }

    /**
     * A length from micrometres.
     *
     * @param micrometres the length (um), positive and finite
     * @return the length
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public static Length ofMicrometres(double micrometres) {
        return new Length(micrometres * 1e-6);
    }

    /**
     * A length from nanometres.
     *
     * @param nanometres the length (nm), positive and finite
     * @return the length
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public static Length ofNanometres(double nanometres) {
        return new Length(nanometres * 1e-9);
    }

    /**
     * The length in centimetres.
     *
     * @return the length (cm)
     */
    public double inCentimetres() {
        return inMetres / 1e-2;
    }

    /**
     * The length in millimetres.
     *
     * @return the length (mm)
     */
    public double inMillimetres() {
        return inMetres / 1e-3;
    }

    /**
     * The length in micrometres.
     *
     * @return the length (um)
     */
    public double inMicrometres() {
        return inMetres / 1e-6;
    }

    /**
     * The length in nanometres.
     *
     * @return the length (nm)
     */
    public double inNanometres() {
        return inMetres / 1e-9;
    }
}
