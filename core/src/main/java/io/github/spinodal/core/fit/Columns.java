package io.github.spinodal.core.fit;

/**
 * Dense linear algebra for tall thin matrices kept by columns in flat arrays: element (i, j) is at j * rows + i. Written
 * out because the problems are tiny (a hundred rows, five columns) and are solved many thousand times.
 */
final class Columns {
    private Columns() {}

    /** Scalar product of two columns; four partial sums, because the compiler may not reorder one. */
    static double dot(double[] a, int offsetA, double[] b, int offsetB, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            s0 += a[offsetA + i] * b[offsetB + i];
            s1 += a[offsetA + i + 1] * b[offsetB + i + 1];
            s2 += a[offsetA + i + 2] * b[offsetB + i + 2];
            s3 += a[offsetA + i + 3] * b[offsetB + i + 3];
        }
        for (; i < length; i++) {
            s0 += a[offsetA + i] * b[offsetB + i];
        }
        return s0 + s1 + (s2 + s3);
    }

    /** Euclidean norm of a column, by a scaled sum where the plain one leaves the range of double. */
    static double norm(double[] a, int offset, int length) {
        double sum = dot(a, offset, a, offset, length);
        if (sum > 1e-270 && sum < 1e290) {
            return Math.sqrt(sum);
        }
        double largest = 0;
        for (int i = 0; i < length; i++) {
            largest = Math.max(largest, Math.abs(a[offset + i]));
        }
        if (!(largest > 0 && largest < Double.POSITIVE_INFINITY)) {
            return largest;
        }
        // a power of two, so that the scaling itself does not round
        double unit = Math.scalb(1.0, Math.getExponent(largest));
        double scaled = 0;
        for (int i = 0; i < length; i++) {
            double v = a[offset + i] / unit;
            scaled += v * v;
        }
        return unit * Math.sqrt(scaled);
    }

    private static void add(double factor, double[] a, int offsetA, double[] b, int offsetB, int length) {
        for (int i = 0; i < length; i++) {
            b[offsetB + i] += factor * a[offsetA + i];
        }
    }

    /**
     * Householder QR without pivoting, in place. Afterwards the upper triangle holds R and the right-hand side holds Q^T b.
     * Below the diagonal the reflectors remain. Works for rows &lt; columns too (R is then trapezoidal).
     */
    static void triangularise(double[] a, int rows, int columns, double[] b) {
        int steps = Math.min(rows, columns);
        for (int k = 0; k < steps; k++) {
            int diagonal = k * rows + k;
            int length = rows - k;
            double norm = norm(a, diagonal, length);
            if (norm == 0) {
                continue;
            }
            double alpha = a[diagonal] > 0 ? -norm : norm;
            // v = x - alpha e1; H = I - v v^T/(-alpha v1)
            double v1 = a[diagonal] - alpha;
            a[diagonal] = v1;
            double scale = 1 / (alpha * v1);
            for (int j = k + 1; j < columns; j++) {
                int other = j * rows + k;
                add(scale * dot(a, diagonal, a, other, length), a, diagonal, a, other, length);
            }
            add(scale * dot(a, diagonal, b, k, length), a, diagonal, b, k, length);
            a[diagonal] = alpha;
        }
    }

    /**
     * One-sided Jacobi: rotates the columns of w until they are orthogonal, so that w = (original) v with orthogonal v;
     * the column norms are the singular values. Small singular values come out with high relative accuracy.
     */
    static void orthogonalise(double[] w, int rows, int columns, double[] v) {
        java.util.Arrays.fill(v, 0, columns * columns, 0);
        for (int j = 0; j < columns; j++) {
            v[j * columns + j] = 1;
        }
        boolean rotated = columns > 1;
        for (int sweep = 0; rotated && sweep < 60; sweep++) {
            rotated = false;
            for (int p = 0; p < columns - 1; p++) {
                for (int q = p + 1; q < columns; q++) {
                    double pq = dot(w, p * rows, w, q * rows, rows);
                    double pp = dot(w, p * rows, w, p * rows, rows);
                    double qq = dot(w, q * rows, w, q * rows, rows);
                    if (Math.abs(pq) <= 1e-15 * Math.sqrt(pp) * Math.sqrt(qq)) {
                        continue;
                    }
                    rotated = true;
                    double zeta = (qq - pp) / (2 * pq);
                    double t = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
                    double c = 1 / Math.sqrt(1 + t * t);
                    double s = c * t;
                    rotate(w, p * rows, q * rows, rows, c, s);
                    rotate(v, p * columns, q * columns, columns, c, s);
                }
            }
        }
    }

    private static void rotate(double[] a, int p, int q, int length, double c, double s) {
        for (int i = 0; i < length; i++) {
            double ap = a[p + i];
            double aq = a[q + i];
            a[p + i] = c * ap - s * aq;
            a[q + i] = s * ap + c * aq;
        }
    }
}
