package io.github.spinodal.phasefield;

/** Is told how far a simulation has come, and may stop it. */
@FunctionalInterface
public interface ProgressListener {
    /**
     * Called after every accepted time step.
     *
     * @param state the present state; valid only during the call
     * @return true to go on, false to stop the simulation, which then returns what it has
     */
    boolean proceed(SimulationState state);
}
