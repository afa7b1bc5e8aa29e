package io.github.spinodal.phasefield;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The Rosenbrock method RODAS of order 4(3), stiffly accurate and L-stable (Hairer and Wanner, Solving Ordinary
 * Differential Equations II, 2nd ed., section VI.4; coefficients of the authors' code, gamma = 1/4).
 *
 * <p>The Jacobian of the rates is diag(d) - beta v (w d)^T: fillings act on their own rate and, through the common
 * potential, on all others. The linear systems of a stage are solved by the Sherman-Morrison formula in two passes over
 * the grains, and the sum of w k stays exact, so that lithium is conserved. Direct exchange between neighbours adds a
 * sparse matrix to the diagonal, for which an iteration replaces the division by the diagonal; the sum stays exact.
 */
final class ImplicitStepper implements Stepper {
    private static final double GAMMA = 0.25;
    private static final double[][] A = {
        {},
        {1.544000000000000},
        {0.9466785280815826, 0.2557011698983284},
        {3.314825187068521, 2.896124015972201, 0.9986419139977817},
        {1.221224509226641, 6.019134481288629, 12.53708332932087, -0.6878860361058950},
        {1.221224509226641, 6.019134481288629, 12.53708332932087, -0.6878860361058950, 1}
    };
    private static final double[][] C = {
        {},
        {-5.668800000000000},
        {-2.430093356833875, -0.2063599157091915},
        {-0.1073529058151375, -9.594562251023355, -20.47028614809616},
        {7.496443313967647, -10.24680431464352, -33.99990352819905, 11.70890893206160},
        {8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136, -6.058818238834054}
    };
    private static final double[] NODES = {0, 0.386, 0.21, 0.63, 1, 1};
    /** Weights of the explicit time derivative, which a sweep has. */
    private static final double[] TIME = {0.25, -0.1043, 0.1035, -0.03620000000000023, 0, 0};

    /**
     * Explicit steps, held by stability, mostly err less than the tolerance allows; implicit ones use all of it, and what
     * they err while a group switches moves the whole event. With this share both leave errors alike in the potential.
     */
    private static final double TOLERANCE_SHARE = 0.04;

    /** Cost of a step with exchange, in explicit ones, without what its linear systems cost; measured. */
    private static final double EXCHANGE_COST = 1.3;

    private final GrainState state;
    private final GrainSystem system;
    private final double absoluteTolerance;
    private final double relativeTolerance;
    private final @Nullable NeighbourExchange exchange;
    private final double[][] flux;
    private final double[][][] k = new double[6][][];
    private final double[][] inverse;
    private final double[][] response;
    private final Factors factors;
    private final double[] total = new double[6];
    private final OperatingPoint stage = new OperatingPoint();
    private long evaluations;
    private long iterationsBefore;
    private double increment;

    ImplicitStepper(
            GrainState state,
            double absoluteTolerance,
            double relativeTolerance,
            @Nullable NeighbourExchange exchange) {
        this.state = state;
        this.system = state.system;
        this.absoluteTolerance = TOLERANCE_SHARE * absoluteTolerance;
        this.relativeTolerance = TOLERANCE_SHARE * relativeTolerance;
        this.exchange = exchange;
        this.flux = exchange == null ? new double[0][] : system.allocate();
        this.inverse = state.work(k.length);
        this.response = state.work(k.length + 1);
        this.factors = Factors.of(system, exchange != null);
        for (int s = 0; s < k.length; s++) {
            k[s] = state.work(s);
        }
    }

    @Override
    public int errorOrder() {
        return 4;
    }

    @Override
    public long evaluations() {
        return evaluations;
    }

    @Override
    public double increment() {
        return increment;
    }

    @Override
    public void restart(Control control, double time) {
        double[][] y = state.filling;
        system.pass((b, block, scratch) -> factors.addUp(b, block, y[b], scratch));
        factors.solve(state, control, time, state.point);
        evaluations++;
    }

    @Override
    public void resume() {}

    @Override
    public double largestRate(int block) {
        GrainBlock own = system.block(block);
        double[] rates = new double[own.size];
        Scratch scratch = new Scratch();
        own.rates.factors(own, state.filling[block], scratch.p, scratch.q, scratch);
        own.rates.rates(scratch.p, scratch.q, state.point, rates, own.size);
        double largest = 0;
        for (double rate : rates) {
            largest = Math.max(largest, Math.abs(rate));
        }
        return largest;
    }

    /** Cost of the step tried last, in explicit steps. */
    double relativeCost() {
        return exchange == null
                ? MethodChooser.IMPLICIT_COST
                : EXCHANGE_COST
                        + exchange.solver().relativeCost(exchange.solver().iterations() - iterationsBefore);
    }

    /** Largest magnitude that direct exchange adds to the slope of a rate (1/s), at the present state. */
    double largestExchangeSlope() {
        jacobian(1);
        NeighbourExchange between = Objects.requireNonNull(exchange);
        between.solver().prepare(state.filling, inverse);
        return between.solver().largestSlope();
    }

    @Override
    public double attempt(Control control, double time, double h) {
        double sigma = 1 / (GAMMA * h);
        iterationsBefore = exchange == null ? 0 : exchange.solver().iterations();
        jacobian(sigma);
        double sumV = system.sumA();
        double sumVm = system.sumB();
        if (exchange != null) {
            exchange.solver().prepare(state.filling, inverse);
            system.pass((b, block, scratch) -> Loops.divide(inverse[b], response[b], block.size));
            if (!exchange.solver().solve(response)) {
                return Double.NaN;
            }
            sumVm = system.weightedSum(response);
        }
        double beta = control.galvanostatic()
                ? 1 / sumV
                : control.seriesResistance() / (1 + control.seriesResistance() * sumV);
        double denominator = control.galvanostatic() ? sigma * sumVm / sumV : 1 + beta * (sigma * sumVm - sumV);
        stage.set(state.point);
        double[][] z = state.candidate;
        for (int s = 0; s < 6; s++) {
            double residual = stage.rate;
            for (int j = 0; j < s; j++) {
                residual += C[s][j] / h * total[j];
            }
            double drive = control.galvanostatic()
                    ? 0
                    : TIME[s] * h * control.potentialSlope() / (1 + control.seriesResistance() * sumV);
            residual += drive * sumV;
            if (exchange != null) {
                exchange.evaluate(s == 0 ? state.filling : z, flux);
            }
            residuals(s, h, drive);
            double scaled = system.sumA();
            if (exchange != null) {
                if (!exchange.solver().solve(k[s])) {
                    return Double.NaN;
                }
                int number = s;
                system.pass((b, block, scratch) -> {
                    Loops.combine(k[number][b], drive, response[b], k[number][b], block.size);
                    block.accumulate(k[number][b], scratch.lanesA);
                });
                scaled = system.sumA();
            }
            double lagrange = beta * (sigma * scaled - residual) / denominator;
            total[s] = control.galvanostatic() ? residual / sigma : scaled - lagrange * sumVm;
            advance(s, lagrange, z);
            factors.solve(state, control, time + (s < 5 ? NODES[s + 1] : 1) * h, stage);
        }
        evaluations += 7;
        increment = 0;
        for (int s = 0; s < 6; s++) {
            increment += (s < 4 ? A[5][s] : 1) * total[s];
        }
        state.candidatePoint.set(stage);
        system.pass((b, block, scratch) -> {
            System.arraycopy(k[5][b], 0, scratch.values, 0, block.size);
            Loops.scaleError(scratch.values, z[b], absoluteTolerance, relativeTolerance, block.size);
            block.accumulateSquares(scratch.values, scratch.lanesA);
        });
        return Math.sqrt(system.sumA());
    }

    /** Fills 1/(sigma - d) and v/(sigma - d) at the present state, and sums w v and w v/(sigma - d). */
    private void jacobian(double sigma) {
        double[][] y = state.filling;
        system.pass((b, block, scratch) -> {
            double[] p = factors.p(b, scratch);
            double[] q = factors.q(b, scratch);
            block.rates.factors(block, y[b], p, q, scratch);
            block.rates.slopes(p, q, state.point, response[b], block.size);
            block.accumulate(response[b], scratch.lanesA);
            block.rates.fillingSlopes(block, y[b], p, q, state.point, inverse[b], scratch);
            JacobianLoops.invert(sigma, inverse[b], block.size);
            Loops.multiply(inverse[b], response[b], block.size);
            block.accumulate(response[b], scratch.lanesB);
        });
    }

    /**
     * Fills k_s with (f + sum of C k/h + drive v)/(sigma - d) and sums w k_s; with exchange between neighbours only with
     * f + sum of C k/h, for its solver.
     */
    private void residuals(int s, double h, double drive) {
        system.pass((b, block, scratch) -> {
            int n = block.size;
            double[] f = scratch.state;
            double[] r = k[s][b];
            factors.rates(b, block, s == 0 ? state.filling[b] : state.candidate[b], stage, f, scratch);
            if (exchange != null) {
                Loops.add(flux[b], f, n);
            }
            double[] c = C[s];
            switch (s) {
                case 0 -> System.arraycopy(f, 0, r, 0, n);
                case 1 -> Loops.combine(f, c[0] / h, k[0][b], r, n);
                case 2 -> Loops.combine(f, c[0] / h, k[0][b], c[1] / h, k[1][b], r, n);
                case 3 -> Loops.combine(f, c[0] / h, k[0][b], c[1] / h, k[1][b], c[2] / h, k[2][b], r, n);
                case 4 ->
                    Loops.combine(f, c[0] / h, k[0][b], c[1] / h, k[1][b], c[2] / h, k[2][b], c[3] / h, k[3][b], r, n);
                default ->
                    Loops.combine(
                            f, c[0] / h, k[0][b], c[1] / h, k[1][b], c[2] / h, k[2][b], c[3] / h, k[3][b], c[4] / h,
                            k[4][b], r, n);
            }
            if (exchange != null) {
                return;
            }
            Loops.multiply(inverse[b], r, n);
            if (drive != 0) {
                Loops.combine(r, drive, response[b], r, n);
            }
            block.accumulate(r, scratch.lanesA);
        });
    }

    /** Completes k_s, forms the fillings of the next stage, and sums their factors. */
    private void advance(int s, double lagrange, double[][] z) {
        double[][] y = state.filling;
        system.pass((b, block, scratch) -> {
            int n = block.size;
            Loops.combine(k[s][b], -lagrange, response[b], k[s][b], n);
            double[] a = A[Math.min(5, s + 1)];
            switch (s) {
                case 0 -> Loops.combine(y[b], a[0], k[0][b], z[b], n);
                case 1 -> Loops.combine(y[b], a[0], k[0][b], a[1], k[1][b], z[b], n);
                case 2 -> Loops.combine(y[b], a[0], k[0][b], a[1], k[1][b], a[2], k[2][b], z[b], n);
                case 3 -> Loops.combine(y[b], a[0], k[0][b], a[1], k[1][b], a[2], k[2][b], a[3], k[3][b], z[b], n);
                case 4 ->
                    Loops.combine(
                            y[b], a[0], k[0][b], a[1], k[1][b], a[2], k[2][b], a[3], k[3][b], 1, k[4][b], z[b], n);
                default -> Loops.combine(z[b], 1, k[5][b], z[b], n);
            }
            factors.addUp(b, block, z[b], scratch);
        });
    }

    @Override
    public void accept() {
        state.accept();
    }
}
