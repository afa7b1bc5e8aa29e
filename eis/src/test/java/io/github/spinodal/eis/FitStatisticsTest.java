package io.github.spinodal.eis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.fit.ConfidenceInterval;
import io.github.spinodal.core.fit.LeastSquares;
import io.github.spinodal.core.fit.ResidualVariance;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FitStatisticsTest {
    /** Coverage 95 % +- 4 binomial standard deviations of the number of repeats. */
    @Test
    void intervalsCoverAndErrorsReachTheCramerRaoBound() {
        check(1, 0.005, 500, 0.95 - 0.039, 0.95 + 0.039, 1.14);
    }

    @Test
    @Tag("slow")
    void intervalsCoverOverTwentyThousandRepeats() {
        for (int cell = 0; cell < 4; cell++) {
            check(cell, 0.005, 20_000, 0.94, 0.96, 1.02);
        }
    }

    private static void check(int cell, double noise, int repeats, double low, double high, double rmsLimit) {
        double[] truth = StudyCells.VALUES[cell];
        double[] bound = cramerRao(truth, noise);
        Random random = new Random(1000 + cell);
        int[] covered = new int[truth.length];
        double[] square = new double[truth.length];
        CircuitFitter fitter = CircuitFitter.withDefaults().withStart(truth).withStartSearch(StartSearch.GIVEN_ONLY);
        for (int i = 0; i < repeats; i++) {
            CircuitFit fit = fitter.solve(StudyCells.CIRCUIT, StudyCells.noisy(cell, noise, random));
            for (int k = 0; k < truth.length; k++) {
                ConfidenceInterval interval = fit.confidenceInterval(
                        StudyCells.CIRCUIT.parameterNames().get(k), 0.95);
                covered[k] += interval.contains(truth[k]) ? 1 : 0;
                square[k] += Math.pow(fit.values()[k] - truth[k], 2) / repeats;
            }
        }
        for (int k = 0; k < truth.length; k++) {
            double coverage = (double) covered[k] / repeats;
            double ratio = Math.sqrt(square[k]) / bound[k];
            String where = "cell " + cell + " parameter " + k + ": coverage " + coverage + ", rms/CRB " + ratio;
            assertTrue(coverage >= low && coverage <= high, where);
            assertTrue(ratio <= rmsLimit, where);
        }
    }

    private static double[] cramerRao(double[] truth, double noise) {
        ImpedanceSpectrum clean = StudyCells.CIRCUIT.spectrum(StudyCells.frequencies(), truth);
        Scales scales = Scales.of(clean);
        FitProblem problem = new FitProblem(StudyCells.CIRCUIT, clean, Weights.of(Weighting.MODULUS, clean), scales);
        double[][] covariance = scales.toPhysicalCovariance(
                StudyCells.CIRCUIT,
                truth,
                LeastSquares.withDefaults()
                        .withResidualVariance(ResidualVariance.ONE)
                        .evaluate(problem, scales.toReduced(StudyCells.CIRCUIT, truth))
                        .covariance());
        double[] bound = new double[truth.length];
        for (int k = 0; k < bound.length; k++) {
            bound[k] = noise * Math.sqrt(covariance[k][k]);
        }
        return bound;
    }

    /** Relative errors expected for cell 2 at 0.5 % noise: an independent solver (rms over 200 realisations, known to 5 %). */
    @Test
    void standardErrorsAgreeWithTheReference() {
        double[] percent = {0.62, 0.65, 0.09, 0.29, 0.22};
        double[] bound = cramerRao(StudyCells.VALUES[1], 0.005);
        for (int k = 0; k < percent.length; k++) {
            assertEquals(percent[k], 100 * bound[k] / StudyCells.VALUES[1][k], 0.12 * percent[k] + 0.005);
        }
    }

    @Test
    void noiseFreeCellsAreRecoveredOverTheWholeRangeOfSizes() {
        Circuit circuit = Circuit.parse("R0-p(R1,C1)");
        for (double capacity = 1e-12; capacity < 2e3; capacity *= 1e3) {
            for (double resistance = 1e-6; resistance < 2e12; resistance *= 1e3) {
                double[] truth = {0.3 * resistance, resistance, capacity};
                ImpedanceSpectrum z = circuit.spectrum(window(resistance * capacity), truth);
                double[] twice = {0.6 * resistance, 0.5 * resistance, 2 * capacity};
                CircuitFit given = CircuitFitter.withDefaults()
                        .withStart(twice)
                        .withStartSearch(StartSearch.GIVEN_ONLY)
                        .solve(circuit, z);
                CircuitFit free = CircuitFitter.fit(circuit, z);
                for (int k = 0; k < 3; k++) {
                    assertEquals(truth[k], given.values()[k], 1e-9 * truth[k]);
                    assertEquals(truth[k], free.values()[k], 1e-9 * truth[k]);
                }
            }
        }
    }

    @Test
    void unitsDoNotChangeTheIterations() {
        Circuit circuit = StudyCells.CIRCUIT;
        double[] truth = StudyCells.VALUES[1];
        double[] f = StudyCells.frequencies();
        ImpedanceSpectrum z = StudyCells.noisy(1, 0.005, new Random(2));
        CircuitFitter fitter = CircuitFitter.withDefaults().withStartSearch(StartSearch.GIVEN_ONLY);
        double[] start = {10, 1e-5, 0.8, 100, 1e-3};
        CircuitFit plain = fitter.withStart(start).solve(circuit, z);
        for (int a : new int[] {-40, -3, 5, 40}) {
            for (int b : new int[] {-20, 0, 7}) {
                double ohms = Math.scalb(1.0, a);
                double rate = Math.scalb(1.0, b);
                double[] re = z.realOhm();
                double[] im = z.imaginaryOhm();
                double[] g = f.clone();
                for (int i = 0; i < g.length; i++) {
                    re[i] *= ohms;
                    im[i] *= ohms;
                    g[i] *= rate;
                }
                double[] scaled = {
                    start[0] * ohms,
                    start[1] / ohms / Math.pow(rate, start[2]),
                    start[2],
                    start[3] * ohms,
                    start[4] / ohms / Math.sqrt(rate)
                };
                CircuitFit other = fitter.withStart(scaled).solve(circuit, ImpedanceSpectrum.of(g, re, im));
                assertEquals(plain.iterations(), other.iterations());
                assertEquals(plain.values()[3] * ohms, other.values()[3], 1e-9 * truth[3] * ohms);
                CircuitFit free = CircuitFitter.fit(circuit, ImpedanceSpectrum.of(g, re, im));
                assertEquals(CircuitFitter.fit(circuit, z).iterations(), free.iterations());
            }
        }
    }

    private static double[] window(double timeConstant) {
        double centre = 1 / (2 * Math.PI * timeConstant);
        double[] f = new double[61];
        for (int i = 0; i < f.length; i++) {
            f[i] = centre * Math.pow(10, 3 - 0.1 * i);
        }
        return f;
    }

    @Test
    void fixedBoundedAndTiedParametersAreHonoured() {
        ImpedanceSpectrum z = StudyCells.noisy(1, 0.005, new Random(9));
        CircuitFit fixed =
                CircuitFitter.withDefaults().withFixed("Q1.Y0", 1.383e-5).solve(StudyCells.CIRCUIT, z);
        assertEquals(1.383e-5, fixed.values()[1], 1e-19);
        assertEquals(0, fixed.standardErrors()[1]);
        assertEquals(118, fixed.degreesOfFreedom());
        CircuitFit bounded =
                CircuitFitter.withDefaults().withBounds("R2", 10, 500).solve(StudyCells.CIRCUIT, z);
        assertEquals(500, bounded.values()[3], 1e-9);
        assertTrue(bounded.findings().stream().anyMatch(f -> f.kind() == Finding.Kind.AT_BOUND));
        CircuitFit tied =
                CircuitFitter.withDefaults().withTie("R1", "R2", 0.005).solve(StudyCells.CIRCUIT, z);
        assertEquals(0.005, tied.values()[0] / tied.values()[3], 1e-12);
        assertThrows(
                InvalidValueException.class,
                () -> CircuitFitter.withDefaults().withTie("R1", "W1.Y0", 1).solve(StudyCells.CIRCUIT, z));
        assertThrows(
                InvalidValueException.class,
                () -> CircuitFitter.withDefaults().withFixed("R7", 1).solve(StudyCells.CIRCUIT, z));
    }

    @Test
    void knownStandardDeviationsMakeChiSquareAbsolute() {
        ImpedanceSpectrum clean = StudyCells.CIRCUIT.spectrum(StudyCells.frequencies(), StudyCells.VALUES[2]);
        ImpedanceSpectrum z = new NoiseModel(new ErrorStructure(0.5, 0.004), 12).addTo(clean);
        CircuitFit fit = CircuitFitter.withDefaults()
                .withWeighting(Weighting.STANDARD_DEVIATIONS)
                .solve(StudyCells.CIRCUIT, z);
        // chi-square over 117 degrees of freedom has a standard deviation of 0.13.
        assertEquals(1, fit.chiSquared(), 0.4);
        CircuitFit estimated =
                CircuitFitter.withDefaults().withWeighting(Weighting.ESTIMATED).solve(StudyCells.CIRCUIT, z);
        ErrorStructure structure = estimated.errorStructure().orElseThrow();
        assertEquals(0.5, structure.constantOhm(), 0.2);
        assertEquals(0.004, structure.proportional(), 0.0012);
    }

    @Test
    void superfluousElementsAreCalledSo() {
        ImpedanceSpectrum z = StudyCells.noisy(
                Circuit.parse("R0-p(R1,C1)"),
                StudyCells.frequencies(),
                new double[] {1, 10, 1e-4},
                0.005,
                new Random(1));
        CircuitFit fit = CircuitFitter.fit(Circuit.parse("R0-p(R1,C1)-p(R2,C2)"), z);
        assertTrue(!fit.findings().isEmpty(), fit.toString());
        CircuitFit right = CircuitFitter.fit(Circuit.parse("R0-p(R1,C1)"), z);
        assertEquals(java.util.List.of(), right.findings());
        assertTrue(right.aicc() < fit.aicc());
    }

    @Test
    void wrongCircuitsLeaveDriftingResiduals() {
        CircuitFit fit = CircuitFitter.fit(Circuit.parse("R(QR)"), StudyCells.noisy(0, 0.005, new Random(1)));
        assertTrue(fit.findings().stream().anyMatch(f -> f.kind() == Finding.Kind.RESIDUALS_DRIFT));
    }

    @Test
    void degenerateDataStillGiveAResult() {
        Circuit circuit = StudyCells.CIRCUIT;
        double[] f = {1000, 100, 10};
        CircuitFit fit = CircuitFitter.fit(circuit, circuit.spectrum(f, StudyCells.VALUES[0]));
        assertTrue(fit.degreesOfFreedom() == 1);
        ImpedanceSpectrum flat =
                ImpedanceSpectrum.of(new double[] {1e3, 1e2, 10, 1}, new double[] {5, 5, 5, 5}, new double[4]);
        CircuitFit resistor = CircuitFitter.fit(circuit, flat);
        assertTrue(!resistor.findings().isEmpty(), resistor.toString());
        assertThrows(
                InvalidValueException.class,
                () -> CircuitFitter.fit(circuit, circuit.spectrum(new double[] {10, 1}, StudyCells.VALUES[0])));
    }

    @Test
    void resultsAreSerializable() throws IOException, ClassNotFoundException {
        CircuitFit fit = CircuitFitter.fit(StudyCells.CIRCUIT, StudyCells.noisy(0, 0.005, new Random(1)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(fit);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            CircuitFit copy = (CircuitFit) in.readObject();
            assertArrayEquals(fit.values(), copy.values());
            assertEquals(fit, copy);
        }
    }

    @Test
    void profileIntervalAgreesWithTheLinearOneForAWellPosedFit() {
        CircuitFit fit = CircuitFitter.fit(StudyCells.CIRCUIT, StudyCells.noisy(0, 0.005, new Random(1)));
        for (String name : fit.circuit().parameterNames()) {
            ConfidenceInterval linear = fit.confidenceInterval(name, 0.95);
            ConfidenceInterval profile = fit.profileInterval(name, 0.95);
            double width = linear.upper() - linear.lower();
            assertEquals(linear.lower(), profile.lower(), 0.03 * width, name);
            assertEquals(linear.upper(), profile.upper(), 0.03 * width, name);
        }
    }
}
