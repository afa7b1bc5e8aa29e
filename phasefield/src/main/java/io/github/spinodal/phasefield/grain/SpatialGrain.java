package io.github.spinodal.phasefield.grain;

import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.quantity.DiffusionCoefficient;
import io.github.spinodal.core.quantity.Length;
import io.github.spinodal.core.thermo.FreeEnergyModel;
import io.github.spinodal.phasefield.Kinetics;
import java.io.Serializable;
import java.util.Objects;

/**
 * One grain whose filling varies along one coordinate.
 *
 * <p>Its chemical potential is mu = mu_h(c) + B (c - mean) - k_B T lambda^2 lap(c), with lambda^2 = kappa/(rho k_B T) for
 * a gradient energy (kappa/2)(grad c)^2 and rho sites per volume. Lithium enters by the same kinetics as in an ensemble of
 * homogeneous grains, with this potential and its excess in the place of the homogeneous ones.
 *
 * <ul>
 *   <li>Allen-Cahn reaction: a plate so thin that each depth fills through its own faces (Bai, Cogswell and Bazant, Nano
 *       Lett. 11, 4890, 2011).
 *   <li>Cahn-Hilliard reaction: lithium enters at the surface and moves inside by D m(c) grad(mu)/k_B T (Zeng and Bazant,
 *       SIAM J. Appl. Math. 74, 980, 2014).
 * </ul>
 *
 * @param model free energy of the homogeneous host
 * @param kinetics insertion kinetics
 * @param ratePerSecond rate constant k of the mean filling (1/s), positive
 * @param kind where lithium enters and how it moves
 * @param geometry symmetry of the grain; a plate for the Allen-Cahn reaction
 * @param length length of the plate, half thickness of the slab or radius
 * @param gradientLength lambda
 * @param cells number of cells along the coordinate, at least 3
 * @param strainEnergyJoule coherency modulus B (J per site), zero or positive
 * @param surface condition at the surface
 * @param diffusivitySquareMetrePerSecond diffusion coefficient D (m2/s); not used by the Allen-Cahn reaction
 * @param mobility dependence of the flux on the filling
 * @param scheme how a curved grain is divided
 */
