package io.github.spinodal.core.fit;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a least-squares fit with its diagnostics.
 *
 * <p>Covariances are the linear approximation at the parameters. They count a parameter at a bound as if the bound were
 * not there, which is conservative for the others; {@link ProfileLikelihood} gives intervals that respect bounds. Fixed
 * parameters have variance zero. Where the data do not determine a parameter at all, its variance is infinite.
 */
public final class LeastSquaresFit implements Serializable {
    private static final long serialVersionUID = 1L;

    private final LeastSquares settings;
    private final double[] parameters;
    private final double[] residuals;
    private final double[][] unscaled;
    private final double sumOfSquares;
    private final double objective;
    private final double varianceScale;
    private final int freeCount;
    private final int rank;
    private final double conditionNumber;
    private final StopReason stopReason;
    private final int iterations;
    private final int evaluations;

    private LeastSquaresFit(LeastSquares settings, ReducedProblem problem, TrustRegion region, double[] columns) {
        this.settings = settings;
        parameters = new double[problem.map().parameterCount()];
        problem.map().expand(region.x, parameters);
        residuals = region.residuals;
        freeCount = problem.freeCount();
        CovarianceFactor factor = CovarianceFactor.of(columns, residuals.length, freeCount);
        unscaled = factor.expand(problem.map());
        rank = factor.rank;
        conditionNumber = factor.condition;
        sumOfSquares = Columns.dot(residuals, 0, residuals, 0, residuals.length);
        objective = region.objective;
        varianceScale = varianceScale();
        stopReason = region.reason;
        iterations = region.iterations;
        evaluations = problem.evaluations();
    }

    static LeastSquaresFit of(LeastSquares settings, ReducedProblem problem, TrustRegion region) {
        return new LeastSquaresFit(settings, problem, region, region.jacobian);
    }

    /**
     * The factor between unscaled and scaled covariance. For a robust loss: Huber, Robust Statistics (1981), section 7.6,
     * with psi = rho' r in place of the residual.
     */
    private double varianceScale() {
        boolean plain = settings.loss() == Losses.Squares.INSTANCE;
        if (plain && settings.residualVariance() == ResidualVariance.ONE) {
            return 1;
        }
        int degrees = residuals.length - freeCount;
        if (degrees == 0) {
            return Double.POSITIVE_INFINITY;
        }
        if (plain) {
            return sumOfSquares / degrees;
        }
        double psiSquares = 0;
        double slopes = 0;
        double slopeSquares = 0;
        for (double r : residuals) {
            double s = r * r;
            double weight = settings.loss().slope(s);
            double slope = weight + 2 * s * settings.loss().curvature(s);
            psiSquares += weight * weight * s;
            slopes += slope;
            slopeSquares += slope * slope;
        }
        int m = residuals.length;
        double mean = slopes / m;
        double correction = 1 + (double) freeCount / m * (slopeSquares / m - mean * mean) / (mean * mean);
        return mean > 0 ? correction * correction * psiSquares / degrees / (mean * mean) : Double.POSITIVE_INFINITY;
    }

    /**
     * The configuration that was used.
     *
     * @return bounds, loss, fixed parameters and ties
     */
    public LeastSquares settings() {
        return settings;
    }

    /**
     * All parameters.
     *
     * @return a copy, in the problem's order and units
     */
    public double[] parameters() {
        return parameters.clone();
    }

    /**
     * One parameter.
     *
     * @param i index of the parameter
     * @return its value in the problem's unit
     */
    public double parameter(int i) {
        return parameters[i];
    }

    /**
     * The residuals at the parameters.
     *
     * @return a copy
     */
    public double[] residuals() {
        return residuals.clone();
    }

    /**
     * The sum of squared residuals.
     *
     * @return sum of squares, not negative
     */
    public double sumOfSquares() {
        return sumOfSquares;
    }

    /**
     * What was minimised: the sum of the loss over the residuals.
     *
     * @return the sum of squares if the loss is the plain square
     */
    public double objective() {
        return objective;
    }

