package io.github.spinodal.core.peaks;

import java.util.List;

/** Gaussian, Lorentzian, and sums and products of them. */
record GaussLorentz(String name, Mixture mixture, double share) implements PeakShape {
    private static final double FOUR_LN_2 = 4 * Math.log(2);
    private static final double GAUSS_AREA = Math.sqrt(Math.PI / FOUR_LN_2);

    /** How the two are combined. */
    enum Mixture {
        FIXED_SUM,
        FREE_SUM,
        FIXED_PRODUCT
    }

    @Override
    public List<ShapeParameter> parameters() {
        return mixture == Mixture.FREE_SUM ? List.of(new ShapeParameter("Lorentz share", share, 0, 1)) : List.of();
    }

    @Override
    public Profile profile(double... values) {
        double m = mixture == Mixture.FREE_SUM ? values[0] : share;
        return mixture == Mixture.FIXED_PRODUCT ? new Product(m) : new Sum(m, mixture == Mixture.FREE_SUM);
    }

    private record Sum(double lorentz, boolean free) implements Profile {
        @Override
        public void evaluate(double u, double[] result) {
            double g = Math.exp(-FOUR_LN_2 * u * u);
            double l = 1 / (1 + 4 * u * u);
            result[0] = lorentz * l + (1 - lorentz) * g;
            result[1] = -8 * u * lorentz * l * l - 2 * FOUR_LN_2 * u * (1 - lorentz) * g;
            if (free) {
                result[2] = l - g;
            }
        }

        @Override
        public double integral() {
            return lorentz * Math.PI / 2 + (1 - lorentz) * GAUSS_AREA;
        }
    }

    private record Product(double lorentz) implements Profile {
        @Override
        public void evaluate(double u, double[] result) {
            double a = FOUR_LN_2 * (1 - lorentz);
            double l = 1 / (1 + 4 * lorentz * u * u);
            result[0] = Math.exp(-a * u * u) * l;
            result[1] = -2 * u * (a + 4 * lorentz * l) * result[0];
        }

        @Override
        public double integral() {
            if (lorentz == 0) {
                return GAUSS_AREA;
            }
            // int exp(-a u^2)/(1 + b u^2) du = pi/sqrt(b) erfcx(sqrt(a/b)), Abramowitz and Stegun 7.4.11
            double[] w = new double[2];
            Faddeeva.evaluate(0, Math.sqrt(Math.log(2) * (1 - lorentz) / lorentz), w);
            return Math.PI / (2 * Math.sqrt(lorentz)) * w[0];
        }
    }
}
