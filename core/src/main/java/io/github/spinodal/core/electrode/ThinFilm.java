package io.github.spinodal.core.electrode;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.quantity.Area;
import io.github.spinodal.core.quantity.ArealCapacity;
import io.github.spinodal.core.quantity.Charge;
import io.github.spinodal.core.quantity.Density;
import io.github.spinodal.core.quantity.Length;
import io.github.spinodal.core.quantity.Mass;
import io.github.spinodal.core.quantity.SpecificCapacity;
import java.io.Serializable;

/**
 * A dense film of one active material, with two capacities: the whole voltage window's, and that of the two-phase plateau,
 * which alone is what a filling between 0 and 1 counts in a phase-separation model.
 *
 * @param area area of the film
 * @param mass mass of the film
 * @param density density of the film
 * @param totalSpecificCapacity capacity per mass over the whole voltage window
 * @param plateauSpecificCapacity capacity per mass of the plateau, not above the total
 */
public record ThinFilm(
        Area area,
        Mass mass,
        Density density,
        SpecificCapacity totalSpecificCapacity,
        SpecificCapacity plateauSpecificCapacity)
        implements Serializable {
    /**
     * Checks the capacities.
     *
     * @throws InvalidValueException if the plateau holds more than the total
     */
    public ThinFilm {
        double total = totalSpecificCapacity.inMilliampereHoursPerGram();
        double plateau = plateauSpecificCapacity.inMilliampereHoursPerGram();
        if (!(plateau <= total)) {
            throw new InvalidValueException(
                    "specific capacity of the plateau (mA h/g)", plateau, "at most the total, " + total);
        }
    }

    /**
     * A film whose thickness is known.
     *
     * @param area area of the film
     * @param thickness thickness of the film
     * @param density density of the film
     * @param totalSpecificCapacity capacity per mass over the whole voltage window
     * @param plateauSpecificCapacity capacity per mass of the plateau, not above the total
     * @return the film
     * @throws InvalidValueException if the plateau holds more than the total
     */
    public static ThinFilm ofThickness(
            Area area,
            Length thickness,
            Density density,
            SpecificCapacity totalSpecificCapacity,
            SpecificCapacity plateauSpecificCapacity) {
        return new ThinFilm(
                area, Mass.ofLayer(area, thickness, density), density, totalSpecificCapacity, plateauSpecificCapacity);
    }

    /**
     * Thickness of the film without pores.
     *
     * @return mass over density and area
     */
    public Length thickness() {
        return Length.ofMetres(volumeCubicMetres() / area.inSquareMetres());
    }

    /**
     * Volume of the film.
     *
     * @return volume (m3)
     */
    public double volumeCubicMetres() {
        return mass.inKilograms() / density.inKilogramsPerCubicMetre();
    }

    /**
     * Charge of the whole voltage window.
     *
     * @return the charge
     */
    public Charge totalCharge() {
        return mass.times(totalSpecificCapacity);
    }

    /**
     * Charge of the plateau.
     *
     * @return the charge
     */
    public Charge plateauCharge() {
        return mass.times(plateauSpecificCapacity);
    }

    /**
     * Capacity per area of the whole voltage window.
     *
     * @return the areal capacity
     */
    public ArealCapacity total() {
        return totalCharge().per(area);
    }

    /**
     * Capacity per area of the plateau.
     *
     * @return the areal capacity, never to be mistaken for {@link #total()}
     */
    public ArealCapacity plateau() {
        return plateauCharge().per(area);
    }

    /**
     * What share of the film takes part in one voltage oscillation, by either capacity.
     *
     * @param period charge per area of one oscillation
     * @return both shares
     */
    public ActiveFractions activeFractions(ArealCapacity period) {
        return new ActiveFractions(period.shareOf(total()), period.shareOf(plateau()));
    }
}
