package io.github.spinodal.core.cycling;

import java.util.Arrays;
import java.util.Locale;

/** Adds up the net charge from whatever capacities a file has, and compares it with the integral of the current. */
final class ChargeCounter {
    private static final double NOTEWORTHY_DIFFERENCE = 0.02;
    private static final double SECONDS_PER_HOUR = 3600;

    private final CyclingRecords records;
    private final double[] current;
    private final double rest;

    private ChargeCounter(CyclingRecords records, double[] current) {
        this.records = records;
        this.current = current;
        this.rest = CyclingData.restLimit(current);
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

    /**
     * Growth of a capacity that starts again from zero at will. A fall by more than half is such a start, or by more than a
     * tenth where a step begins; a smaller fall is noise and counts as such.
     */
    static double[] increments(CyclingRecords records, CyclingRole role) {
        double[] capacity = records.column(role);
        double[] increments = new double[capacity.length];
        for (int i = 1; i < capacity.length; i++) {
            double kept = records.startsStep(i) ? 0.9 : 0.5;
            boolean reset = capacity[i] < kept * capacity[i - 1];
            increments[i] = reset ? capacity[i] : capacity[i] - capacity[i - 1];
        }
        return increments;
    }

    private double[] measured() {
        if (records.has(CyclingRole.NET_CHARGE)) {
            return alongCurrent(records.column(CyclingRole.NET_CHARGE));
        }
        if (records.has(CyclingRole.CHARGE_CAPACITY) && records.has(CyclingRole.DISCHARGE_CAPACITY)) {
            double[] charge = increments(records, CyclingRole.CHARGE_CAPACITY);
            double[] discharge = increments(records, CyclingRole.DISCHARGE_CAPACITY);
            double[] net = new double[charge.length];
            for (int i = 1; i < net.length; i++) {
                net[i] = net[i - 1] + (charge[i] - discharge[i]);
            }
            return net;
        }
        return records.has(CyclingRole.CAPACITY) ? fromOneColumn(records.column(CyclingRole.CAPACITY)) : new double[0];
    }

    private double[] fromOneColumn(double[] capacity) {
        double[] increments = increments(records, CyclingRole.CAPACITY);
        double[] net = new double[capacity.length];
        if (isSigned(capacity, increments)) {
            records.notice(0, "the capacity falls as well as rises: it was taken as net charge");
            return alongCurrent(capacity);
        }
        int direction = 0;
        for (int i = 1; i < net.length; i++) {
            direction = directionAt(i, direction);
            net[i] = net[i - 1] + direction * increments[i];
        }
        return net;
    }

    /** A net charge from zero; where the current had to be turned, the charge is turned with it. */
    private double[] alongCurrent(double[] charge) {
        double agreement = 0;
        for (int i = 1; i < current.length; i++) {
            agreement += (charge[i] - charge[i - 1]) * Math.signum(current[i]);
        }
        double sign = agreement < 0 ? -1 : 1;
        return Arrays.stream(charge).map(q -> sign * (q - charge[0])).toArray();
    }

    /** Falls that are no returns to zero, and too large for noise; or values below zero. */
    private static boolean isSigned(double[] capacity, double[] increments) {
        double fallen = 0;
        double risen = 0;
        for (double increment : increments) {
            fallen += Math.max(-increment, 0);
            risen += Math.max(increment, 0);
        }
        return fallen > NOTEWORTHY_DIFFERENCE * risen || Arrays.stream(capacity).anyMatch(q -> q < 0);
    }

    /** A capacity may still grow in the first row of a rest: then the direction is that of the row before. */
    private int directionAt(int i, int before) {
        if (current.length > 0) {
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
