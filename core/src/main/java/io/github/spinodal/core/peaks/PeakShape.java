package io.github.spinodal.core.peaks;

import io.github.spinodal.core.Require;
import java.io.Serializable;
import java.util.List;

/**
 * The form of a peak as a function of u = (x - centre)/width, with value 1 at u = 0. For symmetric shapes the width is the
 * full width at half maximum: the value is 1/2 at u = -1/2 and 1/2.
 */
public interface PeakShape extends Serializable {
    /**
     * What the shape is called.
     *
     * @return its name
     */
    String name();

    /**
     * Parameters besides height, centre and width.
     *
     * @return the parameters in the order that {@link #profile} expects, possibly none
     */
    List<ShapeParameter> parameters();

    /**
     * Fixes the shape parameters and does what need not be repeated for every point.
     *
     * @param values values of {@link #parameters()}
     * @return the profile with these parameters
     */
    Profile profile(double... values);

    /** A shape with its parameters fixed. */
    interface Profile {
        /**
         * Value and derivatives.
         *
         * @param u (x - centre)/width
         * @param result where the value, its derivative with respect to u and those with respect to each shape parameter
         *     go, in this order
         */
        void evaluate(double u, double[] result);

        /**
         * The integral over all u, so that area = height * width * this.
         *
         * @return integral, infinite if the tails do not converge
         */
        double integral();
    }

    /**
     * The Gaussian exp(-4 ln 2 u^2). Its standard deviation is width/2.3548.
     *
     * @return the shape
     */
    static PeakShape gauss() {
        return new GaussLorentz("Gauss", GaussLorentz.Mixture.FIXED_SUM, 0);
    }

    /**
     * The Lorentzian 1/(1 + 4 u^2).
     *
     * @return the shape
     */
    static PeakShape lorentz() {
        return new GaussLorentz("Lorentz", GaussLorentz.Mixture.FIXED_SUM, 1);
    }

    /**
     * Sum of a Lorentzian and a Gaussian of the same width, the Lorentzian's share of the height being a parameter.
     *
     * @return the shape with the parameter "Lorentz share" in [0, 1]
     */
    static PeakShape pseudoVoigt() {
        return new GaussLorentz("pseudo-Voigt", GaussLorentz.Mixture.FREE_SUM, 0.5);
    }

    /**
     * CasaXPS's SGL(m): a pseudo-Voigt with fixed share.
     *
     * @param lorentzPercent Lorentzian share of the height (%), in [0, 100]
     * @return the shape
     * @throws io.github.spinodal.core.InvalidValueException if the share is not in [0, 100]
     */
    static PeakShape sumGaussLorentz(double lorentzPercent) {
        double share = Require.within("Lorentz share (%)", lorentzPercent, 0, 100) / 100;
        return new GaussLorentz("SGL", GaussLorentz.Mixture.FIXED_SUM, share);
    }

    /**
     * CasaXPS's GL(m): exp(-4 ln 2 (1 - m/100) u^2)/(1 + 4 (m/100) u^2). The width is not quite the full width at half
     * maximum between the limits 0 and 100.
     *
     * @param lorentzPercent mixing m (%), in [0, 100]
     * @return the shape
     * @throws io.github.spinodal.core.InvalidValueException if the mixing is not in [0, 100]
     */
    static PeakShape productGaussLorentz(double lorentzPercent) {
        double share = Require.within("Lorentz share (%)", lorentzPercent, 0, 100) / 100;
        return new GaussLorentz("GL", GaussLorentz.Mixture.FIXED_PRODUCT, share);
    }

    /**
     * The Voigt function, the convolution of a Gaussian and a Lorentzian, with exact full width at half maximum.
     *
     * @return the shape with the parameter "Lorentz share" s = w_L/(w_L + w_G) of the widths, in [0, 0.999]
     */
    static PeakShape voigt() {
        return new Voigt();
    }

    /**
     * Core lines of metals (Doniach and Sunjic, J. Phys. C 3, 1970, 285): cos(pi a/2 + (1 - a) atan e)/(1 + e^2)^((1 -
     * a)/2), scaled to one at e = 0; the width is that of the Lorentzian at a = 0, twice the lifetime width. Its area is
     * infinite.
     *
     * @param tail side of the tail
     * @return the shape with the parameter "asymmetry" a in [0, 0.5]
     */
    static PeakShape doniachSunjic(TailSide tail) {
        return new DoniachSunjic(tail);
    }

    /**
     * A shape with different half widths on both sides: left (1 - k)/2 and right (1 + k)/2 of the width.
     *
     * @param symmetric a symmetric shape
     * @return the shape with the additional last parameter "skew" k in [-0.95, 0.95]
     */
    static PeakShape split(PeakShape symmetric) {
        return new SplitShape(symmetric);
    }

    /**
     * A shape given as a curve, for example a measured standard or a component exported by another program; a cubic spline
     * passes through its points.
     *
     * @param name what it is called
     * @param u (x - centre)/width, finite, ascending, at least three; not modified
     * @param value values, finite, meant to be 1 at u = 0; zero is assumed outside; not modified
     * @return the shape
     * @throws io.github.spinodal.core.InvalidValueException if the points are invalid
     */
    static PeakShape tabulated(String name, double[] u, double[] value) {
        return TabulatedShape.of(name, u, value);
    }
}
