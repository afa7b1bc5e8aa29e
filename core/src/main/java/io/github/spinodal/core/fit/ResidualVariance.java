package io.github.spinodal.core.fit;

/** What is known about the variance of the residuals. */
public enum ResidualVariance {
    /** Only their relative weights are known: the variance is estimated by the reduced sum of squares; intervals use Student's t. */
    ESTIMATED,
    /** The residuals were divided by their true standard deviation: variance 1; intervals use the normal distribution. */
    ONE
}
