package io.github.spinodal.benchmarks;

import io.github.spinodal.phasefield.Electrode;
import io.github.spinodal.phasefield.EndCondition;
import io.github.spinodal.phasefield.ExchangeGraph;
import io.github.spinodal.phasefield.GrainEnsemble;
import io.github.spinodal.phasefield.Method;
import io.github.spinodal.phasefield.Protocol;
import io.github.spinodal.phasefield.ProtocolStep;
import io.github.spinodal.phasefield.Simulation;
import io.github.spinodal.phasefield.SimulationResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A whole discharge of grains on a square lattice that exchange lithium directly, from 0.005 to 0.99 at a relative
 * tolerance of 1e-5, with the number of its time steps. Run with {@code java -jar benchmarks/target/benchmarks.jar
 * ExchangeBenchmark -p conductance=1}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 1, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class ExchangeBenchmark {
    /** Rows and columns of the lattice. */
    @Param("20")
    public int side;

    /** Conductance of an edge over the weight of a grain, in mean rate constants. */
    @Param({"0.001", "0.1", "1"})
    public double conductance;

    /** How time steps are taken. */
    @Param({"AUTOMATIC", "EXPLICIT", "IMPLICIT"})
    public Method method = Method.AUTOMATIC;

    /** What is read off besides the time. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Steps {
        /** Accepted time steps. */
        public double accepted;

        /** Rejected time steps. */
        public double rejected;
    }

    /**
     * Runs the discharge.
     *
     * @param steps where the numbers of steps go
     * @return the result
     */
    @Benchmark
    public SimulationResult discharge(Steps steps) {
        int grains = side * side;
        GrainEnsemble ensemble = YardstickGrains.drawn(3.5, grains);
        SimulationResult result = Simulation.of(
                        Electrode.of(ensemble, 1, 0),
                        Protocol.of(ProtocolStep.fillingRate(1e-3, EndCondition.filling(0.99))))
                .withInitialFilling(0.005)
                .withRelativeTolerance(1e-5)
                .withExchange(ExchangeGraph.squareLattice(side, side, conductance / grains))
                .withMethod(method)
                .run();
        steps.accepted = result.acceptedSteps();
        steps.rejected = result.rejectedSteps();
        return result;
    }
}
