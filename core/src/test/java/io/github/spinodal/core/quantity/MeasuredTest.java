package io.github.spinodal.core.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuredTest {
    @Test
    void sumsAndDifferencesAddVariances() {
        Measured a = Measured.of(10, 3);
        Measured b = Measured.of(4, 4);
        assertEquals(Measured.of(14, 5), a.plus(b));
        assertEquals(Measured.of(6, 5), a.minus(b));
        assertEquals(Measured.of(12, 3), a.plus(2));
        assertEquals(Measured.of(8, 3), a.minus(2));
    }

    @Test
    void productsAndQuotientsAddRelativeVariances() {
        Measured a = Measured.of(-20, 0.6);
        Measured b = Measured.of(5, 0.2);
        assertEquals(-100, a.times(b).value());
        assertEquals(0.05, a.times(b).relativeUncertainty(), 1e-15);
        assertEquals(-4, a.dividedBy(b).value());
        assertEquals(0.05, a.dividedBy(b).relativeUncertainty(), 1e-15);
        assertEquals(Measured.of(40, 1.2), a.times(-2));
        assertEquals(Measured.of(10, 0.3), a.dividedBy(-2));
    }

    @Test
    void aPowerIsNotAProductOfIndependentFactors() {
        Measured x = Measured.of(3, 0.1);
        assertEquals(9, x.pow(2).value(), 1e-15);
        assertEquals(0.6, x.pow(2).standardUncertainty(), 1e-15);
        assertEquals(0.6 / Math.sqrt(2), x.times(x).standardUncertainty(), 1e-15);
        assertEquals(Measured.exact(1), Measured.of(0, 1).pow(0));
        assertEquals(Measured.of(0, 0), Measured.of(0, 1).pow(2));
        assertEquals(1.0 / 9 * 0.1, x.pow(-1).standardUncertainty(), 1e-15);
    }

    @Test
    void correlationInterpolatesBetweenCancellingAndAdding() {
        Measured a = Measured.of(1, 3);
        Measured b = Measured.of(1, 4);
        assertEquals(7, a.combine(b, Double::sum, 1, 1, 1).standardUncertainty(), 1e-15);
        assertEquals(1, a.combine(b, Double::sum, 1, 1, -1).standardUncertainty(), 1e-15);
        // sqrt(9 + 16 + 2 * 0.5 * 12), GUM Eq. 13.
        assertEquals(Math.sqrt(37), a.combine(b, Double::sum, 1, 1, 0.5).standardUncertainty(), 1e-14);
        assertEquals(
                Math.sqrt(9 + 4 * 16 - 2 * 0.5 * 2 * 12),
                a.combine(b, (x, y) -> x - 2 * y, 1, -2, 0.5).standardUncertainty(),
                1e-14);
    }

    @Test
    void appliesTheSlopeOfAFunction() {
        Measured logarithm = Measured.of(Math.E, 0.1).apply(Math::log, x -> -1 / x);
        assertEquals(1, logarithm.value(), 1e-15);
        assertEquals(0.1 / Math.E, logarithm.standardUncertainty(), 1e-16);
    }

    @Test
    void rectangularLimitsGiveTheWidthOverRootTwelve() {
        Measured mass = Measured.between(210, 230);
        assertEquals(220, mass.value());
        assertEquals(20 / Math.sqrt(12), mass.standardUncertainty(), 1e-14);
        assertEquals(0, Measured.between(3, 3).standardUncertainty());
    }

    @Test
    void weightsAMeanByInverseVariance() {
        Measured mean = Measured.weightedMean(List.of(Measured.of(10, 1), Measured.of(13, 2)));
        assertEquals(10.6, mean.value(), 1e-14);
        assertEquals(Math.sqrt(0.8), mean.standardUncertainty(), 1e-15);
    }

    @Test
    void coversWithNormalAndStudentFactors() {
        // Tables of the normal and the t distribution: 1.959964, and 2.776445 for four degrees of freedom.
        Interval normal = Measured.of(10, 2).coverageInterval(0.95);
        assertEquals(10 - 2 * 1.959964, normal.low(), 2e-6);
        assertEquals(10 + 2 * 1.959964, normal.high(), 2e-6);
        assertEquals(4 * 1.959964, normal.width(), 4e-6);
        Interval student = Measured.of(10, 2).coverageInterval(0.95, 4);
        assertEquals(10 - 2 * 2.776445, student.low(), 2e-6);
        assertEquals(10 + 2 * 2.776445, student.high(), 2e-6);
        assertTrue(normal.contains(normal.low()) && normal.contains(normal.high()) && normal.contains(10));
        assertFalse(normal.contains(15) || normal.contains(5) || normal.contains(Double.NaN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "45 | 5 | 45.0 ± 5.0",
                "0.8395 | 0.00149 | 0.8395 ± 0.0015",
                "1298 | 9.96 | 1298 ± 10",
                "1234.5 | 123 | 1230 ± 120",
                "3.3e-12 | 1.25e-13 | (3.30 ± 0.13)e-12",
                "-1.5e9 | 2e7 | (-1.500 ± 0.020)e9",
                "0 | 0.0333 | 0.000 ± 0.033",
                "2 | 300 | 0 ± 300",
                "7.25 | 0 | 7.25 (exact)",
                "0.00012 | 0.000031 | (1.20 ± 0.31)e-4",
                "999999.7 | 0.95 | 999999.70 ± 0.95",
                "1234567 | 12 | (1.234567 ± 0.000012)e6"
            })
    void roundsToTwoDigitsOfTheUncertainty(double value, double uncertainty, String text) {
        assertEquals(text, Measured.of(value, uncertainty).toString());
    }

    @Test
    void appendsAUnit() {
        assertEquals("45.0 ± 5.0 nm", Measured.of(45, 5).withUnit("nm"));
    }

    @Test
    void comparesInStandardUncertainties() {
        assertEquals(2, Measured.of(10, 3).standardizedDistance(Measured.of(20, 4)), 1e-15);
        assertEquals(0, Measured.exact(1).standardizedDistance(Measured.exact(1)));
        assertEquals(Double.POSITIVE_INFINITY, Measured.exact(1).standardizedDistance(Measured.exact(2)));
        assertEquals(Double.POSITIVE_INFINITY, Measured.of(0, 1).relativeUncertainty());
        assertEquals(0, Measured.exact(0).relativeUncertainty());
    }

    @Test
    void refusesWhatHasNoMeaning() {
        assertThrows(InvalidValueException.class, () -> Measured.of(Double.NaN, 1));
        assertThrows(InvalidValueException.class, () -> Measured.of(1, -1));
        assertThrows(InvalidValueException.class, () -> Measured.of(1, Double.NaN));
        assertThrows(InvalidValueException.class, () -> Measured.between(2, 1));
        assertThrows(InvalidValueException.class, () -> Measured.between(Double.NEGATIVE_INFINITY, 1));
        assertThrows(InvalidValueException.class, () -> Measured.exact(1).dividedBy(0));
        assertThrows(InvalidValueException.class, () -> Measured.exact(1).dividedBy(Measured.of(0, 1)));
        assertThrows(InvalidValueException.class, () -> Measured.of(-1, 1).pow(0.5));
        assertThrows(InvalidValueException.class, () -> Measured.of(0, 1).pow(0.5));
        assertThrows(InvalidValueException.class, () -> Measured.of(1, 1).pow(Double.NaN));
        assertThrows(InvalidValueException.class, () -> Measured.weightedMean(List.of()));
        assertThrows(InvalidValueException.class, () -> Measured.weightedMean(List.of(Measured.exact(1))));
        assertThrows(InvalidValueException.class, () -> Measured.of(1, 1).coverageInterval(1));
        assertThrows(InvalidValueException.class, () -> Measured.of(1, 1).coverageInterval(0.0, 3));
        assertThrows(InvalidValueException.class, () -> Measured.of(1, 1).coverageInterval(0.95, 0));
        Measured one = Measured.of(1, 1);
        assertThrows(InvalidValueException.class, () -> one.combine(one, Double::sum, 1, 1, 1.1));
        assertThrows(InvalidValueException.class, () -> one.combine(one, Double::sum, Double.NaN, 1, 0));
        assertThrows(InvalidValueException.class, () -> one.combine(one, Double::sum, 1, Double.NaN, 0));
        assertThrows(InvalidValueException.class, () -> new Interval(Double.NaN, 1));
        assertThrows(InvalidValueException.class, () -> new Interval(2, 1));
    }
}
