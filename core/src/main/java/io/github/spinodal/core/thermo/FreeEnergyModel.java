package io.github.spinodal.core.thermo;

import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * Free energy of a homogeneous host as a function of its filling c, the share of lithium sites that are occupied.
 *
 * <p>All energies are per site and in joule; c lies in the open interval (0, 1). Implementations are immutable. Each
 * quantity comes in three forms: of c alone; of c and 1 - c, for fillings so close to 1 that 1 - c would be lost in
 * rounding; and over arrays, which a simulation calls in its inner loop.
 */
public interface FreeEnergyModel extends Serializable {
    /**
     * Absolute temperature for which the model holds.
     *
     * @return temperature (K)
     */
    double temperatureKelvin();

    /**
     * Free energy of a filling given with its complement.
     *
     * @param c filling, in (0, 1)
     * @param oneMinusC the complement 1 - c, in (0, 1)
     * @return free energy per site (J)
     * @throws io.github.spinodal.core.InvalidValueException if c or its complement is outside (0, 1)
     */
    double freeEnergy(double c, double oneMinusC);

    /**
     * Chemical potential, the derivative of the free energy, of a filling given with its complement.
     *
     * @param c filling, in (0, 1)
     * @param oneMinusC the complement 1 - c, in (0, 1)
     * @return chemical potential per site (J)
     * @throws io.github.spinodal.core.InvalidValueException if c or its complement is outside (0, 1)
     */
    double chemicalPotential(double c, double oneMinusC);

    /**
     * Slope of the chemical potential, the second derivative of the free energy, of a filling given with its complement.
     *
     * @param c filling, in (0, 1)
     * @param oneMinusC the complement 1 - c, in (0, 1)
     * @return slope of the chemical potential per site (J); negative inside a spinodal
     * @throws io.github.spinodal.core.InvalidValueException if c or its complement is outside (0, 1)
     */
    double chemicalPotentialSlope(double c, double oneMinusC);

    /**
     * The chemical potential without its ideal part k_B T ln(c/(1-c)); smooth on the closed interval [0, 1].
     *
     * <p>This is what separates phases, and what fast simulation kernels turn into a polynomial.
     *
     * @param c filling, in [0, 1]
     * @return excess chemical potential per site (J)
     * @throws io.github.spinodal.core.InvalidValueException if c is outside [0, 1]
     */
    double excessChemicalPotential(double c);

    /**
     * Slope of the excess chemical potential, the curvature of the excess free energy.
     *
     * <p>Models that know it override this; here it is what the whole slope leaves after the ideal part k_B T/(c(1-c)) is
     * taken away. Within 1e-6 of either end, where the ideal part would drown it, it is the value at that distance.
     *
     * @param c filling, in [0, 1]
     * @return slope of the excess chemical potential per site (J)
     * @throws io.github.spinodal.core.InvalidValueException if c is outside [0, 1]
     */
    default double excessChemicalPotentialSlope(double c) {
        double nearest = Math.min(1 - 1e-6, Math.max(1e-6, Require.within("filling c", c, 0, 1)));
        return chemicalPotentialSlope(nearest)
                - PhysicalConstants.thermalEnergy(temperatureKelvin()) / nearest / (1 - nearest);
    }

    /**
     * The free energy without its ideal part k_B T [c ln c + (1-c) ln(1-c)].
     *
     * @param c filling, in (0, 1)
     * @param oneMinusC the complement 1 - c, in (0, 1)
     * @return excess free energy per site (J)
     * @throws io.github.spinodal.core.InvalidValueException if c or its complement is outside (0, 1)
     */
    default double excessFreeEnergy(double c, double oneMinusC) {
        return freeEnergy(c, oneMinusC)
                - PhysicalConstants.thermalEnergy(temperatureKelvin()) * Fillings.mixing(c, oneMinusC);
    }

    /**
     * The same host at another temperature, on the assumption that its excess free energy does not depend on it: only
     * the ideal mixing part changes.
     *
     * @param temperatureKelvin the other temperature (K), positive
     * @return the model at that temperature
     * @throws io.github.spinodal.core.InvalidValueException if the temperature is not positive and finite
     */
    default FreeEnergyModel atTemperature(double temperatureKelvin) {
        return new TemperatureChange(this, temperatureKelvin);
    }

    /**
     * Free energy.
     *
     * @param c filling, in (0, 1)
     * @return free energy per site (J)
     * @throws io.github.spinodal.core.InvalidValueException if c is outside (0, 1)
     */
    default double freeEnergy(double c) {
        return freeEnergy(c, 1 - c);
    }

    /**
     * Chemical potential, the derivative of the free energy.
     *
     * @param c filling, in (0, 1)
     * @return chemical potential per site (J)
     * @throws io.github.spinodal.core.InvalidValueException if c is outside (0, 1)
     */
    default double chemicalPotential(double c) {
        return chemicalPotential(c, 1 - c);
    }

    /**
     * Slope of the chemical potential, the second derivative of the free energy.
     *
     * @param c filling, in (0, 1)
     * @return slope of the chemical potential per site (J); negative inside a spinodal
     * @throws io.github.spinodal.core.InvalidValueException if c is outside (0, 1)
     */
    default double chemicalPotentialSlope(double c) {
        return chemicalPotentialSlope(c, 1 - c);
    }

    /**
     * Chemical potentials of many fillings.
     *
     * @param c fillings, each in (0, 1); not modified
     * @param chemicalPotential where the results go (J), at least as long as c; modified
     * @throws io.github.spinodal.core.InvalidValueException if a filling is outside (0, 1)
     */
    default void chemicalPotential(double[] c, double[] chemicalPotential) {
        for (int i = 0; i < c.length; i++) {
            chemicalPotential[i] = chemicalPotential(c[i]);
        }
    }

    /**
     * Free energies of many fillings.
     *
     * @param c fillings, each in (0, 1); not modified
     * @param freeEnergy where the results go (J), at least as long as c; modified
     * @throws io.github.spinodal.core.InvalidValueException if a filling is outside (0, 1)
     */
    default void freeEnergy(double[] c, double[] freeEnergy) {
        for (int i = 0; i < c.length; i++) {
            freeEnergy[i] = freeEnergy(c[i]);
        }
    }

    /**
     * Slopes of the chemical potential of many fillings.
     *
     * @param c fillings, each in (0, 1); not modified
     * @param slope where the results go (J), at least as long as c; modified
     * @throws io.github.spinodal.core.InvalidValueException if a filling is outside (0, 1)
     */
    default void chemicalPotentialSlope(double[] c, double[] slope) {
        for (int i = 0; i < c.length; i++) {
            slope[i] = chemicalPotentialSlope(c[i]);
        }
    }
}
