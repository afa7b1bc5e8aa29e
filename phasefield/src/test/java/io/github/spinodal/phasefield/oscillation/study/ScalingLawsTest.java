package io.github.spinodal.phasefield.oscillation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.spinodal.core.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalingLawsTest {
    /** An atlas made from a power law: period 0.03 (x/1.7e-3)^0.45, amplitude 2 mV (x/1.7e-3)^0.1 exp(0.9 (Omega - 3.75)). */
    private static List<AtlasPoint> powerLaw() {
        List<AtlasPoint> points = new ArrayList<>();
        for (double omega : new double[] {3.2, 3.7, 4.4}) {
            for (double ratio : new double[] {6e-4, 1.7e-3, 4e-3}) {
                for (double spread : new double[] {0.03, 0.07, 0.2}) {
                    double x = ratio / 1.7e-3;
                    points.add(new AtlasPoint(
                            omega,
                            ratio,
                            spread,
                            0.03 * Math.pow(x, 0.45) * Math.pow(spread / 0.07, -0.1),
                            2e-3 * Math.pow(x, 0.1) * Math.exp(0.9 * (omega - 3.75))));
                }
            }
        }
        return points;
    }

    @Test
    void powerLawsComeBack() {
        ScalingLaws laws = ScalingLaws.of(powerLaw());
        assertEquals(0.45, laws.exponents().get(0).value(), 1e-9);
        assertEquals(-0.1, laws.exponents().get(1).value(), 1e-9);
        assertEquals(0.1, laws.exponents().get(2).value(), 1e-9);
        assertEquals(0.9, laws.exponents().get(5).value(), 1e-9);
        assertEquals(Math.log(0.03 * Math.pow(2, 0.45)), laws.logPeriodShare(4, 3.4e-3, 0.07), 1e-9);
        assertEquals(0, laws.periodScatter(), 1e-9);
    }

    @Test
    void tooFewPointsAreRefused() {
        assertThrows(
                InvalidValueException.class, () -> ScalingLaws.of(powerLaw().subList(0, 5)));
    }
}
