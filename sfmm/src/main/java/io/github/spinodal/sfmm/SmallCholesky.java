package io.github.spinodal.sfmm;

import java.util.Arrays;

/** Cholesky solutions of the small normal equations of a fit. */
final class SmallCholesky {
    private SmallCholesky() {}

    /**
     * Factors a symmetric matrix in place into its lower triangle.
     *
     * @return the logarithm of the determinant, or NaN if the matrix is not positive definite
     */
    static double factor(double[][] a, int n) {
        double logDeterminant = 0;
        for (int j = 0; j < n; j++) {
            double pivot = a[j][j];
            double floor = 1e-13 * Math.abs(pivot);
            for (int k = 0; k < j; k++) {
                pivot -= a[j][k] * a[j][k];
            }
            if (!(pivot > floor)) {
                return Double.NaN;
            }
            double root = Math.sqrt(pivot);
            logDeterminant += 2 * Math.log(root);
            a[j][j] = root;
            for (int i = j + 1; i < n; i++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i][k] * a[j][k];
                }
                a[i][j] = sum / root;
            }
        }
        return logDeterminant;
    }

    /** Solves in place with a factored matrix. */
    static void solve(double[][] factor, int n, double[] x) {
        for (int i = 0; i < n; i++) {
            double sum = x[i];
            for (int k = 0; k < i; k++) {
                sum -= factor[i][k] * x[k];
            }
            x[i] = sum / factor[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = x[i];
            for (int k = i + 1; k < n; k++) {
                sum -= factor[k][i] * x[k];
            }
            x[i] = sum / factor[i][i];
        }
    }

    /** Inverse of a symmetric positive definite matrix, or a matrix of infinities where it is singular. */
    static double[][] inverse(double[][] matrix, int n) {
        double[][] copy = new double[n][];
        double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            scale[i] = matrix[i][i] > 0 ? 1 / Math.sqrt(matrix[i][i]) : 1;
        }
        for (int i = 0; i < n; i++) {
            copy[i] = new double[n];
            for (int j = 0; j < n; j++) {
                copy[i][j] = matrix[i][j] * scale[i] * scale[j];
            }
        }
        double[][] inverse = new double[n][n];
        if (Double.isNaN(factor(copy, n))) {
            for (double[] row : inverse) {
                Arrays.fill(row, Double.POSITIVE_INFINITY);
            }
            return inverse;
        }
        for (int j = 0; j < n; j++) {
            double[] unit = new double[n];
            unit[j] = 1;
            solve(copy, n, unit);
            for (int i = 0; i < n; i++) {
                inverse[i][j] = unit[i] * scale[i] * scale[j];
            }
        }
        return inverse;
    }
}
