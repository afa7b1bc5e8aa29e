package io.github.spinodal.core.fit;

import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * How much a residual contributes to the objective: sum of value(r_i^2). The plain square is {@link #squares()}; the
 * others grow more slowly and so bound the influence of outliers. Thresholds are in units of the residuals, which should
 * have been divided by their standard deviation.
 *
 * <p>With s = r^2, implementations must satisfy value(0) = 0, slope(0) = 1, and slope &gt; 0.
 */
public interface Loss extends Serializable {
    /**
     * The loss.
     *
     * @param s squared residual, not negative
     * @return its contribution to the objective, rho(s)
     */
    double value(double s);

    /**
     * First derivative.
     *
     * @param s squared residual, not negative
     * @return d rho/ds, positive; this is the weight in iteratively reweighted least squares
     */
    double slope(double s);

    /**
     * Second derivative.
     *
     * @param s squared residual, not negative
     * @return d2 rho/ds2
     */
    double curvature(double s);

    /**
     * Plain least squares, rho = s.
     *
     * @return the loss
     */
    static Loss squares() {
        return Losses.Squares.INSTANCE;
    }

    /**
     * Huber's loss (Ann. Math. Statist. 35, 1964, 73): quadratic up to the threshold, linear beyond. The threshold 1.345
     * keeps 95 % efficiency for normal residuals.
     *
     * @param threshold in units of the residuals, positive
     * @return the loss
     * @throws io.github.spinodal.core.InvalidValueException if the threshold is not positive
     */
    static Loss huber(double threshold) {
        return new Losses.Huber(Require.positive("Huber threshold", threshold));
    }

    /**
     * The smooth relative of Huber's loss, rho = 2 t^2 (sqrt(1 + s/t^2) - 1).
     *
     * @param threshold in units of the residuals, positive
     * @return the loss
     * @throws io.github.spinodal.core.InvalidValueException if the threshold is not positive
     */
    static Loss softL1(double threshold) {
        return new Losses.SoftL1(Require.positive("soft-L1 threshold", threshold));
    }

    /**
     * The loss of Cauchy-distributed residuals, rho = t^2 ln(1 + s/t^2).
     *
     * @param threshold in units of the residuals, positive
     * @return the loss
     * @throws io.github.spinodal.core.InvalidValueException if the threshold is not positive
     */
    static Loss cauchy(double threshold) {
        return new Losses.Cauchy(Require.positive("Cauchy threshold", threshold));
    }

    /**
     * The negative log-likelihood of Student-t residuals of unit scale, normalised to unit slope at zero: rho = nu ln(1 +
     * s/nu).
     *
     * @param degreesOfFreedom nu, positive; 4 is customary
     * @return the loss
     * @throws io.github.spinodal.core.InvalidValueException if nu is not positive
     */
    static Loss studentT(double degreesOfFreedom) {
        return new Losses.Cauchy(Math.sqrt(Require.positive("degrees of freedom", degreesOfFreedom)));
    }
}
