package io.github.spinodal.phasefield;

/**
 * The symmetric law for whole blocks, from the degree-11 polynomial a of exp(g/8), each in a single loop. Its body is just
 * small enough for C2 to vectorise it where the number of turns is a constant, and four times slower where it is not:
 * hence each loop once per size of block.
 */
final class SymmetricLoops {
    private SymmetricLoops() {}

    /** Factors p and q of a block. */
    static void factors(double[] c, double[] forward, double[] backward, double[] p, double[] q, double[] a) {
        final double a0 = a[0], a2 = a[2], a4 = a[4], a6 = a[6], a8 = a[8], a10 = a[10];
        final double a1 = a[1], a3 = a[3], a5 = a[5], a7 = a[7], a9 = a[9], a11 = a[11];
        for (int i = 0; i < GrainBlock.SIZE; i++) {
            double t = 1 - 2 * c[i];
            double y = t * t;
            double even = Math.fma(Math.fma(Math.fma(a10, y, a8), y, a6), y, a4);
            even = Math.fma(Math.fma(even, y, a2), y, a0);
            double odd = Math.fma(Math.fma(Math.fma(a11, y, a9), y, a7), y, a5);
            odd = t * Math.fma(Math.fma(odd, y, a3), y, a1);
            double up = even + odd;
            double down = even - odd;
            up *= up;
            down *= down;
            p[i] = forward[i] * (1 - c[i]) * (down * down);
            q[i] = backward[i] * c[i] * (up * up);
        }
    }

    /** Adds the factors of a block to the two sets of lanes and keeps nothing. */
    static void addFactors(
            double[] c, double[] forward, double[] backward, double[] lanesA, double[] lanesB, double[] a) {
        final double a0 = a[0], a2 = a[2], a4 = a[4], a6 = a[6], a8 = a[8], a10 = a[10];
        final double a1 = a[1], a3 = a[3], a5 = a[5], a7 = a[7], a9 = a[9], a11 = a[11];
        for (int i = 0; i < GrainBlock.SIZE; i++) {
            double t = 1 - 2 * c[i];
            double y = t * t;
            double even = Math.fma(Math.fma(Math.fma(a10, y, a8), y, a6), y, a4);
            even = Math.fma(Math.fma(even, y, a2), y, a0);
            double odd = Math.fma(Math.fma(Math.fma(a11, y, a9), y, a7), y, a5);
            odd = t * Math.fma(Math.fma(odd, y, a3), y, a1);
            double up = even + odd;
            double down = even - odd;
            up *= up;
            down *= down;
            lanesA[i] += forward[i] * (1 - c[i]) * (down * down);
            lanesB[i] += backward[i] * c[i] * (up * up);
        }
    }

    /** Rates f = p x - q/x of a block, computed anew from the fillings. */
    static void rates(
            double[] c, double[] forward, double[] backward, double x, double inverse, double[] f, double[] a) {
        final double a0 = a[0], a2 = a[2], a4 = a[4], a6 = a[6], a8 = a[8], a10 = a[10];
        final double a1 = a[1], a3 = a[3], a5 = a[5], a7 = a[7], a9 = a[9], a11 = a[11];
        for (int i = 0; i < GrainBlock.SIZE; i++) {
            double t = 1 - 2 * c[i];
            double y = t * t;
            double even = Math.fma(Math.fma(Math.fma(a10, y, a8), y, a6), y, a4);
            even = Math.fma(Math.fma(even, y, a2), y, a0);
            double odd = Math.fma(Math.fma(Math.fma(a11, y, a9), y, a7), y, a5);
            odd = t * Math.fma(Math.fma(odd, y, a3), y, a1);
            double up = even + odd;
            double down = even - odd;
            up *= up;
            down *= down;
            f[i] = forward[i] * (1 - c[i]) * (down * down) * x - backward[i] * c[i] * (up * up) * inverse;
        }
    }

    /** Factors p and q of a large block. */
    static void factorsOfLarge(double[] c, double[] forward, double[] backward, double[] p, double[] q, double[] a) {
        final double a0 = a[0], a2 = a[2], a4 = a[4], a6 = a[6], a8 = a[8], a10 = a[10];
        final double a1 = a[1], a3 = a[3], a5 = a[5], a7 = a[7], a9 = a[9], a11 = a[11];
        for (int i = 0; i < GrainBlock.LARGE_SIZE; i++) {
            double t = 1 - 2 * c[i];
            double y = t * t;
            double even = Math.fma(Math.fma(Math.fma(a10, y, a8), y, a6), y, a4);
            even = Math.fma(Math.fma(even, y, a2), y, a0);
            double odd = Math.fma(Math.fma(Math.fma(a11, y, a9), y, a7), y, a5);
            odd = t * Math.fma(Math.fma(odd, y, a3), y, a1);
            double up = even + odd;
            double down = even - odd;
            up *= up;
            down *= down;
            p[i] = forward[i] * (1 - c[i]) * (down * down);
            q[i] = backward[i] * c[i] * (up * up);
        }
    }

    /** Adds the factors of a large block to the two sets of lanes and keeps nothing. */
    static void addFactorsOfLarge(
            double[] c, double[] forward, double[] backward, double[] lanesA, double[] lanesB, double[] a) {
        final double a0 = a[0], a2 = a[2], a4 = a[4], a6 = a[6], a8 = a[8], a10 = a[10];
        final double a1 = a[1], a3 = a[3], a5 = a[5], a7 = a[7], a9 = a[9], a11 = a[11];
        for (int i = 0; i < GrainBlock.LARGE_SIZE; i++) {
            double t = 1 - 2 * c[i];
            double y = t * t;
            double even = Math.fma(Math.fma(Math.fma(a10, y, a8), y, a6), y, a4);
            even = Math.fma(Math.fma(even, y, a2), y, a0);
            double odd = Math.fma(Math.fma(Math.fma(a11, y, a9), y, a7), y, a5);
            odd = t * Math.fma(Math.fma(odd, y, a3), y, a1);
            double up = even + odd;
            double down = even - odd;
            up *= up;
            down *= down;
            lanesA[i] += forward[i] * (1 - c[i]) * (down * down);
            lanesB[i] += backward[i] * c[i] * (up * up);
        }
    }

    /** Rates f = p x - q/x of a large block, computed anew from the fillings. */
    static void ratesOfLarge(
            double[] c, double[] forward, double[] backward, double x, double inverse, double[] f, double[] a) {
        final double a0 = a[0], a2 = a[2], a4 = a[4], a6 = a[6], a8 = a[8], a10 = a[10];
        final double a1 = a[1], a3 = a[3], a5 = a[5], a7 = a[7], a9 = a[9], a11 = a[11];
        for (int i = 0; i < GrainBlock.LARGE_SIZE; i++) {
            double t = 1 - 2 * c[i];
            double y = t * t;
            double even = Math.fma(Math.fma(Math.fma(a10, y, a8), y, a6), y, a4);
            even = Math.fma(Math.fma(even, y, a2), y, a0);
            double odd = Math.fma(Math.fma(Math.fma(a11, y, a9), y, a7), y, a5);
            odd = t * Math.fma(Math.fma(odd, y, a3), y, a1);
            double up = even + odd;
            double down = even - odd;
            up *= up;
            down *= down;
            f[i] = forward[i] * (1 - c[i]) * (down * down) * x - backward[i] * c[i] * (up * up) * inverse;
        }
    }
}
