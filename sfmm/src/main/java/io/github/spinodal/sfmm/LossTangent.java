package io.github.spinodal.sfmm;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.quantity.Interval;
import java.io.Serializable;
import java.util.OptionalDouble;

/**
 * A loss tangent, tan(theta) = G''/G' (study, SI Eq. 1), with an interval of 95 %. Within five degrees of either end the
 * tangent is not determined, only bounded: there the interval has one finite end and there is no value.
 *
 * @param phaseDegrees loss angle (degree)
 * @param phaseUncertaintyDegrees its standard uncertainty (degree)
 */
public record LossTangent(double phaseDegrees, double phaseUncertaintyDegrees) implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double END_DEGREES = 5;
    private static final double TWO_SIDED = 1.959963984540054;
    private static final double ONE_SIDED = 1.6448536269514722;

    /**
     * Checks both angles.
     *
     * @throws InvalidValueException if an angle is not finite or the uncertainty is negative
     */
    public LossTangent {
        Require.finite("loss angle (degree)", phaseDegrees);
        Require.nonNegative("uncertainty of the loss angle (degree)", phaseUncertaintyDegrees);
    }

    /**
     * The loss tangent, where it is determined.
     *
     * @return tan(theta); empty within five degrees of 0 and 90
     */
    public OptionalDouble value() {
        return isDetermined() ? OptionalDouble.of(Math.tan(Math.toRadians(phaseDegrees))) : OptionalDouble.empty();
    }

    private boolean isDetermined() {
        return phaseDegrees >= END_DEGREES && phaseDegrees <= 90 - END_DEGREES;
    }

    /**
     * Interval of 95 %.
     *
     * @return two-sided where the tangent is determined; from a lower bound to infinity near 90 degrees, from 0 to an upper
     *     bound near 0
     */
    public Interval interval95() {
        if (isDetermined()) {
            return new Interval(bounded(-TWO_SIDED), bounded(TWO_SIDED));
        }
        return phaseDegrees > 45
                ? new Interval(bounded(-ONE_SIDED), Double.POSITIVE_INFINITY)
                : new Interval(0, bounded(ONE_SIDED));
    }

    private double bounded(double deviations) {
        double angle = phaseDegrees + deviations * phaseUncertaintyDegrees;
        return angle >= 90 ? Double.POSITIVE_INFINITY : Math.tan(Math.toRadians(Math.max(0, angle)));
    }
}
