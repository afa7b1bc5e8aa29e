package io.github.spinodal.phasefield.oscillation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filter against the same noise written out as a matrix (Rasmussen and Williams 2006, eq. 4.17). */
class SmoothNoiseFilterTest {
    private static final int SAMPLES = 50;

    @ParameterizedTest
    @CsvSource({
        "2, 0.7, 0.3, true",
        "2, 0.999, 0.05, false",
        "3, 0.9, 0.2, false",
        "3, 0.5, 1.5, true",
        "3, 0.999, 0.02, true"
    })
    void likelihoodIsThatOfTheWholeCovariance(int order, double share, double length, boolean even) {
        SplittableRandom random = new SplittableRandom(12);
        double[] x = new double[SAMPLES];
        double[] y = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            x[i] = -1 + 2 * (i + (even ? 0 : 0.8 * random.nextDouble())) / SAMPLES;
            y[i] = 2 * random.nextDouble() - 1;
        }
        RealMatrix covariance = new Array2DRowRealMatrix(SAMPLES, SAMPLES);
        for (int i = 0; i < SAMPLES; i++) {
            for (int j = 0; j < SAMPLES; j++) {
                double d = Math.sqrt(2 * order - 1) * Math.abs(x[i] - x[j]) / length;
                double polynomial = order == 2 ? 1 + d : 1 + d + d * d / 3;
                covariance.setEntry(i, j, share * polynomial * Math.exp(-d) + (i == j ? 1 - share : 0));
            }
        }
        LUDecomposition factors = new LUDecomposition(covariance);
        RealVector values = new ArrayRealVector(y);

        SmoothNoiseFilter filter = new SmoothNoiseFilter(order, share, length, x);
        double[] innovations = y.clone();
        filter.apply(innovations);
        double sum = 0;
        for (double innovation : innovations) {
            sum += innovation * innovation;
        }
        double expected = values.dotProduct(factors.getSolver().solve(values));
        assertEquals(expected, sum, 1e-9 * expected);
        assertEquals(Math.log(factors.getDeterminant()), filter.logDeterminant(), 1e-8);
    }
}
