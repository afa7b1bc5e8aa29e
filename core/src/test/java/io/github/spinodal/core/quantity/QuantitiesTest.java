package io.github.spinodal.core.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.spinodal.core.InvalidValueException;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;

class QuantitiesTest {
    private static final double TIGHT = 1e-15;

    private static void same(double expected, double actual) {
        assertEquals(expected, actual, Math.abs(expected) * TIGHT);
    }

    @Test
    void convertsIntoCoherentUnits() {
        same(2.52e-3, Voltage.ofMillivolts(2.52).inVolts());
        same(7e-6, Voltage.ofMicrovolts(7).inVolts());
        same(5.46e-6, Current.ofMicroamperes(5.46).inAmperes());
        same(2e-3, Current.ofMilliamperes(2).inAmperes());
        same(3.6, Charge.ofMilliampereHours(1).inCoulombs());
        same(0.0036, Charge.ofMicroampereHours(1).inCoulombs());
        same(1.885e-4, Area.ofSquareCentimetres(1.885).inSquareMetres());
        same(4.9e-15, Area.ofSquareNanometres(4900).inSquareMetres());
        same(0.0155, Length.ofMillimetres(15.5).inMetres());
        same(0.0155, Length.ofCentimetres(1.55).inMetres());
        same(7e-8, Length.ofNanometres(70).inMetres());
        same(7e-8, Length.ofMicrometres(0.07).inMetres());
        same(2.1e-7, Mass.ofMicrograms(210).inKilograms());
        same(2.1e-7, Mass.ofMilligrams(0.21).inKilograms());
        same(2.1e-7, Mass.ofGrams(0.00021).inKilograms());
        same(3480, Density.ofGramsPerCubicCentimetre(3.48).inKilogramsPerCubicMetre());
        same(936000, SpecificCapacity.ofMilliampereHoursPerGram(260).inCoulombsPerKilogram());
        same(36, ArealCapacity.ofMicroampereHoursPerSquareCentimetre(1).inCoulombsPerSquareMetre());
        same(36000, ArealCapacity.ofMilliampereHoursPerSquareCentimetre(1).inCoulombsPerSquareMetre());
        same(298.15, Temperature.ofDegreesCelsius(25).inKelvins());
        same(1298, Resistance.ofKiloohms(1.298).inOhms());
        same(3.3e-16, DiffusionCoefficient.ofSquareCentimetresPerSecond(3.3e-12).inSquareMetresPerSecond());
        same(7580, Concentration.ofMolesPerCubicCentimetre(7.58e-3).inMolesPerCubicMetre());
        same(1000, Concentration.ofMolesPerLitre(1).inMolesPerCubicMetre());
        same(4.5e-5, MolarVolume.ofCubicCentimetresPerMole(45).inCubicMetresPerMole());
    }

    @Test
    void readsTheThermalScaleAtRoomTemperature() {
        Temperature room = Temperature.ofKelvins(298.15);
        // k_B T/e at 298.15 K from the exact SI constants, 1.380649e-23 * 298.15/1.602176634e-19.
        assertEquals(25.692579, room.thermalVoltage().inMillivolts(), 1e-6);
        same(1.380649e-23 * 298.15, room.thermalEnergyJoules());
        assertEquals(25, room.inDegreesCelsius(), 1e-12);
        same(3.0, ChemicalPotential.ofThermalEnergies(3, room).inThermalEnergies(room));
        assertEquals(
                -77.077737,
                ChemicalPotential.ofThermalEnergies(3, room)
                        .toElectrodePotential()
                        .inMillivolts(),
                3e-6);
        // 1 eV is 96.48533212 kJ/mol (CODATA 2018, F times 1 V).
        assertEquals(96.48533212, ChemicalPotential.ofElectronvolts(1).inKilojoulesPerMole(), 1e-8);
        same(1e-3, ChemicalPotential.ofMillielectronvolts(1).inElectronvolts());
        same(1.602176634e-19, ChemicalPotential.ofElectronvolts(1).inJoules());
    }

