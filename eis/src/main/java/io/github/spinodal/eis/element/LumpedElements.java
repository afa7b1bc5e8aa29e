package io.github.spinodal.eis.element;

import java.util.Arrays;
import java.util.List;

/** Resistor, capacitor, inductors and the Voigt element. */
final class LumpedElements {
    private LumpedElements() {}

    /** Z = R. */
    record Resistor() implements Element {
        private static final long serialVersionUID = 1L;

        @Override
        public String symbol() {
            return "R";
        }

        @Override
        public List<ElementParameter> parameters() {
            return List.of(ElementParameter.positive("R", "ohm", Dimension.RESISTANCE));
        }

        @Override
        public void evaluate(double angularFrequency, double[] p, double[] result) {
            new Complex(p[0], 0).store(result, 0);
            Complex.ONE.store(result, 1);
        }

        @Override
        public void evaluateAll(
                double[] w,
                double[] logW,
                double[] p,
                double[] re,
                double[] im,
                double[][] reSlope,
                double[][] imSlope) {
            Arrays.fill(re, p[0]);
            Arrays.fill(im, 0);
            Arrays.fill(reSlope[0], 1);
            Arrays.fill(imSlope[0], 0);
        }
    }

    /** Z = 1/(C s). */
    record Capacitor() implements Element {
        private static final long serialVersionUID = 1L;

        @Override
        public String symbol() {
            return "C";
        }

        @Override
        public List<ElementParameter> parameters() {
            return List.of(ElementParameter.positive("C", "F", Dimension.of(-1, 1)));
        }

        @Override
        public void evaluate(double angularFrequency, double[] p, double[] result) {
            double im = -1 / angularFrequency / p[0];
            new Complex(0, im).store(result, 0);
            new Complex(0, -im / p[0]).store(result, 1);
        }

        @Override
        public void evaluateAll(
                double[] w,
                double[] logW,
                double[] p,
                double[] re,
                double[] im,
                double[][] reSlope,
                double[][] imSlope) {
            Arrays.fill(re, 0);
            Arrays.fill(reSlope[0], 0);
            for (int i = 0; i < w.length; i++) {
                im[i] = -1 / w[i] / p[0];
                imSlope[0][i] = -im[i] / p[0];
            }
        }
    }

    /** Z = L s. */
    record Inductor() implements Element {
        private static final long serialVersionUID = 1L;

        @Override
        public String symbol() {
            return "L";
        }

        @Override
        public List<ElementParameter> parameters() {
            return List.of(ElementParameter.positive("L", "H", Dimension.of(1, 1)));
        }

        @Override
        public void evaluate(double angularFrequency, double[] p, double[] result) {
            new Complex(0, angularFrequency * p[0]).store(result, 0);
            new Complex(0, angularFrequency).store(result, 1);
        }
    }

    /** Z = L s^alpha, the lossy inductor of impedance.py's documentation (its code computes (L s)^alpha instead). */
    record LossyInductor() implements Element {
        private static final long serialVersionUID = 1L;

        @Override
        public String symbol() {
            return "La";
        }

        @Override
        public List<ElementParameter> parameters() {
            return List.of(
                    ElementParameter.positive("L", "ohm s^alpha", Dimension.withExponent(1, 1, 1)),
                    ElementParameter.exponent("alpha"));
        }

        @Override
        public void evaluate(double angularFrequency, double[] p, double[] result) {
            Complex power = Complex.powerOfS(angularFrequency, p[1]);
            Complex z = power.times(p[0]);
            z.store(result, 0);
            power.store(result, 1);
            z.times(Complex.logOfS(angularFrequency)).store(result, 2);
        }
    }

    /** Z = R/(1 + s tau). */
    record Voigt() implements Element {
        private static final long serialVersionUID = 1L;

        @Override
        public String symbol() {
            return "K";
        }

        @Override
        public List<ElementParameter> parameters() {
            return List.of(
                    ElementParameter.positive("R", "ohm", Dimension.RESISTANCE),
                    ElementParameter.positive("tau", "s", Dimension.TIME));
        }

        @Override
        public void evaluate(double angularFrequency, double[] p, double[] result) {
            Complex shape = new Complex(1, angularFrequency * p[1]).inverse();
            shape.times(p[0]).store(result, 0);
            shape.store(result, 1);
            new Complex(0, angularFrequency)
                    .times(shape)
                    .times(shape)
                    .times(-p[0])
                    .store(result, 2);
        }
    }
}
