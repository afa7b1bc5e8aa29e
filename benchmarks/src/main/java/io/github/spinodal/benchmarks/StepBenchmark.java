package io.github.spinodal.benchmarks;

import io.github.spinodal.phasefield.Electrode;
import io.github.spinodal.phasefield.EndCondition;
import io.github.spinodal.phasefield.GrainEnsemble;
import io.github.spinodal.phasefield.Method;
import io.github.spinodal.phasefield.Protocol;
import io.github.spinodal.phasefield.ProtocolStep;
import io.github.spinodal.phasefield.Simulation;
import io.github.spinodal.phasefield.SimulationResult;
import java.util.Arrays;
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
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Cost of an explicit time step against the number of grains: read the column {@code perEvaluation}, the lower quartile of
 * the wall time between two accepted steps, in nanoseconds per grain and evaluation of its rate. Run with {@code java -jar
 * benchmarks/target/benchmarks.jar StepBenchmark -p grains=1000000 -p threads=1,2 -jvmArgs -Xmx1g}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 1, time = 1, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class StepBenchmark {
    private static final int EVALUATIONS_PER_STEP = 6;
    private static final long GRAIN_STEPS = 120_000_000;
    private static final int FEWEST_STEPS = 16;

    /** Number of grains. */
    @Param({"10000", "100000", "1000000", "10000000"})
    public int grains;

    /** Number of threads. */
    @Param({"1", "2"})
    public int threads;

    private Simulation simulation = simulation(1, 1);

    /** What is read off besides the time of the whole run. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Quartile {
        /** Lower quartile of the time of a step (ns per grain and evaluation). */
        public double perEvaluation;
    }

    /** Draws the grains. */
    @Setup
    public void draw() {
        simulation = simulation(grains, threads);
    }

    private static Simulation simulation(int grains, int threads) {
        GrainEnsemble ensemble = YardstickGrains.drawn(4.5, grains);
        long steps = Math.max(FEWEST_STEPS, GRAIN_STEPS / grains / EVALUATIONS_PER_STEP);
        return Simulation.of(
                        Electrode.of(ensemble, 1, 0),
                        Protocol.of(ProtocolStep.fillingRate(1e-3, EndCondition.filling(0.99))))
                .withInitialFilling(0.005)
                .withMethod(Method.EXPLICIT)
                .withThreads(threads)
                .withStepLimit(steps);
    }

    /**
     * Runs the first steps of a discharge.
     *
     * @param quartile where the lower quartile goes
     * @return the result
     */
    @Benchmark
    public SimulationResult steps(Quartile quartile) {
        long[] clock = new long[1 << 16];
        int[] count = new int[1];
        SimulationResult result = simulation.runWhile(state -> {
            if (count[0] < clock.length) {
                clock[count[0]++] = System.nanoTime();
            }
            return true;
        });
        long[] between = new long[count[0] - 1];
        for (int i = 0; i < between.length; i++) {
            between[i] = clock[i + 1] - clock[i];
        }
        Arrays.sort(between);
        quartile.perEvaluation = (double) between[between.length / 4] / grains / EVALUATIONS_PER_STEP;
        return result;
    }
}
