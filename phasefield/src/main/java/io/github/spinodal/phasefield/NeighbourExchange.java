package io.github.spinodal.phasefield;

import java.util.Arrays;

/** Rates of filling due to direct exchange between neighbours, for the blocks of a system. */
final class NeighbourExchange {
    private final GrainSystem system;
    private final ExchangeGraph graph;
    private final double[] shift;
    private final double[] potential;
    private final double[] flux;
    private final ExchangeSolver solver;

    NeighbourExchange(GrainSystem system, GrainEnsemble ensemble, ExchangeGraph graph, double relativeTolerance) {
        this.system = system;
        this.graph = graph;
        this.shift = new double[ensemble.size()];
        for (int i = 0; i < shift.length; i++) {
            shift[i] = ensemble.shiftOverKT(i);
        }
        this.potential = new double[shift.length];
        this.flux = new double[shift.length];
        this.solver = new ExchangeSolver(system, graph, relativeTolerance);
    }

    ExchangeSolver solver() {
        return solver;
    }

    /** Fills rates with the exchange at the given fillings. */
    void evaluate(double[][] filling, double[][] rates) {
        int grain = 0;
        for (int b = 0; b < system.blockCount(); b++) {
            GrainBlock block = system.block(b);
            for (int i = 0; i < block.size; i++, grain++) {
                potential[grain] = block.rates.potential(block, i, filling[b][i], shift[grain]);
            }
        }
        Arrays.fill(flux, 0);
        graph.addFlux(potential, flux);
        grain = 0;
        for (int b = 0; b < system.blockCount(); b++) {
            GrainBlock block = system.block(b);
            for (int i = 0; i < block.size; i++, grain++) {
                rates[b][i] = flux[grain] / block.weightOf(i);
            }
        }
    }
}
