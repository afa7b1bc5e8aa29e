package io.github.spinodal.core.cycling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CyclicVoltammogramTest {
    /** Starts at 1.2 V, down to 0, up to 2.5, and so on, 1 mV steps with 2 mV noise. */
    private static double[] ramp(double noise) {
        Random random = new Random(5);
        double[] corners = {1.2, 0, 2.5, 0, 2.5, 1.2};
        double[] e = new double[1 + 1200 + 3 * 2500 + 1300 - 1 + 1];
        int n = 0;
        e[n++] = corners[0];
        for (int k = 1; k < corners.length; k++) {
            int steps = (int) Math.round(Math.abs(corners[k] - corners[k - 1]) * 1000);
            for (int j = 1; j <= steps; j++) {
                e[n++] = corners[k - 1] + (corners[k] - corners[k - 1]) * j / steps;
            }
        }
        double[] all = Arrays.copyOf(e, n);
        for (int i = 0; i < n; i++) {
            all[i] += noise * random.nextGaussian();
        }
        return all;
    }

    @Test
    void cutsSweepsAtTheTurns() {
        double[] e = ramp(0);
        List<PotentialSweep> sweeps = CyclicVoltammogram.of(e, e).sweeps();
        assertEquals(5, sweeps.size());
        assertArrayEquals(
                new int[] {1, 1, 2, 2, 3},
                sweeps.stream().mapToInt(PotentialSweep::cycle).toArray());
        assertArrayEquals(
                new int[] {0, 1200, 3700, 6200, 8700},
                sweeps.stream().mapToInt(PotentialSweep::firstIndex).toArray());
        assertEquals(PotentialSweep.Direction.CATHODIC, sweeps.get(0).direction());
        assertEquals(PotentialSweep.Direction.ANODIC, sweeps.get(1).direction());
        assertEquals(2501, sweeps.get(1).size());
        assertEquals(0, sweeps.get(1).potentialVolt()[0], 1e-12);
        assertEquals(2.5, sweeps.get(1).currentAmpere()[2500], 1e-12);
        assertTrue(sweeps.get(0).toString().contains("CATHODIC"));
    }

    @Test
    void noiseIsNoTurn() {
        double[] e = ramp(0.002);
        List<PotentialSweep> sweeps = CyclicVoltammogram.of(e, e).sweeps();
        assertEquals(5, sweeps.size());
        assertEquals(3700, sweeps.get(2).firstIndex(), 8);
        assertTrue(CyclicVoltammogram.of(e, e).sweeps(0.003).size() > 100);
    }

    @Test
    void aSingleSweepIsOneSweep() {
        assertEquals(
                1,
                CyclicVoltammogram.of(new double[] {0, 1}, new double[2])
                        .sweeps()
                        .size());
        List<PotentialSweep> back =
                CyclicVoltammogram.of(new double[] {0, 1, 0}, new double[3]).sweeps();
        assertEquals(2, back.size());
        List<PotentialSweep> tiny =
                CyclicVoltammogram.of(new double[] {0, 1, 0}, new double[3]).sweeps(5);
        assertEquals(1, tiny.size());
        assertEquals(PotentialSweep.Direction.ANODIC, tiny.get(0).direction());
        List<PotentialSweep> below =
                CyclicVoltammogram.of(new double[] {0, -1, 0}, new double[3]).sweeps(5);
        assertEquals(PotentialSweep.Direction.CATHODIC, below.get(0).direction());
    }

    @Test
    void findsTheScanRate() {
        CyclicVoltammogram plain = CyclicVoltammogram.of(new double[] {0, 0.1, 0.2, 0.2, 0.1}, new double[5]);
        assertTrue(plain.scanRate().isEmpty());
        assertEquals(
                0.1, plain.withTimes(new double[] {0, 1, 2, 2, 3}).scanRate().orElseThrow(), 1e-12);
        assertEquals(
                0.15,
                CyclicVoltammogram.of(new double[] {0, 0.1, 0.3}, new double[3])
                        .withTimes(new double[] {0, 1, 2})
                        .scanRate()
                        .orElseThrow(),
                1e-12);
        assertThrows(InvalidValueException.class, () -> plain.withTimes(new double[] {0, 1, 2, 1, 3}));
        assertThrows(InvalidValueException.class, () -> plain.withTimes(new double[] {0, 1}));
    }

    @Test
    void isAValueAndRefusesWhatIsNone() {
        CyclicVoltammogram a = CyclicVoltammogram.of(new double[] {0, 1}, new double[] {2, 3});
        assertEquals(a, CyclicVoltammogram.of(a.potentialVolt(), a.currentAmpere()));
        assertEquals(
                a.sweeps(),
                CyclicVoltammogram.of(a.potentialVolt(), a.currentAmpere()).sweeps());
        assertNotEquals(a, a.withTimes(new double[] {0, 1}));
        assertArrayEquals(new double[] {0, 1}, a.withTimes(new double[] {0, 1}).timeSecond());
        assertThrows(InvalidValueException.class, () -> CyclicVoltammogram.of(new double[] {1, 1}, new double[2]));
        assertThrows(InvalidValueException.class, () -> CyclicVoltammogram.of(new double[] {1}, new double[1]));
        assertThrows(InvalidValueException.class, () -> a.sweeps(0));
        assertThrows(
                InvalidValueException.class,
                () -> PotentialSweep.of(0, PotentialSweep.Direction.ANODIC, 0, new double[2], new double[2]));
    }
}
