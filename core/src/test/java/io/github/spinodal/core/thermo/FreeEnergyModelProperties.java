package io.github.spinodal.core.thermo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.PhysicalConstants;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of every model and of the phase diagram. */
class FreeEnergyModelProperties {
    private static final double ROOM = 298.15;
    private static final double KT = PhysicalConstants.thermalEnergy(ROOM);

    /** Sixth-order central difference. */
    private static double difference(DoubleUnaryOperator f, double c, double h) {
        return (45 * (f.applyAsDouble(c + h) - f.applyAsDouble(c - h))
                        - 9 * (f.applyAsDouble(c + 2 * h) - f.applyAsDouble(c - 2 * h))
                        + f.applyAsDouble(c + 3 * h)
                        - f.applyAsDouble(c - 3 * h))
                / (60 * h);
    }

    private static boolean holdsASpline(FreeEnergyModel model) {
        return model.toString().contains("TabulatedModel");
    }

    @Property(seed = "20260101")
    void potentialIsTheSlopeOfTheFreeEnergy(@ForAll("models") FreeEnergyModel model, @ForAll("fillings") double c) {
        double h = 0.02 * Math.min(c, 1 - c);
        double slope = difference(x -> model.freeEnergy(x) / KT, c, h);
        // Rounding of F over the step, and the spline's jumps of the third derivative.
        double tolerance = 1e-9 + 1e-13 / h + (holdsASpline(model) ? 3e-4 * h : 0);
        assertEquals(slope, model.chemicalPotential(c) / KT, tolerance * (1 + Math.abs(slope)));
    }

    @Property(seed = "20260101")
    void slopeIsTheSlopeOfThePotential(@ForAll("models") FreeEnergyModel model, @ForAll("fillings") double c) {
        double h = 0.01 * Math.min(c, 1 - c);
        double slope = difference(x -> model.chemicalPotential(x) / KT, c, h);
        double tolerance = 1e-9 + 1e-13 / h + (holdsASpline(model) ? 0.1 * h : 0);
        assertEquals(slope, model.chemicalPotentialSlope(c) / KT, tolerance * (1 + Math.abs(slope)));
    }

    @Property(seed = "20260101")
    void idealPartAndExcessAddUp(@ForAll("models") FreeEnergyModel model, @ForAll("fillings") double c) {
        double kT = PhysicalConstants.thermalEnergy(model.temperatureKelvin());
        assertEquals(
                model.chemicalPotential(c) / KT,
                (model.excessChemicalPotential(c) + kT * Math.log(c / (1 - c))) / KT,
                1e-11);
        assertEquals(
                model.chemicalPotentialSlope(c) / KT,
                (model.excessChemicalPotentialSlope(c) + kT / (c * (1 - c))) / KT,
                1e-11 / (c * (1 - c)));
        assertEquals(
                model.freeEnergy(c) / KT,
                (model.excessFreeEnergy(c, 1 - c) + kT * (c * Math.log(c) + (1 - c) * Math.log1p(-c))) / KT,
                1e-12);
    }

    @Property(seed = "20260101")
    void theRegularSolutionIsSymmetric(@ForAll("interactions") double omega, @ForAll("fillings") double c) {
        RegularSolution model = RegularSolution.ofOmegaOverKT(omega, ROOM);
        assertEquals(model.freeEnergy(c, 1 - c), model.freeEnergy(1 - c, c), 1e-15 * KT);
        assertEquals(model.chemicalPotential(c, 1 - c), -model.chemicalPotential(1 - c, c), 1e-14 * KT);
        // Close to the spinodal the slope is a small difference of its two parts, each rounded.
        double parts = KT / (c * (1 - c)) + 2 * model.interactionJoule();
        assertEquals(model.chemicalPotentialSlope(c, 1 - c), model.chemicalPotentialSlope(1 - c, c), 1e-15 * parts);
    }

    @Property(seed = "20260101")
    void aGapTouchesWithEqualPotentialAndTangent(@ForAll("models") FreeEnergyModel model) {
        double kT = PhysicalConstants.thermalEnergy(model.temperatureKelvin());
        double previous = 0;
        for (MiscibilityGap gap : PhaseDiagram.of(model).gaps()) {
            double low = gap.lowFilling();
            double high = gap.highFilling();
            double atLow = model.chemicalPotential(low) / kT;
            double atHigh = model.chemicalPotential(high, gap.highComplement()) / kT;
            assertEquals(atLow, atHigh, 1e-10);
            assertEquals(gap.equilibriumPotentialJoule() / kT, atLow, 1e-10);
            double chord = (model.freeEnergy(high, gap.highComplement()) - model.freeEnergy(low)) / (high - low) / kT;
            assertEquals(atLow, chord, 1e-12 / (high - low) + 1e-12);
            assertTrue(previous <= low && low < gap.lowSpinodal());
            assertTrue(gap.lowSpinodal() < gap.highSpinodal() && gap.highSpinodal() < high);
            assertTrue(model.chemicalPotentialSlope(low) > 0 && model.chemicalPotentialSlope(high) > 0);
            assertTrue(gap.barrierJoule() > 0);
            assertTrue(gap.lithiationOvershoot().inVolts() > 0);
            assertTrue(gap.delithiationOvershoot().inVolts() > 0);
            assertEquals(
                    gap.voltageGap().inVolts(),
                    gap.lithiationOvershoot().inVolts()
                            + gap.delithiationOvershoot().inVolts(),
                    1e-15);
            previous = high;
        }
    }

