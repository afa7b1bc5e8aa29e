package io.github.spinodal.phasefield;

/** Array loops, each small enough and plain enough that C2 vectorises it. No array is used at an offset. */
final class Loops {
    /** Distance from empty or full below which tolerances become relative to it. */
    private static final double END = 0.005;

    private Loops() {}

    static void add(double[] values, double[] lanes, int n) {
        for (int i = 0; i < n; i++) {
            lanes[i] += values[i];
        }
    }

    static void addWeighted(double[] weight, double[] values, double[] lanes, int n) {
        for (int i = 0; i < n; i++) {
            lanes[i] += weight[i] * values[i];
        }
    }

    static void addSquares(double[] values, double[] lanes, int n) {
        for (int i = 0; i < n; i++) {
            lanes[i] += values[i] * values[i];
        }
    }

    static void addWeightedSquares(double[] weight, double[] values, double[] lanes, int n) {
        for (int i = 0; i < n; i++) {
            lanes[i] += weight[i] * (values[i] * values[i]);
        }
    }

    /** Sum of the first n lanes, a multiple of 8, always in the same order; eight chains hide the latency of the addition. */
    static double total(double[] lanes, int n) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        for (int i = 0; i < n; i += 8) {
            s0 += lanes[i];
            s1 += lanes[i + 1];
            s2 += lanes[i + 2];
            s3 += lanes[i + 3];
            s4 += lanes[i + 4];
            s5 += lanes[i + 5];
            s6 += lanes[i + 6];
            s7 += lanes[i + 7];
        }
        return ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7));
    }

    static void variable(double[] c, double[] t, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = 1 - 2 * c[i];
        }
    }

    static void variable(double[] c, double[] ratio, double[] t, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = ratio[i] * (1 - 2 * c[i]);
        }
    }

    static void divide(double[] divisor, double[] values, int n) {
        for (int i = 0; i < n; i++) {
            values[i] /= divisor[i];
        }
    }

    static void multiply(double[] factor, double[] values, int n) {
        for (int i = 0; i < n; i++) {
            values[i] *= factor[i];
        }
    }

    /** Factors of the symmetric law; rising and falling are exp(g/8) and exp(-g/8). */
    static void symmetricFactors(
            double[] c,
            double[] forward,
            double[] backward,
            double[] rising,
            double[] falling,
            double[] p,
            double[] q,
            int n) {
        for (int i = 0; i < n; i++) {
            double down = falling[i] * falling[i];
            double up = rising[i] * rising[i];
            p[i] = forward[i] * (1 - c[i]) * (down * down);
            q[i] = backward[i] * c[i] * (up * up);
        }
    }

    static void transitionStateFactors(
            double[] c, double[] forward, double[] backward, double[] rising, double[] p, double[] q, int n) {
        for (int i = 0; i < n; i++) {
            double up = rising[i] * rising[i];
            up *= up;
            p[i] = forward[i] * (1 - c[i]);
            q[i] = backward[i] * c[i] * (up * up);
        }
    }

    static void constantFactors(
            double[] c,
            double[] forward,
            double[] backward,
            double[] rising,
            double[] falling,
            double[] p,
            double[] q,
            int n) {
        for (int i = 0; i < n; i++) {
            double root = Math.sqrt((1 - c[i]) / c[i]);
            double down = falling[i] * falling[i];
            double up = rising[i] * rising[i];
            p[i] = forward[i] * root * (down * down);
            q[i] = backward[i] / root * (up * up);
        }
    }

    /** f = p x - q/x. */
    static void rates(double[] p, double[] q, double x, double inverse, double[] f, int n) {
        for (int i = 0; i < n; i++) {
            f[i] = p[i] * x - q[i] * inverse;
        }
    }

    /** v = (p x + q/x)/2, the derivative of the rate with respect to u = 2 ln x. */
    static void slopes(double[] p, double[] q, double x, double inverse, double[] v, int n) {
        for (int i = 0; i < n; i++) {
            v[i] = 0.5 * (p[i] * x + q[i] * inverse);
        }
    }

    static void combine(double[] y, double h1, double[] k1, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = y[i] + h1 * k1[i];
        }
    }

    static void combine(double[] y, double h1, double[] k1, double h2, double[] k2, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = y[i] + Math.fma(h1, k1[i], h2 * k2[i]);
        }
    }

    static void combine(
            double[] y, double h1, double[] k1, double h2, double[] k2, double h3, double[] k3, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = y[i] + Math.fma(h1, k1[i], Math.fma(h2, k2[i], h3 * k3[i]));
        }
    }

    static void combine(
            double[] y,
            double h1,
            double[] k1,
            double h2,
            double[] k2,
            double h3,
            double[] k3,
            double h4,
            double[] k4,
            double[] out,
            int n) {
        for (int i = 0; i < n; i++) {
            out[i] = y[i] + Math.fma(h1, k1[i], Math.fma(h2, k2[i], Math.fma(h3, k3[i], h4 * k4[i])));
        }
    }

    static void combine(
            double[] y,
            double h1,
            double[] k1,
            double h2,
            double[] k2,
            double h3,
            double[] k3,
            double h4,
            double[] k4,
            double h5,
            double[] k5,
            double[] out,
            int n) {
        for (int i = 0; i < n; i++) {
            out[i] = y[i]
                    + Math.fma(h1, k1[i], Math.fma(h2, k2[i], Math.fma(h3, k3[i], Math.fma(h4, k4[i], h5 * k5[i]))));
        }
    }

    /**
     * What is left of a step of Dormand and Prince once its fifth rate is known: k4 becomes the filling of the sixth stage,
     * k2 the filling after the step and k3 its error, the last two without the rates that are still unknown.
     *
     * @param sixth weights of k1 to k5 in the filling of the sixth stage
     * @param last weights of k1, k3, k4 and k5 in the filling after the step
     * @param error weights of k1, k3, k4 and k5 in its error
     */
    static void close(
            double[] y,
            double[] k1,
            double[] k2,
            double[] k3,
            double[] k4,
            double[] k5,
            double[] sixth,
            double[] last,
            double[] error,
            int n) {
        final double s1 = sixth[0], s2 = sixth[1], s3 = sixth[2], s4 = sixth[3], s5 = sixth[4];
        final double l1 = last[0], l3 = last[1], l4 = last[2], l5 = last[3];
        final double e1 = error[0], e3 = error[1], e4 = error[2], e5 = error[3];
        for (int i = 0; i < n; i++) {
            double z = y[i]
                    + Math.fma(s1, k1[i], Math.fma(s2, k2[i], Math.fma(s3, k3[i], Math.fma(s4, k4[i], s5 * k5[i]))));
            double end = y[i] + Math.fma(l1, k1[i], Math.fma(l3, k3[i], Math.fma(l4, k4[i], l5 * k5[i])));
            double missed = Math.fma(e1, k1[i], Math.fma(e3, k3[i], Math.fma(e4, k4[i], e5 * k5[i])));
            k4[i] = z;
            k2[i] = end;
            k3[i] = missed;
        }
    }

    /** Replaces partial errors by the last rates, and puts the whole errors into out. */
    static void finishError(double[] partial, double weight, double[] rate, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.fma(weight, rate[i], partial[i]);
            partial[i] = rate[i];
        }
    }

    /**
     * Divides errors by absolute + relative/2 m/(m + 0.005) with m = c (1 - c): half the relative tolerance of a filling
     * over most of the range, proportional to the distance from empty or full near the ends.
     */
    static void scaleError(double[] error, double[] c, double absolute, double relative, int n) {
        double half = 0.5 * relative;
        for (int i = 0; i < n; i++) {
            double m = c[i] * (1 - c[i]);
            error[i] = error[i] * (m + END) / Math.fma(absolute, m + END, half * m);
        }
    }
}
