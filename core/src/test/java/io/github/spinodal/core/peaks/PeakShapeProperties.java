package io.github.spinodal.core.peaks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.apache.commons.math3.special.Erf;

class PeakShapeProperties {
    static final List<PeakShape> SHAPES = List.of(
            PeakShape.gauss(),
            PeakShape.lorentz(),
            PeakShape.pseudoVoigt(),
            PeakShape.voigt(),
            PeakShape.doniachSunjic(TailSide.HIGH),
            PeakShape.doniachSunjic(TailSide.LOW),
            PeakShape.sumGaussLorentz(30),
            PeakShape.productGaussLorentz(30),
            PeakShape.productGaussLorentz(0),
            PeakShape.split(PeakShape.gauss()),
            PeakShape.split(PeakShape.voigt()));

    @Provide
    Arbitrary<Double> share() {
        return Arbitraries.doubles().between(0, 1).ofScale(12);
    }

    @Provide
    Arbitrary<Double> position() {
        return Arbitraries.doubles().between(-20, 20).ofScale(12);
    }

    @Property(tries = 200, seed = "20260101")
    void derivativesAgreeWithDifferences(@ForAll("share") double share, @ForAll("position") double u) {
        for (PeakShape shape : SHAPES) {
            List<ShapeParameter> parameters = shape.parameters();
            double[] p = new double[parameters.size()];
            for (int k = 0; k < p.length; k++) {
                ShapeParameter q = parameters.get(k);
                double inner = 0.001 + 0.99 * share;
                p[k] = q.lower() + inner * (q.upper() - q.lower());
            }
            double[] result = new double[2 + p.length];
            double[] other = new double[2 + p.length];
            double[] low = new double[2 + p.length];
            shape.profile(p).evaluate(u, result);
            double h = 1e-6;
            if (Math.abs(u) > 2 * h) {
                shape.profile(p).evaluate(u + h, other);
                shape.profile(p).evaluate(u - h, low);
                assertEquals((other[0] - low[0]) / (2 * h), result[1], 2e-8 * scale(p), shape.name());
            }
            for (int k = 0; k < p.length; k++) {
                double[] moved = p.clone();
                double step = 1e-6 * (parameters.get(k).upper() - p[k]);
                moved[k] = p[k] + step;
                shape.profile(moved).evaluate(u, other);
                moved[k] = p[k] - step;
                shape.profile(moved).evaluate(u, low);
                assertEquals(
                        (other[0] - low[0]) / (2 * step),
                        result[2 + k],
                        1e-6 / (1.001 - share),
                        shape.name() + " " + k);
            }
        }
    }

    private static double scale(double[] p) {
        // the narrow side of a split shape is up to twenty times steeper
        return p.length == 0 ? 1 : 1000;
    }

    @Property(tries = 100, seed = "20260101")
    void symmetricShapesHaveHeightOneAndTheirWidth(@ForAll("share") double share, @ForAll("position") double u) {
        double[] result = new double[3];
        double[] mirrored = new double[3];
        for (PeakShape shape :
                List.of(PeakShape.gauss(), PeakShape.lorentz(), PeakShape.pseudoVoigt(), PeakShape.voigt())) {
            double[] p = shape.parameters().isEmpty() ? new double[0] : new double[] {0.999 * share};
            PeakShape.Profile profile = shape.profile(p);
            profile.evaluate(0, result);
            assertEquals(1, result[0], 1e-12, shape.name());
            assertEquals(0, result[1], 1e-12, shape.name());
            profile.evaluate(0.5, result);
            assertEquals(0.5, result[0], 1e-12, shape.name());
            profile.evaluate(u, result);
            profile.evaluate(-u, mirrored);
            assertEquals(result[0], mirrored[0], 1e-12, shape.name());
        }
        PeakShape.Profile split = PeakShape.split(PeakShape.gauss()).profile(1.8 * share - 0.9);
        split.evaluate(-0.5 * (1 - (1.8 * share - 0.9)), result);
        assertEquals(0.5, result[0], 1e-12);
        split.evaluate(0.5 * (1 + (1.8 * share - 0.9)), result);
        assertEquals(0.5, result[0], 1e-12);
    }