    @Property(seed = "20260101")
    void theSlopeVanishesAtEverySpinodalPoint(@ForAll("models") FreeEnergyModel model) {
        double[] points = PhaseDiagram.of(model).spinodalPoints();
        assertEquals(0, points.length % 2);
        for (double point : points) {
            double scale = KT / (point * (1 - point));
            assertEquals(0, model.chemicalPotentialSlope(point) / scale, 1e-10);
        }
    }

    @Property(seed = "20260101")
    void theCriticalTemperatureOfTheRegularSolutionIsHalfItsInteraction(@ForAll("interactions") double omega) {
        RegularSolution model = RegularSolution.ofOmegaOverKT(omega, ROOM);
        CriticalPoint point = PhaseDiagram.of(model).criticalPoints().get(0);
        double expected = model.interactionJoule() / (2 * PhysicalConstants.BOLTZMANN);
        assertEquals(expected, point.temperature().inKelvins(), 1e-12 * expected);
    }

    @Property(seed = "20260101")
    void theDiluteEndStaysExactDownTo1e300(
            @ForAll("models") FreeEnergyModel model, @ForAll("tinyFillings") double tiny) {
        double kT = PhysicalConstants.thermalEnergy(model.temperatureKelvin());
        double ideal = Math.log(tiny);
        double poor = model.excessChemicalPotential(0) / kT + ideal;
        double rich = model.excessChemicalPotential(1) / kT - ideal;
        assertEquals(poor, model.chemicalPotential(tiny) / kT, 1e-11 + 1e3 * tiny);
        assertEquals(rich, model.chemicalPotential(1, tiny) / kT, 1e-11 + 1e3 * tiny);
        assertEquals(1, model.chemicalPotentialSlope(tiny) / kT * tiny, 1e-12 + 1e3 * tiny);
        assertEquals(1, model.chemicalPotentialSlope(1, tiny) / kT * tiny, 1e-12 + 1e3 * tiny);
        assertTrue(Double.isFinite(model.freeEnergy(tiny)) && Double.isFinite(model.freeEnergy(1, tiny)));
    }

    @Provide
    Arbitrary<Double> fillings() {
        Arbitrary<Double> logit = Arbitraries.doubles().between(-12, 12).ofScale(9);
        return logit.map(Fillings::ofLogit);
    }

    @Provide
    Arbitrary<Double> tinyFillings() {
        return Arbitraries.doubles().between(-300, -8).ofScale(6).map(exponent -> Math.pow(10, exponent));
    }

    @Provide
    Arbitrary<Double> interactions() {
        return Arbitraries.doubles().between(0.1, 8).ofScale(9);
    }

    @Provide
    Arbitrary<FreeEnergyModel> models() {
        Arbitrary<FreeEnergyModel> regular = interactions().map(omega -> RegularSolution.ofOmegaOverKT(omega, ROOM));
        Arbitrary<FreeEnergyModel> redlichKister = Arbitraries.doubles()
                .between(-4, 6)
                .ofScale(9)
                .array(double[].class)
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(l -> RedlichKister.ofOverKT(l, ROOM));
        Arbitrary<FreeEnergyModel> table = redlichKister.map(FreeEnergyModelProperties::tabulated);
        Arbitrary<FreeEnergyModel> plain = Arbitraries.oneOf(regular, redlichKister, table);
        Arbitrary<Double> share = Arbitraries.doubles().between(0, 1).ofScale(9);
        return Arbitraries.oneOf(
                        plain,
                        Combinators.combine(plain, share).as((model, b) -> new CoherencyStrain(model, 3 * b * KT, b)),
                        Combinators.combine(plain, share).as(LoweredBarrier::new),
                        Combinators.combine(plain, share).as((model, b) -> model.atTemperature(200 + 300 * b)))
                .withoutEdgeCases();
    }

    private static FreeEnergyModel tabulated(FreeEnergyModel source) {
        int rows = 40;
        double[] fillings = new double[rows];
        double[] potentials = new double[rows];
        for (int i = 0; i < rows; i++) {
            fillings[i] = (i + 0.5) / rows;
            potentials[i] = source.chemicalPotential(fillings[i]);
        }
        return TabulatedModel.ofChemicalPotential(fillings, potentials, ROOM);
    }
}
