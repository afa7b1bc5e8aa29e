package io.github.spinodal.phasefield.grain;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * One step of the linearly implicit Euler method, extrapolated over 1, 2, 3, 4 and 5 substeps to fifth order (Hairer and
 * Wanner, Solving Ordinary Differential Equations II, 2nd ed., section IV.9).
 */
final class StepAttempt {
    private static final int COLUMNS = 5;
    /** Error is judged against the smaller of filling and vacancies, but not below this share of the sites. */
    private static final double SMALLEST_SCALE = 1e-4;

    static final int ORDER = COLUMNS;

    private final GrainEquations equations;
    private final int n;
    private final DMatrixRMaj jacobian;
    private final DMatrixRMaj matrix;
    private final DMatrixRMaj right;
    private final DMatrixRMaj change;
    private final double[][] table = new double[COLUMNS][];
    private final double[] balance;
    private double error;

    StepAttempt(GrainEquations equations) {
        this.equations = equations;
        n = equations.grid.size;
        jacobian = new DMatrixRMaj(n, n);
        matrix = new DMatrixRMaj(n, n);
        right = new DMatrixRMaj(n, 1);
        change = new DMatrixRMaj(n, 1);
        balance = new double[n];
    }

    /** Prepares steps of any size from one state. */
    void startFrom(double t, double[] c) {
        equations.update(t, c);
        equations.jacobian(c, jacobian);
    }

    /** Tries a step; the result is empty if it leaves (0, 1) or the equations cannot be solved. */
    double[] to(double t, double[] c, double step, double tolerance) {
        error = Double.POSITIVE_INFINITY;
        for (int column = 0; column < COLUMNS; column++) {
            int substeps = column + 1;
            double[] state = c.clone();
            LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.lu(n);
            assemble(step / substeps);
            if (!solver.setA(matrix)) {
                return new double[0];
            }
            for (int substep = 1; substep <= substeps; substep++) {
                double h = step / substeps;
                equations.update(t + substep * h, state);
                equations.balances(state, balance);
                for (int i = 0; i < n; i++) {
                    right.data[i] = h * balance[i];
                }
                solver.solve(right, change);
                for (int i = 0; i < n; i++) {
                    state[i] += change.data[i];
                }
                if (!GrainEquations.isInside(state)) {
                    return new double[0];
                }
            }
            extrapolate(column, state, tolerance);
        }
        double[] result = table[0];
        return GrainEquations.isInside(result) ? result.clone() : new double[0];
    }

    /** Error of the last step over the tolerance, as the largest over the cells. */
    double error() {
        return error;
    }

    private void assemble(double h) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix.set(i, j, -h * jacobian.get(i, j));
            }
            for (int j = Math.max(0, i - 1); j <= Math.min(n - 1, i + 1); j++) {
                matrix.add(i, j, equations.grid.mass(i, j));
            }
        }
    }

    /** Aitken-Neville in place: table[k] holds the column's entry of order column - k + 1; table[0] is the best. */
    private void extrapolate(int column, double[] state, double tolerance) {
        table[column] = state;
        for (int k = column - 1; k >= 0; k--) {
            double ratio = (column + 1.0) / (k + 1.0) - 1;
            double worst = 0;
            for (int i = 0; i < n; i++) {
                double better = table[k + 1][i] + (table[k + 1][i] - table[k][i]) / ratio;
                double scale = Math.max(SMALLEST_SCALE, Math.min(state[i], 1 - state[i]));
                worst = Math.max(worst, Math.abs(better - table[k + 1][i]) / (tolerance * scale));
                table[k][i] = better;
            }
            error = worst;
        }
    }
}
