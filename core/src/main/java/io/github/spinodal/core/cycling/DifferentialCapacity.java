package io.github.spinodal.core.cycling;

import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.GalvanostaticCurve;
import io.github.spinodal.core.table.Column;
import io.github.spinodal.core.table.DataTable;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Differential capacity dQ/dV of a constant-current branch.
 *
 * <p>No difference quotient is taken: the charge between two samples is spread evenly over the voltages between them and
 * collected in bins, so that equal voltages (a quantised instrument, a flat plateau) and a voltage that turns back (noise,
 * oscillations) divide by nothing. The sum over all bins times their width is the capacity of the branch. A sample's voltage
 * counts as known to its resolution only, which is found from the data. Smoothing is with a Gaussian that keeps the sum.
 * Immutable; arrays are copied.
 */
public final class DifferentialCapacity implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int LARGEST_BIN_COUNT = 1_000_000;
    private static final double KERNEL_REACH = 5; // standard deviations; what is beyond weighs 6e-7

    private final double[] voltageVolt;
    private final double[] coulombPerVolt;
    private final double binWidthVolt;
    private final double resolutionVolt;

    private DifferentialCapacity(
            double[] voltageVolt, double[] coulombPerVolt, double binWidthVolt, double resolutionVolt) {
        this.voltageVolt = voltageVolt;
        this.coulombPerVolt = coulombPerVolt;
        this.binWidthVolt = binWidthVolt;
        this.resolutionVolt = resolutionVolt;
    }

    /**
     * The differential capacity of a branch in bins of a given width.
     *
     * @param curve the branch
     * @param binWidthVolt width of a bin (V), positive; best several times the voltage's resolution
     * @return the differential capacity
     * @throws io.github.spinodal.core.InvalidValueException if the width is not positive, or more than a million bins result
     */
    public static DifferentialCapacity of(GalvanostaticCurve curve, double binWidthVolt) {
        Require.positive("bin width (V)", binWidthVolt);
        double[] voltage = curve.voltageVolt();
        double resolution = resolution(voltage);
        double low = Arrays.stream(voltage).min().orElseThrow() - 0.5 * resolution;
        double high = Arrays.stream(voltage).max().orElseThrow() + 0.5 * resolution;
        double first = Math.floor(low / binWidthVolt);
        double count = Math.floor(high / binWidthVolt) - first + 1;
        Require.within("number of bins of the differential capacity", count, 1, LARGEST_BIN_COUNT);
        double[] bins = new double[(int) count];
        for (int i = 1; i < voltage.length; i++) {
            double from = Math.min(voltage[i], voltage[i - 1]) - 0.5 * resolution;
            double to = Math.max(voltage[i], voltage[i - 1]) + 0.5 * resolution;
            spread(bins, curve.charge(i) - curve.charge(i - 1), from / binWidthVolt - first, to / binWidthVolt - first);
        }
        double[] centres = new double[bins.length];
        Arrays.setAll(centres, i -> (first + i + 0.5) * binWidthVolt);
        return new DifferentialCapacity(
                centres, Arrays.stream(bins).map(q -> q / binWidthVolt).toArray(), binWidthVolt, resolution);
    }

    /** Half the smallest step is no step: where voltages repeat, their smallest difference is the instrument's. */
    private static double resolution(double[] voltage) {
        double[] sorted = Arrays.stream(voltage).sorted().toArray();
        double smallest = Double.POSITIVE_INFINITY;
        int distinct = 1;
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] > sorted[i - 1]) {
                distinct++;
                smallest = Math.min(smallest, sorted[i] - sorted[i - 1]);
            }
        }
        return distinct < 0.9 * sorted.length && smallest < Double.POSITIVE_INFINITY ? smallest : 0;
    }

    /** Spreads a charge over an interval of bin coordinates. */
    private static void spread(double[] bins, double charge, double from, double to) {
        int first = clampedBin(from, bins.length);
        int last = clampedBin(to, bins.length);
        if (first == last) {
            bins[first] += charge;
            return;
        }
        double density = charge / (to - from);
        bins[first] += density * (first + 1 - from);
        for (int k = first + 1; k < last; k++) {
            bins[k] += density;
        }
        bins[last] += density * (to - last);
    }

    private static int clampedBin(double coordinate, int count) {
        return (int) Math.min(Math.max(Math.floor(coordinate), 0), count - 1);
    }

    /**
     * This differential capacity, smoothed by a Gaussian. At the ends of the range the kernel is cut and scaled for each
     * source bin, so that no charge is lost.
     *
     * @param standardDeviationVolt standard deviation of the Gaussian (V), positive
     * @return the smoothed differential capacity, in the same bins
     * @throws io.github.spinodal.core.InvalidValueException if the standard deviation is not positive and finite
     */
    public DifferentialCapacity smoothed(double standardDeviationVolt) {
        double width = Require.positive("standard deviation (V)", standardDeviationVolt) / binWidthVolt;
        int reach = (int) Math.min(Math.ceil(KERNEL_REACH * width), coulombPerVolt.length);
        double[] smooth = new double[coulombPerVolt.length];
        for (int i = 0; i < smooth.length; i++) {
            int from = Math.max(i - reach, 0);
            int to = Math.min(i + reach, smooth.length - 1);
            double sum = 0;
            for (int k = from; k <= to; k++) {
                sum += weight((k - i) / width);
            }
            for (int k = from; k <= to; k++) {
                smooth[k] += coulombPerVolt[i] * weight((k - i) / width) / sum;
            }
        }
        return new DifferentialCapacity(voltageVolt, smooth, binWidthVolt, resolutionVolt);
    }

    private static double weight(double distance) {
        return Math.exp(-0.5 * distance * distance);
    }

    /**
     * The voltages at the centres of the bins.
     *
     * @return a copy (V), rising
     */
    public double[] voltageVolt() {
        return voltageVolt.clone();
    }

    /**
     * The differential capacity of each bin, positive for both directions.
     *
     * @return a copy (C/V)
     */
    public double[] coulombPerVolt() {
        return coulombPerVolt.clone();
    }

    /**
     * Width of a bin.
     *
     * @return width (V)
     */
    public double binWidthVolt() {
        return binWidthVolt;
    }

    /**
     * The resolution of the voltage that was found in the data.
     *
     * @return smallest step (V), 0 where the voltages are not quantised
     */
    public double resolutionVolt() {
        return resolutionVolt;
    }

    /**
     * The voltage at which most charge was passed.
     *
     * @return centre of the highest bin (V)
     */
    public double peakVoltage() {
        int best = 0;
        for (int i = 1; i < coulombPerVolt.length; i++) {
            best = coulombPerVolt[i] > coulombPerVolt[best] ? i : best;
        }
        return voltageVolt[best];
    }

    /**
     * The charge in all bins.
     *
     * @return capacity of the branch (C)
     */
    public double capacityCoulomb() {
        return Arrays.stream(coulombPerVolt).sum() * binWidthVolt;
    }

    /**
     * The curve as columns, ready to be written.
     *
     * @return a table of {@code voltage (V)} and {@code differential capacity (uAh/V)}
     */
    public DataTable table() {
        return DataTable.of(List.of(
                Column.of("voltage", "V", voltageVolt),
                Column.of(
                        "differential capacity",
                        "uAh/V",
                        Arrays.stream(coulombPerVolt).map(c -> c / 3.6e-3).toArray())));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DifferentialCapacity that
                && Arrays.equals(voltageVolt, that.voltageVolt)
                && Arrays.equals(coulombPerVolt, that.coulombPerVolt);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(coulombPerVolt);
    }

    @Override
    public String toString() {
        return "DifferentialCapacity[" + voltageVolt.length + " bins of " + binWidthVolt + " V, peak at "
                + peakVoltage() + " V]";
    }
}
