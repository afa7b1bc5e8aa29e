package io.github.spinodal.phasefield.oscillation.inference;

import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;

/**
 * What oscillations say about the model's parameters.
 *
 * @param omegaOverKT interaction Omega/kT
 * @param logRate natural logarithm of the rate constant (k in 1/s)
 * @param logShiftSpread natural logarithm of the spread of the potential shifts over kT
 * @param omegaRateCorrelation correlation of the first two, in [-1, 1]
 * @param rateSpreadCorrelation correlation of the last two, in [-1, 1]
 * @param chiSquare sum of squared deviations over their variances, the prior included
 * @param spreadIdentified whether the data, and not the prior range, decide the spread
 * @param nextFillingRatePerSecond the current over plateau capacity (1/s), out of a tenth to ten times the measured ones,
 *     whose measurement is expected to tell most
 */
public record InferredParameters(
        Measured omegaOverKT,
        Measured logRate,
        Measured logShiftSpread,
        double omegaRateCorrelation,
        double rateSpreadCorrelation,
        double chiSquare,
        boolean spreadIdentified,
        double nextFillingRatePerSecond)
        implements Serializable {
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
        if (!spreadIdentified) {
            return "the spread of shifts is not determined by the data; its range is the prior's";
        }
        if (Math.abs(omegaRateCorrelation) > 0.95) {
            return "Omega and the rate constant are determined only in combination";
        }
        return "all three parameters are determined";
    }
}
