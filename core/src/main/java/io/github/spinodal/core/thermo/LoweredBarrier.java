package io.github.spinodal.core.thermo;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;

/**
 * Another model whose excess free energy is lowered to a share, as a grain behaves whose surface is wetted by one of the
 * phases: the new phase need not nucleate in the bulk, so that the grain as a whole meets a smaller barrier.
 *
 * <p>For a regular solution the share multiplies Omega. Cogswell and Bazant (Nano Lett. 13, 3036, 2013) computed the share
 * for wetted LiFePO4 particles; {@link #ofParticleSize} has their size dependence. Resolving the grain in space, as the
 * phase-field module does, needs no such share.
 *
 * @param base the model of the bulk
 * @param share what is left of the excess free energy, in [0, 1]; 1 leaves the bulk, 0 an ideal solution
 */
public record LoweredBarrier(FreeEnergyModel base, double share) implements ExcessModel {
    private static final double BULK_OMEGA_OVER_KT = 4.516;
    private static final double SMALLEST_OMEGA_OVER_KT = 2;
    private static final double SIZE_SCALE_NANOMETRES = 3.6338;
    private static final double[] SIZE_SERIES = {-10.25, -8.491, -208.3, 2985, -11680};

    /**
     * Checks the share.
     *
     * @throws InvalidValueException if the share is outside [0, 1]
     */
    public LoweredBarrier {
        Require.within("share of the excess free energy", share, 0, 1);
    }

    /**
     * Interaction of a wetted LiFePO4 particle by its size: a fifth-order polynomial in 3.6338 nm/size fitted to Cogswell
     * and Bazant (2013) by the authors of MPET (Smith and Bazant, J. Electrochem. Soc. 164, E3291, 2017), not below 2.
     *
     * @param sizeNanometres particle size (nm), at least 3.6338
     * @param temperatureKelvin absolute temperature (K), positive
     * @return the regular solution with the lowered Omega
     * @throws InvalidValueException if the size is smaller than the fit's length scale, or a number not finite
     */
    public static RegularSolution ofParticleSize(double sizeNanometres, double temperatureKelvin) {
        Require.within("particle size (nm)", sizeNanometres, SIZE_SCALE_NANOMETRES, Double.MAX_VALUE);
        double x = SIZE_SCALE_NANOMETRES / sizeNanometres;
        double sum = 0;
        for (int k = SIZE_SERIES.length - 1; k >= 0; k--) {
            sum = (sum + SIZE_SERIES[k]) * x;
        }
        return RegularSolution.ofOmegaOverKT(
                Math.max(SMALLEST_OMEGA_OVER_KT, BULK_OMEGA_OVER_KT + sum), temperatureKelvin);
    }

    @Override
    public double temperatureKelvin() {
        return base.temperatureKelvin();
    }

    @Override
    public double excessFreeEnergy(double c, double oneMinusC) {
        return share * base.excessFreeEnergy(c, oneMinusC);
    }

    @Override
    public double excessChemicalPotential(double c) {
        return share * base.excessChemicalPotential(c);
    }

    @Override
    public double excessChemicalPotentialSlope(double c) {
        return share * base.excessChemicalPotentialSlope(c);
    }

    @Override
    public FreeEnergyModel atTemperature(double temperatureKelvin) {
        return new LoweredBarrier(base.atTemperature(temperatureKelvin), share);
    }
}
