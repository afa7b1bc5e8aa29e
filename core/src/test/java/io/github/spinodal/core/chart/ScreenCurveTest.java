package io.github.spinodal.core.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenCurveTest {
    @Test
    void shortCurvesStayAsTheyAre() {
        List<Double> x = List.of(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0);
        ScreenCurve curve = ScreenCurve.thinned(x, x, 2);
        assertEquals(x, curve.x());
        assertEquals(x, curve.y());
    }

    @Test
    void aBinKeepsFirstLowestHighestAndLastInTheirOrder() {
        List<Double> x = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            x.add((double) i);
        }
        List<Double> y = List.of(1.0, 5.0, 2.0, 0.0, 2.0, 3.0, 7.0, 7.0, 7.0, 7.0, 7.0, 7.0);
        ScreenCurve curve = ScreenCurve.thinned(x, y, 2);
        // First bin: first 0, highest 1, lowest 3, last 5. Second bin, flat: first and last.
        assertEquals(List.of(0.0, 1.0, 3.0, 5.0, 6.0, 11.0), curve.x());
        assertEquals(List.of(1.0, 5.0, 0.0, 3.0, 7.0, 7.0), curve.y());
    }

    /** A path along x and then y on a screen of two pixels per unit: 7 pixels on, 5 off, counted round the corner. */
    @Test
    void dashesAreCountedAlongThePathOnTheScreen() {
        ScreenCurve curve = ScreenCurve.dashed(
                List.of(0.0, 5.0, 5.0, 5.0), List.of(0.0, 0.0, 0.0, 8.0), x -> 2 * x, y -> 100 - 2 * y);
        double drawn = 0;
        List<Double> starts = new ArrayList<>();
        for (int i = 0; i < curve.x().size(); i++) {
            boolean dash =
                    i > 0 && !curve.y().get(i).isNaN() && !curve.y().get(i - 1).isNaN();
            if (dash) {
                drawn += 2
                        * Math.hypot(
                                curve.x().get(i) - curve.x().get(i - 1),
                                curve.y().get(i) - curve.y().get(i - 1));
            }
            if (!curve.y().get(i).isNaN() && (i == 0 || curve.y().get(i - 1).isNaN())) {
                starts.add(2 * (curve.x().get(i) + curve.y().get(i)));
            }
        }
        // 26 pixels of path: on 0-7, 12-19, 24-26.
        assertEquals(7 + 7 + 2, drawn, 1e-9);
        assertEquals(List.of(0.0, 12.0, 24.0), starts);
        assertEquals(8.0, curve.y().get(curve.y().size() - 1), 1e-12);
        assertTrue(curve.y().stream().anyMatch(v -> v.isNaN()), "gaps are not a number");
    }
}
