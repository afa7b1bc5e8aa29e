package io.github.spinodal.core.thermo;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;

/**
 * Another model with the elastic energy of a lattice held coherently at a mean filling: F + (B/2)(c - mean)^2.
 *
 * <p>Its spinodal is the coherent spinodal, where the curvature of the free energy is -B (Cahn, Acta Metall. 9, 795,
 * 1961). For a regular solution this is the same as lowering Omega by B/2.
 *
 * @param base the model without strain
 * @param strainEnergyJoule coherency modulus B (J per site), zero or positive
 * @param meanFilling filling of the lattice that enforces coherency, in [0, 1]
 */
public record CoherencyStrain(FreeEnergyModel base, double strainEnergyJoule, double meanFilling)
        implements ExcessModel {
    /**
     * Checks the parameters.
     *
     * @throws InvalidValueException if the modulus is negative or not finite, or the filling outside [0, 1]
     */
    public CoherencyStrain {
        Require.nonNegative("coherency modulus B (J)", strainEnergyJoule);
        Require.within("mean filling", meanFilling, 0, 1);
    }

    /**
     * Strain from elastic constants.
     *
     * @param base the model without strain
     * @param modulusPascal biaxial elastic modulus along the soft direction (Pa), positive
     * @param misfitStrain linear misfit strain between the empty and the full lattice, dimensionless
     * @param sitesPerCubicMetre lithium sites per volume (1/m3), positive
     * @param meanFilling filling of the lattice that enforces coherency, in [0, 1]
     * @return the model with B = modulus misfit^2/sites
     * @throws InvalidValueException if a parameter is invalid
     */
    public static CoherencyStrain ofElasticModulus(
            FreeEnergyModel base,
            double modulusPascal,
            double misfitStrain,
            double sitesPerCubicMetre,
            double meanFilling) {
        Require.positive("elastic modulus (Pa)", modulusPascal);
        Require.finite("misfit strain", misfitStrain);
        Require.positive("site density (1/m3)", sitesPerCubicMetre);
        return new CoherencyStrain(base, modulusPascal * misfitStrain * misfitStrain / sitesPerCubicMetre, meanFilling);
    }

    @Override
    public double temperatureKelvin() {
        return base.temperatureKelvin();
    }

    @Override
    public double excessFreeEnergy(double c, double oneMinusC) {
        double deviation = c - meanFilling;
        return base.excessFreeEnergy(c, oneMinusC) + strainEnergyJoule / 2 * deviation * deviation;
    }

    @Override
    public double excessChemicalPotential(double c) {
        return base.excessChemicalPotential(c) + strainEnergyJoule * (c - meanFilling);
    }

    @Override
    public double excessChemicalPotentialSlope(double c) {
        return base.excessChemicalPotentialSlope(c) + strainEnergyJoule;
    }

    @Override
    public FreeEnergyModel atTemperature(double temperatureKelvin) {
        return new CoherencyStrain(base.atTemperature(temperatureKelvin), strainEnergyJoule, meanFilling);
    }
}
