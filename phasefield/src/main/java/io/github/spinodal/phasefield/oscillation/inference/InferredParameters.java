package io.github.spinodal.phasefield.oscillation.inference;

import io.github.spinodal.core.quantity.Interval;
import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What oscillations say about the model's parameters: means and standard deviations of their distribution given the
 * observations, which is flat over the atlas before them, and the intervals that hold 95 % of it.
 *
 * @param standing whether the observations lie in the atlas; the values mean nothing where it is
 *     {@link InferenceStanding#OUTSIDE}
 * @param omegaOverKT interaction Omega/kT
 * @param omegaInterval its 95 % interval
 * @param logRate natural logarithm of the rate constant (k in 1/s)
 * @param logRateInterval its 95 % interval
 * @param logShiftSpread natural logarithm of the spread of the potential shifts over kT
 * @param logShiftSpreadInterval its 95 % interval
 * @param rateLogSpread spread of ln k
 * @param rateLogSpreadInterval its 95 % interval
 * @param omegaRateCorrelation correlation of interaction and ln k, in [-1, 1]
 * @param omegaRateSpreadCorrelation correlation of interaction and spread of ln k, in [-1, 1]
 * @param shiftSpreadIdentified whether the data, and not the range of the atlas, decide the spread of shifts
 * @param rateSpreadIdentified whether they decide the spread of ln k
 * @param largestMisfit largest deviation of an observation from the best place of the atlas, in units of what simulations
 *     scatter
 * @param nextFillingRatePerSecond the current over plateau capacity (1/s) whose measurement is expected to tell most
 */
public record InferredParameters(
        InferenceStanding standing,
        Measured omegaOverKT,
        Interval omegaInterval,
        Measured logRate,
        Interval logRateInterval,
        Measured logShiftSpread,
        Interval logShiftSpreadInterval,
        Measured rateLogSpread,
        Interval rateLogSpreadInterval,
        double omegaRateCorrelation,
        double omegaRateSpreadCorrelation,
        boolean shiftSpreadIdentified,
        boolean rateSpreadIdentified,
        double largestMisfit,
        double nextFillingRatePerSecond)
        implements Serializable {
    private static final double TOGETHER = 0.7;

    /**
     * The rate constant.
     *
     * @return k (1/s)
     */
    public Measured ratePerSecond() {
        return logRate.apply(Math::exp, Math::exp);
    }

    /**
     * What the data cannot tell.
     *
     * @return a sentence
     */
    public String identifiability() {
        if (standing == InferenceStanding.OUTSIDE) {
            return standing.text();
        }
        List<String> parts = new ArrayList<>();
        if (!shiftSpreadIdentified) {
            parts.add("the spread of shifts is not determined by the data; its interval is the atlas's range");
        }
        if (!rateSpreadIdentified) {
            parts.add("the spread of ln k is not determined by the data; its interval is the atlas's range");
        }
        if (Math.abs(omegaRateSpreadCorrelation) > TOGETHER) {
            parts.add("Omega and the spread of ln k are determined only in combination");
        }
        if (Math.abs(omegaRateCorrelation) > TOGETHER) {
            parts.add("Omega and the rate constant are determined only in combination");
        }
        if (standing == InferenceStanding.AT_EDGE) {
            parts.add(standing.text());
        }
        return parts.isEmpty() ? "all four parameters are determined" : String.join("; ", parts);
    }
}
