package io.github.spinodal.phasefield.oscillation;

import java.io.Serializable;

/**
 * Single bumps of the detrended voltage, counted by a finder. Its threshold moves the median, so it is part of the result.
 *
 * @param count number of maxima
 * @param medianHeightVolt median height, peak to following valley (V); NaN if there is no bump
 * @param thresholdVolt smallest reversal that counts (V)
 */
public record Bumps(int count, double medianHeightVolt, double thresholdVolt) implements Serializable {}
