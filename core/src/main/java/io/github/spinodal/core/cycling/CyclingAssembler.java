package io.github.spinodal.core.cycling;

import io.github.spinodal.core.InvalidValueException;
import java.util.Arrays;
import java.util.Locale;

/** Makes cycling data of a file's columns: times that only rise, one sign convention, one net charge. */
final class CyclingAssembler {
    private static final double SECONDS_PER_YEAR = 365.25 * 86400;
    private static final double LONGEST_CREDIBLE_YEARS = 5;

    private final CyclingRecords records;
    private final CyclingReadOptions options;

    private CyclingAssembler(CyclingRecords records, CyclingReadOptions options) {
        this.records = records;
        this.options = options;
    }

    static CyclingData assemble(CyclingRecords records, CyclingReadOptions options) {
        CyclingAssembler assembler = new CyclingAssembler(records, options);
        try {
            return assembler.data();
        } catch (InvalidValueException e) {
            throw records.located(e);
        }
    }

    private CyclingData data() {
        double[] time = times();
        double[] current = new double[0];
        if (records.has(CyclingRole.CURRENT)) {
            current = CurrentDirections.resolve(records, options.positiveCurrent());
        }
        boolean capacity = records.has(CyclingRole.NET_CHARGE)
                || records.has(CyclingRole.CAPACITY)
                || (records.has(CyclingRole.CHARGE_CAPACITY) && records.has(CyclingRole.DISCHARGE_CAPACITY));
        if (!capacity && time.length == 0) {
            throw records.source.error("neither capacity nor time: the charge passed cannot be known; a column such as"
                    + " \"capacity (uAh)\" or \"time (s)\" is needed");
        }
        if (current.length == 0 && !hasDirection()) {
            withDirectionsOfVoltage();
        }
        double[] charge = ChargeCounter.netCharge(records, time, current);
        double[] voltage = records.column(CyclingRole.VOLTAGE);
        CyclingData data;
        if (time.length > 0 && current.length == 0) {
            records.notice(0, "no current in the file: it was computed as the rate at which the capacity changes");
            data = CyclingData.of(time, slope(charge, time), voltage).withNetCharge(charge);
        } else if (time.length == 0 && current.length > 0) {
            records.notice(0, "no time in the file: it was computed from capacity and current; rests have no duration");
            data = CyclingData.of(durations(charge, current), current, voltage).withNetCharge(charge);
        } else if (time.length == 0) {
            data = CyclingData.ofChargeAndVoltage(charge, voltage);
        } else {
            data = CyclingData.of(time, current, voltage).withNetCharge(charge);
        }
        if (records.has(CyclingRole.STEP)) {
            data = data.withStepNumbers(wholeNumbers(CyclingRole.STEP));
        }
        if (records.has(CyclingRole.CYCLE)) {
            return data.withCycles(wholeNumbers(CyclingRole.CYCLE));
        }
        records.notice(0, "no cycle numbers in the file: they were counted from the direction of the current");
        return data;
    }

    private boolean hasDirection() {
        if (records.has(CyclingRole.NET_CHARGE)
                || (records.has(CyclingRole.CHARGE_CAPACITY) && records.has(CyclingRole.DISCHARGE_CAPACITY))) {
            return true;
        }
        for (int i = 0; i < records.size(); i++) {
            if (records.hint(i) != CyclingRecords.Hint.UNKNOWN) {
                return true;
            }
        }
        return false;
    }

    /** Capacity and voltage alone: while the voltage falls from one return of the capacity to the next, it discharges. */
    private void withDirectionsOfVoltage() {
        double[] voltage = records.column(CyclingRole.VOLTAGE);
        double[] capacity = records.column(CyclingRole.CAPACITY);
        int from = 0;
        for (int i = 1; i <= voltage.length; i++) {
            if (i == voltage.length || capacity[i] < 0.5 * capacity[i - 1] || records.startsStep(i)) {
                records.fillHint(
                        from,
                        i,
                        voltage[i - 1] < voltage[from] ? CyclingRecords.Hint.DISCHARGE : CyclingRecords.Hint.CHARGE);
                from = i;
            }
        }
        records.notice(0, "neither current nor step names: the voltage shows which way the current flowed");
    }

    private int[] wholeNumbers(CyclingRole role) {
        return Arrays.stream(records.column(role)).mapToInt(v -> (int) v).toArray();
    }

    private double[] times() {
        double[] time = records.column(CyclingRole.TIME).clone();
        double offset = 0;
        double before = Double.NEGATIVE_INFINITY;
        boolean restarted = false;
        for (int i = 0; i < time.length; i++) {
            double raw = time[i] * options.timeFactor();
            if (raw < before && records.startsStep(i)) {
                offset = time[i - 1];
                restarted = true;
            }
            before = raw;
            time[i] = raw + offset;
        }
        if (restarted) {
            records.notice(0, "the time starts again with each step: the steps' times were added up");
        }
        double years = time.length == 0 ? 0 : (time[time.length - 1] - time[0]) / SECONDS_PER_YEAR;
        if (years > LONGEST_CREDIBLE_YEARS) {
            records.notice(
                    0,
                    String.format(
                            Locale.ROOT,
                            "the test would have lasted %.0f years: the time is probably 3600 times too large; it was taken as"
                                    + " it is, withTimeFactor(1 / 3600.0) corrects it",
                            years));
        }
        return time;
    }

    /** Central differences; across equal times the slope is zero. */
    private static double[] slope(double[] charge, double[] time) {
        double[] slope = new double[charge.length];
        for (int i = 0; i < slope.length; i++) {
            int a = Math.max(i - 1, 0);
            int b = Math.min(i + 1, slope.length - 1);
            slope[i] = time[b] > time[a] ? (charge[b] - charge[a]) / (time[b] - time[a]) : 0;
        }
        return slope;
    }

    private static double[] durations(double[] charge, double[] current) {
        double[] time = new double[charge.length];
        for (int i = 1; i < time.length; i++) {
            double duration = Math.abs((charge[i] - charge[i - 1]) / current[i]);
            time[i] = time[i - 1] + (Double.isFinite(duration) ? duration : 0);
        }
        return time;
    }
}
