package io.github.spinodal.core.cycling;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Finds out what the sign of a file's current means. Evidence is, in this order: which capacity column grows, what the step
 * is called, and where both are silent whether the voltage rises or falls.
 */
final class CurrentDirections {
    /** Contradictions up to this part of the current-weighted samples are transients between steps. */
    private static final double TOLERATED_CONTRADICTION = 0.02;

    private final CyclingRecords records;
    private final double[] current;
    private final double rest;
    private final int[] evidence;

    private CurrentDirections(CyclingRecords records) {
        this.records = records;
        this.current = records.column(CyclingRole.CURRENT);
        this.rest = CyclingData.restLimit(current);
        this.evidence = new int[records.size()];
    }

    /** The currents of the records, positive where they charge the cell. */
    static double[] resolve(CyclingRecords records, CyclingReadOptions.PositiveCurrent convention) {
        CurrentDirections directions = new CurrentDirections(records);
        return switch (convention) {
            case CHARGES -> directions.current;
            case DISCHARGES -> directions.negated();
            case AUTOMATIC -> directions.found();
        };
    }

    private double[] negated() {
        return Arrays.stream(current).map(i -> 0 - i).toArray();
    }

    private double[] found() {
        if (records.has(CyclingRole.NET_CHARGE)) {
            double[] net = records.column(CyclingRole.NET_CHARGE);
            byGrowth(i -> net[i] - net[i - 1]);
        } else if (records.has(CyclingRole.CHARGE_CAPACITY) && records.has(CyclingRole.DISCHARGE_CAPACITY)) {
            double[] charge = ChargeCounter.increments(records, CyclingRole.CHARGE_CAPACITY);
            double[] discharge = ChargeCounter.increments(records, CyclingRole.DISCHARGE_CAPACITY);
            byGrowth(i -> charge[i] - discharge[i]);
        }
        boolean told = Arrays.stream(evidence).anyMatch(e -> e != 0);
        if (!told) {
            byName();
            told = Arrays.stream(evidence).anyMatch(e -> e != 0);
        }
        boolean unsigned = Arrays.stream(current).allMatch(i -> i >= -rest);
        if (!told) {
            byVoltage(unsigned);
        }
        return signed(unsigned, told);
    }

    private void byGrowth(IntToDoubleFunction increment) {
        int from = 0;
        for (int i = 1; i <= evidence.length; i++) {
            if (i == evidence.length || records.startsStep(i) || sign(i) != sign(from)) {
                double gain = 0;
                for (int k = Math.max(from, 1); k < i; k++) {
                    gain += increment.applyAsDouble(k);
                }
                Arrays.fill(evidence, from, i, (int) Math.signum(gain));
                from = i;
            }
        }
    }

    private void byName() {
        for (int i = 0; i < evidence.length; i++) {
            evidence[i] = records.hint(i) == CyclingRecords.Hint.CHARGE
                    ? 1
                    : records.hint(i) == CyclingRecords.Hint.DISCHARGE ? -1 : 0;
        }
    }

    /** A charging current raises the voltage of any cell. Where the sign is known, all stretches vote on what it means. */
    private void byVoltage(boolean unsigned) {
        double[] voltage = records.column(CyclingRole.VOLTAGE);
        double[] capacity = records.column(CyclingRole.CAPACITY);
        double votes = 0;
        int from = 0;
        for (int i = 1; i <= evidence.length; i++) {
            boolean reset = i < capacity.length && capacity[i] < 0.5 * capacity[i - 1];
            if (i == evidence.length || reset || records.startsStep(i) || sign(i) != sign(from)) {
                double rise = voltage[i - 1] - voltage[from];
                if (unsigned && sign(from) != 0) {
                    Arrays.fill(evidence, from, i, rise < 0 ? -1 : 1);
                }
                votes += sign(from) * rise;
                from = i;
            }
        }
        if (!unsigned) {
            for (int i = 0; i < evidence.length; i++) {
                evidence[i] = votes < 0 ? -sign(i) : sign(i);
            }
        }
    }

    private int sign(int i) {
        return current[i] > rest ? 1 : current[i] < -rest ? -1 : 0;
    }

    private double[] signed(boolean unsigned, boolean told) {
        double agreeing = 0;
        double contradicting = 0;
        for (int i = 0; i < current.length; i++) {
            double weighted = evidence[i] * current[i];
            agreeing += Math.max(weighted, 0);
            contradicting += Math.max(-weighted, 0);
        }
        String ground = told ? "" : ", as the voltage shows; nothing else in the file says";
        if (contradicting <= TOLERATED_CONTRADICTION * agreeing) {
            if (!told && agreeing > 0) {
                records.notice(0, "a positive current was taken as charging" + ground);
            }
            return current;
        }
        if (unsigned && agreeing > TOLERATED_CONTRADICTION * contradicting) {
            records.notice(0, "the current has no sign in this file; discharging currents were made negative" + ground);
            double[] turned = current.clone();
            for (int i = 0; i < turned.length; i++) {
                turned[i] = evidence[i] < 0 ? 0 - turned[i] : turned[i];
            }
            return turned;
        }
        if (agreeing <= TOLERATED_CONTRADICTION * contradicting) {
            records.notice(
                    0,
                    "a positive current discharges in this file; all currents were turned, so that it charges"
                            + ground);
            return negated();
        }
        records.notice(
                0,
                "the sign of the current agrees with the direction of the steps in some and contradicts it in others; it was"
                        + " taken as it is, positive as charging");
        return current;
    }
}
