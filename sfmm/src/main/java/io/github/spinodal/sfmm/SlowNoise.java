package io.github.spinodal.sfmm;

import java.util.ArrayList;
import java.util.List;

/**
 * The noises that a curve leaves possible about the most probable one: correlation time and coloured share on a grid, as far
 * as their restricted likelihood is not much below the best.
 */
final class SlowNoise {
    private static final double[] TIMES = {0.45, 0.67, 1, 1.5, 2.2};
    private static final double[] WHITE_SHARES = {0.2, 1, 5};
    /** Fall of the logarithm of the restricted likelihood below which a noise is left out. */
    private static final double IMPROBABLE = 3;

    private SlowNoise() {}

    /** The noises, the given one first. */
    static List<NoiseFilter> around(FitProblem problem, CurveFit fit, NoiseFilter found) {
        problem.evaluate(fit.kind, fit.fringed, fit.parameters);
        int count = fit.count();
        double[][] columns = new double[count + 1][];
        for (int k = 0; k < count; k++) {
            columns[k] = problem.columns()[k].clone();
        }
        columns[count] = problem.residual().clone();
        double[][] work = new double[count + 1][problem.n];
        double best = logLikelihood(found, columns, work, count, problem);
        List<NoiseFilter> noises = new ArrayList<>(List.of(found));
        for (double time : TIMES) {
            for (double white : WHITE_SHARES) {
                double samples = 1 + time * (found.correlationSamples() - 1);
                double odds = white * (1 - found.colouredShare()) / found.colouredShare();
                if ((time == 1 && white == 1) || samples > 0.5 * problem.n) {
                    continue;
                }
                NoiseFilter noise = NoiseFilter.of(samples, 1 / (1 + odds), problem.used);
                if (logLikelihood(noise, columns, work, count, problem) > best - IMPROBABLE) {
                    noises.add(noise);
                }
            }
        }
        return noises;
    }

    private static double logLikelihood(
            NoiseFilter noise, double[][] columns, double[][] work, int count, FitProblem problem) {
        for (int k = 0; k <= count; k++) {
            System.arraycopy(columns[k], 0, work[k], 0, problem.n);
        }
        return NoiseEstimator.restricted(noise, work, count, problem.usedCount);
    }
}
