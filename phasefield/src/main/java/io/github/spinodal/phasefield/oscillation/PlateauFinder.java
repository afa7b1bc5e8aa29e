package io.github.spinodal.phasefield.oscillation;

import io.github.spinodal.core.PhysicalConstants;
import org.jspecify.annotations.Nullable;

/**
 * Finds the longest plateau. A solid solution is at least as steep as the ideal one, 4 kT/e per capacity; where a straight
 * line through 15 % of the curve's charge is flatter than three quarters of that, two phases coexist.
 */
final class PlateauFinder {
    private static final double WINDOW = 0.15;
    private static final int POSITIONS = 120;
    private static final double STEEPEST =
            3 * PhysicalConstants.BOLTZMANN * PhysicalConstants.ROOM_TEMPERATURE / PhysicalConstants.ELEMENTARY_CHARGE;
    /** Median deviation from a straight line, in units of the plateau's own scatter, beyond which an end is cut off. */
    private static final double CUT = 6;

    private PlateauFinder() {}

    static @Nullable Plateau find(double[] charge, double[] voltage) {
        int n = charge.length;
        double first = charge[0];
        double span = charge[n - 1] - first;
        double half = WINDOW * span / 2;
        boolean[] flat = new boolean[POSITIONS + 1];
        for (int k = 0; k <= POSITIONS; k++) {
            double centre = first + half + (span - 2 * half) * k / POSITIONS;
            double slope = slope(charge, voltage, centre - half, centre + half);
            flat[k] = Math.abs(slope) * span < STEEPEST;
        }
        int bestStart = -1;
        int bestLength = 0;
        int start = -1;
        for (int k = 0; k <= POSITIONS + 1; k++) {
            boolean on = k <= POSITIONS && flat[k];
            if (on && start < 0) {
                start = k;
            }
            if (!on && start >= 0) {
                if (k - start > bestLength) {
                    bestLength = k - start;
                    bestStart = start;
                }
                start = -1;
            }
        }
        if (bestStart < 0) {
            return null;
        }
        double from = first + (span - 2 * half) * bestStart / POSITIONS;
        double to = from + 2 * half + (span - 2 * half) * (bestLength - 1) / POSITIONS;
        return trimmed(charge, voltage, from, to);
    }

    static Plateau describe(double[] charge, double[] voltage, double from, double to) {
        int n = 0;
        double mean = 0;
        for (int i = 0; i < charge.length; i++) {
            if (charge[i] >= from && charge[i] <= to) {
                mean += voltage[i];
                n++;
            }
        }
        double span = charge[charge.length - 1] - charge[0];
        return new Plateau(from, to, mean / Math.max(1, n), slope(charge, voltage, from, to), (to - from) / span);
    }

    /** Cuts the bent ends off: blocks of 2 % whose median lies far from the line through the middle of the plateau. */
    private static Plateau trimmed(double[] charge, double[] voltage, double from, double to) {
        double width = to - from;
        double middleFrom = from + 0.25 * width;
        double middleTo = to - 0.25 * width;
        Plateau middle = describe(charge, voltage, middleFrom, middleTo);
        double centre = (middleFrom + middleTo) / 2;
        double square = 0;
        int count = 0;
        for (int i = 0; i < charge.length; i++) {
            if (charge[i] >= middleFrom && charge[i] <= middleTo) {
                double line = middle.voltageVolt() + middle.slopeVoltPerCoulomb() * (charge[i] - centre);
                square += (voltage[i] - line) * (voltage[i] - line);
                count++;
            }
        }
        double scatter = Math.sqrt(square / Math.max(1, count));
        double allowed = CUT * scatter + 2e-3;
        double newFrom = from;
        double newTo = to;
        double block = 0.02 * width;
        while (newFrom < middleFrom && departs(charge, voltage, newFrom, newFrom + block, middle, centre, allowed)) {
            newFrom += block;
        }
        while (newTo > middleTo && departs(charge, voltage, newTo - block, newTo, middle, centre, allowed)) {
            newTo -= block;
        }
        return describe(charge, voltage, newFrom, newTo);
    }

    private static boolean departs(
            double[] charge, double[] voltage, double from, double to, Plateau middle, double centre, double allowed) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < charge.length; i++) {
            if (charge[i] >= from && charge[i] <= to) {
                sum += voltage[i] - middle.voltageVolt() - middle.slopeVoltPerCoulomb() * (charge[i] - centre);
                count++;
            }
        }
        return count == 0 || Math.abs(sum / count) > allowed;
    }

    private static double slope(double[] charge, double[] voltage, double from, double to) {
        int n = 0;
        double meanCharge = 0;
        double meanVoltage = 0;
        for (int i = 0; i < charge.length; i++) {
            if (charge[i] >= from && charge[i] <= to) {
                meanCharge += charge[i];
                meanVoltage += voltage[i];
                n++;
            }
        }
        if (n < 3) {
            return Double.POSITIVE_INFINITY;
        }
        meanCharge /= n;
        meanVoltage /= n;
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < charge.length; i++) {
            if (charge[i] >= from && charge[i] <= to) {
                covariance += (charge[i] - meanCharge) * (voltage[i] - meanVoltage);
                variance += (charge[i] - meanCharge) * (charge[i] - meanCharge);
            }
        }
        return variance > 0 ? covariance / variance : Double.POSITIVE_INFINITY;
    }
}
