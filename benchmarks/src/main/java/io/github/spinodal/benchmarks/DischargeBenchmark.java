package io.github.spinodal.benchmarks;

import io.github.spinodal.phasefield.Electrode;
import io.github.spinodal.phasefield.EndCondition;
import io.github.spinodal.phasefield.GrainEnsemble;
import io.github.spinodal.phasefield.Method;
import io.github.spinodal.phasefield.Protocol;
import io.github.spinodal.phasefield.ProtocolStep;
import io.github.spinodal.phasefield.Simulation;
import io.github.spinodal.phasefield.SimulationResult;
import io.github.spinodal.phasefield.VoltageRecorder;
import java.util.concurrent.TimeUnit;
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
 * A whole discharge from 0.005 to 0.99 at a relative tolerance of 1e-6, lognormal rates (0.3) and normal shifts (0.1 kT),
 * one thread. The same problem for {@code benchmarks/peers/dopri5.c}. Run with {@code java -jar
 * benchmarks/target/benchmarks.jar DischargeBenchmark -p grains=1000 -p omega=3}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(1)
public class DischargeBenchmark {
    /** Number of grains. */
    @Param({"1000", "10000"})
    public int grains;

    /** Interaction over kT. */
    @Param({"3", "4.5"})
    public double omega;

    /** Rate of filling over the mean rate constant: 1e-3 is C/10 where the rate constant is 1/36 s. */
    @Param({"1e-3", "2.5e-4", "1e-4"})
    public double rate;

    /** How time steps are taken. */
    @Param({"AUTOMATIC", "EXPLICIT", "IMPLICIT"})
    public Method method = Method.AUTOMATIC;

    /**
     * Runs the discharge.
     *
     * @return the result
     */
    @Benchmark
    public SimulationResult discharge() {
        GrainEnsemble ensemble = YardstickGrains.drawn(omega, grains);
        return Simulation.of(
                        Electrode.of(ensemble, 1, 0),
                        Protocol.of(ProtocolStep.fillingRate(rate, EndCondition.filling(0.99))))
                .withInitialFilling(0.005)
                .withMethod(method)
                .run(VoltageRecorder.everyStep());
    }
}
