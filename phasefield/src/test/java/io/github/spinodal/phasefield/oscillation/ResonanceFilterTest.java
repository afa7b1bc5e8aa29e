package io.github.spinodal.phasefield.oscillation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filter against the same Gaussian process written out as a matrix. */
class ResonanceFilterTest {
    private static final int SAMPLES = 60;

    @ParameterizedTest
    @CsvSource({
        "0.7, 0.3, 4, 0, 0.1, 0, 0",
        "0.95, 0.1, 11, 0.3, 0.02, 0.8, 0",
        "0.9, 0.2, 9, 0.3, 0.02, 0.8, 0.6",
        "0.2, 1.5, 6, 0.9, 0.4, -0.5, -0.4",
        "0.5, 1, 0, 1, 0.2, 0, 0"
    })
    void likelihoodAndOscillationAreThoseOfTheWholeCovariance(
            double share,
            double length,
            double frequency,
            double noiseShare,
            double noiseLength,
            double growth,
            double drift) {
        Resonance resonance = new Resonance(share, length, frequency, noiseShare, noiseLength, growth, drift);
        SplittableRandom random = new SplittableRandom(11);
        double[] x = new double[SAMPLES];
        double[] y = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            x[i] = -1 + 2 * (i + 0.8 * random.nextDouble()) / SAMPLES;
            y[i] = 2 * random.nextDouble() - 1;
        }
        RealMatrix oscillation = new Array2DRowRealMatrix(SAMPLES, SAMPLES);
        for (int i = 0; i < SAMPLES; i++) {
            for (int j = 0; j < SAMPLES; j++) {
                double distance = Math.abs(x[i] - x[j]);
                double time = drift == 0
                        ? distance
                        : Math.abs(Math.exp(drift * x[i]) - Math.exp(drift * x[j])) / Math.abs(drift);
                oscillation.setEntry(
                        i,
                        j,
                        share
                                * Math.exp(growth * (x[i] + x[j]))
                                * ((1 - noiseShare)
                                                * Math.exp(-time / length)
                                                * Math.cos(2 * Math.PI * frequency * time)
                                        + noiseShare * Math.exp(-distance / noiseLength)));
            }
        }
        RealMatrix total =
                oscillation.add(MatrixUtils.createRealIdentityMatrix(SAMPLES).scalarMultiply(1 - share));
        LUDecomposition factors = new LUDecomposition(total);
        RealVector values = new ArrayRealVector(y);
        RealVector weighted = factors.getSolver().solve(values);

        ResonanceFilter filter = new ResonanceFilter(resonance, x);
        double[] innovations = y.clone();
        filter.apply(innovations);
        double sum = 0;
        for (double innovation : innovations) {
            sum += innovation * innovation;
        }
        assertEquals(values.dotProduct(weighted), sum, 1e-9 * sum);
        assertEquals(Math.log(factors.getDeterminant()), filter.logDeterminant(), 1e-9);

        double[] variances = new double[SAMPLES];
        double[] smooth = filter.smooth(y, variances);
        RealMatrix left =
                oscillation.subtract(oscillation.multiply(factors.getSolver().solve(oscillation)));
        assertArrayEquals(oscillation.operate(weighted).toArray(), smooth, 1e-9);
        for (int i = 0; i < SAMPLES; i++) {
            assertEquals(left.getEntry(i, i), variances[i], 1e-9);
        }
    }
}
