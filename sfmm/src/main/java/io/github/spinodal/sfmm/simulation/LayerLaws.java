package io.github.spinodal.sfmm.simulation;

import io.github.spinodal.core.Require;

/** The laws of layers that curves can be simulated with. */
public final class LayerLaws {
    private LayerLaws() {}

    /**
     * A clean surface.
     *
     * @return a law of zero thickness
     */
    public static LayerLaw none() {
        return new Power(0, 0, 1.5);
    }

    /**
     * A power law d = D (delta/h)^p: p = 1.5 is a paraboloid on an elastic layer (Hertz 1882), p = 2 a cone (Sneddon 1965),
     * larger exponents stiffen.
     *
     * @param thicknessNanometres thickness h (nm), positive
     * @param breakDeflectionNanometres deflection D (nm) at which the tip reaches the base, positive
     * @param exponent exponent p, at least 1
     * @return the law
     */
    public static LayerLaw power(double thicknessNanometres, double breakDeflectionNanometres, double exponent) {
        Require.positive("thickness (nm)", thicknessNanometres);
        Require.positive("break deflection (nm)", breakDeflectionNanometres);
        Require.within("exponent", exponent, 1, 10);
        return new Power(thicknessNanometres, breakDeflectionNanometres, exponent);
    }

    /**
     * A thin elastic layer bonded to its base, indented by a paraboloid: Hertz times the series
     * 1 + 1.133 chi + 1.283 chi^2 + 0.769 chi^3 + 0.0975 chi^4 with chi = sqrt(R delta)/h (Dimitriadis et al. 2002,
     * Biophys. J. 82:2798, Eq. 14, Poisson ratio 1/2), scaled so that the tip reaches the base at the given deflection.
     *
     * @param thicknessNanometres thickness h (nm), positive
     * @param breakDeflectionNanometres deflection (nm) at which the tip reaches the base, positive
     * @param tipRadiusNanometres radius R of the tip (nm), positive
     * @return the law
     */
    public static LayerLaw bonded(
            double thicknessNanometres, double breakDeflectionNanometres, double tipRadiusNanometres) {
        Require.positive("thickness (nm)", thicknessNanometres);
        Require.positive("break deflection (nm)", breakDeflectionNanometres);
        Require.positive("tip radius (nm)", tipRadiusNanometres);
        return new Bonded(thicknessNanometres, breakDeflectionNanometres, tipRadiusNanometres);
    }

    /**
     * An exponentially stiffening layer, d = D (exp(s delta/h) - 1)/(exp(s) - 1), as of a steric brush.
     *
     * @param thicknessNanometres thickness h (nm), positive
     * @param breakDeflectionNanometres deflection D (nm) at which the tip reaches the base, positive
     * @param stiffening s, positive; the last tangent stiffness over the first is exp(s)
     * @return the law
     */
    public static LayerLaw exponential(
            double thicknessNanometres, double breakDeflectionNanometres, double stiffening) {
        Require.positive("thickness (nm)", thicknessNanometres);
        Require.positive("break deflection (nm)", breakDeflectionNanometres);
        Require.within("stiffening", stiffening, 1e-6, 50);
        return new Exponential(thicknessNanometres, breakDeflectionNanometres, stiffening);
    }

    /**
     * A layer on a layer: the tip goes through the outer one first, then through the inner one.
     *
     * @param outer the outer layer
     * @param inner the inner layer; its deflection adds to the one at which the outer layer is crossed
     * @return the law of both
     */
    public static LayerLaw stack(LayerLaw outer, LayerLaw inner) {
        return new Stack(outer, inner);
    }

    private record Power(double thicknessNanometres, double deflection, double exponent) implements LayerLaw {
        private static final long serialVersionUID = 1L;

        @Override
        public double deflectionNanometres(double indentation) {
            return thicknessNanometres == 0 ? 0 : deflection * Math.pow(indentation / thicknessNanometres, exponent);
        }
    }

    private record Bonded(double thicknessNanometres, double deflection, double radius) implements LayerLaw {
        private static final long serialVersionUID = 1L;

        @Override
        public double deflectionNanometres(double indentation) {
            return deflection * shape(indentation) / shape(thicknessNanometres);
        }

        private double shape(double indentation) {
            double chi = Math.sqrt(radius * indentation) / thicknessNanometres;
            double series = 1 + chi * (1.133 + chi * (1.283 + chi * (0.769 + chi * 0.0975)));
            return indentation * Math.sqrt(indentation) * series;
        }
    }

    private record Exponential(double thicknessNanometres, double deflection, double stiffening) implements LayerLaw {
        private static final long serialVersionUID = 1L;

        @Override
        public double deflectionNanometres(double indentation) {
            return deflection * Math.expm1(stiffening * indentation / thicknessNanometres) / Math.expm1(stiffening);
        }
    }

    private record Stack(LayerLaw outer, LayerLaw inner) implements LayerLaw {
        private static final long serialVersionUID = 1L;

        @Override
        public double thicknessNanometres() {
            return outer.thicknessNanometres() + inner.thicknessNanometres();
        }

        @Override
        public double deflectionNanometres(double indentation) {
            double first = outer.thicknessNanometres();
            return indentation <= first
                    ? outer.deflectionNanometres(indentation)
                    : outer.deflectionNanometres(first)
                            + inner.deflectionNanometres(Math.min(indentation - first, inner.thicknessNanometres()));
        }
    }
}
