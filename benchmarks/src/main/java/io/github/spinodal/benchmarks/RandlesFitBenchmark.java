package io.github.spinodal.benchmarks;

import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.eis.Circuit;
import io.github.spinodal.eis.CircuitFit;
import io.github.spinodal.eis.CircuitFitter;
import io.github.spinodal.eis.KkResult;
import io.github.spinodal.eis.LinKk;
import io.github.spinodal.eis.NoiseModel;
import io.github.spinodal.eis.StartSearch;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A 61-point R(Q(RW)) fit with covariance: one descent from given values, and everything from nothing (start search, all
 * descents, Kramers-Kronig test).
 *
 * <pre>{@code
 * mvn -q -pl benchmarks -am -DskipTests package
 * java -jar benchmarks/target/benchmarks.jar RandlesFitBenchmark
 * }</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(2)
public class RandlesFitBenchmark {
    private Circuit circuit = Circuit.parse("R(Q(RW))");
    private ImpedanceSpectrum spectrum = ImpedanceSpectrum.of(new double[] {2, 1}, new double[] {1, 1}, new double[2]);
    private CircuitFitter descent = CircuitFitter.withDefaults();

    /** Makes the spectrum: the study's AZO(30) cell with 0.5 % noise. */
    @Setup
    public void prepare() {
        double[] f = new double[61];
        for (int i = 0; i < f.length; i++) {
            f[i] = Math.pow(10, 5 - 0.1 * i);
        }
        spectrum = NoiseModel.proportional(0.005, 1).addTo(circuit.spectrum(f, 2.945, 1.383e-5, 0.7357, 553.3, 4.6e-4));
        descent = CircuitFitter.withDefaults()
                .withStart(10, 1e-5, 0.8, 100, 1e-3)
                .withStartSearch(StartSearch.GIVEN_ONLY);
    }

    /**
     * One descent from textbook values, with covariance.
     *
     * @return the fit
     */
    @Benchmark
    public CircuitFit solveFromGivenStart() {
        return descent.solve(circuit, spectrum);
    }

    /**
     * Start search, descents and covariance.
     *
     * @return the fit
     */
    @Benchmark
    public CircuitFit fitWithoutStart() {
        return CircuitFitter.fit(circuit, spectrum);
    }

    /**
     * The Kramers-Kronig test.
     *
     * @return the result
     */
    @Benchmark
    public KkResult kramersKronig() {
        return LinKk.check(spectrum);
    }
}
