package io.github.spinodal.core.peaks;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.cycling.PotentialSweep;
import io.github.spinodal.core.peaks.PeakChange.Verdict;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Peaks of voltammograms on a sloping background: anodic sweeps have peaks that point up, cathodic ones peaks that point
 * down. Each is a Gaussian with different half widths on its two sides.
 */
public final class VoltammetricPeaks implements Serializable {
    private static final long serialVersionUID = 1L;
    /** Sweeps are averaged into at most this many equal intervals of potential. */
    private static final int INTERVALS = 300;

    private final int maximum;
    private final double smallestShare;
    private final double toleranceVolt;
    private final double farthestVolt;

    private VoltammetricPeaks(int maximum, double smallestShare, double toleranceVolt, double farthestVolt) {
        this.maximum = maximum;
        this.smallestShare = smallestShare;
        this.toleranceVolt = toleranceVolt;
        this.farthestVolt = farthestVolt;
    }

    /**
     * At most four peaks per sweep of at least five per cent of its range of currents; the same peak may be found up to 0.1
     * V apart, and counts as shifted from 5 mV.
     *
     * @return the configuration
     */
    public static VoltammetricPeaks withDefaults() {
        return new VoltammetricPeaks(4, 0.05, 0.005, 0.1);
    }

    /**
     * Sets how many peaks a sweep may have and how small they may be.
     *
     * @param most largest number of peaks per sweep, at least 1
     * @param share smallest height as a share of the sweep's range of currents, in [0, 1]
     * @return a changed copy
     * @throws InvalidValueException if an argument is invalid
     */
    public VoltammetricPeaks withLimits(int most, double share) {
        return new VoltammetricPeaks(
                Require.atLeast("largest number of peaks", most, 1),
                Require.within("smallest share", share, 0, 1),
                toleranceVolt,
                farthestVolt);
    }

    /**
     * Sets when peaks of two cycles are the same.
     *
     * @param tolerance difference of potentials up to which a peak counts as kept whatever its uncertainty (V), not
     *     negative
     * @param farthest difference of potentials up to which it is the same peak (V), positive
     * @return a changed copy
     * @throws InvalidValueException if an argument is invalid
     */
    public VoltammetricPeaks withMatching(double tolerance, double farthest) {
        return new VoltammetricPeaks(
                maximum,
                smallestShare,
                Require.nonNegative("tolerance (V)", tolerance),
                Require.positive("farthest distance (V)", farthest));
    }

    /**
     * Finds the peaks of one sweep.
     *
     * @param sweep a sweep of at least twenty points
     * @return its peaks in order of potential, possibly none
     * @throws InvalidValueException if the sweep is too short or covers no range
     */
    public List<VoltammetricPeak> find(PotentialSweep sweep) {
        double[][] averaged = averaged(sweep);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double current : averaged[1]) {
            low = Math.min(low, current);
            high = Math.max(high, current);
        }
        if (low == high) {
            return List.of();
        }
        boolean anodic = sweep.direction() == PotentialSweep.Direction.ANODIC;
        double middle = 0.5 * (averaged[0][0] + averaged[0][averaged[0].length - 1]);
        PeakFit fit = PeakFitter.of(PeakShape.split(PeakShape.gauss()))
                .withBackground(PeakBackground.polynomial(1, middle))
                .withSign(anodic ? PeakSign.POSITIVE : PeakSign.NEGATIVE)
                .fitBest(averaged[0], averaged[1], maximum);
        List<VoltammetricPeak> peaks = new ArrayList<>();
        for (FittedPeak peak : fit.peaks()) {
            if (Math.abs(peak.height().value()) >= smallestShare * (high - low)) {
                peaks.add(new VoltammetricPeak(
                        sweep.cycle(), sweep.direction(), peak.centre(), peak.height(), peak.width()));
            }
        }
        return List.copyOf(peaks);
    }

    /** Potentials and currents, ascending, averaged over equal intervals; empty intervals are left out. */
    private static double[][] averaged(PotentialSweep sweep) {
        double[] potential = sweep.potentialVolt();
        double[] current = sweep.currentAmpere();
        Require.atLeast("number of points of the sweep", potential.length, 20);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double v : potential) {
            low = Math.min(low, v);
            high = Math.max(high, v);
        }
        if (!(high > low)) {
            throw new InvalidValueException("range of potentials (V)", high - low, "positive");
        }
        int intervals = Math.min(INTERVALS, potential.length / 2);
        double[] x = new double[intervals];
        double[] y = new double[intervals];
        int[] count = new int[intervals];
        for (int i = 0; i < potential.length; i++) {
            int k = Math.min((int) ((potential[i] - low) / (high - low) * intervals), intervals - 1);
            x[k] += potential[i];
            y[k] += current[i];
            count[k]++;
        }
        int filled = 0;
        for (int k = 0; k < intervals; k++) {
            if (count[k] > 0) {
                x[filled] = x[k] / count[k];
                y[filled] = y[k] / count[k];
                filled++;
            }
        }
        return new double[][] {java.util.Arrays.copyOf(x, filled), java.util.Arrays.copyOf(y, filled)};
    }

    /**
     * Compares the peaks of two cycles: pairs of the same direction and closest potential are the same peak.
     *
     * @param before peaks of the earlier cycle
     * @param after peaks of the later cycle
     * @return one change per peak, those of the earlier cycle first
     */
    public List<PeakChange> compare(List<VoltammetricPeak> before, List<VoltammetricPeak> after) {
        List<PeakChange> changes = new ArrayList<>();
        List<VoltammetricPeak> left = new ArrayList<>(after);
        List<VoltammetricPeak> byHeight = new ArrayList<>(before);
        byHeight.sort(Comparator.comparingDouble(
                        (VoltammetricPeak p) -> Math.abs(p.currentAmpere().value()))
                .reversed());
        for (VoltammetricPeak old : byHeight) {
            VoltammetricPeak partner = closest(old, left);
            if (partner == null) {
                changes.add(new PeakChange(old, null, Verdict.GONE, 0));
                continue;
            }
            left.remove(partner);
            double shift = Math.abs(
                    partner.potentialVolt().value() - old.potentialVolt().value());
            double z = partner.potentialVolt().standardizedDistance(old.potentialVolt());
            boolean kept = shift <= toleranceVolt || z <= 3;
            changes.add(new PeakChange(old, partner, kept ? Verdict.KEPT : Verdict.SHIFTED, z));
        }
        for (VoltammetricPeak fresh : left) {
            changes.add(new PeakChange(null, fresh, Verdict.NEW, 0));
        }
        return List.copyOf(changes);
    }

    private @Nullable VoltammetricPeak closest(VoltammetricPeak peak, List<VoltammetricPeak> others) {
        VoltammetricPeak best = null;
        double smallest = farthestVolt;
        for (VoltammetricPeak other : others) {
            double distance = Math.abs(
                    other.potentialVolt().value() - peak.potentialVolt().value());
            if (other.direction() == peak.direction() && distance <= smallest) {
                smallest = distance;
                best = other;
            }
        }
        return best;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VoltammetricPeaks that
                && maximum == that.maximum
                && Double.compare(smallestShare, that.smallestShare) == 0
                && Double.compare(toleranceVolt, that.toleranceVolt) == 0
                && Double.compare(farthestVolt, that.farthestVolt) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(maximum, smallestShare, toleranceVolt, farthestVolt);
    }

    @Override
    public String toString() {
        return "VoltammetricPeaks[maximum " + maximum + ", smallestShare " + smallestShare + ", toleranceVolt "
                + toleranceVolt + ", farthestVolt " + farthestVolt + "]";
    }
}
