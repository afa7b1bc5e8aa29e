package io.github.spinodal.phasefield.oscillation;

import io.github.spinodal.core.quantity.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * Draws from a likelihood of the coefficients of a phase, all equally likely before: the walk of Metropolis et al. (J. Chem.
 * Phys. 21, 1087, 1953), always with the same random numbers. Their mean is the estimate of Pitman (Biometrika 30, 391, 1939),
 * the best of all that move with the phase, and their quantiles cover as often as they say.
 */
final class PhaseWalk {
    private static final long SEED = 1;
    /** Steps to forget the start and to find the length of a step, for each coefficient. */
    private static final int FIRST_STEPS = 500;
    /** Best length of a step over the deviation, but for the root of the dimension (Gelman, Roberts and Gilks, 1996). */
    private static final double STEP = 2.4;

    private static final double LONGER = 1.1;
    private static final double SHORTER = 0.96;

    /** What is drawn from. */
    interface Target {
        /** Logarithm of the likelihood of coefficients, and a shape beside them, that differ from the start by so much. */
        double logLikelihood(double[] change);

        /** Told of every draw, after its likelihood was asked for. */
        void drawn();
    }

    private final JumpPhase start;
    private final double[] mean;
    /** Mean products of the changes of the coefficients, row by row. */
    private final double[] square;

    private final double[] cycles;

    private PhaseWalk(JumpPhase start, int draws) {
        int dimension = start.degree() + 1;
        this.start = start;
        this.mean = new double[dimension];
        this.square = new double[dimension * dimension];
        this.cycles = new double[draws];
    }

    /** From a phase on, in steps like its uncertainty; between two draws there are as many steps as coefficients. */
    static PhaseWalk from(JumpPhase start, int draws, Target target) {
        return from(start, draws, target, start.covariance);
    }

    /** The same beside a shape, which is the last element of a change, in steps like its deviation. */
    static PhaseWalk withShape(JumpPhase start, double deviation, int draws, Target target) {
        int phases = start.degree() + 1;
        double[] covariance = new double[(phases + 1) * (phases + 1)];
        for (int i = 0; i < phases; i++) {
            System.arraycopy(start.covariance, i * phases, covariance, i * (phases + 1), phases);
        }
        covariance[covariance.length - 1] = deviation * deviation;
        return from(start, draws, target, covariance);
    }

    private static PhaseWalk from(JumpPhase start, int draws, Target target, double[] covariance) {
        PhaseWalk walk = new PhaseWalk(start, draws);
        walk.go(target, covariance);
        Arrays.sort(walk.cycles);
        return walk;
    }

    private void go(Target target, double[] covariance) {
        int dimension = (int) Math.rint(Math.sqrt(covariance.length));
        DMatrixRMaj root = root(new DMatrixRMaj(dimension, dimension, true, covariance));
        SplittableRandom random = new SplittableRandom(SEED);
        double[] at = new double[dimension];
        double[] trial = new double[dimension];
        double[] direction = new double[dimension];
        double now = target.logLikelihood(at);
        double length = STEP / Math.sqrt(dimension);
        int first = FIRST_STEPS * dimension;
        for (int step = 0; step < first + cycles.length * dimension; step++) {
            for (int j = 0; j < dimension; j++) {
                direction[j] = length * random.nextGaussian();
            }
            for (int i = 0; i < dimension; i++) {
                trial[i] = at[i];
                for (int j = 0; j <= i; j++) {
                    trial[i] += root.unsafe_get(i, j) * direction[j];
                }
            }
            double next = target.logLikelihood(trial);
            boolean accepted = Math.log(1 - random.nextDouble()) < next - now;
            if (accepted) {
                double[] old = at;
                at = trial;
                trial = old;
                now = next;
            }
            if (step < first) {
                length *= accepted ? LONGER : SHORTER;
            } else if ((step - first) % dimension == 0) {
                target.logLikelihood(at);
                target.drawn();
                add(at, (step - first) / dimension);
            }
        }
    }

    /** A lower triangle; the deviations alone, where so few draws told the covariance that it has none. */
    private static DMatrixRMaj root(DMatrixRMaj covariance) {
        int dimension = covariance.numRows;
        var cholesky = DecompositionFactory_DDRM.chol(dimension, true);
        if (cholesky.decompose(covariance.copy())) {
            return cholesky.getT(null);
        }
        DMatrixRMaj deviations = new DMatrixRMaj(dimension, dimension);
        for (int i = 0; i < dimension; i++) {
            deviations.set(i, i, Math.sqrt(Math.max(0, covariance.get(i, i))));
        }
        return deviations;
    }

    private void add(double[] change, int draw) {
        int dimension = mean.length;
        double[] others = new double[dimension - 1];
        for (int i = 0; i < dimension; i++) {
            mean[i] += change[i] / cycles.length;
            for (int j = 0; j < dimension; j++) {
                square[i * dimension + j] += change[i] * change[j] / cycles.length;
            }
            if (i > 0) {
                others[i - 1] = start.coefficients[i] + change[i];
            }
        }
        cycles[draw] = PhasePolynomial.cycles(others);
    }

    /** Mean and covariance of all coefficients. */
    JumpPhase phase() {
        int dimension = mean.length;
        double[] coefficients = start.coefficients.clone();
        double[] covariance = square.clone();
        for (int i = 0; i < dimension; i++) {
            coefficients[i] += mean[i];
            for (int j = 0; j < dimension; j++) {
                covariance[i * dimension + j] -= mean[i] * mean[j];
            }
        }
        return JumpPhase.of(coefficients, covariance);
    }

    /** Between the quantiles of the number of periods that leave out as much on both sides. */
    Interval cyclesInterval(double confidence) {
        double out = (1 - confidence) / 2 * (cycles.length - 1);
        return new Interval(quantile(out), quantile(cycles.length - 1 - out));
    }

    private double quantile(double place) {
        int below = (int) Math.floor(place);
        int above = Math.min(cycles.length - 1, below + 1);
        return cycles[below] + (place - below) * (cycles[above] - cycles[below]);
    }
}
