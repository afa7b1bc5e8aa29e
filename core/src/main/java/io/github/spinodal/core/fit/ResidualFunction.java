package io.github.spinodal.core.fit;

/**
 * The residuals of a least-squares problem and their analytic derivatives.
 *
 * <p>Residuals are already divided by their standard deviation (or multiplied by the square root of their weight).
 */
public interface ResidualFunction {
    /**
     * Number of residuals.
     *
     * @return number of residuals m, positive
     */
    int residualCount();

    /**
     * Number of parameters.
     *
     * @return number of parameters n, positive
     */
    int parameterCount();

    /**
     * Computes the residuals.
     *
     * @param parameters parameters, length n; not modified
     * @param residuals where the residuals go, length m; modified
     */
    void residuals(double[] parameters, double[] residuals);

    /**
     * Computes residuals and Jacobian together.
     *
     * @param parameters parameters, length n; not modified
     * @param residuals where the residuals go, length m; modified
     * @param jacobian where d r_i/d p_j goes, at index i * n + j (row by row), length m * n; modified
     */
    void residualsAndJacobian(double[] parameters, double[] residuals, double[] jacobian);
}
