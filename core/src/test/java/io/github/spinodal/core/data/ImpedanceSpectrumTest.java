package io.github.spinodal.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import org.junit.jupiter.api.Test;

class ImpedanceSpectrumTest {
    private static final double[] F = {100, 10, 1};
    private static final double[] RE = {3, 6, 9};
    private static final double[] IM = {-4, -8, -12};

    private static final ImpedanceSpectrum SPECTRUM = ImpedanceSpectrum.of(F, RE, IM);

    private static void refused(String expected, double[] f, double[] re, double[] im) {
        InvalidValueException refusal =
                assertThrows(InvalidValueException.class, () -> ImpedanceSpectrum.of(f, re, im));
        assertTrue(refusal.getMessage().contains(expected), refusal.getMessage());
    }

    @Test
    void pointsAreWhatWasGiven() {
        assertEquals(3, SPECTRUM.size());
        assertEquals(10, SPECTRUM.frequency(1));
        assertEquals(20 * Math.PI, SPECTRUM.angularFrequency(1), 1e-13);
        assertEquals(6, SPECTRUM.real(1));
        assertEquals(-8, SPECTRUM.imaginary(1));
        assertEquals(10, SPECTRUM.modulus(1), 1e-14);
        assertEquals(Math.atan2(-8, 6), SPECTRUM.phase(1), 1e-15);
        assertArrayEquals(F, SPECTRUM.frequenciesHz());
        assertArrayEquals(RE, SPECTRUM.realOhm());
        assertArrayEquals(IM, SPECTRUM.imaginaryOhm());
        assertEquals("ImpedanceSpectrum[3 points, 100.0 Hz to 1.0 Hz]", SPECTRUM.toString());
    }

    @Test
    void noArrayIsShared() {
        double[] f = F.clone();
        ImpedanceSpectrum spectrum = ImpedanceSpectrum.of(f, RE, IM).withStandardDeviations(new double[] {1, 1, 1});
        f[0] = 1e9;
        spectrum.frequenciesHz()[0] = 1e9;
        spectrum.realOhm()[0] = 1e9;
        spectrum.imaginaryOhm()[0] = 1e9;
        spectrum.standardDeviationsOhm().orElseThrow()[0] = 1e9;
        assertEquals(SPECTRUM.withStandardDeviations(new double[] {1, 1, 1}), spectrum);
    }

    @Test
    void badSpectraAreRefusedByName() {
        refused("at least 2", new double[0], new double[0], new double[0]);
        refused("at least 2", new double[] {1}, new double[] {1}, new double[] {1});
        refused("length of real (ohm)", F, new double[2], IM);
        refused("length of imaginary (ohm)", F, RE, new double[2]);
        refused("different from its neighbour", new double[] {10, 1, 1}, RE, IM);
        refused("strictly rising or strictly falling", new double[] {10, 1, 5}, RE, IM);
        refused("frequency (Hz)[2] must be positive", new double[] {10, 1, -1}, RE, IM);
        refused("frequency (Hz)[2] must be positive", new double[] {10, 1, 0}, RE, IM);
        refused("real (ohm)[1] must be finite", F, new double[] {1, Double.NaN, 1}, IM);
        refused("imaginary (ohm)[0]", F, RE, new double[] {Double.POSITIVE_INFINITY, 1, 1});
        refused("different from zero", F, new double[3], new double[3]);
        assertEquals(
                2,
                ImpedanceSpectrum.of(new double[] {1, 2}, new double[2], new double[] {0, -1})
                        .size());
    }

    @Test
    void sortingPutsTheHighestFrequencyFirst() {
        assertEquals(
                SPECTRUM,
                ImpedanceSpectrum.sorted(
                        new double[] {1, 100, 10}, new double[] {9, 3, 6}, new double[] {-12, -4, -8}));
        assertThrows(
                InvalidValueException.class,
                () -> ImpedanceSpectrum.sorted(new double[] {1, 1, 10}, new double[] {9, 3, 6}, new double[3]));
        assertThrows(InvalidValueException.class, () -> ImpedanceSpectrum.sorted(new double[] {1, 2}, RE, IM));
        assertThrows(InvalidValueException.class, () -> ImpedanceSpectrum.sorted(F, RE, new double[] {1, 2}));
    }

    @Test
    void partsKeepTheirDeviationsAndNotes() {
        ImpedanceSpectrum known =
                SPECTRUM.withStandardDeviations(new double[] {.1, .2, .3}).withMetadata("cell", "A");
        ImpedanceSpectrum part = known.between(1, 10);
        assertArrayEquals(new double[] {10, 1}, part.frequenciesHz());
        assertArrayEquals(new double[] {6, 9}, part.realOhm());
        assertArrayEquals(new double[] {-8, -12}, part.imaginaryOhm());
        assertArrayEquals(new double[] {.2, .3}, part.standardDeviationsOhm().orElseThrow());
        assertEquals("A", part.metadata().get("cell"));
        assertTrue(SPECTRUM.between(10, 100).standardDeviationsOhm().isEmpty());
        assertThrows(InvalidValueException.class, () -> known.between(20, 100));
    }

    @Test
    void deviationsMustBePositive() {
        assertThrows(InvalidValueException.class, () -> SPECTRUM.withStandardDeviations(new double[] {1, 0, 1}));
        assertThrows(InvalidValueException.class, () -> SPECTRUM.withStandardDeviations(new double[2]));
    }

    @Test
    void equalityIsOfEveryPart() {
        assertEquals(SPECTRUM, ImpedanceSpectrum.of(F, RE, IM));
        assertEquals(SPECTRUM.hashCode(), ImpedanceSpectrum.of(F, RE, IM).hashCode());
        assertNotEquals(SPECTRUM, SPECTRUM.withMetadata("a", "b"));
        assertNotEquals(SPECTRUM, SPECTRUM.withStandardDeviations(RE));
        assertNotEquals(SPECTRUM, ImpedanceSpectrum.of(new double[] {100, 10, 2}, RE, IM));
        assertNotEquals(SPECTRUM, ImpedanceSpectrum.of(F, F, IM));
        assertNotEquals(SPECTRUM, ImpedanceSpectrum.of(F, RE, RE));
        assertNotEquals(SPECTRUM.hashCode(), ImpedanceSpectrum.of(F, RE, RE).hashCode());
        assertThrows(
                UnsupportedOperationException.class, () -> SPECTRUM.metadata().put("x", "y"));
    }
}
