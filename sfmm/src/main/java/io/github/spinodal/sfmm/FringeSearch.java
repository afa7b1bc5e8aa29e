package io.github.spinodal.sfmm;

import org.jspecify.annotations.Nullable;

/**
 * Looks for a fringe that a fit has left in its residuals: the score test of a sine and a cosine of each trial period,
 * made orthogonal to every parameter of the fit (Rao 1948), so that what the contact explains is not taken for a fringe.
 */
final class FringeSearch {
    private static final int PERIODS = 10;

    private FringeSearch() {}

    /** The best fringe found: fall of the sum of squares over the noise variance, and the start of its parameters. */
    record Candidate(double score, double sine, double cosine, double period) {}

    static Candidate search(FitProblem problem, CurveFit fit, @Nullable NoiseFilter filter, FringeRange periods) {
        problem.evaluate(fit.kind, false, fit.parameters);
        int count = fit.kind.contactParameters();
        double[][] columns = problem.columns();
        double[] residual = problem.residual();
        if (filter != null) {
            problem.forget();
            filter.whiten(columns, count);
            filter.whiten(new double[][] {residual}, 1);
        }
        double[][] normal = new double[count][count];
        double[] gradient = new double[count];
        for (int i = 0; i < count; i++) {
            gradient[i] = CurveFit.dot(columns[i], residual, 0, problem.n);
            for (int j = 0; j <= i; j++) {
                normal[i][j] = CurveFit.dot(columns[i], columns[j], 0, problem.n);
                normal[j][i] = normal[i][j];
            }
            normal[i][i] = normal[i][i] * (1 + 1e-9) + 1e-9;
        }
        double variance = CurveFit.dot(residual, residual, 0, problem.n) / Math.max(1, problem.usedCount - count);
        if (Double.isNaN(SmallCholesky.factor(normal, count)) || !(variance > 0)) {
            return new Candidate(0, 0, 0, periods.shortest());
        }
        double[] solved = gradient.clone();
        SmallCholesky.solve(normal, count, solved);
        Candidate best = new Candidate(0, 0, 0, periods.shortest());
        double middle = 0.5 * (problem.z[0] + problem.z[problem.n - 1]);
        double[] sine = new double[problem.n];
        double[] cosine = new double[problem.n];
        for (int k = 0; k < PERIODS; k++) {
            double share = k / (PERIODS - 1.0);
            double period = 1 / ((1 - share) / periods.longest() + share / periods.shortest());
            for (int i = 0; i < problem.n; i++) {
                double angle = 2 * Math.PI * (problem.z[i] - middle) / period;
                sine[i] = problem.used[i] * Math.sin(angle);
                cosine[i] = problem.used[i] * Math.cos(angle);
            }
            if (filter != null) {
                filter.whiten(sine, cosine);
            }
            Candidate candidate = score(problem, count, normal, solved, sine, cosine, variance, period);
            if (candidate.score > best.score) {
                best = candidate;
            }
        }
        return best;
    }

    private static Candidate score(
            FitProblem problem,
            int count,
            double[][] factor,
            double[] solved,
            double[] sine,
            double[] cosine,
            double variance,
            double period) {
        double[] bs = new double[count];
        double[] bc = new double[count];
        double ss = CurveFit.dot(sine, sine, 0, problem.n);
        double cc = CurveFit.dot(cosine, cosine, 0, problem.n);
        double sc = CurveFit.dot(sine, cosine, 0, problem.n);
        double gs = CurveFit.dot(sine, problem.residual(), 0, problem.n);
        double gc = CurveFit.dot(cosine, problem.residual(), 0, problem.n);
        for (int i = 0; i < count; i++) {
            bs[i] = CurveFit.dot(problem.columns()[i], sine, 0, problem.n);
            bc[i] = CurveFit.dot(problem.columns()[i], cosine, 0, problem.n);
            gs -= bs[i] * solved[i];
            gc -= bc[i] * solved[i];
        }
        double[] xs = bs.clone();
        double[] xc = bc.clone();
        SmallCholesky.solve(factor, count, xs);
        SmallCholesky.solve(factor, count, xc);
        for (int i = 0; i < count; i++) {
            ss -= bs[i] * xs[i];
            cc -= bc[i] * xc[i];
            sc -= bs[i] * xc[i];
        }
        double determinant = ss * cc - sc * sc;
        if (!(determinant > 1e-6 * ss * cc)) {
            return new Candidate(0, 0, 0, period);
        }
        double a = (cc * gs - sc * gc) / determinant;
        double c = (ss * gc - sc * gs) / determinant;
        return new Candidate((a * gs + c * gc) / variance, a, c, period);
    }
}
