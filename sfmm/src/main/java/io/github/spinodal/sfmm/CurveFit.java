package io.github.spinodal.sfmm;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Levenberg-Marquardt fit of a contact model, by normal equations and analytic derivatives: the fast path for thousands of
 * curves a second, where the general engine of {@code core.fit} would spend its time in QR factorisations and allocation.
 */
final class CurveFit {
    private static final int MAXIMUM_STEPS = 40;
    private static final double EXPONENT_LIMIT = 5;
    private static final double STIFFENING_LEAST = 0.05;
    private static final double STIFFENING_LIMIT = 12;
    private static final double NEGLIGIBLE = 1e-3;
    private static final double TINY = 1e-3;
    /** Between the paraboloid, 1.5, and the cone, 2. */
    static final double EXPONENT_MEDIAN = Math.sqrt(3);

    /** Standard deviation of its logarithm: a factor of 1.6 to either side. */
    static final double EXPONENT_SPREAD = Math.log(5) / Math.sqrt(12);

    /** The last tangent over the first is exp of this: 6.7 as a median, 1.6 to 2200 within two deviations. */
    private static final double STIFFENING_MEDIAN = 1.9;

    private static final double STIFFENING_SPREAD = 0.7;

    final ContactModel kind;
    final boolean fringed;
    final double[] parameters;
    /** Sum of squared whitened residuals (nm^2). */
    final double sumOfSquares;

    final boolean converged;
    private final double[][] normal;

    private CurveFit(
            ContactModel kind,
            boolean fringed,
            double[] parameters,
            double sumOfSquares,
            boolean converged,
            double[][] normal) {
        this.kind = kind;
        this.fringed = fringed;
        this.parameters = parameters;
        this.sumOfSquares = sumOfSquares;
        this.converged = converged;
        this.normal = normal;
    }

    int count() {
        return parameters.length;
    }

    double[][] normal() {
        return normal;
    }

    /** Inverse of the normal matrix; times the noise variance it is the covariance of the parameters. */
    double[][] unscaledCovariance() {
        return SmallCholesky.inverse(normal, count());
    }

    static CurveFit of(
            FitProblem problem,
            ContactModel kind,
            boolean fringed,
            double[] start,
            @Nullable NoiseFilter filter,
            FringeRange periods,
            int maximumSteps) {
        return of(problem, kind, fringed, start, filter, periods, maximumSteps, -1);
    }

    /** The same with one parameter held at its start. */
    static CurveFit of(
            FitProblem problem,
            ContactModel kind,
            boolean fringed,
            double[] start,
            @Nullable NoiseFilter filter,
            FringeRange periods,
            int maximumSteps,
            int held) {
        int count = kind.contactParameters() + (fringed ? ContactModel.FRINGE_PARAMETERS : 0);
        double[] current = start.clone();
        clamp(problem, kind, fringed, periods, current);
        double[][] normal = new double[count][count];
        double[] gradient = new double[count];
        double rss = assemble(problem, kind, fringed, current, filter, periods, normal, gradient);
        double[][] trialNormal = new double[count][count];
        double[] trialGradient = new double[count];
        double[][] damped = new double[count][count];
        double[] trial = new double[count];
        double[] proposed = new double[count];
        double[] step = new double[count];
        double damping = 1e-3;
        boolean converged = false;
        for (int k = 0; k < Math.min(maximumSteps, MAXIMUM_STEPS) && !converged; k++) {
            boolean improved = false;
            while (!improved && damping < 1e10) {
                for (int i = 0; i < count; i++) {
                    System.arraycopy(normal[i], 0, damped[i], 0, count);
                    damped[i][i] += damping * normal[i][i] + 1e-12;
                    step[i] = gradient[i];
                }
                if (held >= 0) {
                    hold(damped, step, held);
                }
                if (Double.isNaN(SmallCholesky.factor(damped, count))) {
                    damping = Math.max(1e-6, 10 * damping);
                    continue;
                }
                SmallCholesky.solve(damped, count, step);
                for (int i = 0; i < count; i++) {
                    trial[i] = current[i] + step[i];
                }
                // A change of chi-square far below one cannot matter to any parameter; the next would be smaller still.
                double negligible = NEGLIGIBLE * rss / Math.max(1, problem.usedCount) + problem.rounding();
                System.arraycopy(trial, 0, proposed, 0, count);
                clamp(problem, kind, fringed, periods, trial);
                double promised = dot(step, gradient, 0, count);
                if (damping < 1 && promised < negligible && Arrays.equals(trial, proposed)) {
                    System.arraycopy(trial, 0, current, 0, count);
                    rss -= Math.max(0, 0.5 * promised);
                    improved = true;
                    converged = true;
                    continue;
                }
                double trialRss = assemble(problem, kind, fringed, trial, filter, periods, trialNormal, trialGradient);
                double gain = rss - trialRss;
                if (gain >= 0) {
                    improved = true;
                    converged = gain < negligible && damping < 1;
                    System.arraycopy(trial, 0, current, 0, count);
                    for (int i = 0; i < count; i++) {
                        System.arraycopy(trialNormal[i], 0, normal[i], 0, count);
                    }
                    System.arraycopy(trialGradient, 0, gradient, 0, count);
                    rss = trialRss;
                    damping = Math.max(1e-9, damping / 8);
                } else if (-gain < negligible) {
                    converged = true;
                    improved = true;
                } else {
                    damping *= 6;
                }
            }
            if (!improved) {
                break;
            }
        }
        return new CurveFit(kind, fringed, current, rss, converged, normal);
    }

