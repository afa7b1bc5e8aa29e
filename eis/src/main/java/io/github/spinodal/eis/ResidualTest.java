package io.github.spinodal.eis;

import io.github.spinodal.core.Require;
import java.io.Serializable;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Whether residuals, in order of frequency, look like independent noise. A wrong circuit leaves residuals that drift.
 *
 * @param runs number of runs of one sign
 * @param expectedRuns expected number of runs for independent residuals
 * @param runsPValue two-sided p-value of the runs test (Wald and Wolfowitz, Ann. Math. Stat. 11, 147, 1940)
 * @param durbinWatson Durbin-Watson statistic, near 2 for independent residuals, near 0 for drifting ones
 * @param lagOneAutocorrelation correlation of neighbouring residuals
 * @param autocorrelationPValue one-sided p-value of a positive lag-one autocorrelation under independence
 */
public record ResidualTest(
        int runs,
        double expectedRuns,
        double runsPValue,
        double durbinWatson,
        double lagOneAutocorrelation,
        double autocorrelationPValue)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * Tests residuals.
     *
     * @param residuals at least 4 residuals in order of frequency
     * @return the statistics
     */
    public static ResidualTest of(double... residuals) {
        int n = Require.atLeast("number of residuals", residuals.length, 4);
        double square = 0;
        double product = 0;
        double difference = 0;
        int positive = 0;
        int runs = 1;
        for (int i = 0; i < n; i++) {
            square += residuals[i] * residuals[i];
            positive += residuals[i] > 0 ? 1 : 0;
            if (i > 0) {
                product += residuals[i] * residuals[i - 1];
                double d = residuals[i] - residuals[i - 1];
                difference += d * d;
                runs += (residuals[i] > 0) != (residuals[i - 1] > 0) ? 1 : 0;
            }
        }
        double negative = n - positive;
        double expected = 1 + 2 * positive * negative / n;
        double variance = (expected - 1) * (expected - 2) / (n - 1);
        double z = variance > 0 ? (runs - expected) / Math.sqrt(variance) : positive == 0 || negative == 0 ? -9 : 0;
        double r1 = square > 0 ? product / square : 0;
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        return new ResidualTest(
                runs,
                expected,
                2 * normal.cumulativeProbability(-Math.abs(z)),
                square > 0 ? difference / square : 2,
                r1,
                normal.cumulativeProbability(-r1 * Math.sqrt(n)));
    }

    /**
     * Whether neither test rejects independence.
     *
     * @param level significance level shared by the two tests (Bonferroni), in (0, 1), such as 0.01
     * @return true if the residuals look like independent noise
     */
    public boolean looksIndependent(double level) {
        Require.inside("significance level", level, 0, 1);
        return runsPValue >= level / 2 && autocorrelationPValue >= level / 2;
    }
}
