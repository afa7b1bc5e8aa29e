package io.github.spinodal.eis.element;

import java.util.List;

/** Constant-phase element and dispersed relaxations. */
final class DispersiveElements {
    private DispersiveElements() {}

    /** Z = 1/(Q s^n), in either notation's letters. */
    record ConstantPhase(String symbol, String coefficient, String exponent) implements Element {
        private static final long serialVersionUID = 1L;

        @Override
        public List<ElementParameter> parameters() {
            return List.of(
                    ElementParameter.positive(coefficient, "S s^" + exponent, Dimension.withExponent(-1, 1, 1)),
                    ElementParameter.exponent(exponent));
        }

        @Override
        public void evaluate(double angularFrequency, double[] p, double[] result) {
            Complex z = Complex.powerOfS(angularFrequency, -p[1]).times(1 / p[0]);
            z.store(result, 0);
            z.times(-1 / p[0]).store(result, 1);
            z.times(Complex.logOfS(angularFrequency)).times(-1).store(result, 2);
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
            double n = p[1];
            double inverse = 1 / p[0];
            double cos = Complex.cosQuarterTurns(n) * inverse;
            double sin = -Complex.sinQuarterTurns(n) * inverse;
            double[] reByQ = reSlope[0];
            double[] imByQ = imSlope[0];
            double[] reByN = reSlope[1];
            double[] imByN = imSlope[1];
            for (int i = 0; i < w.length; i++) {
                double modulus = Math.exp(-n * logW[i]);
                double a = modulus * cos;
                double b = modulus * sin;
                re[i] = a;
                im[i] = b;
                reByQ[i] = -a * inverse;
                imByQ[i] = -b * inverse;
                reByN[i] = b * (Math.PI / 2) - a * logW[i];
                imByN[i] = -b * logW[i] - a * (Math.PI / 2);
            }
        }
    }

    /** Z = R/(1 + (s tau)^gamma). */
    record Zarc() implements Element {
        private static final long serialVersionUID = 1L;

        @Override
        public String symbol() {
            return "Zarc";
        }

        @Override
        public List<ElementParameter> parameters() {
            return List.of(
                    ElementParameter.positive("R", "ohm", Dimension.RESISTANCE),
                    ElementParameter.positive("tau", "s", Dimension.TIME),
                    ElementParameter.exponent("gamma"));
        }

        @Override
        public void evaluate(double angularFrequency, double[] p, double[] result) {
            Complex power = Complex.powerOfS(angularFrequency * p[1], p[2]);
            Complex shape = power.plus(1).inverse();
            // Z dlnZ/dx of 1/(1 + e^x) in this order does not overflow.
            Complex byLogPower = power.times(shape).times(shape).times(-p[0]);
            shape.times(p[0]).store(result, 0);
            shape.store(result, 1);
            byLogPower.times(p[2] / p[1]).store(result, 2);
            byLogPower.times(Complex.logOfS(angularFrequency * p[1])).store(result, 3);
        }
    }

    /** Z = R/(1 + (s tau)^alpha)^beta (Havriliak and Negami, Polymer 8, 161, 1967). */
    record HavriliakNegami() implements Element {
        private static final long serialVersionUID = 1L;

        @Override
        public String symbol() {
            return "HN";
        }

        @Override
        public List<ElementParameter> parameters() {
            return List.of(
                    ElementParameter.positive("R", "ohm", Dimension.RESISTANCE),
                    ElementParameter.positive("tau", "s", Dimension.TIME),
                    ElementParameter.exponent("alpha"),
                    ElementParameter.exponent("beta"));
        }

        @Override
        public void evaluate(double angularFrequency, double[] p, double[] result) {
            Complex power = Complex.powerOfS(angularFrequency * p[1], p[2]);
            Complex base = power.plus(1);
            Complex shape = base.pow(-p[3]);
            Complex byLogPower = power.over(base).times(shape).times(-p[0] * p[3]);
            shape.times(p[0]).store(result, 0);
            shape.store(result, 1);
            byLogPower.times(p[2] / p[1]).store(result, 2);
            byLogPower.times(Complex.logOfS(angularFrequency * p[1])).store(result, 3);
            shape.times(base.log()).times(-p[0]).store(result, 4);
        }
    }

    /** Z = R/sqrt(1 + s tau). */
    record Gerischer() implements Element {
        private static final long serialVersionUID = 1L;

        @Override
        public String symbol() {
            return "G";
        }

        @Override
        public List<ElementParameter> parameters() {
            return List.of(
                    ElementParameter.positive("R", "ohm", Dimension.RESISTANCE),
                    ElementParameter.positive("tau", "s", Dimension.TIME));
        }

        @Override
        public void evaluate(double angularFrequency, double[] p, double[] result) {
            Complex base = new Complex(1, angularFrequency * p[1]);
            Complex shape = base.sqrt().inverse();
            shape.times(p[0]).store(result, 0);
            shape.store(result, 1);
            new Complex(0, angularFrequency)
                    .over(base)
                    .times(shape)
                    .times(-p[0] / 2)
                    .store(result, 2);
        }
    }

    /** Z = 1/(Y0 sqrt(k + s)), Boukamp's form. */
    record GerischerAdmittance() implements Element {
        private static final long serialVersionUID = 1L;

        @Override
        public String symbol() {
            return "G";
        }

        @Override
        public List<ElementParameter> parameters() {
            return List.of(
                    ElementParameter.positive("Y0", "S s^1/2", Dimension.of(-1, 0.5)),
                    ElementParameter.positive("k", "1/s", Dimension.of(0, -1)));
        }

        @Override
        public void evaluate(double angularFrequency, double[] p, double[] result) {
            Complex base = new Complex(p[1], angularFrequency);
            Complex z = base.sqrt().inverse().times(1 / p[0]);
            z.store(result, 0);
            z.times(-1 / p[0]).store(result, 1);
            z.over(base).times(-0.5).store(result, 2);
        }
    }

    /** Z = R/(sqrt(1 + s tau) tanh(phi sqrt(1 + s tau))), the Gerischer impedance of a layer of finite thickness. */
    record FiniteGerischer() implements Element {
        private static final long serialVersionUID = 1L;

        @Override
        public String symbol() {
            return "Gs";
        }

        @Override
        public List<ElementParameter> parameters() {
            return List.of(
                    ElementParameter.positive("R", "ohm", Dimension.RESISTANCE),
                    ElementParameter.positive("tau", "s", Dimension.TIME),
                    ElementParameter.positive("phi", "", Dimension.NONE));
        }

        @Override
        public void evaluate(double angularFrequency, double[] p, double[] result) {
            Complex base = new Complex(1, angularFrequency * p[1]);
            DiffusionFunction f = DiffusionFunction.blocking(base.times(p[2] * p[2]));
            f.value().times(p[0] * p[2]).store(result, 0);
            f.value().times(p[2]).store(result, 1);
            f.logSlope()
                    .times(p[0] * p[2])
                    .times(new Complex(0, angularFrequency).over(base))
                    .store(result, 2);
            f.value().plus(f.logSlope().times(2)).times(p[0]).store(result, 3);
        }
    }
}
