package io.github.spinodal.sfmm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The bound of Barankin (1949, Ann. Math. Stat. 20:477) for the thickness under AR(1) noise: finite differences of the model
 * instead of derivatives, which for one test point is the bound of Hammersley (1950) and Chapman and Robbins (1951). The
 * deviation of any unbiased estimator is at least the root of D' (B - 1)^-1 D, D the differences of the thickness at the
 * test points and B = exp(d_k . d_l) of the whitened differences of the curves. Every choice of test points is a bound; the
 * largest found is the best known.
 */
final class BarankinBound {
    private static final double[] STEPS = {0.02, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3, 4};
    private static final double FARTHEST = 25;
    private static final int ROUNDS = 60;

    private final double[] truth;
    private final double phi;
    private final double sigma;
    private final double[] z = new double[CramerRao.POINTS];
    private final double[][] lines = new double[2][CramerRao.POINTS];
    private final double[] white;

    private BarankinBound(double[] truth, double sigma, double correlationSamples) {
        this.truth = truth;
        this.phi = (correlationSamples - 1) / (correlationSamples + 1);
        this.sigma = sigma;
        for (int i = 0; i < z.length; i++) {
            z[i] = CramerRao.RAMP * i / (CramerRao.POINTS - 1);
            lines[0][i] = 1;
            lines[1][i] = (z[i] - 0.5 * CramerRao.RAMP) / CramerRao.RAMP;
        }
        CramerRao.whiten(lines[0], phi);
        CramerRao.whiten(lines[1], phi);
        white = shape(truth);
    }

    /** The bounds (nm) of one test point and of many. */
    record Bounds(double onePoint, double manyPoints) {}

    static Bounds thickness(double h, double deflection, double p, double sigma, double correlationSamples) {
        double[] truth = {CramerRao.ONSET, h, deflection, p};
        double[] all = {CramerRao.ONSET, h, deflection, p, 1, 0, 0};
        double[][] covariance = CramerRao.covariance(all, sigma, correlationSamples);
        double unit = Math.sqrt(covariance[1][1]);
        BarankinBound bound = new BarankinBound(truth, sigma, correlationSamples);
        List<double[]> differences = new ArrayList<>();
        List<Double> steps = new ArrayList<>();
        int[] index = {0, 2, 3};
        double[][] axes = new double[3][3];
        for (int k = 0; k < 3; k++) {
            for (int l = 0; l < 3; l++) {
                axes[k][l] = covariance[index[k]][index[l]]
                        - covariance[index[k]][1] * covariance[index[l]][1] / covariance[1][1];
            }
        }
        SmallCholesky.factor(axes, 3);
        for (int k = 0; k < 3; k++) {
            Arrays.fill(axes[k], k + 1, 3, 0);
        }
        double best = 0;
        for (int sign = -1; sign <= 1; sign += 2) {
            double[] nuisance = new double[3];
            double before = 0;
            for (double step : STEPS) {
                double dh = sign * step * unit;
                if (h + dh < 0.1 * h) {
                    continue;
                }
                double[] start = new double[3];
                for (int k = 0; k < 3; k++) {
                    double tangent = covariance[index[k]][1] / covariance[1][1] * dh;
                    start[k] = before == 0 ? tangent : nuisance[k] * dh / before;
                }
                double[] found = bound.nearest(dh, start, axes);
                nuisance = found;
                before = dh;
                double[] difference = bound.difference(dh, found);
                double squares = CurveFit.dot(difference, difference, 0, difference.length);
                best = Math.max(best, dh * dh / Math.expm1(squares));
                if (squares < FARTHEST) {
                    differences.add(difference);
                    steps.add(dh);
                }
            }
        }
        int n = steps.size();
        DMatrixRMaj matrix = new DMatrixRMaj(n, n);
        DMatrixRMaj right = new DMatrixRMaj(n, 1);
        for (int i = 0; i < n; i++) {
            right.set(i, 0, steps.get(i));
            for (int j = 0; j < n; j++) {
                double product = CurveFit.dot(differences.get(i), differences.get(j), 0, CramerRao.POINTS);
                matrix.set(i, j, Math.expm1(product));
            }
            // A ridge can only lower the bound.
            matrix.set(i, i, matrix.get(i, i) * (1 + 1e-9));
        }
        DMatrixRMaj solved = new DMatrixRMaj(n, 1);
        double many = CommonOps_DDRM.solve(matrix, right, solved) ? CommonOps_DDRM.dot(right, solved) : 0;
        return new Bounds(Math.sqrt(best), Math.sqrt(Math.max(best, many)));
    }

    private double[] shape(double[] t) {
        double[] g = new double[z.length];
        LayerYield yield = new LayerYield(t[1], t[2], t[3]);
        for (int i = 0; i < g.length; i++) {
            double u = z[i] - t[0];
            if (u >= t[1] + t[2]) {
                g[i] = u - t[1];
            } else if (u > 0) {
                yield.solve(u);
                g[i] = yield.deflection;
            }
        }
        CramerRao.whiten(g, phi);
        return g;
    }

    /** Whitened difference of the curves in noise deviations, made as small as offset, tilt and slope can make it. */
    private double[] difference(double dh, double[] nuisance) {
        double[] t = {truth[0] + nuisance[0], truth[1] + dh, truth[2] + nuisance[1], truth[3] + nuisance[2]};
        double[] other = shape(t);
        double[][] basis = {lines[0], lines[1], other};
        double[][] normal = new double[3][3];
        double[] x = new double[3];
        for (int i = 0; i < 3; i++) {
            x[i] = CurveFit.dot(basis[i], white, 0, white.length);
            for (int j = 0; j < 3; j++) {
                normal[i][j] = CurveFit.dot(basis[i], basis[j], 0, white.length);
            }
        }
        SmallCholesky.factor(normal, 3);
        SmallCholesky.solve(normal, 3, x);
        double[] difference = new double[white.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = (x[0] * lines[0][i] + x[1] * lines[1][i] + x[2] * other[i] - white[i]) / sigma;
        }
        return difference;
    }

    /**
     * The onset, break and exponent that make the curve of another thickness most alike, by a pattern search along the axes
     * in which their errors are independent.
     */
    private double[] nearest(double dh, double[] start, double[][] axes) {
        double[] best = start.clone();
        double least = squares(dh, best);
        double step = 1;
        for (int round = 0; round < ROUNDS; round++) {
            boolean improved = false;
            for (int k = 0; k < axes.length; k++) {
                for (int sign = -1; sign <= 1; sign += 2) {
                    double[] trial = best.clone();
                    for (int l = 0; l < trial.length; l++) {
                        trial[l] += sign * step * axes[l][k];
                    }
                    double value = squares(dh, trial);
                    if (value < least) {
                        least = value;
                        best = trial;
                        improved = true;
                    }
                }
            }
            step *= improved ? 1 : 0.6;
        }
        return best;
    }

    private double squares(double dh, double[] nuisance) {
        if (truth[3] + nuisance[2] < 1 || truth[2] + nuisance[1] <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        double[] d = difference(dh, nuisance);
        return CurveFit.dot(d, d, 0, d.length);
    }
}
