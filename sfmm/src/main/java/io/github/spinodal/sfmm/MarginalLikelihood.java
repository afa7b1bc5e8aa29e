package io.github.spinodal.sfmm;

import java.util.Arrays;

/**
 * The likelihood of one layer in slow noise with a fringe, given where the contact is, how thick the layer is, where it
 * breaks, how its force grows and the period of the fringe; offset, tilt, solid slope and the two amplitudes of the fringe
 * are integrated out exactly, because the model is linear in them. Not shared between threads.
 */
final class MarginalLikelihood {
    /** Offset, tilt and slope. */
    private static final int LINES = 3;

    /** The same, and sine and cosine of a fringe. */
    private static final int FRINGED = 5;

    private final FitProblem problem;
    private final NoiseFilter filter;
    private final double variance;
    private final double[] shape;
    private final double[] sine;
    private final double[] cosine;
    /** Whitened ones, abscissas and data. */
    private final double[][] white;

    private final double[][] fixed = new double[LINES][LINES];
    private final double yy;
    private final double[][] normal = new double[FRINGED][FRINGED];
    private final double[] projection = new double[FRINGED];
    private final double[] solution = new double[FRINGED];

    MarginalLikelihood(FitProblem problem, NoiseFilter filter, double variance) {
        this.problem = problem;
        this.filter = filter;
        this.variance = variance;
        int n = problem.n;
        this.sine = new double[n];
        this.cosine = new double[n];
        this.shape = new double[n];
        double middle = 0.5 * (problem.z[0] + problem.z[n - 1]);
        double scale = 2 / (problem.z[n - 1] - problem.z[0]);
        white = new double[LINES][n];
        for (int i = 0; i < n; i++) {
            white[0][i] = problem.used[i];
            white[1][i] = problem.used[i] * (problem.z[i] - middle) * scale;
            white[2][i] = problem.used[i] * problem.y[i];
        }
        filter.whiten(white, LINES);
        for (int i = 0; i < LINES; i++) {
            for (int j = 0; j < Math.min(i + 1, 2); j++) {
                fixed[i][j] = CurveFit.dot(white[i], white[j], 0, n);
            }
        }
        this.yy = CurveFit.dot(white[2], white[2], 0, n);
    }

    /**
     * Logarithm of the likelihood, up to a constant.
     *
     * @param period of the fringe (nm)
     * @return the logarithm, or NaN where the data do not determine a solid line
     */
    double log(double onset, double h, double deflection, double exponent, double period) {
        normal[0][0] = fixed[0][0];
        normal[1][0] = fixed[1][0];
        normal[1][1] = fixed[1][1];
        projection[0] = fixed[2][0];
        projection[1] = fixed[2][1];
        whitenedShape(onset, h, deflection, exponent);
        fringe(period);
        double ridge = variance / (FringeMixture.AMPLITUDE * FringeMixture.AMPLITUDE);
        normal[LINES][LINES] += ridge;
        normal[LINES + 1][LINES + 1] += ridge;
        System.arraycopy(projection, 0, solution, 0, FRINGED);
        double logDeterminant = SmallCholesky.factor(normal, FRINGED);
        if (Double.isNaN(logDeterminant)) {
            return Double.NaN;
        }
        SmallCholesky.solve(normal, FRINGED, solution);
        double squares = yy;
        for (int i = 0; i < FRINGED; i++) {
            squares -= solution[i] * projection[i];
        }
        return -0.5 * squares / variance - 0.5 * logDeterminant;
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
        filter.whiten(sine, cosine);
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
        filter.whiten(shape, first);
        normal[2][0] = CurveFit.dot(shape, white[0], first, n);
        normal[2][1] = CurveFit.dot(shape, white[1], first, n);
        normal[2][2] = CurveFit.dot(shape, shape, first, n);
        projection[2] = CurveFit.dot(shape, white[2], first, n);
    }
}
