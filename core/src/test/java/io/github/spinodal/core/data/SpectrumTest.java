package io.github.spinodal.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import org.junit.jupiter.api.Test;

class SpectrumTest {
    private static final Spectrum.Axis ENERGY = new Spectrum.Axis("binding energy", "eV");
    private static final Spectrum.Axis COUNTS = new Spectrum.Axis("counts", "");

    private static Spectrum of(double... x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = 10 * x[i];
        }
        return Spectrum.of(ENERGY, x, COUNTS, y);
    }

    @Test
    void keepsItsColumns() {
        Spectrum falling =
                of(4, 3, 2, 1).withStandardDeviations(new double[] {4, 3, 2, 0}).withMetadata("a", "b");
        assertArrayEquals(new double[] {1, 2, 3, 4}, falling.rising().x());
        assertArrayEquals(new double[] {10, 20, 30, 40}, falling.rising().intensity());
        assertArrayEquals(
                new double[] {0, 2, 3, 4}, falling.rising().standardDeviations().orElseThrow());
        Spectrum part = falling.between(2, 3);
        assertArrayEquals(new double[] {3, 2}, part.x());
        assertArrayEquals(new double[] {3, 2}, part.standardDeviations().orElseThrow());
        assertEquals("b", part.metadata().get("a"));
        assertEquals(falling.rising(), falling.rising().rising());
        assertEquals(4, falling.size());
        assertEquals(3, falling.x(1));
        assertEquals(30, falling.intensity(1));
        assertEquals(ENERGY, falling.axis());
        assertEquals(COUNTS, falling.intensityAxis());
        assertTrue(of(1, 2).standardDeviations().isEmpty());
        assertTrue(of(1, 2).between(1, 2).standardDeviations().isEmpty());
        assertEquals("Spectrum[2 points, counts over binding energy (eV) from 1.0 to 2.0]", of(1, 2).toString());
    }

    @Test
    void isAValue() {
        assertEquals(of(1, 2), of(1, 2));
        assertEquals(of(1, 2).hashCode(), of(1, 2).hashCode());
        assertNotEquals(of(1, 2), of(1, 3));
        assertNotEquals(of(1, 2), of(1, 2).withMetadata("a", "b"));
        assertNotEquals(of(1, 2), of(1, 2).withStandardDeviations(new double[2]));
    }

    @Test
    void refusesWhatIsNoSpectrum() {
        assertThrows(InvalidValueException.class, () -> of(1));
        assertThrows(InvalidValueException.class, () -> of(1, Double.NaN));
        assertThrows(InvalidValueException.class, () -> of(1, 1));
        InvalidValueException turn = assertThrows(InvalidValueException.class, () -> of(1, 2, 1.5));
        assertEquals("binding energy (eV)[2]", turn.name());
        assertThrows(InvalidValueException.class, () -> of(2, 1, 1));
        assertThrows(InvalidValueException.class, () -> of(1, 2, 3).between(1.5, 2.5));
        assertThrows(InvalidValueException.class, () -> of(1, 2).withStandardDeviations(new double[] {1, -1}));
        assertThrows(InvalidValueException.class, () -> of(1, 2).withStandardDeviations(new double[] {1}));
        assertThrows(InvalidValueException.class, () -> Spectrum.of(ENERGY, new double[2], COUNTS, new double[3]));
    }
}
