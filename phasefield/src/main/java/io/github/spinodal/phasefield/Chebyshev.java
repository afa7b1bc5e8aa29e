package io.github.spinodal.phasefield;

/** Chebyshev interpolation on [-1, 1]. */
final class Chebyshev {
    /** Even and odd functions have every second coefficient zero. */
    private static final int SMALL_IN_A_ROW = 4;

    private Chebyshev() {}

    /** Node j of n, falling from 1 to -1 (roots of T_n). */
    static double node(int j, int n) {
        return StrictMath.cos(Math.PI * (j + 0.5) / n);
    }

    /** Coefficients of the interpolant through values at the nodes. */
    static double[] coefficients(double[] values) {
        int n = values.length;
        double[] coefficients = new double[n];
        for (int k = 0; k < n; k++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += values[j] * StrictMath.cos(Math.PI * k * (j + 0.5) / n);
            }
            coefficients[k] = (k == 0 ? 1.0 : 2.0) * sum / n;
        }
        return coefficients;
    }

    /** Smallest degree beyond which the next coefficients, down to the rounding of the rest, stay below a bound. */
    static int degree(double[] coefficients, double bound) {
        int small = 0;
        for (int k = 0; k < coefficients.length; k++) {
            small = Math.abs(coefficients[k]) <= bound ? small + 1 : 0;
            if (small == SMALL_IN_A_ROW) {
                return Math.max(0, k - SMALL_IN_A_ROW);
            }
        }
        return coefficients.length;
    }

    /** The first terms of a Chebyshev series as coefficients of 1, z, z^2, ... */
    static double[] monomials(double[] coefficients, int count) {
        double[] result = new double[count];
        double[] previous = new double[count];
        double[] current = new double[count];
        previous[0] = 1;
        if (count > 1) {
            current[1] = 1;
        }
        for (int k = 0; k < count; k++) {
            for (int m = 0; m < count; m++) {
                result[m] += coefficients[k] * previous[m];
            }
            double[] next = new double[count];
            for (int m = 0; m < count; m++) {
                next[m] = (m > 0 ? 2 * current[m - 1] : 0) - previous[m];
            }
            previous = current;
            current = next;
        }
        return result;
    }
}
