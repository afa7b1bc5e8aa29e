package io.github.spinodal.core.peaks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.cycling.PotentialSweep;
import io.github.spinodal.core.data.Spectrum;
import io.github.spinodal.core.quantity.Length;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.core.structure.AngularError;
import io.github.spinodal.core.structure.CubicReflection;
import io.github.spinodal.core.structure.IndexedLine;
import io.github.spinodal.core.structure.LatticeConstantFit;
import io.github.spinodal.core.structure.Spacing;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PeakAnalysisTest {
    private static final int[][] LTO = {{1, 1, 1}, {3, 1, 1}, {4, 0, 0}, {3, 3, 3}, {4, 4, 0}};

    /** A pattern of spinel with 0.8364 nm, a zero shift, K alpha 2 and counting noise. */
    private static Spectrum pattern(double shift, long seed) {
        int n = 3000;
        double[] x = new double[n];
        double[] y = new double[n];
        Satellite second = Satellite.copperKAlpha2();
        Random random = new Random(seed);
        for (int i = 0; i < n; i++) {
            x[i] = 15 + 0.0175 * i;
            double expected = 60 + 100 * Math.exp(-x[i] / 20);
            for (int[] hkl : LTO) {
                double d = 0.8364 / Math.sqrt(hkl[0] * hkl[0] + hkl[1] * hkl[1] + hkl[2] * hkl[2]);
                double centre = Spacing.braggTwoThetaDegrees(d, Spacing.COPPER_K_ALPHA_1);
                for (int line = 0; line < 2; line++) {
                    double at = (line == 0 ? centre : second.position(centre)) + shift;
                    double u = (x[i] - at) / 0.2;
                    expected += (line == 0 ? 800 : 400) / (1 + 4 * u * u);
                }
            }
            y[i] = Math.max(0, Math.rint(expected + Math.sqrt(expected) * random.nextGaussian()));
        }
        return Spectrum.of(new Spectrum.Axis("2theta", "deg"), x, new Spectrum.Axis("intensity", "counts"), y);
    }

    @Test
    void diffractionLinesGiveTheLatticeConstantDespiteAZeroShift() {
        List<DiffractionPeaks.Line> lines =
                DiffractionPeaks.withWidths(0.1, 0.8).find(pattern(0.05, 3), 6);
        assertEquals(5, lines.size(), lines::toString);
        List<IndexedLine> indexed = new ArrayList<>();
        for (int k = 0; k < 5; k++) {
            DiffractionPeaks.Line line = lines.get(k);
            assertEquals(
                    0.2, line.widthDegrees().value(), 5 * line.widthDegrees().standardUncertainty());
            indexed.add(new IndexedLine(CubicReflection.of(LTO[k][0], LTO[k][1], LTO[k][2]), line.spacingNanometres()));
        }
        LatticeConstantFit plain = LatticeConstantFit.ofMean(indexed);
        LatticeConstantFit shifted = LatticeConstantFit.of(indexed, AngularError.ZERO_SHIFT, Spacing.COPPER_K_ALPHA_1);
        assertEquals(
                0.8364,
                shifted.latticeConstantNanometres().value(),
                4 * shifted.latticeConstantNanometres().standardUncertainty());
        assertEquals(
                -0.05,
                shifted.zeroShiftDegrees().value(),
                4 * shifted.zeroShiftDegrees().standardUncertainty());
        assertTrue(Math.abs(plain.latticeConstantNanometres().value() - 0.8364) > 5e-4);
    }

    @Test
    void scherrerSizes() {
        Measured zero = Measured.of(40, 0.01);
        DiffractionPeaks.Line line = new DiffractionPeaks.Line(
                zero, Measured.of(0.22, 0.001), Measured.of(0.5, 0.02), Measured.of(100, 1), 10);
        // 0.9 * 0.15406/(0.4 degree in radian * cos 20 degree) with beta = sqrt(0.25 - 0.09) = 0.4 degree
        double expected = 0.9 * 0.15406 / (Math.toRadians(0.4) * Math.cos(Math.toRadians(20)));
        Measured size = DiffractionPeaks.scherrerNanometres(line, Measured.exact(0.3));
        assertEquals(expected, size.value(), 1e-12);
        assertEquals(expected * 0.5 * 0.02 / 0.16, size.standardUncertainty(), 1e-12);
        assertThrows(InvalidValueException.class, () -> DiffractionPeaks.scherrerNanometres(line, Measured.exact(0.5)));
    }

    @Test
    void copperSatelliteFollowsBraggsLaw() {
        Satellite second = Satellite.copperKAlpha2();
        double d = 0.2097;
        double first = Spacing.braggTwoThetaDegrees(d, Length.ofNanometres(0.1540593));
        assertEquals(Spacing.braggTwoThetaDegrees(d, Length.ofNanometres(0.1544427)), second.position(first), 1e-10);
        double h = 1e-4;
        assertEquals(
                (second.position(first + h) - second.position(first - h)) / (2 * h), second.positionSlope(first), 1e-8);
    }

    @Test
    void findersSeePeaksAndNotNoise() {
        int falseAlarms = 0;
        for (int t = 0; t < 50; t++) {
            Random random = new Random(t);
            double[] x = new double[1000];
            double[] y = new double[1000];
            for (int i = 0; i < 1000; i++) {
                x[i] = i;
                y[i] = 0.3 * i + random.nextGaussian();
            }
            PeakFinder finder = PeakFinder.between(5, 40);
            falseAlarms += finder.find(x, y).size();
            for (int i = 0; i < 1000; i++) {
                double u = (x[i] - 300) / 5;
                double v = (x[i] - 700) / 12;
                y[i] += 6 * Math.exp(-u * u) + 5 * Math.exp(-v * v);
            }
            List<FoundPeak> found = finder.find(x, y);
            assertEquals(2, found.size(), "trial " + t + " " + found);
            assertEquals(300, found.get(0).centre(), 3);
            assertEquals(700, found.get(1).centre(), 7);
            assertEquals(6, found.get(0).height(), 2.5);
            assertTrue(found.get(1).width() > found.get(0).width());
        }
        assertTrue(falseAlarms <= 1, "false alarms " + falseAlarms);
    }

    @Test
    void findersRejectNonsense() {
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        assertThrows(InvalidValueException.class, () -> PeakFinder.between(0, 1));
        assertThrows(InvalidValueException.class, () -> PeakFinder.between(2, 1));
        assertThrows(InvalidValueException.class, () -> PeakFinder.between(1, 2).withThreshold(0));
        assertThrows(InvalidValueException.class, () -> PeakFinder.between(1, 2).find(x, new double[9]));
        assertThrows(
                InvalidValueException.class,
                () -> PeakFinder.between(1, 2).find(new double[] {1, 2, 3, 4, 5, 6, 7, 7, 9}, x));
        assertThrows(InvalidValueException.class, () -> PeakFinder.between(1, 2).find(new double[4], new double[4]));
        Spectrum.Axis axis = new Spectrum.Axis("energy", "eV");
        Spectrum wrong = Spectrum.of(axis, new double[] {-5, 1, 2}, axis, new double[] {1, 2, 3});
        assertThrows(
                InvalidValueException.class,
                () -> DiffractionPeaks.withWidths(0.1, 1).find(wrong, 5));
    }

    @Test
    void ringsOfAnImageBecomePeaks() {
        // the study's diameters, 0.02 per nm and pixel of diameter
        double[] diameters = {4.167, 8.032, 9.893};
        double calibration = 0.05;
        double[][] image = new double[501][521];
        Random random = new Random(1);
        for (int i = 0; i < 501; i++) {
            for (int j = 0; j < 521; j++) {
                double diameter = Math.hypot(j - 260.3, i - 249.8) * calibration;
                image[i][j] = 200 * Math.exp(-diameter / 3) + 5 * random.nextGaussian();
                for (double d : diameters) {
                    double u = (diameter - d) / 0.12;
                    image[i][j] += 40 * Math.exp(-u * u);
                }
            }
        }
        Spectrum profile = RingProfile.of(image, 260.3, 249.8, calibration).between(3, 11);
        PeakFit fit = PeakFitter.of(PeakShape.gauss())
                .withBackground(PeakBackground.exponential())
                .fit(profile, 3);
        for (int k = 0; k < 3; k++) {
            Measured diameter = fit.peaks().get(k).centre();
            assertEquals(diameters[k], diameter.value(), 0.005);
            assertEquals(2 / diameters[k], Spacing.ringNanometres(diameter).value(), 1e-3);
        }
        assertThrows(InvalidValueException.class, () -> RingProfile.of(image, -1, 10, 1));
        assertThrows(InvalidValueException.class, () -> RingProfile.of(image, 10, 10, 0));
        assertThrows(
                InvalidValueException.class, () -> RingProfile.of(new double[][] {{1, 2, 3}, {1}, {1, 2, 3}}, 1, 1, 1));
        image[3][4] = Double.NaN;
        assertThrows(InvalidValueException.class, () -> RingProfile.of(image, 260, 250, 1));
    }

    @Test
    void aRadialFunctionIsReproduced() {
        double[][] image = new double[61][61];
        for (int i = 0; i < 61; i++) {
            for (int j = 0; j < 61; j++) {
                image[i][j] = 7 + 2 * Math.hypot(j - 30, i - 30);
            }
        }
        Spectrum profile = RingProfile.of(image, 30, 30, 2);
        assertEquals(31, profile.size());
        assertEquals(7, profile.intensity(0), 0.6);
        for (int k = 1; k < 31; k++) {
            assertEquals(2.0 * k, profile.x(k), 1e-12);
            assertEquals(7 + 2 * k, profile.intensity(k), 0.25, "radius " + k);
        }
    }

    @Test
    void photoemissionAxisAndComposition() {
        Spectrum kinetic = Spectrum.of(
                new Spectrum.Axis("kinetic energy", "eV"),
                new double[] {770, 771, 772},
                new Spectrum.Axis("counts", ""),
                new double[] {1, 5, 2});
        Spectrum binding = Photoemission.bindingEnergies(kinetic, 1486.68, 4.5);
        assertEquals(710.18, binding.x(0), 1e-9);
        assertEquals(2, binding.intensity(0));
        assertEquals("binding energy (eV)", binding.axis().toString());
        Spectrum corrected = Photoemission.chargeCorrected(binding, 286.1, Photoemission.ADVENTITIOUS_CARBON_EV);
        assertEquals(710.18 - 1.3, corrected.x(0), 1e-9);
        List<Measured> fractions = Photoemission.composition(List.of(Measured.of(300, 3), Measured.of(100, 2)), 3, 0.5);
        assertEquals(1 / 3.0, fractions.get(0).value(), 1e-12);
        assertEquals(2 / 3.0, fractions.get(1).value(), 1e-12);
        // n1 = 100 +- 1, n2 = 200 +- 4: u = sqrt((200 * 1)^2 + (100 * 4)^2)/300^2
        assertEquals(Math.hypot(200, 400) / 90000, fractions.get(0).standardUncertainty(), 1e-12);
        assertEquals(fractions.get(0).standardUncertainty(), fractions.get(1).standardUncertainty(), 1e-12);
        assertThrows(InvalidValueException.class, () -> Photoemission.composition(List.of(), new double[0]));
        assertThrows(InvalidValueException.class, () -> Photoemission.composition(List.of(Measured.of(1, 0)), 0));
        assertThrows(InvalidValueException.class, () -> Photoemission.bindingEnergies(kinetic, 0, 0));
    }

    private static PotentialSweep cathodic(int cycle, boolean withOxide, double shift, long seed) {
        int n = 800;
        double[] e = new double[n];
        double[] current = new double[n];
        Random random = new Random(seed);
        for (int i = 0; i < n; i++) {
            e[i] = 2.5 - 2.4 * i / (n - 1);
            double u = (e[i] - 1.45 - shift) / 0.06;
            double v = (e[i] - 0.95) / 0.08;
            current[i] = -1e-5
                    * (0.2
                            + 0.1 * (2.5 - e[i])
                            + 3 * Math.exp(-u * u)
                            + (withOxide ? Math.exp(-v * v) : 0)
                            + 0.03 * random.nextGaussian());
        }
        return PotentialSweep.of(cycle, PotentialSweep.Direction.CATHODIC, 0, e, current);
    }

    @Test
    void theReductionOfTheOxideVanishesInTheSecondCycle() {
        VoltammetricPeaks peaks = VoltammetricPeaks.withDefaults();
        List<VoltammetricPeak> first = peaks.find(cathodic(1, true, 0, 1));
        List<VoltammetricPeak> second = peaks.find(cathodic(2, false, 0, 2));
        assertEquals(2, first.size(), first::toString);
        assertEquals(1, second.size(), second::toString);
        assertEquals(0.95, first.get(0).potentialVolt().value(), 0.03);
        assertEquals(1.45, first.get(1).potentialVolt().value(), 0.01);
        assertEquals(-3e-5, first.get(1).currentAmpere().value(), 2e-6);
        List<PeakChange> changes = peaks.compare(first, second);
        assertEquals(PeakChange.Verdict.KEPT, changes.get(0).verdict());
        assertEquals(PeakChange.Verdict.GONE, changes.get(1).verdict());
        assertEquals(2, changes.size());
        List<PeakChange> back = peaks.compare(second, first);
        assertEquals(PeakChange.Verdict.NEW, back.get(1).verdict());
        List<PeakChange> shifted = peaks.compare(second, peaks.find(cathodic(3, false, 0.03, 3)));
        assertEquals(PeakChange.Verdict.SHIFTED, shifted.get(0).verdict());
        assertTrue(shifted.get(0).shiftSignificance() > 3);
        assertEquals(
                2,
                peaks.withMatching(0.001, 0.01)
                        .compare(second, peaks.find(cathodic(3, false, 0.03, 3)))
                        .size());
    }

    @Test
    void voltammetryRejectsNonsense() {
        PotentialSweep few = PotentialSweep.of(
                1, PotentialSweep.Direction.ANODIC, 0, new double[] {0, 1, 2}, new double[] {0, 1, 2});
        assertThrows(
                InvalidValueException.class,
                () -> VoltammetricPeaks.withDefaults().find(few));
        PotentialSweep still = PotentialSweep.of(1, PotentialSweep.Direction.ANODIC, 0, new double[30], new double[30]);
        assertThrows(
                InvalidValueException.class,
                () -> VoltammetricPeaks.withDefaults().find(still));
        double[] e = new double[30];
        for (int i = 0; i < 30; i++) {
            e[i] = i;
        }
        PotentialSweep flat = PotentialSweep.of(1, PotentialSweep.Direction.ANODIC, 0, e, new double[30]);
        assertTrue(VoltammetricPeaks.withDefaults().find(flat).isEmpty());
        assertThrows(
                InvalidValueException.class,
                () -> VoltammetricPeaks.withDefaults().withLimits(0, 0.1));
        assertThrows(
                InvalidValueException.class,
                () -> VoltammetricPeaks.withDefaults().withMatching(0, 0));
    }
}