    private static void clamp(FitProblem problem, ContactModel kind, boolean fringed, FringeRange periods, double[] t) {
        double span = problem.z[problem.n - 1] - problem.z[0];
        t[ContactModel.ONSET] = limit(t[ContactModel.ONSET], problem.z[0] - span, problem.z[problem.n - 1]);
        t[ContactModel.SLOPE] = Math.max(t[ContactModel.SLOPE], TINY);
        if (kind != ContactModel.CLEAN) {
            t[ContactModel.THICKNESS] = limit(t[ContactModel.THICKNESS], TINY, 2 * span);
            t[ContactModel.BREAK] = limit(t[ContactModel.BREAK], TINY, 4 * span);
            t[ContactModel.EXPONENT] = kind == ContactModel.EXPONENTIAL
                    ? limit(t[ContactModel.EXPONENT], STIFFENING_LEAST, STIFFENING_LIMIT)
                    : limit(t[ContactModel.EXPONENT], 1, EXPONENT_LIMIT);
        }
        if (kind == ContactModel.TWO_LAYERS) {
            t[ContactModel.THICKNESS_2] = limit(t[ContactModel.THICKNESS_2], TINY, 2 * span);
            t[ContactModel.BREAK_2] = limit(t[ContactModel.BREAK_2], TINY, 4 * span);
        }
        if (fringed) {
            int period = kind.contactParameters() + 2;
            t[period] = limit(t[period], periods.shortest() * 0.8, periods.longest() * 1.25);
        }
    }

    private static void hold(double[][] matrix, double[] step, int held) {
        for (int i = 0; i < step.length; i++) {
            matrix[i][held] = 0;
            matrix[held][i] = 0;
        }
        matrix[held][held] = 1;
        step[held] = 0;
    }

    private static double limit(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }

