package io.github.spinodal.core.peaks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.fixtures.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certified and published peak fits, from the data alone. */
class CertifiedPeaksTest {
    private record Nist(double[] x, double[] y, double[] certified, double[] errors, double sum) {}

    private static Nist nist(String name) throws IOException {
        List<double[]> rows = new ArrayList<>();
        List<double[]> parameters = new ArrayList<>();
        double sum = Double.NaN;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                CertifiedPeaksTest.class.getResourceAsStream("/nist-strd/" + name + ".dat"),
                StandardCharsets.US_ASCII))) {
            List<String> lines = in.lines().toList();
            for (int i = 38; i < lines.size(); i++) {
                String[] words = lines.get(i).trim().split("[\\s=]+");
                if (i < 50 && words[0].matches("b\\d")) {
                    parameters.add(new double[] {Double.parseDouble(words[3]), Double.parseDouble(words[4])});
                } else if (lines.get(i).startsWith("Residual Sum")) {
                    sum = Double.parseDouble(words[words.length - 1]);
                } else if (i >= 60 && words.length == 2) {
                    rows.add(new double[] {Double.parseDouble(words[1]), Double.parseDouble(words[0])});
                }
            }
        }
        return new Nist(column(rows, 0), column(rows, 1), column(parameters, 0), column(parameters, 1), sum);
    }

    private static double[] column(List<double[]> rows, int j) {
        return rows.stream().mapToDouble(r -> r[j]).toArray();
    }

    private static void assertDigits(double digits, double expected, double actual, String what) {
        double error = Math.abs(actual - expected) / Math.abs(expected);
        assertTrue(error <= Math.pow(10, -digits), what + ": " + actual + " against " + expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Gauss1", "Gauss2", "Gauss3"})
    void twoGaussiansOnADecay(String name) throws IOException {
        Nist nist = nist(name);
        PeakFit fit = PeakFitter.of(PeakShape.gauss())
                .withBackground(PeakBackground.exponential())
                .fit(nist.x, nist.y, 2);
        double[] b = nist.certified;
        double[] sd = nist.errors;
        // NIST's width is that of exp(-(x - b4)^2/b5^2): full width = 2 sqrt(ln 2) b5
        double width = 2 * Math.sqrt(Math.log(2));
        List<Measured> background = fit.backgroundParameters();
        for (int j = 0; j < 2; j++) {
            assertDigits(8, b[j], background.get(j).value(), "b" + (j + 1));
            assertDigits(7, sd[j], background.get(j).standardUncertainty(), "sd of b" + (j + 1));
        }
        for (int k = 0; k < 2; k++) {
            FittedPeak peak = fit.peaks().get(k);
            int at = 2 + 3 * k;
            assertDigits(8, b[at], peak.height().value(), "height");
            assertDigits(8, b[at + 1], peak.centre().value(), "centre");
            assertDigits(8, b[at + 2] * width, peak.width().value(), "width");
            assertDigits(7, sd[at], peak.height().standardUncertainty(), "sd of height");
            assertDigits(7, sd[at + 1], peak.centre().standardUncertainty(), "sd of centre");
            assertDigits(7, sd[at + 2] * width, peak.width().standardUncertainty(), "sd of width");
            assertDigits(8, b[at] * b[at + 2] * Math.sqrt(Math.PI), peak.area().value(), "area");
        }
        assertDigits(10, nist.sum, fit.leastSquares().sumOfSquares(), "sum of squares");
        // and the data themselves ask for these two peaks and no third
        PeakFit best = PeakFitter.of(PeakShape.gauss())
                .withBackground(PeakBackground.exponential())
                .fitBest(nist.x, nist.y, 5);
        assertEquals(2, best.peaks().size(), best::toString);
    }

    @Test
    void oneGaussianWithoutBackground() throws IOException {
        Nist nist = nist("Eckerle4");
        PeakFit fit = PeakFitter.of(PeakShape.gauss()).fit(nist.x, nist.y, 1);
        double[] b = nist.certified;
        FittedPeak peak = fit.peaks().get(0);
        // (b1/b2) exp(-((x - b3)/b2)^2/2): area b1 sqrt(2 pi)
        assertDigits(8, b[0] * Math.sqrt(2 * Math.PI), peak.area().value(), "area");
        assertDigits(8, nist.errors[0] * Math.sqrt(2 * Math.PI), peak.area().standardUncertainty(), "sd of area");
        assertDigits(8, b[1] * 2 * Math.sqrt(2 * Math.log(2)), peak.width().value(), "width");
        assertDigits(8, b[2], peak.centre().value(), "centre");
        assertDigits(8, nist.errors[2], peak.centre().standardUncertainty(), "sd of centre");
    }

    private static double[][] columns(String file) throws IOException {
        List<double[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(SharedData.file("spectra/" + file), StandardCharsets.US_ASCII)) {
            if (line.matches("\\s*[-+0-9.].*")) {
                String[] words = line.trim().split("[\\s,]+");
                rows.add(new double[] {Double.parseDouble(words[0]), Double.parseDouble(words[1])});
            }
        }
        return new double[][] {column(rows, 0), column(rows, 1)};
    }

    @Test
    @Tag("shared-data")
    void lmfitTestPeak() throws IOException {
        double[][] data = columns("lmfit_test_peak.dat");
        // values recomputed by an independent Levenberg-Marquardt, seven digits printed
        double sigma = 2 * Math.sqrt(2 * Math.log(2));
        PeakFit gauss = PeakFitter.of(PeakShape.gauss()).fit(data[0], data[1], 1);
        assertEquals(30.31354, gauss.peaks().get(0).area().value(), 6e-6);
        assertEquals(9.242771, gauss.peaks().get(0).centre().value(), 6e-7);
        assertEquals(1.232182, gauss.peaks().get(0).width().value() / sigma, 6e-7);
        assertEquals(29.994316, gauss.leastSquares().sumOfSquares(), 6e-7);
        PeakFit lorentz = PeakFitter.of(PeakShape.lorentz()).fit(data[0], data[1], 1);
        assertEquals(38.97268, lorentz.peaks().get(0).area().value(), 6e-6);
        // one unit of the last digit: the other iteration stopped that far from the optimum
        assertEquals(9.244390, lorentz.peaks().get(0).centre().value(), 1e-6);
        assertEquals(1.154834, lorentz.peaks().get(0).width().value() / 2, 6e-7);
        assertEquals(53.753539, lorentz.leastSquares().sumOfSquares(), 6e-7);
        PeakFit voigt = PeakFitter.of(PeakShape.voigt()).fit(data[0], data[1], 1);
        assertTrue(voigt.leastSquares().sumOfSquares() <= gauss.leastSquares().sumOfSquares(), voigt::toString);
    }

    @Test
    @Tag("shared-data")
    void lmfitGaussModel() throws IOException {
        double[][] data = columns("lmfit_model1d_gauss.dat");
        PeakFit fit = PeakFitter.of(PeakShape.gauss()).fit(data[0], data[1], 1);
        FittedPeak peak = fit.peaks().get(0);
        double sigma = 2 * Math.sqrt(2 * Math.log(2));
        assertEquals(8.880218, peak.area().value(), 6e-7);
        assertEquals(0.113595, peak.area().standardUncertainty(), 6e-7);
        assertEquals(5.658661, peak.centre().value(), 6e-7);
        assertEquals(0.010305, peak.centre().standardUncertainty(), 6e-7);
        assertEquals(0.697655, peak.width().value() / sigma, 6e-7);
        assertEquals(3.408836, fit.leastSquares().sumOfSquares(), 6e-7);
    }
}
