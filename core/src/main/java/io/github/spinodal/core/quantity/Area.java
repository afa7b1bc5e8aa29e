package io.github.spinodal.core.quantity;

import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * An area.
 *
 * @param inSquareMetres the area (m2), positive and finite
 */
public record Area(double inSquareMetres) implements Serializable {
    /**
     * Checks the number.
     *
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public Area {
        Require.positive("area (m2)", inSquareMetres);
    }

    /**
     * An area from square metres.
     *
     * @param squareMetres the area (m2), positive and finite
     * @return the area
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public static Area ofSquareMetres(double squareMetres) {
        return new Area(squareMetres);
    }

    /**
     * An area from square centimetres.
     *
     * @param squareCentimetres the area (cm2), positive and finite
     * @return the area
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public static Area ofSquareCentimetres(double squareCentimetres) {
        return new Area(squareCentimetres * 1e-4);
    }

    /**
     * An area from square nanometres.
     *
     * @param squareNanometres the area (nm2), positive and finite
     * @return the area
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public static Area ofSquareNanometres(double squareNanometres) {
        return new Area(squareNanometres * 1e-18);
    }

    /**
     * The area in square centimetres.
     *
     * @return the area (cm2)
     */
    public double inSquareCentimetres() {
        return inSquareMetres / 1e-4;
    }

    /**
     * The area in square nanometres.
     *
     * @return the area (nm2)
     */
    public double inSquareNanometres() {
        return inSquareMetres / 1e-18;
    }

    /**
     * Area of a disc.
     *
     * @param diameter diameter of the disc
     * @return the area, pi/4 times the diameter squared
     */
    public static Area ofDisc(Length diameter) {
        return ofSquareMetres(Math.PI / 4 * diameter.inMetres() * diameter.inMetres());
    }
}
