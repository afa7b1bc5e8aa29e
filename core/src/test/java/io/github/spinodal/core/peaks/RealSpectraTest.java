package io.github.spinodal.core.peaks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.data.Spectrum;
import io.github.spinodal.core.fit.LeastSquares;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.core.spectra.SpectrumFiles;
import io.github.spinodal.fixtures.SharedData;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Measured spectra with known or published answers. */
@Tag("shared-data")
class RealSpectraTest {
    private static List<Spectrum> read(String file) throws IOException {
        return SpectrumFiles.read(SharedData.file("spectra/" + file)).items().stream()
                .map(Spectrum::rising)
                .toList();
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = a.clone();
        for (int i = 0; i < a.length; i++) {
            difference[i] -= b[i];
        }
        return difference;
    }

    /** Spin-orbit splitting of Pt 4f 3.33 eV, areas 4:3 by the degeneracies 8 and 6. */
    @Test
    void platinumDoublet() throws IOException {
        Spectrum kinetic = read("xps_kherve_Pt4f.vms").get(0);
        Spectrum window = Photoemission.bindingEnergies(kinetic, 1486.68, 0).between(67, 81);
        double[] x = window.x();
        double[] y = minus(window.intensity(), Baselines.shirley(x, window.intensity(), 5));
        PeakShape shape = PeakShape.split(PeakShape.pseudoVoigt());
        PeakFit free = PeakFitter.of(shape).withWidths(PeakWidths.SHARED).fit(x, y, 2);
        FittedPeak first = free.peaks().get(0);
        FittedPeak second = free.peaks().get(1);
        Measured separation = second.centre().minus(first.centre());
        assertEquals(3.33, separation.value(), 0.05, free::toString);
        assertTrue(separation.standardUncertainty() < 0.02);
        assertEquals(71.0, first.centre().value(), 0.2);
        // Shirley's background leaves a few per cent
        assertEquals(4 / 3.0, first.area().value() / second.area().value(), 0.05);
        // with the ratio held at 4:3: parameters are height, centre, width, share, skew of each peak
        LeastSquares tied = LeastSquares.withDefaults().withTie(5, 0, 0.75, 0);
        PeakFit held = PeakFitter.of(shape)
                .withWidths(PeakWidths.SHARED)
                .withLeastSquares(tied)
                .fitFrom(x, y, List.of(new PeakGuess(shape, 71, 1), new PeakGuess(shape, 74.3, 1)));
        assertEquals(
                4 / 3.0,
                held.peaks().get(0).area().value() / held.peaks().get(1).area().value(),
                1e-9);
        assertEquals(
                3.33,
                held.peaks().get(1).centre().minus(held.peaks().get(0).centre()).value(),
                0.05);
        assertTrue(
                held.leastSquares().sumOfSquares() < 1.1 * free.leastSquares().sumOfSquares());
    }

    /**
     * The fit of Fe 2p that CasaXPS exported: two LF and two SGL(30) components on a Tougaard background. The formula of LF
     * is unpublished, so its curve is taken from the export; background, data and window (699.85 to 749.05 eV) are those of
     * the export. CasaXPS's optimum lies on two of its bounds, position 716.00 eV and width 8 eV of the second component;
     * with these held, unweighted least squares gives its figures.
     */
    @Test
    void ironFitOfCasaXps() throws IOException {
        List<Spectrum> columns = read("xps_FeO_analyzed_lineshapes_cols.txt");
        double[] all = columns.get(0).x();
        double[] background = columns.get(5).intensity();
        PeakShape first = tabulated(all, minus(columns.get(1).intensity(), background), 709.05, 3.86);
        PeakShape third = tabulated(all, minus(columns.get(3).intensity(), background), 722.13, 4.87);
        PeakShape sgl = PeakShape.sumGaussLorentz(30);
        Spectrum data = columns.get(0).between(699.85, 749.051);
        Spectrum envelope = columns.get(6).between(699.85, 749.051);
        double[] x = data.x();
        double[] theirs = minus(envelope.intensity(), data.intensity());
        double sum = 0;
        for (double r : theirs) {
            sum += r * r;
        }
        double[] y =
                minus(data.intensity(), columns.get(5).between(699.85, 749.051).intensity());
        List<PeakGuess> guesses = List.of(
                new PeakGuess(first, 709.0, 4),
                new PeakGuess(sgl, 716.0, 8),
                new PeakGuess(third, 722.0, 5),
                new PeakGuess(sgl, 730.0, 8));
        PeakFit fit = PeakFitter.of(sgl)
                .withLeastSquares(LeastSquares.withDefaults().withFixed(4, 5))
                .fitFrom(x, y, guesses);
        assertEquals(sum, fit.leastSquares().sumOfSquares(), 1e-5 * sum, fit::toString);
        double[] positions = {709.05, 716.00, 722.13, 729.89};
        double[] widths = {3.86, 8.00, 4.87, 7.83};
        double[] areas = {63507.37, 35837.06, 49042.13, 17705.16};
        for (int k = 0; k < 4; k++) {
            FittedPeak peak = fit.peaks().get(k);
            // their two decimals, and a tenth of the standard error along the flat valley of the last component
            double u = peak.centre().standardUncertainty();
            assertEquals(positions[k], peak.centre().value(), 0.005 + 0.2 * u, "position " + k);
            assertEquals(
                    widths[k], peak.width().value(), 0.005 + 0.2 * peak.width().standardUncertainty(), "width " + k);
            // areas of the exported curves end with the export
            assertEquals(areas[k], peak.area().value(), 0.02 * areas[k], "area " + k);
        }
        PeakFit unbounded = PeakFitter.of(sgl).fitFrom(x, y, guesses);
        assertTrue(unbounded.leastSquares().sumOfSquares() < 0.985 * sum, unbounded::toString);
    }

