package io.github.spinodal.core.fit;

import static io.github.spinodal.core.fit.LeastSquaresTest.assertInvalid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumericalJacobianTest {
    static java.util.List<String> names() {
        return NistProblem.NAMES;
    }

    @ParameterizedTest
    @MethodSource("names")
    void agreesWithAnalyticDerivatives(String name) {
        NistProblem problem = NistProblem.read(name);
        double[] p = problem.certified;
        double[] sizes = p.clone();
        for (int j = 0; j < sizes.length; j++) {
            sizes[j] = Math.abs(sizes[j]);
        }
        int m = problem.residualCount();
        NumericalJacobian numerical = NumericalJacobian.of(m, sizes, problem::residuals);
        double[] r = new double[m];
        double[] exact = new double[m * p.length];
        double[] approximate = new double[m * p.length];
        problem.residualsAndJacobian(p, r, exact);
        numerical.residualsAndJacobian(p, r, approximate);
        double[] magnitude = new double[m];
        for (int i = 0; i < m; i++) {
            magnitude[i] = Math.abs(r[i]) + Math.abs(problem.y[i]);
        }
        double largest = java.util.Arrays.stream(magnitude).max().orElseThrow();
        for (int j = 0; j < p.length; j++) {
            double norm = 0;
            double error = 0;
            for (int i = 0; i < m; i++) {
                norm = Math.max(norm, Math.abs(exact[i * p.length + j]));
                error = Math.max(error, Math.abs(exact[i * p.length + j] - approximate[i * p.length + j]));
            }
            // ten digits, less what cancels where a parameter has little influence
            double amplification = Math.max(1, largest / (norm * Math.abs(p[j])));
            assertTrue(error <= 1e-10 * norm * amplification, name + " column " + j + ": " + error / norm);
        }
    }

    @Test
    void narrowPeaksFarFromZeroAreNoProblem() {
        NistProblem problem = NistProblem.read("Eckerle4");
        NumericalJacobian numerical =
                NumericalJacobian.of(problem.residualCount(), new double[] {1, 1, 1}, problem::residuals);
        LeastSquaresFit fit = LeastSquares.withDefaults().solve(numerical, problem.start2);
        for (int j = 0; j < 3; j++) {
            assertEquals(problem.certified[j], fit.parameter(j), 1e-9 * problem.certified[j]);
            assertEquals(problem.certifiedErrors[j], fit.standardError(j), 1e-8 * problem.certifiedErrors[j]);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 0.5, 1 - 1e-9, 1})
    void staysWithinBounds(double at) {
        NumericalJacobian bounded = NumericalJacobian.of(2, new double[] {1}, (p, r) -> {
                    assertTrue(p[0] >= 0 && p[0] <= 1, "evaluated at " + p[0]);
                    r[0] = Math.exp(p[0]);
                    r[1] = p[0] * p[0] * p[0];
                })
                .withBounds(new double[] {0}, new double[] {1});
        double[] r = new double[2];
        double[] jacobian = new double[2];
        bounded.residualsAndJacobian(new double[] {at}, r, jacobian);
        assertEquals(Math.exp(at), jacobian[0], 1e-9);
        assertEquals(3 * at * at, jacobian[1], 1e-9);
        assertEquals(Math.exp(at), r[0]);
    }

    @Test
    void zeroUsesTheTypicalSize() {
        NumericalJacobian f = NumericalJacobian.of(1, new double[] {1e-6}, (p, r) -> r[0] = Math.sin(1e6 * p[0]));
        double[] jacobian = new double[1];
        f.residualsAndJacobian(new double[] {0}, new double[1], jacobian);
        assertEquals(1e6, jacobian[0], 1e-4);
        assertEquals(1, f.parameterCount());
        assertEquals(1, f.residualCount());
    }

    @Test
    void rejectsUselessSettings() {
        assertInvalid("number of residuals", () -> NumericalJacobian.of(0, new double[] {1}, (p, r) -> {}));
        assertInvalid("number of parameters", () -> NumericalJacobian.of(1, new double[0], (p, r) -> {}));
        assertInvalid("typical size", () -> NumericalJacobian.of(1, new double[] {0}, (p, r) -> {}));
        NumericalJacobian f = NumericalJacobian.of(1, new double[] {1}, (p, r) -> {});
        assertInvalid("lower bound 0", () -> f.withBounds(new double[] {1}, new double[] {1}));
        assertInvalid("length of upper", () -> f.withBounds(new double[] {1}, new double[] {1, 2}));
    }
}
