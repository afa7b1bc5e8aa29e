package io.github.spinodal.eis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.data.ImpedanceSpectrum;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ValidationTest {
    @Test
    void perfectRandlesCellsLeaveNoResidual() {
        for (int cell = 0; cell < 4; cell++) {
            KkResult result = LinKk.check(StudyCells.noisy(cell, 0, new Random(0)));
            assertTrue(result.maximumResidual() <= 1e-4, result.toString());
            assertEquals(KkResult.Verdict.CONSISTENT, result.verdict());
        }
    }

    @Test
    void randomPerfectCellsLeaveLessThanATenthOfAPerCent() {
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            double[] p = {
                0.1 * Math.pow(1000, random.nextDouble()),
                1e-6 * Math.pow(1e4, random.nextDouble()),
                0.6 + 0.4 * random.nextDouble(),
                Math.pow(1e4, random.nextDouble()),
                1e-5 * Math.pow(1e4, random.nextDouble())
            };
            KkResult result = LinKk.check(StudyCells.CIRCUIT.spectrum(StudyCells.frequencies(), p));
            assertTrue(result.maximumResidual() <= 1e-3, result.toString());
            assertEquals(KkResult.Verdict.CONSISTENT, result.verdict());
        }
    }

    /** Each test rejects at 1e-4, so that one false alarm in 1000 spectra has a probability of about 0.2; two are a failure. */
    @Test
    void noiseRaisesNoAlarmAndIsEstimated() {
        Random random = new Random(8);
        int alarms = 0;
        double noise = 0;
        for (int i = 0; i < 1000; i++) {
            KkResult result = LinKk.check(StudyCells.noisy(i % 4, 0.005, random));
            alarms += result.verdict() == KkResult.Verdict.VIOLATED ? 1 : 0;
            noise += result.noise() / 1000;
        }
        assertTrue(alarms <= 1, alarms + " false alarms");
        assertEquals(0.005, noise, 5e-5);
    }

    @Test
    void driftIsFound() {
        double[] f = StudyCells.frequencies();
        ImpedanceSpectrum clean = StudyCells.CIRCUIT.spectrum(f, StudyCells.VALUES[1]);
        double[] re = clean.realOhm();
        double[] im = clean.imaginaryOhm();
        for (int i = 0; i < f.length; i++) {
            // The cell's impedance grows by 30 % while the slow points are measured: modulus up, phase unchanged.
            double growth = 1 + 0.3 * Math.exp(-f[i] / 0.5);
            re[i] *= growth;
            im[i] *= growth;
        }
        ImpedanceSpectrum drifted = ImpedanceSpectrum.of(f, re, im);
        assertEquals(KkResult.Verdict.VIOLATED, LinKk.check(drifted).verdict());
        double[] residuals = ZHit.of(drifted).relativeResiduals();
        assertEquals(0.245, residuals[60], 0.03);
    }

    @Test
    void zHitReconstructsTheModulus() {
        for (int cell = 0; cell < 4; cell++) {
            ZHitResult result = ZHit.of(StudyCells.noisy(cell, 0, new Random(0)));
            assertTrue(result.maximumResidual() < 0.03, result.toString());
        }
    }

    @Test
    void inductiveAndCapacitiveEndsAreNoAlarm() {
        double[] f = StudyCells.frequencies();
        Circuit circuit = Circuit.parse("L0-R0-p(R1,CPE1)-C2");
        ImpedanceSpectrum z =
                StudyCells.noisy(circuit, f, new double[] {2e-6, 0.1, 3, 1e-3, 0.8, 0.5}, 0.002, new Random(4));
        KkResult result = LinKk.check(z);
        assertEquals(KkResult.Verdict.CONSISTENT, result.verdict(), result.toString());
        assertEquals(2e-6, result.inductanceHenry(), 2e-7);
    }

    @Test
    void relaxationTimesOfTwoArcs() {
        double[] f = StudyCells.frequencies();
        Circuit circuit = Circuit.parse("R0-p(R1,C1)-p(R2,C2)");
        // tau 1 ms and 0.1 s
        ImpedanceSpectrum z = StudyCells.noisy(circuit, f, new double[] {5, 10, 1e-4, 20, 5e-3}, 0.003, new Random(2));
        for (DistributionOfRelaxationTimes.Criterion criterion : DistributionOfRelaxationTimes.Criterion.values()) {
            RelaxationSpectrum drt = DistributionOfRelaxationTimes.withDefaults()
                    .withCriterion(criterion)
                    .of(z);
            var peaks = drt.peaks().stream().filter(p -> p.resistanceOhm() > 1).toList();
            assertEquals(2, peaks.size(), criterion + " " + drt);
            assertEquals(1e-3, peaks.get(0).timeConstant(), 1e-4, criterion.toString());
            assertEquals(0.1, peaks.get(1).timeConstant(), 1e-2);
            assertEquals(10, peaks.get(0).resistanceOhm(), 0.4);
            assertEquals(20, peaks.get(1).resistanceOhm(), 0.8);
            assertEquals(5, drt.highFrequencyResistanceOhm(), 0.1);
        }
    }

    @Test
    void noiseModelIsSeeded() {
        ImpedanceSpectrum clean = StudyCells.CIRCUIT.spectrum(StudyCells.frequencies(), StudyCells.VALUES[0]);
        assertEquals(
                NoiseModel.proportional(0.01, 3).addTo(clean),
                NoiseModel.proportional(0.01, 3).addTo(clean));
        ImpedanceSpectrum noisy = new NoiseModel(new ErrorStructure(2, 0.01), 3).addTo(clean);
        double square = 0;
        double[] sigma = noisy.standardDeviationsOhm().orElseThrow();
        for (int i = 0; i < clean.size(); i++) {
            square += Math.pow((noisy.real(i) - clean.real(i)) / sigma[i], 2) / 122;
            square += Math.pow((noisy.imaginary(i) - clean.imaginary(i)) / sigma[i], 2) / 122;
        }
        // chi-square with 122 degrees of freedom over 122: standard deviation 0.13.
        assertEquals(1, square, 0.4);
    }
}
