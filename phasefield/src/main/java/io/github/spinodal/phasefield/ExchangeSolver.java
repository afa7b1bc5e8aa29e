package io.github.spinodal.phasefield;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Solves (sigma - d - X) k = r, the linear systems of implicit steps where grains exchange lithium directly: X is the
 * derivative of the exchange with respect to the fillings. BiCGSTAB (van der Vorst, SIAM J. Sci. Stat. Comput. 13, 631,
 * 1992), preconditioned by the sparse factors of the symmetric form W (sigma - d)/mu' + G of the matrix, so that one
 * iteration mostly suffices, or by the magnitudes on the diagonal where the factors would fill up; one thread, so that the
 * bits never differ.
 */
final class ExchangeSolver {
    private static final double SMALLEST_TOLERANCE = 1e-11;
    /** Residuals that are accepted, in units of the relative tolerance of a step. */
    private static final double SHARE = 1e-3;

    private static final int MOST_ITERATIONS = 300;

    /** Multiplications per grain and per edge that the iterations of a step without factors take, some hundred of them. */
    private static final long PER_GRAIN = 2500;

    private static final long PER_EDGE = 800;

    private static final double ITERATION_COST = 0.3;
    private static final double FACTORED_ITERATION_COST = 0.1;
    /** Per multiplication and grain. */
    private static final double FACTORISATION_COST = 0.0023;

    /** Smallest magnitude of mu' the symmetric form divides by. */
    private static final double SMALLEST_SLOPE = 1e-8;

    private final GrainSystem system;
    private final double tolerance;
    private final ExchangeGraph graph;
    private final double[] conductance;
    private final double[] weight;
    private final double[] potentialSlope;
    private final double[] local;
    private final double[] preconditioner;
    private final double[] diagonal;
    private final double[] divisor;
    private @Nullable ExchangeFactors factors;
    private boolean analysed;
    private final double[] flow;
    private final double[] residual;
    private final double[] shadow;
    private final double[] direction;
    private final double[] image;
    private final double[] half;
    private final double[] halfImage;
    private final double[] solution;
    private long iterations;

    ExchangeSolver(GrainSystem system, ExchangeGraph graph, double relativeTolerance) {
        int n = graph.grains();
        this.system = system;
        this.tolerance = Math.max(SMALLEST_TOLERANCE, SHARE * relativeTolerance);
        this.graph = graph;
        this.conductance = new double[n];
        graph.addConductances(conductance);
        this.weight = new double[n];
        this.potentialSlope = new double[n];
        this.local = new double[n];
        this.preconditioner = new double[n];
        this.diagonal = new double[n];
        this.divisor = new double[n];
        this.flow = new double[n];
        this.residual = new double[n];
        this.shadow = new double[n];
        this.direction = new double[n];
        this.image = new double[n];
        this.half = new double[n];
        this.halfImage = new double[n];
        this.solution = new double[n];
    }

    /** Cost of the systems of a step, in explicit steps, from the number of iterations; measured. */
    double relativeCost(long stepIterations) {
        return factors == null
                ? ITERATION_COST * stepIterations
                : FACTORED_ITERATION_COST * stepIterations + FACTORISATION_COST * factors.cost() / graph.grains();
    }

    /** Iterations of all solutions so far. */
    long iterations() {
        return iterations;
    }

