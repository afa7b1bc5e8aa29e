package io.github.spinodal.core.peaks;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;

/** Backgrounds that follow from the data themselves. All return one value per point and leave the data as they are. */
public final class Baselines {
    private static final int MAXIMUM_ITERATIONS = 500;

    private Baselines() {}

    /**
     * The straight line between the two ends.
     *
     * @param x abscissae, finite, ascending or descending
     * @param y values, finite
     * @param average number of points to average at each end, at least 1
     * @return the line at the abscissae
     * @throws InvalidValueException if an argument is invalid or there are fewer than two averages
     */
    public static double[] linear(double[] x, double[] y, int average) {
        check(x, y, average);
        int n = x.length;
        double x0 = mean(x, 0, average);
        double y0 = mean(y, 0, average);
        double slope = (mean(y, n - average, n) - y0) / (mean(x, n - average, n) - x0);
        double[] line = new double[n];
        for (int i = 0; i < n; i++) {
            line[i] = y0 + slope * (x[i] - x0);
        }
        return line;
    }

    /**
     * The background of inelastically scattered electrons after Shirley (Phys. Rev. B 5, 1972, 4709), iterated to
     * convergence (Proctor and Sherwood, Anal. Chem. 54, 1982, 13): at each point it has risen in proportion to the peak
     * area between that point and the end of low background.
     *
     * @param x energies, finite, ascending or descending
     * @param y intensities, finite
     * @param average number of points to average at each end, at least 1
     * @return the background at the energies
     * @throws InvalidValueException if an argument is invalid, there are fewer than two averages, or the iteration does not
     *     converge because the area between the ends is not positive
     */
    public static double[] shirley(double[] x, double[] y, int average) {
        check(x, y, average);
        int n = x.length;
        double first = mean(y, 0, average);
        double last = mean(y, n - average, n);
        double[] background = new double[n];
        for (int i = 0; i < n; i++) {
            background[i] = Math.min(first, last);
        }
        double size = Math.abs(first - last);
        for (int iteration = 0; size > 0 && iteration < MAXIMUM_ITERATIONS; iteration++) {
            // area from each point to the last one, by trapezes
            double[] area = new double[n];
            for (int i = n - 2; i >= 0; i--) {
                double left = y[i] - background[i];
                double right = y[i + 1] - background[i + 1];
                area[i] = area[i + 1] + 0.5 * (left + right) * Math.abs(x[i + 1] - x[i]);
            }
            if (!(area[0] > 0)) {
                throw new InvalidValueException("area above the background", area[0], "positive");
            }
            double change = 0;
            for (int i = 0; i < n; i++) {
                double next = last + (first - last) * area[i] / area[0];
                change = Math.max(change, Math.abs(next - background[i]));
                background[i] = next;
            }
            if (change <= 1e-12 * size) {
                return background;
            }
        }
        if (size > 0) {
            throw new InvalidValueException("Shirley background", size, "one that converges");
        }
        return background;
    }

