package io.github.spinodal.sfmm;

import java.io.Serializable;

/**
 * The noise that a fit found: its size, and how many samples share one error.
 *
 * @param standardDeviationNanometres standard deviation of a sample (nm)
 * @param colouredShare share of the variance that is autoregressive, in [0, 1]; 0 for white noise
 * @param correlationSamples integrated autocorrelation time (1 + phi)/(1 - phi) of that share, in samples
 * @param effectiveSamples number of independent samples that say as much about a constant, at most the number used
 */
public record NoiseSummary(
        double standardDeviationNanometres, double colouredShare, double correlationSamples, double effectiveSamples)
        implements Serializable {
    private static final long serialVersionUID = 1L;
}
