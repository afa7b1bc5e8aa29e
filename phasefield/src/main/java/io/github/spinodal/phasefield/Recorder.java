package io.github.spinodal.phasefield;

/** Takes notes of a running simulation. It cannot change the run. */
public interface Recorder {
    /**
     * Called at the start of every protocol step, after every accepted time step, and so also at the end of every
     * protocol step.
     *
     * @param state the present state; valid only during the call
     */
    void record(SimulationState state);

    /**
     * Called for every grain that passes through the middle of its spinodal interval, if {@link #needsEvents}; before the
     * call of {@link #record} for the time step in which that happens, in the order of the grains.
     *
     * @param event the passage
     */
    default void event(GrainEvent event) {}

    /**
     * Whether grain events are to be looked for, which costs some time in every time step.
     *
     * @return true where {@link #event} is of use
     */
    default boolean needsEvents() {
        return false;
    }
}