    /** Evaluates, whitens and forms the normal equations; returns the sum of squares. */
    private static double assemble(
            FitProblem problem,
            ContactModel kind,
            boolean fringed,
            double[] t,
            @Nullable NoiseFilter filter,
            FringeRange periods,
            double[][] normal,
            double[] gradient) {
        double sumOfSquares = filter == null && LineEquations.covers(kind, fringed)
                ? LineEquations.assemble(problem, kind, t, normal, gradient)
                : products(problem, kind, fringed, t, filter, normal, gradient);
        if (kind != ContactModel.CLEAN) {
            double p = t[ContactModel.EXPONENT];
            double distance = Math.log(p / (kind == ContactModel.EXPONENTIAL ? STIFFENING_MEDIAN : EXPONENT_MEDIAN));
            double spread = kind == ContactModel.EXPONENTIAL ? STIFFENING_SPREAD : EXPONENT_SPREAD;
            double weight = problem.noiseVariance / (spread * spread);
            normal[ContactModel.EXPONENT][ContactModel.EXPONENT] += weight / (p * p);
            gradient[ContactModel.EXPONENT] -= weight * distance / p;
            sumOfSquares += weight * distance * distance;
        }
        if (fringed) {
            // A normal prior of the logarithm of the period: a fringe is made by a known kind of laser in a known
            // medium.
            int period = kind.contactParameters() + 2;
            double distance = Math.log(t[period] / periods.middle());
            double weight = problem.noiseVariance / (periods.logarithmicSpread() * periods.logarithmicSpread());
            normal[period][period] += weight / (t[period] * t[period]);
            gradient[period] -= weight * distance / t[period];
            sumOfSquares += weight * distance * distance;
        }
        return sumOfSquares;
    }

    private static double products(
            FitProblem problem,
            ContactModel kind,
            boolean fringed,
            double[] t,
            @Nullable NoiseFilter filter,
            double[][] normal,
            double[] gradient) {
        int first = problem.evaluate(kind, fringed, t);
        int count = gradient.length;
        double[][] columns = problem.columns();
        double[] residual = problem.residual();
        if (filter != null) {
            problem.forget();
            filter.whiten(columns, count);
            filter.whiten(new double[][] {residual}, 1);
        }
        int contact = kind.contactParameters();
        for (int i = 0; i < count; i += 2) {
            boolean pair = i + 1 < count;
            int from = i >= ContactModel.SLOPE && i < contact && (!pair || i + 1 < contact) ? first : 0;
            double[] a = columns[i];
            double[] b = pair ? columns[i + 1] : a;
            for (int j = 0; j <= i; j += 2) {
                boolean jPair = j + 1 < count;
                int begin = j >= ContactModel.SLOPE && j < contact && (!jPair || j + 1 < contact) ? first : from;
                products(a, b, columns[j], jPair ? columns[j + 1] : columns[j], begin, problem.n, normal, i, j);
            }
            gradient[i] = dot(a, residual, from, problem.n);
            if (pair) {
                gradient[i + 1] = dot(b, residual, from, problem.n);
            }
        }
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                normal[j][i] = normal[i][j];
            }
        }
        return dot(residual, residual, 0, problem.n);
    }

    /** The four products of two pairs of columns: half the loads of four separate products. */
    private static void products(
            double[] a, double[] b, double[] c, double[] d, int from, int to, double[][] normal, int row, int column) {
        double ac = 0;
        double ad = 0;
        double bc = 0;
        double bd = 0;
        double ac2 = 0;
        double ad2 = 0;
        double bc2 = 0;
        double bd2 = 0;
        int i = from;
        for (; i + 1 < to; i += 2) {
            ac += a[i] * c[i];
            ad += a[i] * d[i];
            bc += b[i] * c[i];
            bd += b[i] * d[i];
            ac2 += a[i + 1] * c[i + 1];
            ad2 += a[i + 1] * d[i + 1];
            bc2 += b[i + 1] * c[i + 1];
            bd2 += b[i + 1] * d[i + 1];
        }
        if (i < to) {
            ac += a[i] * c[i];
            ad += a[i] * d[i];
            bc += b[i] * c[i];
            bd += b[i] * d[i];
        }
        int n = normal.length;
        normal[row][column] = ac + ac2;
        if (column + 1 < n) {
            normal[row][column + 1] = ad + ad2;
        }
        if (row + 1 < n) {
            normal[row + 1][column] = bc + bc2;
            if (column + 1 < n) {
                normal[row + 1][column + 1] = bd + bd2;
            }
        }
    }

    /** Four partial sums, because one running sum is bound by the latency of the addition. */
    static double dot(double[] a, double[] b, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < to; i++) {
            s0 += a[i] * b[i];
        }
        return s0 + s1 + (s2 + s3);
    }
}
