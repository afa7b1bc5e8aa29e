package io.github.spinodal.eis;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.fit.LeastSquares;
import io.github.spinodal.core.fit.LeastSquaresFit;
import io.github.spinodal.core.fit.ResidualVariance;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Complex nonlinear least squares of a circuit to a spectrum.
 *
 * <p>The defaults (modulus weights, start values from the data) need nothing but circuit and spectrum. Configurations are
 * immutable and changed by copy:
 *
 * <pre>{@code
 * CircuitFit fit = CircuitFitter.withDefaults().withWeighting(Weighting.UNIT).withFixed("R1", 3.4).solve(circuit, spectrum);
 * }</pre>
 */
public final class CircuitFitter implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final CircuitFitter DEFAULTS =
            new CircuitFitter(Weighting.MODULUS, StartSearch.AUTOMATIC, null, UserConstraints.NONE, 1);

    /** Alternations of fit and noise model; the model settles in two or three. */
    private static final int ERROR_STRUCTURE_ROUNDS = 6;

    private final Weighting weighting;
    private final StartSearch search;
    private final double @Nullable [] start;
    private final UserConstraints constraints;
    private final long seed;

    private CircuitFitter(
            Weighting weighting,
            StartSearch search,
            double @Nullable [] start,
            UserConstraints constraints,
            long seed) {
        this.weighting = weighting;
        this.search = search;
        this.start = start;
        this.constraints = constraints;
        this.seed = seed;
    }

    /**
     * Fits with modulus weights and an automatic start.
     *
     * @param circuit the circuit
     * @param spectrum the data; at least as many real and imaginary parts as free parameters
     * @return the fit with its statistics
     * @throws InvalidValueException if the data cannot be weighted or are fewer than the parameters
     */
    public static CircuitFit fit(Circuit circuit, ImpedanceSpectrum spectrum) {
        return DEFAULTS.solve(circuit, spectrum);
    }

    /**
     * Modulus weights, automatic start, no constraints besides the elements' bounds.
     *
     * @return the default configuration
     */
    public static CircuitFitter withDefaults() {
        return DEFAULTS;
    }

    /**
     * Sets the weights.
     *
     * @param weighting how much each point counts
     * @return a changed copy
     */
    public CircuitFitter withWeighting(Weighting weighting) {
        return new CircuitFitter(weighting, search, start, constraints, seed);
    }

    /**
     * Gives start values.
     *
     * @param start values in the circuit's parameter order and units
     * @return a changed copy
     */
    public CircuitFitter withStart(double... start) {
        return new CircuitFitter(weighting, search, start.clone(), constraints, seed);
    }

    /**
     * Sets where start values come from besides the given one.
     *
     * @param search the source of start values
     * @return a changed copy
     */
    public CircuitFitter withStartSearch(StartSearch search) {
        return new CircuitFitter(weighting, search, start, constraints, seed);
    }

    /**
     * Keeps a parameter at a value.
     *
     * @param name name of the parameter
     * @param value its value, in its unit
     * @return a changed copy
     * @throws InvalidValueException if the value is not finite
     */
    public CircuitFitter withFixed(String name, double value) {
        return new CircuitFitter(weighting, search, start, constraints.withFixed(name, value), seed);
    }

    /**
     * Keeps a parameter within bounds, which must lie inside those of the element.
     *
     * @param name name of the parameter
     * @param lower lower bound, in its unit
     * @param upper upper bound, in its unit
     * @return a changed copy
     * @throws InvalidValueException if the lower bound is not below the upper one
     */
    public CircuitFitter withBounds(String name, double lower, double upper) {
        return new CircuitFitter(weighting, search, start, constraints.withBounds(name, lower, upper), seed);
    }

    /**
     * Ties a parameter to another one of the same unit: target = factor source.
     *
     * @param target name of the parameter that follows
     * @param source name of the parameter that leads
     * @param factor the factor, positive
     * @return a changed copy
     * @throws InvalidValueException if the factor is not positive
     */
    public CircuitFitter withTie(String target, String source, double factor) {
        return new CircuitFitter(weighting, search, start, constraints.withTie(target, source, factor), seed);
    }

    /**
     * Sets the seed of random starts; results are the same for the same seed.
     *
     * @param seed any number
     * @return a changed copy
     */
    public CircuitFitter withSeed(long seed) {
        return new CircuitFitter(weighting, search, start, constraints, seed);
    }

    /**
     * The weights in use.
     *
     * @return the weighting
     */
    public Weighting weighting() {
        return weighting;
    }

    /**
     * Fits.
     *
     * @param circuit the circuit
     * @param spectrum the data
     * @return the fit with its statistics; it says itself whether it converged and which parameters mean nothing
     * @throws InvalidValueException if the data cannot be weighted or are fewer than the free parameters, if a constraint
     *     names an unknown parameter or contradicts another, or if the given start is invalid
     */
    public CircuitFit solve(Circuit circuit, ImpedanceSpectrum spectrum) {
        if (start != null) {
            circuit.requireValid(start);
        } else if (search == StartSearch.GIVEN_ONLY) {
            throw new InvalidValueException("start values", "absent", "given where no others are searched for");
        }
        CircuitFit fit = solve(circuit, spectrum, Weights.of(weighting, spectrum), start, search, null);
        if (weighting != Weighting.ESTIMATED) {
            return fit;
        }
        for (int round = 0; round < ERROR_STRUCTURE_ROUNDS && fit.sumOfSquares() > 0; round++) {
            ErrorStructure structure = fit.residualErrorStructure();
            fit = solve(
                    circuit,
                    spectrum,
                    Weights.of(structure, spectrum),
                    fit.values(),
                    StartSearch.GIVEN_ONLY,
                    structure);
        }
        return fit;
    }

    private CircuitFit solve(
            Circuit circuit,
            ImpedanceSpectrum spectrum,
            Weights weights,
            double @Nullable [] from,
            StartSearch how,
            @Nullable ErrorStructure structure) {
        Scales scales = Constraints.scalesFor(circuit, constraints, Scales.of(spectrum));
        Constraints resolved = Constraints.of(circuit, constraints, scales);
        FitProblem problem = new FitProblem(circuit, spectrum, weights, scales);
        LeastSquares engine = resolved.apply(LeastSquares.withDefaults()
                .withResidualVariance(
                        weighting == Weighting.STANDARD_DEVIATIONS
                                ? ResidualVariance.ONE
                                : ResidualVariance.ESTIMATED));
        Descents descents = new Descents(engine, problem, resolved);
        if (from != null) {
            descents.descendFromGiven(scales.toReduced(circuit, from));
        }
        if (how != StartSearch.GIVEN_ONLY) {
            new AutomaticStart(circuit, spectrum, scales, resolved, seed).run(descents, problem, how);
        }
        LeastSquaresFit best = descents.finish();
        if (!resolved.isConstrained() && constraints.names().isEmpty()) {
            double[] canonical = ArcOrder.canonical(circuit, best.parameters());
            if (!Arrays.equals(canonical, best.parameters())) {
                // The same minimum under other names: a descent from there ends at once and brings its own covariance.
                best = engine.solve(problem, canonical);
            }
        }
        return new CircuitFit(this, circuit, spectrum, weights, scales, best, descents.audit(), structure);
    }

    UserConstraints constraints() {
        return constraints;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CircuitFitter that
                && weighting == that.weighting
                && search == that.search
                && Arrays.equals(start, that.start)
                && constraints.equals(that.constraints)
                && seed == that.seed;
    }

    @Override
    public int hashCode() {
        return Objects.hash(weighting, search, Arrays.hashCode(start), constraints, seed);
    }

    @Override
    public String toString() {
        return "CircuitFitter[weighting " + weighting + ", search " + search + ", start " + Arrays.toString(start)
                + ", constraints " + constraints + ", seed " + seed + "]";
    }
}
