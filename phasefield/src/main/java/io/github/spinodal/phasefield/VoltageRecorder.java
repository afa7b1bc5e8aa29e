package io.github.spinodal.phasefield;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.GalvanostaticCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Records time, filling, current and voltage, and if asked the active fraction, at every time step or at least some
 * filling apart. The start and the end of each protocol step are always recorded.
 */
public final class VoltageRecorder implements Recorder {
    private final double interval;
    private final boolean withActiveFraction;
    private final List<Integer> branchStart = new ArrayList<>();
    private double[] time = new double[256];
    private double[] filling = new double[256];
    private double[] voltage = new double[256];
    private double[] current = new double[256];
    private double[] active = new double[256];
    private int size;
    private double capacity;

    private VoltageRecorder(double interval, boolean withActiveFraction) {
        this.interval = interval;
        this.withActiveFraction = withActiveFraction;
    }

    /**
     * Records every time step.
     *
     * @return a recorder
     */
    public static VoltageRecorder everyStep() {
        return new VoltageRecorder(0, false);
    }

    /**
     * Records only where the filling has changed enough since the last record, so that long runs need little memory.
     *
     * @param filling smallest change of the mean filling between two records, in [0, 1]
     * @return a recorder
     * @throws InvalidValueException if the change is outside [0, 1]
     */
    public static VoltageRecorder atLeastApart(double filling) {
        return new VoltageRecorder(Require.within("change of filling between records", filling, 0, 1), false);
    }

    /**
     * The same, recording the active fraction too.
     *
     * @return a new recorder
     */
    public VoltageRecorder withActiveFraction() {
        return new VoltageRecorder(interval, true);
    }

    @Override
    public void record(SimulationState state) {
        if (state.isStepStart()) {
            branchStart.add(size);
            capacity = state.electrode().plateauCapacityCoulomb();
        } else if (!state.isStepEnd() && Math.abs(state.filling() - filling[size - 1]) < interval) {
            return;
        }
        if (size == time.length) {
            time = Arrays.copyOf(time, 2 * size);
            filling = Arrays.copyOf(filling, 2 * size);
            voltage = Arrays.copyOf(voltage, 2 * size);
            current = Arrays.copyOf(current, 2 * size);
            active = Arrays.copyOf(active, 2 * size);
        }
        time[size] = state.timeSeconds();
        filling[size] = state.filling();
        voltage[size] = state.voltageVolt();
        current[size] = state.currentAmpere();
        active[size] = withActiveFraction ? state.activeFraction() : Double.NaN;
        size++;
    }

    /**
     * Times of the records.
     *
     * @return a copy (s), since the start of the simulation
     */
    public double[] timeSeconds() {
        return Arrays.copyOf(time, size);
    }

    /**
     * Mean fillings.
     *
     * @return a copy, each in [0, 1]
     */
    public double[] filling() {
        return Arrays.copyOf(filling, size);
    }

    /**
     * Measured voltages.
     *
     * @return a copy (V)
     */
    public double[] voltageVolt() {
        return Arrays.copyOf(voltage, size);
    }

    /**
     * Currents.
     *
     * @return a copy (A), positive where lithium enters the grains
     */
    public double[] currentAmpere() {
        return Arrays.copyOf(current, size);
    }

    /**
     * Active fractions.
     *
     * @return a copy, each in [0, 1]; NaN throughout if they were not asked for
     */
    public double[] activeFraction() {
        return Arrays.copyOf(active, size);
    }

    /**
     * Number of protocol steps recorded.
     *
     * @return number of branches
     */
    public int branches() {
        return branchStart.size();
    }

    /**
     * Index of the first record of a protocol step.
     *
     * @param branch number of the protocol step over all cycles, in [0, branches]
     * @return index of its first record; for branches the number of records
     */
    public int branchStart(int branch) {
        return branch == branchStart.size() ? size : branchStart.get(branch);
    }

    /**
     * The curve of a galvanostatic protocol step. Charge counts from zero.
     *
     * @param branch number of the protocol step over all cycles, in [0, branches)
     * @return the curve
     * @throws InvalidValueException if the step passed no charge or changed its current
     */
    public GalvanostaticCurve curve(int branch) {
        int from = branchStart(branch);
        int to = branchStart(branch + 1);
        double ampere = current[from];
        double[] charge = new double[to - from];
        for (int i = from; i < to; i++) {
            charge[i - from] = Math.abs(filling[i] - filling[from]) * capacity;
            if (current[i] != ampere) {
                throw new InvalidValueException("current of branch " + branch + " (A)", current[i], "constant");
            }
        }
        return GalvanostaticCurve.of(
                ampere > 0 ? GalvanostaticCurve.Direction.DISCHARGE : GalvanostaticCurve.Direction.CHARGE,
                Math.abs(ampere),
                charge,
                Arrays.copyOfRange(voltage, from, to));
    }
}
