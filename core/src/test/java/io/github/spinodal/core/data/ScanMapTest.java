package io.github.spinodal.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import java.util.List;
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

    @Test
    void givesBackWhatItHolds() {
        ScanMap map = ScanMap.of("height", "m", 3, 2, 1e-9, 2e-9, VALUES);
        assertEquals(3, map.nx());
        assertEquals(2, map.ny());
        assertEquals(6, map.size());
        assertEquals(1e-9, map.pixelWidthMetre());
        assertEquals(2e-9, map.pixelHeightMetre());
        assertEquals("height", map.quantity());
        assertEquals("m", map.unit());
        assertArrayEquals(VALUES, map.values());
        assertFalse(map.isMissing(2, 1));
        assertEquals("ScanMap[height (m), 3 x 2 pixels, 3.00000 x 4.00000 nm, 0 missing]", map.toString());
    }

    @Test
    void mapsWhatIsThereAndRefusesInfinity() {
        ScanMap map = ScanMap.of("current", "A", 3, 2, 1e-9, 1e-9, VALUES)
                .withMissing(new boolean[] {false, true, false, false, false, false});
        ScanMap doubled = map.map("current", "nA", v -> 2 * v);
        assertEquals(2, doubled.value(0, 0));
        assertEquals(12, doubled.value(2, 1));
        assertTrue(doubled.isMissing(1, 0));
        assertTrue(Double.isNaN(doubled.value(1, 0)));
        InvalidValueException refused =
                assertThrows(InvalidValueException.class, () -> map.map("ratio", "1", v -> 1 / (v - 3)));
        assertEquals("ratio (1)[2]", refused.name());
        assertThrows(InvalidValueException.class, () -> map.withMissing(new boolean[5]));
    }

    @Test
    void equalsOnlyItsTwin() {
        ScanMap map = ScanMap.of("height", "m", 3, 2, 1e-9, 2e-9, VALUES);
        assertEquals(map, ScanMap.of("height", "m", 3, 2, 1e-9, 2e-9, VALUES));
        assertEquals(
                map.hashCode(),
                ScanMap.of("height", "m", 3, 2, 1e-9, 2e-9, VALUES).hashCode());
        for (ScanMap other : List.of(
                ScanMap.of("height", "m", 2, 3, 1e-9, 2e-9, VALUES),
                ScanMap.of("height", "m", 6, 1, 1e-9, 2e-9, VALUES),
                ScanMap.of("depth", "m", 3, 2, 1e-9, 2e-9, VALUES),
                ScanMap.of("height", "nm", 3, 2, 1e-9, 2e-9, VALUES),
                ScanMap.of("height", "m", 3, 2, 2e-9, 2e-9, VALUES),
                ScanMap.of("height", "m", 3, 2, 1e-9, 1e-9, VALUES),
                map.withMetadata("channel", "Height"),
                map.map("height", "m", v -> v + 1),
                map.withMissing(new boolean[] {true, false, false, false, false, false}))) {
            assertNotEquals(map, other);
            if (other.nx() != 3 || other.value(0, 0) != 1) {
                assertNotEquals(map.hashCode(), other.hashCode());
            }
        }
        assertNotEquals(map, null);
    }
}