    @Test
    void combinesAreasMassesAndCapacities() {
        // Study: disc of 15.5 mm; 210 ug at 260 mA h/g are 54.6 uA h; 10 nm of AZO (5.61 g/cm3) are 10.6 ug.
        Area disc = Area.ofDisc(Length.ofMillimetres(15.5));
        assertEquals(1.8869, disc.inSquareCentimetres(), 5e-5);
        Charge capacity = Mass.ofMicrograms(210).times(SpecificCapacity.ofMilliampereHoursPerGram(260));
        same(54.6, capacity.inMicroampereHours());
        same(54.6 / disc.inSquareCentimetres(), capacity.per(disc).inMicroampereHoursPerSquareCentimetre());
        same(54.6, capacity.per(disc).times(disc).inMicroampereHours());
        assertEquals(
                10.6,
                Mass.ofLayer(disc, Length.ofNanometres(10), Density.ofGramsPerCubicCentimetre(5.61))
                        .inMicrograms(),
                0.05);
        assertEquals(
                0.0231,
                ArealCapacity.ofMicroampereHoursPerSquareCentimetre(0.67)
                        .shareOf(ArealCapacity.ofMicroampereHoursPerSquareCentimetre(29.0)),
                5e-5);
    }

    @Test
    void countsFormulaUnitsOfLithiumTitanate() {
        // Study's D formula: 3.48 g/cm3 over 459.09 g/mol (Li4Ti5O12) are 7.58e-3 mol/cm3.
        Concentration units = Concentration.ofFormulaUnits(Density.ofGramsPerCubicCentimetre(3.48), 459.09);
        assertEquals(7.58e-3, units.inMolesPerCubicCentimetre(), 5e-6);
        same(
                units.inMolesPerCubicMetre(),
                new MolarVolume(1 / units.inMolesPerCubicMetre())
                        .toConcentration()
                        .inMolesPerCubicMetre());
    }

    @Test
    void relatesBothWarburgConventions() {
        WarburgCoefficient bare = WarburgCoefficient.ofY0(1.974e-4);
        assertEquals(1 / (Math.sqrt(2) * 1.974e-4), bare.sigmaOhmsPerRootSecond(), 1e-9);
        same(1.974e-4, bare.y0SiemensRootSecond());
        assertEquals(
                bare.sigmaOhmsPerRootSecond(),
                WarburgCoefficient.ofSigma(bare.sigmaOhmsPerRootSecond()).sigmaOhmsPerRootSecond());
    }

    private static void refuses(DoubleFunction<?> factory, double... values) {
        for (double value : values) {
            assertThrows(InvalidValueException.class, () -> factory.apply(value), () -> "accepted " + value);
        }
    }

    @Test
    void refusesWhatCannotBe() {
        double nan = Double.NaN;
        double infinite = Double.POSITIVE_INFINITY;
        refuses(Voltage::ofVolts, nan, infinite);
        refuses(Current::ofAmperes, nan, infinite);
        refuses(Charge::ofCoulombs, nan, infinite);
        refuses(ChemicalPotential::ofJoules, nan, infinite);
        refuses(kT -> ChemicalPotential.ofThermalEnergies(kT, Temperature.ofKelvins(1)), nan, infinite);
        refuses(Area::ofSquareMetres, 0, -1, nan, infinite);
        refuses(Length::ofMetres, 0, -1, nan, infinite);
        refuses(Mass::ofKilograms, 0, -1, nan, infinite);
        refuses(Density::ofKilogramsPerCubicMetre, 0, -1, nan, infinite);
        refuses(SpecificCapacity::ofCoulombsPerKilogram, 0, -1, nan, infinite);
        refuses(ArealCapacity::ofCoulombsPerSquareMetre, -1, nan, infinite);
        refuses(Temperature::ofKelvins, 0, -3, nan, infinite);
        refuses(Temperature::ofDegreesCelsius, -273.15, -300, nan, infinite);
        refuses(Resistance::ofOhms, -1, nan, infinite);
        refuses(DiffusionCoefficient::ofSquareMetresPerSecond, 0, -1, nan, infinite);
        refuses(Concentration::ofMolesPerCubicMetre, 0, -1, nan, infinite);
        refuses(molarMass -> Concentration.ofFormulaUnits(Density.ofKilogramsPerCubicMetre(1), molarMass), 0, nan);
        refuses(MolarVolume::ofCubicMetresPerMole, 0, -1, nan, infinite);
        refuses(WarburgCoefficient::ofSigma, 0, -1, nan, infinite);
        refuses(WarburgCoefficient::ofY0, 0, -1, nan, infinite);
        refuses(c -> Charge.ofCoulombs(c).per(Area.ofSquareMetres(1)), -1);
        refuses(c -> ArealCapacity.ofCoulombsPerSquareMetre(1).shareOf(ArealCapacity.ofCoulombsPerSquareMetre(c)), 0);
    }
}
