package io.github.spinodal.benchmarks;

import io.github.spinodal.phasefield.GrainEnsemble;
import io.github.spinodal.phasefield.GrainRates;
import java.util.concurrent.TimeUnit;
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
 * One evaluation of the rates of all grains: the shipped kernel, on the blocks in which simulations keep their state,
 * against the same formula in a plain loop with Math.exp.
 * Run with {@code java -jar benchmarks/target/benchmarks.jar GrainKernelBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class GrainKernelBenchmark {
    private static final double OMEGA = 4.5;
    private static final double CURRENT = 1e-3;

    /** Number of grains: in the second-level cache, and in memory. */
    @Param({"10000", "1000000"})
    public int grains;

    private GrainRates kernel = GrainRates.of(YardstickGrains.drawn(OMEGA, 1), new double[] {0.5});
    private double[] fillings = {};
    private double[] rates = {};
    private double[] constants = {};
    private double[] shifts = {};

    /** Draws the grains. */
    @Setup
    public void draw() {
        GrainEnsemble ensemble = YardstickGrains.drawn(OMEGA, grains);
        fillings = new double[grains];
        rates = new double[grains];
        constants = new double[grains];
        shifts = new double[grains];
        for (int i = 0; i < grains; i++) {
            fillings[i] = 0.02 + 0.96 * ((i * 0.6180339887498949) % 1);
            constants[i] = ensemble.ratePerSecond(i);
            shifts[i] = ensemble.shiftOverKT(i);
        }
        kernel = GrainRates.of(ensemble, fillings);
    }

    /**
     * The shipped kernel.
     *
     * @return the potential
     */
    @Benchmark
    public double shipped() {
        return kernel.evaluate(CURRENT);
    }

    /**
     * The plain kernel: one grain at a time, Math.exp.
     *
     * @return the potential
     */
    @Benchmark
    public double plain() {
        double a = 0;
        double b = 0;
        double[] c = fillings;
        for (int i = 0; i < c.length; i++) {
            double e = Math.exp((OMEGA * (1 - 2 * c[i]) + shifts[i]) / 2);
            a += constants[i] * (1 - c[i]) / e;
            b += constants[i] * c[i] * e;
        }
        a /= c.length;
        b /= c.length;
        double x = (CURRENT + Math.sqrt(CURRENT * CURRENT + 4 * a * b)) / (2 * a);
        for (int i = 0; i < c.length; i++) {
            double e = Math.exp((OMEGA * (1 - 2 * c[i]) + shifts[i]) / 2);
            rates[i] = constants[i] * ((1 - c[i]) / e * x - c[i] * e / x);
        }
        return 2 * Math.log(x);
    }
}
