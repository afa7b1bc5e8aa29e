package io.github.spinodal.phasefield.oscillation.study;

import java.io.Serializable;

/**
 * One simulated point of the atlas.
 *
 * @param omegaOverKT interaction Omega/kT
 * @param fillingRateOverRate rate of filling over mean rate constant
 * @param rateLogSpread spread of ln k
 * @param shiftSpreadOverKT spread of the potential shifts over kT
 * @param periodShare period as a share of the plateau's charge
 * @param amplitudeVolt amplitude over the middle 70 % of the plateau (V)
 */
public record AtlasPoint(
        double omegaOverKT,
        double fillingRateOverRate,
        double rateLogSpread,
        double shiftSpreadOverKT,
        double periodShare,
        double amplitudeVolt)
        implements Serializable {}
