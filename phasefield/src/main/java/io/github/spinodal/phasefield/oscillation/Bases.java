package io.github.spinodal.phasefield.oscillation;

/** Values of the basis functions on [-1, 1]: uniform cubic B-splines and Legendre polynomials. */
final class Bases {
    private Bases() {}

    static int splineCount(int interiorKnots) {
        return interiorKnots + 4;
    }

    /** Writes the values of all splines of this many interior knots at x into out[offset...]; the rest is zero. */
    static void splines(double x, int interiorKnots, double[] out, int offset) {
        int intervals = interiorKnots + 1;
        for (int j = 0; j < intervals + 3; j++) {
            out[offset + j] = 0;
        }
        double at = (x + 1) / 2 * intervals;
        int interval = Math.max(0, Math.min(intervals - 1, (int) Math.floor(at)));
        double t = at - interval;
        double s = 1 - t;
        out[offset + interval] = s * s * s / 6;
        out[offset + interval + 1] = (3 * t * t * t - 6 * t * t + 4) / 6;
        out[offset + interval + 2] = (3 * s * s * s - 6 * s * s + 4) / 6;
        out[offset + interval + 3] = t * t * t / 6;
    }

    /** Writes P_1(x) ... P_degree(x) into out[0 ... degree - 1]. */
    static void legendre(double x, int degree, double[] out) {
        double before = 1;
        double now = x;
        for (int k = 1; k <= degree; k++) {
            out[k - 1] = now;
            double next = ((2 * k + 1) * x * now - k * before) / (k + 1);
            before = now;
            now = next;
        }
    }

    /** Writes the derivatives of P_1 ... P_degree at x into out[0 ... degree - 1]. */
    static void legendreSlopes(double x, int degree, double[] out) {
        double[] values = new double[degree];
        legendre(x, degree, values);
        for (int k = 1; k <= degree; k++) {
            double twoBefore = k >= 3 ? out[k - 3] : 0;
            out[k - 1] = (2 * k - 1) * (k >= 2 ? values[k - 2] : 1) + twoBefore;
        }
    }

    /** Mean square over [-1, 1] of one and the coefficients times P_1, P_2 ... */
    static double meanSquareBesideOne(double[] coefficients) {
        double square = 1;
        for (int k = 1; k <= coefficients.length; k++) {
            square += coefficients[k - 1] * coefficients[k - 1] / (2 * k + 1);
        }
        return square;
    }

    /** Derivative at x of the sum of the coefficients times P_1, P_2 ... */
    static double legendreSlope(double x, double[] coefficients) {
        double[] slopes = new double[coefficients.length];
        legendreSlopes(x, slopes.length, slopes);
        double sum = 0;
        for (int k = 0; k < slopes.length; k++) {
            sum += slopes[k] * coefficients[k];
        }
        return sum;
    }
}
