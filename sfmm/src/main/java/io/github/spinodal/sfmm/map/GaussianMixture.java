package io.github.spinodal.sfmm.map;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A sum of one to three Gaussians fitted to a distribution by expectation maximisation (Dempster, Laird and Rubin, 1977).
 * Starts follow from quantiles, so that the fit is reproducible; more than 1024 values are binned to 512 classes first, and no component
 * becomes narrower than a twentieth of the whole spread, since chance clusters of a few values would.
 * Immutable.
 */
public final class GaussianMixture implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int MOST_COMPONENTS = 3;
    private static final int MOST_EXACT = 1024;
    private static final int CLASSES = 512;
    private static final int TRIAL_ITERATIONS = 40;
    private static final int MOST_ITERATIONS = 1000;
    private static final double CONVERGED = 1e-9;
    private static final double STRONG_EVIDENCE = 6;
    private static final double NARROWEST = 0.05;

    /**
     * One Gaussian.
     *
     * @param weight share of the values, 0 to 1
     * @param mean its mean, in the unit of the values
     * @param standardDeviation its standard deviation, in the unit of the values
     */
    public record Component(double weight, double mean, double standardDeviation) implements Serializable {}

    private final List<Component> components;
    private final double logLikelihood;
    private final double bayesianCriterion;
    private final boolean converged;

    private GaussianMixture(
            List<Component> components, double logLikelihood, double bayesianCriterion, boolean converged) {
        this.components = components;
        this.logLikelihood = logLikelihood;
        this.bayesianCriterion = bayesianCriterion;
        this.converged = converged;
    }

    /**
     * The best mixture of a given number of components.
     *
     * @param values the values, finite, at least ten per component, not all equal
     * @param components number of components, 1 to 3
     * @return the mixture
     * @throws InvalidValueException if a value is not finite, there are too few, they are all equal, or the number of
     *     components is outside 1 to 3
     */
    public static GaussianMixture fit(double[] values, int components) {
        return fit(values, components, values.length);
    }

    /**
     * The mixture of one to three components that Schwarz's criterion prefers; a further component must lower it by more
     * than 6, which counts as strong evidence (Kass and Raftery, 1995).
     *
     * @param values the values, finite, at least 30, not all equal
     * @param effectiveSize number of independent values among them, 10 to their number; pixels of a map are correlated, and
     *     counting them all finds components that are not there
     * @return the mixture
     * @throws InvalidValueException as {@link #fit(double[], int)} does, or if the effective size is out of range
     */
    public static GaussianMixture choose(double[] values, double effectiveSize) {
        Require.within("effective number of values", effectiveSize, 10, Math.max(10, values.length));
        GaussianMixture best = fit(values, 1, effectiveSize);
        for (int k = 2; k <= MOST_COMPONENTS; k++) {
            GaussianMixture other = fit(values, k, effectiveSize);
            best = other.bayesianCriterion < best.bayesianCriterion - STRONG_EVIDENCE ? other : best;
        }
        return best;
    }

    private static GaussianMixture fit(double[] values, int components, double effectiveSize) {
        Require.within("number of components", components, 1, MOST_COMPONENTS);
        Require.atLeast("number of values", values.length, 10 * components);
        double[] sorted = Require.finiteCopy("value", values);
        Arrays.sort(sorted);
        if (sorted[0] == sorted[sorted.length - 1]) {
            throw new InvalidValueException("values", "all equal to " + sorted[0], "different from one another");
        }
        MixtureData data = sorted.length > MOST_EXACT ? MixtureData.binned(sorted, CLASSES) : MixtureData.exact(sorted);
        MixtureState best = null;
        double highest = Double.NEGATIVE_INFINITY;
        for (double[] start : starts(components)) {
            MixtureState state = MixtureState.start(data, sorted, start, NARROWEST);
            double likelihood = state.improve(data, TRIAL_ITERATIONS, CONVERGED);
            best = best == null || likelihood > highest ? state : best;
            highest = Math.max(highest, likelihood);
        }
        return finished(data, Objects.requireNonNull(best), components, effectiveSize / sorted.length);
    }

    /** Quantiles at which the means start. */
    private static List<double[]> starts(int components) {
        return switch (components) {
            case 1 -> List.of(new double[] {0.5});
            case 2 -> List.of(new double[] {0.25, 0.75}, new double[] {0.05, 0.6}, new double[] {0.4, 0.95});
            default ->
                List.of(
                        new double[] {1.0 / 6, 0.5, 5.0 / 6},
                        new double[] {0.05, 0.5, 0.95},
                        new double[] {0.05, 0.3, 0.7},
                        new double[] {0.3, 0.7, 0.95});
        };
    }

    private static GaussianMixture finished(MixtureData data, MixtureState state, int k, double independentShare) {
        double likelihood = state.improve(data, MOST_ITERATIONS, CONVERGED);
        List<Component> components = new ArrayList<>();
        for (int j = 0; j < k; j++) {
            components.add(new Component(state.weight(j), state.mean(j), state.deviation(j)));
        }
        components.sort(Comparator.comparingDouble(Component::mean));
        double criterion = (3 * k - 1) * Math.log(independentShare * data.total()) - 2 * likelihood * independentShare;
        return new GaussianMixture(List.copyOf(components), likelihood, criterion, state.converged());
    }

    /**
     * The components.
     *
     * @return one to three components by rising mean
     */
    public List<Component> components() {
        return components;
    }

    /**
     * Logarithm of the likelihood of the values.
     *
     * @return ln L
     */
    public double logLikelihood() {
        return logLikelihood;
    }

    /**
     * Schwarz's criterion, smaller is better; the likelihood is scaled to the effective number of values.
     *
     * @return BIC
     */
    public double bayesianCriterion() {
        return bayesianCriterion;
    }

    /**
     * Whether the iteration settled.
     *
     * @return whether it did
     */
    public boolean converged() {
        return converged;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GaussianMixture that
                && components.equals(that.components)
                && logLikelihood == that.logLikelihood
                && bayesianCriterion == that.bayesianCriterion;
    }

    @Override
    public int hashCode() {
        return components.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("GaussianMixture[");
        for (Component c : components) {
            text.append(
                    String.format(Locale.ROOT, "%.3g of %.6g +- %.3g, ", c.weight(), c.mean(), c.standardDeviation()));
        }
        return text.append(String.format(Locale.ROOT, "BIC %.6g]", bayesianCriterion))
                .toString();
    }
}
