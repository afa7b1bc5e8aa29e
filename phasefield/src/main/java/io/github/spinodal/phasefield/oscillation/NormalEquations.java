package io.github.spinodal.phasefield.oscillation;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** Normal equations of least squares, solved with unit diagonal. */
final class NormalEquations {
    private final int p;
    private final double[] matrix;
    private final double[] gradient;
    private final double[] scale;

    /** From the products of the columns with one another, row by row, and with the target. */
    NormalEquations(int p, double[] matrix, double[] gradient) {
        this.p = p;
        this.matrix = matrix;
        this.gradient = gradient;
        this.scale = new double[p];
        for (int i = 0; i < p; i++) {
            scale[i] = matrix[i * p + i] > 0 ? 1 / Math.sqrt(matrix[i * p + i]) : 1;
        }
    }

    /** Of all columns but the last, which is the target. */
    static NormalEquations of(double[][] columns) {
        int p = columns.length - 1;
        double[] products = new double[(p + 1) * (p + 1)];
        Products.of(columns, columns, p + 1, products);
        double[] matrix = new double[p * p];
        double[] gradient = new double[p];
        for (int i = 0; i < p; i++) {
            System.arraycopy(products, i * (p + 1), matrix, i * p, p);
            gradient[i] = products[i * (p + 1) + p];
        }
        return new NormalEquations(p, matrix, gradient);
    }

    private LinearSolverDense<DMatrixRMaj> factor(double damping) {
        for (double ridge = Math.max(damping, 1e-12); ; ridge = Math.max(10 * ridge, 1e-10)) {
            DMatrixRMaj scaled = new DMatrixRMaj(p, p);
            for (int a = 0; a < p; a++) {
                for (int b = a; b < p; b++) {
                    double value = matrix[a * p + b] * scale[a] * scale[b];
                    if (a == b) {
                        value = 1 + ridge;
                    }
                    scaled.unsafe_set(a, b, value);
                    scaled.unsafe_set(b, a, value);
                }
            }
            LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(p);
            if (solver.setA(scaled) || ridge > 1) {
                return solver;
            }
        }
    }

    double[] solve(double damping) {
        DMatrixRMaj right = new DMatrixRMaj(p, 1);
        for (int a = 0; a < p; a++) {
            right.set(a, 0, gradient[a] * scale[a]);
        }
        DMatrixRMaj solution = new DMatrixRMaj(p, 1);
        factor(damping).solve(right, solution);
        double[] result = new double[p];
        for (int a = 0; a < p; a++) {
            result[a] = solution.get(a, 0) * scale[a];
        }
        return result;
    }

    double[] inverse() {
        DMatrixRMaj inverse = new DMatrixRMaj(p, p);
        factor(0).invert(inverse);
        double[] result = new double[p * p];
        for (int a = 0; a < p; a++) {
            for (int b = 0; b < p; b++) {
                result[a * p + b] = inverse.get(a, b) * scale[a] * scale[b];
            }
        }
        return result;
    }
}
