package io.github.spinodal.core.quantity;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.io.Serializable;
import java.util.Collection;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * A value with its standard uncertainty, both in one unit that the name of whatever returns it says.
 *
 * <p>Arithmetic propagates to first order (JCGM 100:2008, GUM, Eq. 13) and takes its operands as independent, unless a
 * correlation is given. A value met twice is not independent of itself: square with {@link #pow}, not with
 * {@code x.times(x)}, and use {@link #combine} for a formula in which one value occurs several times.
 *
 * @param value the best estimate, finite
 * @param standardUncertainty one standard deviation of the estimate, in the unit of the value, zero or positive
 */
public record Measured(double value, double standardUncertainty) implements Serializable {
    /**
     * Checks both numbers.
     *
     * @throws InvalidValueException if the value is not finite, or the uncertainty negative or not finite
     */
    public Measured {
        Require.finite("measured value", value);
        Require.nonNegative("standard uncertainty", standardUncertainty);
    }

    /**
     * A value with its standard uncertainty.
     *
     * @param value the best estimate, finite
     * @param standardUncertainty one standard deviation, in the unit of the value, zero or positive
     * @return the measured value
     * @throws InvalidValueException if a number is invalid
     */
    public static Measured of(double value, double standardUncertainty) {
        return new Measured(value, standardUncertainty);
    }

    /**
     * A value without uncertainty.
     *
     * @param value the value, finite
     * @return the value with zero uncertainty
     * @throws InvalidValueException if the value is not finite
     */
    public static Measured exact(double value) {
        return new Measured(value, 0);
    }

    /**
     * A value known only to lie, anywhere, between two limits: their middle with the standard deviation of a rectangular
     * distribution, the width over the square root of twelve (GUM, 4.3.7).
     *
     * @param low lower limit, finite
     * @param high upper limit, finite, not below the lower one
     * @return the measured value
     * @throws InvalidValueException if a limit is not finite or they are in the wrong order
     */
    public static Measured between(double low, double high) {
        Require.finite("lower limit", low);
        Require.within("upper limit", high, low, Double.MAX_VALUE);
        return new Measured(low + (high - low) / 2, (high - low) / Math.sqrt(12));
    }

    /**
     * Mean of independent measurements of one quantity, weighted by their inverse variances.
     *
     * @param measurements at least one, each with a positive uncertainty
     * @return the mean with its standard uncertainty, which does not depend on how well the measurements agree
     * @throws InvalidValueException if there is none, or one has no uncertainty
     */
    public static Measured weightedMean(Collection<Measured> measurements) {
        Require.atLeast("number of measurements", measurements.size(), 1);
        double sumOfWeights = 0;
        double weightedSum = 0;
        for (Measured measured : measurements) {
            Require.positive("standard uncertainty", measured.standardUncertainty);
            double weight = 1 / (measured.standardUncertainty * measured.standardUncertainty);
            sumOfWeights += weight;
            weightedSum += weight * measured.value;
        }
        return new Measured(weightedSum / sumOfWeights, 1 / Math.sqrt(sumOfWeights));
    }

    /**
     * Sum with an independent value.
     *
     * @param other the other value, in the same unit
     * @return the sum
     */
    public Measured plus(Measured other) {
        return combine(other, Double::sum, 1, 1, 0);
    }

    /**
     * Sum with an exact number.
     *
     * @param number the number, in the same unit, finite
     * @return the sum
     */
    public Measured plus(double number) {
        return new Measured(value + number, standardUncertainty);
    }

    /**
     * Difference from an independent value.
     *
     * @param other what is taken away, in the same unit
     * @return the difference
     */
    public Measured minus(Measured other) {
        return combine(other, (x, y) -> x - y, 1, -1, 0);
    }

    /**
     * Difference from an exact number.
     *
     * @param number what is taken away, in the same unit, finite
     * @return the difference
     */
    public Measured minus(double number) {
        return new Measured(value - number, standardUncertainty);
    }

    /**
     * Product with an independent value.
     *
     * @param other the other factor
     * @return the product, in the product of the units
     */
    public Measured times(Measured other) {
        return combine(other, (x, y) -> x * y, other.value, value, 0);
    }

    /**
     * Product with an exact number.
     *
     * @param number the factor, finite
     * @return the product
     */
    public Measured times(double number) {
        return new Measured(value * number, standardUncertainty * Math.abs(number));
    }

    /**
     * Quotient by an independent value.
     *
     * @param other the divisor, not zero
     * @return the quotient, in the quotient of the units
     * @throws InvalidValueException if the divisor is zero
     */
    public Measured dividedBy(Measured other) {
        requireDivisor(other.value);
        double quotient = value / other.value;
        return combine(other, (x, y) -> x / y, 1 / other.value, -quotient / other.value, 0);
    }

    /**
     * Quotient by an exact number.
     *
     * @param number the divisor, finite and not zero
     * @return the quotient
     * @throws InvalidValueException if the divisor is zero
     */
    public Measured dividedBy(double number) {
        requireDivisor(number);
        return new Measured(value / number, standardUncertainty / Math.abs(number));
    }

    /**
     * A power.
     *
     * @param exponent the exponent, finite
     * @return this value raised to the exponent
     * @throws InvalidValueException if the power or its derivative is not finite at this value, as for a negative value
     *     with a fractional exponent or the square root of zero
     */
    public Measured pow(double exponent) {
        Require.finite("exponent", exponent);
        if (exponent == 0) {
            return exact(1);
        }
        return apply(x -> Math.pow(x, exponent), x -> exponent * Math.pow(x, exponent - 1));
    }

    /**
     * Any smooth function of this value.
     *
     * @param function the function
     * @param derivative its derivative
     * @return the function's value with the uncertainty |derivative| times this uncertainty
     * @throws InvalidValueException if the function or the derivative is not finite at this value
     */
    public Measured apply(DoubleUnaryOperator function, DoubleUnaryOperator derivative) {
        double slope = Require.finite("derivative at " + value, derivative.applyAsDouble(value));
        return new Measured(function.applyAsDouble(value), Math.abs(slope) * standardUncertainty);
    }

    /**
     * Any smooth function of this value and another, correlated or not (GUM, Eq. 13).
     *
     * @param other the other value
     * @param function the function of this value and the other, in this order
     * @param derivative partial derivative by this value, finite
     * @param otherDerivative partial derivative by the other value, finite
     * @param correlation correlation coefficient of the two, in [-1, 1]
     * @return the function's value with its uncertainty
     * @throws InvalidValueException if a number is invalid or the function not finite
     */
    public Measured combine(
            Measured other,
            DoubleBinaryOperator function,
            double derivative,
            double otherDerivative,
            double correlation) {
        Require.within("correlation", correlation, -1, 1);
        double first = Require.finite("derivative", derivative) * standardUncertainty;
        double second = Require.finite("derivative", otherDerivative) * other.standardUncertainty;
        // Written as a hypotenuse, the sum neither overflows nor turns negative for a correlation of -1.
        double uncertainty =
                Math.hypot(first + correlation * second, second * Math.sqrt((1 - correlation) * (1 + correlation)));
        return new Measured(function.applyAsDouble(value, other.value), uncertainty);
    }

    /**
     * Standard uncertainty as a share of the value's magnitude.
     *
     * @return the relative standard uncertainty, dimensionless; infinite for an uncertain zero, 0 for an exact zero
     */
    public double relativeUncertainty() {
        return standardUncertainty == 0 ? 0 : standardUncertainty / Math.abs(value);
    }

    /**
     * Distance from another, independent value in standard uncertainties of the difference.
     *
     * @param other the other value, in the same unit
     * @return the distance, dimensionless, zero or positive; infinite for different exact values
     */
    public double standardizedDistance(Measured other) {
        double difference = Math.abs(value - other.value);
        return difference == 0 ? 0 : difference / Math.hypot(standardUncertainty, other.standardUncertainty);
    }

    /**
     * Interval that covers the true value with a given probability if the error is normal and its standard deviation
     * known.
     *
     * @param level coverage probability, in (0, 1), such as 0.95
     * @return the interval around the value
     * @throws InvalidValueException if the level is outside (0, 1)
     */
    public Interval coverageInterval(double level) {
        Require.inside("coverage probability", level, 0, 1);
        return around(new NormalDistribution().inverseCumulativeProbability(0.5 + level / 2));
    }

    /**
     * Interval that covers the true value with a given probability if the standard deviation itself was estimated (GUM,
     * G.3.2).
     *
     * @param level coverage probability, in (0, 1), such as 0.95
     * @param degreesOfFreedom degrees of freedom of the standard uncertainty, positive
     * @return the interval around the value, wider than the normal one
     * @throws InvalidValueException if a number is invalid
     */
    public Interval coverageInterval(double level, double degreesOfFreedom) {
        Require.inside("coverage probability", level, 0, 1);
        Require.positive("degrees of freedom", degreesOfFreedom);
        return around(new TDistribution(degreesOfFreedom).inverseCumulativeProbability(0.5 + level / 2));
    }

    /**
     * The value with a unit, as in {@code 45.0 ± 5.0 nm} or {@code (3.30 ± 0.12)e-12 cm2/s}.
     *
     * @param unit the unit's symbol
     * @return the text
     */
    public String withUnit(String unit) {
        return this + " " + unit;
    }

    /**
     * The value rounded to the decimal place of the second significant digit of its uncertainty (GUM, 7.2.6).
     *
     * @return text such as {@code 45.0 ± 5.0}; with a common power of ten for very large or small values
     */
    @Override
    public String toString() {
        return MeasuredFormat.format(value, standardUncertainty);
    }

    private Interval around(double coverageFactor) {
        double halfWidth = coverageFactor * standardUncertainty;
        return new Interval(value - halfWidth, value + halfWidth);
    }

    private static void requireDivisor(double divisor) {
        Require.finite("divisor", divisor);
        if (divisor == 0) {
            throw new InvalidValueException("divisor", divisor, "different from zero");
        }
    }
}
