package io.github.spinodal.phasefield.oscillation;

/** Scalar products of columns, two by four at a time: eight sums that do not wait for one another. */
final class Products {
    private Products() {}

    /** Variance of a quantity from its gradient and the covariance of the parameters, row by row. */
    static double variance(double[] gradient, double[] covariance) {
        int n = gradient.length;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                sum += gradient[i] * gradient[j] * covariance[i * n + j];
            }
        }
        return sum;
    }

    /** Scalar product of two columns, from four sums that do not wait for one another. */
    static double of(double[] a, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int fours = a.length - a.length % 4;
        for (int i = 0; i < fours; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (int i = fours; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return s0 + s1 + (s2 + s3);
    }

    static void subtract(double[] column, double factor, double[] from) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= factor * column[i];
        }
    }

    /** Makes every column of unit length and perpendicular to those before. */
    static void orthonormalise(double[][] columns) {
        for (int j = 0; j < columns.length; j++) {
            for (int k = 0; k < j; k++) {
                subtract(columns[k], of(columns[k], columns[j]), columns[j]);
            }
            double norm = Math.sqrt(of(columns[j], columns[j]));
            for (int i = 0; i < columns[j].length; i++) {
                columns[j][i] /= norm;
            }
        }
    }

    /** Writes the products of all left columns with the first {@code width} right columns into out, row by row. */
    static void of(double[][] left, double[][] right, int width, double[] out) {
        int rows = out.length / width;
        for (int i = 0; i < rows; i += 2) {
            int second = Math.min(i + 1, rows - 1);
            for (int j = 0; j < width; j += 4) {
                int last = width - 1;
                four(
                        left[i],
                        left[second],
                        right,
                        j,
                        Math.min(j + 1, last),
                        Math.min(j + 2, last),
                        Math.min(j + 3, last),
                        out,
                        i * width,
                        second * width);
            }
        }
    }

    private static void four(
            double[] left,
            double[] otherLeft,
            double[][] right,
            int j0,
            int j1,
            int j2,
            int j3,
            double[] out,
            int row,
            int otherRow) {
        double[] a = right[j0];
        double[] b = right[j1];
        double[] c = right[j2];
        double[] d = right[j3];
        double a0 = 0;
        double b0 = 0;
        double c0 = 0;
        double d0 = 0;
        double a1 = 0;
        double b1 = 0;
        double c1 = 0;
        double d1 = 0;
        for (int i = 0; i < left.length; i++) {
            double x = left[i];
            double y = otherLeft[i];
            a0 += x * a[i];
            b0 += x * b[i];
            c0 += x * c[i];
            d0 += x * d[i];
            a1 += y * a[i];
            b1 += y * b[i];
            c1 += y * c[i];
            d1 += y * d[i];
        }
        out[row + j0] = a0;
        out[row + j1] = b0;
        out[row + j2] = c0;
        out[row + j3] = d0;
        out[otherRow + j0] = a1;
        out[otherRow + j1] = b1;
        out[otherRow + j2] = c1;
        out[otherRow + j3] = d1;
    }
}
