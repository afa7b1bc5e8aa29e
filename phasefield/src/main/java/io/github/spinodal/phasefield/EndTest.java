package io.github.spinodal.phasefield;

import java.util.List;

/** The end conditions of a protocol step in progress. */
final class EndTest {
    private static final double SNAP = 4e-15;

    private final List<EndCondition> ends;
    private final Electrode electrode;
    private final double startFilling;

    EndTest(ProtocolStep step, Electrode electrode, double startFilling) {
        this.ends = step.ends();
        this.electrode = electrode;
        this.startFilling = startFilling;
    }

    /** Largest of the distances beyond the conditions: zero or positive once one of them is met. */
    double distance(OperatingPoint point, double time, double filling) {
        double largest = Double.NEGATIVE_INFINITY;
        for (EndCondition end : ends) {
            largest = Math.max(largest, distance(end, point, time, filling));
        }
        return largest;
    }

    boolean reached(OperatingPoint point, double time, double filling) {
        return distance(point, time, filling) >= 0;
    }

    private double distance(EndCondition end, OperatingPoint point, double time, double filling) {
        double scale = electrode.thermalVoltage();
        return switch (end.quantity()) {
            case VOLTAGE_AT_MOST -> (end.value() - electrode.voltage(point.potential(), point.rate)) / scale;
            case VOLTAGE_AT_LEAST -> (electrode.voltage(point.potential(), point.rate) - end.value()) / scale;
            case FILLING -> end.value() >= startFilling ? filling - end.value() : end.value() - filling;
            case CAPACITY_SHARE -> Math.abs(filling - startFilling) - end.value();
            case TIME -> time >= end.value() * (1 - 1e-15) ? 0 : time - end.value();
            case CURRENT_AT_MOST -> 1 - Math.abs(point.rate) * electrode.plateauCapacityCoulomb() / end.value();
        };
    }

    /** Time until a condition that can be foreseen (s). */
    double stepLimit(Control control, double time, double filling) {
        double limit = Double.POSITIVE_INFINITY;
        for (EndCondition end : ends) {
            limit = Math.min(limit, stepLimit(end, control, time, filling));
        }
        return limit;
    }

    private double stepLimit(EndCondition end, Control control, double time, double filling) {
        if (end.quantity() == EndCondition.Quantity.TIME) {
            return end.value() - time;
        }
        if (!control.galvanostatic() || control.rate() == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double target = target(end, control.rate());
        double remaining = (target - filling) / control.rate();
        // A hair more, so that rounding cannot leave a remainder too small for a step.
        return remaining >= 0
                ? (target - startFilling) / control.rate() * (1 + 1e-15) - time
                : Double.POSITIVE_INFINITY;
    }

    /** A filling that rounding alone keeps from a target becomes the target. */
    double snap(double filling) {
        for (EndCondition end : ends) {
            if (end.quantity() == EndCondition.Quantity.FILLING && Math.abs(filling - end.value()) <= SNAP) {
                return end.value();
            }
        }
        return filling;
    }

    private double target(EndCondition end, double rate) {
        return switch (end.quantity()) {
            case FILLING -> end.value();
            case CAPACITY_SHARE -> startFilling + Math.copySign(end.value(), rate);
            case VOLTAGE_AT_MOST, VOLTAGE_AT_LEAST, TIME, CURRENT_AT_MOST -> Double.NaN;
        };
    }
}
