package io.github.spinodal.phasefield.oscillation;

import io.github.spinodal.core.quantity.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * What the places of the jumps tell about the phase: the likelihood of its coefficients, all equally likely before. Its mean
 * is the estimate of Pitman (Biometrika 30, 391, 1939), the best of all that move with the phase, and its quantiles cover as
 * often as they say. The likelihood is flat between two samples, so no expansion about its top would do: it is sampled by the
 * walk of Metropolis et al. (J. Chem. Phys. 21, 1087, 1953), always with the same random numbers.
 */
final class PhasePosterior {
    private static final long SEED = 1;
    private static final int DRAWS = 5000;
    /** Steps to forget the start and to find the length of a step, for each coefficient. */
    private static final int FIRST_STEPS = 500;
    /** Best length of a step over the deviation, but for the root of the dimension (Gelman, Roberts and Gilks, 1996). */
    private static final double STEP = 2.4;

    private static final double LONGER = 1.1;
    private static final double SHORTER = 0.96;

    private final PhasePolynomial phase;
    private final double[] cycles;
    private final double[] jumps;

    private PhasePosterior(PhasePolynomial phase, double[] cycles, double[] jumps) {
        this.phase = phase;
        this.cycles = cycles;
        this.jumps = jumps;
    }

    /** Sampled from about a phase on, in steps like its uncertainty. */
    static PhasePosterior about(JumpPhase start, List<JumpPlace> places) {
        return new Walk(start, places).posterior();
    }

    /** Mean and covariance of the coefficients but the constant. */
    PhasePolynomial phase() {
        return phase;
    }

    /** Between the quantiles that leave out as much on both sides. */
    Interval cyclesInterval(double confidence) {
        double out = (1 - confidence) / 2 * (cycles.length - 1);
        return new Interval(quantile(out), quantile(cycles.length - 1 - out));
    }

    private double quantile(double place) {
        int below = (int) Math.floor(place);
        int above = Math.min(cycles.length - 1, below + 1);
        return cycles[below] + (place - below) * (cycles[above] - cycles[below]);
    }

    /** The middle of the cell in which each jump most often is. */
    double[] jumps() {
        return jumps.clone();
    }

    private static final class Walk {
        private final JumpPhase start;
        private final List<JumpPlace> places;
        private final int dimension;
        /** Root of the covariance of the start. */
        private final DMatrixRMaj root;
        /** Place of each jump at the start, and its change with each direction. */
        private final double[] origin;

        private final double[][] direction;
        private final int[] cell;

        Walk(JumpPhase start, List<JumpPlace> places) {
            this.start = start;
            this.places = places;
            this.dimension = start.coefficients.length;
            this.root = root(new DMatrixRMaj(dimension, dimension, true, start.covariance));
            this.origin = new double[places.size()];
            this.direction = new double[places.size()][dimension];
            this.cell = new int[places.size()];
            for (int k = 0; k < origin.length; k++) {
                double mean = places.get(k).mean();
                double slope = start.slope(mean);
                double[] terms = JumpPhase.terms(mean, start.degree());
                origin[k] = mean - (start.at(mean) - 2 * Math.PI * places.get(k).number()) / slope;
                for (int j = 0; j < dimension; j++) {
                    for (int i = j; i < dimension; i++) {
                        direction[k][j] -= terms[i] * root.unsafe_get(i, j) / slope;
                    }
                }
            }
        }

        private static DMatrixRMaj root(DMatrixRMaj covariance) {
            var cholesky = DecompositionFactory_DDRM.chol(covariance.numRows, true);
            cholesky.decompose(covariance.copy());
            return cholesky.getT(null);
        }

        PhasePosterior posterior() {
            SplittableRandom random = new SplittableRandom(SEED);
            double[] at = new double[dimension];
            double[] trial = new double[dimension];
            double now = logLikelihood(at);
            double length = STEP / Math.sqrt(dimension);
            int first = FIRST_STEPS * dimension;
            double[] mean = new double[dimension];
            DMatrixRMaj square = new DMatrixRMaj(dimension, dimension);
            double[] cycles = new double[DRAWS];
            int[][] visits = new int[origin.length][];
            Arrays.setAll(visits, k -> new int[places.get(k).cells()]);
            for (int step = 0; step < first + DRAWS * dimension; step++) {
                for (int j = 0; j < dimension; j++) {
                    trial[j] = at[j] + length * random.nextGaussian();
                }
                double next = logLikelihood(trial);
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
                    int draw = (step - first) / dimension;
                    cycles[draw] = record(at, mean, square, visits);
                }
            }
            Arrays.sort(cycles);
            return new PhasePosterior(phase(mean, square), cycles, mostVisited(visits));
        }

        private double logLikelihood(double[] at) {
            double sum = 0;
            for (int k = 0; k < origin.length; k++) {
                double place = place(k, at);
                JumpPlace jump = places.get(k);
                cell[k] = jump.cellOf(place, cell[k]);
                sum += jump.logLikelihoodAt(place, cell[k]);
            }
            return sum;
        }

        private double place(int k, double[] at) {
            double place = origin[k];
            for (int j = 0; j < dimension; j++) {
                place += direction[k][j] * at[j];
            }
            return place;
        }

        /** Adds a draw to the sums and returns its number of periods. */
        private double record(double[] at, double[] mean, DMatrixRMaj square, int[][] visits) {
            logLikelihood(at);
            for (int k = 0; k < visits.length; k++) {
                visits[k][cell[k]]++;
            }
            double[] change = new double[dimension];
            double[] others = new double[dimension - 1];
            for (int i = 0; i < dimension; i++) {
                for (int j = 0; j <= i; j++) {
                    change[i] += root.unsafe_get(i, j) * at[j];
                }
                mean[i] += change[i] / DRAWS;
                if (i > 0) {
                    others[i - 1] = start.coefficients[i] + change[i];
                }
            }
            for (int i = 0; i < dimension; i++) {
                for (int j = 0; j < dimension; j++) {
                    square.add(i, j, change[i] * change[j] / DRAWS);
                }
            }
            return PhasePolynomial.cycles(others);
        }

        private PhasePolynomial phase(double[] mean, DMatrixRMaj square) {
            int degree = dimension - 1;
            double[] coefficients = new double[degree];
            double[] covariance = new double[degree * degree];
            for (int i = 1; i <= degree; i++) {
                coefficients[i - 1] = start.coefficients[i] + mean[i];
                for (int j = 1; j <= degree; j++) {
                    covariance[(i - 1) * degree + j - 1] = square.get(i, j) - mean[i] * mean[j];
                }
            }
            return new PhasePolynomial(coefficients, covariance);
        }

        private double[] mostVisited(int[][] visits) {
            double[] most = new double[visits.length];
            for (int k = 0; k < most.length; k++) {
                int best = 0;
                for (int s = 1; s < visits[k].length; s++) {
                    best = visits[k][s] > visits[k][best] ? s : best;
                }
                most[k] = places.get(k).middle(best);
            }
            return most;
        }
    }
}
