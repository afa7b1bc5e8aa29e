package io.github.spinodal.core.cycling;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Current against a potential that is swept to and fro, in the order of measurement.
 *
 * <p>Positive current is anodic (oxidation), as IUPAC has it. Immutable; arrays are copied on the way in and out.
 */
public final class CyclicVoltammogram implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double DEFAULT_TURN_FRACTION = 0.05;

    private final double[] potentialVolt;
    private final double[] currentAmpere;
    private final double[] timeSecond;

    private CyclicVoltammogram(double[] potentialVolt, double[] currentAmpere, double[] timeSecond) {
        this.potentialVolt = potentialVolt;
        this.currentAmpere = currentAmpere;
        this.timeSecond = timeSecond;
    }

    /**
     * A voltammogram without times.
     *
     * @param potentialVolt potentials (V), at least two, not all equal
     * @param currentAmpere currents (A), positive where anodic, as many as potentials
     * @return the voltammogram
     * @throws InvalidValueException if the columns differ in length, are shorter than two, hold NaN or infinity, or if the
     *     potential never changes
     */
    public static CyclicVoltammogram of(double[] potentialVolt, double[] currentAmpere) {
        Require.sameLength("potential (V)", potentialVolt.length, "current (A)", currentAmpere.length);
        Require.atLeast("number of points of the voltammogram", potentialVolt.length, 2);
        double[] potential = Require.finiteCopy("potential (V)", potentialVolt);
        double[] current = Require.finiteCopy("current (A)", currentAmpere);
        if (range(potential) == 0) {
            throw new InvalidValueException("potential (V)", potential[0], "changing along the voltammogram");
        }
        return new CyclicVoltammogram(potential, current, new double[0]);
    }

    /**
     * The same voltammogram with the time of each point.
     *
     * @param timeSecond times (s), never falling, as many as potentials
     * @return the voltammogram with times
     * @throws InvalidValueException if their number differs, one is not finite or they fall
     */
    public CyclicVoltammogram withTimes(double[] timeSecond) {
        Require.sameLength("potential (V)", potentialVolt.length, "time (s)", timeSecond.length);
        double[] times = Require.finiteCopy("time (s)", timeSecond);
        for (int i = 1; i < times.length; i++) {
            if (times[i] < times[i - 1]) {
                throw new InvalidValueException(
                        "time (s)[" + i + "]", times[i], "no smaller than the time before it, " + times[i - 1]);
            }
        }
        return new CyclicVoltammogram(potentialVolt, currentAmpere, times);
    }

    private static double range(double[] values) {
        return Arrays.stream(values).max().orElseThrow()
                - Arrays.stream(values).min().orElseThrow();
    }

    /**
     * Number of points.
     *
     * @return number of points, at least 2
     */
    public int size() {
        return potentialVolt.length;
    }

    /**
     * All potentials.
     *
     * @return a copy (V)
     */
    public double[] potentialVolt() {
        return potentialVolt.clone();
    }

    /**
     * All currents.
     *
     * @return a copy (A), positive where anodic
     */
    public double[] currentAmpere() {
        return currentAmpere.clone();
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
     * The sweeps between turning points. A turning point is one from which the potential goes back by at least a twentieth
     * of the whole range, so that noise and steps of the digital ramp are no turns.
     *
     * @return the sweeps in order, at least one
     */
    public List<PotentialSweep> sweeps() {
        return sweeps(DEFAULT_TURN_FRACTION * range(potentialVolt));
    }

    /**
     * The sweeps between turning points. The turning point belongs to both sweeps that meet in it. A cycle begins with every
     * sweep that runs in the direction of the first.
     *
     * @param smallestTurnVolt how far the potential has to go back for a turn (V), positive
     * @return the sweeps in order, at least one
     * @throws InvalidValueException if the smallest turn is not positive
     */
    public List<PotentialSweep> sweeps(double smallestTurnVolt) {
        Require.positive("smallest turn (V)", smallestTurnVolt);
        List<Integer> turns = turningPoints(smallestTurnVolt);
        List<PotentialSweep> sweeps = new ArrayList<>();
        for (int k = 0; k + 1 < turns.size(); k++) {
            int from = turns.get(k);
            int to = turns.get(k + 1);
            sweeps.add(PotentialSweep.of(
                    1 + k / 2,
                    potentialVolt[to] > potentialVolt[from]
                            ? PotentialSweep.Direction.ANODIC
                            : PotentialSweep.Direction.CATHODIC,
                    from,
                    Arrays.copyOfRange(potentialVolt, from, to + 1),
                    Arrays.copyOfRange(currentAmpere, from, to + 1)));
        }
        return List.copyOf(sweeps);
    }

    /** The extremes of the potential, in turn high and low, with hysteresis; the first and the last point included. */
    private List<Integer> turningPoints(double smallestTurn) {
        List<Integer> turns = new ArrayList<>(List.of(0));
        int low = 0;
        int high = 0;
        int direction = 0;
        for (int i = 1; i < potentialVolt.length; i++) {
            low = potentialVolt[i] < potentialVolt[low] ? i : low;
            high = potentialVolt[i] > potentialVolt[high] ? i : high;
            if (direction >= 0 && potentialVolt[high] - potentialVolt[i] >= smallestTurn) {
                addTurn(turns, high);
                direction = -1;
                low = i;
                high = i;
            } else if (direction <= 0 && potentialVolt[i] - potentialVolt[low] >= smallestTurn) {
                addTurn(turns, low);
                direction = 1;
                low = i;
                high = i;
            }
        }
        int last = potentialVolt.length - 1;
        if (direction == 0 && potentialVolt[last] == potentialVolt[0]) {
            last = potentialVolt[high] > potentialVolt[0] ? high : low;
        }
        addTurn(turns, last);
        return turns;
    }

    private static void addTurn(List<Integer> turns, int index) {
        if (index > turns.get(turns.size() - 1)) {
            turns.add(index);
        }
    }

    /**
     * The scan rate: the median of |dE/dt| over the steps in which both potential and time change.
     *
     * @return scan rate (V/s), or nothing where no times are known
     */
    public OptionalDouble scanRate() {
        double[] rates = new double[size()];
        int count = 0;
        for (int i = 1; i < timeSecond.length; i++) {
            double rate = Math.abs((potentialVolt[i] - potentialVolt[i - 1]) / (timeSecond[i] - timeSecond[i - 1]));
            if (rate > 0 && rate < Double.POSITIVE_INFINITY) {
                rates[count++] = rate;
            }
        }
        Arrays.sort(rates, 0, count);
        return count == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(0.5 * (rates[count / 2] + rates[(count - 1) / 2]));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CyclicVoltammogram that
                && Arrays.equals(potentialVolt, that.potentialVolt)
                && Arrays.equals(currentAmpere, that.currentAmpere)
                && Arrays.equals(timeSecond, that.timeSecond);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(potentialVolt) + Arrays.hashCode(currentAmpere);
    }

    @Override
    public String toString() {
        return "CyclicVoltammogram[" + size() + " points, range " + range(potentialVolt) + " V]";
    }
}
