package io.github.spinodal.sfmm.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.data.ScanMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpatialOrderTest {
    @Test
    void knowsTheIndexOfRegularPatterns() {
        ScanMap chess = Fields.of(8, 8, "V", (x, y) -> (x + y) % 2);
        assertEquals(-1, MoranIndex.of(chess, 99, 1).index(), 1e-12);
        // by hand: z = -1.5, -0.5, 0.5, 1.5; the four products sum to zero
        assertEquals(
                0,
                MoranIndex.of(Fields.of(2, 2, "V", (x, y) -> x + 2 * y), 9, 1).index(),
                1e-12);
        MoranIndex slope = MoranIndex.of(Fields.of(20, 20, "V", (x, y) -> x), 199, 1);
        assertTrue(slope.index() > 0.9);
        assertEquals(1 / 200.0, slope.pValue(), 1e-12);
        assertThrows(InvalidValueException.class, () -> MoranIndex.of(Fields.of(5, 5, "V", (x, y) -> 1), 9, 1));
    }

    /** Under no order the p-value is uniform: about one in ten lies below 0.1. */
    @Test
    void findsNoOrderInWhiteNoise() {
        long low = IntStream.range(0, 200)
                .filter(seed -> MoranIndex.of(Fields.map(12, Fields.gaussian(12, 0, seed), "V"), 99, seed)
                                .pValue()
                        <= 0.1)
                .count();
        assertTrue(low >= 8 && low <= 35, "p <= 0.1 in " + low + " of 200");
        MoranIndex one = MoranIndex.of(Fields.map(12, Fields.gaussian(12, 0, 3), "V"), 9, 1);
        assertEquals(-1.0 / 143, one.expectation(), 1e-15);
    }

    /** The autocorrelation of the smoothed field is exp(-r^2/(4 sigma^2)): 1/e at 2 sigma, 0.2 at 2 sigma sqrt(ln 5). */
    @Test
    void measuresTheCorrelationLength() {
        double sum = 0;
        double sal = 0;
        for (int seed = 0; seed < 8; seed++) {
            SpatialCorrelation correlation = SpatialCorrelation.of(Fields.map(128, Fields.gaussian(128, 3, seed), "V"));
            sum += correlation.lengthMetre().orElseThrow() / 8;
            sal += correlation.lengthMetre(0.2).orElseThrow() / 8;
        }
        assertEquals(6e-9, sum, 0.3e-9);
        assertEquals(6e-9 * Math.sqrt(Math.log(5)), sal, 0.5e-9);
    }

    /** The variance of a map's mean is the variance of its pixels over the effective number of them. */
    @Test
    void countsIndependentPixels() {
        double squares = 0;
        double predicted = 0;
        int maps = 200;
        for (int seed = 0; seed < maps; seed++) {
            double[] values = Fields.gaussian(48, 2, seed);
            double mean = java.util.Arrays.stream(values).average().orElseThrow();
            squares += mean * mean / maps;
            predicted += 1 / SpatialCorrelation.of(Fields.map(48, values, "V")).effectiveSize() / maps;
        }
        assertEquals(1, predicted / squares, 0.35);
        SpatialCorrelation white = SpatialCorrelation.of(Fields.map(64, Fields.gaussian(64, 0, 1), "V"));
        assertTrue(white.effectiveSize() > 3000);
        assertTrue(white.lengthMetre().orElseThrow() < 1e-9);
    }

    @Test
    void givesTheEntropyOfEvenClasses() {
        ScanMap even = Fields.of(8, 100, "V", (x, y) -> x + 0.5);
        assertEquals(Math.log(8) + 7 / 1600.0, MapEntropy.of(even, 1).nats(), 1e-12);
        assertEquals(0, MapEntropy.of(Fields.of(5, 5, "V", (x, y) -> 2)).nats());
        assertThrows(InvalidValueException.class, () -> MapEntropy.of(even, 1e-9));
        double narrow = MapEntropy.of(Fields.map(64, Fields.gaussian(64, 0, 1), "V"), 0.1)
                .nats();
        // Gaussian: ln(sqrt(2 pi e) / class width)
        assertEquals(0.5 * Math.log(2 * Math.PI * Math.E) - Math.log(0.1), narrow, 0.03);
    }

    @Test
    void tellsTheMoreHomogeneousMap() {
        ScanMap calm = Fields.map(96, Fields.gaussian(96, 2, 1), "V").map("height", "V", v -> 0.5 * v);
        ScanMap rough = Fields.map(96, Fields.gaussian(96, 2, 2), "V");

        assertEquals(
                HomogeneityComparison.Verdict.FIRST_MORE_HOMOGENEOUS,
                HomogeneityComparison.of(calm, rough).verdict());
        assertEquals(
                HomogeneityComparison.Verdict.SECOND_MORE_HOMOGENEOUS,
                HomogeneityComparison.of(rough, calm).verdict());
        assertThrows(
                InvalidValueException.class,
                () -> HomogeneityComparison.of(calm, Fields.of(96, 96, "mV", (x, y) -> x * y)));
    }

    /** Two maps of one law are told apart at the 5 % level about once in twenty, however correlated their pixels are. */
    @Test
    void keepsItsFalseAlarmRate() {
        for (double sigma : new double[] {0, 2}) {
            long alarms = IntStream.range(0, 100)
                    .filter(seed -> HomogeneityComparison.of(
                                            Fields.map(48, Fields.gaussian(48, sigma, 2L * seed), "V"),
                                            Fields.map(48, Fields.gaussian(48, sigma, 2L * seed + 1), "V"))
                                    .verdict()
                            != HomogeneityComparison.Verdict.NO_DIFFERENCE_FOUND)
                    .count();
            assertTrue(alarms <= 12, alarms + " of 100 at sigma " + sigma);
        }
    }
}
