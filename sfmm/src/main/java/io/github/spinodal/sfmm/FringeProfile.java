package io.github.spinodal.sfmm;

/** The likelihood of a fringe's period, with its amplitudes integrated and the contact linearised about a fit. */
final class FringeProfile {
    private final FitProblem problem;
    private final double variance;
    private final double ridge;
    private final int count;
    private final double[][] columns;
    private final double[] data;
    private final double[][] factor;
    private final double[] sine;
    private final double[] cosine;
    private final double[] projection;
    private final double middle;

    FringeProfile(FitProblem problem, CurveFit fit, double variance) {
        this.problem = problem;
        this.variance = variance;
        this.ridge = variance / (FringeMixture.AMPLITUDE * FringeMixture.AMPLITUDE);
        this.count = fit.kind.contactParameters();
        int n = problem.n;
        problem.evaluate(fit.kind, false, fit.parameters);
        columns = new double[count][];
        for (int k = 0; k < count; k++) {
            columns[k] = problem.columns()[k].clone();
        }
        data = problem.residual().clone();
        factor = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j <= i; j++) {
                factor[i][j] = CurveFit.dot(columns[i], columns[j], 0, n);
            }
            factor[i][i] = factor[i][i] * (1 + 1e-9) + 1e-9;
        }
        SmallCholesky.factor(factor, count);
        projection = new double[count];
        remove(data);
        sine = new double[n];
        cosine = new double[n];
        middle = 0.5 * (problem.z[0] + problem.z[n - 1]);
    }

    /** Takes out of a column what the parameters of the contact explain. */
    private void remove(double[] column) {
        int n = problem.n;
        for (int k = 0; k < count; k++) {
            projection[k] = CurveFit.dot(columns[k], column, 0, n);
        }
        SmallCholesky.solve(factor, count, projection);
        for (int k = 0; k < count; k++) {
            double share = projection[k];
            double[] c = columns[k];
            for (int i = 0; i < n; i++) {
                column[i] -= share * c[i];
            }
        }
    }

    /** Logarithm of the likelihood of a period, up to a constant. */
    double log(double period) {
        int n = problem.n;
        double wave = 2 * Math.PI / period;
        for (int i = 0; i < n; i++) {
            double angle = wave * (problem.z[i] - middle);
            sine[i] = problem.used[i] * Math.sin(angle);
            cosine[i] = problem.used[i] * Math.cos(angle);
        }
        remove(sine);
        remove(cosine);
        double ss = CurveFit.dot(sine, sine, 0, n) + ridge;
        double sc = CurveFit.dot(sine, cosine, 0, n);
        double cc = CurveFit.dot(cosine, cosine, 0, n) + ridge;
        double gs = CurveFit.dot(sine, data, 0, n);
        double gc = CurveFit.dot(cosine, data, 0, n);
        double determinant = ss * cc - sc * sc;
        double explained = (cc * gs * gs - 2 * sc * gs * gc + ss * gc * gc) / determinant;
        return 0.5 * explained / variance - 0.5 * Math.log(determinant);
    }
}
