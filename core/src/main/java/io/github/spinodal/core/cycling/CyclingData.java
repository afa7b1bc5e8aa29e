package io.github.spinodal.core.cycling;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A cycling test as a series of samples: voltage, net charge and, where known, time and current, each sample in a cycle and
 * in a step of the programme.
 *
 * <p>Positive current charges the cell and raises the net charge; a reader turns files of the other convention. Where
 * nothing measured the charge, it is the integral of the current. Immutable; arrays are copied on the way in and out.
 */
public final class CyclingData implements Serializable {
    private static final long serialVersionUID = 1L;

    /** A current below this part of the median active current is a rest: the offset of a cycler's ammeter. */
    private static final double REST_FRACTION = 0.01;

    private final double[] timeSecond;
    private final double[] currentAmpere;
    private final double[] voltageVolt;
    private final double[] netChargeCoulomb;
    private final int[] cycle;
    private final int[] step;
    private final ArrayList<CyclingStep> steps;

    private CyclingData(
            double[] timeSecond,
            double[] currentAmpere,
            double[] voltageVolt,
            double[] netChargeCoulomb,
            int[] cycle,
            int[] step) {
        this.timeSecond = timeSecond;
        this.currentAmpere = currentAmpere;
        this.voltageVolt = voltageVolt;
        this.netChargeCoulomb = netChargeCoulomb;
        this.step = step;
        CyclingStep.Kind[] kinds = kinds(currentAmpere, netChargeCoulomb);
        this.cycle = cycle.length == 0 ? countedCycles(kinds) : cycle;
        this.steps = new ArrayList<>(stepsOf(kinds));
    }

    /**
     * Data from time, current and voltage; the charge is the integral of the current.
     *
     * @param timeSecond times (s), never falling, at least two
     * @param currentAmpere currents (A), positive while charging, as many as times
     * @param voltageVolt voltages (V), as many as times
     * @return the data
     * @throws InvalidValueException if the columns differ in length, are shorter than two, hold NaN or infinity, or if the
     *     time falls; an element is named by its index, {@code name[index]}
     */
    public static CyclingData of(double[] timeSecond, double[] currentAmpere, double[] voltageVolt) {
        Require.sameLength("voltage (V)", voltageVolt.length, "time (s)", timeSecond.length);
        Require.sameLength("voltage (V)", voltageVolt.length, "current (A)", currentAmpere.length);
        double[] voltage = voltages(voltageVolt);
        double[] time = times(timeSecond);
        double[] current = Require.finiteCopy("current (A)", currentAmpere);
        return new CyclingData(time, current, voltage, integral(time, current), new int[0], new int[0]);
    }

    /**
     * Data from charge and voltage alone.
     *
     * @param netChargeCoulomb net charge (C), rising while charging, falling while discharging, at least two
     * @param voltageVolt voltages (V), as many as charges
     * @return the data, without times and currents
     * @throws InvalidValueException if the columns differ in length, are shorter than two or hold NaN or infinity
     */
    public static CyclingData ofChargeAndVoltage(double[] netChargeCoulomb, double[] voltageVolt) {
        Require.sameLength("voltage (V)", voltageVolt.length, "net charge (C)", netChargeCoulomb.length);
        double[] voltage = voltages(voltageVolt);
        double[] charge = Require.finiteCopy("net charge (C)", netChargeCoulomb);
        return new CyclingData(new double[0], new double[0], voltage, charge, new int[0], new int[0]);
    }

    private static double[] voltages(double[] voltageVolt) {
        Require.atLeast("number of samples", voltageVolt.length, 2);
        return Require.finiteCopy("voltage (V)", voltageVolt);
    }

    private static double[] times(double[] timeSecond) {
        double[] time = Require.finiteCopy("time (s)", timeSecond);
        for (int i = 1; i < time.length; i++) {
            if (time[i] < time[i - 1]) {
                throw new InvalidValueException(
                        "time (s)[" + i + "]", time[i], "no smaller than the time before it, " + time[i - 1]);
            }
        }
        return time;
    }

    /**
     * The same data with a charge that was measured, instead of the integral of the current.
     *
     * @param netChargeCoulomb net charge (C), rising while charging, falling while discharging, as many as samples
     * @return the data with this charge
     * @throws InvalidValueException if their number differs or one is not finite
     */
    public CyclingData withNetCharge(double[] netChargeCoulomb) {
        Require.sameLength("voltage (V)", size(), "net charge (C)", netChargeCoulomb.length);
        double[] charge = Require.finiteCopy("net charge (C)", netChargeCoulomb);
        return new CyclingData(timeSecond, currentAmpere, voltageVolt, charge, cycle, step);
    }

    /**
     * The same data with the cycle of each sample. Without them a cycle begins whenever the current first flows again in the
     * direction in which it flowed first.
     *
     * @param cycle cycle numbers, as many as samples
     * @return the data with these cycles
     * @throws InvalidValueException if their number differs
     */
    public CyclingData withCycles(int[] cycle) {
        Require.sameLength("voltage (V)", size(), "cycle", cycle.length);
        return new CyclingData(timeSecond, currentAmpere, voltageVolt, netChargeCoulomb, cycle.clone(), step);
    }

