package io.github.spinodal.eis.element;

import java.util.List;

/** Infinite and finite diffusion. */
final class DiffusionElements {
    private DiffusionElements() {}

    /** The geometry and far boundary of finite diffusion. */
    enum Shape {
        BLOCKING,
        TRANSMITTING,
        SPHERE,
        CYLINDER;

        DiffusionFunction at(Complex x) {
            return switch (this) {
                case BLOCKING -> DiffusionFunction.blocking(x);
                case TRANSMITTING -> DiffusionFunction.transmitting(x);
                case SPHERE -> DiffusionFunction.sphere(x);
                case CYLINDER -> DiffusionFunction.cylinder(x);
            };
        }
    }

    /** Z = sigma (1 - j)/sqrt(omega). */
    record WarburgSigma() implements Element {
        private static final long serialVersionUID = 1L;

        @Override
        public String symbol() {
            return "W";
        }

        @Override
        public List<ElementParameter> parameters() {
            return List.of(ElementParameter.positive("sigma", "ohm s^-1/2", Dimension.of(1, -0.5)));
        }

        @Override
        public void evaluate(double angularFrequency, double[] p, double[] result) {
            double unit = 1 / Math.sqrt(angularFrequency);
            new Complex(p[0] * unit, -p[0] * unit).store(result, 0);
            new Complex(unit, -unit).store(result, 1);
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
            for (int i = 0; i < w.length; i++) {
                double unit = 1 / Math.sqrt(w[i]);
                re[i] = p[0] * unit;
                im[i] = -re[i];
                reSlope[0][i] = unit;
                imSlope[0][i] = -unit;
            }
        }
    }

    /** Z = 1/(Y0 sqrt(s)); sigma = 1/(sqrt(2) Y0). */
    record WarburgAdmittance() implements Element {
        private static final long serialVersionUID = 1L;

        @Override
        public String symbol() {
            return "W";
        }

        @Override
        public List<ElementParameter> parameters() {
            return List.of(ElementParameter.positive("Y0", "S s^1/2", Dimension.of(-1, 0.5)));
        }

        @Override
        public void evaluate(double angularFrequency, double[] p, double[] result) {
            double part = Math.sqrt(0.5) / Math.sqrt(angularFrequency) / p[0];
            new Complex(part, -part).store(result, 0);
            new Complex(-part / p[0], part / p[0]).store(result, 1);
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
            for (int i = 0; i < w.length; i++) {
                double part = Math.sqrt(0.5) / Math.sqrt(w[i]) / p[0];
                re[i] = part;
                im[i] = -part;
                reSlope[0][i] = -part / p[0];
                imSlope[0][i] = part / p[0];
            }
        }
    }

    /** Z = Z0 F(s tau), with tau = L^2/D (r^2/D for sphere and cylinder). */
    record Finite(String symbol, Shape shape) implements Element {
        private static final long serialVersionUID = 1L;

        @Override
        public List<ElementParameter> parameters() {
            return List.of(
                    ElementParameter.positive("Z0", "ohm", Dimension.RESISTANCE),
                    ElementParameter.positive("tau", "s", Dimension.TIME));
        }

        @Override
        public void evaluate(double angularFrequency, double[] p, double[] result) {
            DiffusionFunction f = shape.at(new Complex(0, angularFrequency * p[1]));
            f.value().times(p[0]).store(result, 0);
            f.value().store(result, 1);
            f.logSlope().times(p[0] / p[1]).store(result, 2);
        }
    }

    /** Z = (B/Y0) F(B^2 s), Boukamp's T (coth) and O (tanh); B = L/sqrt(D). */
    record FiniteAdmittance(String symbol, Shape shape) implements Element {
        private static final long serialVersionUID = 1L;

        @Override
        public List<ElementParameter> parameters() {
            return List.of(
                    ElementParameter.positive("Y0", "S s^1/2", Dimension.of(-1, 0.5)),
                    ElementParameter.positive("B", "s^1/2", Dimension.of(0, 0.5)));
        }

        @Override
        public void evaluate(double angularFrequency, double[] p, double[] result) {
            DiffusionFunction f = shape.at(new Complex(0, angularFrequency * p[1] * p[1]));
            Complex z = f.value().times(p[1] / p[0]);
            z.store(result, 0);
            z.times(-1 / p[0]).store(result, 1);
            f.value().plus(f.logSlope().times(2)).times(1 / p[0]).store(result, 2);
        }
    }

    /** Z = Z0 coth((s tau)^(gamma/2))/(s tau)^(gamma/2), modified restricted diffusion. */
    record ModifiedRestricted() implements Element {
        private static final long serialVersionUID = 1L;

        @Override
        public String symbol() {
            return "Ma";
        }

        @Override
        public List<ElementParameter> parameters() {
            return List.of(
                    ElementParameter.positive("Z0", "ohm", Dimension.RESISTANCE),
                    ElementParameter.positive("tau", "s", Dimension.TIME),
                    ElementParameter.exponent("gamma"));
        }

        @Override
        public void evaluate(double angularFrequency, double[] p, double[] result) {
            double reduced = angularFrequency * p[1];
            DiffusionFunction f = DiffusionFunction.blocking(Complex.powerOfS(reduced, p[2]));
            f.value().times(p[0]).store(result, 0);
            f.value().store(result, 1);
            f.logSlope().times(p[0] * p[2] / p[1]).store(result, 2);
            f.logSlope().times(Complex.logOfS(reduced)).times(p[0]).store(result, 3);
        }
    }
}
