package io.github.spinodal.core.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnsTest {
    /** 3, 4, 12 have the norm 13, at any scale: no overflow, no underflow. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-300, 1e-160, 1e-130, 1e140, 1e150, 1e300})
    void theNormHoldsAtTheEdgesOfDouble(double unit) {
        double[] column = {99, 3 * unit, -4 * unit, 12 * unit, 99};
        assertEquals(13 * unit, Columns.norm(column, 1, 3), 4e-16 * 13 * unit);
    }

    @Test
    void theNormOfNothingAndOfInfinity() {
        assertEquals(0, Columns.norm(new double[3], 0, 3));
        assertEquals(Double.POSITIVE_INFINITY, Columns.norm(new double[] {1, Double.NEGATIVE_INFINITY}, 0, 2));
        assertTrue(Double.isNaN(Columns.norm(new double[] {1, Double.NaN}, 0, 2)));
    }

    @Test
    void scalarProductsOfEveryLength() {
        double[] a = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        for (int length = 0; length <= 8; length++) {
            double expected = 0;
            for (int i = 0; i < length; i++) {
                expected += a[i + 1] * a[i];
            }
            assertEquals(expected, Columns.dot(a, 1, a, 0, length));
        }
    }

    /** A = [[3, 1], [4, 2], [0, 2]], b = (1, 2, 3): |a_1| = 5, and R, Q^T b by Gram and Schmidt by hand. */
    @Test
    void householderGivesTheTriangleOfGramAndSchmidt() {
        double[] a = {3, 4, 0, 1, 2, 2};
        double[] b = {1, 2, 3};
        Columns.triangularise(a, 3, 2, b);
        double r22 = Math.sqrt(0.08 * 0.08 * 0 + 1 + 4 + 4 - 2.2 * 2.2);
        assertEquals(5, Math.abs(a[0]), 1e-14);
        assertEquals(2.2, Math.signum(a[0]) * a[3], 1e-14);
        assertEquals(r22, Math.abs(a[4]), 1e-14);
        assertEquals(2.2, Math.signum(a[0]) * b[0], 1e-14);
        // q_2 = (a_2 - 2.2 q_1)/r22 with q_1 = (0.6, 0.8, 0)
        double q2b = ((1 - 2.2 * 0.6) + (2 - 2.2 * 0.8) * 2 + 2 * 3) / r22;
        assertEquals(q2b, Math.signum(a[4]) * b[1], 1e-14);
        // the orthogonal map keeps the length of b
        assertEquals(14, b[0] * b[0] + b[1] * b[1] + b[2] * b[2], 1e-13);
    }

    /** Singular values of [[3, 0], [4, 5]] are sqrt 45 and sqrt 5. */
    @Test
    void jacobiRotationsGiveSingularValues() {
        double[] w = {3, 4, 0, 5};
        double[] v = new double[4];
        Columns.orthogonalise(w, 2, 2, v);
        assertEquals(0, Columns.dot(w, 0, w, 2, 2), 1e-14);
        double[] values = {Columns.norm(w, 0, 2), Columns.norm(w, 2, 2)};
        java.util.Arrays.sort(values);
        assertArrayEquals(new double[] {Math.sqrt(5), Math.sqrt(45)}, values, 1e-14);
        assertEquals(0, Columns.dot(v, 0, v, 2, 2), 1e-15);
        assertEquals(1, Columns.norm(v, 0, 2), 1e-15);
        // original times v
        assertEquals(w[0], 3 * v[0], 1e-14);
        assertEquals(w[1], 4 * v[0] + 5 * v[1], 1e-14);
    }
}
