package io.github.spinodal.phasefield;

import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * The state of a simulation between two time steps. A simulation of the same electrode, protocol and settings that resumes
 * from it gives the same bits as one that never stopped. Immutable.
 */
public final class Checkpoint implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] fillings;
    private final RunPosition position;

    Checkpoint(double[] fillings, RunPosition position) {
        this.fillings = fillings;
        this.position = position;
    }

    /**
     * Number of grains.
     *
     * @return number of grains
     */
    public int size() {
        return fillings.length;
    }

    /**
     * Fillings of all grains.
     *
     * @return a copy, by grain number
     */
    public double[] fillings() {
        return fillings.clone();
    }

    /**
     * Time since the start of the simulation.
     *
     * @return time (s)
     */
    public double timeSeconds() {
        return position.startTime + position.time;
    }

    RunPosition position() {
        return position.copy();
    }

    void requireSize(int size) {
        Require.sameLength("grains", size, "fillings of the checkpoint", fillings.length);
    }

    @Override
    public String toString() {
        return "Checkpoint[" + size() + " grains at " + timeSeconds() + " s, cycle " + position.cycle + ", step "
                + position.step + "]";
    }
}
