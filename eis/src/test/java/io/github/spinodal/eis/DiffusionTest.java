package io.github.spinodal.eis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.quantity.Area;
import io.github.spinodal.core.quantity.Concentration;
import io.github.spinodal.core.quantity.DiffusionCoefficient;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.core.quantity.Temperature;
import org.junit.jupiter.api.Test;

class DiffusionTest {
    /** A = 1 cm2, C = 0.01 mol/cm3, n = 1, 298.15 K. */
    private static Diffusion golden(DiffusionConvention convention, double y0) {
        return Diffusion.by(convention)
                .withSigma(Measured.exact(1 / (Math.sqrt(2) * y0)))
                .withArea(Area.ofSquareCentimetres(1))
                .withConcentration(Concentration.ofMolesPerCubicCentimetre(0.01))
                .withTemperature(Temperature.ofKelvins(298.15))
                .withElectrons(1);
    }

    @Test
    void goldenValuesOfTableS3() {
        // Computed independently from the formula with CODATA constants, cm2/s.
        double[] y0 = {1.974e-4, 4.600e-4, 7.749e-4, 5.425e-4};
        double[] d = {2.763040e-17, 1.500405e-16, 4.257789e-16, 2.086855e-16};
        for (int i = 0; i < y0.length; i++) {
            double one = golden(DiffusionConvention.ONE_SPECIES, y0[i])
                    .estimate()
                    .coefficient()
                    .inSquareCentimetresPerSecond();
            assertEquals(d[i], one, 5e-7 * d[i]);
            double two = golden(DiffusionConvention.TWO_SPECIES, y0[i])
                    .estimate()
                    .coefficient()
                    .inSquareCentimetresPerSecond();
            assertEquals(4 * one, two, 1e-12 * two);
        }
    }

    @Test
    void insertionAgreesWithNernstWhereTheTitrationCurveIsNernstian() {
        // dE/dc = R T/(n F c), so V_m dE/dx = dE/dc = R T/(n F c) makes the two conventions equal (notes, section 3.7).
        double concentration = 1e4;
        double slope = io.github.spinodal.core.PhysicalConstants.GAS
                * 298.15
                / (io.github.spinodal.core.PhysicalConstants.FARADAY * concentration * 4.6e-5);
        DiffusionEstimate insertion = Diffusion.by(DiffusionConvention.INSERTION)
                .withSigma(Measured.exact(3582.1))
                .withArea(Area.ofSquareCentimetres(1))
                .withElectrons(1)
                .with(DiffusionQuantity.MOLAR_VOLUME, Measured.exact(4.6e-5))
                .with(DiffusionQuantity.TITRATION_SLOPE, Measured.exact(slope))
                .estimate();
        DiffusionEstimate nernst = golden(DiffusionConvention.ONE_SPECIES, 1 / (Math.sqrt(2) * 3582.1))
                .estimate();
        assertEquals(
                nernst.squareMetresPerSecond().value(),
                insertion.squareMetresPerSecond().value(),
                1e-30);
    }

    @Test
    void budgetAddsInSquares() {
        DiffusionEstimate estimate = golden(DiffusionConvention.ONE_SPECIES, 1e-4)
                .withSigma(Measured.of(7000, 70))
                .with(DiffusionQuantity.AREA, Measured.of(1e-4, 2e-6))
                .with(DiffusionQuantity.CONCENTRATION, Measured.of(1e4, 500))
                .with(DiffusionQuantity.TEMPERATURE, Measured.of(298.15, 1))
                .estimate();
        assertEquals(0.02, estimate.budget().get(DiffusionQuantity.WARBURG_COEFFICIENT), 1e-12);
        assertEquals(0.04, estimate.budget().get(DiffusionQuantity.AREA), 1e-12);
        assertEquals(0.10, estimate.budget().get(DiffusionQuantity.CONCENTRATION), 1e-12);
        double expected = Math.sqrt(0.02 * 0.02 + 0.04 * 0.04 + 0.1 * 0.1 + Math.pow(2 / 298.15, 2));
        assertEquals(expected, estimate.squareMetresPerSecond().relativeUncertainty(), 1e-12);
    }

    @Test
    void publishedCoefficientsImplyConcentrationsFarFromTheCrystal() {
        // Design notes, section 5: the four published D imply 3.07e-5, 4.98e-5, 3.92e-5, 5.08e-5 mol/cm3 (two species,
        // A = 1.885 cm2).
        double[] published = {3.30e-12, 6.81e-12, 3.12e-11, 9.12e-12};
        double[] implied = {3.07e-5, 4.98e-5, 3.92e-5, 5.08e-5};
        for (int i = 0; i < 4; i++) {
            Measured c = golden(DiffusionConvention.TWO_SPECIES, StudyCells.VALUES[i][4])
                    .withArea(Area.ofSquareCentimetres(1.885))
                    .impliedBy(
                            DiffusionCoefficient.ofSquareCentimetresPerSecond(published[i]),
                            DiffusionQuantity.CONCENTRATION);
            assertEquals(implied[i], 1e-6 * c.value(), 0.005e-5);
        }
    }

    @Test
    void inverseReturnsTheInputs() {
        Diffusion d = golden(DiffusionConvention.TWO_SPECIES, 4.6e-4);
        DiffusionCoefficient value = d.estimate().coefficient();
        for (DiffusionQuantity q : d.convention().exponents().keySet()) {
            double input = d.estimate().inputs().get(q).value();
            assertEquals(input, d.impliedBy(value, q).value(), 1e-12 * input);
        }
    }

    @Test
    void finiteLengthNeedsNeitherAreaNorConcentration() {
        DiffusionEstimate estimate = Diffusion.by(DiffusionConvention.FINITE_LENGTH)
                .with(DiffusionQuantity.LENGTH, Measured.of(330e-9, 10e-9))
                .with(DiffusionQuantity.TIME, Measured.of(100, 5))
                .estimate();
        assertEquals(1.089e-15, estimate.squareMetresPerSecond().value(), 1e-20);
    }

    @Test
    void missingAndForeignInputsAreNamed() {
        InvalidValueException missing = assertThrows(
                InvalidValueException.class,
                () -> Diffusion.by(DiffusionConvention.ONE_SPECIES).estimate());
        assertTrue(missing.getMessage().contains("absent"));
        assertThrows(
                InvalidValueException.class,
                () -> Diffusion.by(DiffusionConvention.FINITE_LENGTH).withElectrons(1));
        assertThrows(
                InvalidValueException.class,
                () -> Diffusion.by(DiffusionConvention.ONE_SPECIES).withSigma(Measured.exact(0)));
    }
}
