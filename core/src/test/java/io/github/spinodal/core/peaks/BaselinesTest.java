package io.github.spinodal.core.peaks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import org.junit.jupiter.api.Test;

class BaselinesTest {
    private static final int N = 401;
    private static final double[] X = new double[N];
    private static final double[] PEAK = new double[N];

    static {
        for (int i = 0; i < N; i++) {
            X[i] = 700 + 0.1 * i;
            double u = (X[i] - 718) / 1.5;
            PEAK[i] = 1000 * Math.exp(-u * u);
        }
    }

    @Test
    void lineBetweenEnds() {
        double[] y = new double[N];
        for (int i = 0; i < N; i++) {
            y[i] = 5 + 2 * X[i];
        }
        assertArrayEquals(y, Baselines.linear(X, y, 5), 1e-9);
    }

    /** A background that rises in proportion to the peak area is what Shirley's equation describes. */
    @Test
    void shirleyRecoversWhatItAssumes() {
        double total = 1500 * Math.sqrt(Math.PI);
        double[] background = new double[N];
        double[] y = new double[N];
        for (int i = 0; i < N; i++) {
            double share = 0.5 * (1 + org.apache.commons.math3.special.Erf.erf((X[i] - 718) / 1.5));
            background[i] = 200 + 300 * share;
            y[i] = background[i] + PEAK[i];
        }
        assertArrayEquals(background, Baselines.shirley(X, y, 3), 0.1);
        // the same on a falling axis
        double[] x = new double[N];
        double[] reversed = new double[N];
        for (int i = 0; i < N; i++) {
            x[i] = X[N - 1 - i];
            reversed[i] = y[N - 1 - i];
        }
        double[] other = Baselines.shirley(x, reversed, 3);
        for (int i = 0; i < N; i++) {
            assertEquals(background[N - 1 - i], other[i], 0.1);
        }
        assertTrue(total > 0);
        double[] flat = new double[N];
        assertArrayEquals(flat, Baselines.shirley(X, flat, 3));
    }

    @Test
    void tougaardRecoversWhatItAssumes() {
        double c = 1643;
        double b = 2866;
        double[] background = new double[N];
        double[] y = new double[N];
        for (int i = 0; i < N; i++) {
            background[i] = 50;
            for (int j = 0; j < i; j++) {
                double t = X[i] - X[j];
                background[i] += b * t / Math.pow(c + t * t, 2) * (y[j] - 50) * 0.1;
            }
            y[i] = background[i] + PEAK[i];
        }
        double[] found = Baselines.tougaard(X, y, 1, c);
        assertArrayEquals(background, found, 1e-6);
        assertEquals(background[N - 1], found[N - 1], 1e-9);
        assertEquals(50, found[0], 1e-9);
    }

    @Test
    void asymmetricLeastSquaresPassesBelowPeaks() {
        double[] y = new double[N];
        for (int i = 0; i < N; i++) {
            y[i] = 100 + 20 * Math.sin(i / 200.0) + PEAK[i];
        }
        double[] z = Baselines.asymmetricLeastSquares(y, 1e6, 1e-3);
        for (int i = 0; i < N; i++) {
            assertEquals(100 + 20 * Math.sin(i / 200.0), z[i], 4, "at " + i);
        }
    }

    /** The penalised curve satisfies its normal equations. */
    @Test
    void asymmetricLeastSquaresSolvesItsEquations() {
        double[] y = {1, 3, 2, 8, 2, 3, 1, 0, 4};
        double p = 0.3;
        double stiffness = 2.5;
        double[] z = Baselines.asymmetricLeastSquares(y, stiffness, p);
        for (int i = 0; i < y.length; i++) {
            double w = y[i] > z[i] ? p : 1 - p;
            double gradient = w * (z[i] - y[i]);
            for (int k = Math.max(0, i - 2); k <= Math.min(i, y.length - 3); k++) {
                double second = z[k] - 2 * z[k + 1] + z[k + 2];
                gradient += stiffness * second * (i - k == 1 ? -2 : 1);
            }
            assertEquals(0, gradient, 1e-12, "at " + i);
        }
        double[] line = {2, 4, 6, 8, 10};
        assertArrayEquals(line, Baselines.asymmetricLeastSquares(line, 1e4, 0.1), 1e-9);
    }

    @Test
    void rejectsNonsense() {
        double[] x = {1, 2, 3, 4};
        assertThrows(InvalidValueException.class, () -> Baselines.linear(x, x, 3));
        assertThrows(InvalidValueException.class, () -> Baselines.linear(x, x, 0));
        assertThrows(InvalidValueException.class, () -> Baselines.shirley(new double[] {1, 3, 2, 4}, x, 1));
        assertThrows(InvalidValueException.class, () -> Baselines.shirley(x, new double[] {5, 0, 0, 1}, 1));
        assertThrows(InvalidValueException.class, () -> Baselines.tougaard(x, x, 1, 0));
        assertThrows(InvalidValueException.class, () -> Baselines.tougaard(x, new double[4], 1, 1643));
        assertThrows(InvalidValueException.class, () -> Baselines.asymmetricLeastSquares(x, 0, 0.1));
        assertThrows(InvalidValueException.class, () -> Baselines.asymmetricLeastSquares(x, 1, 1));
        assertThrows(InvalidValueException.class, () -> Baselines.asymmetricLeastSquares(new double[2], 1, 0.5));
    }
}
