package io.github.spinodal.core.peaks;

import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * A background with parameters of its own that are fitted together with the peaks. Backgrounds that follow from the data
 * (Shirley, Tougaard, ...) are in {@link Baselines} and are subtracted beforehand.
 */
public interface PeakBackground extends Serializable {
    /**
     * Number of parameters.
     *
     * @return number of parameters, zero or more
     */
    int parameterCount();

    /**
     * Value and derivatives.
     *
     * @param x abscissa
     * @param parameters the parameters
     * @param gradient where the derivative with respect to each parameter goes
     * @return the value
     */
    double value(double x, double[] parameters, double[] gradient);

    /**
     * Starting values from data that may contain peaks.
     *
     * @param x abscissae, ascending
     * @param y values
     * @return one value per parameter
     */
    double[] start(double[] x, double[] y);

    /**
     * No background.
     *
     * @return the background without parameters
     */
    static PeakBackground none() {
        return new Backgrounds.Polynomial(-1, 0);
    }

    /**
     * A polynomial sum b_k (x - origin)^k.
     *
     * @param degree degree, at least 0; above 2 put the origin into the middle of the data
     * @param origin abscissa from which powers are taken, finite
     * @return the background with degree + 1 parameters b_0, b_1, ...
     * @throws io.github.spinodal.core.InvalidValueException if the degree is negative or the origin not finite
     */
    static PeakBackground polynomial(int degree, double origin) {
        Require.atLeast("degree of the background", degree, 0);
        return new Backgrounds.Polynomial(degree, Require.finite("origin of the background", origin));
    }

    /**
     * The decay b_1 exp(-b_2 x).
     *
     * @return the background with parameters b_1 in the unit of y and b_2 in the inverse unit of x
     */
    static PeakBackground exponential() {
        return new Backgrounds.Exponential();
    }
}
