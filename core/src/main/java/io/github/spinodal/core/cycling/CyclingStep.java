package io.github.spinodal.core.cycling;

import java.io.Serializable;

/**
 * A stretch of consecutive samples in one step of the cycler's programme, with the current flowing one way or not at all.
 *
 * @param cycle cycle number
 * @param step step number within the programme; 0 where the file does not count steps
 * @param kind which way the current flows
 * @param from index of the first sample
 * @param to index after the last sample
 * @param chargeCoulomb net charge passed (C), positive while charging, negative while discharging
 */
public record CyclingStep(int cycle, int step, Kind kind, int from, int to, double chargeCoulomb)
        implements Serializable {
    /** Which way the current flows. */
    public enum Kind {
        /** No current flows. */
        REST,
        /** Current charges the cell: oxidation at the working electrode, positive current. */
        CHARGE,
        /** Current discharges the cell: reduction at the working electrode, negative current. */
        DISCHARGE
    }
}
