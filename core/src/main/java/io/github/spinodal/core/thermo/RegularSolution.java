package io.github.spinodal.core.thermo;

import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.Require;

/**
 * The regular solution: ideal mixing of occupied and empty sites plus one pair interaction.
 *
 * <p>F(c, T) = Omega c (1 - c) + k_B T [c ln c + (1 - c) ln(1 - c)], mu = Omega (1 - 2c) + k_B T ln(c/(1 - c)) (Chen et
 * al., study of LTO thin films, Eqs. 1 and 2). It separates into two phases below T_c = Omega/2k_B.
 *
 * @param interactionJoule interaction parameter Omega (J per site), finite; positive values favour separation
 * @param temperatureKelvin absolute temperature (K), positive
 */
public record RegularSolution(double interactionJoule, double temperatureKelvin) implements ExcessModel {
    /**
     * Checks the parameters.
     *
     * @throws io.github.spinodal.core.InvalidValueException if the interaction is not finite or the temperature not
     *     positive
     */
    public RegularSolution {
        Require.finite("interaction Omega (J)", interactionJoule);
        Require.positive("temperature (K)", temperatureKelvin);
    }

    /**
     * A regular solution from its interaction in joule.
     *
     * @param interactionJoule interaction parameter Omega (J per site), finite
     * @param temperatureKelvin absolute temperature (K), positive
     * @return the model
     * @throws io.github.spinodal.core.InvalidValueException if a parameter is invalid
     */
    public static RegularSolution ofOmega(double interactionJoule, double temperatureKelvin) {
        return new RegularSolution(interactionJoule, temperatureKelvin);
    }

    /**
     * A regular solution from its interaction in units of the thermal energy.
     *
     * @param omegaOverKT interaction parameter Omega/(k_B T), dimensionless, finite
     * @param temperatureKelvin absolute temperature (K), positive
     * @return the model
     * @throws io.github.spinodal.core.InvalidValueException if a parameter is invalid
     */
    public static RegularSolution ofOmegaOverKT(double omegaOverKT, double temperatureKelvin) {
        Require.finite("Omega/kT", omegaOverKT);
        return new RegularSolution(omegaOverKT * PhysicalConstants.thermalEnergy(temperatureKelvin), temperatureKelvin);
    }

    /**
     * The interaction in units of the thermal energy.
     *
     * @return Omega/(k_B T), dimensionless
     */
    public double omegaOverKT() {
        return interactionJoule / kT();
    }

    @Override
    public double excessFreeEnergy(double c, double oneMinusC) {
        return interactionJoule * c * oneMinusC;
    }

    @Override
    public double excessChemicalPotential(double c) {
        Require.within("filling c", c, 0, 1);
        return interactionJoule * (1 - 2 * c);
    }

    @Override
    public double excessChemicalPotentialSlope(double c) {
        Require.within("filling c", c, 0, 1);
        return -2 * interactionJoule;
    }

    @Override
    public RegularSolution atTemperature(double otherTemperatureKelvin) {
        return new RegularSolution(interactionJoule, otherTemperatureKelvin);
    }

    private double kT() {
        return PhysicalConstants.BOLTZMANN * temperatureKelvin;
    }
}
