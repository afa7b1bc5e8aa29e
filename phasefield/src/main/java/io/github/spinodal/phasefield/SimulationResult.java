package io.github.spinodal.phasefield;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.data.GalvanostaticCurve;
import java.util.Optional;

/** What a simulation came to. Holds everything up to the point where it stopped, whatever the reason. */
public final class SimulationResult {
    private final StopReason stopReason;
    private final String message;
    private final Checkpoint checkpoint;
    private final Optional<VoltageRecorder> voltage;
    private final long acceptedSteps;
    private final long rejectedSteps;
    private final long grainEvaluations;
    private final double filling;
    private final double lithiumDrift;

    SimulationResult(
            StopReason stopReason,
            String message,
            Checkpoint checkpoint,
            Optional<VoltageRecorder> voltage,
            RunPosition position,
            double lithiumDrift) {
        this.stopReason = stopReason;
        this.message = message;
        this.checkpoint = checkpoint;
        this.voltage = voltage;
        this.acceptedSteps = position.accepted;
        this.rejectedSteps = position.rejected;
        this.grainEvaluations = position.evaluations;
        this.filling = position.filling;
        this.lithiumDrift = lithiumDrift;
    }

    /**
     * Why the simulation stopped.
     *
     * @return the reason
     */
    public StopReason stopReason() {
        return stopReason;
    }

    /**
     * The reason in words, with time, filling and step size.
     *
     * @return one sentence
     */
    public String message() {
        return message;
    }

    /**
     * The last state, from which the simulation can be resumed.
     *
     * @return the checkpoint
     */
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /**
     * Fillings of all grains at the end.
     *
     * @return a copy, by grain number
     */
    public double[] fillings() {
        return checkpoint.fillings();
    }

    /**
     * Mean filling at the end, by the charge passed.
     *
     * @return filling in [0, 1]
     */
    public double filling() {
        return filling;
    }

    /**
     * Lithium that the grains hold at the end beyond what the charge brought: zero but for rounding.
     *
     * @return difference of mean fillings
     */
    public double lithiumDrift() {
        return lithiumDrift;
    }

    /**
     * Number of time steps accepted.
     *
     * @return number of steps
     */
    public long acceptedSteps() {
        return acceptedSteps;
    }

    /**
     * Number of time steps tried and rejected.
     *
     * @return number of steps
     */
    public long rejectedSteps() {
        return rejectedSteps;
    }

    /**
     * Number of times the rate of a single grain was evaluated.
     *
     * @return number of evaluations, summed over the grains
     */
    public long grainEvaluations() {
        return grainEvaluations;
    }

    /**
     * The voltage curve, when the simulation ran without recorders of the caller's.
     *
     * @return the recorder that holds it
     * @throws InvalidValueException if the caller brought recorders
     */
    public VoltageRecorder voltage() {
        return voltage.orElseThrow(() -> new InvalidValueException(
                "voltage record", "absent", "taken by a recorder of the caller's, or the run made without recorders"));
    }

    /**
     * The curve of a galvanostatic protocol step, when the simulation ran without recorders of the caller's.
     *
     * @param branch number of the protocol step over all cycles, from 0
     * @return the curve
     * @throws InvalidValueException if the caller brought recorders, or the step is no galvanostatic one
     */
    public GalvanostaticCurve curve(int branch) {
        return voltage().curve(branch);
    }

    @Override
    public String toString() {
        return "SimulationResult[" + stopReason + ": " + message + "; " + acceptedSteps + " steps, " + rejectedSteps
                + " rejected, " + grainEvaluations + " grain evaluations, lithium drift " + lithiumDrift + "]";
    }
}
