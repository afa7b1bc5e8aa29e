package io.github.spinodal.phasefield.population;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.thermo.RegularSolution;
import io.github.spinodal.phasefield.Electrode;
import io.github.spinodal.phasefield.EndCondition;
import io.github.spinodal.phasefield.GrainClass;
import io.github.spinodal.phasefield.GrainEnsemble;
import io.github.spinodal.phasefield.Kinetics;
import io.github.spinodal.phasefield.Protocol;
import io.github.spinodal.phasefield.ProtocolStep;
import io.github.spinodal.phasefield.Simulation;
import io.github.spinodal.phasefield.ThermalNoise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Finitely many grains of the particle simulation, with thermal noise of 60 sites, against the population. */
class ParticleConvergenceTest {
    private static final double SITES = 60;
    private static final int BINS = 10;

    private static Electrode electrode(int grains) {
        return Electrode.of(
                GrainEnsemble.identical(
                        GrainClass.of(RegularSolution.ofOmegaOverKT(2.8, 298.15), Kinetics.symmetric()), grains, 1.0),
                0.1,
                1.55);
    }

    private static Protocol discharge(double to) {
        return Protocol.of(ProtocolStep.fillingRate(0.02, EndCondition.filling(to)));
    }

    private static double[] shares(double[] fillings) {
        double[] shares = new double[BINS];
        for (double c : fillings) {
            shares[Math.min(BINS - 1, (int) (c * BINS))] += 1.0 / fillings.length;
        }
        return shares;
    }

    /** Root mean square over fillings and seeds of the distance between the shares of grains per tenth of filling. */
    private static double distance(int grains, int seeds) {
        double sum = 0;
        double[] ends = {0.3, 0.6};
        for (double end : ends) {
            PopulationResult limit = PopulationSimulation.of(electrode(1), discharge(end), SITES)
                    .withCells(200)
                    .withTolerance(1e-3)
                    .withInitialFilling(0.05)
                    .run();
            for (int seed = 0; seed < seeds; seed++) {
                double[] shares = shares(Simulation.of(electrode(grains), discharge(end))
                        .withInitialFilling(0.05)
                        .withNoise(new ThermalNoise(SITES, 0.02, 7 + seed))
                        .run()
                        .fillings());
                for (int bin = 0; bin < BINS; bin++) {
                    double expected = limit.shareBetween((double) bin / BINS, (bin + 1.0) / BINS);
                    sum += Math.pow(shares[bin] - expected, 2) / (seeds * ends.length);
                }
            }
        }
        return Math.sqrt(sum);
    }

    @Tag("slow")
    @Test
    void sharesOfGrainsConvergeAsTheRootOfTheirNumber() {
        // From 60 to 2160 grains counting noise falls by a factor of 6; seeds are fixed, 3 to 12 are accepted.
        double few = distance(60, 6);
        double many = distance(2160, 1);
        assertTrue(few / many > 3 && few / many < 12, few + " against " + many);
        assertTrue(many < 0.03, "distance " + many);
    }
}
