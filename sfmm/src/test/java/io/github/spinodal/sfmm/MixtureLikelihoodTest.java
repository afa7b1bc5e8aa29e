package io.github.spinodal.sfmm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

/** The fast sums of the two likelihoods against dense matrices: every nuisance as a column, every noise as a covariance. */
class MixtureLikelihoodTest {
    private static final int N = 160;
    private static final double[] FIRST = {120, 30, 45, 1.6};
    private static final double[] SECOND = {117, 34, 52, 1.8};
    private static final FringeRange PERIODS = new FringeRange(200, 480);

    private static FitProblem problem() {
        Random random = new Random(7);
        double[] z = new double[N];
        double[] y = new double[N];
        double[] used = new double[N];
        double[] shape = shape(FIRST, 3.1);
        for (int i = 0; i < N; i++) {
            z[i] = 2.5 * i + (i % 7) * 0.1;
            used[i] = (i >= 70 && i < 75) || i == 20 ? 0 : 1;
            y[i] = shape[i]
                    + 0.7 * Math.sin(2 * Math.PI * z[i] / 290 + 0.4)
                    + 0.01 * z[i]
                    + 1.1 * random.nextGaussian();
        }
        return new FitProblem(z, y, used, N, 1);
    }

    private static double[] shape(double[] t, double factor) {
        double[] g = new double[N];
        LayerYield yield = new LayerYield(t[1], t[2], t[3]);
        for (int i = 0; i < N; i++) {
            double u = 2.5 * i + (i % 7) * 0.1 - t[0];
            if (u >= t[1] + t[2]) {
                g[i] = u - t[1];
            } else if (u > 0) {
                yield.solve(u);
                g[i] = yield.deflection;
            }
            g[i] *= factor;
        }
        return g;
    }

    @Test
    void fringesAreSummedAsDenseMatricesDo() {
        FitProblem problem = problem();
        double variance = 1.3;
        CurveFit fit = CurveFit.of(
                problem, ContactModel.LAYER, false, new double[] {0, 2, 3.1, 120, 30, 45, 1.6}, null, PERIODS, 20);
        PeriodLadder ladder = PeriodLadder.of(problem, fit, variance, PERIODS);
        FringeMixture mixture = new FringeMixture(problem, variance, ladder);
        double[] fast = new double[2];
        double[] dense = new double[2];
        double[] shares = new double[2];
        double[] denseShares = new double[2];
        double[][] points = {FIRST, SECOND};
        for (int k = 0; k < 2; k++) {
            double[] t = points[k];
            fast[k] = mixture.log(t[0], t[1], t[2], t[3]);
            shares[k] = mixture.fringeShare();
            double plain = dense(problem, columns(problem, t), 0, identity(variance));
            double sum = Math.exp(plain);
            for (int rung = 0; rung < ladder.count(); rung++) {
                // A normal prior of the amplitudes is a noise that is common to the samples.
                sum += Math.exp(ladder.logWeight(rung)
                        + dense(problem, columns(problem, t), ladder.period(rung), identity(variance)));
            }
            dense[k] = Math.log(sum);
            denseShares[k] = 1 - Math.exp(plain - dense[k]);
        }
        assertEquals(dense[1] - dense[0], fast[1] - fast[0], 1e-6);
        assertEquals(denseShares[0], shares[0], 1e-6);
        assertEquals(denseShares[1], shares[1], 1e-6);
    }

    @Test
    void slowNoisesAreSummedAsDenseMatricesDo() {
        FitProblem problem = problem();
        double[][] noises = {{30, 0.8}, {12, 0.97}};
        List<NoiseFilter> filters = new ArrayList<>();
        for (double[] noise : noises) {
            filters.add(NoiseFilter.of(noise[0], noise[1], problem.used));
        }
        double known = 1.7;
        SlowMixture mixture = new SlowMixture(problem, filters, known);
        double[] fast = new double[2];
        double[] dense = new double[2];
        double[][] points = {FIRST, SECOND};
        for (int k = 0; k < 2; k++) {
            double[] t = points[k];
            fast[k] = mixture.log(t[0], t[1], t[2], t[3]);
            double sum = 0;
            for (double[] noise : noises) {
                sum += Math.exp(dense(problem, columns(problem, t), 0, coloured(noise, known)));
            }
            dense[k] = Math.log(sum);
        }
        assertEquals(dense[1] - dense[0], fast[1] - fast[0], 1e-6);
    }

    private static DMatrixRMaj identity(double variance) {
        DMatrixRMaj matrix = CommonOps_DDRM.identity(N);
        CommonOps_DDRM.scale(variance, matrix);
        return matrix;
    }

    private static DMatrixRMaj coloured(double[] noise, double variance) {
        double phi = (noise[0] - 1) / (noise[0] + 1);
        DMatrixRMaj matrix = new DMatrixRMaj(N, N);
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                double slow = noise[1] * Math.pow(phi, Math.abs(i - j));
                matrix.set(i, j, variance * (slow + (i == j ? 1 - noise[1] : 0)));
            }
        }
        return matrix;
    }

    private static double[][] columns(FitProblem problem, double[] t) {
        double[][] columns = new double[3][N];
        double[] g = shape(t, 1);
        for (int i = 0; i < N; i++) {
            columns[0][i] = 1;
            columns[1][i] = problem.z[i] / 200 - 1;
            columns[2][i] = g[i];
        }
        return columns;
    }

    /** Logarithm of the restricted likelihood of the used samples under a covariance, with a fringe as part of it. */
    private static double dense(FitProblem problem, double[][] columns, double period, DMatrixRMaj covariance) {
        int[] used = IntStream.range(0, N).filter(i -> problem.used[i] > 0).toArray();
        int n = used.length;
        DMatrixRMaj c = new DMatrixRMaj(n, n);
        DMatrixRMaj x = new DMatrixRMaj(n, columns.length);
        DMatrixRMaj y = new DMatrixRMaj(n, 1);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double fringe = period > 0
                        ? FringeMixture.AMPLITUDE
                                * FringeMixture.AMPLITUDE
                                * Math.cos(2 * Math.PI * (problem.z[used[i]] - problem.z[used[j]]) / period)
                        : 0;
                c.set(i, j, covariance.get(used[i], used[j]) + fringe);
            }
            for (int k = 0; k < columns.length; k++) {
                x.set(i, k, columns[k][used[i]]);
            }
            y.set(i, 0, problem.y[used[i]]);
        }
        double logC = Math.log(CommonOps_DDRM.det(c));
        CommonOps_DDRM.invert(c);
        DMatrixRMaj cx = new DMatrixRMaj(n, columns.length);
        CommonOps_DDRM.mult(c, x, cx);
        DMatrixRMaj normal = new DMatrixRMaj(columns.length, columns.length);
        CommonOps_DDRM.multTransA(x, cx, normal);
        DMatrixRMaj right = new DMatrixRMaj(columns.length, 1);
        CommonOps_DDRM.multTransA(cx, y, right);
        double logNormal = Math.log(CommonOps_DDRM.det(normal));
        CommonOps_DDRM.invert(normal);
        DMatrixRMaj solved = new DMatrixRMaj(columns.length, 1);
        CommonOps_DDRM.mult(normal, right, solved);
        DMatrixRMaj cy = new DMatrixRMaj(n, 1);
        CommonOps_DDRM.mult(c, y, cy);
        double squares = CommonOps_DDRM.dot(y, cy) - CommonOps_DDRM.dot(right, solved);
        return -0.5 * (squares + logC + logNormal);
    }
}
