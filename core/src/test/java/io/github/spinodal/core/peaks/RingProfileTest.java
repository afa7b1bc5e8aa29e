package io.github.spinodal.core.peaks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.data.Spectrum;
import org.junit.jupiter.api.Test;

class RingProfileTest {
    /**
     * By hand, centre in the middle of five by five pixels. Radii: one pixel at 0, four at 1, four at sqrt 2, four at 2,
     * eight at sqrt 5, four at sqrt 8. A pixel at radius r gives (1 - share)/r to the circle below and share/r to the next;
     * circles 0, 1, 2 fit into the image.
     */
    @Test
    void sharesPixelsBetweenNeighbouringCircles() {
        double[][] image = new double[5][5];
        double[] byRadius = new double[9];
        byRadius[0] = 10;
        byRadius[1] = 20;
        byRadius[2] = 50;
        byRadius[4] = 90;
        byRadius[5] = 70;
        byRadius[8] = 1000;
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                image[i][j] = byRadius[(i - 2) * (i - 2) + (j - 2) * (j - 2)];
            }
        }
        double root2 = Math.sqrt(2);
        double root5 = Math.sqrt(5);
        double root8 = Math.sqrt(8);
        double[] toFirst = {4, 4 / root2 * (2 - root2)};
        double[] toSecond = {4 / root2 * (root2 - 1), 4 / 2.0, 8 / root5 * (3 - root5), 4 / root8 * (3 - root8)};
        double first = (toFirst[0] * 20 + toFirst[1] * 50) / (toFirst[0] + toFirst[1]);
        double second = (toSecond[0] * 50 + toSecond[1] * 90 + toSecond[2] * 70 + toSecond[3] * 1000)
                / (toSecond[0] + toSecond[1] + toSecond[2] + toSecond[3]);
        Spectrum profile = RingProfile.of(image, 2, 2, 0.5);
        assertArrayEquals(new double[] {0, 0.5, 1}, profile.x(), 1e-15);
        assertArrayEquals(new double[] {10, first, second}, profile.intensity(), 1e-12);
    }

    @Test
    void reachesToTheNearestEdge() {
        double[][] image = new double[21][31];
        for (double[] row : image) {
            java.util.Arrays.fill(row, 3);
        }
        assertEquals(11, RingProfile.of(image, 15, 10, 1).size());
        assertEquals(5, RingProfile.of(image, 4, 10, 1).size());
        assertEquals(4, RingProfile.of(image, 27, 10, 1).size());
        assertEquals(7, RingProfile.of(image, 15, 6, 1).size());
        assertEquals(3, RingProfile.of(image, 15, 18, 1).size());
        // Between pixels no pixel is nearer than half a diagonal, and still the first circle shares in it.
        Spectrum between = RingProfile.of(image, 15.5, 9.5, 1);
        assertEquals(10, between.size());
        assertEquals(3, between.intensity(0), 1e-12);
        assertThrows(InvalidValueException.class, () -> RingProfile.of(image, 0.5, 10, 1));
        assertThrows(InvalidValueException.class, () -> RingProfile.of(image, 15, 21, 1));
        assertThrows(InvalidValueException.class, () -> RingProfile.of(new double[2][5], 1, 1, 1));
    }
}
