package io.github.spinodal.sfmm.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.data.ScanMap;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.fixtures.Expect;
import io.github.spinodal.fixtures.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files of real instruments with known statistics. */
@Tag("shared-data")
class SharedScanMapFilesTest {
    private static ReadResult<ScanMap> read(String file) throws IOException {
        return ScanMapFiles.read(SharedData.file("afm/" + file));
    }

    private static DoubleSummaryStatistics statistics(ScanMap map) {
        return Arrays.stream(map.presentValues()).summaryStatistics();
    }

    /** The upstream project asserts Ra 3.433 and Rq 4.325 nm after a straight line is taken off each row. */
    @Test
    void readsANanoScopeImageOfKnownRoughness() throws IOException {
        List<ScanMap> maps = read("nanoscope_jmarini_full_multiple_images.000").items();
        ScanMap height = maps.get(0);

        assertEquals(
                List.of("Height", "Amplitude"),
                maps.stream().map(ScanMap::quantity).toList());
        assertEquals(512, height.nx());
        assertEquals(2000, height.widthNanometres(), 1e-9);
        assertEquals(-729.75e-9, statistics(height).getMin(), 5e-12);
        assertEquals(-397.34e-9, statistics(height).getMax(), 5e-12);
        assertEquals(-0.0891, statistics(maps.get(1)).getMin(), 5e-5);
        assertEquals(0.1083, statistics(maps.get(1)).getMax(), 5e-5);
        double sum = 0;
        double squares = 0;
        for (int y = 0; y < height.ny(); y++) {
            for (double residual : withoutLine(height, y)) {
                sum += Math.abs(residual);
                squares += residual * residual;
            }
        }
        assertEquals(3.433, 1e9 * sum / height.size(), 5e-4);
        assertEquals(4.325, 1e9 * Math.sqrt(squares / height.size()), 5e-4);
    }

    private static double[] withoutLine(ScanMap map, int y) {
        int n = map.nx();
        double mean = 0;
        double slope = 0;
        for (int x = 0; x < n; x++) {
            mean += map.value(x, y) / n;
        }
        for (int x = 0; x < n; x++) {
            slope += (x - (n - 1) / 2.0) * map.value(x, y) * 12 / (n * ((double) n * n - 1));
        }
        double[] residuals = new double[n];
        for (int x = 0; x < n; x++) {
            residuals[x] = map.value(x, y) - mean - slope * (x - (n - 1) / 2.0);
        }
        return residuals;
    }

    @Test
    void readsANanonisMapWithPhaseAndCurrent() throws IOException {
        ReadResult<ScanMap> result = read("sxm_pynxtools_A151216.123306-02602.sxm");

        assertEquals(18, result.items().size());
        ScanMap current = result.items().get(4);
        ScanMap phase = result.items().get(6);
        assertEquals("Phase", phase.quantity());
        assertEquals(128, phase.ny());
        assertEquals(2, phase.widthNanometres(), 1e-12);
        assertEquals(-1.477, statistics(phase).getMin(), 5e-4);
        assertEquals(2.034, statistics(phase).getMax(), 1e-3);
        assertEquals(-2.59e-14, statistics(current).getMin(), 5e-17);
        assertEquals(3.41e-13, statistics(current).getMax(), 5e-16);
        assertEquals(-21.861e-9, statistics(result.items().get(0)).getAverage(), 1e-12);
        // forward and backward of one scan resemble each other only if the mirrored rows were turned
        assertTrue(correlation(result.items().get(10), result.items().get(11), false)
                > correlation(result.items().get(10), result.items().get(11), true) + 0.2);
    }

    private static double correlation(ScanMap a, ScanMap b, boolean mirrored) {
        double meanA = statistics(a).getAverage();
        double meanB = statistics(b).getAverage();
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int y = 0; y < a.ny(); y++) {
            for (int x = 0; x < a.nx(); x++) {
                double u = a.value(x, y) - meanA;
                double v = b.value(mirrored ? a.nx() - 1 - x : x, y) - meanB;
                ab += u * v;
                aa += u * u;
                bb += v * v;
            }
        }
        return ab / Math.sqrt(aa * bb);
    }

    @Test
    void readsAContactPotentialMapInTwoFormats() throws IOException {
        ScanMap numpy = read("kpfm_ramadan_cpd_passivated_250520.npy").single();
        ScanMap gsf = read("kpfm_ramadan_cpd_passivated_250520_DERIVED.gsf").single();
        ScanMap mask = read("kpfm_ramadan_grainmask_250520_1pixel.txt").single();

        assertEquals(-1.006900, statistics(numpy).getMin(), 5e-7);
        assertEquals(-0.957338, statistics(numpy).getMax(), 5e-7);
        assertEquals(-0.985211, statistics(numpy).getAverage(), 5e-7);
        assertEquals(10705, statistics(mask).getSum());
        double grain = 0;
        double rest = 0;
        for (int y = 0; y < numpy.ny(); y++) {
            for (int x = 0; x < numpy.nx(); x++) {
                assertEquals(numpy.value(x, y), gsf.value(x, y), 6e-8);
                if (mask.value(x, y) == 1) {
                    grain += numpy.value(x, y);
                } else {
                    rest += numpy.value(x, y);
                }
            }
        }
        assertEquals(-0.984331, grain / 10705, 5e-7);
        assertEquals(-0.985383, rest / (65536 - 10705), 5e-7);
        assertEquals("V", gsf.unit());
    }

    @Test
    void refusesAGraphThatIsNoMap() {
        Path file = SharedData.file("afm/kpfm_ramadan_gwyddion_height_distribution_GB1.txt");
        Expect.refused(() -> ScanMapFiles.read(file), "line 1", "rows of numbers");
    }

    @Test
    void readsTheTopographyOfAForceVolume() throws IOException {
        ReadResult<ScanMap> result = ScanMapFiles.read(SharedData.file("sfmm/nanoscope/20200903_Egel2.0_00023.spm"));

        // first sample one byte late: -1577 bits of 439.9933 V / 65536 at 13.203 nm/V, the lower left pixel
        Expect.close(-1577 * 439.9933 / 65536 * 13.203e-9, result.single().value(0, 15), 1e-12);
        Expect.notice(result, 0, "1 bytes later");
    }
}
