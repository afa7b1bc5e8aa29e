package io.github.spinodal.core.electrode;

import io.github.spinodal.core.quantity.Area;
import io.github.spinodal.core.quantity.Charge;
import io.github.spinodal.core.quantity.Density;
import io.github.spinodal.core.quantity.Length;
import io.github.spinodal.core.quantity.Mass;
import io.github.spinodal.core.quantity.SpecificCapacity;
import java.io.Serializable;

/**
 * A layer deposited on a film, which may store charge of its own.
 *
 * @param thickness thickness of the layer
 * @param density density of the layer
 * @param specificCapacity capacity per mass of the layer
 */
public record Coating(Length thickness, Density density, SpecificCapacity specificCapacity) implements Serializable {
    /**
     * Mass of the layer on an area.
     *
     * @param area the area
     * @return the mass
     */
    public Mass massOn(Area area) {
        return Mass.ofLayer(area, thickness, density);
    }

    /**
     * Charge that the layer can store on an area.
     *
     * @param area the area
     * @return the charge
     */
    public Charge chargeOn(Area area) {
        return massOn(area).times(specificCapacity);
    }

    /**
     * The layer's charge as a share of the film's.
     *
     * @param film the film below, its whole voltage window counted
     * @return coating over film, dimensionless
     */
    public double shareOfFilm(ThinFilm film) {
        return chargeOn(film.area()).inCoulombs() / film.totalCharge().inCoulombs();
    }

    /**
     * The layer's charge as a share of film and layer together.
     *
     * @param film the film below, its whole voltage window counted
     * @return coating over the sum, in (0, 1)
     */
    public double shareOfSum(ThinFilm film) {
        double coating = chargeOn(film.area()).inCoulombs();
        return coating / (coating + film.totalCharge().inCoulombs());
    }
}
