package io.github.spinodal.core.fit;

import java.util.Random;

/** Small problems for the tests. */
final class Problems {
    private Problems() {}

    /** y = A p + noise. */
    static ResidualFunction linear(double[][] a, double[] y) {
        return new ResidualFunction() {
            @Override
            public int residualCount() {
                return y.length;
            }

            @Override
            public int parameterCount() {
                return a[0].length;
            }

            @Override
            public void residuals(double[] p, double[] r) {
                for (int i = 0; i < y.length; i++) {
                    r[i] = -y[i];
                    for (int j = 0; j < p.length; j++) {
                        r[i] += a[i][j] * p[j];
                    }
                }
            }

            @Override
            public void residualsAndJacobian(double[] p, double[] r, double[] jacobian) {
                residuals(p, r);
                for (int i = 0; i < y.length; i++) {
                    System.arraycopy(a[i], 0, jacobian, i * p.length, p.length);
                }
            }
        };
    }

    static double[][] gaussianMatrix(int rows, int columns, Random random) {
        double[][] a = new double[rows][columns];
        for (double[] row : a) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextGaussian();
            }
        }
        return a;
    }

    /** Any problem with q_j = parameterUnit_j p_j as parameters and residuals times residualUnit. */
    static ResidualFunction inUnits(ResidualFunction inner, double[] parameterUnit, double residualUnit) {
        return new ResidualFunction() {
            @Override
            public int residualCount() {
                return inner.residualCount();
            }

            @Override
            public int parameterCount() {
                return inner.parameterCount();
            }

            @Override
            public void residuals(double[] q, double[] r) {
                inner.residuals(plain(q), r);
                scale(r);
            }

            @Override
            public void residualsAndJacobian(double[] q, double[] r, double[] jacobian) {
                inner.residualsAndJacobian(plain(q), r, jacobian);
                scale(r);
                for (int k = 0; k < jacobian.length; k++) {
                    jacobian[k] *= residualUnit / parameterUnit[k % q.length];
                }
            }

            private double[] plain(double[] q) {
                double[] p = new double[q.length];
                for (int j = 0; j < q.length; j++) {
                    p[j] = q[j] / parameterUnit[j];
                }
                return p;
            }

            private void scale(double[] r) {
                for (int i = 0; i < r.length; i++) {
                    r[i] *= residualUnit;
                }
            }
        };
    }

    /** y = p0 exp(-x/p1) on given points. */
    static ResidualFunction decay(double[] x, double[] y) {
        return new ResidualFunction() {
            @Override
            public int residualCount() {
                return y.length;
            }

            @Override
            public int parameterCount() {
                return 2;
            }

            @Override
            public void residuals(double[] p, double[] r) {
                residualsAndJacobian(p, r, new double[2 * r.length]);
            }

            @Override
            public void residualsAndJacobian(double[] p, double[] r, double[] jacobian) {
                for (int i = 0; i < y.length; i++) {
                    double e = Math.exp(-x[i] / p[1]);
                    r[i] = p[0] * e - y[i];
                    jacobian[2 * i] = e;
                    jacobian[2 * i + 1] = p[0] * e * x[i] / (p[1] * p[1]);
                }
            }
        };
    }
}
