package io.github.spinodal.phasefield.oscillation.study;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.quantity.DiffusionCoefficient;
import io.github.spinodal.core.quantity.Length;
import io.github.spinodal.core.thermo.RegularSolution;
import io.github.spinodal.phasefield.Kinetics;
import io.github.spinodal.phasefield.grain.GrainControl;
import io.github.spinodal.phasefield.grain.GrainGeometry;
import io.github.spinodal.phasefield.grain.GrainResult;
import io.github.spinodal.phasefield.grain.GrainSimulation;
import io.github.spinodal.phasefield.grain.SpatialGrain;
import io.github.spinodal.phasefield.grain.SurfaceCondition;
import java.io.Serializable;

/**
 * What wetting of a grain's surface by lithium does to its nucleation, expressed as the interaction of a grain of uniform
 * filling that overshoots as far. A sphere resolved in space (gradient energy kappa = 1e-10 J/m and 1.32e28 sites/m3 of
 * lithium titanate, Vasileiadis et al., arXiv 1801.06521; diameter 70 nm, the study's surface grain size) is filled slowly;
 * the largest driving force before it gives way is the spinodal's of the equivalent uniform grain.
 *
 * <p>A condition on the slope of the filling gives the same for any grid. A filled layer lies one cell (0.39 nm, half a lattice
 * constant) beyond the surface.
 *
 * @param overshootOverKT largest driving force -e(V - V_EQ)/kT of the resolved grain
 * @param omegaOverKT interaction of the uniform grain whose spinodal lies there; 2, where phases no longer separate, if
 *     there is no overshoot
 */
public record WettedInteraction(double overshootOverKT, double omegaOverKT) implements Serializable {
    private static final double RADIUS_METRE = 35e-9;
    private static final double GRADIENT_COEFFICIENT = 1e-10;
    private static final double SITES_PER_CUBIC_METRE = 1.32e28;
    private static final double DIFFUSIVITY = 1e-15;
    private static final double RATE_CONSTANT = 1;
    /** Rate of filling over rate constant: the overshoot by the current, 2 asinh(I/2j), stays below 0.005 kT. */
    private static final double FILLING_RATE = 1e-3;

    private static final double UNTIL = 0.25;
    private static final int CELLS = 90;
    private static final int TIMES = 150;
    private static final double START = 0.005;
    private static final double TOLERANCE = 1e-4;
    private static final int BISECTIONS = 60;

    /**
     * Fills a grain of the given surface slowly.
     *
     * @param omegaOverKT interaction Omega/kT of the host, above 2
     * @param surface condition at its surface
     * @return the interaction of the uniform grain with the same overshoot
     * @throws InvalidValueException if the interaction is not positive or the grain cannot be filled
     */
    public static WettedInteraction of(double omegaOverKT, SurfaceCondition surface) {
        Length gradient =
                SpatialGrain.gradientLength(GRADIENT_COEFFICIENT, SITES_PER_CUBIC_METRE, FilmPreset.TEMPERATURE_KELVIN);
        SpatialGrain grain = SpatialGrain.cahnHilliard(
                        RegularSolution.ofOmegaOverKT(omegaOverKT, FilmPreset.TEMPERATURE_KELVIN),
                        Kinetics.symmetric(),
                        RATE_CONSTANT,
                        GrainGeometry.SPHERE,
                        Length.ofMetres(RADIUS_METRE),
                        gradient,
                        DiffusionCoefficient.ofSquareMetresPerSecond(DIFFUSIVITY),
                        CELLS)
                .withSurface(surface);
        double[] times = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            times[i] = (i + 1) * UNTIL / TIMES / FILLING_RATE;
        }
        GrainResult result = GrainSimulation.of(grain, GrainControl.rate(FILLING_RATE))
                .withInitialFilling(START)
                .withTolerance(TOLERANCE)
                .run(times);
        if (!result.isComplete()) {
            throw new InvalidValueException(
                    "Omega/kT", omegaOverKT, "that of a grain which can be filled: " + result.stopReason());
        }
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < result.size(); i++) {
            highest = Math.max(highest, result.drivingOverKT(i));
        }
        return new WettedInteraction(highest, equivalent(highest));
    }

    /** The interaction whose spinodal potential is the overshoot. */
    private static double equivalent(double overshoot) {
        double low = 2;
        double high = 10;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (spinodalOverKT(middle) < overshoot) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double spinodalOverKT(double omega) {
        double c = (1 - Math.sqrt(1 - 2 / omega)) / 2;
        return omega * (1 - 2 * c) + Math.log(c / (1 - c));
    }
}
