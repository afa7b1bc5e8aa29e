package io.github.spinodal.eis.element;

import java.util.List;

/** Transmission lines of porous electrodes; every resistance is that of the whole layer. */
final class PorousElements {
    private PorousElements() {}

    /** Z = R F(R Q s^gamma): a blocking pore (de Levie for gamma = 1), impedance.py's TLMQ. */
    record BlockingPore() implements Element {
        private static final long serialVersionUID = 1L;

        @Override
        public String symbol() {
            return "TLMQ";
        }

        @Override
        public List<ElementParameter> parameters() {
            return List.of(
                    ElementParameter.positive("Rion", "ohm", Dimension.RESISTANCE),
                    ElementParameter.positive("Qs", "S s^gamma", Dimension.withExponent(-1, 2, 1)),
                    ElementParameter.exponent("gamma"));
        }

        @Override
        public void evaluate(double angularFrequency, double[] p, double[] result) {
            Complex y = Complex.powerOfS(angularFrequency, p[2]).times(p[0] * p[1]);
            DiffusionFunction f = DiffusionFunction.blocking(y);
            Complex scaled = f.logSlope().times(p[0]);
            f.value().times(p[0]).store(result, 0);
            f.value().plus(f.logSlope()).store(result, 1);
            scaled.times(1 / p[1]).store(result, 2);
            scaled.times(Complex.logOfS(angularFrequency)).store(result, 3);
        }
    }

    /** Z = R F(R C s), de Levie's pore with an ideal double layer (Adv. Electrochem. 6, 329, 1967). */
    record DeLevie() implements Element {
        private static final long serialVersionUID = 1L;

        @Override
        public String symbol() {
            return "TLMC";
        }

        @Override
        public List<ElementParameter> parameters() {
            return List.of(
                    ElementParameter.positive("Rion", "ohm", Dimension.RESISTANCE),
                    ElementParameter.positive("C", "F", Dimension.of(-1, 1)));
        }

        @Override
        public void evaluate(double angularFrequency, double[] p, double[] result) {
            DiffusionFunction f = DiffusionFunction.blocking(new Complex(0, angularFrequency * p[0] * p[1]));
            f.value().times(p[0]).store(result, 0);
            f.value().plus(f.logSlope()).store(result, 1);
            f.logSlope().times(p[0] / p[1]).store(result, 2);
        }
    }

    /**
     * Z = Rm F(Rm (1/Rk + Q s^n)), one resistive rail of a line whose other rail conducts perfectly (Bisquert, J. Phys.
     * Chem. B 106, 325, 2002); the end is open (coth) or short-circuited (tanh).
     */
    record Bisquert(String symbol, DiffusionElements.Shape shape) implements Element {
        private static final long serialVersionUID = 1L;

        @Override
        public List<ElementParameter> parameters() {
            return List.of(
                    ElementParameter.positive("Rm", "ohm", Dimension.RESISTANCE),
                    ElementParameter.positive("Rk", "ohm", Dimension.RESISTANCE),
                    ElementParameter.positive("Q", "S s^n", Dimension.withExponent(-1, 3, 1)),
                    ElementParameter.exponent("n"));
        }

        @Override
        public void evaluate(double angularFrequency, double[] p, double[] result) {
            Complex power = Complex.powerOfS(angularFrequency, p[3]);
            Complex admittance = power.times(p[2]).plus(1 / p[1]);
            DiffusionFunction f = shape.at(admittance.times(p[0]));
            Complex byAdmittance = f.logSlope().times(p[0]).over(admittance);
            f.value().times(p[0]).store(result, 0);
            f.value().plus(f.logSlope()).store(result, 1);
            byAdmittance.times(-1 / p[1] / p[1]).store(result, 2);
            byAdmittance.times(power).store(result, 3);
            byAdmittance
                    .times(power)
                    .times(Complex.logOfS(angularFrequency))
                    .times(p[2])
                    .store(result, 4);
        }
    }