    private static PeakShape tabulated(double[] x, double[] curve, double position, double width) {
        double height = 0;
        double[] u = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            u[i] = (x[i] - position) / width;
            if (i > 0 && u[i - 1] <= 0 && u[i] > 0) {
                height = curve[i - 1] - u[i - 1] / (u[i] - u[i - 1]) * (curve[i] - curve[i - 1]);
            }
        }
        double[] value = curve.clone();
        for (int i = 0; i < value.length; i++) {
            value[i] /= height;
        }
        return PeakShape.tabulated("LF(0.54,10,80,100,6)", u, value);
    }

    /** The symmetric components of that export are our SGL(30). */
    @Test
    void casaXpsSumShape() throws IOException {
        List<Spectrum> columns = read("xps_FeO_analyzed_lineshapes_cols.txt");
        double[] y = minus(columns.get(2).intensity(), columns.get(5).intensity());
        PeakFit fit = PeakFitter.of(PeakShape.pseudoVoigt()).fit(columns.get(2).x(), y, 1);
        FittedPeak peak = fit.peaks().get(0);
        assertEquals(0.30, peak.shapeParameters().get(0).value(), 3e-4);
        assertEquals(716.00, peak.centre().value(), 1e-4);
        assertEquals(8.00, peak.width().value(), 3e-3);
        assertEquals(35837.06, peak.area().value(), 1e-3 * 35837);
        // seven digits of the file: residuals far below a count per second
        assertTrue(fit.leastSquares().residualStandardDeviation() < 0.2, fit::toString);
    }

    @Test
    void diffractionPatternOfAnEmpyrean() throws IOException {
        Spectrum pattern = read("xrd_datalab_CG20396_jdb12-1.xrdml").get(0).between(25, 80);
        List<DiffractionPeaks.Line> lines =
                DiffractionPeaks.withWidths(0.06, 0.6).find(pattern, 30);
        assertTrue(lines.size() >= 12, lines::toString);
        for (DiffractionPeaks.Line line : lines) {
            // one instrument, one sample: about 0.1 degrees everywhere, positions to a few thousandths
            assertEquals(0.1, line.widthDegrees().value(), 0.04, line::toString);
            assertTrue(line.twoThetaDegrees().standardUncertainty() < 0.004, line::toString);
        }
        // strongest line, K alpha 1
        DiffractionPeaks.Line strongest = lines.stream()
                .max(java.util.Comparator.comparingDouble(l -> l.height().value()))
                .orElseThrow();
        assertEquals(41.669, strongest.twoThetaDegrees().value(), 0.003);
    }

    @Test
    void graphiteBandOfARamanSpectrum() throws IOException {
        Spectrum raman = read("raman_datalab_renishaw.txt").get(0);
        List<FoundPeak> found = PeakFinder.between(8, 120).find(raman.x(), raman.intensity());
        FoundPeak strongest = found.stream()
                .max(java.util.Comparator.comparingDouble(FoundPeak::height))
                .orElseThrow();
        // the file's maximum is at 1581.73
        assertEquals(1581.73, strongest.centre(), 4);
        assertTrue(found.stream().anyMatch(p -> Math.abs(p.centre() - 1330) < 20), "the D band");
    }
}
