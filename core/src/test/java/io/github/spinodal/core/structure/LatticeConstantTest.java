package io.github.spinodal.core.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.quantity.Length;
import io.github.spinodal.core.quantity.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LatticeConstantTest {
    private static final Length COPPER = Spacing.COPPER_K_ALPHA_1;

    @Test
    void reproducesTableS1() {
        // lambda/(2 sin theta) by hand, four digits; the study prints 0.484, 0.252, 0.209, 0.161, 0.148.
        double[] expected = {0.4855, 0.2531, 0.2097, 0.1611, 0.1481};
        List<StudyDiffraction.Row> rows = StudyDiffraction.tableS1();
        for (int i = 0; i < 5; i++) {
            Measured spacing = Spacing.braggNanometres(rows.get(i).position(), COPPER);
            assertEquals(expected[i], spacing.value(), 5e-5);
            assertEquals(rows.get(i).printedNanometres(), spacing.value(), 0.0016);
            assertEquals(rows.get(i).position().value(), Spacing.braggTwoThetaDegrees(spacing.value(), COPPER), 1e-12);
        }
        assertEquals("(333)/(511)", rows.get(3).reflection().toString());
    }

    @Test
    void reproducesTableS2() {
        double[] expected = {0.480, 0.249, 0.202, 0.162, 0.146};
        List<StudyDiffraction.Row> rows = StudyDiffraction.tableS2();
        for (int i = 0; i < 5; i++) {
            Measured spacing = Spacing.ringNanometres(rows.get(i).position());
            assertEquals(expected[i], spacing.value(), 5e-4);
            assertEquals(rows.get(i).printedNanometres(), spacing.value(), 5e-4);
            assertEquals(0.05, spacing.relativeUncertainty(), 1e-12);
        }
    }

    @Test
    void propagatesTheAngleIntoTheSpacing() {
        // sin 30 degrees: d = lambda; d(d)/d(2 theta) = -d cot(theta)/2.
        Measured spacing = Spacing.braggNanometres(Measured.of(60, 0.1), COPPER);
        assertEquals(0.15406, spacing.value(), 1e-15);
        assertEquals(0.15406 * Math.sqrt(3) / 2 * Math.toRadians(0.1), spacing.standardUncertainty(), 1e-15);
        assertThrows(InvalidValueException.class, () -> Spacing.braggNanometres(Measured.exact(0), COPPER));
        assertThrows(InvalidValueException.class, () -> Spacing.braggNanometres(Measured.exact(180), COPPER));
        assertThrows(InvalidValueException.class, () -> Spacing.braggTwoThetaDegrees(0.07, COPPER));
        assertThrows(InvalidValueException.class, () -> Spacing.ringNanometres(Measured.exact(0)));
        assertThrows(InvalidValueException.class, () -> Spacing.ringNanometres(Measured.of(-1, 0.1)));
    }

    @Test
    void weighsALatticeConstantByInverseVariance() {
        List<IndexedLine> lines = List.of(
                new IndexedLine(CubicReflection.of(1, 0, 0), Measured.of(1.0, 0.1)),
                new IndexedLine(CubicReflection.of(2, 0, 0), Measured.of(0.65, 0.1)));
        // Constants 1.0 +- 0.1 and 1.3 +- 0.2: mean 1.06, uncertainty 0.2/sqrt 5, chi-square 0.09/0.05.
        LatticeConstantFit fit = LatticeConstantFit.ofMean(lines);
        assertEquals(1.06, fit.latticeConstantNanometres().value(), 1e-14);
        assertEquals(0.2 / Math.sqrt(5), fit.latticeConstantNanometres().standardUncertainty(), 1e-14);
        assertEquals(1.8, fit.chiSquared(), 1e-12);
        assertEquals(1, fit.degreesOfFreedom());
        assertEquals(-0.6, fit.standardizedResiduals().get(0), 1e-12);
        assertEquals(1.2, fit.standardizedResiduals().get(1), 1e-12);
        assertEquals(0, fit.errorSize().value());
        assertEquals(
                "a = 1.060 ± 0.089 nm, NONE = 0.0 (exact), chi-squared 1.80 for 1 degrees of freedom", fit.toString());
    }

    private static List<IndexedLine> pattern(double constant, double displacement, double zeroRadian) {
        List<IndexedLine> lines = new ArrayList<>();
        for (CubicReflection reflection : CubicLattice.SPINEL.reflections(48)) {
            double spacing = constant / Math.sqrt(reflection.sumOfSquares());
            double twoTheta = Math.toRadians(Spacing.braggTwoThetaDegrees(spacing, COPPER));
            double observed = twoTheta - 2 * displacement * Math.cos(twoTheta / 2) - zeroRadian;
            lines.add(IndexedLine.ofBragg(reflection, Measured.of(Math.toDegrees(observed), 0.005), COPPER));
        }
        return lines;
    }

    @Test
    void recoversASampleDisplacement() {
        // 100 um low on a goniometer of 185 mm; second order in s/R is all that may be missed.
        LatticeConstantFit fit =
                LatticeConstantFit.of(pattern(0.8359, 0.1 / 185, 0), AngularError.SAMPLE_DISPLACEMENT, COPPER);
        assertEquals(0.8359, fit.latticeConstantNanometres().value(), 5e-6);
        assertEquals(100, fit.displacementMicrometres(Length.ofMillimetres(185)).value(), 1.0);
        assertTrue(fit.chiSquared() < 1);
        assertThrows(InvalidValueException.class, fit::zeroShiftDegrees);
        LatticeConstantFit mean = LatticeConstantFit.ofMean(pattern(0.8359, 0.1 / 185, 0));
        assertTrue(mean.chiSquared() > 100);
    }

    @Test
    void recoversAZeroShift() {
        LatticeConstantFit fit =
                LatticeConstantFit.of(pattern(0.8359, 0, Math.toRadians(0.1)), AngularError.ZERO_SHIFT, COPPER);
        assertEquals(0.8359, fit.latticeConstantNanometres().value(), 5e-6);
        assertEquals(0.1, fit.zeroShiftDegrees().value(), 2e-3);
        assertThrows(InvalidValueException.class, () -> fit.displacementMicrometres(Length.ofMillimetres(185)));
    }

    @Test
    void statesTheScatterThatNoiseCauses() {
        // 400 noisy patterns with a fixed seed: spread over stated uncertainty within 12 % (three of its own errors).
        Random random = new Random(4);
        double sumConstant = 0;
        double sumError = 0;
        for (int repeat = 0; repeat < 400; repeat++) {
            List<IndexedLine> noisy = new ArrayList<>();
            for (IndexedLine line : pattern(0.8359, 2e-4, 0)) {
                Measured d = line.spacingNanometres();
                noisy.add(new IndexedLine(
                        line.reflection(),
                        Measured.of(
                                d.value() + d.standardUncertainty() * random.nextGaussian(), d.standardUncertainty())));
            }
            LatticeConstantFit fit = LatticeConstantFit.of(noisy, AngularError.SAMPLE_DISPLACEMENT, COPPER);
            Measured constant = fit.latticeConstantNanometres();
            sumConstant += Math.pow((constant.value() - 0.8359) / constant.standardUncertainty(), 2);
            sumError +=
                    Math.pow((fit.errorSize().value() - 2e-4) / fit.errorSize().standardUncertainty(), 2);
        }
        assertEquals(1, Math.sqrt(sumConstant / 400), 0.12);
        assertEquals(1, Math.sqrt(sumError / 400), 0.12);
    }

    @Test
    void fitsTheStudysDriftAsADisplacement() {
        List<IndexedLine> lines = StudyDiffraction.tableS1().stream()
                .map(row -> IndexedLine.ofBragg(row.reflection(), row.position(), COPPER))
                .toList();
        // The constants fall from 0.841 to 0.838 nm with angle.
        assertEquals(0.8408, lines.get(0).latticeConstantNanometres().value(), 5e-5);
        assertEquals(0.8378, lines.get(4).latticeConstantNanometres().value(), 5e-5);
        LatticeConstantFit mean = LatticeConstantFit.ofMean(lines);
        LatticeConstantFit displaced = LatticeConstantFit.of(lines, AngularError.SAMPLE_DISPLACEMENT, COPPER);
        assertTrue(displaced.chiSquared() < mean.chiSquared() / 2);
        // JCPDS 49-0207 has 0.8359 nm.
        assertEquals(0.836, displaced.latticeConstantNanometres().value(), 0.0015);
        assertTrue(displaced.errorSize().value() > 0);
    }

    @Test
    void indexesASpinelWithoutBeingTold() {
        List<Measured> spacings = StudyDiffraction.tableS1().stream()
                .map(row -> Spacing.braggNanometres(Measured.of(row.position().value(), 0.1), COPPER))
                .toList();
        CubicIndexing best =
                CubicIndexing.solutions(spacings, CubicLattice.SPINEL).get(0);
        assertEquals(
                List.of("(111)", "(311)", "(400)", "(333)/(511)", "(440)"),
                best.lines().stream().map(line -> line.reflection().toString()).toList());
        // Nine spinel reflections up to (440): 3 8 11 12 16 19 24 27 32.
        assertEquals(5.0 / 9, best.observedShare(), 1e-15);
        assertEquals(0.838, best.latticeConstantNanometres().value(), 0.002);
        assertEquals(CubicLattice.SPINEL, best.lattice());
        assertEquals(LatticeConstantFit.ofMean(best.lines()).chiSquared(), best.chiSquared());
    }

    @Test
    void indexesEveryLatticeFromAFullPattern() {
        for (CubicLattice lattice : CubicLattice.values()) {
            List<Measured> spacings = lattice.reflections(30).stream()
                    .map(reflection -> Measured.of(0.4 / Math.sqrt(reflection.sumOfSquares()), 1e-4))
                    .toList();
            List<CubicIndexing> solutions = CubicIndexing.solutions(spacings, lattice);
            assertEquals(1, solutions.get(0).observedShare(), lattice::toString);
            assertEquals(0.4, solutions.get(0).latticeConstantNanometres().value(), 1e-12);
            for (int i = 1; i < solutions.size(); i++) {
                CubicIndexing before = solutions.get(i - 1);
                assertTrue(before.observedShare() > solutions.get(i).observedShare()
                        || (before.observedShare() == solutions.get(i).observedShare()
                                && before.chiSquared() <= solutions.get(i).chiSquared()));
            }
        }
    }

    @Test
    void refusesToIndexWhatIsNotCubic() {
        // A hexagonal cell, a = 0.3, c = 0.49: (100), (002), (101), (102), (110).
        double a = 2 / (Math.sqrt(3) * 0.3);
        List<Measured> spacings = new ArrayList<>();
        for (double q :
                new double[] {a, 2 / 0.49, Math.hypot(a, 1 / 0.49), Math.hypot(a, 2 / 0.49), a * Math.sqrt(3)}) {
            spacings.add(Measured.of(1 / q, 1e-5));
        }
        assertTrue(CubicIndexing.solutions(spacings, CubicLattice.FACE_CENTRED).isEmpty());
    }

    @Test
    void refusesBadInput() {
        Measured one = Measured.of(0.5, 0.01);
        Measured two = Measured.of(0.4, 0.01);
        CubicLattice lattice = CubicLattice.PRIMITIVE;
        assertThrows(InvalidValueException.class, () -> CubicIndexing.solutions(List.of(one), lattice));
        assertThrows(InvalidValueException.class, () -> CubicIndexing.solutions(List.of(two, one), lattice));
        assertThrows(InvalidValueException.class, () -> CubicIndexing.solutions(List.of(one, one), lattice));
        assertThrows(
                InvalidValueException.class, () -> CubicIndexing.solutions(List.of(one, Measured.exact(0.4)), lattice));
        assertThrows(
                InvalidValueException.class,
                () -> CubicIndexing.solutions(List.of(one, Measured.of(-0.4, 0.1)), lattice));
        CubicReflection planes = CubicReflection.of(1, 0, 0);
        assertThrows(InvalidValueException.class, () -> new IndexedLine(planes, Measured.of(0, 1)));
        IndexedLine line = new IndexedLine(planes, one);
        assertThrows(InvalidValueException.class, () -> LatticeConstantFit.ofMean(List.of()));
        assertThrows(
                InvalidValueException.class,
                () -> LatticeConstantFit.ofMean(List.of(new IndexedLine(planes, Measured.exact(1)))));
        for (AngularError error : List.of(AngularError.SAMPLE_DISPLACEMENT, AngularError.ZERO_SHIFT)) {
            assertThrows(InvalidValueException.class, () -> LatticeConstantFit.of(List.of(line), error, COPPER));
            assertThrows(InvalidValueException.class, () -> LatticeConstantFit.of(List.of(line, line), error, COPPER));
            assertThrows(
                    InvalidValueException.class,
                    () -> LatticeConstantFit.of(
                            List.of(line, new IndexedLine(planes, Measured.of(0.05, 0.01))), error, COPPER));
        }
    }
}
