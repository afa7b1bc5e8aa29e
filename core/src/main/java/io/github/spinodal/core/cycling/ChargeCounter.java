package io.github.spinodal.core.cycling;

import java.util.Locale;

/** Adds up the net charge from whatever capacities a file has, and compares it with the integral of the current. */
final class ChargeCounter {
    private static final double NOTEWORTHY_DIFFERENCE = 0.02;
    private static final double SECONDS_PER_HOUR = 3600;

    private final CyclingRecords records;
    private final double[] current;

    private ChargeCounter(CyclingRecords records, double[] current) {
        this.records = records;
        this.current = current;
    }

    /** Net charge (C), rising while charging; time and current are empty where unknown. */
    static double[] netCharge(CyclingRecords records, double[] time, double[] current) {
        ChargeCounter counter = new ChargeCounter(records, current);
        double[] measured = counter.measured();
        if (measured.length == 0) {
            return CyclingData.integral(time, current);
        }
        if (time.length > 0 && current.length > 0) {
            counter.compare(measured, CyclingData.integral(time, current));
        }
        return measured;
    }

    /** Growth of a capacity that starts again from zero at will; a small fall is noise and counts as such. */
    static double[] increments(double[] capacity) {
        double[] increments = new double[capacity.length];
        for (int i = 1; i < capacity.length; i++) {
            boolean reset = capacity[i] < 0.5 * capacity[i - 1];
            increments[i] = reset ? capacity[i] : capacity[i] - capacity[i - 1];
        }
        return increments;
    }

    private double[] measured() {
        if (records.has(CyclingRole.NET_CHARGE)) {
            return records.column(CyclingRole.NET_CHARGE);
        }
        if (records.has(CyclingRole.CHARGE_CAPACITY) && records.has(CyclingRole.DISCHARGE_CAPACITY)) {
            double[] charge = increments(records.column(CyclingRole.CHARGE_CAPACITY));
            double[] discharge = increments(records.column(CyclingRole.DISCHARGE_CAPACITY));
            double[] net = new double[charge.length];
            for (int i = 1; i < net.length; i++) {
                net[i] = net[i - 1] + (charge[i] - discharge[i]);
            }
            return net;
        }
        return records.has(CyclingRole.CAPACITY) ? fromOneColumn(records.column(CyclingRole.CAPACITY)) : new double[0];
    }

    private double[] fromOneColumn(double[] capacity) {
        double[] increments = increments(capacity);
        double[] net = new double[capacity.length];
        boolean signed = isSigned(capacity);
        if (signed) {
            records.notice(0, "the capacity falls as well as rises: it was taken as net charge");
        }
        int direction = 0;
        for (int i = 1; i < net.length; i++) {
            direction = directionAt(i, direction);
            net[i] = net[i - 1] + (signed ? capacity[i] - capacity[i - 1] : direction * increments[i]);
        }
        return net;
    }

    /** Falls that are no returns to zero. */
    private static boolean isSigned(double[] capacity) {
        int falls = 0;
        int moves = 0;
        for (int i = 1; i < capacity.length; i++) {
            moves += capacity[i] != capacity[i - 1] ? 1 : 0;
            boolean fell = capacity[i] < capacity[i - 1] && capacity[i] >= 0.5 * capacity[i - 1];
            falls += fell || capacity[i] < 0 ? 1 : 0;
        }
        return falls > 0.1 * moves;
    }

    /** A capacity may still grow in the first row of a rest: then the direction is that of the row before. */
    private int directionAt(int i, int before) {
        if (current.length > 0) {
            double rest = CyclingData.restLimit(current);
            return Math.abs(current[i]) <= rest ? before : current[i] > 0 ? 1 : -1;
        }
        return switch (records.hint(i)) {
            case CHARGE -> 1;
            case DISCHARGE -> -1;
            default -> before;
        };
    }

    private void compare(double[] measured, double[] integrated) {
        double passed = 0;
        double flowed = 0;
        for (int i = 1; i < measured.length; i++) {
            passed += Math.abs(measured[i] - measured[i - 1]);
            flowed += Math.abs(integrated[i] - integrated[i - 1]);
        }
        double ratio = flowed / passed;
        if (!(passed > 0) || !(flowed > 0) || Math.abs(ratio - 1) <= NOTEWORTHY_DIFFERENCE) {
            return;
        }
        String message = String.format(
                Locale.ROOT,
                "the current integrates to %.4g Ah in all, the capacity columns to %.4g Ah; the capacity columns were used",
                flowed / SECONDS_PER_HOUR,
                passed / SECONDS_PER_HOUR);
        boolean hours = Math.abs(ratio / SECONDS_PER_HOUR - 1) < 0.1;
        records.notice(
                0,
                hours ? message + "; the time is 3600 times too large: read with withTimeFactor(1 / 3600.0)" : message);
    }
}
