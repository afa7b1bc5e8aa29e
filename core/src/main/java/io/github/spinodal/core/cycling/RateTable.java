package io.github.spinodal.core.cycling;

import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.GalvanostaticCurve.Direction;
import io.github.spinodal.core.table.ResultTable;
import io.github.spinodal.core.table.Row;
import io.github.spinodal.core.table.Tabular;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Capacity against current: the rate performance of an electrode. Immutable. */
public final class RateTable implements Tabular, Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * One rate of the table.
     *
     * @param currentAmpere mean current of the branches (A)
     * @param branches how many branches ran at this rate in a row
     * @param firstCycle cycle of the first of them
     * @param meanCapacityCoulomb mean capacity (C)
     * @param spreadCoulomb standard deviation between the branches (C), NaN for a single one
     * @param relativeCapacity mean capacity over that of the first rate of the test
     */
    public record Rate(
            double currentAmpere,
            int branches,
            int firstCycle,
            double meanCapacityCoulomb,
            double spreadCoulomb,
            double relativeCapacity)
            implements Serializable {
        /**
         * The C-rate.
         *
         * @param nominalCapacityCoulomb capacity that counts as one (C), positive
         * @return current over nominal capacity (1/h)
         * @throws io.github.spinodal.core.InvalidValueException if the capacity is not positive and finite
         */
        public double cRate(double nominalCapacityCoulomb) {
            return 3600 * currentAmpere / Require.positive("nominal capacity (C)", nominalCapacityCoulomb);
        }
    }

    private final Direction direction;
    private final ArrayList<Rate> rates;

    private RateTable(Direction direction, List<Rate> rates) {
        this.direction = direction;
        this.rates = new ArrayList<>(rates);
    }

    /**
     * The table of a test. Branches of one current (within the tolerance) that follow each other form a rate; the same
     * current met again later, such as at the end of a rate test, is a rate of its own, since it shows the recovery.
     *
     * @param branches constant-current branches in the order of the test, both directions
     * @param direction the direction asked for
     * @param tolerance largest relative difference of one current, in (0, 1)
     * @return the rates in the order of the test, possibly none
     * @throws io.github.spinodal.core.InvalidValueException if the tolerance is outside (0, 1)
     */
    public static RateTable of(List<GalvanostaticBranch> branches, Direction direction, double tolerance) {
        Require.inside("tolerance of the current", tolerance, 0, 1);
        List<List<GalvanostaticBranch>> groups = new ArrayList<>();
        for (GalvanostaticBranch branch : branches) {
            if (branch.curve().direction() == direction) {
                boolean same = !groups.isEmpty()
                        && Math.abs(current(groups) - branch.curve().currentAmpere()) <= tolerance * current(groups);
                if (!same) {
                    groups.add(new ArrayList<>());
                }
                groups.get(groups.size() - 1).add(branch);
            }
        }
        List<Rate> rates = new ArrayList<>();
        for (List<GalvanostaticBranch> group : groups) {
            rates.add(rate(group, groups.get(0)));
        }
        return new RateTable(direction, rates);
    }

    private static double current(List<List<GalvanostaticBranch>> groups) {
        return groups.get(groups.size() - 1).get(0).curve().currentAmpere();
    }

    private static Rate rate(List<GalvanostaticBranch> group, List<GalvanostaticBranch> first) {
        double mean = meanCapacity(group);
        double squares = 0;
        double current = 0;
        for (GalvanostaticBranch branch : group) {
            double difference = branch.curve().capacityCoulomb() - mean;
            squares += difference * difference;
            current += branch.curve().currentAmpere() / group.size();
        }
        double spread = group.size() > 1 ? Math.sqrt(squares / (group.size() - 1)) : Double.NaN;
        return new Rate(current, group.size(), group.get(0).cycle(), mean, spread, mean / meanCapacity(first));
    }

    private static double meanCapacity(List<GalvanostaticBranch> group) {
        return group.stream()
                .mapToDouble(b -> b.curve().capacityCoulomb())
                .average()
                .orElseThrow();
    }

    /**
     * The direction asked for.
     *
     * @return charge or discharge
     */
    public Direction direction() {
        return direction;
    }

    /**
     * The rates.
     *
     * @return the rates in the order of the test
     */
    public List<Rate> rates() {
        return List.copyOf(rates);
    }

    @Override
    public ResultTable table() {
        return ResultTable.of(rates.stream()
                .map(rate -> Row.empty()
                        .with("first cycle", rate.firstCycle())
                        .with("current (uA)", rate.currentAmpere() * 1e6)
                        .with("branches", rate.branches())
                        .with("capacity (uAh)", rate.meanCapacityCoulomb() / 3.6e-3)
                        .with("standard deviation (uAh)", rate.spreadCoulomb() / 3.6e-3)
                        .with("relative capacity (1)", rate.relativeCapacity()))
                .toList());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RateTable that && direction == that.direction && rates.equals(that.rates);
    }

    @Override
    public int hashCode() {
        return rates.hashCode();
    }

    @Override
    public String toString() {
        return "RateTable[" + direction + ", " + rates + "]";
    }
}
