package io.github.spinodal.core.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RandomEffectsProperties {
    @Example
    void byHand() {
        // equal uncertainties 1: Q = sum of squares 14 about mean 3, C = n - 1 = 2... (0, 2, 7): mean 3, Q = 26, tau2 =
        // 12
        RandomEffects e = RandomEffects.of(new double[] {0, 2, 7}, new double[] {1, 1, 1});
        assertEquals(3, e.mean(), 1e-12);
        assertEquals(26, e.heterogeneity(), 1e-12);
        assertEquals(2, e.degreesOfFreedom());
        assertEquals(Math.sqrt(12), e.betweenStandardDeviation(), 1e-12);
        assertEquals(Math.sqrt(13 / 3.0), e.standardError(), 1e-12);
        // unequal: weights 1 and 1/4, fixed mean 1, Q = 1 + 16/4 = 5... (0, 5): mean 1, Q = 1 + 4; C = 1.25 -
        // 1.0625/1.25
        RandomEffects u = RandomEffects.of(new double[] {0, 5}, new double[] {1, 2});
        assertEquals(5, u.heterogeneity(), 1e-12);
        double tau2 = 4 / (1.25 - 1.0625 / 1.25);
        assertEquals(Math.sqrt(tau2), u.betweenStandardDeviation(), 1e-12);
        double w1 = 1 / (1 + tau2);
        double w2 = 1 / (4 + tau2);
        assertEquals(5 * w2 / (w1 + w2), u.mean(), 1e-12);
        assertEquals(1 / Math.sqrt(w1 + w2), u.standardError(), 1e-12);
    }

    @Property(tries = 100, seed = "20260101")
    void agreeingValuesGiveTheWeightedMean(@ForAll @IntRange(min = 1, max = 9) int n, @ForAll int seed) {
        Random random = new Random(seed);
        double[] values = new double[n];
        double[] u = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            u[i] = 1e-150 * (0.5 + random.nextDouble());
            values[i] = 3e-150 + 0.01 * u[i] * random.nextDouble();
            sum += 1e-300 / (u[i] * u[i]);
        }
        RandomEffects e = RandomEffects.of(values, u);
        assertEquals(0, e.betweenStandardDeviation());
        assertEquals(1e-150 / Math.sqrt(sum), e.standardError(), 1e-162);
        assertTrue(Math.abs(e.mean() - 3e-150) < 0.02e-150);
    }

    @Example
    void rejectsNonsense() {
        assertThrows(InvalidValueException.class, () -> RandomEffects.of(new double[0], new double[0]));
        assertThrows(InvalidValueException.class, () -> RandomEffects.of(new double[1], new double[2]));
        assertThrows(InvalidValueException.class, () -> RandomEffects.of(new double[1], new double[1]));
        assertThrows(InvalidValueException.class, () -> RandomEffects.of(new double[] {Double.NaN}, new double[] {1}));
        assertThrows(InvalidValueException.class, () -> new RandomEffects(0, -1, 0, 0, 0));
    }
}
