package io.github.spinodal.phasefield;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs an electrode of many grains through a protocol. Immutable; each {@code with} method gives a changed copy.
 *
 * <p>Grain i obeys dc_i/dt = k_i j0(c_i) h(A_i) with A_i = [-e(V - V_EQ) - mu(c_i) - delta_i]/kT; the potential V is
 * common and such that the sum of w_i dc_i/dt is what the instrument holds. Time steps are adapted so that the error of a
 * step, in the root mean square over the grains weighted by their sites, stays below the tolerance. Results have the same
 * bits for any number of threads and any recorders.
 */
public final class Simulation implements Serializable {
    private static final long serialVersionUID = 1L;

    final Electrode electrode;
    final Protocol protocol;
    final double[] initialFillings;
    final double relativeTolerance;
    final double absoluteTolerance;
    final double maximumFillingStep;
    final long stepLimit;
    final int threads;
    final Method method;
    final @Nullable ExchangeGraph exchange;
    final @Nullable ThermalNoise noise;

    private Simulation(Settings settings) {
        this.electrode = settings.electrode;
        this.protocol = settings.protocol;
        this.initialFillings = settings.initialFillings;
        this.relativeTolerance = settings.relativeTolerance;
        this.absoluteTolerance = settings.absoluteTolerance;
        this.maximumFillingStep = settings.maximumFillingStep;
        this.stepLimit = settings.stepLimit;
        this.threads = settings.threads;
        this.method = settings.method;
        this.exchange = settings.exchange;
        this.noise = settings.noise;
    }

    /** The members while they may still change. */
    private static final class Settings {
        Electrode electrode;
        Protocol protocol;
        double[] initialFillings = {0.01};
        double relativeTolerance = 1e-6;
        double absoluteTolerance = 1e-8;
        double maximumFillingStep = 2e-3;
        long stepLimit = Long.MAX_VALUE;
        int threads = 1;
        Method method = Method.AUTOMATIC;

        @Nullable
        ExchangeGraph exchange;

        @Nullable
        ThermalNoise noise;

        Settings(Electrode electrode, Protocol protocol) {
            this.electrode = electrode;
            this.protocol = protocol;
        }
    }

    private Settings settings() {
        Settings s = new Settings(electrode, protocol);
        s.initialFillings = initialFillings;
        s.relativeTolerance = relativeTolerance;
        s.absoluteTolerance = absoluteTolerance;
        s.maximumFillingStep = maximumFillingStep;
        s.stepLimit = stepLimit;
        s.threads = threads;
        s.method = method;
        s.exchange = exchange;
        s.noise = noise;
        return s;
    }

    /**
     * A simulation that starts with all grains filled to 0.01, with a relative tolerance of 1e-6 and one thread.
     *
     * @param electrode the electrode
     * @param protocol what is done to it
     * @return the simulation
     */
    public static Simulation of(Electrode electrode, Protocol protocol) {
        return new Simulation(new Settings(electrode, protocol));
    }

    /**
     * The same from another uniform filling.
     *
     * @param filling filling of every grain at the start, in (0, 1)
     * @return the simulation
     * @throws InvalidValueException if the filling is outside (0, 1)
     */
    public Simulation withInitialFilling(double filling) {
        Settings s = settings();
        s.initialFillings = new double[] {Require.inside("initial filling", filling, 0, 1)};
        return new Simulation(s);
    }

    /**
     * The same from given fillings.
     *
     * @param fillings filling of each grain at the start, each in (0, 1)
     * @return the simulation
     * @throws InvalidValueException if their number is not that of the grains or one is outside (0, 1)
     */
    public Simulation withInitialFillings(double[] fillings) {
        Require.sameLength("grains", electrode.ensemble().size(), "initial fillings", fillings.length);
        double[] copy = fillings.clone();
        for (int i = 0; i < copy.length; i++) {
            Require.inside("initial filling[" + i + "]", copy[i], 0, 1);
        }
        Settings s = settings();
        s.initialFillings = copy;
        return new Simulation(s);
    }

    /**
     * The same with other tolerances. The error of a grain's filling c in a step is held against absolute + relative/2 m/(m +
     * 0.005) with m = c (1 - c), in the root mean square over the sites.
     *
     * @param relative relative tolerance, in [1e-13, 1e-1]
     * @param absolute absolute tolerance of a filling, in [1e-16, 1e-1]
     * @return the simulation
     * @throws InvalidValueException if a tolerance is outside its range
     */
    public Simulation withTolerance(double relative, double absolute) {
        Settings s = settings();
        s.relativeTolerance = Require.within("relative tolerance", relative, 1e-13, 1e-1);
        s.absoluteTolerance = Require.within("absolute tolerance", absolute, 1e-16, 1e-1);
        return new Simulation(s);
    }

    /**
     * The same with another relative tolerance and a hundredth of it as the absolute one.
     *
     * @param relative relative tolerance, in [1e-13, 1e-1]
     * @return the simulation
     * @throws InvalidValueException if the tolerance is outside its range
     */
    public Simulation withRelativeTolerance(double relative) {
        return withTolerance(relative, relative / 100);
    }

    /**
     * The same with another bound on the change of the mean filling in one time step of constant current.
     *
     * @param filling largest change of the mean filling, in (0, 1]
     * @return the simulation
     * @throws InvalidValueException if the change is outside (0, 1]
     */
    public Simulation withMaximumFillingStep(double filling) {
        Settings s = settings();
        s.maximumFillingStep = Require.inside("largest change of filling in a time step", filling, 0, 1.0000001);
        return new Simulation(s);
    }