    @Property(tries = 20, seed = "20260101")
    void integralsAgreeWithQuadrature(@ForAll("share") double share) {
        for (PeakShape shape : SHAPES) {
            double[] p = shape.parameters().stream()
                    .mapToDouble(q -> q.lower() + 0.9 * share * (q.upper() - q.lower()))
                    .toArray();
            PeakShape.Profile profile = shape.profile(p);
            if (shape.name().startsWith("Doniach")) {
                assertEquals(share > 0 ? Double.POSITIVE_INFINITY : Math.PI / 2, profile.integral());
                continue;
            }
            double[] result = new double[2 + p.length];
            // u = tan(t) maps the whole axis to (-pi/2, pi/2)
            double numeric = 0;
            IterativeLegendreGaussIntegrator rule = new IterativeLegendreGaussIntegrator(16, 1e-9, 1e-11);
            for (double[] part : new double[][] {{-Math.PI / 2, 0}, {0, Math.PI / 2}}) {
                numeric += rule.integrate(
                        1_000_000,
                        t -> {
                            profile.evaluate(Math.tan(t), result);
                            double c = Math.cos(t);
                            return result[0] / (c * c);
                        },
                        part[0],
                        part[1]);
            }
            assertEquals(profile.integral(), numeric, 1e-7, shape.name() + " " + share);
        }
    }

    /** Abramowitz and Stegun table 7.9, and Poppe and Wijers' reference values. */
    @Example
    void faddeevaHasItsPublishedValues() {
        assertFaddeeva(0, 0, 1, 0);
        // table 7.9: x = 0.5, y = 0.5 and x = 2, y = 1; ten digits from mpmath 1.3 exp(-z^2) erfc(-iz)
        assertFaddeeva(1, 0, 0.36787944117144233, 0.60715770584139372);
        assertFaddeeva(1, 1, 0.30474420525691259, 0.20821893820283163);
        assertFaddeeva(0, 1, 0.42758357615580700, 0);
        assertFaddeeva(6.3, 4.6e-1, 0.0069218, 0.0901586, 2e-3);
    }

    @Property(tries = 200, seed = "20260101")
    void faddeevaOnTheImaginaryAxisIsTheScaledErrorFunction(@ForAll("share") double share) {
        double y = 5 * share;
        double[] w = new double[2];
        Faddeeva.evaluate(0, y, w);
        assertEquals(Math.exp(y * y) * Erf.erfc(y), w[0], 1e-11 * w[0] + 1e-14 * Math.exp(y * y));
        assertEquals(0, w[1], 1e-14);
    }

    @Property(tries = 200, seed = "20260101")
    void bothExpansionsMeet(@ForAll("share") double share) {
        double angle = Math.PI * share;
        double[] inner = new double[2];
        double[] outer = new double[2];
        Faddeeva.evaluate(7.9999999 * Math.cos(angle), 7.9999999 * Math.sin(angle), inner);
        Faddeeva.evaluate(8.0000001 * Math.cos(angle), 8.0000001 * Math.sin(angle), outer);
        // the function itself changes by 2e-7/8 of its size
        double size = Math.hypot(outer[0], outer[1]);
        assertEquals(outer[0], inner[0], 4e-8 * size);
        assertEquals(outer[1], inner[1], 4e-8 * size);
    }

    private static void assertFaddeeva(double x, double y, double re, double im) {
        assertFaddeeva(x, y, re, im, 1e-13);
    }

    private static void assertFaddeeva(double x, double y, double re, double im, double tolerance) {
        double[] w = new double[2];
        Faddeeva.evaluate(x, y, w);
        assertEquals(re, w[0], tolerance);
        assertEquals(im, w[1], tolerance);
    }

    @Example
    void rejectsInvalidShapes() {
        assertThrows(InvalidValueException.class, () -> PeakShape.sumGaussLorentz(-1));
        assertThrows(InvalidValueException.class, () -> PeakShape.productGaussLorentz(101));
        assertThrows(InvalidValueException.class, () -> new ShapeParameter("a", 2, 0, 1));
        assertTrue(PeakShape.split(PeakShape.gauss()).name().contains("Gauss"));
    }
}
