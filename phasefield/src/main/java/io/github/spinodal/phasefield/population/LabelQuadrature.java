package io.github.spinodal.phasefield.population;

import io.github.spinodal.core.Require;
import io.github.spinodal.phasefield.GrainClass;
import io.github.spinodal.phasefield.GrainEnsemble;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/** Ensembles whose grains are the nodes of a quadrature over labels: few of them stand for infinitely many grains. */
public final class LabelQuadrature {
    private static final int MOST_NODES = 200;

    private LabelQuadrature() {}

    /**
     * Normal shifts and lognormal rate constants, by Gauss-Hermite quadrature in both.
     *
     * @param grainClass what the grains have in common
     * @param medianRatePerSecond median rate constant (1/s), positive
     * @param rateLogSpread standard deviation of ln k, zero or positive
     * @param rateNodes nodes over the rate constants, 1 to 200; 1 leaves the spread out
     * @param shiftSpreadOverKT standard deviation of the shift over kT, zero or positive
     * @param shiftNodes nodes over the shifts, 1 to 200; 1 leaves the spread out
     * @return the ensemble, with rateNodes times shiftNodes grains
     * @throws io.github.spinodal.core.InvalidValueException if a number is outside its range
     */
    public static GrainEnsemble gaussian(
            GrainClass grainClass,
            double medianRatePerSecond,
            double rateLogSpread,
            int rateNodes,
            double shiftSpreadOverKT,
            int shiftNodes) {
        Require.positive("median rate constant (1/s)", medianRatePerSecond);
        Require.nonNegative("spread of ln k", rateLogSpread);
        Require.nonNegative("spread of the shift (kT)", shiftSpreadOverKT);
        Require.within("number of rate nodes", rateNodes, 1, MOST_NODES);
        Require.within("number of shift nodes", shiftNodes, 1, MOST_NODES);
        GaussIntegrator rateRule = new GaussIntegratorFactory().hermite(rateNodes);
        GaussIntegrator shiftRule = new GaussIntegratorFactory().hermite(shiftNodes);
        int size = rateNodes * shiftNodes;
        double[] weight = new double[size];
        double[] rate = new double[size];
        double[] shift = new double[size];
        for (int i = 0; i < rateNodes; i++) {
            for (int j = 0; j < shiftNodes; j++) {
                int label = i * shiftNodes + j;
                // Hermite nodes belong to exp(-x^2), so a standard normal variable is x sqrt(2).
                rate[label] = medianRatePerSecond * Math.exp(rateLogSpread * Math.sqrt(2) * rateRule.getPoint(i));
                shift[label] = shiftSpreadOverKT * Math.sqrt(2) * shiftRule.getPoint(j);
                weight[label] = rateRule.getWeight(i) * shiftRule.getWeight(j);
            }
        }
        return GrainEnsemble.of(grainClass, weight, rate, shift);
    }
}
