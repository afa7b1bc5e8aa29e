package io.github.spinodal.core.cycling;

import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.GalvanostaticCurve.Direction;
import java.io.Serializable;
import java.util.OptionalDouble;

/**
 * The charge passed in one cycle.
 *
 * @param cycle cycle number
 * @param chargeCoulomb charge passed while charging (C), zero or positive
 * @param dischargeCoulomb charge passed while discharging (C), zero or positive
 */
public record CycleCapacity(int cycle, double chargeCoulomb, double dischargeCoulomb) implements Serializable {
    /**
     * Checks the capacities.
     *
     * @throws io.github.spinodal.core.InvalidValueException if one is negative or not finite
     */
    public CycleCapacity {
        Require.nonNegative("charge capacity (C)", chargeCoulomb);
        Require.nonNegative("discharge capacity (C)", dischargeCoulomb);
    }

    /**
     * The capacity of one direction.
     *
     * @param direction charge or discharge
     * @return charge passed (C)
     */
    public double inCoulomb(Direction direction) {
        return direction == Direction.CHARGE ? chargeCoulomb : dischargeCoulomb;
    }

    /**
     * The capacity of one direction in the unit of thin-film batteries.
     *
     * @param direction charge or discharge
     * @return charge passed (uAh)
     */
    public double inMicroampereHours(Direction direction) {
        return inCoulomb(direction) / 3.6e-3;
    }

    /**
     * The coulombic efficiency.
     *
     * @param convention which capacity is the yield
     * @return yield over expense (1 for no loss), or nothing where the expense is zero
     */
    public OptionalDouble coulombicEfficiency(EfficiencyConvention convention) {
        boolean anode = convention == EfficiencyConvention.CHARGE_OVER_DISCHARGE;
        double expense = anode ? dischargeCoulomb : chargeCoulomb;
        double yield = anode ? chargeCoulomb : dischargeCoulomb;
        return expense > 0 ? OptionalDouble.of(yield / expense) : OptionalDouble.empty();
    }
}
