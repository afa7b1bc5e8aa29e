package io.github.spinodal.core.thermo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.quantity.Temperature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhaseDiagramTest {
    private static final double ROOM = 298.15;
    private static final double KT = PhysicalConstants.thermalEnergy(ROOM);

    /**
     * Spinodal (1 - sqrt(1 - 2kT/Omega))/2; binodal, the root of Omega(1-2c) + ln(c/(1-c)), by plain bisection in a Python
     * script; potential and barrier from the closed forms there; overshoot mu(c_s)/e at 298.15 K.
     */
    @ParameterizedTest
    @CsvSource({
        "2.2,    .3492443277, .2485297125, .0409624544, .00668899, 1.05243",
        "2.5,    .2763932023, .1447941083, .1556103386, .03585251, 3.99803",
        "3,      .2113248654, .0707201817, .4150929106, .11519417, 10.66481",
        "3.4756, .1742087370, .0389954167, .7085524122, .21024378, ",
        "4,      .1464466094, .0212479880, 1.0656799507, .32652389, 27.38007",
        "4.5,    .1273220038, .0122520871, 1.4292546660, .44350507, 36.72124",
        "4.5110, .1269586732, .0121072675, 1.4374575825, .44612273, ",
        "5,      .1127016654, .0071880642, 1.8095462773, .56380850, 46.49191"
    })
    void reproducesTheRegularSolution(
            double omega, double spinodal, double binodal, double potential, double barrier, Double overshoot) {
        PhaseDiagram diagram = PhaseDiagram.of(RegularSolution.ofOmegaOverKT(omega, ROOM));
        assertEquals(1, diagram.gaps().size());
        MiscibilityGap gap = diagram.gaps().get(0);
        assertArrayEquals(new double[] {spinodal, 1 - spinodal}, diagram.spinodalPoints(), 6e-11);
        assertEquals(spinodal, gap.lowSpinodal(), 6e-11);
        assertEquals(1 - spinodal, gap.highSpinodal(), 6e-11);
        assertEquals(binodal, gap.lowFilling(), 6e-11);
        assertEquals(1 - binodal, gap.highFilling(), 6e-11);
        assertEquals(binodal, gap.highComplement(), 6e-11);
        assertEquals(potential, gap.lowSpinodalPotentialJoule() / KT, 6e-11);
        assertEquals(-potential, gap.highSpinodalPotentialJoule() / KT, 6e-11);
        assertEquals(0, gap.equilibriumPotentialJoule() / KT, 1e-14);
        assertEquals(0, gap.equilibriumPotential().inJoules() / KT, 1e-14);
        assertEquals(barrier, gap.barrierJoule() / KT, 6e-9);
        if (overshoot != null) {
            assertEquals(overshoot, gap.lithiationOvershoot().inMillivolts(), 6e-6);
            assertEquals(overshoot, gap.delithiationOvershoot().inMillivolts(), 6e-6);
            assertEquals(2 * overshoot, gap.voltageGap().inMillivolts(), 1.2e-5);
        }
    }

    @Test
    void findsTheCriticalPointOfTheRegularSolution() {
        RegularSolution model = RegularSolution.ofOmegaOverKT(3, ROOM);
        List<CriticalPoint> points = PhaseDiagram.of(model).criticalPoints();
        assertEquals(1, points.size());
        assertEquals(0.5, points.get(0).filling(), 1e-8);
        double expected = model.interactionJoule() / (2 * PhysicalConstants.BOLTZMANN);
        assertEquals(expected, points.get(0).temperature().inKelvins(), 1e-12 * expected);
        assertEquals(CriticalPoint.Kind.STABLE, points.get(0).kind());
    }

    @Test
    void closesTheGapAtTheCriticalTemperature() {
        PhaseDiagram diagram = PhaseDiagram.of(RegularSolution.ofOmegaOverKT(2.5, 300));
        List<PhaseDiagram> series = diagram.overTemperatures(new double[] {200, 300, 374.9, 375.1});
        assertEquals(1, series.get(0).gaps().size());
        assertEquals(diagram.gaps(), series.get(1).gaps());
        // Landau: half the width of the gap is sqrt(3/4 (T_c/T - 1)) to leading order.
        MiscibilityGap narrow = series.get(2).gaps().get(0);
        double halfWidth = Math.sqrt(0.75 * (375 / 374.9 - 1));
        assertEquals(2 * halfWidth, narrow.highFilling() - narrow.lowFilling(), 1e-3 * halfWidth);
        assertTrue(series.get(3).gaps().isEmpty());
        assertTrue(series.get(3).toString().endsWith("homogeneous at every filling"));
        assertTrue(series.get(1).toString().contains("spinodal 0.276393 to 0.723607"));
        assertFalse(series.get(3).isUnstable(0.5));
        assertTrue(series.get(2).isUnstable(0.5));
        assertFalse(series.get(2).isUnstable(0.3));
    }

    @ParameterizedTest
    @ValueSource(doubles = {2.0000001, 2.00001, 2.001})
    void staysExactCloseToTheCriticalPoint(double omega) {
        MiscibilityGap gap = PhaseDiagram.of(RegularSolution.ofOmegaOverKT(omega, ROOM))
                .gaps()
                .get(0);
        // Expansion of the binodal: with m = 1 - 2c, Omega/kT = 2 artanh(m)/m = 2 + 2m^2/3 + 2m^4/5 + ...
        double m = 1 - 2 * gap.lowFilling();
        double series = 2 * m * m / 3 + 2 * Math.pow(m, 4) / 5 + 2 * Math.pow(m, 6) / 7;
        assertEquals(omega - 2, series, 1e-7 * (omega - 2) + 1e-12);
        assertEquals(gap.lowFilling(), gap.highComplement(), 1e-6 * m);
        assertTrue(gap.barrierJoule() > 0);
    }

    /** A narrow gap is closed by quadrature, which a spline's kinks must not mislead: its exact integral is the judge. */
    @ParameterizedTest
    @CsvSource({"-0.5, 2.5, -2.5, 6, 0", "0, -0.5, -3.5, -1.5, 5.5", "0.5, 0, 0.5, 2.5, -1", "0, 2, -2, 1.5, 1"})
    void aNarrowGapOfATableLiesOnItsCommonTangent(double l0, double l1, double l2, double l3, double l4) {
        FreeEnergyModel source = RedlichKister.ofOverKT(new double[] {l0, l1, l2, l3, l4}, ROOM);
        int rows = 20;
        double[] fillings = new double[rows];
        double[] potentials = new double[rows];
        for (int i = 0; i < rows; i++) {
            fillings[i] = (i + 0.5) / rows;
            potentials[i] = source.chemicalPotential(fillings[i]);
        }
        FreeEnergyModel table = TabulatedModel.ofChemicalPotential(fillings, potentials, ROOM);
        for (MiscibilityGap gap : PhaseDiagram.of(table).gaps()) {
            double width = gap.highFilling() - gap.lowFilling();
            double rise =
                    table.freeEnergy(gap.highFilling(), gap.highComplement()) - table.freeEnergy(gap.lowFilling());
            assertEquals(rise / width / KT, gap.equilibriumPotentialJoule() / KT, 1e-14 / width);
        }
    }

    @Test
    void anIdealSolutionNeverSeparates() {
        PhaseDiagram diagram = PhaseDiagram.of(IdealSolution.of(ROOM));
        assertTrue(diagram.gaps().isEmpty());
        assertTrue(diagram.criticalPoints().isEmpty());
        assertEquals(0, diagram.spinodalPoints().length);
        assertTrue(
                PhaseDiagram.of(RegularSolution.ofOmegaOverKT(2, ROOM)).gaps().isEmpty());
    }

    /** Gaps as the long edges of the lower convex hull on a fine grid: an independent method, accurate to the grid. */
    private static List<double[]> hullGaps(FreeEnergyModel model, int cells) {
        List<double[]> hull = new ArrayList<>();
        for (int i = 1; i < cells; i++) {
            double[] point = {(double) i / cells, model.freeEnergy((double) i / cells) / KT};
            while (hull.size() >= 2) {
                double[] a = hull.get(hull.size() - 2);
                double[] b = hull.get(hull.size() - 1);
                if ((b[1] - a[1]) * (point[0] - a[0]) < (point[1] - a[1]) * (b[0] - a[0])) {
                    break;
                }
                hull.remove(hull.size() - 1);
            }
            hull.add(point);
        }
        List<double[]> gaps = new ArrayList<>();
        for (int i = 1; i < hull.size(); i++) {
            if (hull.get(i)[0] - hull.get(i - 1)[0] > 3.5 / cells) {
                gaps.add(new double[] {hull.get(i - 1)[0], hull.get(i)[0]});
            }
        }
        return gaps;
    }

    @ParameterizedTest
    @CsvSource({
        "1, '3 0.6'",
        "1, '2.6 -0.9 0.4'",
        "2, '0.5 0 4'",
        "2, '0.5 0.4 4'",
        "2, '2.6 0.1 2.2'",
        "2, '0 0 0 0 9'",
        "2, '1.5 0 0 0 0 0 14'",
        "2, '2.2 0.8 0 0 0 0 14'",
        "3, '2.4 0 -6 0 0 0 30'",
        "3, '2.4 0 -6 0 0 0 60'",
        "3, '2.2 0 -12 0 30'"
    })
    void agreesWithTheConvexHull(int expectedGaps, String coefficients) {
        double[] l = Arrays.stream(coefficients.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        FreeEnergyModel model = RedlichKister.ofOverKT(l, ROOM);
        int cells = 20000;
        List<double[]> hull = hullGaps(model, cells);
        List<MiscibilityGap> gaps = PhaseDiagram.of(model).gaps();
        assertEquals(hull.size(), gaps.size(), () -> PhaseDiagram.of(model).toString());
        assertEquals(expectedGaps, gaps.size());
        for (int i = 0; i < gaps.size(); i++) {
            MiscibilityGap gap = gaps.get(i);
            assertEquals(hull.get(i)[0], gap.lowFilling(), 4.0 / cells);
            assertEquals(hull.get(i)[1], gap.highFilling(), 4.0 / cells);
            double chord = 0;
            for (int k = 1; k < 4000; k++) {
                double c = gap.lowFilling() + (gap.highFilling() - gap.lowFilling()) * k / 4000;
                double tangent =
                        model.freeEnergy(gap.lowFilling()) + gap.equilibriumPotentialJoule() * (c - gap.lowFilling());
                chord = Math.max(chord, model.freeEnergy(c) - tangent);
                assertTrue(model.freeEnergy(c) > tangent, "the tangent must touch from below");
            }
            assertEquals(chord / KT, gap.barrierJoule() / KT, 1e-6);
        }
    }

    @Test
    void marksACriticalPointInsideAWiderGapAsMetastable() {
        // Three loops of the potential; the middle one is swallowed by the first where it opens.
        PhaseDiagram diagram = PhaseDiagram.of(RedlichKister.ofOverKT(new double[] {3, 1.5, 0, 0, 3}, ROOM));
        List<CriticalPoint> points = diagram.criticalPoints();
        assertEquals(
                List.of(CriticalPoint.Kind.STABLE, CriticalPoint.Kind.METASTABLE, CriticalPoint.Kind.STABLE),
                points.stream().map(CriticalPoint::kind).toList());
        for (CriticalPoint point : points) {
            List<MiscibilityGap> above = diagram.at(
                            Temperature.ofKelvins(point.temperature().inKelvins() * 1.0001))
                    .gaps();
            boolean inside = above.stream()
                    .anyMatch(gap -> gap.lowFilling() < point.filling() && gap.highFilling() > point.filling());
            assertEquals(inside, point.kind() == CriticalPoint.Kind.METASTABLE, point::toString);
        }
    }

    @Test
    void coherencyMovesTheSpinodalAsALowerInteractionDoes() {
        double strain = 1.2 * KT;
        PhaseDiagram strained =
                PhaseDiagram.of(new CoherencyStrain(RegularSolution.ofOmegaOverKT(4, ROOM), strain, 0.3));
        PhaseDiagram lowered = PhaseDiagram.of(RegularSolution.ofOmegaOverKT(4 - 0.6, ROOM));
        assertArrayEquals(lowered.spinodalPoints(), strained.spinodalPoints(), 1e-13);
        assertEquals(lowered.gaps().get(0).lowFilling(), strained.gaps().get(0).lowFilling(), 1e-12);
        assertEquals(
                lowered.gaps().get(0).barrierJoule() / KT,
                strained.gaps().get(0).barrierJoule() / KT,
                1e-12);
        assertEquals(0.2 * strain, strained.gaps().get(0).equilibriumPotentialJoule(), 1e-13 * KT);
    }

    @Test
    void appliesTheLeverRule() {
        MiscibilityGap gap =
                PhaseDiagram.of(RegularSolution.ofOmegaOverKT(3, ROOM)).gaps().get(0);
        assertEquals(0.5, gap.richShare(0.5), 1e-14);
        assertEquals(0, gap.richShare(gap.lowFilling()));
        assertEquals(1, gap.richShare(gap.highFilling()));
        assertThrows(InvalidValueException.class, () -> gap.richShare(0.01));
        assertThrows(InvalidValueException.class, () -> gap.richShare(0.99));
    }

    @Test
    void refusesATemperatureAtWhichThePhasesArePure() {
        // The dilute phase of Omega/kT = 700 holds exp(-700): no double has digits for it.
        FreeEnergyModel cold = RegularSolution.ofOmegaOverKT(700, ROOM);
        assertThrows(InvalidValueException.class, () -> PhaseDiagram.of(cold));
        MiscibilityGap deep =
                PhaseDiagram.of(RegularSolution.ofOmegaOverKT(600, ROOM)).gaps().get(0);
        assertEquals(Math.exp(-600), deep.lowFilling(), 1e-12 * Math.exp(-600));
        assertEquals(Math.exp(-600), deep.highComplement(), 1e-12 * Math.exp(-600));
    }
}
