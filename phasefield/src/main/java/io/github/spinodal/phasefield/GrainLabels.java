package io.github.spinodal.phasefield;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What tells the grains of one class apart. Weights of a class add up to one. */
interface GrainLabels extends Serializable {
    int size();

    double weight(int i);

    double rate(int i);

    double shift(int i);

    /** Interaction over kT of a grain; NaN where the model of the class holds. */
    double interaction(int i);

    boolean hasUniformWeight();

    boolean hasInteractions();

    /** Labels kept in arrays. Empty arrays stand for uniform weights and for no interactions of their own. */
    final class Given implements GrainLabels {
        private static final long serialVersionUID = 1L;

        private final double[] weight;
        private final double[] rate;
        private final double[] shift;
        private final double[] interaction;
        private final boolean uniform;

        Given(double[] weight, double[] rate, double[] shift, double[] interaction) {
            Require.atLeast("number of grains", rate.length, 1);
            Require.sameLength("rate", rate.length, "weight", weight.length);
            Require.sameLength("rate", rate.length, "shift", shift.length);
            this.rate = Require.finiteCopy("rate (1/s)", rate);
            this.shift = Require.finiteCopy("shift over kT", shift);
            this.interaction = Require.finiteCopy("Omega over kT", interaction);
            if (interaction.length > 0) {
                Require.sameLength("rate", rate.length, "Omega over kT", interaction.length);
            }
            double[] copy = Require.finiteCopy("weight", weight);
            double sum = 0;
            boolean same = true;
            for (int i = 0; i < copy.length; i++) {
                Require.positive("weight[" + i + "]", copy[i]);
                Require.positive("rate (1/s)[" + i + "]", rate[i]);
                sum += copy[i];
                same &= copy[i] == copy[0];
            }
            if (!Double.isFinite(sum)) {
                throw new InvalidValueException("sum of the weights", sum, "finite");
            }
            for (int i = 0; i < copy.length; i++) {
                copy[i] /= sum;
            }
            this.weight = copy;
            this.uniform = same;
        }

        @Override
        public int size() {
            return rate.length;
        }

        @Override
        public double weight(int i) {
            return uniform ? 1.0 / rate.length : weight[i];
        }

        @Override
        public double rate(int i) {
            return rate[i];
        }

        @Override
        public double shift(int i) {
            return shift[i];
        }

        @Override
        public double interaction(int i) {
            return interaction.length == 0 ? Double.NaN : interaction[i];
        }

        @Override
        public boolean hasUniformWeight() {
            return uniform;
        }

        @Override
        public boolean hasInteractions() {
            return interaction.length > 0;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Given that
                    && Arrays.equals(weight, that.weight)
                    && Arrays.equals(rate, that.rate)
                    && Arrays.equals(shift, that.shift)
                    && Arrays.equals(interaction, that.interaction);
        }

        @Override
        public int hashCode() {
            return Objects.hash(
                    Arrays.hashCode(weight),
                    Arrays.hashCode(rate),
                    Arrays.hashCode(shift),
                    Arrays.hashCode(interaction));
        }
    }

    /** Labels drawn again whenever they are asked for, so that ten million grains need no arrays of their own. */
    final class Drawn implements GrainLabels {
        private static final long serialVersionUID = 1L;

        private static final int RATE = 1;
        private static final int SHIFT = 2;
        private static final int SIZE = 3;
        private static final int INTERACTION = 4;

        private final GrainDistribution distribution;
        private final double meanInteraction;
        private final int size;
        private final long seed;
        private final double weightSum;

        Drawn(GrainDistribution distribution, double meanInteraction, int size, long seed) {
            this.distribution = distribution;
            this.meanInteraction = meanInteraction;
            this.size = Require.atLeast("number of grains", size, 1);
            this.seed = seed;
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += relativeWeight(i);
            }
            this.weightSum = sum;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public double weight(int i) {
            return relativeWeight(i) / weightSum;
        }

        private double relativeWeight(int i) {
            if (distribution.sizeMeaning() == SizeMeaning.ONE_SIZE) {
                return 1;
            }
            int power = distribution.sizeMeaning() == SizeMeaning.LOOSE_SPHERES ? 3 : 2;
            return StrictMath.exp(power * logSize(i));
        }

        private double logSize(int i) {
            return distribution.sizeLogSpread() * CounterRandom.normal(seed, SIZE, i);
        }

        @Override
        public double rate(int i) {
            double s = distribution.rateLogSpread();
            double logarithm = s == 0 ? 0 : s * CounterRandom.normal(seed, RATE, i) - s * s / 2;
            if (distribution.sizeMeaning() == SizeMeaning.LOOSE_SPHERES) {
                logarithm -= logSize(i);
            }
            return distribution.meanRatePerSecond() * StrictMath.exp(logarithm);
        }

        @Override
        public double shift(int i) {
            double s = distribution.shiftSpreadOverKT();
            return s == 0 ? 0 : s * CounterRandom.normal(seed, SHIFT, i);
        }

        @Override
        public double interaction(int i) {
            return meanInteraction
                    + distribution.interactionSpreadOverKT() * CounterRandom.normal(seed, INTERACTION, i);
        }

        @Override
        public boolean hasUniformWeight() {
            return distribution.sizeMeaning() == SizeMeaning.ONE_SIZE;
        }

        @Override
        public boolean hasInteractions() {
            return distribution.interactionSpreadOverKT() > 0;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Drawn that
                    && distribution.equals(that.distribution)
                    && Double.compare(meanInteraction, that.meanInteraction) == 0
                    && size == that.size
                    && seed == that.seed;
        }

        @Override
        public int hashCode() {
            return Objects.hash(distribution, meanInteraction, size, seed);
        }
    }
}
