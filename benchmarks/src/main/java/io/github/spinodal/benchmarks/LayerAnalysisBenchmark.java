package io.github.spinodal.benchmarks;

import io.github.spinodal.core.data.ForceCurve;
import io.github.spinodal.sfmm.LayerAnalysis;
import io.github.spinodal.sfmm.LayerMap;
import io.github.spinodal.sfmm.LayerResult;
import io.github.spinodal.sfmm.simulation.CurveNoise;
import io.github.spinodal.sfmm.simulation.CurveSimulator;
import io.github.spinodal.sfmm.simulation.LayerLaws;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Curves of 1024 points analysed in full: preparation, fringe test, change points, bare and layered fits, uncertainties.
 *
 * <p>{@code java -jar benchmarks/target/benchmarks.jar LayerAnalysisBenchmark}. A result of 0.5 ms a curve is 2000 curves a
 * second and core.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LayerAnalysisBenchmark {
    private static final int CURVES = 256;

    /** Thickness of the layer (nm); 0 for a bare surface. */
    @Param({"0", "10", "45"})
    double thicknessNanometres;

    /** Standard deviation of the noise (nm). */
    @Param("0.3")
    double noiseNanometres;

    /** Integrated autocorrelation time of the noise in samples; 1 is white. */
    @Param("1")
    double correlationSamples;

    private final LayerAnalysis analysis = LayerAnalysis.withDefaults();
    private ForceCurve[] curves = new ForceCurve[0];
    private int next;

    /** Draws the curves. */
    @Setup(Level.Trial)
    public void draw() {
        double h = thicknessNanometres;
        CurveSimulator simulator = CurveSimulator.of(
                        h == 0 ? LayerLaws.none() : LayerLaws.power(h, Math.min(2 * h, 85), 1.5))
                .withNoise(
                        correlationSamples > 1
                                ? CurveNoise.coloured(noiseNanometres, correlationSamples)
                                : CurveNoise.white(noiseNanometres));
        curves = new ForceCurve[CURVES];
        for (int i = 0; i < CURVES; i++) {
            curves[i] = simulator.simulate(i);
        }
    }

    /**
     * One curve.
     *
     * @return its result
     */
    @Benchmark
    public LayerResult curve() {
        next = (next + 1) % CURVES;
        return analysis.analyse(curves[next]);
    }

    /**
     * A map of 16 x 16 curves on two threads; 256 of these are a map of 65 536.
     *
     * @return the map
     */
    @Benchmark
    public LayerMap map() {
        return LayerMap.analyse(analysis, i -> curves[i], 16, 16, 1e-8, 1e-8, 2);
    }
}
