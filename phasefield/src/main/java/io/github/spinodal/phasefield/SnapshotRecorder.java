package io.github.spinodal.phasefield;

import io.github.spinodal.core.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * Records the fillings of all grains, or their histogram, whenever the mean filling has changed by some amount. Memory
 * grows with the number of snapshots only.
 */
public final class SnapshotRecorder implements Recorder {
    /** A filling this share of an interval short of a mark has reached it. */
    private static final double ROUNDING = 1e-9;

    private final double interval;
    private final int bins;
    private final List<Double> means = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();

    private long lastCell;

    private SnapshotRecorder(double interval, int bins) {
        this.interval = interval;
        this.bins = bins;
    }

    /**
     * Records the fillings of all grains.
     *
     * @param filling change of the mean filling between two snapshots, in (0, 1)
     * @return a recorder
     * @throws io.github.spinodal.core.InvalidValueException if the change is outside (0, 1)
     */
    public static SnapshotRecorder fillings(double filling) {
        return new SnapshotRecorder(Require.inside("change of filling between snapshots", filling, 0, 1), 0);
    }

    /**
     * Records histograms of the fillings.
     *
     * @param filling change of the mean filling between two snapshots, in (0, 1)
     * @param bins number of equal bins on [0, 1], at least 1
     * @return a recorder
     * @throws io.github.spinodal.core.InvalidValueException if a parameter is outside its range
     */
    public static SnapshotRecorder histograms(double filling, int bins) {
        return new SnapshotRecorder(
                Require.inside("change of filling between snapshots", filling, 0, 1),
                Require.atLeast("number of bins", bins, 1));
    }

    @Override
    public void record(SimulationState state) {
        double mean = state.filling();
        long cell = means.isEmpty() ? 0 : (long) Math.floor((mean - means.get(0)) / interval + ROUNDING);
        if (!means.isEmpty() && cell == lastCell) {
            return;
        }
        lastCell = cell;
        means.add(mean);
        double[] fillings = state.fillings();
        values.add(bins == 0 ? fillings : histogram(state.electrode().ensemble(), fillings));
    }

    private double[] histogram(GrainEnsemble ensemble, double[] fillings) {
        double[] share = new double[bins];
        for (int i = 0; i < fillings.length; i++) {
            share[Math.min(bins - 1, (int) (fillings[i] * bins))] += ensemble.weight(i);
        }
        return share;
    }

    /**
     * Number of snapshots.
     *
     * @return number of snapshots
     */
    public int size() {
        return means.size();
    }

    /**
     * Mean filling of a snapshot.
     *
     * @param i index in [0, size)
     * @return mean filling
     */
    public double meanFilling(int i) {
        return means.get(i);
    }

    /**
     * A snapshot.
     *
     * @param i index in [0, size)
     * @return a copy of the fillings by grain number, or of the share of the sites in each bin
     */
    public double[] values(int i) {
        return values.get(i).clone();
    }
}