public record SpatialGrain(
        FreeEnergyModel model,
        Kinetics kinetics,
        double ratePerSecond,
        Kind kind,
        GrainGeometry geometry,
        Length length,
        Length gradientLength,
        int cells,
        double strainEnergyJoule,
        SurfaceCondition surface,
        double diffusivitySquareMetrePerSecond,
        Mobility mobility,
        Scheme scheme)
        implements Serializable {
    private static final int FEWEST_CELLS = 3;

    /** Where lithium enters a grain and how it moves. */
    public enum Kind {
        /** Every cell reacts, none exchanges. */
        ALLEN_CAHN,
        /** The surface cell reacts, all exchange. */
        CAHN_HILLIARD
    }

    /**
     * Checks the numbers.
     *
     * @throws io.github.spinodal.core.InvalidValueException if the rate constant is not positive, the modulus or the
     *     diffusivity negative, or there are fewer than three cells
     */
    public SpatialGrain {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(kinetics, "kinetics");
        Require.positive("rate constant (1/s)", ratePerSecond);
        Require.atLeast("number of cells", cells, FEWEST_CELLS);
        Require.nonNegative("coherency modulus B (J)", strainEnergyJoule);
        Require.nonNegative("diffusivity (m2/s)", diffusivitySquareMetrePerSecond);
    }

    /**
     * A plate under the Allen-Cahn reaction, without strain and with neutral edges.
     *
     * @param model free energy of the homogeneous host
     * @param kinetics insertion kinetics
     * @param ratePerSecond rate constant k of the filling (1/s), positive
     * @param length length of the plate
     * @param gradientLength lambda
     * @param cells number of cells along the plate, at least 3
     * @return the grain
     * @throws io.github.spinodal.core.InvalidValueException if a number is invalid
     */
    public static SpatialGrain allenCahn(
            FreeEnergyModel model,
            Kinetics kinetics,
            double ratePerSecond,
            Length length,
            Length gradientLength,
            int cells) {
        return new SpatialGrain(
                model,
                kinetics,
                ratePerSecond,
                Kind.ALLEN_CAHN,
                GrainGeometry.PLANE,
                length,
                gradientLength,
                cells,
                0,
                SurfaceCondition.neutral(),
                0,
                Mobility.LATTICE,
                Scheme.FINITE_VOLUME);
    }

    /**
     * A grain under the Cahn-Hilliard reaction, without strain and with a neutral surface.
     *
     * @param model free energy of the homogeneous host
     * @param kinetics insertion kinetics
     * @param ratePerSecond rate constant k of the mean filling (1/s), positive
     * @param geometry symmetry of the grain
     * @param length half thickness of the slab or radius
     * @param gradientLength lambda
     * @param diffusion diffusion coefficient D
     * @param cells number of cells from the centre to the surface, at least 3
     * @return the grain
     * @throws io.github.spinodal.core.InvalidValueException if a number is invalid
     */
    public static SpatialGrain cahnHilliard(
            FreeEnergyModel model,
            Kinetics kinetics,
            double ratePerSecond,
            GrainGeometry geometry,
            Length length,
            Length gradientLength,
            DiffusionCoefficient diffusion,
            int cells) {
        return new SpatialGrain(
                model,
                kinetics,
                ratePerSecond,
                Kind.CAHN_HILLIARD,
                geometry,
                length,
                gradientLength,
                cells,
                0,
                SurfaceCondition.neutral(),
                diffusion.inSquareMetresPerSecond(),
                Mobility.LATTICE,
                Scheme.FINITE_VOLUME);
    }

    /**
     * The length lambda = sqrt(kappa/(rho k_B T)) of a gradient energy.
     *
     * @param coefficientJoulePerMetre gradient energy coefficient kappa (J/m), positive
     * @param sitesPerCubicMetre lithium sites per volume rho (1/m3), positive
     * @param temperatureKelvin temperature (K), positive
     * @return lambda
     * @throws io.github.spinodal.core.InvalidValueException if a number is not positive
     */
    public static Length gradientLength(
            double coefficientJoulePerMetre, double sitesPerCubicMetre, double temperatureKelvin) {
        Require.positive("gradient energy coefficient (J/m)", coefficientJoulePerMetre);
        Require.positive("site density (1/m3)", sitesPerCubicMetre);
        return Length.ofMetres(Math.sqrt(
                coefficientJoulePerMetre / (sitesPerCubicMetre * PhysicalConstants.thermalEnergy(temperatureKelvin))));
    }

    /**
     * The same grain held coherent by its mean filling.
     *
     * @param joule coherency modulus B (J per site), zero or positive
     * @return the grain
     * @throws io.github.spinodal.core.InvalidValueException if the modulus is negative or not finite
     */
    public SpatialGrain withCoherencyStrain(double joule) {
        return copy(cells, joule, surface, mobility, scheme);
    }

    /**
     * The same grain with another surface.
     *
     * @param newSurface the condition at the surface
     * @return the grain
     */
    public SpatialGrain withSurface(SurfaceCondition newSurface) {
        return copy(cells, strainEnergyJoule, newSurface, mobility, scheme);
    }

    /**
     * The same grain with another mobility.
     *
     * @param newMobility dependence of the flux on the filling
     * @return the grain
     */
    public SpatialGrain withMobility(Mobility newMobility) {
        return copy(cells, strainEnergyJoule, surface, newMobility, scheme);
    }

    /**
     * The same grain divided in another way.
     *
     * @param newScheme the scheme
     * @return the grain
     */
    public SpatialGrain withScheme(Scheme newScheme) {
        return copy(cells, strainEnergyJoule, surface, mobility, newScheme);
    }

    /**
     * The same grain on another grid.
     *
     * @param newCells number of cells, at least 3
     * @return the grain
     * @throws io.github.spinodal.core.InvalidValueException if there are fewer than three
     */
    public SpatialGrain withCells(int newCells) {
        return copy(newCells, strainEnergyJoule, surface, mobility, scheme);
    }

    private SpatialGrain copy(
            int newCells, double strain, SurfaceCondition newSurface, Mobility newMobility, Scheme newScheme) {
        return new SpatialGrain(
                model,
                kinetics,
                ratePerSecond,
                kind,
                geometry,
                length,
                gradientLength,
                newCells,
                strain,
                newSurface,
                diffusivitySquareMetrePerSecond,
                newMobility,
                newScheme);
    }

    Grid grid() {
        double slope =
                surface instanceof SurfaceCondition.ContactSlope contact ? contact.perMetre() * length.inMetres() : 0;
        return kind == Kind.ALLEN_CAHN
                ? Grid.plate(cells, surface, slope)
                : Grid.radial(geometry, cells, surface, slope, scheme);
    }

    double thermalEnergy() {
        return PhysicalConstants.thermalEnergy(model.temperatureKelvin());
    }
}
