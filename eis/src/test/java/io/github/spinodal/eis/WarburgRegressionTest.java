package io.github.spinodal.eis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.data.ImpedanceSpectrum;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WarburgRegressionTest {
    private static final double[] SIGMA = {3582.1, 1537.2, 912.5, 1303.4};

    @Test
    void deEmbeddedRegressionIsUnbiased() {
        for (int cell = 0; cell < 4; cell++) {
            ImpedanceSpectrum z = StudyCells.noisy(cell, 0, new Random(0));
            WarburgRegression r = WarburgRegression.of(CircuitFitter.fit(StudyCells.CIRCUIT, z));
            double truth = 1 / (Math.sqrt(2) * StudyCells.VALUES[cell][4]);
            assertEquals(truth, r.sigma().value(), 5e-4 * truth, "bias at most 0.05 %");
            assertEquals(truth, r.sigma().value(), 1e-8 * truth);
            assertEquals(StudyCells.VALUES[cell][3], r.interceptOhm().value(), 1e-6 * StudyCells.VALUES[cell][3]);
            assertTrue(r.points() > 20, r.toString());
            assertEquals(WarburgRegression.LowFrequencyEnd.STRAIGHT, r.lowFrequencyEnd());
        }
    }

    @Test
    void meanOverNoiseIsUnbiased() {
        int repeats = 100;
        for (int cell = 0; cell < 4; cell++) {
            Random random = new Random(42 + cell);
            double truth = 1 / (Math.sqrt(2) * StudyCells.VALUES[cell][4]);
            double mean = 0;
            for (int i = 0; i < repeats; i++) {
                ImpedanceSpectrum z = StudyCells.noisy(cell, 0.005, random);
                mean += WarburgRegression.of(CircuitFitter.fit(StudyCells.CIRCUIT, z))
                                .sigma()
                                .value()
                        / repeats;
            }
            // One value scatters by about 0.2 %, the mean of 100 by 0.02 %; 0.08 % is four of these.
            assertEquals(truth, mean, 8e-4 * truth);
        }
    }

    /** The bias of the classical regression, as measured with an independent program (up to 1 Hz and 100 Hz). */
    @Test
    void naiveRegressionIsBiasedAsKnown() {
        double[] upToOneHz = {-0.014, -0.006, -0.011, -0.011};
        double[] upToHundredHz = {0.113, 0.077, 0.007, 0.039};
        double[] imaginaryUpToOneHz = {-0.042, -0.022, -0.010, -0.020};
        for (int cell = 0; cell < 4; cell++) {
            ImpedanceSpectrum z = StudyCells.noisy(cell, 0, new Random(0));
            double truth = 1 / (Math.sqrt(2) * StudyCells.VALUES[cell][4]);
            assertEquals(SIGMA[cell], truth, 0.05);
            WarburgRegression narrow = WarburgRegression.naive(z, 0.05, 1.001);
            assertEquals(upToOneHz[cell], narrow.sigma().value() / truth - 1, 6e-4);
            assertEquals(imaginaryUpToOneHz[cell], narrow.sigmaFromImaginary() / truth - 1, 6e-4);
            WarburgRegression wide = WarburgRegression.naive(z, 0.05, 100.1);
            assertEquals(upToHundredHz[cell], wide.sigma().value() / truth - 1, 6e-4);
        }
    }

    @Test
    void finiteLayersTurnThePhase() {
        double[] f = StudyCells.frequencies();
        Circuit wo = Circuit.parse("R0-p(CPE1,R1-Wo1)");
        // tau = 4 s: omega_min tau = 2.5
        double[] values = {3, 1.3e-5, 0.74, 500, 1537.2 * Math.sqrt(2 * 4), 4};
        WarburgRegression blocking =
                WarburgRegression.of(CircuitFitter.fit(wo, StudyCells.noisy(wo, f, values, 1e-4, new Random(5))));
        assertEquals(WarburgRegression.LowFrequencyEnd.BLOCKING, blocking.lowFrequencyEnd());
        assertTrue(blocking.pointsBelow() > 0);
        assertEquals(1537.2, blocking.sigma().value(), 0.03 * 1537.2);
        Circuit ws = Circuit.parse("R0-p(CPE1,R1-Ws1)");
        WarburgRegression transmitting =
                WarburgRegression.of(CircuitFitter.fit(ws, StudyCells.noisy(ws, f, values, 1e-4, new Random(5))));
        assertEquals(WarburgRegression.LowFrequencyEnd.TRANSMITTING, transmitting.lowFrequencyEnd());
    }

    @Test
    void otherCircuitsAreRefused() {
        ImpedanceSpectrum z = StudyCells.noisy(0, 0, new Random(0));
        CircuitFit fit = CircuitFitter.fit(Circuit.parse("R(QR)"), z);
        assertThrows(InvalidValueException.class, () -> WarburgRegression.of(fit));
        assertThrows(InvalidValueException.class, () -> WarburgRegression.naive(z, 1e6, 1e7));
    }
}
