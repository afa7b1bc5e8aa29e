package io.github.spinodal.core.electrode;

import io.github.spinodal.core.Require;
import io.github.spinodal.core.quantity.Length;

/** How a film is thought to be divided into grains of one size. */
public enum GrainShape {
    /** Columns through the film, with square tops of the grain size. */
    SQUARE_COLUMN(2, 1),
    /** Columns through the film, with round tops of the grain size as diameter. */
    ROUND_COLUMN(2, Math.PI / 4),
    /** Cubes of the grain size. */
    CUBE(3, 1),
    /** Spheres of the grain size as diameter, taken to fill the film. */
    SPHERE(3, Math.PI / 6);

    private final int dimension;
    private final double factor;

    GrainShape(int dimension, double factor) {
        this.dimension = dimension;
        this.factor = factor;
    }

    /**
     * Number of grains in a film.
     *
     * @param film the film
     * @param size edge or diameter of a grain
     * @return area over top area for columns, volume over grain volume for cubes and spheres; not a whole number
     */
    public double countIn(ThinFilm film, Length size) {
        double extent = dimension == 2 ? film.area().inSquareMetres() : film.volumeCubicMetres();
        return extent / (factor * Math.pow(size.inMetres(), dimension));
    }

    /**
     * Number of grains that switch together, if a group is a given share of the film.
     *
     * @param film the film
     * @param size edge or diameter of a grain
     * @param activeFraction share of the film that one oscillation takes, in (0, 1]
     * @return grains per group, not a whole number
     * @throws io.github.spinodal.core.InvalidValueException if the share is outside (0, 1]
     */
    public double countPerGroup(ThinFilm film, Length size, double activeFraction) {
        return Require.inside("active fraction", activeFraction, 0, Math.nextUp(1.0)) * countIn(film, size);
    }
}
