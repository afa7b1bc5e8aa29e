package io.github.spinodal.sfmm;

/**
 * Sums over any stretch of samples in constant time: all that a straight line needs to be fitted, of which a force curve
 * outside the layer consists. The abscissa is s, Z counted from the middle of the ramp in units of its half.
 */
final class LineSums {
    /** Sums of 1, s, s^2, y, y s and y^2, one after the other. */
    static final int ONE = 0;

    static final int S = 1;
    static final int SS = 2;
    static final int Y = 3;
    static final int YS = 4;
    static final int YY = 5;
    static final int COUNT = 6;

    private final double[] sums;

    LineSums(double[] z, double[] y, double[] used) {
        int n = z.length;
        sums = new double[COUNT * (n + 1)];
        double middle = 0.5 * (z[0] + z[n - 1]);
        double scale = 2 / (z[n - 1] - z[0]);
        double one = 0;
        double s1 = 0;
        double s2 = 0;
        double y1 = 0;
        double ys = 0;
        double yy = 0;
        for (int i = 0; i < n; i++) {
            if (used[i] > 0) {
                double s = (z[i] - middle) * scale;
                one += 1;
                s1 += s;
                s2 += s * s;
                y1 += y[i];
                ys += y[i] * s;
                yy += y[i] * y[i];
            }
            int k = COUNT * (i + 1);
            sums[k + ONE] = one;
            sums[k + S] = s1;
            sums[k + SS] = s2;
            sums[k + Y] = y1;
            sums[k + YS] = ys;
            sums[k + YY] = yy;
        }
    }

    /** One of the sums over the samples [from, to). */
    double sum(int which, int from, int to) {
        return sums[COUNT * to + which] - sums[COUNT * from + which];
    }
}
