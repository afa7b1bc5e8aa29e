package io.github.spinodal.eis;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Minimises x^T G x/2 - h^T x over x >= 0 for a positive definite G, by the active-set method of Lawson and Hanson (Solving
 * Least Squares Problems, 1974, chapter 23) on the normal equations, which regularisation makes harmless.
 */
final class NonNegativeLeastSquares {
    private NonNegativeLeastSquares() {}

    static double[] solve(double[][] g, double[] h, boolean[] free) {
        int n = h.length;
        double[] x = new double[n];
        boolean[] passive = free.clone();
        double scale = Arrays.stream(h).map(Math::abs).max().orElse(0);
        double tolerance = 1e-10 * scale;
        double[] trial = solvePassive(g, h, passive);
        for (int iteration = 0; iteration < 30 * n; iteration++) {
            // Step towards the unconstrained solution on the passive set as far as no bound is crossed.
            while (true) {
                double alpha = 1;
                int blocking = -1;
                for (int k = 0; k < n; k++) {
                    if (passive[k] && !free[k] && trial[k] <= 0) {
                        double share = x[k] / (x[k] - trial[k]);
                        if (!(share >= alpha)) {
                            alpha = Double.isNaN(share) ? 0 : share;
                            blocking = k;
                        }
                    }
                }
                for (int k = 0; k < n; k++) {
                    x[k] = passive[k] ? x[k] + alpha * (trial[k] - x[k]) : 0;
                }
                if (blocking < 0) {
                    break;
                }
                passive[blocking] = false;
                x[blocking] = 0;
                trial = solvePassive(g, h, passive);
            }
            int entering = -1;
            double steepest = tolerance;
            for (int k = 0; k < n; k++) {
                if (!passive[k]) {
                    double gradient = h[k];
                    for (int j = 0; j < n; j++) {
                        gradient -= g[k][j] * x[j];
                    }
                    if (gradient > steepest) {
                        steepest = gradient;
                        entering = k;
                    }
                }
            }
            if (entering < 0) {
                break;
            }
            passive[entering] = true;
            trial = solvePassive(g, h, passive);
            if (!free[entering] && trial[entering] <= 0) {
                // Rounding at the edge: the gradient promised what the solution does not keep.
                passive[entering] = false;
                break;
            }
        }
        return x;
    }

    private static double[] solvePassive(double[][] g, double[] h, boolean[] passive) {
        int n = h.length;
        int[] index = new int[n];
        int count = 0;
        for (int k = 0; k < n; k++) {
            if (passive[k]) {
                index[count++] = k;
            }
        }
        double[] solution = new double[n];
        if (count == 0) {
            return solution;
        }
        DMatrixRMaj a = new DMatrixRMaj(count, count);
        DMatrixRMaj b = new DMatrixRMaj(count, 1);
        DMatrixRMaj x = new DMatrixRMaj(count, 1);
        for (int i = 0; i < count; i++) {
            b.unsafe_set(i, 0, h[index[i]]);
            for (int j = 0; j < count; j++) {
                a.unsafe_set(i, j, g[index[i]][index[j]]);
            }
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(count);
        if (!solver.setA(a)) {
            throw new IllegalStateException("the regularised matrix is not positive definite");
        }
        solver.solve(b, x);
        for (int i = 0; i < count; i++) {
            solution[index[i]] = x.unsafe_get(i, 0);
        }
        return solution;
    }
}
