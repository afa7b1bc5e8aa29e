package io.github.spinodal.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import org.junit.jupiter.api.Test;

class ScanMapTest {
    private static final double[] VALUES = {1, 2, 3, 4, 5, 6};

    @Test
    void readsRowAfterRow() {
        ScanMap map = ScanMap.of("height", "m", 3, 2, 1e-9, 2e-9, VALUES).withMetadata("channel", "Height");
        assertEquals(4, map.value(0, 1));
        assertEquals(3, map.widthNanometres(), 1e-12);
        assertEquals(4, map.heightNanometres(), 1e-12);
        assertEquals("Height", map.map("height", "nm", v -> v * 1e9).metadata().get("channel"));
        assertThrows(IndexOutOfBoundsException.class, () -> map.value(3, 0));
    }

    @Test
    void forgetsMissingPixels() {
        ScanMap map =
                ScanMap.ofValuesWithNaN("potential", "V", 3, 2, 1e-9, 1e-9, new double[] {1, Double.NaN, 3, 4, 5, 6});
        assertTrue(map.isMissing(1, 0));
        assertEquals(1, map.missingCount());
        assertArrayEquals(new double[] {1, 3, 4, 5, 6}, map.presentValues());
        assertEquals(map, map.withMissing(map.missing()));
    }

    @Test
    void refusesAWrongShapeAndInfinity() {
        assertThrows(InvalidValueException.class, () -> ScanMap.of("height", "m", 2, 2, 1, 1, VALUES));
        assertThrows(InvalidValueException.class, () -> ScanMap.of("height", "m", 3, 2, 0, 1, VALUES));
        assertThrows(
                InvalidValueException.class,
                () -> ScanMap.ofValuesWithNaN("height", "m", 1, 1, 1, 1, new double[] {Double.POSITIVE_INFINITY}));
    }
}
