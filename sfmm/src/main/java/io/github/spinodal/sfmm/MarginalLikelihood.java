package io.github.spinodal.sfmm;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The likelihood of one layer given where the contact is, how thick the layer is, where it breaks and how its force grows;
 * offset, tilt and solid slope are integrated out exactly, because the model is linear in them. Not shared between threads.
 */
final class MarginalLikelihood {
    /** Offset, tilt and slope. */
    static final int LINEAR = 3;

    private final FitProblem problem;
    private final @Nullable NoiseFilter filter;
    private final double variance;
    private final double[] shape;
    /** Whitened ones, abscissas and data. */
    private final double[][] white;

    private final double[][] fixed = new double[LINEAR][LINEAR];
    private final double yy;
    private final double[][] normal = new double[LINEAR][LINEAR];
    private final double[] projection = new double[LINEAR];
    private final double[] solution = new double[LINEAR];

    MarginalLikelihood(FitProblem problem, @Nullable NoiseFilter filter, double variance) {
        this.problem = problem;
        this.filter = filter;
        this.variance = variance;
        int n = problem.n;
        this.shape = new double[filter == null ? 0 : n];
        if (filter == null) {
            this.white = new double[0][];
            LineSums sums = problem.sums();
            fixed[0][0] = sums.sum(LineSums.ONE, 0, n);
            fixed[1][0] = sums.sum(LineSums.S, 0, n);
            fixed[1][1] = sums.sum(LineSums.SS, 0, n);
            fixed[2][0] = sums.sum(LineSums.Y, 0, n);
            fixed[2][1] = sums.sum(LineSums.YS, 0, n);
            this.yy = sums.sum(LineSums.YY, 0, n);
        } else {
            double middle = 0.5 * (problem.z[0] + problem.z[n - 1]);
            double scale = 2 / (problem.z[n - 1] - problem.z[0]);
            double[][] basis = new double[LINEAR][n];
            for (int i = 0; i < n; i++) {
                basis[0][i] = problem.used[i];
                basis[1][i] = problem.used[i] * (problem.z[i] - middle) * scale;
                basis[2][i] = problem.used[i] * problem.y[i];
            }
            filter.whiten(basis, LINEAR);
            for (int i = 0; i < LINEAR; i++) {
                for (int j = 0; j < Math.min(i + 1, 2); j++) {
                    fixed[i][j] = CurveFit.dot(basis[i], basis[j], 0, n);
                }
            }
            this.white = basis;
            this.yy = CurveFit.dot(basis[2], basis[2], 0, n);
        }
    }

    /**
     * Logarithm of the likelihood, up to a constant.
     *
     * @return the logarithm, or NaN where the data do not determine a solid line
     */
    double log(double onset, double h, double deflection, double exponent) {
        normal[0][0] = fixed[0][0];
        normal[1][0] = fixed[1][0];
        normal[1][1] = fixed[1][1];
        projection[0] = fixed[2][0];
        projection[1] = fixed[2][1];
        if (filter == null) {
            sumsOfShape(onset, h, deflection, exponent);
        } else {
            whitenedShape(filter, onset, h, deflection, exponent);
        }
        System.arraycopy(projection, 0, solution, 0, LINEAR);
        double logDeterminant = SmallCholesky.factor(normal, LINEAR);
        if (Double.isNaN(logDeterminant)) {
            return Double.NaN;
        }
        SmallCholesky.solve(normal, LINEAR, solution);
        double squares = yy;
        for (int i = 0; i < LINEAR; i++) {
            squares -= solution[i] * projection[i];
        }
        return -0.5 * squares / variance - 0.5 * logDeterminant;
    }

    /** Offset, tilt and slope of the largest likelihood at the last point asked for. */
    double[] linear() {
        return solution;
    }

    /** The Cholesky factor of their inverse covariance, in units of the inverse noise variance. */
    double[][] linearFactor() {
        return normal;
    }

    private void sumsOfShape(double onset, double h, double deflection, double exponent) {
        double[] z = problem.z;
        int n = problem.n;
        double middle = 0.5 * (z[0] + z[n - 1]);
        double half = 0.5 * (z[n - 1] - z[0]);
        int first = ContactModel.firstAbove(z, onset);
        double contact = onset + h;
        int solid = Math.min(Math.max(first, problem.solidFrom), ContactModel.firstAbove(z, contact + deflection));
        double g1 = 0;
        double gs = 0;
        double gg = 0;
        double gy = 0;
        LayerYield yield = new LayerYield(h, deflection, exponent);
        for (int i = first; i < solid; i++) {
            yield.solve(z[i] - onset);
            if (problem.used[i] > 0) {
                double g = yield.deflection;
                g1 += g;
                gs += g * (z[i] - middle);
                gg += g * g;
                gy += g * problem.y[i];
            }
        }
        gs /= half;
        LineSums sums = problem.sums();
        double one = sums.sum(LineSums.ONE, solid, n);
        double s = sums.sum(LineSums.S, solid, n);
        double ss = sums.sum(LineSums.SS, solid, n);
        double start = middle - contact;
        double t1 = half * s + start * one;
        double ts = half * ss + start * s;
        normal[2][0] = g1 + t1;
        normal[2][1] = gs + ts;
        normal[2][2] = gg + half * ts + start * t1;
        projection[2] = gy + half * sums.sum(LineSums.YS, solid, n) + start * sums.sum(LineSums.Y, solid, n);
    }

    private void whitenedShape(NoiseFilter noise, double onset, double h, double deflection, double exponent) {
        double[] z = problem.z;
        int n = problem.n;
        int first = ContactModel.firstAbove(z, onset);
        double contact = onset + h;
        int solid = Math.min(Math.max(first, problem.solidFrom), ContactModel.firstAbove(z, contact + deflection));
        Arrays.fill(shape, 0, first, 0);
        LayerYield yield = new LayerYield(h, deflection, exponent);
        for (int i = first; i < solid; i++) {
            yield.solve(z[i] - onset);
            shape[i] = problem.used[i] * yield.deflection;
        }
        for (int i = solid; i < n; i++) {
            shape[i] = problem.used[i] * (z[i] - contact);
        }
        noise.whiten(shape, first);
        normal[2][0] = CurveFit.dot(shape, white[0], first, n);
        normal[2][1] = CurveFit.dot(shape, white[1], first, n);
        normal[2][2] = CurveFit.dot(shape, shape, first, n);
        projection[2] = CurveFit.dot(shape, white[2], first, n);
    }
}
