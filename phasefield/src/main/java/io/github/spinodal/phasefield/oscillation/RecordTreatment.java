package io.github.spinodal.phasefield.oscillation;

import java.io.Serializable;

/**
 * What was done to the samples of a curve before its analysis.
 *
 * @param pauses pauses cut out
 * @param spikes single samples taken out
 * @param samplesBeforeAveraging samples left after that
 * @param samples samples after averaging records that are longer than the analysis needs
 * @param resolutionVolt step of which all voltages are multiples (V), zero if there is none
 */
public record RecordTreatment(int pauses, int spikes, int samplesBeforeAveraging, int samples, double resolutionVolt)
        implements Serializable {}
