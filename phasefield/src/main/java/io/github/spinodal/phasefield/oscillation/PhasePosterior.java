package io.github.spinodal.phasefield.oscillation;

import io.github.spinodal.core.quantity.Interval;
import java.util.List;

/**
 * What the places of the jumps tell about the phase. The likelihood is flat between two samples, so no expansion about its top
 * would do: it is drawn from.
 */
final class PhasePosterior {
    private static final int DRAWS = 5000;

    private final PhaseWalk walk;
    private final double[] jumps;

    private PhasePosterior(PhaseWalk walk, double[] jumps) {
        this.walk = walk;
        this.jumps = jumps;
    }

    /** Drawn from about a phase on, in steps like its uncertainty. */
    static PhasePosterior about(JumpPhase start, List<JumpPlace> places) {
        Places likelihood = new Places(start, places);
        return new PhasePosterior(PhaseWalk.from(start, DRAWS, likelihood), likelihood.mostVisited());
    }

    /** Mean and covariance of the coefficients but the constant. */
    PhasePolynomial phase() {
        return walk.phase().withoutConstant();
    }

    Interval cyclesInterval(double confidence) {
        return walk.cyclesInterval(confidence);
    }

    /** The middle of the cell in which each jump most often is. */
    double[] jumps() {
        return jumps.clone();
    }

    private static final class Places implements PhaseWalk.Target {
        private final List<JumpPlace> places;
        /** Place of each jump at the start, and its change with each coefficient. */
        private final double[] origin;

        private final double[][] direction;
        private final int[] cell;
        private final int[][] visits;

        Places(JumpPhase start, List<JumpPlace> places) {
            this.places = places;
            this.origin = new double[places.size()];
            this.direction = new double[places.size()][];
            this.cell = new int[places.size()];
            this.visits = new int[places.size()][];
            for (int k = 0; k < origin.length; k++) {
                double mean = places.get(k).mean();
                double slope = start.slope(mean);
                direction[k] = JumpPhase.terms(mean, start.degree());
                for (int j = 0; j < direction[k].length; j++) {
                    direction[k][j] /= -slope;
                }
                origin[k] = start.placeOf(places.get(k));
                visits[k] = new int[places.get(k).cells()];
            }
        }

        @Override
        public double logLikelihood(double[] change) {
            double sum = 0;
            for (int k = 0; k < origin.length; k++) {
                double place = origin[k];
                for (int j = 0; j < change.length; j++) {
                    place += direction[k][j] * change[j];
                }
                JumpPlace jump = places.get(k);
                cell[k] = jump.cellOf(place, cell[k]);
                sum += jump.logLikelihoodAt(place, cell[k]);
            }
            return sum;
        }

        @Override
        public void drawn() {
            for (int k = 0; k < visits.length; k++) {
                visits[k][cell[k]]++;
            }
        }

        double[] mostVisited() {
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
