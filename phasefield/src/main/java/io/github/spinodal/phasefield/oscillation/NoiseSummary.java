package io.github.spinodal.phasefield.oscillation;

import java.io.Serializable;

/**
 * What is left of a plateau after baseline and oscillation.
 *
 * @param deviationVolt standard deviation (V)
 * @param correlatedShare share of the variance that is correlated, in [0, 1)
 * @param correlationCoulomb charge over which the correlated part decays by e (C); zero if the noise is white
 * @param samples number of samples
 * @param effectiveSamples number of independent samples that tell as much about a mean
 */
public record NoiseSummary(
        double deviationVolt, double correlatedShare, double correlationCoulomb, int samples, double effectiveSamples)
        implements Serializable {}
