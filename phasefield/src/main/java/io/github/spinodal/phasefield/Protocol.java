package io.github.spinodal.phasefield;

import io.github.spinodal.core.Require;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Steps that the instrument takes one after the other, repeated in cycles. Immutable. */
public final class Protocol implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<ProtocolStep> steps;
    private final int cycles;

    private Protocol(List<ProtocolStep> steps, int cycles) {
        this.steps = new ArrayList<>(steps);
        this.cycles = cycles;
    }

    /**
     * A protocol of some steps, run once.
     *
     * @param steps the steps, at least one
     * @return the protocol
     * @throws io.github.spinodal.core.InvalidValueException if there is no step
     */
    public static Protocol of(ProtocolStep... steps) {
        Require.atLeast("number of protocol steps", steps.length, 1);
        return new Protocol(Arrays.asList(steps.clone()), 1);
    }

    /**
     * The same steps in several cycles.
     *
     * @param newCycles number of cycles, at least 1
     * @return the protocol
     * @throws io.github.spinodal.core.InvalidValueException if the number is smaller than 1
     */
    public Protocol repeated(int newCycles) {
        return new Protocol(steps, Require.atLeast("number of cycles", newCycles, 1));
    }

    /**
     * The steps of one cycle.
     *
     * @return the steps
     */
    public List<ProtocolStep> steps() {
        return List.copyOf(steps);
    }

    /**
     * Number of cycles.
     *
     * @return number of cycles, at least 1
     */
    public int cycles() {
        return cycles;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Protocol that && cycles == that.cycles && steps.equals(that.steps);
    }

    @Override
    public int hashCode() {
        return 31 * steps.hashCode() + cycles;
    }

    @Override
    public String toString() {
        return "Protocol[" + cycles + " x " + steps + "]";
    }
}