    /**
     * The same data with the programme step of each sample.
     *
     * @param step step numbers, as many as samples
     * @return the data with these steps
     * @throws InvalidValueException if their number differs
     */
    public CyclingData withStepNumbers(int[] step) {
        Require.sameLength("voltage (V)", size(), "step", step.length);
        return new CyclingData(timeSecond, currentAmpere, voltageVolt, netChargeCoulomb, cycle, step.clone());
    }

    /** Trapezoids; an interval between rest and current counts nothing, since nobody saw when the current was switched. */
    static double[] integral(double[] time, double[] current) {
        double rest = restLimit(current);
        double[] charge = new double[time.length];
        for (int i = 1; i < time.length; i++) {
            boolean switched = Math.abs(current[i]) <= rest != Math.abs(current[i - 1]) <= rest;
            double mean = switched ? 0 : 0.5 * (current[i] + current[i - 1]);
            charge[i] = charge[i - 1] + mean * (time[i] - time[i - 1]);
        }
        return charge;
    }

    static double restLimit(double[] current) {
        double[] active = Arrays.stream(current)
                .map(Math::abs)
                .filter(i -> i > 0)
                .sorted()
                .toArray();
        return active.length == 0 ? 0 : REST_FRACTION * active[active.length / 2];
    }

    private static CyclingStep.Kind[] kinds(double[] current, double[] charge) {
        CyclingStep.Kind[] kinds = new CyclingStep.Kind[charge.length];
        double rest = restLimit(current);
        for (int i = 0; i < kinds.length; i++) {
            double flow = current.length > 0 ? current[i] : i == 0 ? charge[1] - charge[0] : charge[i] - charge[i - 1];
            kinds[i] = Math.abs(flow) <= rest
                    ? CyclingStep.Kind.REST
                    : flow > 0 ? CyclingStep.Kind.CHARGE : CyclingStep.Kind.DISCHARGE;
        }
        return kinds;
    }

    private static int[] countedCycles(CyclingStep.Kind[] kinds) {
        int[] cycles = new int[kinds.length];
        CyclingStep.Kind first = CyclingStep.Kind.REST;
        CyclingStep.Kind last = CyclingStep.Kind.REST;
        int cycle = 1;
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] != CyclingStep.Kind.REST) {
                first = first == CyclingStep.Kind.REST ? kinds[i] : first;
                cycle += kinds[i] == first && last != first && last != CyclingStep.Kind.REST ? 1 : 0;
                last = kinds[i];
            }
            cycles[i] = cycle;
        }
        return cycles;
    }

    private List<CyclingStep> stepsOf(CyclingStep.Kind[] kinds) {
        List<CyclingStep> found = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= kinds.length; i++) {
            if (i == kinds.length || kinds[i] != kinds[from] || cycle[i] != cycle[from] || stepOf(i) != stepOf(from)) {
                double before = netChargeCoulomb[Math.max(from - 1, 0)];
                found.add(new CyclingStep(
                        cycle[from], stepOf(from), kinds[from], from, i, netChargeCoulomb[i - 1] - before));
                from = i;
            }
        }
        return found;
    }

    private int stepOf(int i) {
        return step.length == 0 ? 0 : step[i];
    }

    /**
     * Number of samples.
     *
     * @return number of samples, at least 2
     */
    public int size() {
        return voltageVolt.length;
    }

    /**
     * Whether times are known.
     *
     * @return whether {@link #timeSecond()} has elements
     */
    public boolean hasTimes() {
        return timeSecond.length > 0;
    }

    /**
     * Whether currents are known.
     *
     * @return whether {@link #currentAmpere()} has elements
     */
    public boolean hasCurrents() {
        return currentAmpere.length > 0;
    }

    /**
     * All times.
     *
     * @return a copy (s), empty where no times are known
     */
    public double[] timeSecond() {
        return timeSecond.clone();
    }

    /**
     * All currents.
     *
     * @return a copy (A), positive while charging; empty where no currents are known
     */
    public double[] currentAmpere() {
        return currentAmpere.clone();
    }

    /**
     * All voltages.
     *
     * @return a copy (V)
     */
    public double[] voltageVolt() {
        return voltageVolt.clone();
    }

    /**
     * Net charge passed up to each sample.
     *
     * @return a copy (C), rising while charging
     */
    public double[] netChargeCoulomb() {
        return netChargeCoulomb.clone();
    }

    /**
     * The cycle of each sample.
     *
     * @return a copy
     */
    public int[] cycles() {
        return cycle.clone();
    }

    /**
     * The stretches in which programme step, cycle and direction of the current stay the same.
     *
     * @return the steps in order, at least one
     */
    public List<CyclingStep> steps() {
        return List.copyOf(steps);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CyclingData that
                && Arrays.equals(timeSecond, that.timeSecond)
                && Arrays.equals(currentAmpere, that.currentAmpere)
                && Arrays.equals(voltageVolt, that.voltageVolt)
                && Arrays.equals(netChargeCoulomb, that.netChargeCoulomb)
                && Arrays.equals(cycle, that.cycle)
                && Arrays.equals(step, that.step);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(voltageVolt) + Arrays.hashCode(netChargeCoulomb);
    }

    @Override
    public String toString() {
        return "CyclingData[" + size() + " samples, " + steps.size() + " steps, cycles " + cycle[0] + " to "
                + cycle[size() - 1] + "]";
    }
}