    /**
     * The same with a limit on the number of time steps.
     *
     * @param steps largest number of accepted time steps, positive
     * @return the simulation
     * @throws InvalidValueException if the number is not positive
     */
    public Simulation withStepLimit(long steps) {
        if (steps < 1) {
            throw new InvalidValueException("step limit", Long.toString(steps), "at least 1");
        }
        Settings s = settings();
        s.stepLimit = steps;
        return new Simulation(s);
    }

    /**
     * The same on several threads. Worth its while from about 1e4 grains; the result is the same.
     *
     * @param count number of threads, in [1, 1024]
     * @return the simulation
     * @throws InvalidValueException if the number is outside its range
     */
    public Simulation withThreads(int count) {
        Require.within("number of threads", count, 1, 1024);
        Settings s = settings();
        s.threads = count;
        return new Simulation(s);
    }

    /**
     * The same with another choice of time steps.
     *
     * @param newMethod the method
     * @return the simulation
     */
    public Simulation withMethod(Method newMethod) {
        Settings s = settings();
        s.method = newMethod;
        return new Simulation(s);
    }

    /**
     * The same with direct exchange of lithium between neighbours. Each step solves its linear systems by
     * iteration where it is implicit.
     *
     * @param graph which grains exchange
     * @return the simulation
     * @throws InvalidValueException if the graph is not one of the electrode's number of grains, or there is noise
     */
    public Simulation withExchange(ExchangeGraph graph) {
        if (noise != null) {
            throw new InvalidValueException("direct exchange", "given", "absent where there is thermal noise");
        }
        Require.sameLength("grains", electrode.ensemble().size(), "grains of the graph", graph.grains());
        Settings s = settings();
        s.exchange = graph;
        return new Simulation(s);
    }

    /**
     * The same with thermal noise. Takes fixed time steps; tolerances and the method have no effect.
     *
     * @param newNoise the noise
     * @return the simulation
     * @throws InvalidValueException if grains also exchange lithium directly
     */
    public Simulation withNoise(ThermalNoise newNoise) {
        if (exchange != null) {
            throw new InvalidValueException("thermal noise", "given", "absent where grains exchange lithium directly");
        }
        Settings s = settings();
        s.noise = newNoise;
        return new Simulation(s);
    }

    /**
     * The electrode.
     *
     * @return the electrode
     */
    public Electrode electrode() {
        return electrode;
    }

    /**
     * The protocol.
     *
     * @return the protocol
     */
    public Protocol protocol() {
        return protocol;
    }

    /**
     * Runs from the start and records the voltage at every time step.
     *
     * @return the result, with {@link SimulationResult#voltage}
     * @throws InvalidValueException if the protocol cannot be run from the initial fillings
     */
    public SimulationResult run() {
        VoltageRecorder voltage = VoltageRecorder.everyStep();
        return new Engine(this, state -> true, Optional.of(voltage), voltage).run(Optional.empty());
    }

    /**
     * Runs from the start with the caller's recorders.
     *
     * @param recorders the recorders
     * @return the result
     * @throws InvalidValueException if the protocol cannot be run from the initial fillings
     */
    public SimulationResult run(Recorder... recorders) {
        return runWhile(state -> true, recorders);
    }

    /**
     * Runs from the start with the caller's recorders, telling a listener how far it has come.
     *
     * @param listener the listener, which may stop the run
     * @param recorders the recorders
     * @return the result
     * @throws InvalidValueException if the protocol cannot be run from the initial fillings
     */
    public SimulationResult runWhile(ProgressListener listener, Recorder... recorders) {
        return new Engine(this, listener, Optional.empty(), recorders).run(Optional.empty());
    }

    /**
     * Goes on from a checkpoint of the same simulation. Recorders see the state of the checkpoint only if a protocol step
     * had just begun there.
     *
     * @param checkpoint where to go on
     * @param recorders the recorders
     * @return the result
     * @throws InvalidValueException if the checkpoint does not have the electrode's number of grains
     */
    public SimulationResult resume(Checkpoint checkpoint, Recorder... recorders) {
        return resumeWhile(checkpoint, state -> true, recorders);
    }

    /**
     * Goes on from a checkpoint of the same simulation, telling a listener how far it has come.
     *
     * @param checkpoint where to go on
     * @param listener the listener, which may stop the run
     * @param recorders the recorders
     * @return the result
     * @throws InvalidValueException if the checkpoint does not have the electrode's number of grains
     */
    public SimulationResult resumeWhile(Checkpoint checkpoint, ProgressListener listener, Recorder... recorders) {
        checkpoint.requireSize(electrode.ensemble().size());
        return new Engine(this, listener, Optional.empty(), recorders).run(Optional.of(checkpoint));
    }

    @Override
    public String toString() {
        return "Simulation[" + electrode + ", " + protocol + ", tolerance " + relativeTolerance + "]";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Simulation that
                && Objects.equals(electrode, that.electrode)
                && Objects.equals(protocol, that.protocol)
                && Arrays.equals(initialFillings, that.initialFillings)
                && Double.compare(relativeTolerance, that.relativeTolerance) == 0
                && Double.compare(absoluteTolerance, that.absoluteTolerance) == 0
                && Double.compare(maximumFillingStep, that.maximumFillingStep) == 0
                && stepLimit == that.stepLimit
                && threads == that.threads
                && Objects.equals(method, that.method)
                && Objects.equals(exchange, that.exchange)
                && Objects.equals(noise, that.noise);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                electrode,
                protocol,
                Arrays.hashCode(initialFillings),
                relativeTolerance,
                absoluteTolerance,
                maximumFillingStep,
                stepLimit,
                threads,
                method,
                exchange,
                noise);
    }
}
