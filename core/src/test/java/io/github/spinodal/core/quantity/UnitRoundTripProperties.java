package io.github.spinodal.core.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class UnitRoundTripProperties {
    private static final List<DoubleUnaryOperator> ROUND_TRIPS = List.of(
            x -> Voltage.ofMillivolts(x).inMillivolts(),
            x -> Voltage.ofMicrovolts(x).inMicrovolts(),
            x -> Current.ofMilliamperes(x).inMilliamperes(),
            x -> Current.ofMicroamperes(x).inMicroamperes(),
            x -> Charge.ofMilliampereHours(x).inMilliampereHours(),
            x -> Charge.ofMicroampereHours(x).inMicroampereHours(),
            x -> Area.ofSquareCentimetres(x).inSquareCentimetres(),
            x -> Area.ofSquareNanometres(x).inSquareNanometres(),
            x -> Length.ofCentimetres(x).inCentimetres(),
            x -> Length.ofMillimetres(x).inMillimetres(),
            x -> Length.ofMicrometres(x).inMicrometres(),
            x -> Length.ofNanometres(x).inNanometres(),
            x -> Mass.ofGrams(x).inGrams(),
            x -> Mass.ofMilligrams(x).inMilligrams(),
            x -> Mass.ofMicrograms(x).inMicrograms(),
            x -> Density.ofGramsPerCubicCentimetre(x).inGramsPerCubicCentimetre(),
            x -> SpecificCapacity.ofMilliampereHoursPerGram(x).inMilliampereHoursPerGram(),
            x -> ArealCapacity.ofMicroampereHoursPerSquareCentimetre(x).inMicroampereHoursPerSquareCentimetre(),
            x -> ArealCapacity.ofMilliampereHoursPerSquareCentimetre(x).inMilliampereHoursPerSquareCentimetre(),
            x -> ChemicalPotential.ofElectronvolts(x).inElectronvolts(),
            x -> ChemicalPotential.ofMillielectronvolts(x).inMillielectronvolts(),
            x -> ChemicalPotential.ofKilojoulesPerMole(x).inKilojoulesPerMole(),
            x -> Resistance.ofKiloohms(x).inKiloohms(),
            x -> DiffusionCoefficient.ofSquareCentimetresPerSecond(x).inSquareCentimetresPerSecond(),
            x -> Concentration.ofMolesPerCubicCentimetre(x).inMolesPerCubicCentimetre(),
            x -> Concentration.ofMolesPerLitre(x).inMolesPerLitre(),
            x -> MolarVolume.ofCubicCentimetresPerMole(x).inCubicCentimetresPerMole(),
            x -> WarburgCoefficient.ofY0(x).y0SiemensRootSecond());

    @Property(seed = "20260101")
    void everyUnitReturnsWhatItWasGiven(@ForAll("magnitudes") double x, @ForAll("indices") int index) {
        assertEquals(x, ROUND_TRIPS.get(index).applyAsDouble(x), 4 * Math.ulp(x));
    }

    @Property(seed = "20260101")
    void firstOrderPropagationMatchesADirectDifference(
            @ForAll("magnitudes") double x, @ForAll("exponents") double exponent) {
        double small = 1e-6 * x;
        Measured power = Measured.of(x, small).pow(exponent);
        double spread = Math.abs(Math.pow(x + small, exponent) - Math.pow(x - small, exponent)) / 2;
        assertEquals(spread, power.standardUncertainty(), 1e-9 * Math.abs(spread) + 1e-15 * power.value());
    }

    @Provide
    Arbitrary<Double> magnitudes() {
        return Combinators.combine(
                        Arbitraries.integers().between(-12, 6),
                        Arbitraries.doubles().between(1, 10).ofScale(12))
                .as((exponent, mantissa) -> mantissa * Math.pow(10, exponent));
    }

    @Provide
    Arbitrary<Double> exponents() {
        return Arbitraries.doubles().between(-4, 4).ofScale(6);
    }

    @Provide
    Arbitrary<Integer> indices() {
        return Arbitraries.integers().between(0, ROUND_TRIPS.size() - 1);
    }
}
