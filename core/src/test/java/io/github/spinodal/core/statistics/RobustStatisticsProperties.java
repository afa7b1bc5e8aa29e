package io.github.spinodal.core.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RobustStatisticsProperties {
    @Example
    void knownValues() {
        assertEquals(2, RobustStatistics.median(3, 1, 2));
        assertEquals(2.5, RobustStatistics.median(4, 1, 3, 2));
        assertEquals(5, RobustStatistics.median(5));
        assertEquals(Double.MAX_VALUE, RobustStatistics.median(Double.MAX_VALUE, Double.MAX_VALUE));
        // deviations from the median 2 are 0, 0, 1, 1, 2, 4, 7: their median is 1
        assertEquals(1.482602218505602, RobustStatistics.medianAbsoluteDeviation(1, 1, 2, 2, 4, 6, 9), 1e-15);
        assertEquals(1.482602218505602 / Math.sqrt(2), RobustStatistics.noiseOfDifferences(0, 1, 0, 1, 0), 1e-15);
        // R 4.2: quantile(c(1, 2, 4, 8), c(0.25, 0.9)), type 7
        assertEquals(1.75, RobustStatistics.quantile(0.25, 8, 1, 4, 2), 1e-15);
        assertEquals(6.8, RobustStatistics.quantile(0.9, 8, 1, 4, 2), 1e-15);
        assertEquals(1, RobustStatistics.quantile(0, 8, 1, 4, 2));
        assertEquals(8, RobustStatistics.quantile(1, 8, 1, 4, 2));
        assertEquals(7, RobustStatistics.quantile(0.3, 7));
    }

    @Example
    void huberSolvesItsEquation() {
        double[] values = {1.1, 0.9, 1.0, 1.3, 0.8, 25};
        double limit = 1.345 * RobustStatistics.medianAbsoluteDeviation(values);
        double location = RobustStatistics.huberLocation(values);
        double psi = 0;
        for (double v : values) {
            psi += Math.max(-limit, Math.min(limit, v - location));
        }
        assertEquals(0, psi, 1e-9);
        // Tukey's psi at the biweight location
        double reach = 4.685 * RobustStatistics.medianAbsoluteDeviation(values);
        double centre = RobustStatistics.biweightLocation(values);
        double sum = 0;
        for (double v : values) {
            double u = (v - centre) / reach;
            sum += Math.abs(u) < 1 ? (v - centre) * (1 - u * u) * (1 - u * u) : 0;
        }
        assertEquals(0, sum, 1e-9);
        double beyond = RobustStatistics.biweightLocation(1.1, 0.9, 1.0, 1.3, 0.8, 25);
        assertEquals(beyond, RobustStatistics.biweightLocation(1.1, 0.9, 1.0, 1.3, 0.8, 2500), 1e-12);
        assertTrue(Math.abs(beyond - 1.02) < 0.03, "biweight " + beyond);
        assertEquals(3, RobustStatistics.huberLocation(3, 3, 3, 9));
        assertEquals(3, RobustStatistics.biweightLocation(3, 3, 3, 9));
    }

    @Property(tries = 100, seed = "20260101")
    void locationsMoveWithTheData(
            @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll @IntRange(min = 0, max = 100000) int seed,
            @ForAll @IntRange(min = -20, max = 20) int exponent) {
        double[] values = new Random(seed).doubles(n).map(v -> v * v * v).toArray();
        double factor = Math.scalb(1.0, exponent);
        double[] moved = new double[n];
        for (int i = 0; i < n; i++) {
            moved[i] = 3 * factor - factor * values[i];
        }
        for (ToDoubleFunction<double[]> location : locations()) {
            assertEquals(
                    3 * factor - factor * location.applyAsDouble(values), location.applyAsDouble(moved), 1e-9 * factor);
        }
        assertEquals(
                factor * RobustStatistics.medianAbsoluteDeviation(values),
                RobustStatistics.medianAbsoluteDeviation(moved),
                1e-12 * factor);
    }

    private static java.util.List<ToDoubleFunction<double[]>> locations() {
        return java.util.List.of(
                RobustStatistics::median, RobustStatistics::huberLocation, RobustStatistics::biweightLocation);
    }

    @Example
    void scalesAreConsistentForNormalData() {
        Random random = new Random(1);
        double[] normal = random.doubles(20000).map(u -> random.nextGaussian()).toArray();
        // standard error of the MAD is 1.17/sqrt(n) = 0.8 %; five of them
        assertEquals(1, RobustStatistics.medianAbsoluteDeviation(normal), 0.04);
        assertEquals(1, RobustStatistics.noiseOfDifferences(normal), 0.05);
    }

    @Example
    void rejectsWhatIsNoSample() {
        assertThrows(InvalidValueException.class, RobustStatistics::median);
        assertThrows(InvalidValueException.class, () -> RobustStatistics.median(1, Double.NaN));
        assertThrows(InvalidValueException.class, () -> RobustStatistics.quantile(1.1, 1));
        assertThrows(InvalidValueException.class, () -> RobustStatistics.quantile(Double.NaN, 1));
        assertThrows(InvalidValueException.class, () -> RobustStatistics.noiseOfDifferences(1));
        assertThrows(InvalidValueException.class, RobustStatistics::huberLocation);
    }
}
