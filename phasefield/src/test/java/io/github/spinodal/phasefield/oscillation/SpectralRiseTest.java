package io.github.spinodal.phasefield.oscillation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpectralRiseTest {
    private static final int FIRST = 5;
    private static final int ORDINATES = 140;

    /** A flat spectrum is the falling one that looks most like a rise; those that fall steeply hardly ever do. */
    @ParameterizedTest
    @CsvSource({"9, 0", "20, 0", "60, 0", "20, 1", "20, 3"})
    void fallingSpectraKeepTheRateOfFalseAlarms(double cycles, double exponent) {
        int spectra = 20_000;
        SplittableRandom random = new SplittableRandom(51);
        int alarms = 0;
        int rare = 0;
        for (int s = 0; s < spectra; s++) {
            double p = rise(random, k -> Math.pow(k, -exponent)).probability(cycles);
            alarms += p <= 0.01 ? 1 : 0;
            rare += p <= 0.001 ? 1 : 0;
        }
        String report = alarms + " and " + rare + " of " + spectra;
        assertTrue(alarms <= 0.01 * 1.25 * spectra, report);
        assertTrue(rare <= 0.001 * 1.6 * spectra, report);
        assertTrue(exponent > 0 || alarms > 0.006 * spectra, report);
    }

    @Test
    void aBroadTopIsSeen() {
        SplittableRandom random = new SplittableRandom(52);
        int found = 0;
        for (int s = 0; s < 200; s++) {
            // As wide as that of a phase that is forgotten within a period.
            SpectralRise rise = rise(random, k -> 0.05 + 1 / (1 + square((k - 25) / 4.0)));
            found += rise.probability(25) <= 0.01 ? 1 : 0;
        }
        assertTrue(found >= 150, found + " of 200");
    }

    @Test
    void theUnitOfThePowerDoesNotMatter() {
        double[] power = new double[ORDINATES];
        SplittableRandom random = new SplittableRandom(53);
        for (int i = 0; i < ORDINATES; i++) {
            power[i] = exponential(random) * (Math.abs(i - 30) < 3 ? 100 : 1);
        }
        double[] scaled = power.clone();
        for (int i = 0; i < ORDINATES; i++) {
            scaled[i] *= 1e6;
        }
        SpectralRise rise = SpectralRise.ofOrdinates(power, FIRST);
        assertTrue(rise.probability(35) < 1e-3, () -> "probability " + rise.probability(35));
        assertEquals(
                rise.probability(35), SpectralRise.ofOrdinates(scaled, FIRST).probability(35), 1e-15);
        assertEquals(1, rise.probability(1));
    }

    /** The best rising spectrum from the formula of largest smallest means (Robertson, Wright and Dykstra 1988, eq. 1.4.4). */
    @Test
    void pooledSpectraAreTheLikeliest() {
        SplittableRandom random = new SplittableRandom(54);
        for (int repeat = 0; repeat < 50; repeat++) {
            int n = 1 + random.nextInt(12);
            double[] power = new double[n];
            double[] reversed = new double[n];
            for (int i = 0; i < n; i++) {
                power[i] = exponential(random);
                reversed[n - 1 - i] = power[i];
            }
            int from = random.nextInt(n);
            int to = from + random.nextInt(n - from);
            double falling = logLikelihoodOfRising(reversed, n);
            double best = falling;
            for (int top = from; top <= to; top++) {
                best = Math.max(
                        best, logLikelihoodOfRising(power, top + 1) + logLikelihoodOfRising(reversed, n - top - 1));
            }
            assertEquals(
                    2 * (best - falling), SpectralRise.ofOrdinates(power, 1).statistic(from, to), 1e-10);
        }
    }

    private static double logLikelihoodOfRising(double[] power, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double largest = 0;
            for (int from = 0; from <= i; from++) {
                double smallest = Double.POSITIVE_INFINITY;
                double total = 0;
                for (int to = from; to < count; to++) {
                    total += power[to];
                    smallest = to >= i ? Math.min(smallest, total / (to - from + 1)) : smallest;
                }
                largest = Math.max(largest, smallest);
            }
            sum -= Math.log(largest) + power[i] / largest;
        }
        return sum;
    }

    private static SpectralRise rise(SplittableRandom random, IntToDoubleFunction spectrum) {
        double[] power = new double[ORDINATES];
        for (int i = 0; i < ORDINATES; i++) {
            power[i] = exponential(random) * spectrum.applyAsDouble(FIRST + i);
        }
        return SpectralRise.ofOrdinates(power, FIRST);
    }

    private static double exponential(SplittableRandom random) {
        return -Math.log(1 - random.nextDouble());
    }

    private static double square(double x) {
        return x * x;
    }
}
