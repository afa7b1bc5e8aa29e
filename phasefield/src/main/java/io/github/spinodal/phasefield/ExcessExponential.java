package io.github.spinodal.phasefield;

import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.thermo.FreeEnergyModel;
import io.github.spinodal.core.thermo.RegularSolution;
import java.io.Serializable;
import java.util.Arrays;

/**
 * exp(g/8) and exp(-g/8) of the excess chemical potential g(c) (in kT) as polynomials on [0, 1], made once per model; the
 * loops that use them raise them to the fourth power, which gives exp(g/2) with fewer operations than a polynomial of its
 * own, and with a relative error that is the same everywhere.
 *
 * <p>Chebyshev interpolation, truncated where the coefficients fall below rounding. Arguments too large for one polynomial
 * are halved as often as needed and the result is squared as often. Functions that no polynomial of degree 31 resolves,
 * such as splines, are evaluated directly. Same bits on every machine.
 */
final class ExcessExponential implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double[] NONE = {};
    private static final int SAMPLES = 64;
    /** The fourth power is left to the loops. */
    private static final int HALVINGS = 2;
    /** Largest argument that degree 11 covers: its first omitted term is 2 (x/2)^12/12! = 1e-15. Omega = 4.5 kT needs 0.5625. */
    private static final double LARGEST_SHORT = 0.57;
    /** Largest argument of the long polynomial: its end values differ by e^6, which costs 3 digits of 16. */
    private static final double LARGEST_LONG = 3;

    private static final double RESOLVED = 1e-15;
    /** The ideal part, taken off near the ends, leaves this much rounding in the slope. */
    private static final double SLOPE_RESOLVED = 1e-11;

    private final FreeEnergyModel model;
    private final double kT;
    private final int squarings;
    private final boolean direct;
    private final boolean odd;
    private final double[] plus;
    private final double[] minus;
    private final double[] slope;
    private final boolean constantSlope;

    private ExcessExponential(FreeEnergyModel model, double kT) {
        this.model = model;
        this.kT = kT;
        double[] g = new double[SAMPLES];
        double[] gSlope = new double[SAMPLES];
        double largest = 0;
        for (int j = 0; j < SAMPLES; j++) {
            double c = (1 - Chebyshev.node(j, SAMPLES)) / 2;
            g[j] = model.excessChemicalPotential(c) / kT;
            gSlope[j] = model.chemicalPotentialSlope(c) / kT - 1 / (c * (1 - c));
            largest = Math.max(largest, Math.abs(g[j]) / 2);
        }
        boolean antisymmetric = true;
        for (int j = 0; j < SAMPLES; j++) {
            antisymmetric &= Math.abs(g[j] + g[SAMPLES - 1 - j]) <= 1e-14 * (1 + largest);
        }
        int halvings = HALVINGS;
        while (largest * StrictMath.pow(0.5, halvings) > (antisymmetric ? LARGEST_SHORT : LARGEST_LONG)) {
            halvings++;
        }
        double scale = StrictMath.pow(0.5, halvings + 1);
        double[] rising = Chebyshev.coefficients(exponentials(g, scale));
        double[] falling = Chebyshev.coefficients(exponentials(g, -scale));
        double[] slopes = Chebyshev.coefficients(gSlope);
        double bound = RESOLVED * StrictMath.exp(2 * scale * largest);
        int degree = Math.max(Chebyshev.degree(rising, bound), Chebyshev.degree(falling, bound));
        this.odd = antisymmetric && degree < 2 * Polynomials.SHORT;
        this.constantSlope = model instanceof RegularSolution;
        int slopeDegree = constantSlope ? 0 : Chebyshev.degree(slopes, SLOPE_RESOLVED);
        this.direct = Math.max(degree, slopeDegree) >= 2 * Polynomials.LONG;
        this.squarings = direct ? 0 : halvings - HALVINGS;
        int count = 2 * (odd ? Polynomials.SHORT : Polynomials.LONG);
        this.plus = Chebyshev.monomials(rising, count);
        this.minus = Chebyshev.monomials(falling, count);
        this.slope = constantSlope
                ? new double[] {-2 * ((RegularSolution) model).omegaOverKT()}
                : Chebyshev.monomials(slopes, 2 * Polynomials.LONG);
    }

    static ExcessExponential of(FreeEnergyModel model) {
        return new ExcessExponential(model, PhysicalConstants.thermalEnergy(model.temperatureKelvin()));
    }

    private static double[] exponentials(double[] g, double scale) {
        double[] values = new double[g.length];
        for (int j = 0; j < g.length; j++) {
            values[j] = StrictMath.exp(scale * g[j]);
        }
        return values;
    }

    /** Whether the array form runs through polynomials. */
    boolean isPolynomial() {
        return !direct;
    }

    /** The polynomial of exp(g/8) in 1 - 2c where it is of degree 11 and exp(-g/8) is its mirror image; else empty. */
    double[] shortPolynomial() {
        return odd && squarings == 0 ? plus : NONE;
    }

    /** Excess chemical potential over kT. */
    double excess(double c) {
        return model.excessChemicalPotential(c) / kT;
    }

    /** Slope of the excess chemical potential over kT. */
    double excessSlope(double c) {
        return constantSlope ? slope[0] : model.chemicalPotentialSlope(c) / kT - 1 / (c * (1 - c));
    }

    /** Fills rising = exp(g/8) and falling = exp(-g/8); ratio holds g over that of the model where grains differ. */
    void evaluate(double[] c, double[] ratio, double[] rising, double[] falling, double[] t, double[] scratch, int n) {
        if (odd && ratio.length == 0) {
            Polynomials.pairOfFilling(c, rising, falling, plus, n);
        } else if (direct) {
            for (int i = 0; i < n; i++) {
                double eighth = excess(Math.min(1, Math.max(0, c[i]))) / 8;
                rising[i] = StrictMath.exp(eighth);
                falling[i] = StrictMath.exp(-eighth);
            }
        } else {
            if (ratio.length == 0) {
                Loops.variable(c, t, n);
            } else {
                Loops.variable(c, ratio, t, n);
            }
            if (odd) {
                Polynomials.pair(t, rising, falling, plus, n);
            } else {
                Polynomials.single(t, rising, scratch, plus, n);
                Polynomials.single(t, falling, scratch, minus, n);
            }
        }
        for (int s = 0; s < squarings; s++) {
            Polynomials.square(rising, n);
            Polynomials.square(falling, n);
        }
    }

    /** Fills out with dg/dc. */
    void slope(double[] t, double[] out, double[] scratch, int n) {
        if (constantSlope) {
            Arrays.fill(out, 0, n, slope[0]);
        } else if (direct) {
            for (int i = 0; i < n; i++) {
                out[i] = excessSlope((1 - t[i]) / 2);
            }
        } else {
            Polynomials.single(t, out, scratch, slope, n);
        }
    }
}
