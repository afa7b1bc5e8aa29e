package io.github.spinodal.examples.sweep;

import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.data.GalvanostaticCurve;
import io.github.spinodal.core.thermo.RegularSolution;
import io.github.spinodal.phasefield.Electrode;
import io.github.spinodal.phasefield.EndCondition;
import io.github.spinodal.phasefield.GrainClass;
import io.github.spinodal.phasefield.GrainDistribution;
import io.github.spinodal.phasefield.GrainEnsemble;
import io.github.spinodal.phasefield.Kinetics;
import io.github.spinodal.phasefield.Protocol;
import io.github.spinodal.phasefield.ProtocolStep;
import io.github.spinodal.phasefield.Simulation;
import io.github.spinodal.phasefield.oscillation.OscillationAnalysis;
import io.github.spinodal.phasefield.oscillation.OscillationResult;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * One discharge of a sweep. The whole computation is a pure function of the record, seed included.
 *
 * @param omegaOverKT interaction Omega/kT of the regular solution
 * @param currentOverRate charging rate dX/dt over the mean rate constant, dimensionless
 * @param shiftSpread standard deviation of the potential shifts over kT
 * @param grains number of grains
 * @param seed seed of the ensemble
 */
public record SweepCase(double omegaOverKT, double currentOverRate, double shiftSpread, int grains, long seed)
        implements Serializable {
    private static final double FROM = 0.01;
    private static final double TO = 0.99;

    /**
     * Every combination of currents, spreads and seeds, in that order.
     *
     * @param omegaOverKT interaction Omega/kT
     * @param currents charging rates over the mean rate constant
     * @param spreads standard deviations of the shifts over kT
     * @param grains number of grains
     * @param seeds how many seeds, counted from 1
     * @return the cases
     */
    public static List<SweepCase> grid(
            double omegaOverKT, List<Double> currents, List<Double> spreads, int grains, int seeds) {
        List<SweepCase> cases = new ArrayList<>();
        for (double current : currents) {
            for (double spread : spreads) {
                for (long seed = 1; seed <= seeds; seed++) {
                    cases.add(new SweepCase(omegaOverKT, current, spread, grains, seed));
                }
            }
        }
        return cases;
    }

    /**
     * Simulates the discharge and measures its oscillation.
     *
     * @return the outcome
     */
    public SweepOutcome compute() {
        GrainClass regularSolution = GrainClass.of(
                RegularSolution.ofOmegaOverKT(omegaOverKT, PhysicalConstants.ROOM_TEMPERATURE), Kinetics.symmetric());
        GrainDistribution distribution =
                GrainDistribution.ofRate(1).withRateSpread(0.3).withShiftSpread(shiftSpread);
        GrainEnsemble ensemble = GrainEnsemble.drawn(regularSolution, distribution, grains, seed);
        Electrode electrode = Electrode.of(ensemble, 1, 0);
        double rate = currentOverRate * ensemble.meanRatePerSecond();
        GalvanostaticCurve curve = Simulation.of(
                        electrode, Protocol.of(ProtocolStep.fillingRate(rate, EndCondition.filling(TO))))
                .withInitialFilling(FROM)
                .run()
                .curve(0);
        OscillationResult result =
                OscillationAnalysis.withDefaults().withoutSmoothNoise().analyze(curve);
        return SweepOutcome.of(this, result);
    }
}