    /** Takes the fillings and 1/(sigma - d). */
    void prepare(double[][] filling, double[][] inverse) {
        int grain = 0;
        for (int b = 0; b < system.blockCount(); b++) {
            GrainBlock block = system.block(b);
            for (int i = 0; i < block.size; i++, grain++) {
                weight[grain] = block.weightOf(i);
                potentialSlope[grain] = block.rates.potentialSlope(block, i, filling[b][i]);
                local[grain] = 1 / inverse[b][i];
                // Between the spinodals the diagonal itself may vanish.
                double exchanged = conductance[grain] * Math.abs(potentialSlope[grain]) / weight[grain];
                preconditioner[grain] = 1 / (Math.abs(local[grain]) + exchanged);
            }
        }
        if (!analysed) {
            factors = ExchangeFactors.of(graph, PER_GRAIN * graph.grains() + PER_EDGE * graph.edges());
            analysed = true;
        }
        if (factors != null) {
            for (int i = 0; i < diagonal.length; i++) {
                double slope = potentialSlope[i];
                divisor[i] = Math.abs(slope) >= SMALLEST_SLOPE ? slope : SMALLEST_SLOPE;
                diagonal[i] = weight[i] * local[i] / divisor[i] + conductance[i];
            }
            factors.factorise(diagonal);
        }
    }

    private void precondition(double[] values, double[] out) {
        if (factors == null) {
            for (int i = 0; i < out.length; i++) {
                out[i] = preconditioner[i] * values[i];
            }
            return;
        }
        for (int i = 0; i < out.length; i++) {
            out[i] = weight[i] * values[i];
        }
        factors.solve(out);
        for (int i = 0; i < out.length; i++) {
            out[i] /= divisor[i];
        }
    }

    /** Largest magnitude of a diagonal element of the derivative of the exchange (1/s), at fillings prepared before. */
    double largestSlope() {
        double largest = 0;
        for (int i = 0; i < weight.length; i++) {
            largest = Math.max(largest, Math.abs(2 * conductance[i] * potentialSlope[i] / weight[i]));
        }
        return largest;
    }

    /** Replaces values by the solution for them. Returns whether the iteration converged. */
    boolean solve(double[][] values) {
        gather(values, residual);
        double target = tolerance * norm(residual);
        System.arraycopy(residual, 0, shadow, 0, shadow.length);
        Arrays.fill(solution, 0);
        Arrays.fill(direction, 0);
        Arrays.fill(image, 0);
        double rho = 1;
        double alpha = 1;
        double omega = 1;
        for (int iteration = 0; !(norm(residual) <= target); iteration++) {
            if (iteration == MOST_ITERATIONS) {
                return false;
            }
            iterations++;
            double next = dot(shadow, residual);
            double beta = next / rho * (alpha / omega);
            rho = next;
            for (int i = 0; i < direction.length; i++) {
                direction[i] = residual[i] + beta * (direction[i] - omega * image[i]);
            }
            precondition(direction, half);
            apply(half, image);
            alpha = rho / dot(shadow, image);
            for (int i = 0; i < solution.length; i++) {
                solution[i] += alpha * half[i];
                residual[i] -= alpha * image[i];
            }
            if (norm(residual) <= target) {
                break;
            }
            precondition(residual, half);
            apply(half, halfImage);
            omega = dot(halfImage, residual) / dot(halfImage, halfImage);
            for (int i = 0; i < solution.length; i++) {
                solution[i] += omega * half[i];
                residual[i] -= omega * halfImage[i];
            }
            if (!(Math.abs(rho) > 0) || !(Math.abs(omega) > 0)) {
                return false;
            }
        }
        scatter(solution, values);
        return true;
    }

    private void apply(double[] k, double[] out) {
        for (int i = 0; i < k.length; i++) {
            flow[i] = potentialSlope[i] * k[i];
        }
        Arrays.fill(out, 0);
        graph.addFlux(flow, out);
        for (int i = 0; i < k.length; i++) {
            out[i] = local[i] * k[i] - out[i] / weight[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    private static void gather(double[][] blocks, double[] flat) {
        int grain = 0;
        for (double[] block : blocks) {
            System.arraycopy(block, 0, flat, grain, block.length);
            grain += block.length;
        }
    }

    private static void scatter(double[] flat, double[][] blocks) {
        int grain = 0;
        for (double[] block : blocks) {
            System.arraycopy(flat, grain, block, 0, block.length);
            grain += block.length;
        }
    }
}
