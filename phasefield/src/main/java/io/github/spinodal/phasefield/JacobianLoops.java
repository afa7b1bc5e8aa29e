package io.github.spinodal.phasefield;

/** Derivatives of the closed-form rates p x - q/x with respect to the filling, from g' = d(excess)/dc in kT. */
final class JacobianLoops {
    private JacobianLoops() {}

    /** p ~ (1 - c) e^(-g/2), q ~ c e^(g/2). */
    static void symmetric(
            double[] c, double[] p, double[] q, double x, double inverse, double[] slope, double[] d, int n) {
        for (int i = 0; i < n; i++) {
            double half = 0.5 * slope[i];
            d[i] = -p[i] * x * (1 / (1 - c[i]) + half) - q[i] * inverse * (1 / c[i] + half);
        }
    }

    /** p ~ 1 - c, q ~ c e^g. */
    static void transitionState(
            double[] c, double[] p, double[] q, double x, double inverse, double[] slope, double[] d, int n) {
        for (int i = 0; i < n; i++) {
            d[i] = -p[i] * x / (1 - c[i]) - q[i] * inverse * (1 / c[i] + slope[i]);
        }
    }

    /** p ~ sqrt((1 - c)/c) e^(-g/2), q its inverse. */
    static void constant(
            double[] c, double[] p, double[] q, double x, double inverse, double[] slope, double[] d, int n) {
        for (int i = 0; i < n; i++) {
            double half = 0.5 * (slope[i] + 1 / (c[i] * (1 - c[i])));
            d[i] = -half * (p[i] * x + q[i] * inverse);
        }
    }

    /** values = 1/(sigma - values). */
    static void invert(double sigma, double[] values, int n) {
        for (int i = 0; i < n; i++) {
            values[i] = 1 / (sigma - values[i]);
        }
    }

    /** Largest magnitude. */
    static double largest(double[] values, int n) {
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, Math.abs(values[i]));
        }
        return largest;
    }
}
