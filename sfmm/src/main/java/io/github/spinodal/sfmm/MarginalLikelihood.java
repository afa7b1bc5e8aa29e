package io.github.spinodal.sfmm;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The likelihood of one layer given where the contact is, how thick the layer is, where it breaks and how its force grows;
 * offset, tilt, solid slope and the two amplitudes of a fringe are integrated out exactly, because the model is linear in
 * them. Not shared between threads.
 */
final class MarginalLikelihood {
    /** Offset, tilt and slope. */
    static final int LINES = 3;

    /** The same, and sine and cosine of a fringe. */
    static final int FRINGED = 5;

    /** Standard deviation of sine and cosine before the curve is seen (nm). */
    private static final double AMPLITUDE = 0.7;

    private final FitProblem problem;
    private final @Nullable NoiseFilter filter;
    private final double variance;
    private final int linear;
    private final double[] shape;
    private final double[] sine;
    private final double[] cosine;
    /** Whitened ones, abscissas and data. */
    private final double[][] white;

    private final double[][] fixed = new double[LINES][LINES];
    private final double yy;
    private final double[][] normal;
    private final double[] projection;
    private final double[] solution;

    MarginalLikelihood(FitProblem problem, @Nullable NoiseFilter filter, double variance, boolean fringed) {
        this.linear = fringed ? FRINGED : LINES;
        this.normal = new double[linear][linear];
        this.projection = new double[linear];
        this.solution = new double[linear];
        this.sine = new double[fringed ? problem.n : 0];
        this.cosine = new double[fringed ? problem.n : 0];
        this.problem = problem;
        this.filter = filter;
        this.variance = variance;
        int n = problem.n;
        this.shape = new double[filter == null && !fringed ? 0 : n];
        if (filter == null && !fringed) {
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
            double[][] basis = new double[LINES][n];
            for (int i = 0; i < n; i++) {
                basis[0][i] = problem.used[i];
                basis[1][i] = problem.used[i] * (problem.z[i] - middle) * scale;
                basis[2][i] = problem.used[i] * problem.y[i];
            }
            if (filter != null) {
                filter.whiten(basis, LINES);
            }
            for (int i = 0; i < LINES; i++) {
                for (int j = 0; j < Math.min(i + 1, 2); j++) {
                    fixed[i][j] = CurveFit.dot(basis[i], basis[j], 0, n);
                }
            }
            this.white = basis;
            this.yy = CurveFit.dot(basis[2], basis[2], 0, n);
        }
    }

    int linear() {
        return linear;
    }

    /**
     * Logarithm of the likelihood, up to a constant that is the same with and without a fringe.
     *
     * @param period of the fringe (nm), without meaning if there is none
     * @return the logarithm, or NaN where the data do not determine a solid line
     */
    double log(double onset, double h, double deflection, double exponent, double period) {
        normal[0][0] = fixed[0][0];
        normal[1][0] = fixed[1][0];
        normal[1][1] = fixed[1][1];
        projection[0] = fixed[2][0];
        projection[1] = fixed[2][1];
        if (shape.length == 0) {
            sumsOfShape(onset, h, deflection, exponent);
        } else {
            whitenedShape(onset, h, deflection, exponent);
        }
        double logPrior = 0;
        if (linear == FRINGED) {
            fringe(period);
            double ridge = variance / (AMPLITUDE * AMPLITUDE);
            normal[LINES][LINES] += ridge;
            normal[LINES + 1][LINES + 1] += ridge;
            logPrior = Math.log(ridge);
        }
        System.arraycopy(projection, 0, solution, 0, linear);
        double logDeterminant = SmallCholesky.factor(normal, linear);
        if (Double.isNaN(logDeterminant)) {
            return Double.NaN;
        }
        SmallCholesky.solve(normal, linear, solution);
        double squares = yy;
        for (int i = 0; i < linear; i++) {
            squares -= solution[i] * projection[i];
        }
        return logPrior - 0.5 * squares / variance - 0.5 * logDeterminant;
    }

    private void fringe(double period) {
        double[] z = problem.z;
        int n = problem.n;
        double middle = 0.5 * (z[0] + z[n - 1]);
        double wave = 2 * Math.PI / period;
        for (int i = 0; i < n; i++) {
            double angle = wave * (z[i] - middle);
            sine[i] = problem.used[i] * Math.sin(angle);
            cosine[i] = problem.used[i] * Math.cos(angle);
        }
        if (filter != null) {
            filter.whiten(sine, cosine);
        }
        row(LINES, sine);
        row(LINES + 1, cosine);
        normal[LINES + 1][LINES] = CurveFit.dot(cosine, sine, 0, n);
    }

    private void row(int k, double[] column) {
        int n = problem.n;
        normal[k][0] = CurveFit.dot(column, white[0], 0, n);
        normal[k][1] = CurveFit.dot(column, white[1], 0, n);
        normal[k][2] = CurveFit.dot(column, shape, 0, n);
        normal[k][k] = CurveFit.dot(column, column, 0, n);
        projection[k] = CurveFit.dot(column, white[2], 0, n);
    }

    /** The linear parameters of the largest likelihood at the last point asked for. */
    double[] solution() {
        return solution;
    }

    /** The Cholesky factor of their inverse covariance, in units of the inverse noise variance. */
    double[][] linearFactor() {
        double[][] copy = new double[linear][];
        for (int k = 0; k < linear; k++) {
            copy[k] = normal[k].clone();
        }
        return copy;
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

    private void whitenedShape(double onset, double h, double deflection, double exponent) {
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
        if (filter != null) {
            filter.whiten(shape, first);
        }
        normal[2][0] = CurveFit.dot(shape, white[0], first, n);
        normal[2][1] = CurveFit.dot(shape, white[1], first, n);
        normal[2][2] = CurveFit.dot(shape, shape, first, n);
        projection[2] = CurveFit.dot(shape, white[2], first, n);
    }
}
