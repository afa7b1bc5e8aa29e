package io.github.spinodal.eis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.quantity.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeveralSpectraTest {
    private static final double EXPONENT = 0.74;

    /** Rct follows Arrhenius' law with 50 kJ/mol; everything else stays. */
    private static List<ImpedanceSpectrum> temperatures(double[] kelvins) {
        List<ImpedanceSpectrum> spectra = new ArrayList<>();
        Random random = new Random(17);
        for (double t : kelvins) {
            double rct = 500 * Math.exp(50e3 / 8.314462618 * (1 / t - 1 / 298.15));
            double[] values = {3, 1.4e-5, EXPONENT, rct, 4e-4};
            spectra.add(StudyCells.noisy(StudyCells.CIRCUIT, StudyCells.frequencies(), values, 0.005, random));
        }
        return spectra;
    }

    private static final double[] KELVINS = {283.15, 298.15, 313.15, 333.15};

    @Test
    void activationEnergyIsRecovered() {
        SequenceFit fit = SequenceFit.of(StudyCells.CIRCUIT, KELVINS, temperatures(KELVINS));
        Measured energy = fit.activationEnergyJoulePerMole("R2");
        assertEquals(50e3, energy.value(), 4 * energy.standardUncertainty());
        assertTrue(energy.relativeUncertainty() < 0.01);
        Trend trend = fit.trend("Q1.n");
        assertEquals(0, trend.slope().value(), 4 * trend.slope().standardUncertainty());
        assertEquals(4, fit.values("R1").size());
    }

    @Test
    void sharedParametersAreOneAndBetterKnown() {
        SimultaneousFit fit =
                SimultaneousFitter.sharing("R1", "Q1.n", "Q1.Y0").solve(StudyCells.CIRCUIT, temperatures(KELVINS));
        assertTrue(fit.converged());
        for (int s = 1; s < 4; s++) {
            assertEquals(fit.values(0)[0], fit.values(s)[0], 1e-12);
            assertEquals(fit.values(0)[1], fit.values(s)[1], 1e-17);
            assertTrue(fit.values(0)[3] != fit.values(s)[3]);
        }
        double own = fit.separateFits().get(0).standardErrors()[0];
        assertTrue(fit.standardErrors(0)[0] < 0.7 * own);
        assertEquals(3, fit.values(0)[0], 4 * fit.standardErrors(0)[0]);
        assertEquals(EXPONENT, fit.values(0)[2], 4 * fit.standardErrors(0)[2]);
        assertEquals(0.005, Math.sqrt(fit.chiSquared()), 4e-4);
    }

    @Test
    void sharingTheExponentOnlyKeepsCoefficientsApart() {
        SimultaneousFit fit = SimultaneousFitter.sharing("Q1.n").solve(StudyCells.CIRCUIT, temperatures(KELVINS));
        assertEquals(fit.values(0)[2], fit.values(3)[2], 1e-15);
        assertTrue(fit.values(0)[1] != fit.values(3)[1]);
    }

    @Test
    void badRequestsAreRefused() {
        List<ImpedanceSpectrum> spectra = temperatures(KELVINS);
        assertThrows(
                InvalidValueException.class,
                () -> SimultaneousFitter.sharing("R9").solve(StudyCells.CIRCUIT, spectra));
        assertThrows(
                InvalidValueException.class, () -> SequenceFit.of(StudyCells.CIRCUIT, new double[] {1, 2}, spectra));
        assertThrows(InvalidValueException.class, SimultaneousFitter::sharing);
    }

    @Test
    void endOfDiffusionLayerIsToldApart() {
        double[] f = StudyCells.frequencies();
        // omega_min = 0.63 rad/s
        for (double tau : new double[] {2, 5}) {
            double[] values = {3, 1.3e-5, 0.74, 500, 1537.2 * Math.sqrt(2 * tau), tau};
            Circuit wo = Circuit.parse("R0-p(CPE1,R1-Wo1)");
            CircuitFit fit = CircuitFitter.fit(wo, StudyCells.noisy(wo, f, values, 0.003, new Random(3)));
            assertEquals(
                    DiffusionComparison.Verdict.BLOCKING,
                    DiffusionComparison.of(fit).verdict());
            Circuit ws = Circuit.parse("R0-p(CPE1,R1-Ws1)");
            CircuitFit other = CircuitFitter.fit(ws, StudyCells.noisy(ws, f, values, 0.003, new Random(3)));
            assertEquals(
                    DiffusionComparison.Verdict.TRANSMITTING,
                    DiffusionComparison.of(other).verdict());
        }
        ImpedanceSpectrum infinite = StudyCells.noisy(1, 0.005, new Random(6));
        DiffusionComparison comparison = DiffusionComparison.of(CircuitFitter.fit(Circuit.parse("R(Q(RT))"), infinite));
        assertEquals(DiffusionComparison.Verdict.INFINITE, comparison.verdict(), comparison.toString());
        assertEquals(1537.2, comparison.sigma().value(), 4 * comparison.sigma().standardUncertainty());
    }
}
