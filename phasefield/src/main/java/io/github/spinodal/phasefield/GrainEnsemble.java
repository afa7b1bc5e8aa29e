package io.github.spinodal.phasefield;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.thermo.FreeEnergyModel;
import io.github.spinodal.core.thermo.RegularSolution;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * N grains at one electrode potential, of one class or several, each with its weight (share of the sites), rate constant,
 * potential shift and identity.
 *
 * <p>Grains are numbered from 0, class after class. Immutable.
 */
public final class GrainEnsemble implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<GrainClass> classes;
    private final ArrayList<GrainLabels> labels;
    private final double[] shares;
    private final int[] firstGrain;
    private final long[] identities;

    private GrainEnsemble(List<GrainClass> classes, List<GrainLabels> labels, double[] shares, long[] identities) {
        this.classes = new ArrayList<>(classes);
        this.labels = new ArrayList<>(labels);
        this.shares = shares;
        this.firstGrain = new int[labels.size() + 1];
        for (int p = 0; p < labels.size(); p++) {
            firstGrain[p + 1] = Math.addExact(firstGrain[p], labels.get(p).size());
        }
        this.identities = identities;
    }

    /**
     * An ensemble from arrays.
     *
     * @param grainClass what the grains have in common
     * @param weight weights, positive; scaled to add up to one
     * @param ratePerSecond rate constants k (1/s), positive, as many as weights
     * @param shiftOverKT potential shifts delta/kT, dimensionless, as many as weights
     * @return the ensemble
     * @throws InvalidValueException if there are no grains, lengths differ, or a value is invalid
     */
    public static GrainEnsemble of(
            GrainClass grainClass, double[] weight, double[] ratePerSecond, double[] shiftOverKT) {
        return single(grainClass, new GrainLabels.Given(weight, ratePerSecond, shiftOverKT, new double[0]));
    }

    /**
     * An ensemble from arrays in which each grain has its own interaction parameter.
     *
     * @param grainClass what the grains have in common; its model is a regular solution, which supplies the temperature
     * @param weight weights, positive; scaled to add up to one
     * @param ratePerSecond rate constants k (1/s), positive
     * @param shiftOverKT potential shifts delta/kT, dimensionless
     * @param omegaOverKT interaction parameters Omega/kT, dimensionless
     * @return the ensemble
     * @throws InvalidValueException if there are no grains, lengths differ, a value is invalid, or the model is no
     *     regular solution
     */
    public static GrainEnsemble of(
            GrainClass grainClass,
            double[] weight,
            double[] ratePerSecond,
            double[] shiftOverKT,
            double[] omegaOverKT) {
        requireRegularSolution(grainClass.model());
        return single(grainClass, new GrainLabels.Given(weight, ratePerSecond, shiftOverKT, omegaOverKT));
    }

    /**
     * Identical grains.
     *
     * @param grainClass what the grains have in common
     * @param size number of grains, at least 1
     * @param ratePerSecond rate constant k of each (1/s), positive
     * @return the ensemble
     * @throws InvalidValueException if a parameter is invalid
     */
    public static GrainEnsemble identical(GrainClass grainClass, int size, double ratePerSecond) {
        return drawn(grainClass, GrainDistribution.ofRate(ratePerSecond), size, 0);
    }

    /**
     * Grains drawn at random. Grain i is the same for every size of the ensemble; labels are recomputed from the seed when
     * needed and take no memory.
     *
     * @param grainClass what the grains have in common
     * @param distribution what they are drawn from
     * @param size number of grains, at least 1
     * @param seed seed of the draw
     * @return the ensemble
     * @throws InvalidValueException if the size is smaller than 1, or interactions are spread and the model is no regular
     *     solution
     */
    public static GrainEnsemble drawn(GrainClass grainClass, GrainDistribution distribution, int size, long seed) {
        double interaction = Double.NaN;
        if (distribution.interactionSpreadOverKT() > 0) {
            interaction = requireRegularSolution(grainClass.model()).omegaOverKT();
        }
        return single(grainClass, new GrainLabels.Drawn(distribution, interaction, size, seed));
    }

    /**
     * Several ensembles at one potential, such as the bare and the coated part of a film.
     *
     * @param shares share of the sites in each part, positive, adding up to one
     * @param parts the parts, as many as shares, at one temperature; identities are numbered anew
     * @return the mixture
     * @throws InvalidValueException if shares are invalid or temperatures differ
     */
    public static GrainEnsemble mixture(double[] shares, GrainEnsemble... parts) {
        Require.sameLength("shares", shares.length, "parts", parts.length);
        Require.atLeast("number of parts", parts.length, 1);
        double sum = 0;
        for (double share : shares) {
            sum += Require.positive("share", share);
        }
        if (!(Math.abs(sum - 1) <= 1e-9)) {
            throw new InvalidValueException("sum of the shares", sum, "one");
        }
        List<GrainClass> classes = new ArrayList<>();
        List<GrainLabels> labels = new ArrayList<>();
        double[] allShares = new double[0];
        for (int p = 0; p < parts.length; p++) {
            requireTemperature(parts[p], parts[0].temperatureKelvin());
            classes.addAll(parts[p].classes);
            labels.addAll(parts[p].labels);
            double scale = shares[p] / sum;
            allShares = concatenate(
                    allShares,
                    Arrays.stream(parts[p].shares).map(s -> s * scale).toArray());
        }
        return new GrainEnsemble(classes, labels, allShares, new long[0]);
    }

    private static double[] concatenate(double[] first, double[] second) {
        double[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static void requireTemperature(GrainEnsemble part, double temperatureKelvin) {
        if (part.temperatureKelvin() != temperatureKelvin) {
            throw new InvalidValueException(
                    "temperature of a part (K)", part.temperatureKelvin(), "that of the others, " + temperatureKelvin);
        }
    }

    private static RegularSolution requireRegularSolution(FreeEnergyModel model) {
        if (model instanceof RegularSolution regular) {
            return regular;
        }
        throw new InvalidValueException(
                "model of grains with their own interaction", model.toString(), "a regular solution");
    }

    private static GrainEnsemble single(GrainClass grainClass, GrainLabels labels) {
        return new GrainEnsemble(List.of(grainClass), List.of(labels), new double[] {1}, new long[0]);
    }

    /**
     * The same grains under other identities. A grain's thermal noise follows its identity, not its number.
     *
     * @param newIdentities identities, as many as grains
     * @return the ensemble
     * @throws InvalidValueException if their number differs
     */
    public GrainEnsemble withIdentities(long[] newIdentities) {
        Require.sameLength("grains", size(), "identities", newIdentities.length);
        return new GrainEnsemble(classes, labels, shares, newIdentities.clone());
    }

    /**
     * Number of grains.
     *
     * @return number of grains, at least 1
     */
    public int size() {
        return firstGrain[firstGrain.length - 1];
    }

    /**
     * Number of classes.
     *
     * @return number of classes, at least 1
     */
    public int classCount() {
        return classes.size();
    }

    /**
     * A class of grains.
     *
     * @param classIndex index in [0, classCount)
     * @return the class
     */
    public GrainClass grainClass(int classIndex) {
        return classes.get(classIndex);
    }

    /**
     * Share of the sites that belong to a class.
     *
     * @param classIndex index in [0, classCount)
     * @return share in (0, 1]
     */
    public double share(int classIndex) {
        return shares[classIndex];
    }

    /**
     * Number of the first grain of a class.
     *
     * @param classIndex index in [0, classCount]
     * @return number of its first grain; for classCount the size of the ensemble
     */
    public int firstGrain(int classIndex) {
        return firstGrain[classIndex];
    }

    /**
     * The class of a grain.
     *
     * @param grain number of the grain, in [0, size)
     * @return index of its class
     */
    public int classOf(int grain) {
        int p = 0;
        while (grain >= firstGrain[p + 1]) {
            p++;
        }
        return p;
    }

    /**
     * Weight of a grain, its share of all sites.
     *
     * @param grain number of the grain, in [0, size)
     * @return weight in (0, 1]; the weights of all grains add up to one
     */
    public double weight(int grain) {
        int p = classOf(grain);
        return shares[p] * labels.get(p).weight(grain - firstGrain[p]);
    }

    /**
     * Rate constant of a grain.
     *
     * @param grain number of the grain, in [0, size)
     * @return rate constant k (1/s)
     */
    public double ratePerSecond(int grain) {
        int p = classOf(grain);
        return labels.get(p).rate(grain - firstGrain[p]);
    }

    /**
     * Potential shift of a grain.
     *
     * @param grain number of the grain, in [0, size)
     * @return delta/kT, dimensionless
     */
    public double shiftOverKT(int grain) {
        int p = classOf(grain);
        return labels.get(p).shift(grain - firstGrain[p]);
    }

    /**
     * Free energy of a grain without its shift: the class's model, or the regular solution with the grain's interaction.
     *
     * @param grain number of the grain, in [0, size)
     * @return the model
     */
    public FreeEnergyModel model(int grain) {
        int p = classOf(grain);
        FreeEnergyModel model = classes.get(p).model();
        return labels.get(p).hasInteractions()
                ? RegularSolution.ofOmegaOverKT(
                        labels.get(p).interaction(grain - firstGrain[p]), model.temperatureKelvin())
                : model;
    }

    /**
     * Identity of a grain.
     *
     * @param grain number of the grain, in [0, size)
     * @return its identity; its number unless other identities were given
     */
    public long identity(int grain) {
        return identities.length == 0 ? grain : identities[grain];
    }

    /**
     * Mean rate constant, weighted by the sites.
     *
     * @return mean of k (1/s)
     */
    public double meanRatePerSecond() {
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            sum += weight(i) * ratePerSecond(i);
        }
        return sum;
    }

    /**
     * Temperature of all grains.
     *
     * @return temperature (K)
     */
    public double temperatureKelvin() {
        return classes.get(0).model().temperatureKelvin();
    }

    GrainLabels labels(int classIndex) {
        return labels.get(classIndex);
    }

    @Override
    public String toString() {
        return "GrainEnsemble[" + size() + " grains, " + classCount() + (classCount() == 1 ? " class]" : " classes]");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GrainEnsemble that
                && Objects.equals(classes, that.classes)
                && Objects.equals(labels, that.labels)
                && Arrays.equals(shares, that.shares)
                && Arrays.equals(firstGrain, that.firstGrain)
                && Arrays.equals(identities, that.identities);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                classes, labels, Arrays.hashCode(shares), Arrays.hashCode(firstGrain), Arrays.hashCode(identities));
    }
}
