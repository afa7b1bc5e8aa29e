package io.github.spinodal.phasefield;

import java.io.Serializable;

/**
 * The passage of a grain through the middle of its spinodal interval, from one phase to the other.
 *
 * @param grain number of the grain
 * @param identity identity of the grain
 * @param timeSeconds time since the start of the simulation (s), located linearly inside the time step
 * @param filling mean filling of the electrode at that time
 * @param direction whether the grain fills or empties
 */
public record GrainEvent(int grain, long identity, double timeSeconds, double filling, Direction direction)
        implements Serializable {
    /** Which way a grain passes. */
    public enum Direction {
        /** From the phase poor in lithium to the rich one. */
        FILLING,
        /** From the phase rich in lithium to the poor one. */
        EMPTYING
    }
}
