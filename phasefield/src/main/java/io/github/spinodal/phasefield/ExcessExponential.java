package io.github.spinodal.phasefield;

import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.thermo.FreeEnergyModel;
import io.github.spinodal.core.thermo.RegularSolution;
import java.io.Serializable;
import java.util.Arrays;

/**
 * exp(g/2) and exp(-g/2) of the excess chemical potential g(c) (in kT) as polynomials on [0, 1], made once per model.
 *
 * <p>Chebyshev interpolation, truncated where the coefficients fall below rounding. Arguments too large for one polynomial
 * are divided by a power of two and the result is squared as often. Functions that no polynomial of degree 31 resolves,
 * such as splines, are evaluated directly. Same bits on every machine.
 */
final class ExcessExponential implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int SAMPLES = 64;
    /** Largest |g|/2 that one polynomial covers: its end values differ by e^6, which costs 3 digits of 16. */
    private static final double LARGEST_ARGUMENT = 3;

    private static final double RESOLVED = 5e-16;

    /** The ideal part, taken off near the ends, leaves this much rounding in the slope. */
    private static final double SLOPE_RESOLVED = 1e-11;

    private final FreeEnergyModel model;
    private final double kT;
    private final int squarings;
    private final boolean direct;
    private final boolean odd;
    private final int terms;
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
        boolean antisymmetric = true;
        for (int j = 0; j < SAMPLES; j++) {
            double c = (1 - Chebyshev.node(j, SAMPLES)) / 2;
            g[j] = model.excessChemicalPotential(c) / kT;
            gSlope[j] = model.chemicalPotentialSlope(c) / kT - 1 / (c * (1 - c));
            largest = Math.max(largest, Math.abs(g[j]) / 2);
        }
        for (int j = 0; j < SAMPLES; j++) {
            antisymmetric &= Math.abs(g[j] + g[SAMPLES - 1 - j]) <= 1e-14 * (1 + largest);
        }
        int halvings = 0;
        while (largest > LARGEST_ARGUMENT) {
            largest /= 2;
            halvings++;
        }
        this.squarings = halvings;
        double scale = StrictMath.pow(0.5, halvings + 1);
        double[] rising = Chebyshev.coefficients(exponentials(g, scale));
        double[] falling = Chebyshev.coefficients(exponentials(g, -scale));
        double[] slopes = Chebyshev.coefficients(gSlope);
        double bound = RESOLVED * StrictMath.exp(largest);
        int degree = Math.max(Chebyshev.degree(rising, bound), Chebyshev.degree(falling, bound));
        this.odd = antisymmetric;
        this.constantSlope = model instanceof RegularSolution;
        int slopeDegree = constantSlope ? 0 : Chebyshev.degree(slopes, SLOPE_RESOLVED);
        this.direct = degree >= Polynomials.LARGEST * 2 || slopeDegree >= Polynomials.LARGEST * 2;
        this.terms = direct ? 0 : Polynomials.terms(degree, odd);
        this.plus = direct ? new double[0] : Chebyshev.monomials(rising, 2 * terms);
        this.minus = direct ? new double[0] : Chebyshev.monomials(falling, 2 * terms);
        this.slope = constantSlope
                ? new double[] {-2 * ((RegularSolution) model).omegaOverKT()}
                : Chebyshev.monomials(slopes, 2 * Polynomials.LARGEST);
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

    int terms() {
        return terms;
    }

    /** Excess chemical potential over kT. */
    double excess(double c) {
        return model.excessChemicalPotential(c) / kT;
    }

    /** Slope of the excess chemical potential over kT. */
    double excessSlope(double c) {
        return constantSlope ? slope[0] : model.chemicalPotentialSlope(c) / kT - 1 / (c * (1 - c));
    }

    /** Fills rising = exp(g/2) and falling = exp(-g/2); t holds 1 - 2c, scaled per grain where interactions differ. */
    void evaluate(double[] t, double[] rising, double[] falling, double[] scratch, int n) {
        if (direct) {
            for (int i = 0; i < n; i++) {
                double half = excess(Math.min(1, Math.max(0, (1 - t[i]) / 2))) / 2;
                rising[i] = StrictMath.exp(half);
                falling[i] = StrictMath.exp(-half);
            }
            return;
        }
        if (odd && terms == 8) {
            Polynomials.pair8(t, rising, falling, plus, n);
        } else if (odd && terms == 10) {
            Polynomials.pair10(t, rising, falling, plus, n);
        } else {
            Polynomials.single(t, rising, scratch, plus, n);
            Polynomials.single(t, falling, scratch, minus, n);
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
