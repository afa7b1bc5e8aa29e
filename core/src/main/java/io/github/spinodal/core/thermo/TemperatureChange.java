package io.github.spinodal.core.thermo;

import io.github.spinodal.core.Require;

/**
 * Another model at another temperature, its excess free energy kept.
 *
 * @param base the model whose excess counts
 * @param temperatureKelvin the temperature (K) at which mixing counts, positive
 */
public record TemperatureChange(FreeEnergyModel base, double temperatureKelvin) implements ExcessModel {
    /**
     * Checks the temperature.
     *
     * @throws io.github.spinodal.core.InvalidValueException if the temperature is not positive and finite
     */
    public TemperatureChange {
        Require.positive("temperature (K)", temperatureKelvin);
    }

    @Override
    public double excessFreeEnergy(double c, double oneMinusC) {
        return base.excessFreeEnergy(c, oneMinusC);
    }

    @Override
    public double excessChemicalPotential(double c) {
        return base.excessChemicalPotential(c);
    }

    @Override
    public double excessChemicalPotentialSlope(double c) {
        return base.excessChemicalPotentialSlope(c);
    }

    @Override
    public FreeEnergyModel atTemperature(double otherTemperatureKelvin) {
        return new TemperatureChange(base, otherTemperatureKelvin);
    }
}
