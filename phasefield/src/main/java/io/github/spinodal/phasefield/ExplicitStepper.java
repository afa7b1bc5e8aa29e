package io.github.spinodal.phasefield;

import org.jspecify.annotations.Nullable;

/**
 * The explicit pair of order 5(4) of Dormand and Prince (J. Comput. Appl. Math. 6, 19, 1980), whose last stage is the
 * first of the next step.
 *
 * <p>Each stage is one pass over the grains: rates of the previous stage, filling of this one, its factors and their
 * sums. The potential between two passes is closed-form. Memory is what limits very large ensembles: fillings of stages
 * are formed anew rather than stored, factors computed twice, the rates of the second stage wait where the fillings after
 * the step will be, and sums over all stages are formed as soon as their rates are known.
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

    private final GrainState state;
    private final GrainSystem system;
    private final double absoluteTolerance;
    private final double relativeTolerance;
    private final @Nullable NeighbourExchange exchange;
    /** Rates at the start of the step. */
    private double[][] first;
    /** Rates of the third stage; later the error so far, and at the end the rates after the step. */
    private double[][] third;
    /** Rates of the fourth stage; later the fillings of the sixth. */
    private final double[][] fourth;

    private final Factors factors;
    /** Fillings of a stage and what flows between neighbours at them; empty without direct exchange. */
    private final double[][] exchanging;

    private final double[][] flux;
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
        this.factors = Factors.of(system, exchange != null);
        this.first = state.work(0);
        this.third = state.work(1);
        this.fourth = state.work(2);
        this.exchanging = exchange == null ? new double[0][] : system.allocate();
        this.flux = exchange == null ? new double[0][] : system.allocate();
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
        system.pass((b, block, scratch) -> factors.addUp(b, block, y[b], scratch));
        factors.solve(state, control, time, state.point);
        evaluateExchange(y);
        system.pass((b, block, scratch) -> rates(b, block, y[b], state.point, first[b], scratch));
        evaluations++;
    }

    @Override
    public void resume() {
        double[][] y = state.filling;
        evaluateExchange(y);
        system.pass((b, block, scratch) -> {
            factors.addUp(b, block, y[b], scratch);
            rates(b, block, y[b], state.point, first[b], scratch);
        });
    }

    @Override
    public double largestRate(int block) {
        double largest = 0;
        for (double rate : first[block]) {
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
        double[] sixth = scaled(step, A[4]);
        double[] last = scaled(step, A[5][0], A[5][2], A[5][3], A[5][4]);
        double[] error = scaled(step, E[0], E[1], E[2], E[3]);
        for (int s = 0; s < 6; s++) {
            int number = s;
            system.pass((b, block, scratch) -> {
                double[] z = number < 4
                        ? advance(number, step, b, block, scratch)
                        : number == 4
                                ? close(step, b, block, sixth, last, error, scratch)
                                : complete(step, b, block, scratch);
                factors.addUp(b, block, z, scratch);
                if (exchange != null) {
                    System.arraycopy(z, 0, exchanging[b], 0, block.size);
                }
            });
            factors.solve(state, control, time + NODES[s] * step, stage);
            evaluateExchange(exchanging);
            if (s > 0 && s < 5) {
                charge += A[5][s + 1] * stage.rate;
            }
        }
        increment = step * charge;
        evaluations += 6;
        state.candidatePoint.set(stage);
        system.pass((b, block, scratch) -> {
            double[] z = state.candidate[b];
            rates(b, block, z, stage, scratch.values, scratch);
            Loops.finishError(third[b], step * E[5], scratch.values, scratch.first, block.size);
            Loops.scaleError(scratch.first, z, absoluteTolerance, relativeTolerance, block.size);
            block.accumulateSquares(scratch.first, scratch.lanesA);
        });
        return Math.sqrt(system.sumA());
    }

    private static double[] scaled(double step, double... weights) {
        double[] scaled = new double[weights.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = step * weights[i];
        }
        return scaled;
    }

    /** Stores the rates of one of the first four stages and forms the fillings of the next, which are not stored. */
    private double[] advance(int s, double step, int b, GrainBlock block, Scratch scratch) {
        if (s > 0) {
            double[] z = fillings(s - 1, step, b, block, scratch);
            rates(b, block, z, stage, s == 1 ? state.candidate[b] : s == 2 ? third[b] : fourth[b], scratch);
        }
        combine(s, step, b, block.size, scratch.state);
        return scratch.state;
    }

    /** From the rates of the fifth stage, the fillings of the sixth and all that can be known of the end of the step. */
    private double[] close(
            double step, int b, GrainBlock block, double[] sixth, double[] last, double[] error, Scratch scratch) {
        double[] z = fillings(3, step, b, block, scratch);
        rates(b, block, z, stage, scratch.values, scratch);
        Loops.close(
                state.filling[b],
                first[b],
                state.candidate[b],
                third[b],
                fourth[b],
                scratch.values,
                sixth,
                last,
                error,
                block.size);
        return fourth[b];
    }

    /** From the rates of the sixth stage, the fillings after the step. */
    private double[] complete(double step, int b, GrainBlock block, Scratch scratch) {
        rates(b, block, fourth[b], stage, scratch.values, scratch);
        double[] z = state.candidate[b];
        Loops.combine(z, step * A[5][5], scratch.values, z, block.size);
        Loops.combine(third[b], step * E[4], scratch.values, third[b], block.size);
        return z;
    }

    /** Fillings that rates need, formed anew; none where the factors are kept. */
    private double[] fillings(int s, double step, int b, GrainBlock block, Scratch scratch) {
        if (!factors.areKept()) {
            combine(s, step, b, block.size, scratch.state);
        }
        return scratch.state;
    }

    private void evaluateExchange(double[][] y) {
        if (exchange != null) {
            exchange.evaluate(y, flux);
        }
    }

    private void rates(int b, GrainBlock block, double[] y, OperatingPoint at, double[] out, Scratch scratch) {
        factors.rates(b, block, y, at, out, scratch);
        if (exchange != null) {
            Loops.add(flux[b], out, block.size);
        }
    }

    private void combine(int s, double h, int b, int n, double[] out) {
        double[] y = state.filling[b];
        double[] a = A[s];
        double[] second = state.candidate[b];
        switch (s) {
            case 0 -> Loops.combine(y, h * a[0], first[b], out, n);
            case 1 -> Loops.combine(y, h * a[0], first[b], h * a[1], second, out, n);
            case 2 -> Loops.combine(y, h * a[0], first[b], h * a[1], second, h * a[2], third[b], out, n);
            default ->
                Loops.combine(y, h * a[0], first[b], h * a[1], second, h * a[2], third[b], h * a[3], fourth[b], out, n);
        }
    }

    @Override
    public void accept() {
        state.accept();
        double[][] after = third;
        third = first;
        first = after;
    }
}
