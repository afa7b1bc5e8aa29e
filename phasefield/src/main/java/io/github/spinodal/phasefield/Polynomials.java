package io.github.spinodal.phasefield;

/**
 * Polynomial loops in the shape that HotSpot's C2 compiler vectorises: arrays indexed from 0, coefficients in final
 * locals, no reduction, and at most about sixty nodes in the loop body (larger bodies are not unrolled and so stay
 * scalar, five times slower). Even and odd powers form two chains in z^2.
 */
final class Polynomials {
    /** Largest number of even (and of odd) terms. */
    static final int LARGEST = 16;

    private Polynomials() {}

    /** Number of even terms of the loop that covers a degree. */
    static int terms(int degree, boolean pair) {
        int needed = (degree + 2) / 2;
        if (pair && needed <= 10) {
            return needed <= 8 ? 8 : 10;
        }
        return LARGEST;
    }

    /** rising = p(t) and falling = p(-t) for p of degree 15. */
    static void pair8(double[] t, double[] rising, double[] falling, double[] p, int n) {
        final double p0 = p[0], p2 = p[2], p4 = p[4], p6 = p[6], p8 = p[8], p10 = p[10], p12 = p[12], p14 = p[14];
        final double p1 = p[1], p3 = p[3], p5 = p[5], p7 = p[7], p9 = p[9], p11 = p[11], p13 = p[13], p15 = p[15];
        for (int i = 0; i < n; i++) {
            double y = t[i] * t[i];
            double even = Math.fma(Math.fma(Math.fma(Math.fma(p14, y, p12), y, p10), y, p8), y, p6);
            even = Math.fma(Math.fma(Math.fma(even, y, p4), y, p2), y, p0);
            double odd = Math.fma(Math.fma(Math.fma(Math.fma(p15, y, p13), y, p11), y, p9), y, p7);
            odd = t[i] * Math.fma(Math.fma(Math.fma(odd, y, p5), y, p3), y, p1);
            rising[i] = even + odd;
            falling[i] = even - odd;
        }
    }

    /** rising = p(t) and falling = p(-t) for p of degree 19. */
    static void pair10(double[] t, double[] rising, double[] falling, double[] p, int n) {
        final double p0 = p[0], p2 = p[2], p4 = p[4], p6 = p[6], p8 = p[8], p10 = p[10], p12 = p[12], p14 = p[14];
        final double p1 = p[1], p3 = p[3], p5 = p[5], p7 = p[7], p9 = p[9], p11 = p[11], p13 = p[13], p15 = p[15];
        final double p16 = p[16], p17 = p[17], p18 = p[18], p19 = p[19];
        for (int i = 0; i < n; i++) {
            double y = t[i] * t[i];
            double even = Math.fma(Math.fma(Math.fma(Math.fma(p18, y, p16), y, p14), y, p12), y, p10);
            even = Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(even, y, p8), y, p6), y, p4), y, p2), y, p0);
            double odd = Math.fma(Math.fma(Math.fma(Math.fma(p19, y, p17), y, p15), y, p13), y, p11);
            odd = t[i] * Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(odd, y, p9), y, p7), y, p5), y, p3), y, p1);
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
