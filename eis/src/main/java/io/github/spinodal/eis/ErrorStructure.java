package io.github.spinodal.eis;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.io.Serializable;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * Standard deviation of a measured impedance, the same for real and imaginary part: sigma^2 = a^2 + b^2 |Z|^2.
 *
 * @param constantOhm a (ohm), zero or positive
 * @param proportional b, dimensionless, zero or positive; not both zero
 */
public record ErrorStructure(double constantOhm, double proportional) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * Checks the parts.
     *
     * @throws InvalidValueException if a part is negative or both are zero
     */
    public ErrorStructure {
        Require.nonNegative("constant part of the noise (ohm)", constantOhm);
        Require.nonNegative("proportional part of the noise", proportional);
        if (constantOhm == 0 && proportional == 0) {
            throw new InvalidValueException("noise", "zero in both parts", "positive in one of them");
        }
    }

    /**
     * Standard deviation at a modulus.
     *
     * @param modulusOhm |Z| (ohm), zero or positive
     * @return sigma (ohm)
     */
    public double standardDeviationOhm(double modulusOhm) {
        return Math.hypot(constantOhm, proportional * modulusOhm);
    }

    /**
     * The most likely structure of Gaussian residuals.
     *
     * @param modulusOhm |Z| (ohm), positive, one for each frequency
     * @param realResidualOhm residuals of the real part (ohm)
     * @param imaginaryResidualOhm residuals of the imaginary part (ohm)
     * @return the structure that maximises the likelihood
     * @throws InvalidValueException if all residuals are zero or the arrays differ in length
     */
    public static ErrorStructure estimate(
            double[] modulusOhm, double[] realResidualOhm, double[] imaginaryResidualOhm) {
        Require.sameLength("modulus", modulusOhm.length, "real residuals", realResidualOhm.length);
        Require.sameLength("modulus", modulusOhm.length, "imaginary residuals", imaginaryResidualOhm.length);
        double mean = 0;
        double[] square = new double[modulusOhm.length];
        for (int i = 0; i < square.length; i++) {
            square[i] = realResidualOhm[i] * realResidualOhm[i] + imaginaryResidualOhm[i] * imaginaryResidualOhm[i];
            mean += Math.log(modulusOhm[i]) / square.length;
        }
        double pivot = Math.exp(mean);
        // With the ratio t = a/(b pivot) fixed, the scale has a closed form; one dimension remains.
        UnivariateObjectiveFunction objective =
                new UnivariateObjectiveFunction(u -> deviance(modulusOhm, square, pivot, u));
        double lower = deviance(modulusOhm, square, pivot, -1);
        if (Double.isInfinite(lower)) {
            throw new InvalidValueException("residuals (ohm)", "zero throughout", "different from zero");
        }
        double u = new BrentOptimizer(1e-6, 1e-9)
                .optimize(new MaxEval(500), objective, GoalType.MINIMIZE, new SearchInterval(-1, 1, 0))
                .getPoint();
        double best = deviance(modulusOhm, square, pivot, u);
        for (double end : new double[] {-1, 1}) {
            if (deviance(modulusOhm, square, pivot, end) <= best) {
                best = deviance(modulusOhm, square, pivot, end);
                u = end;
            }
        }
        double scale = Math.sqrt(variance(modulusOhm, square, pivot, u));
        double angle = angle(u);
        return new ErrorStructure(scale * pivot * sine(angle), scale * sine(Math.PI / 2 - angle));
    }

    /** u in [-1, 1] runs from purely proportional to purely constant noise, finest near both ends. */
    private static double angle(double u) {
        return Math.PI / 4 * (1 + Math.copySign(1 - Math.pow(1 - Math.abs(u), 3), u));
    }

    private static double sine(double angle) {
        return angle < 1e-15 ? 0 : Math.sin(angle);
    }

    private static double shape(double modulus, double pivot, double u) {
        double angle = angle(u);
        double a = sine(angle);
        double b = sine(Math.PI / 2 - angle) * modulus / pivot;
        return a * a + b * b;
    }

    private static double variance(double[] modulus, double[] square, double pivot, double u) {
        double sum = 0;
        for (int i = 0; i < square.length; i++) {
            sum += square[i] / (shape(modulus[i], pivot, u) * pivot * pivot);
        }
        return sum / (2 * square.length);
    }

    private static double deviance(double[] modulus, double[] square, double pivot, double u) {
        double v = variance(modulus, square, pivot, u);
        double sum = 0;
        for (double r : modulus) {
            sum += 2 * Math.log(shape(r, pivot, u));
        }
        return v == 0 ? Double.NEGATIVE_INFINITY : sum + 2 * square.length * Math.log(v);
    }
}
