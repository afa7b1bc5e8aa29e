package io.github.spinodal.phasefield;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.spinodal.core.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrainRatesTest {
    private static final double OMEGA = 4.5;
    private static final double CURRENT = 1e-3;

    /** With factors kept and, beyond {@link GrainBlock#MANY} grains, computed twice; whole blocks and a last short one. */
    @ParameterizedTest
    @ValueSource(ints = {1000, 201_000})
    void ratesAndPotentialFollowTheClosedForm(int grains) {
        GrainEnsemble ensemble = Grains.spread(OMEGA, Kinetics.symmetric(), grains, 1);
        double[] c = new double[grains];
        double[] p = new double[grains];
        double[] q = new double[grains];
        double a = 0;
        double b = 0;
        for (int i = 0; i < grains; i++) {
            c[i] = 0.02 + 0.96 * ((i * 0.6180339887498949) % 1);
            double e = Math.exp((OMEGA * (1 - 2 * c[i]) + ensemble.shiftOverKT(i)) / 2);
            p[i] = ensemble.ratePerSecond(i) * (1 - c[i]) / e;
            q[i] = ensemble.ratePerSecond(i) * c[i] * e;
            a += p[i] / grains;
            b += q[i] / grains;
        }
        double x = (CURRENT + Math.sqrt(CURRENT * CURRENT + 4 * a * b)) / (2 * a);
        GrainRates rates = GrainRates.of(ensemble, c);
        assertEquals(2 * Math.log(x), rates.evaluate(CURRENT), 1e-12);
        double[] found = rates.ratesPerSecond();
        for (int i = 0; i < grains; i++) {
            // Rounding of the factors, some ten of them of the size of p x and q/x.
            assertEquals(p[i] * x - q[i] / x, found[i], 1e-13 * (p[i] * x + q[i] / x), "grain " + i);
        }
    }

    @Test
    void otherFillingsGiveTheRatesOfANewKernel() {
        GrainEnsemble ensemble = Grains.spread(3, Kinetics.bazant(), 3, 2);
        double[] late = {0.9, 0.8, 0.1};
        GrainRates rates = GrainRates.of(ensemble, new double[] {0.1, 0.2, 0.3});
        rates.evaluate(CURRENT);
        rates.setFillings(late);
        GrainRates anew = GrainRates.of(ensemble, late);
        assertEquals(anew.evaluate(CURRENT), rates.evaluate(CURRENT));
        assertThrows(InvalidValueException.class, () -> rates.setFillings(new double[2]));
        assertThrows(InvalidValueException.class, () -> rates.evaluate(Double.NaN));
    }
}
