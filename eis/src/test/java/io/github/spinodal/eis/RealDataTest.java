package io.github.spinodal.eis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.fit.ConfidenceInterval;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.eis.io.SpectrumFiles;
import io.github.spinodal.fixtures.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fits of published real data whose optimum is known from an independent solver. */
@Tag("shared-data")
class RealDataTest {
    /** The first 57 rows have Im Z < 0; the inductive rest is left out, as in impedance.py's documentation. */
    static ImpedanceSpectrum exampleData() throws IOException {
        List<double[]> rows = new ArrayList<>();
        for (String line :
                Files.readAllLines(SharedData.file("eis/impedance-py/exampleData.csv"), StandardCharsets.US_ASCII)) {
            String[] cells = line.split(",");
            double[] row = {Double.parseDouble(cells[0]), Double.parseDouble(cells[1]), Double.parseDouble(cells[2])};
            if (row[2] < 0) {
                rows.add(row);
            }
        }
        double[][] columns = new double[3][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int c = 0; c < 3; c++) {
                columns[c][i] = rows.get(i)[c];
            }
        }
        return ImpedanceSpectrum.sorted(columns[0], columns[1], columns[2]);
    }

    @Test
    void exampleDataReachesTheTrueOptimumWithoutAStart() throws IOException {
        ImpedanceSpectrum z = exampleData();
        assertEquals(57, z.size());
        CircuitFit fit = CircuitFitter.withDefaults()
                .withWeighting(Weighting.UNIT)
                .solve(Circuit.parse("R0-p(R1,C1)-p(R2-Wo1,C2)"), z);
        // Optimum by an independent solver; impedance.py documents 1.943e-5.
        assertEquals(1.40314e-5, fit.sumOfSquares(), 5e-11);
        double[] optimum = {1.65051e-2, 5.33585e-3, 0.220391, 9.14548e-3, 0.140009, 1262.2, 2.76531};
        double[] relative = {1e-5, 1e-5, 1e-5, 1e-5, 1e-4, 1e-4, 1e-5};
        double[] values = fit.values();
        for (int k = 0; k < optimum.length; k++) {
            assertEquals(
                    optimum[k],
                    values[k],
                    relative[k] * optimum[k],
                    fit.circuit().parameterNames().get(k));
        }
    }

    @Test
    void exampleDataDoesNotDetermineTheDiffusionTime() throws IOException {
        ImpedanceSpectrum z = exampleData();
        CircuitFit finite = CircuitFitter.fit(Circuit.parse("R0-p(R1,C1)-p(R2-Wo1,C2)"), z);
        // Modulus weights: sum of squares, and the profile bound, by an independent solver.
        assertEquals(1.838793e-2, finite.sumOfSquares(), 1e-8);
        ConfidenceInterval tau = finite.profileInterval("Wo1.tau", 0.95);
        assertEquals(581, tau.lower(), 6);
        assertEquals(Double.POSITIVE_INFINITY, tau.upper());
        CircuitFit infinite = CircuitFitter.fit(Circuit.parse("R0-p(R1,C1)-p(R2-W1,C2)"), z);
        assertEquals(-2.1, infinite.aicc() - finite.aicc(), 0.05);
        Measured sigma = infinite.warburgSigma();
        assertEquals(2.793e-3, sigma.value(), 5e-7);
        assertEquals(0.011, sigma.relativeUncertainty(), 5e-4);
        assertTrue(finite.findings().stream().anyMatch(f -> f.kind() == Finding.Kind.DIFFUSION_LENGTH_OUT_OF_REACH));
    }

    /** impedance.py's dummy cells, R-RC; start values of its documentation are not needed. */
    @Test
    void dummyCellsAreRecovered() throws IOException {
        // Values by impedance.py's documentation: 29.1, 46.7 ohm, 10.4 uF / 150, 502, 31.2 nF / 1510, 4630, 20.2 nF.
        double[][] documented = {{29.1, 46.7, 10.4e-6}, {150, 502, 31.2e-9}, {1510, 4630, 20.2e-9}};
        for (int cell = 0; cell < 3; cell++) {
            for (int repeat = 1; repeat <= 2; repeat++) {
                ImpedanceSpectrum z = zplot("eis/impedance-py/Circuit" + (cell + 1) + "_EIS_" + repeat + ".z");
                CircuitFit fit = CircuitFitter.fit(Circuit.parse("R0-p(R1,C1)"), z);
                double[] tolerance = new double[3];
                for (int k = 0; k < 3; k++) {
                    tolerance[k] = 0.03 * documented[cell][k];
                    assertEquals(documented[cell][k], fit.values()[k], tolerance[k], "cell " + cell + " p" + k);
                }
            }
        }
    }

    private static ImpedanceSpectrum zplot(String name) throws IOException {
        List<double[]> rows = new ArrayList<>();
        boolean data = false;
        for (String line : Files.readAllLines(SharedData.file(name), StandardCharsets.ISO_8859_1)) {
            if (data && !line.isBlank()) {
                String[] cells = line.trim().split("[\\s,]+");
                rows.add(new double[] {
                    Double.parseDouble(cells[0]), Double.parseDouble(cells[4]), Double.parseDouble(cells[5])
                });
            }
            data |= line.contains("End Comments");
        }
        double[][] columns = new double[3][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int c = 0; c < 3; c++) {
                columns[c][i] = rows.get(i)[c];
            }
        }
        return ImpedanceSpectrum.sorted(columns[0], columns[1], columns[2]);
    }

    @Test
    void exampleDataCannotTellTheEndOfTheDiffusionLayer() throws IOException {
        CircuitFit finite = CircuitFitter.withDefaults()
                .withWeighting(Weighting.UNIT)
                .solve(Circuit.parse("R0-p(R1,C1)-p(R2-Wo1,C2)"), exampleData());
        DiffusionComparison comparison = DiffusionComparison.of(finite);
        assertEquals(DiffusionComparison.Verdict.INFINITE, comparison.verdict());
        assertEquals(1.5, comparison.blocking().aicc() - comparison.infinite().aicc(), 0.05);
        assertEquals(2.787e-3, comparison.sigma().value(), 1e-6);
    }

    /** Optimum by an independent solver, 0.003 % rms; the file's own fit leaves 0.169 %. */
    @Test
    void zahnersBatteryReachesTheTrueOptimumWithoutAStart() throws IOException {
        ImpedanceSpectrum z = SpectrumFiles.read(SharedData.file("eis/zahner/li-ion-battery.ism"))
                .single();
        assertEquals(128, z.size());
        CircuitFit fit = CircuitFitter.fit(Circuit.parse("p(Wo0-R0,C0)-R1-p(R2,CPE0)-L0"), z);
        // Zahner's finite diffusion: W/sqrt(s) coth(sqrt(s/k)), W = 0.040602 ohm s^-1/2, k = 0.0014054 1/s; so tau =
        // 1/k and
        // sigma = W/sqrt(2).
        double[] optimum = {
            0.040602 / Math.sqrt(0.0014054),
            1 / 0.0014054,
            3.5308e-3,
            0.05616,
            0.027034,
            0.035948,
            0.69047,
            0.73383,
            7.9762e-7
        };
        double[] values = fit.values();
        for (int k = 0; k < optimum.length; k++) {
            assertEquals(
                    optimum[k],
                    values[k],
                    2e-3 * optimum[k],
                    fit.circuit().parameterNames().get(k));
        }
        assertEquals(0.040602 / Math.sqrt(2), fit.warburgSigma().value(), 1e-5);
        assertEquals(3e-5, Math.sqrt(fit.sumOfSquares() / 256), 5e-6);
    }

    @Test
    void arcsKeepTheirOrder() throws IOException {
        CircuitFit fit = CircuitFitter.fit(Circuit.parse("R0-p(R1,C1)-p(R2,C2)"), exampleData());
        double[] v = fit.values();
        assertTrue(v[1] * v[2] < v[3] * v[4]);
        double[] swapped = {v[0], v[3], v[4], v[1], v[2]};
        CircuitFit again = CircuitFitter.withDefaults().withStart(swapped).solve(fit.circuit(), exampleData());
        assertArrayEquals(v, again.values(), 1e-6);
    }
}
