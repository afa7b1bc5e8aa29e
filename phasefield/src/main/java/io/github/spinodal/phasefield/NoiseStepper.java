package io.github.spinodal.phasefield;

/**
 * A fixed step of the Langevin equation of {@link ThermalNoise}, of weak order one.
 *
 * <p>The noise amplitude is taken after a predicted jump (Hänggi and Klimontovich), which brings in the drift dD/dc
 * without a derivative. For a held current, the divergence of the projected mobility reduces that drift by the grain's
 * share w^2 D/sum(w^2 D); what it adds along the direction of projection is removed again by the projection. The
 * dependence of D on the common potential is left out of it: exact at a held potential, and to order 1/N at a held
 * current. Fillings are reflected at 0 and 1.
 */
final class NoiseStepper implements Stepper {
    private static final int PROJECTIONS = 30;

    private final GrainState state;
    private final GrainSystem system;
    private final ThermalNoise noise;
    private final double[][] sites;
    private final long[][] identity;
    private final double[][] p;
    private final double[][] q;
    private final double[][] mobility;
    private final double[][] change;
    private final double[][] correction;
    private long number;
    private long evaluations;
    private double increment;

    NoiseStepper(GrainState state, GrainEnsemble ensemble, ThermalNoise noise) {
        this.state = state;
        this.system = state.system;
        this.noise = noise;
        this.p = system.allocate();
        this.q = system.allocate();
        this.mobility = system.allocate();
        this.change = system.allocate();
        this.correction = system.allocate();
        this.sites = system.allocate();
        this.identity = new long[sites.length][];
        int grain = 0;
        for (int b = 0; b < sites.length; b++) {
            identity[b] = new long[sites[b].length];
            for (int i = 0; i < sites[b].length; i++, grain++) {
                sites[b][i] = noise.meanSitesPerGrain() * ensemble.weight(grain) * ensemble.size();
                identity[b][i] = ensemble.identity(grain);
            }
        }
    }

    /** Sets the number of the next step, which its random numbers follow. */
    void setNumber(long newNumber) {
        number = newNumber;
    }

    @Override
    public int errorOrder() {
        return 1;
    }

    @Override
    public void restart(Control control, double time) {
        solve(state.filling, control, time, state.point);
    }

    @Override
    public void resume() {}

    @Override
    public double largestRate(int block) {
        return 0;
    }

    @Override
    public double increment() {
        return increment;
    }

    @Override
    public long evaluations() {
        return evaluations;
    }

    private void solve(double[][] y, Control control, double time, OperatingPoint target) {
        system.pass((b, block, scratch) -> {
            block.rates.factors(block, y[b], p[b], q[b], scratch);
            if (block.rates.closedForm) {
                block.accumulate(p[b], scratch.lanesA);
                block.accumulate(q[b], scratch.lanesB);
            }
        });
        state.solve(control, system.sumA(), system.sumB(), p, q, time, target);
        evaluations++;
    }

    /** Fills D at fillings y and the present potential, and, where rates is not empty, the rates. */
    private void diffusivity(int b, GrainBlock block, double[] y, double[] d, double[] f, Scratch scratch) {
        block.rates.factors(block, y, scratch.p, scratch.q, scratch);
        block.rates.rates(scratch.p, scratch.q, state.point, f, block.size);
        block.rates.slopes(scratch.p, scratch.q, state.point, scratch.values, block.size);
        for (int i = 0; i < block.size; i++) {
            double affinity = block.rates.affinity(scratch.p[i], scratch.q[i], state.point);
            double conductance = Math.abs(affinity) < 1e-6 ? scratch.values[i] : f[i] / affinity;
            d[i] = Math.max(0, conductance) / sites[b][i];
        }
    }

    @Override
    public double attempt(Control control, double time, double h) {
        double[][] y = state.filling;
        double[][] z = state.candidate;
        system.pass((b, block, scratch) -> {
            double[] f = scratch.state;
            double[] d = mobility[b];
            diffusivity(b, block, y[b], d, f, scratch);
            for (int i = 0; i < block.size; i++) {
                double draw = CounterRandom.normal(noise.seed(), identity[b][i], number);
                double jump = StrictMath.sqrt(2 * d[i] * h) * draw;
                change[b][i] = f[i] * h + jump;
                z[b][i] = reflect(y[b][i] + jump);
                correction[b][i] = draw;
                f[i] = block.weightOf(i) * d[i];
            }
            block.accumulate(f, scratch.lanesA);
        });
        double total = control.galvanostatic() ? system.sumA() : Double.POSITIVE_INFINITY;
        system.pass((b, block, scratch) -> {
            double[] after = scratch.fourth;
            double[] own = scratch.state;
            double[] predicted = new double[block.size];
            diffusivity(b, block, z[b], predicted, own, scratch);
            for (int i = 0; i < block.size; i++) {
                double draw = correction[b][i];
                double spurious =
                        draw * (StrictMath.sqrt(2 * predicted[i] * h) - StrictMath.sqrt(2 * mobility[b][i] * h));
                double share = block.weightOf(i) * block.weightOf(i) * mobility[b][i] / total;
                after[i] = change[b][i] + spurious * (1 - share);
                z[b][i] = reflect(y[b][i] + after[i]);
            }
        });
        if (control.galvanostatic()) {
            project(control.rate() * h);
        }
        increment = system.weightedSum(z) - system.weightedSum(y);
        state.candidatePoint.set(state.point);
        solve(z, control, time + h, state.candidatePoint);
        return Double.isFinite(state.candidatePoint.potential()) ? 0 : Double.NaN;
    }

    /** Shifts the candidate along the mobilities, sites times D, until its sum has changed by the charge. */
    private void project(double charge) {
        double[][] z = state.candidate;
        double target = system.weightedSum(state.filling) + charge;
        for (int round = 0; round < PROJECTIONS; round++) {
            system.pass((b, block, scratch) -> {
                block.accumulate(z[b], scratch.lanesA);
                for (int i = 0; i < block.size; i++) {
                    scratch.values[i] = sites[b][i] * mobility[b][i];
                }
                block.accumulate(scratch.values, scratch.lanesB);
            });
            double missing = target - system.sumA();
            if (Math.abs(missing) <= 1e-17) {
                return;
            }
            double shift = missing / system.sumB();
            system.pass((b, block, scratch) -> {
                for (int i = 0; i < block.size; i++) {
                    z[b][i] = reflect(z[b][i] + shift * sites[b][i] * mobility[b][i]);
                }
            });
        }
    }

    private static double reflect(double c) {
        double inside = Math.abs(c);
        inside = inside > 1 ? 2 - inside : inside;
        return Math.min(1 - 1e-15, Math.max(1e-15, inside));
    }

    @Override
    public void accept() {
        state.accept();
    }
}
