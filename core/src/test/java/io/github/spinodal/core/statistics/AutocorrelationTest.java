package io.github.spinodal.core.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutocorrelationTest {
    private static double[] firstOrder(double phi, int n, long seed) {
        Random random = new Random(seed);
        double[] x = new double[n];
        double last = random.nextGaussian() / Math.sqrt(1 - phi * phi);
        for (int i = 0; i < n; i++) {
            last = phi * last + random.nextGaussian();
            x[i] = 1e6 + last;
        }
        return x;
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.3, 0, 0.3, 0.7, 0.9, 0.97})
    void firstOrderNoiseIsRecognised(double phi) {
        int n = 100_000;
        double[] x = firstOrder(phi, n, 3);
        // standard error sqrt((1 - phi^2)/n), four of them
        assertEquals(phi, Autocorrelation.firstOrderCoefficient(x), 4 * Math.sqrt((1 - phi * phi) / n));
        double time = Math.max(1, (1 + phi) / (1 - phi));
        // Sokal: relative error sqrt(2 (2 M + 1)/n), M = 5 time; and exp(-5) of the sum lies beyond the window
        double tolerance = 4 * Math.sqrt(2 * (10 * time + 1) / n) + 0.01;
        assertEquals(1, Autocorrelation.integratedTime(x) / time, tolerance);
        assertEquals(n / Autocorrelation.integratedTime(x), Autocorrelation.effectiveSampleSize(x), 1e-9);
    }

    @Test
    void knownValues() {
        // deviations -1.5, -0.5, 0.5, 1.5; products 0.75 - 0.25 + 0.75 over 5
        assertEquals(0.25, Autocorrelation.atLag(1, 1, 2, 3, 4), 1e-15);
        assertEquals(1, Autocorrelation.atLag(0, 1, 2, 3, 4), 1e-15);
        assertEquals(-0.45, Autocorrelation.atLag(3, 1, 2, 3, 4), 1e-15);
        // alternation: rho(1) = -7/8, and the time may not fall below one
        assertEquals(1, Autocorrelation.integratedTime(1, -1, 1, -1, 1, -1, 1, -1));
        // (8 (-7/8) + 1)/4 = -1.5 is clamped to the range of a correlation
        assertEquals(-1, Autocorrelation.firstOrderCoefficient(1, -1, 1, -1, 1, -1, 1, -1));
    }

    @Test
    void rejectsWhatHasNoCorrelation() {
        assertThrows(InvalidValueException.class, () -> Autocorrelation.integratedTime(1, 1, 1));
        assertThrows(InvalidValueException.class, () -> Autocorrelation.integratedTime(1));
        assertThrows(InvalidValueException.class, () -> Autocorrelation.atLag(2, 1, 2));
        assertThrows(InvalidValueException.class, () -> Autocorrelation.atLag(-1, 1, 2));
        assertThrows(InvalidValueException.class, () -> Autocorrelation.firstOrderCoefficient(1, 2, 3));
        assertThrows(InvalidValueException.class, () -> Autocorrelation.effectiveSampleSize(1, Double.NaN));
    }

    @Test
    void residualTestsOnKnownSequences() {
        // differences 1, -2, 1: 6 over 0 + 1 + 1 + 0
        assertEquals(3, ResidualTests.durbinWatson(0, 1, -1, 0), 1e-15);
        // + + - - + -: n+ = n- = 3, 4 runs = mean, variance 1.2
        assertEquals(0, ResidualTests.runs(1, 2, -1, -2, 0, 1, -1), 1e-15);
        assertEquals(-2 / Math.sqrt(1.2), ResidualTests.runs(1, 2, 3, -1, -2, -3), 1e-12);
        // R 4.2: 2 * pnorm(-2/sqrt(1.2))
        assertEquals(0.06788915486182893, ResidualTests.runsProbability(1, 2, 3, -1, -2, -3), 1e-10);
        // by hand: rho1 = -1/2 (deviations 1 -1 1 -1 0 0 ... ) see the formula; R: Box.test(c(1,-1,1,-1), 1, "Ljung")
        // rho1 = -3/4, Q = 4 * 6 * (9/16)/3 = 4.5, chi-square with one degree
        assertEquals(0.03389485352468927, ResidualTests.ljungBoxProbability(1, 0, 1, -1, 1, -1), 1e-12);
    }

    @Test
    void residualTestsHaveTheirSize() {
        int rejectedByRuns = 0;
        int rejectedByBox = 0;
        int trials = 2000;
        for (int t = 0; t < trials; t++) {
            Random random = new Random(t);
            double[] r = random.doubles(100).map(u -> random.nextGaussian()).toArray();
            rejectedByRuns += ResidualTests.runsProbability(r) < 0.05 ? 1 : 0;
            rejectedByBox += ResidualTests.ljungBoxProbability(5, 0, r) < 0.05 ? 1 : 0;
        }
        // binomial: 5 % +- 0.5 %; five standard deviations, and the discreteness of runs
        assertEquals(0.05, rejectedByRuns / (double) trials, 0.025);
        assertEquals(0.05, rejectedByBox / (double) trials, 0.025);
        double[] correlated = firstOrder(0.7, 100, 4);
        for (int i = 0; i < 100; i++) {
            correlated[i] -= 1e6;
        }
        assertTrue(ResidualTests.runs(correlated) < -3);
        assertTrue(ResidualTests.durbinWatson(correlated) < 1);
        assertTrue(ResidualTests.ljungBoxProbability(5, 1, correlated) < 1e-6);
    }

    @Test
    void residualTestsRejectWhatCannotBeTested() {
        assertThrows(InvalidValueException.class, () -> ResidualTests.durbinWatson(0, 0));
        assertThrows(InvalidValueException.class, () -> ResidualTests.durbinWatson(1));
        assertThrows(InvalidValueException.class, () -> ResidualTests.runs(1, 2, 3));
        assertThrows(InvalidValueException.class, () -> ResidualTests.runs(1, -2));
        assertThrows(InvalidValueException.class, () -> ResidualTests.ljungBoxProbability(3, 0, 1, 2, 3));
        assertThrows(InvalidValueException.class, () -> ResidualTests.ljungBoxProbability(1, 1, 1, 2, 3));
        assertThrows(InvalidValueException.class, () -> ResidualTests.ljungBoxProbability(0, 0, 1, 2, 3));
    }
}
