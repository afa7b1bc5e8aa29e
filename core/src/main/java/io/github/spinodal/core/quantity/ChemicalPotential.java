package io.github.spinodal.core.quantity;

import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * A chemical potential per particle (lithium atom or site).
 *
 * @param inJoules the chemical potential (J), finite
 */
public record ChemicalPotential(double inJoules) implements Serializable {
    /**
     * Checks the number.
     *
     * @throws io.github.spinodal.core.InvalidValueException if the number is not finite
     */
    public ChemicalPotential {
        Require.finite("chemical potential (J)", inJoules);
    }

    /**
     * A chemical potential from joules.
     *
     * @param joules the chemical potential (J), finite
     * @return the chemical potential
     * @throws io.github.spinodal.core.InvalidValueException if the number is not finite
     */
    public static ChemicalPotential ofJoules(double joules) {
        return new ChemicalPotential(joules);
    }

    /**
     * A chemical potential from electronvolts.
     *
     * @param electronvolts the chemical potential (eV), finite
     * @return the chemical potential
     * @throws io.github.spinodal.core.InvalidValueException if the number is not finite
     */
    public static ChemicalPotential ofElectronvolts(double electronvolts) {
        return new ChemicalPotential(electronvolts * PhysicalConstants.ELEMENTARY_CHARGE);
    }

    /**
     * A chemical potential from millielectronvolts.
     *
     * @param millielectronvolts the chemical potential (meV), finite
     * @return the chemical potential
     * @throws io.github.spinodal.core.InvalidValueException if the number is not finite
     */
    public static ChemicalPotential ofMillielectronvolts(double millielectronvolts) {
        return new ChemicalPotential(millielectronvolts * (1e-3 * PhysicalConstants.ELEMENTARY_CHARGE));
    }

    /**
     * A chemical potential from kilojoules per mole.
     *
     * @param kilojoulesPerMole the chemical potential (kJ/mol), finite
     * @return the chemical potential
     * @throws io.github.spinodal.core.InvalidValueException if the number is not finite
     */
    public static ChemicalPotential ofKilojoulesPerMole(double kilojoulesPerMole) {
        return new ChemicalPotential(kilojoulesPerMole * (1e3 / PhysicalConstants.AVOGADRO));
    }

    /**
     * The chemical potential in electronvolts.
     *
     * @return the chemical potential (eV)
     */
    public double inElectronvolts() {
        return inJoules / PhysicalConstants.ELEMENTARY_CHARGE;
    }

    /**
     * The chemical potential in millielectronvolts.
     *
     * @return the chemical potential (meV)
     */
    public double inMillielectronvolts() {
        return inJoules / (1e-3 * PhysicalConstants.ELEMENTARY_CHARGE);
    }

    /**
     * The chemical potential in kilojoules per mole.
     *
     * @return the chemical potential (kJ/mol)
     */
    public double inKilojoulesPerMole() {
        return inJoules / (1e3 / PhysicalConstants.AVOGADRO);
    }

    /**
     * A chemical potential from multiples of the thermal energy.
     *
     * @param multiples chemical potential over k_B T, dimensionless, finite
     * @param temperature the temperature
     * @return the chemical potential
     * @throws io.github.spinodal.core.InvalidValueException if the number is not finite
     */
    public static ChemicalPotential ofThermalEnergies(double multiples, Temperature temperature) {
        Require.finite("chemical potential (k_B T)", multiples);
        return new ChemicalPotential(multiples * temperature.thermalEnergyJoules());
    }

    /**
     * The chemical potential in multiples of the thermal energy.
     *
     * @param temperature the temperature
     * @return chemical potential over k_B T, dimensionless
     */
    public double inThermalEnergies(Temperature temperature) {
        return inJoules / temperature.thermalEnergyJoules();
    }

    /**
     * The electrode potential, against the one where this potential is zero, of a host whose lithium has it: V - V_EQ =
     * -mu/e.
     *
     * @return the potential difference
     */
    public Voltage toElectrodePotential() {
        return Voltage.ofVolts(-inJoules / PhysicalConstants.ELEMENTARY_CHARGE);
    }
}