    /**
     * The line with two resistive rails (Bisquert, Phys. Chem. Chem. Phys. 2, 4185, 2000, Eq. 6): Z = R1 R2/(R1 + R2) (1
     * + 2/(q sinh q)) + (R1^2 + R2^2)/(R1 + R2) coth(q)/q with q^2 = (R1 + R2)(1/R3 + Q s^n).
     */
    record TwoRails() implements Element {
        private static final long serialVersionUID = 1L;

        @Override
        public String symbol() {
            return "BTM";
        }

        @Override
        public List<ElementParameter> parameters() {
            return List.of(
                    ElementParameter.positive("R1", "ohm", Dimension.RESISTANCE),
                    ElementParameter.positive("R2", "ohm", Dimension.RESISTANCE),
                    ElementParameter.positive("R3", "ohm", Dimension.RESISTANCE),
                    ElementParameter.positive("Q", "S s^n", Dimension.withExponent(-1, 4, 1)),
                    ElementParameter.exponent("n"));
        }

        @Override
        public void evaluate(double angularFrequency, double[] p, double[] result) {
            double r1 = p[0];
            double r2 = p[1];
            double sum = r1 + r2;
            double parallel = r1 * (r2 / sum);
            // (R1^2 + R2^2)/(R1 + R2) = R1 + R2 - 2 R1 R2/(R1 + R2)
            double own = sum - 2 * parallel;
            Complex power = Complex.powerOfS(angularFrequency, p[4]);
            Complex admittance = power.times(p[3]).plus(1 / p[2]);
            Complex y = admittance.times(sum);
            DiffusionFunction f = DiffusionFunction.blocking(y);
            DiffusionFunction g = DiffusionFunction.transfer(y);
            Complex through = g.value().times(2).plus(1);
            through.times(parallel).plus(f.value().times(own)).store(result, 0);
            Complex byLogY = g.logSlope().times(2 * parallel).plus(f.logSlope().times(own));
            for (int rail = 0; rail < 2; rail++) {
                double other = p[1 - rail] / sum;
                double parallelSlope = other * other;
                double ownSlope = 1 - 2 * parallelSlope;
                through.times(parallelSlope)
                        .plus(f.value().times(ownSlope))
                        .plus(byLogY.times(1 / sum))
                        .store(result, 1 + rail);
            }
            Complex byAdmittance = byLogY.over(admittance);
            byAdmittance.times(-1 / p[2] / p[2]).store(result, 3);
            byAdmittance.times(power).store(result, 4);
            byAdmittance
                    .times(power)
                    .times(Complex.logOfS(angularFrequency))
                    .times(p[3])
                    .store(result, 5);
        }
    }

    /** Z = A coth(q)/q + B/(q sinh q), q^2 = a + b s (Paasch, Micka and Gersdorf, Electrochim. Acta 38, 2653, 1993). */
    record Paasch() implements Element {
        private static final long serialVersionUID = 1L;

        @Override
        public String symbol() {
            return "T";
        }

        @Override
        public List<ElementParameter> parameters() {
            return List.of(
                    ElementParameter.positive("A", "ohm", Dimension.RESISTANCE),
                    ElementParameter.positive("B", "ohm", Dimension.RESISTANCE),
                    ElementParameter.positive("a", "", Dimension.NONE),
                    ElementParameter.positive("b", "s", Dimension.TIME));
        }

        @Override
        public void evaluate(double angularFrequency, double[] p, double[] result) {
            Complex y = new Complex(p[2], angularFrequency * p[3]);
            DiffusionFunction f = DiffusionFunction.blocking(y);
            DiffusionFunction g = DiffusionFunction.transfer(y);
            f.value().times(p[0]).plus(g.value().times(p[1])).store(result, 0);
            f.value().store(result, 1);
            g.value().store(result, 2);
            Complex byY =
                    f.logSlope().times(p[0]).plus(g.logSlope().times(p[1])).over(y);
            byY.store(result, 3);
            byY.times(new Complex(0, angularFrequency)).store(result, 4);
        }
    }
}
