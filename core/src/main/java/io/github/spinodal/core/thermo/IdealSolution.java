package io.github.spinodal.core.thermo;

import io.github.spinodal.core.Require;

/**
 * The ideal solution: non-interacting lithium on equivalent sites, mu = k_B T ln(c/(1 - c)). It never separates.
 *
 * @param temperatureKelvin absolute temperature (K), positive
 */
public record IdealSolution(double temperatureKelvin) implements ExcessModel {
    /**
     * Checks the temperature.
     *
     * @throws io.github.spinodal.core.InvalidValueException if the temperature is not positive and finite
     */
    public IdealSolution {
        Require.positive("temperature (K)", temperatureKelvin);
    }

    /**
     * An ideal solution.
     *
     * @param temperatureKelvin absolute temperature (K), positive
     * @return the model
     * @throws io.github.spinodal.core.InvalidValueException if the temperature is not positive and finite
     */
    public static IdealSolution of(double temperatureKelvin) {
        return new IdealSolution(temperatureKelvin);
    }

    @Override
    public double excessFreeEnergy(double c, double oneMinusC) {
        return 0;
    }

    @Override
    public double excessChemicalPotential(double c) {
        Require.within("filling c", c, 0, 1);
        return 0;
    }

    @Override
    public double excessChemicalPotentialSlope(double c) {
        Require.within("filling c", c, 0, 1);
        return 0;
    }

    @Override
    public IdealSolution atTemperature(double otherTemperatureKelvin) {
        return new IdealSolution(otherTemperatureKelvin);
    }
}
