package io.github.spinodal.core.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PaletteTest {
    @Test
    void heatRunsThroughViridis() {
        // The published table (matplotlib 3, 256 entries): entries 0, 85, 170 and 255, which are support points.
        assertEquals(0x440154, Palette.heat(0));
        assertEquals(0x31688e, Palette.heat(1 / 3.0));
        assertEquals(0x35b779, Palette.heat(2 / 3.0));
        assertEquals(0xfde725, Palette.heat(1));
        assertEquals(Palette.heat(0), Palette.heat(-5));
        assertEquals(Palette.heat(1), Palette.heat(5));
    }

    @Test
    void heatIsLinearBetweenSupportPoints() {
        // Half way between 0x440154 and 0x482878; channels rounded half up.
        assertEquals(0x461566, Palette.heat(0.5 / 9));
        // A quarter of the way between 0xb5de2b and 0xfde725.
        assertEquals(0xc7e02a, Palette.heat(8.25 / 9));
    }

    @Test
    void seriesRepeatAfterTheLastColour() {
        assertEquals(0x0072b2, Palette.series(0).getRGB() & 0xffffff);
        assertEquals(0xd55e00, Palette.series(1).getRGB() & 0xffffff);
        assertEquals(Palette.series(1), Palette.series(9));
    }
}
