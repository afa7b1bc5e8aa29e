package io.github.spinodal.phasefield;

import io.github.spinodal.core.Require;

/**
 * Rates of filling of all grains at a given current: the right-hand side that {@link Simulation} integrates, for other
 * integrators and for benchmarks. Fillings and rates stay in the layout of the kernel until they are asked for. Not safe
 * for use by several threads at once.
 */
public final class GrainRates {
    private final GrainEnsemble ensemble;
    private final GrainSystem system;
    private final GrainState state;
    private final Factors factors;
    private final double[][] rates;

    private GrainRates(GrainEnsemble ensemble) {
        this.ensemble = ensemble;
        this.system = GrainSystem.of(ensemble, new Workers(1));
        this.state = new GrainState(system);
        this.factors = Factors.of(system, false);
        this.rates = system.allocate();
    }

    /**
     * The rates of an ensemble.
     *
     * @param ensemble the grains
     * @param fillings filling of each grain, each in (0, 1); copied
     * @return the rates
     * @throws io.github.spinodal.core.InvalidValueException if their number differs from that of the grains
     */
    public static GrainRates of(GrainEnsemble ensemble, double[] fillings) {
        GrainRates rates = new GrainRates(ensemble);
        rates.setFillings(fillings);
        return rates;
    }

    /**
     * Takes other fillings.
     *
     * @param fillings filling of each grain, each in (0, 1); copied
     * @throws io.github.spinodal.core.InvalidValueException if their number differs from that of the grains
     */
    public void setFillings(double[] fillings) {
        Require.sameLength("grains", ensemble.size(), "fillings", fillings.length);
        state.scatter(fillings);
    }

    /**
     * Computes the common potential and the rates.
     *
     * @param fillingRatePerSecond rate of the mean filling (1/s), finite
     * @return the reduced potential u = -e(V - V_EQ)/kT; NaN where no potential carries the current
     */
    public double evaluate(double fillingRatePerSecond) {
        Control control = Control.rate(Require.finite("rate of filling (1/s)", fillingRatePerSecond), 0);
        double[][] c = state.filling;
        system.pass((b, block, scratch) -> factors.addUp(b, block, c[b], scratch));
        factors.solve(state, control, 0, state.point);
        system.pass((b, block, scratch) -> factors.rates(b, block, c[b], state.point, rates[b], scratch));
        return state.point.potential();
    }

    /**
     * The rates that were computed last.
     *
     * @return rate of each grain (1/s); zero before the first evaluation
     */
    public double[] ratesPerSecond() {
        return system.gather(rates);
    }
}
