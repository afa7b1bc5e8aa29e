package io.github.spinodal.core.thermo;

import io.github.spinodal.core.PhysicalConstants;

/**
 * A free-energy model that is written down by its excess over ideal mixing: an implementation gives the excess free
 * energy and its two derivatives, smooth on the closed interval [0, 1], and the logarithms are added here, stable down to
 * fillings (or complements) of 1e-300.
 */
public interface ExcessModel extends FreeEnergyModel {
    /**
     * {@inheritDoc}
     *
     * @param c filling, in [0, 1]
     * @param oneMinusC the complement 1 - c, in [0, 1]
     * @return excess free energy per site (J)
     */
    @Override
    double excessFreeEnergy(double c, double oneMinusC);

    /**
     * {@inheritDoc}
     *
     * @param c filling, in [0, 1]
     * @return slope of the excess chemical potential per site (J)
     */
    @Override
    double excessChemicalPotentialSlope(double c);

    @Override
    default double freeEnergy(double c, double oneMinusC) {
        Fillings.require(c, oneMinusC);
        return excessFreeEnergy(c, oneMinusC)
                + PhysicalConstants.thermalEnergy(temperatureKelvin()) * Fillings.mixing(c, oneMinusC);
    }

    @Override
    default double chemicalPotential(double c, double oneMinusC) {
        Fillings.require(c, oneMinusC);
        return excessChemicalPotential(c)
                + PhysicalConstants.thermalEnergy(temperatureKelvin()) * Fillings.logit(c, oneMinusC);
    }

    @Override
    default double chemicalPotentialSlope(double c, double oneMinusC) {
        Fillings.require(c, oneMinusC);
        return PhysicalConstants.thermalEnergy(temperatureKelvin()) / c / oneMinusC + excessChemicalPotentialSlope(c);
    }
}
