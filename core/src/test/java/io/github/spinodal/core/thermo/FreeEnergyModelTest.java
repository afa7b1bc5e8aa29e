package io.github.spinodal.core.thermo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.quantity.Voltage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreeEnergyModelTest {
    private static final double ROOM = 298.15;
    private static final double KT = PhysicalConstants.thermalEnergy(ROOM);

    private static double[] fillings(int rows) {
        double[] c = new double[rows];
        for (int i = 0; i < rows; i++) {
            c[i] = (i + 0.5) / rows;
        }
        return c;
    }

    private static TabulatedModel table(FreeEnergyModel source, int rows, double equilibriumVolts) {
        double[] c = fillings(rows);
        Voltage equilibrium = Voltage.ofVolts(equilibriumVolts);
        return TabulatedModel.ofOpenCircuitVoltage(
                c, OpenCircuitVoltage.of(source, equilibrium).inVolts(c), equilibrium, ROOM);
    }

    @Test
    void computesTheRegularSolutionOfTheStudy() {
        // Eqs. 1-3 by hand at c = 0.2, Omega = 3 kT: F = 0.48 + 0.2 ln 0.2 + 0.8 ln 0.8, mu = 1.8 + ln 0.25.
        RegularSolution model = RegularSolution.ofOmegaOverKT(3, ROOM);
        assertEquals(0.48 + 0.2 * Math.log(0.2) + 0.8 * Math.log(0.8), model.freeEnergy(0.2) / KT, 1e-15);
        assertEquals(1.8 + Math.log(0.25), model.chemicalPotential(0.2) / KT, 1e-15);
        assertEquals(1 / 0.16 - 6, model.chemicalPotentialSlope(0.2) / KT, 1e-14);
        assertEquals(3, model.omegaOverKT(), 1e-15);
        OpenCircuitVoltage voltage = OpenCircuitVoltage.ofLithiumTitanate(model);
        assertEquals(
                1.55 - (1.8 + Math.log(0.25)) * KT / 1.602176634e-19,
                voltage.at(0.2).inVolts(),
                1e-15);
        assertEquals(-(1 / 0.16 - 6) * KT / 1.602176634e-19, voltage.slopeVolts(0.2), 1e-16);
        assertEquals(voltage.at(0.2).inVolts(), voltage.inVolts(new double[] {0.5, 0.2})[1], 0);
        assertEquals(1.55 - 0, voltage.at(0.5).inVolts(), 1e-15);
        // mu(1 - 1e-300) = -3 + 300 ln 10.
        assertEquals(
                1.55 - (-3 + 300 * Math.log(10)) * KT / 1.602176634e-19,
                voltage.at(1, 1e-300).inVolts(),
                1e-12);
    }

    @Test
    void arraysHoldWhatSingleCallsReturn() {
        FreeEnergyModel model = RedlichKister.ofOverKT(new double[] {2, 0.5, -1}, ROOM);
        double[] c = {0.1, 0.5, 0.93};
        double[] potential = new double[3];
        double[] energy = new double[3];
        double[] slope = new double[3];
        model.chemicalPotential(c, potential);
        model.freeEnergy(c, energy);
        model.chemicalPotentialSlope(c, slope);
        for (int i = 0; i < 3; i++) {
            assertEquals(model.chemicalPotential(c[i]), potential[i]);
            assertEquals(model.freeEnergy(c[i]), energy[i]);
            assertEquals(model.chemicalPotentialSlope(c[i]), slope[i]);
        }
    }

    @Test
    void redlichKisterContainsTheRegularAndTheSubRegularSolution() {
        RegularSolution regular = RegularSolution.ofOmegaOverKT(3, ROOM);
        RedlichKister same = RedlichKister.ofOverKT(new double[] {3, 0, 0}, ROOM);
        RedlichKister margules = RedlichKister.subRegular(2 * KT, 3 * KT, ROOM);
        for (double c : fillings(17)) {
            assertEquals(regular.chemicalPotential(c) / KT, same.chemicalPotential(c) / KT, 1e-14);
            double excess = c * (1 - c) * (2 * (1 - c) + 3 * c);
            assertEquals(excess, margules.excessFreeEnergy(c, 1 - c) / KT, 1e-15);
        }
        // Third order by hand at c = 0.25, s = 0.5: F_ex = 3/16 (1 + 2/2 + 3/4 + 4/8) = 3/16 * 3.25.
        RedlichKister third = RedlichKister.ofOverKT(new double[] {1, 2, 3, 4}, ROOM);
        assertEquals(3.25 * 3 / 16, third.excessFreeEnergy(0.25, 0.75) / KT, 1e-15);
        assertArrayEquals(new double[] {KT, 2 * KT, 3 * KT, 4 * KT}, third.coefficientsJoule(), 1e-15 * KT);
        assertEquals(ROOM, third.temperatureKelvin());
    }

    @Test
    void aTableReturnsItsOwnPointsAndIsExactForCubics() {
        // Excess potentials of a sub-sub-regular solution are cubic polynomials, which the spline holds exactly.
        RedlichKister source = RedlichKister.ofOverKT(new double[] {2.5, 0.7, -1.1}, ROOM);
        TabulatedModel model = table(source, 12, 1.55);
        for (double c = 1.0 / 24; c < 23.0 / 24; c += 0.01) {
            assertEquals(source.chemicalPotential(c) / KT, model.chemicalPotential(c) / KT, 1e-11);
            assertEquals(source.chemicalPotentialSlope(c) / KT, model.chemicalPotentialSlope(c) / KT, 1e-10);
        }
        double[] c = fillings(12);
        for (double filling : c) {
            assertEquals(source.chemicalPotential(filling) / KT, model.chemicalPotential(filling) / KT, 1e-11);
        }
    }

    @Test
    void theSplineIsOfFourthOrderAndContinuousWithTwoDerivatives() {
        FreeEnergyModel source = RedlichKister.ofOverKT(new double[] {2, 0, 0, 0, 0, 0, 3}, ROOM);
        double coarse = 0;
        double fine = 0;
        for (double c = 0.05; c < 0.95; c += 0.0037) {
            double truth = source.excessChemicalPotential(c);
            coarse = Math.max(coarse, Math.abs(table(source, 40, 0).excessChemicalPotential(c) - truth));
            fine = Math.max(fine, Math.abs(table(source, 80, 0).excessChemicalPotential(c) - truth));
        }
        double order = Math.log(coarse / fine) / Math.log(2);
        assertTrue(order > 3.4, "order " + order);
        TabulatedModel model = table(source, 10, 0);
        // Knots at 0.05, 0.15, ...; the first and the last are where the table ends.
        for (double knot : fillings(10)) {
            double d = 1e-9;
            assertEquals(
                    model.excessChemicalPotential(knot - d) / KT, model.excessChemicalPotential(knot + d) / KT, 1e-6);
            assertEquals(
                    model.excessChemicalPotentialSlope(knot - d) / KT,
                    model.excessChemicalPotentialSlope(knot + d) / KT,
                    1e-4);
            double before =
                    model.excessChemicalPotentialSlope(knot - d) - model.excessChemicalPotentialSlope(knot - 1e-5);
            double after =
                    model.excessChemicalPotentialSlope(knot + 1e-5) - model.excessChemicalPotentialSlope(knot + d);
            assertEquals(before / KT / 1e-5, after / KT / 1e-5, 0.15);
        }
    }

    @Test
    void continuesBeyondTheTableWithFadingCurvature() {
        // A parabola in the excess, mu_ex = c^2 on [0.2, 0.8]: outside, the curvature falls linearly from 2 to 0.
        double[] c = {0.2, 0.35, 0.5, 0.65, 0.8};
        double[] mu = new double[5];
        for (int i = 0; i < 5; i++) {
            mu[i] = (c[i] * c[i] + Math.log(c[i] / (1 - c[i]))) * KT;
        }
        TabulatedModel model = TabulatedModel.ofChemicalPotential(c, mu, ROOM);
        assertEquals(0.04 - 0.4 * 0.2 + 2 * 0.04 / 3, model.excessChemicalPotential(0) / KT, 1e-13);
        assertEquals(0.64 + 1.6 * 0.2 + 2 * 0.04 / 3, model.excessChemicalPotential(1) / KT, 1e-13);
        assertEquals(0.4 - 0.2, model.excessChemicalPotentialSlope(0) / KT, 1e-13);
        assertEquals(1.6 + 0.2, model.excessChemicalPotentialSlope(1) / KT, 1e-13);
        assertEquals(0, model.excessFreeEnergy(0, 1));
        double inside = (model.excessFreeEnergy(0.7, 0.3) - model.excessFreeEnergy(0.3, 0.7)) / KT;
        assertEquals((0.343 - 0.027) / 3, inside, 1e-14);
    }

    @Test
    void aTableMayFallOrRiseAndBeNonMonotone() {
        RegularSolution source = RegularSolution.ofOmegaOverKT(3, ROOM);
        TabulatedModel rising = table(source, 30, 1.55);
        double[] c = fillings(30);
        double[] reversed = new double[30];
        for (int i = 0; i < 30; i++) {
            reversed[i] = c[29 - i];
        }
        double[] volts = OpenCircuitVoltage.ofLithiumTitanate(source).inVolts(reversed);
        TabulatedModel falling = TabulatedModel.ofOpenCircuitVoltage(reversed, volts, Voltage.ofVolts(1.55), ROOM);
        assertEquals(rising, falling);
        assertEquals(rising.hashCode(), falling.hashCode());
        MiscibilityGap gap = PhaseDiagram.of(rising).gaps().get(0);
        assertEquals(.0707201817, gap.lowFilling(), 1e-9);
        assertEquals(.2113248654, gap.lowSpinodal(), 1e-9);
        // A measured plateau is monotone and cannot separate.
        double[] plateau = new double[30];
        for (int i = 0; i < 30; i++) {
            c[i] = 0.1 + 0.8 * i / 29;
            plateau[i] = 1.55 - 2e-3 * c[i];
        }
        TabulatedModel flat = TabulatedModel.ofOpenCircuitVoltage(c, plateau, Voltage.ofVolts(1.55), ROOM);
        assertTrue(PhaseDiagram.of(flat).gaps().isEmpty());
    }

    @Test
    void decoratorsChangeOnlyWhatTheySay() {
        RegularSolution base = RegularSolution.ofOmegaOverKT(4, ROOM);
        LoweredBarrier wetted = new LoweredBarrier(base, 0.75);
        assertEquals(
                RegularSolution.ofOmegaOverKT(3, ROOM).chemicalPotential(0.2) / KT,
                wetted.chemicalPotential(0.2) / KT,
                1e-14);
        CoherencyStrain strained = CoherencyStrain.ofElasticModulus(base, 2e11, 0.01, 1e28, 0.4);
        assertEquals(2e11 * 1e-4 / 1e28, strained.strainEnergyJoule(), 1e-30);
        assertEquals(base.chemicalPotential(0.6) + 2e-21 * 0.2, strained.chemicalPotential(0.6), 1e-30);
        assertEquals(base.freeEnergy(0.6) + 1e-21 * 0.04, strained.freeEnergy(0.6), 1e-32);
        FreeEnergyModel hot = strained.atTemperature(350);
        assertEquals(350, hot.temperatureKelvin());
        assertEquals(strained.excessChemicalPotential(0.3), hot.excessChemicalPotential(0.3));
        assertEquals(350, wetted.atTemperature(350).temperatureKelvin());
        assertEquals(
                wetted.excessChemicalPotential(0.3), wetted.atTemperature(350).excessChemicalPotential(0.3));
        assertEquals(base.interactionJoule(), base.atTemperature(350).interactionJoule());
        assertEquals(350, IdealSolution.of(ROOM).atTemperature(350).temperatureKelvin());
        TabulatedModel table = table(base, 20, 0);
        FreeEnergyModel twice = table.atTemperature(400).atTemperature(350);
        assertEquals(new TemperatureChange(table, 350), twice);
        assertEquals(table.excessFreeEnergy(0.3, 0.7), twice.excessFreeEnergy(0.3, 0.7));
        assertEquals(
                RedlichKister.ofOverKT(new double[] {3}, ROOM)
                        .atTemperature(350)
                        .coefficientsJoule()[0],
                3 * KT,
                1e-35);
    }

    @Test
    void smallWettedParticlesSeparateLess() {
        // MPET's fit at 36.338 nm, x = 0.1: 4.516 - 1.025 - 0.08491 - 0.2083 + 0.2985 - 0.1168.
        assertEquals(3.37949, LoweredBarrier.ofParticleSize(36.338, ROOM).omegaOverKT(), 1e-12);
        assertEquals(4.516, LoweredBarrier.ofParticleSize(1e7, ROOM).omegaOverKT(), 1e-5);
        assertEquals(2, LoweredBarrier.ofParticleSize(5, ROOM).omegaOverKT(), 1e-15);
        assertThrows(InvalidValueException.class, () -> LoweredBarrier.ofParticleSize(3, ROOM));
    }

    /** A model that gives totals only, as a user's own may: the excess forms then come from the interface. */
    private record TotalsOnly(RegularSolution inner) implements FreeEnergyModel {
        @Override
        public double temperatureKelvin() {
            return inner.temperatureKelvin();
        }

        @Override
        public double freeEnergy(double c, double oneMinusC) {
            return inner.freeEnergy(c, oneMinusC);
        }

        @Override
        public double chemicalPotential(double c, double oneMinusC) {
            return inner.chemicalPotential(c, oneMinusC);
        }

        @Override
        public double chemicalPotentialSlope(double c, double oneMinusC) {
            return inner.chemicalPotentialSlope(c, oneMinusC);
        }

        @Override
        public double excessChemicalPotential(double c) {
            return inner.excessChemicalPotential(c);
        }
    }

    @Test
    void aModelOfTotalsHasAnExcessAndAPhaseDiagram() {
        RegularSolution inner = RegularSolution.ofOmegaOverKT(3, ROOM);
        TotalsOnly model = new TotalsOnly(inner);
        assertEquals(inner.excessFreeEnergy(0.3, 0.7) / KT, model.excessFreeEnergy(0.3, 0.7) / KT, 1e-15);
        assertEquals(-6, model.excessChemicalPotentialSlope(0.3) / KT, 1e-13);
        MiscibilityGap gap = PhaseDiagram.of(model).gaps().get(0);
        assertEquals(.0707201817, gap.lowFilling(), 6e-11);
        assertEquals(.2113248654, gap.lowSpinodal(), 6e-11);
        assertEquals(
                PhaseDiagram.of(inner.atTemperature(200)).gaps().get(0).lowFilling(),
                PhaseDiagram.of(model.atTemperature(200)).gaps().get(0).lowFilling(),
                1e-14);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 1.1, Double.NaN})
    void refusesFillingsOutsideTheOpenInterval(double c) {
        for (FreeEnergyModel model : List.of(
                IdealSolution.of(ROOM),
                RegularSolution.ofOmegaOverKT(3, ROOM),
                RedlichKister.ofOverKT(new double[] {3, 1}, ROOM),
                table(RegularSolution.ofOmegaOverKT(3, ROOM), 10, 0))) {
            assertThrows(InvalidValueException.class, () -> model.freeEnergy(c));
            assertThrows(InvalidValueException.class, () -> model.chemicalPotential(c));
            assertThrows(InvalidValueException.class, () -> model.chemicalPotentialSlope(c));
            if (!(c == 0 || c == 1)) {
                assertThrows(InvalidValueException.class, () -> model.excessChemicalPotential(c));
                assertThrows(InvalidValueException.class, () -> model.excessChemicalPotentialSlope(c));
            }
        }
    }

    @Test
    void refusesParametersWithoutMeaning() {
        double nan = Double.NaN;
        RegularSolution base = RegularSolution.ofOmegaOverKT(3, ROOM);
        assertThrows(InvalidValueException.class, () -> IdealSolution.of(0));
        assertThrows(InvalidValueException.class, () -> RegularSolution.ofOmegaOverKT(nan, ROOM));
        assertThrows(InvalidValueException.class, () -> RegularSolution.ofOmega(nan, ROOM));
        assertThrows(InvalidValueException.class, () -> RegularSolution.ofOmegaOverKT(3, -1));
        assertThrows(InvalidValueException.class, () -> RedlichKister.of(new double[0], ROOM));
        assertThrows(InvalidValueException.class, () -> RedlichKister.of(new double[] {nan}, ROOM));
        assertThrows(InvalidValueException.class, () -> RedlichKister.of(new double[] {1}, 0));
        assertThrows(InvalidValueException.class, () -> RedlichKister.ofOverKT(new double[] {nan}, ROOM));
        assertThrows(InvalidValueException.class, () -> new CoherencyStrain(base, -1, 0.5));
        assertThrows(InvalidValueException.class, () -> new CoherencyStrain(base, 1, 1.5));
        assertThrows(InvalidValueException.class, () -> CoherencyStrain.ofElasticModulus(base, 0, 0.1, 1e28, 0.5));
        assertThrows(InvalidValueException.class, () -> CoherencyStrain.ofElasticModulus(base, 1e9, nan, 1e28, 0.5));
        assertThrows(InvalidValueException.class, () -> CoherencyStrain.ofElasticModulus(base, 1e9, 0.1, 0, 0.5));
        assertThrows(InvalidValueException.class, () -> new LoweredBarrier(base, 1.1));
        assertThrows(InvalidValueException.class, () -> new LoweredBarrier(base, -0.1));
        assertThrows(InvalidValueException.class, () -> base.atTemperature(-3));
        assertThrows(InvalidValueException.class, () -> new TemperatureChange(base, nan));
    }

    @Test
    void refusesBrokenTables() {
        double[] c = {0.1, 0.2, 0.3, 0.4};
        double[] v = {1, 2, 3, 4};
        Voltage zero = Voltage.ofVolts(0);
        for (double[] bad : new double[][] {
            {0, 0.2, 0.3, 0.4},
            {0.1, 0.2, 0.3, 1},
            {0.1, 0.2, 0.2, 0.4},
            {0.1, 0.3, 0.2, 0.4},
            {0.1, Double.NaN, 0.3, 0.4},
            {0.4, 0.3, 0.35, 0.1},
            {0.1, 0.2, 0.3}
        }) {
            assertThrows(InvalidValueException.class, () -> TabulatedModel.ofOpenCircuitVoltage(bad, v, zero, ROOM));
        }
        InvalidValueException duplicate = assertThrows(
                InvalidValueException.class,
                () -> TabulatedModel.ofChemicalPotential(new double[] {0.4, 0.3, 0.3, 0.1}, v, ROOM));
        assertEquals("filling[1]", duplicate.name());
        assertThrows(
                InvalidValueException.class,
                () -> TabulatedModel.ofChemicalPotential(new double[] {0.1, 0.2, 0.3}, new double[3], ROOM));
        assertThrows(
                InvalidValueException.class,
                () -> TabulatedModel.ofChemicalPotential(c, new double[] {1, 2, Double.NaN, 4}, ROOM));
        assertThrows(
                InvalidValueException.class,
                () -> TabulatedModel.ofOpenCircuitVoltage(c, new double[] {1, 2, Double.NaN, 4}, zero, ROOM));
        assertThrows(InvalidValueException.class, () -> TabulatedModel.ofChemicalPotential(c, v, 0));
        assertThrows(InvalidValueException.class, () -> TabulatedModel.ofChemicalPotential(c, new double[3], ROOM));
    }

    @Test
    void modelsAreValues() throws IOException, ClassNotFoundException {
        RegularSolution base = RegularSolution.ofOmegaOverKT(3, ROOM);
        List<FreeEnergyModel> models = List.of(
                IdealSolution.of(ROOM),
                base,
                RedlichKister.ofOverKT(new double[] {3, 1}, ROOM),
                RedlichKister.ofOverKT(new double[] {3, 1}, 300),
                RedlichKister.ofOverKT(new double[] {3, 2}, ROOM),
                table(base, 10, 0),
                table(base, 11, 0),
                table(RegularSolution.ofOmegaOverKT(4, ROOM), 10, 0),
                new CoherencyStrain(base, 1e-21, 0.5),
                new LoweredBarrier(base, 0.5),
                new TemperatureChange(base, 300));
        for (int i = 0; i < models.size(); i++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(PhaseDiagram.of(models.get(i)));
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                PhaseDiagram copy = (PhaseDiagram) in.readObject();
                assertEquals(models.get(i), copy.model());
                assertEquals(models.get(i).hashCode(), copy.model().hashCode());
                assertEquals(PhaseDiagram.of(models.get(i)).gaps(), copy.gaps());
            }
            for (int k = 0; k < i; k++) {
                assertNotEquals(models.get(k), models.get(i));
                assertNotEquals(models.get(k).hashCode(), models.get(i).hashCode());
            }
            assertTrue(
                    models.get(i).toString().startsWith(models.get(i).getClass().getSimpleName()));
        }
    }
}
