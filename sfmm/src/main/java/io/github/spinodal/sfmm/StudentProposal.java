package io.github.spinodal.sfmm;

import org.jspecify.annotations.Nullable;

/** A multivariate t distribution from which samples are proposed. */
final class StudentProposal {
    static final int FREEDOM = 5;

    private final double[] mean;
    private final double[][] factor;
    private final double norm;

    private StudentProposal(double[] mean, double[][] factor, double norm) {
        this.mean = mean;
        this.factor = factor;
        this.norm = norm;
    }

    /** The distribution, or null if the spread is not positive definite. */
    static @Nullable StudentProposal of(double[] mean, double[][] spread) {
        int n = mean.length;
        double[][] factor = new double[n][];
        for (int i = 0; i < n; i++) {
            factor[i] = spread[i].clone();
        }
        double logDeterminant = SmallCholesky.factor(factor, n);
        if (!Double.isFinite(logDeterminant)) {
            return null;
        }
        double logNorm = logGamma(FREEDOM + n)
                - logGamma(FREEDOM)
                - 0.5 * n * Math.log(FREEDOM * Math.PI)
                - 0.5 * logDeterminant;
        return new StudentProposal(mean, factor, Math.exp(logNorm));
    }

    /** Logarithm of the gamma function of half a whole number. */
    private static double logGamma(int twice) {
        double sum = twice % 2 == 0 ? 0 : 0.5 * Math.log(Math.PI);
        for (int k = twice - 2; k > 0; k -= 2) {
            sum += Math.log(0.5 * k);
        }
        return sum;
    }

    double[] draw(double[] standard) {
        double[] x = mean.clone();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j <= i; j++) {
                x[i] += factor[i][j] * standard[j];
            }
        }
        return x;
    }

    double density(double[] x) {
        int n = mean.length;
        double squares = 0;
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = x[i] - mean[i];
            for (int k = 0; k < i; k++) {
                sum -= factor[i][k] * y[k];
            }
            y[i] = sum / factor[i][i];
            squares += y[i] * y[i];
        }
        double base = 1 + squares / FREEDOM;
        double power = (FREEDOM + n) % 2 == 0 ? 1 : Math.sqrt(base);
        for (int k = 0; k < (FREEDOM + n) / 2; k++) {
            power *= base;
        }
        return norm / power;
    }
}
