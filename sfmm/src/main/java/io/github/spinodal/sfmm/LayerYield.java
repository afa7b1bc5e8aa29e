package io.github.spinodal.sfmm;

/**
 * The yield of a layer: solves h x + D f(x) = u for rising u, each time from the solution before, where f is x^p or
 * (exp(p x) - 1)/(exp(p) - 1). Not shared between threads.
 */
final class LayerYield {
    private static final int STEPS = 40;
    /** Relative change of the fraction below which four terms of the binomial series of x^p are exact to 1e-10. */
    private static final double SMALL = 4e-3;

    private static final double EXPONENTIAL_TOLERANCE = 1e-6;

    private final double h;
    private final double inverse;
    private final double ratio;
    private final double p;
    private final boolean exponential;
    private double travel;
    /** Indentation over the thickness. */
    double fraction;
    /** The force over that at which the tip reaches the solid, f(x). */
    double power;
    /** Deflection of the cantilever for a solid slope of one (nm). */
    double deflection;
    /** Rise of the deflection with travel. */
    double stiffness;
    /** Derivative of f(x) by p. */
    double sensitivity;

    private double logFraction;

    LayerYield(double h, double breakDeflection, double p) {
        this(ForceLaw.POWER, h, breakDeflection, p);
    }

    LayerYield(ForceLaw law, double h, double breakDeflection, double p) {
        this.exponential = law == ForceLaw.EXPONENTIAL;
        this.h = h;
        this.inverse = 1 / h;
        this.ratio = breakDeflection / h;
        this.p = p;
    }

    void solve(double u) {
        if (exponential) {
            solveExponential(u);
            return;
        }
        double target = u * inverse;
        // The left side is convex and rising, so Newton's first step lands at or beyond the root and then falls to it.
        double x = fraction > 0 ? fraction + (target - travel) * (1 - stiffness) : Math.min(1, target);
        travel = target;
        double change = Double.NaN;
        for (int step = 0; step < STEPS; step++) {
            logFraction = Math.log(x);
            power = Math.exp(p * logFraction);
            change = (target - x - ratio * power) / (x + ratio * p * power);
            if (Math.abs(change) < SMALL) {
                break;
            }
            double next = x * (1 + change);
            x = next > 0 ? next : 0.1 * x;
        }
        if (Math.abs(change) < SMALL) {
            finish(x, target, change);
        } else {
            fraction = x;
        }
        double rise = ratio * p * power;
        stiffness = rise / (fraction + rise);
        sensitivity = power * logFraction;
        deflection = u - h * fraction;
    }

    private void solveExponential(double u) {
        double target = u * inverse;
        double whole = Math.exp(p) - 1;
        double x = fraction > 0 ? fraction + (target - travel) * (1 - stiffness) : Math.min(1, target);
        travel = target;
        double rise = 0;
        double change = Double.NaN;
        for (int step = 0; step < STEPS && !(Math.abs(change) < EXPONENTIAL_TOLERANCE); step++) {
            power = (Math.exp(p * x) - 1) / whole;
            rise = p * (power + 1 / whole);
            change = (target - x - ratio * power) / (1 + ratio * rise);
            x = Math.max(0, x + change);
        }
        // The last step was too small for its square to matter.
        power += change * rise;
        rise += change * p * rise;
        fraction = x;
        double q = ratio * rise;
        stiffness = q / (1 + q);
        sensitivity = x * (power + 1 / whole) - power * (1 + 1 / whole);
        deflection = u - h * x;
    }

    /** The last digits without further logarithms: a Newton step on the binomial series about x. */
    private void finish(double x, double target, double first) {
        double e = first;
        double curvature = 0.5 * (p - 1);
        double third = (p - 2) / 3;
        double fourth = 0.25 * (p - 3);
        double base = power * ratio;
        // One step more squares an error that is already that of a square.
        double growth = p * e * (1 + curvature * e * (1 + third * e * (1 + fourth * e)));
        double tangent = x + base * p * (1 + (p - 1) * e);
        e += (target - x * (1 + e) - base * (1 + growth)) / tangent;
        growth = p * e * (1 + curvature * e * (1 + third * e * (1 + fourth * e)));
        power *= 1 + growth;
        logFraction += e * (1 - e * (0.5 - e * (1 / 3.0 - 0.25 * e)));
        fraction = x * (1 + e);
    }
}
