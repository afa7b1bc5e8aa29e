package io.github.spinodal.benchmarks;

import io.github.spinodal.core.data.ForceCurve;
import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.data.ScanMap;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.eis.io.SpectrumFiles;
import io.github.spinodal.sfmm.io.ForceCurveFiles;
import io.github.spinodal.sfmm.io.ForceReadOptions;
import io.github.spinodal.sfmm.io.GwyddionSimpleField;
import io.github.spinodal.sfmm.io.MapReadOptions;
import io.github.spinodal.sfmm.io.ScanMapFiles;
import java.nio.charset.StandardCharsets;
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

/** How fast files are read once their bytes are in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReaderBenchmark {
    private static final int FREQUENCIES = 61;
    private static final int CURVE_POINTS = 1024;
    private static final int MAP_SIDE = 512;

    private byte[] spectrum = new byte[0];
    private byte[] curve = new byte[0];
    private byte[] map = new byte[0];

    /** Writes the files into memory. */
    @Setup
    public void write() {
        StringBuilder rows = new StringBuilder("frequency (Hz),real (ohm),imaginary (ohm)\n");
        for (int i = 0; i < FREQUENCIES; i++) {
            double f = Math.pow(10, 5 - i / 10.0);
            double x = 2 * Math.PI * f * 1e-3;
            rows.append(f + "," + (10 + 100 / (1 + x * x)) + "," + -100 * x / (1 + x * x) + "\n");
        }
        spectrum = rows.toString().getBytes(StandardCharsets.UTF_8);
        rows.setLength(0);
        rows.append("z (nm),deflection (nm),amplitude (nm),phase (deg)\n");
        for (int i = 0; i < CURVE_POINTS; i++) {
            rows.append(i * 0.5 + "," + Math.max(0, i * 0.5 - 300) + ",0.1," + (90 - i * 0.05) + "\n");
        }
        curve = rows.toString().getBytes(StandardCharsets.UTF_8);
        double[] heights = new double[MAP_SIDE * MAP_SIDE];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = 1e-9 * Math.sin(i);
        }
        map = GwyddionSimpleField.toBytes(ScanMap.of("height", "m", MAP_SIDE, MAP_SIDE, 1e-9, 1e-9, heights));
    }

    /**
     * A spectrum of 61 points as a table.
     *
     * @return the spectrum
     */
    @Benchmark
    public ReadResult<ImpedanceSpectrum> spectrumOf61Points() {
        return SpectrumFiles.read("spectrum", spectrum);
    }

    /**
     * A force curve of 1024 points with four columns as a table.
     *
     * @return the curve
     */
    @Benchmark
    public ReadResult<ForceCurve> curveOf1024Points() {
        return ForceCurveFiles.read("curve", curve, ForceReadOptions.withDefaults());
    }

    /**
     * A map of 512 by 512 pixels as a Gwyddion Simple Field.
     *
     * @return the map
     */
    @Benchmark
    public ReadResult<ScanMap> mapOf512Squared() {
        return ScanMapFiles.read("map", map, MapReadOptions.withDefaults());
    }
}
