package io.github.spinodal.phasefield;

import org.jspecify.annotations.Nullable;

/**
 * The explicit pair of order 5(4) of Dormand and Prince (J. Comput. Appl. Math. 6, 19, 1980), whose last stage is the
 * first of the next step.
 *
 * <p>Each stage is one pass over the grains: rates of the previous stage, filling of this one, its factors and their
 * sums. The potential between two passes is closed-form. Very large ensembles compute factors twice rather than store
 * them: ten million grains fit into one gibibyte.
 */
final class ExplicitStepper implements Stepper {
    private static final double[][] A = {
        {1.0 / 5},
        {3.0 / 40, 9.0 / 40},
        {44.0 / 45, -56.0 / 15, 32.0 / 9},
        {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
        {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656},
        {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84}
    };
    private static final double[] NODES = {0.2, 0.3, 0.8, 8.0 / 9, 1, 1};
    private static final double[] E = {
        71.0 / 57600, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40
    };
    /** Largest number of grains for which factors are stored between passes; beyond, memory is slower than computing them. */
    private static final int STORED_FACTORS = 200_000;

    private final GrainState state;
    private final GrainSystem system;
    private final double absoluteTolerance;
    private final double relativeTolerance;
    private final @Nullable NeighbourExchange exchange;
    private final double[][][] k = new double[6][][];
    private final double[][] p;
    private final double[][] q;
    private final boolean stored;
    private final OperatingPoint stage = new OperatingPoint();
    private long evaluations;
    private double increment;

    ExplicitStepper(
            GrainState state,
            double absoluteTolerance,
            double relativeTolerance,
            @Nullable NeighbourExchange exchange) {
        this.state = state;
        this.system = state.system;
        this.absoluteTolerance = absoluteTolerance;
        this.relativeTolerance = relativeTolerance;
        this.exchange = exchange;
        this.stored = !system.isClosedForm() || system.grainCount() <= STORED_FACTORS;
        this.p = stored ? system.allocate() : new double[system.blockCount()][];
        this.q = stored ? system.allocate() : new double[system.blockCount()][];
        for (int s = 0; s < k.length; s++) {
            k[s] = system.allocate();
        }
    }

    @Override
    public int errorOrder() {
        return 5;
    }

    @Override
    public long evaluations() {
        return evaluations;
    }

    @Override
    public void restart(Control control, double time) {
        double[][] y = state.filling;
        addExchange(y, k[0]);
        system.pass((b, block, scratch) -> factorsAndSums(b, block, y[b], scratch));
        state.solve(control, system.sumA(), system.sumB(), p, q, time, state.point);
        system.pass((b, block, scratch) -> rates(b, block, y[b], state.point, k[0][b], scratch));
        evaluations++;
    }

    @Override
    public void resume() {
        double[][] y = state.filling;
        addExchange(y, k[0]);
        system.pass((b, block, scratch) -> {
            factorsAndSums(b, block, y[b], scratch);
            rates(b, block, y[b], state.point, k[0][b], scratch);
        });
    }

    @Override
    public double largestRate(int block) {
        double largest = 0;
        for (double rate : k[0][block]) {
            largest = Math.max(largest, Math.abs(rate));
        }
        return largest;
    }

    @Override
    public double increment() {
        return increment;
    }

    @Override
    public double attempt(Control control, double time, double step) {
        stage.set(state.point);
        double charge = A[5][0] * stage.rate;
        double[][] z = state.candidate;
        for (int s = 0; s < 6; s++) {
            int previous = s;
            system.pass((b, block, scratch) -> {
                if (previous > 0) {
                    rates(b, block, z[b], stage, k[previous][b], scratch);
                }
                combine(previous, step, b, block.size, z[b]);
                if (exchange == null) {
                    factorsAndSums(b, block, z[b], scratch);
                }
            });
            int next = s == 5 ? 1 : s + 1;
            if (exchange != null) {
                addExchange(z, k[next]);
                system.pass((b, block, scratch) -> factorsAndSums(b, block, z[b], scratch));
            }
            state.solve(control, system.sumA(), system.sumB(), p, q, time + NODES[s] * step, stage);
            if (s > 0 && s < 5) {
                charge += A[5][s + 1] * stage.rate;
            }
        }
        increment = step * charge;
        evaluations += 6;
        state.candidatePoint.set(stage);
        system.pass((b, block, scratch) -> {
            rates(b, block, z[b], stage, k[1][b], scratch);
            Loops.difference(
                    step * E[0],
                    k[0][b],
                    step * E[1],
                    k[2][b],
                    step * E[2],
                    k[3][b],
                    step * E[3],
                    k[4][b],
                    step * E[4],
                    k[5][b],
                    step * E[5],
                    k[1][b],
                    scratch.values,
                    block.size);
            Loops.scaleError(scratch.values, z[b], absoluteTolerance, relativeTolerance, block.size);
            block.accumulateSquares(scratch.values, scratch.lanesA);
        });
        return Math.sqrt(system.sumA());
    }

    /** Puts the exchange between neighbours at fillings y into k, to which the reaction is added. */
    private void addExchange(double[][] y, double[][] into) {
        if (exchange != null) {
            exchange.evaluate(y, into);
        }
    }

    private void factorsAndSums(int b, GrainBlock block, double[] y, Scratch scratch) {
        if (!stored) {
            block.rates.addFactors(block, y, scratch);
            return;
        }
        block.rates.factors(block, y, p[b], q[b], scratch);
        if (block.rates.closedForm) {
            block.accumulate(p[b], scratch.lanesA);
            block.accumulate(q[b], scratch.lanesB);
        }
    }

    private void rates(int b, GrainBlock block, double[] y, OperatingPoint at, double[] out, Scratch scratch) {
        double[] target = exchange == null ? out : scratch.values;
        if (stored) {
            block.rates.rates(p[b], q[b], at, target, block.size);
        } else {
            block.rates.ratesAnew(block, y, at, target, scratch);
        }
        if (exchange != null) {
            Loops.add(target, out, block.size);
        }
    }

    private void combine(int s, double h, int b, int n, double[] out) {
        double[] y = state.filling[b];
        double[] a = A[s];
        switch (s) {
            case 0 -> Loops.combine(y, h * a[0], k[0][b], out, n);
            case 1 -> Loops.combine(y, h * a[0], k[0][b], h * a[1], k[1][b], out, n);
            case 2 -> Loops.combine(y, h * a[0], k[0][b], h * a[1], k[1][b], h * a[2], k[2][b], out, n);
            case 3 ->
                Loops.combine(y, h * a[0], k[0][b], h * a[1], k[1][b], h * a[2], k[2][b], h * a[3], k[3][b], out, n);
            case 4 ->
                Loops.combine(
                        y, h * a[0], k[0][b], h * a[1], k[1][b], h * a[2], k[2][b], h * a[3], k[3][b], h * a[4],
                        k[4][b], out, n);
            default ->
                Loops.combine(
                        y, h * a[0], k[0][b], h * a[2], k[2][b], h * a[3], k[3][b], h * a[4], k[4][b], h * a[5],
                        k[5][b], out, n);
        }
    }

    @Override
    public void accept() {
        state.accept();
        double[][] last = k[1];
        k[1] = k[0];
        k[0] = last;
    }
}
