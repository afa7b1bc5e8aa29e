package io.github.spinodal.phasefield.population;

import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.thermo.FreeEnergyModel;
import io.github.spinodal.phasefield.GrainEnsemble;
import io.github.spinodal.phasefield.Kinetics;

/**
 * The Fokker-Planck operator of the grains with one label, in flux form: d rho/dt = -dJ/dc with J = D [N_s A rho - d
 * rho/dc], which is f rho - D d rho/dc with D = f/(N_s A).
 *
 * <p>Between two cells N_s A is minus the slope of Phi = N_s G(c)/kT; with weights B(z) = z/(e^z - 1) of the difference
 * z of Phi the density exp(-Phi) carries no flux, to the last digit (Chang and Cooper, J. Comput. Phys. 6, 1, 1970).
 */
final class LabelOperator {
    final double weight;
    private final int cells;
    private final Kinetics kinetics;
    private final double sites;
    private final double rateConstant;
    /** Difference of free energy and shift between neighbouring cells over kT, and both at the face between them. */
    private final double[] energyStep;

    private final double[] facePotential;
    private final double[] faceExchange;
    private final double[] upward;
    private final double[] downward;
    private final double[] pivot;

    LabelOperator(GrainEnsemble ensemble, int label, double sites, int cells) {
        this.cells = cells;
        this.sites = sites;
        weight = ensemble.weight(label);
        rateConstant = ensemble.ratePerSecond(label);
        kinetics = ensemble.grainClass(ensemble.classOf(label)).kinetics();
        FreeEnergyModel model = ensemble.model(label);
        double shift = ensemble.shiftOverKT(label);
        double thermalEnergy = PhysicalConstants.thermalEnergy(model.temperatureKelvin());
        energyStep = new double[cells];
        facePotential = new double[cells];
        faceExchange = new double[cells];
        upward = new double[cells];
        downward = new double[cells];
        pivot = new double[cells];
        for (int face = 1; face < cells; face++) {
            double c = (double) face / cells;
            energyStep[face] =
                    (model.freeEnergy(centre(face, cells)) - model.freeEnergy(centre(face - 1, cells))) / thermalEnergy
                            + shift / cells;
            double excess = model.excessChemicalPotential(c) / thermalEnergy + shift;
            facePotential[face] = excess + Math.log(c / (1 - c));
            faceExchange[face] = rateConstant * kinetics.exchangeRate(c, 1 - c, excess);
        }
    }

    static double centre(int cell, int cells) {
        return (cell + 0.5) / cells;
    }

    /** B(z) = z/(e^z - 1). */
    static double bernoulli(double z) {
        return z == 0 ? 1 : z / Math.expm1(z);
    }

    private double diffusion(int face, double driving) {
        double affinity = driving - facePotential[face];
        double perAffinity = Math.abs(affinity) < 1e-7 ? 1 : kinetics.driving().rate(affinity) / affinity;
        return faceExchange[face] * perAffinity / sites;
    }

    private double exponent(int face, double driving) {
        return sites * (energyStep[face] - driving / cells);
    }

    /** The implicit Euler step: solves (1 - dt L(u)) next = rho. */
    void step(double[] rho, double driving, double seconds, double[] next) {
        double scale = seconds * cells * cells;
        for (int face = 1; face < cells; face++) {
            double diffusion = diffusion(face, driving);
            double z = exponent(face, driving);
            double weightUp = bernoulli(z);
            upward[face] = scale * diffusion * weightUp;
            downward[face] = scale * diffusion * (weightUp + z);
        }
        // Each column sums to one, so that the pivots can be had without a subtraction: grains are kept to round-off
        // for
        // steps of any length (Grassmann, Taksar and Heyman, Oper. Res. 33, 1107, 1985).
        double kept = 1;
        for (int i = 0; i < cells; i++) {
            next[i] = rho[i];
            if (i > 0) {
                double passed = 1 / pivot[i - 1];
                kept = 1 + downward[i] * kept * passed;
                next[i] += upward[i] * passed * next[i - 1];
            }
            pivot[i] = kept + (i == cells - 1 ? 0 : upward[i + 1]);
        }
        next[cells - 1] /= pivot[cells - 1];
        for (int i = cells - 2; i >= 0; i--) {
            next[i] = (next[i] + downward[i + 1] * next[i + 1]) / pivot[i];
        }
    }
}