    /**
     * The background after Tougaard with the universal two-parameter cross section B T/(C + T^2)^2 (Surf. Interface Anal.
     * 11, 1988, 453), on top of a constant, B being chosen so that the background meets the data at the end of high
     * background.
     *
     * @param x binding energies (eV), ascending
     * @param y intensities, finite
     * @param average number of points to average at each end, at least 1
     * @param c parameter C (eV^2), positive; 1643 for the universal curve
     * @return the background at the energies
     * @throws InvalidValueException if an argument is invalid, there are fewer than two averages, or no area lies below the
     *     high end
     */
    public static double[] tougaard(double[] x, double[] y, int average, double c) {
        check(x, y, average);
        Require.positive("C (eV^2)", c);
        int n = x.length;
        double floor = mean(y, 0, average);
        double rise = mean(y, n - average, n) - floor;
        double[] shape = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double loss = x[i] - x[j];
                double width = 0.5 * (x[j + 1] - x[Math.max(j - 1, 0)]);
                double denominator = c + loss * loss;
                shape[i] += loss / (denominator * denominator) * (y[j] - floor) * width;
            }
        }
        double end = mean(shape, n - average, n);
        if (!(end > 0)) {
            throw new InvalidValueException("loss intensity at the high end", end, "positive");
        }
        double[] background = new double[n];
        for (int i = 0; i < n; i++) {
            background[i] = floor + rise / end * shape[i];
        }
        return background;
    }

    /**
     * Asymmetric least squares (Eilers, Anal. Chem. 75, 2003, 3631): the smooth curve that minimises sum w_i (y_i - z_i)^2 +
     * stiffness sum (second difference)^2 with w = asymmetry above the curve and 1 - asymmetry below it.
     *
     * @param y values at equal distances, finite, at least three
     * @param stiffness weight of the curvature, positive; 1e2 to 1e9, growing as the fourth power of the widths to bridge
     * @param asymmetry weight above the curve, in (0, 1); 0.001 to 0.1 for peaks that point up
     * @return the curve
     * @throws InvalidValueException if an argument is invalid
     */
    public static double[] asymmetricLeastSquares(double[] y, double stiffness, double asymmetry) {
        double[] data = Require.finiteCopy("y", y);
        int n = Require.atLeast("number of points", data.length, 3);
        Require.positive("stiffness", stiffness);
        Require.inside("asymmetry", asymmetry, 0, 1);
        double[] weight = new double[n];
        java.util.Arrays.fill(weight, 0.5);
        double[] z = data;
        for (int iteration = 0; iteration < MAXIMUM_ITERATIONS; iteration++) {
            z = smooth(data, weight, stiffness);
            boolean changed = false;
            for (int i = 0; i < n; i++) {
                double next = data[i] > z[i] ? asymmetry : 1 - asymmetry;
                changed |= next != weight[i];
                weight[i] = next;
            }
            if (!changed) {
                break;
            }
        }
        return z;
    }

    /** Solves (W + stiffness D'D) z = W y with second differences D, by a banded Cholesky factorisation LDL'. */
    private static double[] smooth(double[] y, double[] w, double stiffness) {
        int n = y.length;
        double[] d = new double[n];
        double[] e = new double[n];
        double[] f = new double[n];
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            double diagonal = (i >= 2 ? 1 : 0) + (i >= 1 && i <= n - 2 ? 4 : 0) + (i <= n - 3 ? 1 : 0);
            double next = i + 1 < n ? -2 * ((i >= 1 ? 1 : 0) + (i <= n - 3 ? 1 : 0)) : 0;
            double second = i + 2 < n ? 1 : 0;
            double e1 = i >= 1 ? e[i - 1] : 0;
            double d1 = i >= 1 ? d[i - 1] : 0;
            double f2 = i >= 2 ? f[i - 2] : 0;
            double d2 = i >= 2 ? d[i - 2] : 0;
            double f1 = i >= 1 ? f[i - 1] : 0;
            d[i] = w[i] + stiffness * diagonal - d1 * e1 * e1 - d2 * f2 * f2;
            e[i] = (stiffness * next - d1 * e1 * f1) / d[i];
            f[i] = stiffness * second / d[i];
            z[i] = w[i] * y[i] - e1 * (i >= 1 ? z[i - 1] : 0) - f2 * (i >= 2 ? z[i - 2] : 0);
        }
        for (int i = n - 1; i >= 0; i--) {
            z[i] = z[i] / d[i] - (i + 1 < n ? e[i] * z[i + 1] : 0) - (i + 2 < n ? f[i] * z[i + 2] : 0);
        }
        return z;
    }

    private static void check(double[] x, double[] y, int average) {
        Require.sameLength("x", x.length, "y", y.length);
        Require.finiteCopy("x", x);
        Require.finiteCopy("y", y);
        Require.atLeast("number of points to average", average, 1);
        Require.atLeast("number of points", x.length, Math.max(2 * average, 2));
        boolean rising = x[x.length - 1] > x[0];
        for (int i = 1; i < x.length; i++) {
            if (!(rising ? x[i] > x[i - 1] : x[i] < x[i - 1])) {
                throw new InvalidValueException("x[" + i + "]", x[i], "in strict order after " + x[i - 1]);
            }
        }
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }
}
