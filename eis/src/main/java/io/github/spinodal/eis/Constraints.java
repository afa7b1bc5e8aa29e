package io.github.spinodal.eis;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.fit.LeastSquares;
import io.github.spinodal.eis.element.Dimension;
import io.github.spinodal.eis.element.ElementParameter;
import java.util.Arrays;
import java.util.List;

/** Bounds of the elements and constraints of the user, resolved for one circuit in reduced units. */
final class Constraints {
    /**
     * Smallest reduced value of a parameter that must not vanish (a capacity of zero is an infinite impedance): fourteen
     * decades below the scale of the data no measurement tells it from zero.
     */
    private static final double VANISHING = 1e-14;

    private final double[] lower;
    private final double[] upper;
    private final double[] fixed;
    private final List<ResolvedTie> ties;

    /** target = factor source, by index, in reduced units. */
    private record ResolvedTie(int target, int source, double factor) {}

    private Constraints(double[] lower, double[] upper, double[] fixed, List<ResolvedTie> ties) {
        this.lower = lower;
        this.upper = upper;
        this.fixed = fixed;
        this.ties = ties;
    }

    /** Scales in which every constraint stays a constant: without time if one touches a variable dimension. */
    static Scales scalesFor(Circuit circuit, UserConstraints user, Scales scales) {
        boolean variable = user.names().stream()
                .anyMatch(name -> circuit.parameters()
                        .get(circuit.indexOf(name))
                        .definition()
                        .dimension()
                        .dependsOnExponent());
        return variable ? scales.withoutTime() : scales;
    }

    static Constraints of(Circuit circuit, UserConstraints user, Scales scales) {
        int n = circuit.parameterCount();
        double[] lower = new double[n];
        double[] upper = new double[n];
        double[] fixed = new double[n];
        Arrays.fill(fixed, Double.NaN);
        // Constrained parameters have a constant dimension here, so that any exponent gives their factor.
        double[] factors = scales.factors(circuit, new double[n]);
        for (int k = 0; k < n; k++) {
            ElementParameter p = circuit.parameters().get(k).definition();
            Dimension d = p.dimension();
            boolean mayVanish = p.isExponent() || d.ohm() > 0;
            lower[k] = p.lowerBound() / factors[k];
            upper[k] = p.upperBound() / factors[k];
            if (lower[k] == 0 && !mayVanish) {
                lower[k] = VANISHING;
            }
        }
        user.bounds().forEach((name, range) -> {
            int k = circuit.indexOf(name);
            lower[k] = Math.max(lower[k], range.lower() / factors[k]);
            upper[k] = Math.min(upper[k], range.upper() / factors[k]);
            if (!(lower[k] < upper[k])) {
                throw new InvalidValueException(
                        "bounds of " + name,
                        range.lower() + " to " + range.upper(),
                        "inside those of the element, "
                                + circuit.parameters().get(k).definition().lowerBound() + " to "
                                + circuit.parameters().get(k).definition().upperBound());
            }
        });
        user.fixed().forEach((name, value) -> {
            int k = circuit.indexOf(name);
            fixed[k] = value / factors[k];
            if (!(fixed[k] >= lower[k] && fixed[k] <= upper[k])) {
                throw new InvalidValueException("fixed value of " + name, value, "within the parameter's bounds");
            }
        });
        List<ResolvedTie> ties = user.ties().stream()
                .map(t -> {
                    int target = circuit.indexOf(t.target());
                    int source = circuit.indexOf(t.source());
                    if (!circuit.parameters()
                            .get(target)
                            .unit()
                            .equals(circuit.parameters().get(source).unit())) {
                        throw new InvalidValueException(
                                "tie of " + t.target(), t.source(), "a parameter of the same unit");
                    }
                    return new ResolvedTie(target, source, t.factor() * factors[source] / factors[target]);
                })
                .toList();
        return new Constraints(lower, upper, fixed, ties);
    }

    boolean isConstrained() {
        return !ties.isEmpty() || Arrays.stream(fixed).anyMatch(f -> !Double.isNaN(f));
    }

    LeastSquares apply(LeastSquares engine) {
        LeastSquares bounded = engine.withLowerBounds(lower).withUpperBounds(upper);
        for (int k = 0; k < fixed.length; k++) {
            if (!Double.isNaN(fixed[k])) {
                bounded = bounded.withFixed(k);
            }
        }
        for (ResolvedTie tie : ties) {
            bounded = bounded.withTie(tie.target(), tie.source(), tie.factor(), 0);
        }
        return bounded;
    }

    /** The bounds alone, repeated for several blocks of parameters. */
    LeastSquares applyRepeated(LeastSquares engine, int blocks) {
        double[] low = new double[lower.length * blocks];
        double[] high = new double[lower.length * blocks];
        for (int b = 0; b < blocks; b++) {
            System.arraycopy(lower, 0, low, b * lower.length, lower.length);
            System.arraycopy(upper, 0, high, b * upper.length, upper.length);
        }
        return engine.withLowerBounds(low).withUpperBounds(high);
    }

    /** Puts rounding errors of a conversion back onto bounds, fixed values and ties. */
    double[] project(double[] values) {
        double[] projected = values.clone();
        for (int k = 0; k < projected.length; k++) {
            projected[k] = Double.isNaN(fixed[k]) ? Math.min(Math.max(values[k], lower[k]), upper[k]) : fixed[k];
        }
        return tie(projected);
    }

    private double[] tie(double[] values) {
        for (ResolvedTie tie : ties) {
            values[tie.target()] = tie.factor() * values[tie.source()];
        }
        return values;
    }

    /** Moves a start inside the bounds and onto the fixed values and ties. */
    double[] clip(double[] start) {
        double[] clipped = start.clone();
        for (int k = 0; k < clipped.length; k++) {
            if (Double.isNaN(fixed[k])) {
                // A start exactly on a bound would begin stuck there.
                double margin = Math.min(1e-3 * (upper[k] - lower[k]), Math.max(1e-3 * Math.abs(start[k]), 1e-12));
                clipped[k] = Math.min(Math.max(start[k], lower[k] + margin), upper[k] - margin);
            } else {
                clipped[k] = fixed[k];
            }
        }
        return tie(clipped);
    }
}
