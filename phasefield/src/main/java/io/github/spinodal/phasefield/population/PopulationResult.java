package io.github.spinodal.phasefield.population;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.phasefield.Electrode;
import io.github.spinodal.phasefield.GrainEnsemble;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a population did: a row per step, and the densities at the end. Immutable. */
public final class PopulationResult implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] timeSecond;
    private final double[] filling;
    private final double[] voltageVolt;
    private final double[] currentAmpere;
    private final double[][] density;
    private final double[] weight;
    private final double sitesPerGrain;
    private final String stopReason;
    private final int steps;

    private PopulationResult(Builder builder, String stopReason, int steps, double[][] density, double sitesPerGrain) {
        timeSecond = Arrays.copyOf(builder.time, builder.rows);
        filling = Arrays.copyOf(builder.filling, builder.rows);
        voltageVolt = Arrays.copyOf(builder.voltage, builder.rows);
        currentAmpere = Arrays.copyOf(builder.current, builder.rows);
        GrainEnsemble ensemble = builder.electrode.ensemble();
        weight = new double[ensemble.size()];
        Arrays.setAll(weight, ensemble::weight);
        this.density = density;
        this.sitesPerGrain = sitesPerGrain;
        this.stopReason = stopReason;
        this.steps = steps;
    }

    /** Collects the rows of a run. */
    static final class Builder {
        private final Electrode electrode;
        private double[] time = new double[256];
        private double[] filling = new double[256];
        private double[] voltage = new double[256];
        private double[] current = new double[256];
        private int rows;

        Builder(Electrode electrode) {
            this.electrode = electrode;
        }

        void add(double newTime, double newFilling, double newVoltage, double rate) {
            if (rows == time.length) {
                time = Arrays.copyOf(time, 2 * rows);
                filling = Arrays.copyOf(filling, 2 * rows);
                voltage = Arrays.copyOf(voltage, 2 * rows);
                current = Arrays.copyOf(current, 2 * rows);
            }
            time[rows] = newTime;
            filling[rows] = newFilling;
            voltage[rows] = newVoltage;
            current[rows] = rate * electrode.plateauCapacityCoulomb();
            rows++;
        }

        PopulationResult finish(String stopReason, int steps, double[][] density, double sitesPerGrain) {
            return new PopulationResult(this, stopReason, steps, density, sitesPerGrain);
        }
    }

    /**
     * Whether the protocol ran to its end.
     *
     * @return true if so
     */
    public boolean isComplete() {
        return stopReason.isEmpty();
    }

    /**
     * Why the run ended early.
     *
     * @return the reason, empty if it did not
     */
    public String stopReason() {
        return stopReason;
    }

    /**
     * Times after each step.
     *
     * @return times (s), a copy
     */
    public double[] timeSecond() {
        return timeSecond.clone();
    }

    /**
     * Mean fillings after each step.
     *
     * @return fillings, a copy
     */
    public double[] filling() {
        return filling.clone();
    }

    /**
     * Measured voltages after each step.
     *
     * @return voltages (V), a copy
     */
    public double[] voltageVolt() {
        return voltageVolt.clone();
    }

    /**
     * Mean currents during each step.
     *
     * @return currents (A), positive where lithium enters; a copy
     */
    public double[] currentAmpere() {
        return currentAmpere.clone();
    }

    /**
     * Voltage at a filling of a branch on which the filling rises or falls throughout, between rows by a straight line.
     *
     * @param meanFilling mean filling within the rows
     * @return voltage (V) at the first passage
     * @throws InvalidValueException if no two neighbouring rows enclose the filling
     */
    public double voltageAtFilling(double meanFilling) {
        for (int i = 1; i < filling.length; i++) {
            double share = (meanFilling - filling[i - 1]) / (filling[i] - filling[i - 1]);
            if (share >= 0 && share <= 1) {
                return voltageVolt[i - 1] + share * (voltageVolt[i] - voltageVolt[i - 1]);
            }
        }
        throw new InvalidValueException("mean filling", meanFilling, "within the fillings of the run");
    }

    /**
     * Fillings at the centres of the cells.
     *
     * @return fillings, rising
     */
    public double[] cellFillings() {
        double[] centres = new double[density[0].length];
        Arrays.setAll(centres, i -> LabelOperator.centre(i, centres.length));
        return centres;
    }

    /**
     * Density of the filling of the grains with one label at the end of the run.
     *
     * @param label number of the label, that of the grain of the electrode's ensemble
     * @return density per unit of filling in each cell; its mean is one. A copy
     * @throws InvalidValueException if there is no such label
     */
    public double[] density(int label) {
        Require.within("label", label, 0, density.length - 1.0);
        return density[label].clone();
    }

    /**
     * Density of the filling of all grains at the end of the run, weighted by their sites.
     *
     * @return density per unit of filling in each cell; its mean is one
     */
    public double[] meanDensity() {
        double[] mean = new double[density[0].length];
        for (int b = 0; b < density.length; b++) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += weight[b] * density[b][i];
            }
        }
        return mean;
    }

    /**
     * Share of the sites in grains whose filling lies between two values at the end of the run.
     *
     * @param low lower filling, in [0, 1]
     * @param high upper filling, in [low, 1]
     * @return the share, in [0, 1] within the tolerance of the run
     * @throws InvalidValueException if the fillings are out of order
     */
    public double shareBetween(double low, double high) {
        Require.within("lower filling", low, 0, 1);
        Require.within("upper filling", high, low, 1);
        double[] mean = meanDensity();
        int cells = mean.length;
        double sum = 0;
        for (int i = 0; i < cells; i++) {
            double inside = Math.min(high, (i + 1.0) / cells) - Math.max(low, (double) i / cells);
            sum += mean[i] * Math.max(0, inside);
        }
        return sum;
    }

    /**
     * Lithium sites per grain, which set the noise.
     *
     * @return the number N_s
     */
    public double sitesPerGrain() {
        return sitesPerGrain;
    }

    /**
     * Effort of the run.
     *
     * @return accepted and rejected steps
     */
    public int steps() {
        return steps;
    }

    @Override
    public String toString() {
        String end = isComplete() ? "complete" : stopReason;
        return String.format(
                Locale.ROOT,
                "%d labels, %d cells, %d steps, filling %.6f, %s",
                density.length,
                density[0].length,
                steps,
                filling.length == 0 ? Double.NaN : filling[filling.length - 1],
                end);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PopulationResult that
                && Arrays.equals(timeSecond, that.timeSecond)
                && Arrays.equals(filling, that.filling)
                && Arrays.equals(voltageVolt, that.voltageVolt)
                && Arrays.equals(currentAmpere, that.currentAmpere)
                && Arrays.deepEquals(density, that.density)
                && Arrays.equals(weight, that.weight)
                && Double.compare(sitesPerGrain, that.sitesPerGrain) == 0
                && Objects.equals(stopReason, that.stopReason)
                && steps == that.steps;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                Arrays.hashCode(timeSecond),
                Arrays.hashCode(filling),
                Arrays.hashCode(voltageVolt),
                Arrays.hashCode(currentAmpere),
                Arrays.deepHashCode(density),
                Arrays.hashCode(weight),
                sitesPerGrain,
                stopReason,
                steps);
    }
}
