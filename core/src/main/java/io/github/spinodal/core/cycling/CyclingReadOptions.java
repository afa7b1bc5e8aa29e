package io.github.spinodal.core.cycling;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * What the user knows better than the file. Immutable; each {@code with} method returns a changed copy.
 *
 * @param positiveCurrent what a positive current in the file does
 * @param timeFactor what the file's times are multiplied by, positive and finite
 */
public record CyclingReadOptions(PositiveCurrent positiveCurrent, double timeFactor) implements Serializable {
    /** What a positive current in the file does. */
    public enum PositiveCurrent {
        /** Found out from capacities, step names or voltages, and reported. */
        AUTOMATIC,
        /** It charges the cell. */
        CHARGES,
        /** It discharges the cell. */
        DISCHARGES
    }

    /**
     * Checks the factor.
     *
     * @throws InvalidValueException if the factor is not positive and finite
     */
    public CyclingReadOptions {
        Require.positive("time factor", timeFactor);
    }

    /**
     * Nothing known: the convention of the current is found out, the times are taken as they are.
     *
     * @return the defaults
     */
    public static CyclingReadOptions withDefaults() {
        return new CyclingReadOptions(PositiveCurrent.AUTOMATIC, 1);
    }

    /**
     * These options with a known convention of the current.
     *
     * @param convention what a positive current in the file does
     * @return the changed options
     */
    public CyclingReadOptions withPositiveCurrent(PositiveCurrent convention) {
        return new CyclingReadOptions(convention, timeFactor);
    }

    /**
     * These options with a correction of the time, such as 1/3600 where a converter multiplied seconds by 3600.
     *
     * @param factor what the file's times are multiplied by, positive and finite
     * @return the changed options
     * @throws InvalidValueException if the factor is not positive and finite
     */
    public CyclingReadOptions withTimeFactor(double factor) {
        return new CyclingReadOptions(positiveCurrent, factor);
    }
}
