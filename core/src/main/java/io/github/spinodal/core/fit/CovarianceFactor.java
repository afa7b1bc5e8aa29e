package io.github.spinodal.core.fit;

import java.util.Arrays;

/**
 * Singular value decomposition of the Jacobian with its columns scaled to unit length: rank, condition number and the
 * unscaled covariance (J^T J)^-1, never through the normal equations.
 */
final class CovarianceFactor {
    /** Null directions that touch a parameter by less than this leave its variance finite. */
    private static final double TOUCH = 1e-7;

    final int rank;
    final double condition;
    /** Unscaled covariance of the free variables, row by row; the diagonal is infinite where the data say nothing. */
    final double[] covariance;

    private CovarianceFactor(int rank, double condition, double[] covariance) {
        this.rank = rank;
        this.condition = condition;
        this.covariance = covariance;
    }

    /** The columns are overwritten. */
    static CovarianceFactor of(double[] columns, int m, int n) {
        double[] norm = new double[n];
        for (int j = 0; j < n; j++) {
            norm[j] = Columns.norm(columns, j * m, m);
            double inverse = norm[j] == 0 ? 0 : 1 / norm[j];
            for (int i = j * m; i < (j + 1) * m; i++) {
                columns[i] *= inverse;
            }
        }
        Columns.triangularise(columns, m, n, new double[m]);
        double[] w = new double[n * n];
        for (int j = 0; j < n; j++) {
            System.arraycopy(columns, j * m, w, j * n, j + 1);
        }
        double[] v = new double[n * n];
        Columns.orthogonalise(w, n, n, v);
        double[] sigma = new double[n];
        double largest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int l = 0; l < n; l++) {
            sigma[l] = Columns.norm(w, l * n, n);
            largest = Math.max(largest, sigma[l]);
            smallest = Math.min(smallest, sigma[l]);
        }
        double negligible = largest * Math.max(m, n) * 2.2e-16;
        int rank = 0;
        double[] covariance = new double[n * n];
        boolean[] unknown = new boolean[n];
        for (int l = 0; l < n; l++) {
            boolean significant = sigma[l] > negligible;
            rank += significant ? 1 : 0;
            for (int j = 0; j < n; j++) {
                unknown[j] |= !significant && Math.abs(v[l * n + j]) > TOUCH;
                if (significant) {
                    double vj = v[l * n + j] / sigma[l];
                    for (int k = 0; k < n; k++) {
                        covariance[j * n + k] += vj * (v[l * n + k] / sigma[l]);
                    }
                }
            }
        }
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < n; k++) {
                covariance[j * n + k] = covariance[j * n + k] / norm[j] / norm[k];
            }
        }
        for (int j = 0; j < n; j++) {
            if (unknown[j]) {
                for (int k = 0; k < n; k++) {
                    covariance[j * n + k] = 0;
                    covariance[k * n + j] = 0;
                }
                covariance[j * n + j] = Double.POSITIVE_INFINITY;
            }
        }
        double condition = n == 0 ? 1 : rank < n ? Double.POSITIVE_INFINITY : largest / smallest;
        return new CovarianceFactor(rank, condition, covariance);
    }

    /** Carries the covariance over to all parameters. */
    double[][] expand(ParameterMap map) {
        int all = map.parameterCount();
        int n = map.freeCount();
        double[][] full = new double[all][all];
        for (int i = 0; i < all; i++) {
            Arrays.fill(full[i], 0);
            for (int j = 0; j < all; j++) {
                int a = map.source(i);
                int b = map.source(j);
                if (a >= 0 && b >= 0) {
                    full[i][j] = map.factor(i) * map.factor(j) * covariance[a * n + b];
                }
            }
        }
        return full;
    }
}
