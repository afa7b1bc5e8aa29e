package io.github.spinodal.sfmm;

import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Decides whether residuals are white, and estimates a white plus autoregressive noise if they are not, by restricted
 * maximum likelihood (Patterson and Thompson 1971, Biometrika 58:545): plain residuals of a fit look whiter than the noise
 * was, and intervals built on them are too short.
 */
final class NoiseEstimator {
    private static final int BLOCK = 16;
    private static final double SUSPICION = 3;
    private static final int EVALUATIONS = 45;
    private static final double LIKELIHOOD_TOLERANCE = 0.05;

    private NoiseEstimator() {}

    static boolean looksColoured(FitProblem problem, CurveFit fit) {
        problem.recall(fit);
        return looksColoured(problem.residual(), problem.usedCount);
    }

    /** Whether neighbours among the residuals, or the means of blocks, agree more than white noise allows. */
    static boolean looksColoured(double[] r, int usedCount) {
        double squares = 0;
        double products = 0;
        for (int i = 0; i < r.length; i++) {
            squares += r[i] * r[i];
            products += i > 0 ? r[i] * r[i - 1] : 0;
        }
        if (!(squares > 0)) {
            return false;
        }
        if (products / squares * Math.sqrt(usedCount) > SUSPICION) {
            return true;
        }
        int blocks = r.length / BLOCK;
        double sums = 0;
        for (int b = 0; b < blocks; b++) {
            double sum = 0;
            for (int i = b * BLOCK; i < (b + 1) * BLOCK; i++) {
                sum += r[i];
            }
            sums += sum * sum;
        }
        double ratio = sums / (squares * blocks * BLOCK / r.length);
        double usedBlocks = Math.max(1, usedCount / (double) BLOCK);
        return ratio > 1 + SUSPICION * Math.sqrt(2 / usedBlocks);
    }

    /** The noise around a fit. */
    static NoiseFilter coloured(FitProblem problem, CurveFit fit) {
        problem.evaluate(fit.kind, fit.fringed, fit.parameters);
        int count = fit.count();
        double[][] work = new double[count + 1][];
        System.arraycopy(problem.columns(), 0, work, 0, count);
        work[count] = problem.residual();
        return coloured(work, count, problem.used, problem.usedCount);
    }

    /**
     * The white plus autoregressive noise of the largest restricted likelihood.
     *
     * @param columns the columns of a linear model, followed by the data or the residuals; zero where not used
     */
    static NoiseFilter coloured(double[][] columns, int count, double[] used, int usedCount) {
        double longest = 0.5 * used.length;
        double[][] work = new double[count + 1][used.length];
        double[] best = {Math.log(20), 1, Double.NEGATIVE_INFINITY};
        MultivariateFunction likelihood = x -> {
            for (int k = 0; k <= count; k++) {
                System.arraycopy(columns[k], 0, work[k], 0, used.length);
            }
            double value = restricted(filter(x, longest, used), work, count, usedCount);
            if (value > best[2]) {
                best[0] = x[0];
                best[1] = x[1];
                best[2] = value;
            }
            return value;
        };
        try {
            new SimplexOptimizer(new SimpleValueChecker(-1, LIKELIHOOD_TOLERANCE))
                    .optimize(
                            new MaxEval(EVALUATIONS),
                            new ObjectiveFunction(likelihood),
                            GoalType.MAXIMIZE,
                            new InitialGuess(new double[] {best[0], best[1]}),
                            new NelderMeadSimplex(new double[] {1.2, 2}));
        } catch (TooManyEvaluationsException enough) {
            return filter(best, longest, used);
        }
        return filter(best, longest, used);
    }

    private static NoiseFilter filter(double[] x, double longest, double[] used) {
        double time = Math.min(longest, 1 + Math.exp(Math.min(x[0], 20)));
        double share = 1 / (1 + Math.exp(-x[1]));
        return NoiseFilter.of(time, share, used);
    }

    /** Logarithm of the restricted likelihood, up to a constant; whitens the columns in place. */
    static double restricted(NoiseFilter filter, double[][] work, int count, int usedCount) {
        filter.whiten(work, count + 1);
        int n = work[count].length;
        double[][] normal = new double[count][count];
        double[] projection = new double[count];
        for (int i = 0; i < count; i++) {
            projection[i] = CurveFit.dot(work[i], work[count], 0, n);
            for (int j = 0; j <= i; j++) {
                normal[i][j] = CurveFit.dot(work[i], work[j], 0, n);
                normal[j][i] = normal[i][j];
            }
            normal[i][i] = normal[i][i] * (1 + 1e-12) + 1e-300;
        }
        double[] solution = projection.clone();
        double logNormal = SmallCholesky.factor(normal, count);
        double squares = CurveFit.dot(work[count], work[count], 0, n);
        if (Double.isNaN(logNormal)) {
            logNormal = 0;
        } else {
            SmallCholesky.solve(normal, count, solution);
            for (int i = 0; i < count; i++) {
                squares -= solution[i] * projection[i];
            }
        }
        int freedom = Math.max(1, usedCount - count);
        return -0.5 * (freedom * Math.log(Math.max(squares, 1e-300) / freedom) + filter.logDeterminant() + logNormal);
    }
}
