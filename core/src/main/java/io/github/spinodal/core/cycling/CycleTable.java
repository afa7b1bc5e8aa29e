package io.github.spinodal.core.cycling;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.GalvanostaticCurve.Direction;
import io.github.spinodal.core.table.ResultTable;
import io.github.spinodal.core.table.Row;
import io.github.spinodal.core.table.Tabular;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Capacities, efficiency and retention, cycle by cycle. Immutable. */
public final class CycleTable implements Tabular, Serializable {
    private static final long serialVersionUID = 1L;

    private final EfficiencyConvention convention;
    private final ArrayList<CycleCapacity> cycles;

    private CycleTable(EfficiencyConvention convention, List<CycleCapacity> cycles) {
        this.convention = convention;
        this.cycles = new ArrayList<>(cycles);
    }

    /**
     * The cycles of a test. Every rise of the net charge counts as charging, every fall as discharging, in the cycle of the
     * sample at which it ends.
     *
     * @param data the test
     * @param convention which capacity of a cycle is the yield
     * @return the cycles in rising order
     */
    public static CycleTable of(CyclingData data, EfficiencyConvention convention) {
        TreeMap<Integer, double[]> sums = new TreeMap<>();
        double[] net = data.netChargeCoulomb();
        int[] cycle = data.cycles();
        for (int i = 0; i < net.length; i++) {
            double[] sum = sums.computeIfAbsent(cycle[i], c -> new double[2]);
            double increment = i == 0 ? 0 : net[i] - net[i - 1];
            sum[increment > 0 ? 0 : 1] += Math.abs(increment);
        }
        List<CycleCapacity> cycles = new ArrayList<>();
        sums.forEach((number, sum) -> cycles.add(new CycleCapacity(number, sum[0], sum[1])));
        return new CycleTable(convention, cycles);
    }

    /**
     * Cycles from known capacities, such as published ones.
     *
     * @param cycles at least one cycle, in rising order of their numbers
     * @param convention which capacity of a cycle is the yield
     * @return the table
     * @throws InvalidValueException if there is no cycle or the numbers do not rise
     */
    public static CycleTable of(List<CycleCapacity> cycles, EfficiencyConvention convention) {
        for (int i = 0; i < cycles.size(); i++) {
            if (i > 0 && cycles.get(i).cycle() <= cycles.get(i - 1).cycle()) {
                throw new InvalidValueException(
                        "cycle[" + i + "]", Integer.toString(cycles.get(i).cycle()), "larger than the cycle before it");
            }
        }
        Require.atLeast("number of cycles", cycles.size(), 1);
        return new CycleTable(convention, cycles);
    }

    /**
     * The cycles.
     *
     * @return the cycles in rising order of their numbers
     */
    public List<CycleCapacity> cycles() {
        return List.copyOf(cycles);
    }

    /**
     * Which capacity of a cycle is the yield.
     *
     * @return the convention
     */
    public EfficiencyConvention convention() {
        return convention;
    }

    /**
     * A cycle.
     *
     * @param number cycle number
     * @return the cycle
     * @throws InvalidValueException if there is no such cycle
     */
    public CycleCapacity cycle(int number) {
        return cycles.stream()
                .filter(c -> c.cycle() == number)
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(
                        "cycle",
                        Integer.toString(number),
                        "one of those measured, " + cycles.get(0).cycle() + " to "
                                + cycles.get(cycles.size() - 1).cycle()));
    }

    /**
     * The capacity that is left.
     *
     * @param direction charge or discharge
     * @param reference number of the cycle that counts as 1, with a capacity above zero
     * @param cycle number of the cycle asked for
     * @return capacity of the cycle over that of the reference
     * @throws InvalidValueException if a cycle does not exist or the reference has no capacity
     */
    public double retention(Direction direction, int reference, int cycle) {
        double start = cycle(reference).inCoulomb(direction);
        if (!(start > 0)) {
            throw new InvalidValueException("capacity of the reference cycle (C)", start, "positive");
        }
        return cycle(cycle).inCoulomb(direction) / start;
    }

    @Override
    public ResultTable table() {
        List<Row> rows = new ArrayList<>();
        for (CycleCapacity cycle : cycles) {
            rows.add(Row.empty()
                    .with("cycle", cycle.cycle())
                    .with("charge capacity (uAh)", cycle.inMicroampereHours(Direction.CHARGE))
                    .with("discharge capacity (uAh)", cycle.inMicroampereHours(Direction.DISCHARGE))
                    .with(
                            "coulombic efficiency (1)",
                            cycle.coulombicEfficiency(convention).orElse(Double.NaN)));
        }
        return ResultTable.of(rows);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CycleTable that && convention == that.convention && cycles.equals(that.cycles);
    }

    @Override
    public int hashCode() {
        return cycles.hashCode();
    }

    @Override
    public String toString() {
        return "CycleTable" + cycles;
    }
}
