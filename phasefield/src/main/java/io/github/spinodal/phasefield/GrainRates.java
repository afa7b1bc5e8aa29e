package io.github.spinodal.phasefield;

import io.github.spinodal.core.Require;

/**
 * Rates of filling of all grains at a given current: the right-hand side that {@link Simulation} integrates, for other
 * integrators and for benchmarks. Not safe for use by several threads at once.
 */
public final class GrainRates {
    /** Largest number of grains for which factors are kept between the two passes rather than computed twice. */
    private static final int STORED_FACTORS = 16_384;

    private final GrainEnsemble ensemble;
    private final GrainSystem system;
    private final GrainState state;
    private final int[] firstGrain;
    private final double[][] p;
    private final double[][] q;
    private final boolean stored;

    private GrainRates(GrainEnsemble ensemble) {
        this.ensemble = ensemble;
        this.system = GrainSystem.of(ensemble, new Workers(1));
        this.state = new GrainState(system);
        this.stored = !system.isClosedForm() || ensemble.size() <= STORED_FACTORS;
        this.p = stored ? system.allocate() : new double[0][];
        this.q = stored ? system.allocate() : new double[0][];
        this.firstGrain = new int[system.blockCount()];
        for (int b = 1; b < firstGrain.length; b++) {
            firstGrain[b] = firstGrain[b - 1] + system.block(b - 1).size;
        }
    }

    /**
     * The rates of an ensemble.
     *
     * @param ensemble the grains
     * @return the rates
     */
    public static GrainRates of(GrainEnsemble ensemble) {
        return new GrainRates(ensemble);
    }

    /**
     * Computes the common potential and the rates.
     *
     * @param fillings filling of each grain, each in (0, 1); not modified
     * @param fillingRatePerSecond rate of the mean filling (1/s), finite
     * @param rates where the rates go (1/s), as many as grains; modified
     * @return the reduced potential u = -e(V - V_EQ)/kT; NaN where no potential carries the current
     * @throws io.github.spinodal.core.InvalidValueException if the lengths differ from the number of grains
     */
    public double evaluate(double[] fillings, double fillingRatePerSecond, double[] rates) {
        Require.sameLength("grains", ensemble.size(), "fillings", fillings.length);
        Require.sameLength("grains", ensemble.size(), "rates", rates.length);
        system.pass((b, block, scratch) -> {
            System.arraycopy(fillings, firstGrain[b], scratch.state, 0, block.size);
            if (!stored) {
                block.rates.addFactors(block, scratch.state, scratch);
                return;
            }
            block.rates.factors(block, scratch.state, p[b], q[b], scratch);
            if (block.rates.closedForm) {
                block.accumulate(p[b], scratch.lanesA);
                block.accumulate(q[b], scratch.lanesB);
            }
        });
        state.solve(
                Control.rate(Require.finite("rate of filling (1/s)", fillingRatePerSecond), 0),
                system.sumA(),
                system.sumB(),
                p,
                q,
                0,
                state.point);
        system.pass((b, block, scratch) -> {
            if (stored) {
                block.rates.rates(p[b], q[b], state.point, scratch.values, block.size);
            } else {
                System.arraycopy(fillings, firstGrain[b], scratch.state, 0, block.size);
                block.rates.ratesAnew(block, scratch.state, state.point, scratch.values, scratch);
            }
            System.arraycopy(scratch.values, 0, rates, firstGrain[b], block.size);
        });
        return state.point.potential();
    }
}