    /**
     * Number of residuals.
     *
     * @return number of residuals
     */
    public int residualCount() {
        return residuals.length;
    }

    /**
     * Number of parameters neither fixed nor tied.
     *
     * @return number of free parameters
     */
    public int freeCount() {
        return freeCount;
    }

    /**
     * Degrees of freedom.
     *
     * @return number of residuals minus number of free parameters
     */
    public int degreesOfFreedom() {
        return residuals.length - freeCount;
    }

    /**
     * Reduced sum of squares.
     *
     * @return sum of squares over degrees of freedom; infinite without degrees of freedom
     */
    public double reducedSumOfSquares() {
        return degreesOfFreedom() == 0 ? Double.POSITIVE_INFINITY : sumOfSquares / degreesOfFreedom();
    }

    /**
     * Residual standard deviation.
     *
     * @return square root of {@link #reducedSumOfSquares()}
     */
    public double residualStandardDeviation() {
        return Math.sqrt(reducedSumOfSquares());
    }

    /**
     * Covariance for residuals of variance one, (J^T J)^-1.
     *
     * @return a copy, parameter by parameter; zero for fixed parameters, infinite on the diagonal where undetermined
     */
    public double[][] unscaledCovariance() {
        double[][] copy = new double[unscaled.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = unscaled[i].clone();
        }
        return copy;
    }

    /**
     * Covariance of the parameters: {@link #unscaledCovariance()} times the estimated variance of the residuals, or times
     * one if {@link ResidualVariance#ONE} was set.
     *
     * @return a copy, parameter by parameter
     */
    public double[][] covariance() {
        double[][] copy = unscaledCovariance();
        for (int i = 0; i < copy.length; i++) {
            for (int j = 0; j < copy.length; j++) {
                copy[i][j] = scaled(copy[i][j]);
            }
        }
        return copy;
    }

    private double scaled(double variance) {
        // zero stays zero beside an infinite scale
        return variance == 0 ? 0 : variance * (varianceScale == 0 && Double.isInfinite(variance) ? 1 : varianceScale);
    }

    /**
     * Standard error of one parameter.
     *
     * @param i index of the parameter
     * @return standard error in the parameter's unit; zero if fixed, infinite if undetermined
     */
    public double standardError(int i) {
        return Math.sqrt(scaled(unscaled[i][i]));
    }

    /**
     * Standard errors.
     *
     * @return square roots of the diagonal of {@link #covariance()}
     */
    public double[] standardErrors() {
        double[] errors = new double[parameters.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = standardError(i);
        }
        return errors;
    }

    /**
     * Correlation matrix.
     *
     * @return entries in [-1, 1]; zero beside a fixed or undetermined parameter, one on the diagonal
     */
    public double[][] correlation() {
        double[][] copy = unscaledCovariance();
        for (int i = 0; i < copy.length; i++) {
            for (int j = 0; j < copy.length; j++) {
                double product = Math.sqrt(unscaled[i][i]) * Math.sqrt(unscaled[j][j]);
                boolean defined = product > 0 && product < Double.POSITIVE_INFINITY;
                copy[i][j] = i == j ? 1 : defined ? Math.max(-1, Math.min(1, unscaled[i][j] / product)) : 0;
            }
        }
        return copy;
    }

    /**
     * Symmetric confidence interval from the standard error: Student's t with the degrees of freedom, or the normal
     * distribution if the residual variance is known.
     *
     * @param i index of the parameter
     * @param level confidence level in (0, 1)
     * @return the interval, infinite where the parameter is undetermined
     * @throws InvalidValueException if the level is not in (0, 1)
     */
    public ConfidenceInterval confidenceInterval(int i, double level) {
        Require.inside("confidence level", level, 0, 1);
        double error = standardError(i);
        double half = error == 0 ? 0 : error == Double.POSITIVE_INFINITY ? error : quantile(level) * error;
        return new ConfidenceInterval(parameters[i] - half, parameters[i] + half, level);
    }

