package io.github.spinodal.core.peaks;

import java.io.Serializable;

/**
 * A peak found in noisy data, before any fit.
 *
 * @param centre position in the unit of x
 * @param width full width at half maximum of the Gaussian that matches best, in the unit of x
 * @param height height of that Gaussian above its surroundings, in the unit of y
 * @param significance height over its standard error
 * @param index index of the point at the centre
 */
public record FoundPeak(double centre, double width, double height, double significance, int index)
        implements Serializable {}
