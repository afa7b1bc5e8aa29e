package io.github.spinodal.phasefield.oscillation.study;

import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * A place in the space that the atlas covers.
 *
 * @param omegaOverKT interaction Omega/kT, positive
 * @param fillingRateOverRate rate of filling over mean rate constant, positive
 * @param rateLogSpread spread of ln k, zero or positive
 * @param shiftSpreadOverKT spread of the potential shifts over kT, positive
 */
public record AtlasPosition(
        double omegaOverKT, double fillingRateOverRate, double rateLogSpread, double shiftSpreadOverKT)
        implements Serializable {
    /** Where both spreads are large the grains lose step and no oscillation is left: no place of the atlas. */
    private static final double LARGEST_SUM_OF_SHARES = 1.4;

    /** Checks the values. */
    public AtlasPosition {
        Require.positive("Omega/kT", omegaOverKT);
        Require.positive("rate of filling over rate constant", fillingRateOverRate);
        Require.nonNegative("spread of ln k", rateLogSpread);
        Require.positive("spread of the shifts over kT", shiftSpreadOverKT);
    }

    /** The place at shares of the range of each parameter. */
    static AtlasPosition ofShares(double[] share) {
        return new AtlasPosition(
                AtlasParameter.OMEGA.at(share[0]),
                Math.exp(AtlasParameter.LOG_FILLING_RATE.at(share[1])),
                AtlasParameter.RATE_SPREAD.at(share[3]),
                Math.exp(AtlasParameter.LOG_SHIFT_SPREAD.at(share[2])));
    }

    static AtlasPosition of(AtlasPoint point) {
        return new AtlasPosition(
                point.omegaOverKT(), point.fillingRateOverRate(), point.rateLogSpread(), point.shiftSpreadOverKT());
    }

    /**
     * Whether the atlas that comes with the library covers the place.
     *
     * @return true if every parameter is in its range and the spreads are not both large
     */
    public boolean covered() {
        double sum = 0;
        for (AtlasParameter parameter : AtlasParameter.values()) {
            double share = (value(parameter) - parameter.lowest()) / (parameter.highest() - parameter.lowest());
            if (!(share >= -1e-9 && share <= 1 + 1e-9)) {
                return false;
            }
            if (parameter == AtlasParameter.RATE_SPREAD || parameter == AtlasParameter.LOG_SHIFT_SPREAD) {
                sum += share;
            }
        }
        return sum <= LARGEST_SUM_OF_SHARES;
    }

    /**
     * One of the coordinates.
     *
     * @param parameter which
     * @return its value, in the unit of the parameter
     */
    public double value(AtlasParameter parameter) {
        return switch (parameter) {
            case OMEGA -> omegaOverKT;
            case LOG_FILLING_RATE -> Math.log(fillingRateOverRate);
            case RATE_SPREAD -> rateLogSpread;
            case LOG_SHIFT_SPREAD -> Math.log(shiftSpreadOverKT);
        };
    }

    /** Coordinates of order one. */
    double[] scaled() {
        AtlasParameter[] parameters = AtlasParameter.values();
        double[] scaled = new double[parameters.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = parameters[i].scaled(value(parameters[i]));
        }
        return scaled;
    }
}
