package io.github.spinodal.phasefield.oscillation.study;

import java.io.Serializable;

/**
 * How the oscillation of one distribution of grains grows along the plateau, for two numbers of grains. An oscillation that
 * the random draw of the grains keeps alive fades with their number; one that the grains keep up together does not.
 *
 * @param name the distribution in words
 * @param few with an eighth of the grains that the settings say
 * @param many with all of them
 */
public record GrowthVariant(String name, FilmOscillation few, FilmOscillation many) implements Serializable {
    /** How many times more grains the larger simulation has. */
    public static final int FACTOR = 8;

    private static final double FLAT = 1.5;
    private static final double FADED = 0.75;

    /**
     * Whether the amplitude is nearly the same along the plateau with many grains.
     *
     * @return true if it grows or shrinks by less than half
     */
    public boolean flat() {
        return many.growthOrNaN() < FLAT && many.growthOrNaN() > 1 / FLAT;
    }

    /**
     * Whether the oscillation would be seen with many grains and does not fade with their number.
     *
     * @return true if the amplitude of many grains is above the visible one and at least three quarters of that of few
     */
    public boolean lasting() {
        return many.visible() && many.amplitudeOrNaN() > FADED * few.amplitudeOrNaN();
    }
}
