package io.github.spinodal.core.peaks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackgroundsTest {
    private static double[] abscissas(double from, double step, int n) {
        double[] x = new double[n];
        Arrays.setAll(x, i -> from + step * i);
        return x;
    }

    @Test
    void aPolynomialIsASumOfPowersAboutItsOrigin() {
        double[] gradient = new double[3];
        double value = PeakBackground.polynomial(2, 10).value(13, new double[] {2, -1, 0.5}, gradient);
        assertEquals(2 - 3 + 4.5, value, 1e-15);
        assertArrayEquals(new double[] {1, 3, 9}, gradient);
        double[] start = PeakBackground.polynomial(1, 0).start(abscissas(0, 1, 5), new double[] {5, 1, 3, 2, 4});
        assertArrayEquals(new double[] {1.8, 0}, start, 1e-12);
        assertEquals(0, PeakBackground.none().parameterCount());
        assertEquals(0, PeakBackground.none().start(new double[3], new double[3]).length);
    }

    /** The ladder of rates has steps of a square root of two: the nearest is at most a fourth root of two away. */
    @ParameterizedTest
    @CsvSource({"5, 2, 0", "100, 0.3, 4", "0.02, 0.07, -20", "3, 6, 2"})
    void theStartOfAnExponentialIsTheNearestStepOfItsLadder(double amplitude, double rate, double from) {
        double[] x = abscissas(from, 0.05, 201);
        double[] y = Arrays.stream(x).map(v -> amplitude * Math.exp(-rate * v)).toArray();
        double[] start = PeakBackground.exponential().start(x, y);
        assertEquals(0, Math.log(start[1] / rate), 0.25 * Math.log(2) + 0.02);
        double[] gradient = new double[2];
        double began = PeakBackground.exponential().value(x[0], start, gradient);
        assertEquals(y[0], began, 0.2 * y[0]);
        assertEquals(began / start[0], gradient[0], 1e-12 * gradient[0]);
        assertEquals(-x[0] * began, gradient[1], 1e-12 * Math.abs(x[0] * began));
    }

    /** A rate on the ladder itself, 2^(k/2) over the range, is met exactly. */
    @Test
    void theStartOfAnExponentialOnTheLadderIsExact() {
        double[] x = abscissas(1, 0.1, 81);
        double rate = 4.0 / 8;
        double[] y = Arrays.stream(x).map(v -> 7 * Math.exp(-rate * v)).toArray();
        assertArrayEquals(new double[] {7, rate}, PeakBackground.exponential().start(x, y), 1e-9);
    }
}
