package io.github.spinodal.phasefield;

/**
 * Polynomial loops in the shape that HotSpot's C2 compiler vectorises: arrays indexed from 0, coefficients in final
 * locals, no reduction, and at most about sixty nodes in the loop body (larger bodies are not unrolled and so stay
 * scalar, five times slower). Even and odd powers form two chains in z^2.
 */
final class Polynomials {
    /** Number of even (and of odd) terms of the long loops. */
    static final int LONG = 16;

    /** Number of even (and of odd) terms of the short loops. */
    static final int SHORT = 6;

    private Polynomials() {}

    /** rising = p(1 - 2c) and falling = p(-(1 - 2c)) for p of degree 11. */
    static void pairOfFilling(double[] c, double[] rising, double[] falling, double[] p, int n) {
        final double p0 = p[0], p2 = p[2], p4 = p[4], p6 = p[6], p8 = p[8], p10 = p[10];
        final double p1 = p[1], p3 = p[3], p5 = p[5], p7 = p[7], p9 = p[9], p11 = p[11];
        for (int i = 0; i < n; i++) {
            double t = 1 - 2 * c[i];
            double y = t * t;
            double even = Math.fma(Math.fma(Math.fma(p10, y, p8), y, p6), y, p4);
            even = Math.fma(Math.fma(even, y, p2), y, p0);
            double odd = Math.fma(Math.fma(Math.fma(p11, y, p9), y, p7), y, p5);
            odd = t * Math.fma(Math.fma(odd, y, p3), y, p1);
            rising[i] = even + odd;
            falling[i] = even - odd;
        }
    }

    /** rising = p(t) and falling = p(-t) for p of degree 11. */
    static void pair(double[] t, double[] rising, double[] falling, double[] p, int n) {
        final double p0 = p[0], p2 = p[2], p4 = p[4], p6 = p[6], p8 = p[8], p10 = p[10];
        final double p1 = p[1], p3 = p[3], p5 = p[5], p7 = p[7], p9 = p[9], p11 = p[11];
        for (int i = 0; i < n; i++) {
            double y = t[i] * t[i];
            double even = Math.fma(Math.fma(Math.fma(p10, y, p8), y, p6), y, p4);
            even = Math.fma(Math.fma(even, y, p2), y, p0);
            double odd = Math.fma(Math.fma(Math.fma(p11, y, p9), y, p7), y, p5);
            odd = t[i] * Math.fma(Math.fma(odd, y, p3), y, p1);
            rising[i] = even + odd;
            falling[i] = even - odd;
        }
    }

    /** out = p(t) for p of degree 31; scratch is overwritten. */
    static void single(double[] t, double[] out, double[] scratch, double[] p, int n) {
        even16(t, out, p, n);
        odd16(t, scratch, p, n);
        for (int i = 0; i < n; i++) {
            out[i] += scratch[i];
        }
    }

    private static void even16(double[] t, double[] out, double[] p, int n) {
        final double p0 = p[0], p2 = p[2], p4 = p[4], p6 = p[6], p8 = p[8], p10 = p[10], p12 = p[12], p14 = p[14];
        final double p16 = p[16], p18 = p[18], p20 = p[20], p22 = p[22], p24 = p[24], p26 = p[26];
        final double p28 = p[28], p30 = p[30];
        for (int i = 0; i < n; i++) {
            double y = t[i] * t[i];
            double even = Math.fma(Math.fma(Math.fma(Math.fma(p30, y, p28), y, p26), y, p24), y, p22);
            even = Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(even, y, p20), y, p18), y, p16), y, p14), y, p12);
            even = Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(even, y, p10), y, p8), y, p6), y, p4), y, p2);
            out[i] = Math.fma(even, y, p0);
        }
    }

    private static void odd16(double[] t, double[] out, double[] p, int n) {
        final double p1 = p[1], p3 = p[3], p5 = p[5], p7 = p[7], p9 = p[9], p11 = p[11], p13 = p[13], p15 = p[15];
        final double p17 = p[17], p19 = p[19], p21 = p[21], p23 = p[23], p25 = p[25], p27 = p[27];
        final double p29 = p[29], p31 = p[31];
        for (int i = 0; i < n; i++) {
            double y = t[i] * t[i];
            double odd = Math.fma(Math.fma(Math.fma(Math.fma(p31, y, p29), y, p27), y, p25), y, p23);
            odd = Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(odd, y, p21), y, p19), y, p17), y, p15), y, p13);
            odd = Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(odd, y, p11), y, p9), y, p7), y, p5), y, p3);
            out[i] = t[i] * Math.fma(odd, y, p1);
        }
    }

    static void square(double[] values, int n) {
        for (int i = 0; i < n; i++) {
            values[i] *= values[i];
        }
    }
}
