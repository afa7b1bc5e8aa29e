package io.github.spinodal.phasefield;

/** What a recorder sees. Valid only during the call; the values it returns are copies. */
public interface SimulationState {
    /**
     * Time since the start of the simulation.
     *
     * @return time (s)
     */
    double timeSeconds();

    /**
     * Cycle of the protocol.
     *
     * @return number of the cycle, from 0
     */
    int cycle();

    /**
     * Step of the protocol.
     *
     * @return index of the step in its cycle, from 0
     */
    int protocolStep();

    /**
     * Whether a step of the protocol has just begun.
     *
     * @return true at the first call of each protocol step
     */
    boolean isStepStart();

    /**
     * Whether this is the end of a step of the protocol.
     *
     * @return true at the last call of each protocol step
     */
    boolean isStepEnd();

    /**
     * Mean filling of the electrode.
     *
     * @return filling in [0, 1]
     */
    double filling();

    /**
     * Measured voltage, with the losses across all resistances.
     *
     * @return voltage (V)
     */
    double voltageVolt();

    /**
     * Rate of filling of the electrode.
     *
     * @return rate (1/s), positive where lithium enters the grains
     */
    double fillingRatePerSecond();

    /**
     * Current.
     *
     * @return current (A), positive where lithium enters the grains
     */
    double currentAmpere();

    /**
     * Number of time steps accepted since the start of the simulation.
     *
     * @return number of steps
     */
    long acceptedSteps();

    /**
     * Share of the sites in grains inside their spinodal interval; computed when asked for, in one pass over the grains.
     *
     * @return share in [0, 1]
     */
    double activeFraction();

    /**
     * Fillings of all grains.
     *
     * @return fillings, by grain number
     */
    double[] fillings();

    /**
     * The electrode.
     *
     * @return the electrode
     */
    Electrode electrode();

    /**
     * Everything needed to go on from here, with the same bits as a run that never stopped.
     *
     * @return the checkpoint
     */
    Checkpoint checkpoint();
}
