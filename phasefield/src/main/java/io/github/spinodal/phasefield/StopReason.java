package io.github.spinodal.phasefield;

/** Why a simulation stopped. */
public enum StopReason {
    /** The protocol came to its end. */
    PROTOCOL_COMPLETED,
    /** The progress listener asked to stop. */
    CANCELLED,
    /** No time step, however small, met the tolerance or could be computed at all. */
    STEP_FAILED,
    /** The number of time steps reached its limit. */
    STEP_LIMIT
}
