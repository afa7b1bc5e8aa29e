package io.github.spinodal.core.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the iteration costs, in evaluations, and how often it arrives: a change for the worse is a human decision. */
class EfficiencyTest {
    private static final LeastSquares CIRCUIT =
            LeastSquares.withDefaults().withLowerBounds(RandlesProblem.LOWER).withUpperBounds(RandlesProblem.UPPER);

    /** Single starts within three decades around the truth, against the best of the same problem. */
    @Test
    void circuitsFromAfar() {
        int arrived = 0;
        int evaluations = 0;
        int fits = 0;
        for (int c = 0; c < 4; c++) {
            RandlesProblem problem = RandlesProblem.of(RandlesProblem.CELLS[c], 0.005, 7 + c);
            LeastSquaresFit best = CIRCUIT.solve(problem, RandlesProblem.CELLS[c]);
            Random random = new Random(c);
            for (int k = 0; k < 100; k++) {
                double[] start = RandlesProblem.CELLS[c].clone();
                for (int j = 0; j < 5; j++) {
                    start[j] *= Math.pow(10, 1.5 * (2 * random.nextDouble() - 1));
                }
                start[2] = 0.5 + 0.5 * random.nextDouble();
                LeastSquaresFit fit = CIRCUIT.solve(problem, start);
                arrived += fit.sumOfSquares() < 1.01 * best.sumOfSquares() ? 1 : 0;
                evaluations += fit.evaluations();
                fits++;
            }
        }
        // 97 % and 23 evaluations per fit when this was written
        assertTrue(arrived >= 0.95 * fits, arrived + " of " + fits);
        assertTrue(evaluations <= 27 * fits, evaluations + " evaluations");
    }

    @Test
    void warmCircuits() {
        RandlesProblem problem = RandlesProblem.of(RandlesProblem.CELLS[1], 0.005, 7);
        double[] start = RandlesProblem.CELLS[1].clone();
        for (int j = 0; j < 5; j++) {
            start[j] *= j % 2 == 0 ? 1.1 : 0.9;
        }
        LeastSquaresFit fit = CIRCUIT.solve(problem, start);
        assertTrue(fit.evaluations() <= 9, fit::toString);
        assertEquals(StopReason.RELATIVE_OFFSET, fit.stopReason());
        // starting at the optimum costs nothing but seeing it
        LeastSquaresFit again = CIRCUIT.solve(problem, fit.parameters());
        assertTrue(again.evaluations() <= 2, again::toString);
    }

    /** A restart looks once more only where the stop rested on the radius. */
    @Test
    void restarts() {
        double[] x = {0, 1, 2, 3, 4, 5};
        double[] y = new double[6];
        for (int i = 0; i < 6; i++) {
            y[i] = 3 * Math.exp(-x[i] / 1.7);
        }
        ResidualFunction exact = Problems.decay(x, y);
        LeastSquaresFit once =
                LeastSquares.withDefaults().withRestart(Restart.NEVER).solve(exact, 1, 1);
        LeastSquaresFit twice = LeastSquares.withDefaults().solve(exact, 1, 1);
        assertTrue(once.converged() && twice.converged());
        assertTrue(twice.sumOfSquares() <= once.sumOfSquares());
        assertTrue(twice.evaluations() < 60, twice::toString);
    }
}
