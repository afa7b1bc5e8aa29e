package io.github.spinodal.phasefield;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExchangeFactorsTest {
    @Test
    void solvesTheGraphWithAnyDiagonal() {
        int n = 9 * 11;
        ExchangeGraph graph = ExchangeGraph.squareLattice(9, 11, 0.7);
        ExchangeFactors factors = ExchangeFactors.of(graph, Long.MAX_VALUE);
        assertNotNull(factors);
        SplittableRandom random = new SplittableRandom(5);
        double[] sum = new double[n];
        graph.addConductances(sum);
        for (int repetition = 0; repetition < 3; repetition++) {
            double[] diagonal = new double[n];
            double[] solution = new double[n];
            for (int i = 0; i < n; i++) {
                diagonal[i] = sum[i] + random.nextDouble(0.01, 5);
                solution[i] = random.nextDouble(-1, 1);
            }
            double[] values = new double[n];
            graph.addFlux(solution, values);
            for (int i = 0; i < n; i++) {
                values[i] = (diagonal[i] - sum[i]) * solution[i] - values[i];
            }
            factors.factorise(diagonal);
            factors.solve(values);
            for (int i = 0; i < n; i++) {
                assertEquals(solution[i], values[i], 1e-12);
            }
        }
    }

    @Test
    void doesWithoutFactorsWhereTheyFillUp() {
        assertNull(ExchangeFactors.of(ExchangeGraph.squareLattice(20, 20, 1), 1000));
    }
}
