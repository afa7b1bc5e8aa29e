package io.github.spinodal.core.peaks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.spinodal.core.InvalidValueException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes of CasaXPS by their published formulas (line shapes manual), u in units of the width. */
class CasaShapesTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, 30, 70, 100})
    void sumsAndProductsOfGaussAndLorentz(double percent) {
        double m = percent / 100;
        double[] result = new double[2];
        for (double u : new double[] {0, 0.3, -0.5, 2}) {
            PeakShape.productGaussLorentz(percent).profile().evaluate(u, result);
            double product = Math.exp(-4 * Math.log(2) * (1 - m) * u * u) / (1 + 4 * m * u * u);
            assertEquals(product, result[0], 1e-14);
            PeakShape.sumGaussLorentz(percent).profile().evaluate(u, result);
            double sum = (1 - m) * Math.exp(-4 * Math.log(2) * u * u) + m / (1 + 4 * u * u);
            assertEquals(sum, result[0], 1e-14);
        }
        assertThrows(InvalidValueException.class, () -> PeakShape.productGaussLorentz(percent + 101));
        assertThrows(InvalidValueException.class, () -> PeakShape.sumGaussLorentz(-percent - 1));
    }
}