    /** The two-sided quantile that belongs to the level. */
    double quantile(double level) {
        double p = 0.5 + level / 2;
        boolean known = settings.residualVariance() == ResidualVariance.ONE;
        if (!known && degreesOfFreedom() == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return known
                ? new NormalDistribution(null, 0, 1).inverseCumulativeProbability(p)
                : new TDistribution(null, degreesOfFreedom()).inverseCumulativeProbability(p);
    }

    /**
     * Variance of the residuals as used for the covariance.
     *
     * @return estimated variance, or one if known
     */
    public double residualVariance() {
        return varianceScale;
    }

    /**
     * Number of directions in the space of free parameters that the data determine.
     *
     * @return rank of the scaled Jacobian
     */
    public int rank() {
        return rank;
    }

    /**
     * Ratio of the largest to the smallest singular value of the Jacobian with columns of unit length; above about 1e3 the
     * parameters are strongly entangled.
     *
     * @return condition number, at least 1; infinite if the rank is deficient
     */
    public double conditionNumber() {
        return conditionNumber;
    }

    /**
     * Tells whether the parameters are a local minimum.
     *
     * @return {@link StopReason#converged()} of the stop reason
     */
    public boolean converged() {
        return stopReason.converged();
    }

    /**
     * Why the iteration ended.
     *
     * @return the reason
     */
    public StopReason stopReason() {
        return stopReason;
    }

    /**
     * Number of Jacobians factorised.
     *
     * @return iterations
     */
    public int iterations() {
        return iterations;
    }

    /**
     * Number of calls to the problem, with or without derivatives.
     *
     * @return evaluations
     */
    public int evaluations() {
        return evaluations;
    }

    /**
     * Tells whether a parameter rests on its lower bound.
     *
     * @param i index of the parameter
     * @return whether it equals its lower bound
     */
    public boolean atLowerBound(int i) {
        return parameters[i] == settings.lower(i);
    }

    /**
     * Tells whether a parameter rests on its upper bound.
     *
     * @param i index of the parameter
     * @return whether it equals its upper bound
     */
    public boolean atUpperBound(int i) {
        return parameters[i] == settings.upper(i);
    }

    /**
     * Akaike's information criterion with the correction for small samples (Hurvich and Tsai, Biometrika 76, 1989, 297);
     * the estimated variance counts as a parameter. Only differences between fits to the same residual scale matter.
     *
     * @return AICc; infinite if there are too few residuals for it
     */
    public double aicc() {
        int m = residuals.length;
        int k = countedParameters();
        return m - k - 1 <= 0 ? Double.POSITIVE_INFINITY : deviance() + 2.0 * k + 2.0 * k * (k + 1) / (m - k - 1);
    }

    /**
     * Schwarz's information criterion.
     *
     * @return BIC, smaller is better
     */
    public double bic() {
        return deviance() + countedParameters() * Math.log(residuals.length);
    }

    private int countedParameters() {
        return freeCount + (settings.residualVariance() == ResidualVariance.ONE ? 0 : 1);
    }

    private double deviance() {
        int m = residuals.length;
        return settings.residualVariance() == ResidualVariance.ONE ? objective : m * Math.log(objective / m);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LeastSquaresFit that
                && settings.equals(that.settings)
                && Arrays.equals(parameters, that.parameters)
                && Arrays.equals(residuals, that.residuals)
                && Arrays.deepEquals(unscaled, that.unscaled)
                && stopReason == that.stopReason
                && iterations == that.iterations
                && evaluations == that.evaluations;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(parameters) + Arrays.hashCode(residuals);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s after %d iterations; sum of squares %.10g, %d degrees of freedom, condition %.3g",
                stopReason,
                iterations,
                sumOfSquares,
                degreesOfFreedom(),
                conditionNumber));
        for (int i = 0; i < parameters.length; i++) {
            text.append(String.format(Locale.ROOT, "%n  p%d = %.10g +- %.3g", i, parameters[i], standardError(i)));
            if (settings.isFixed(i)) {
                text.append(" (fixed)");
            } else if (atLowerBound(i) || atUpperBound(i)) {
                text.append(" (at bound)");
            }
        }
        return text.toString();
    }
}
