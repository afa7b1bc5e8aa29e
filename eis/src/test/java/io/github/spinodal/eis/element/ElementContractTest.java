package io.github.spinodal.eis.element;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every element of both libraries must do. */
class ElementContractTest {
    static Stream<Element> elements() {
        return Stream.of(ElementLibrary.boukamp(), ElementLibrary.impedancePy())
                .flatMap(library ->
                        library.symbols().stream().map(s -> library.find(s).orElseThrow()));
    }

    @ParameterizedTest
    @MethodSource("elements")
    void derivativesAgreeWithSixthOrderDifferences(Element element) {
        Random random = new Random(7);
        for (int trial = 0; trial < 300; trial++) {
            double omega = Math.pow(10, -6 + 12 * random.nextDouble());
            double[] p = draw(element.parameters(), random, 3);
            double[] value = evaluate(element, omega, p);
            double scale = Math.hypot(value[0], value[1]);
            for (int k = 0; k < p.length; k++) {
                double[] difference = logarithmicDifference(element, omega, p, k);
                double error =
                        Math.hypot(value[2 + 2 * k] * p[k] - difference[0], value[3 + 2 * k] * p[k] - difference[1]);
                assertTrue(
                        error <= 2e-9 * scale * Math.max(1, Math.hypot(difference[0], difference[1]) / scale),
                        element.symbol() + " parameter " + k + " at " + omega + ": " + error / scale);
            }
        }
    }

    /** p dZ/dp by the sixth-order central difference in ln p. */
    private static double[] logarithmicDifference(Element element, double omega, double[] p, int k) {
        double h = 1e-3;
        double[] weights = {45. / 60, -9. / 60, 1. / 60};
        double[] sum = new double[2];
        for (int step = 1; step <= 3; step++) {
            double[] above = p.clone();
            double[] below = p.clone();
            above[k] *= Math.exp(step * h);
            below[k] *= Math.exp(-step * h);
            double[] za = evaluate(element, omega, above);
            double[] zb = evaluate(element, omega, below);
            for (int c = 0; c < 2; c++) {
                sum[c] += weights[step - 1] * (za[c] - zb[c]) / h;
            }
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("elements")
    void staysFiniteAtAnyFrequency(Element element) {
        Random random = new Random(3);
        for (int exponent = -40; exponent <= 40; exponent++) {
            double[] p = draw(element.parameters(), random, 6);
            for (double v : evaluate(element, Math.pow(10, exponent), p)) {
                assertTrue(Double.isFinite(v), element.symbol() + " at 1e" + exponent);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("elements")
    void batchEvaluationAgreesWithSingle(Element element) {
        double[] omega = {1e-5, 0.3, 1, 700, 1e8};
        double[] logOmega = java.util.Arrays.stream(omega).map(Math::log).toArray();
        double[] p = draw(element.parameters(), new Random(1), 1);
        double[] re = new double[omega.length];
        double[] im = new double[omega.length];
        double[][] reSlope = new double[p.length][omega.length];
        double[][] imSlope = new double[p.length][omega.length];
        element.evaluateAll(omega, logOmega, p, re, im, reSlope, imSlope);
        for (int i = 0; i < omega.length; i++) {
            double[] single = evaluate(element, omega[i], p);
            double tolerance = 1e-13 * Math.hypot(single[0], single[1]);
            assertEquals(single[0], re[i], tolerance);
            assertEquals(single[1], im[i], tolerance);
            for (int k = 0; k < p.length; k++) {
                double slope = 1e-13 * Math.hypot(single[2 + 2 * k], single[3 + 2 * k]);
                assertEquals(single[2 + 2 * k], reSlope[k][i], slope);
                assertEquals(single[3 + 2 * k], imSlope[k][i], slope);
            }
        }
    }

    /** Z(Z0, omega0) = Z0 Z(1, 1): the declared dimensions must make the impedance covariant. */
    @ParameterizedTest
    @MethodSource("elements")
    void dimensionsAreConsistent(Element element) {
        Random random = new Random(11);
        double[] p = draw(element.parameters(), random, 1);
        double ohms = 37;
        double rate = 1234;
        double[] scaled = p.clone();
        for (int k = 0; k < p.length; k++) {
            Dimension d = element.parameters().get(k).dimension();
            scaled[k] *= Math.pow(ohms, d.ohm()) * Math.pow(rate, -d.secondExponent(p));
        }
        double[] plain = evaluate(element, 0.7, p);
        double[] large = evaluate(element, 0.7 * rate, scaled);
        double tolerance = 1e-12 * ohms * Math.hypot(plain[0], plain[1]);
        assertEquals(ohms * plain[0], large[0], tolerance);
        assertEquals(ohms * plain[1], large[1], tolerance);
    }

    static double[] draw(List<ElementParameter> parameters, Random random, double decades) {
        return parameters.stream()
                .mapToDouble(q -> q.isExponent()
                        ? 0.4 + 0.55 * random.nextDouble()
                        : Math.pow(10, decades * (2 * random.nextDouble() - 1)))
                .toArray();
    }

    static double[] evaluate(Element element, double omega, double[] p) {
        double[] result = new double[2 + 2 * p.length];
        element.evaluate(omega, p, result);
        return result;
    }
}
