package io.github.spinodal.phasefield;

/**
 * Up to {@link #SIZE} grains of one class with their constants, in arrays of their own: loops over them index every array
 * from 0, which is what C2 needs to vectorise them.
 */
final class GrainBlock {
    /** Grains per block: some ten arrays of 4 kB stay in the first-level cache. */
    static final int SIZE = 512;

    /** Grains per block of ensembles that no cache holds: every new array costs memory's prefetchers a start. */
    static final int LARGE_SIZE = 2048;

    /** Number of grains beyond which blocks are large, and memory slower than computing a thing twice. */
    static final int MANY = 200_000;

    private static final double[] NONE = new double[0];

    final ClassRates rates;
    final int size;
    /** Constants of the insertion and of the extraction rate; their meaning belongs to {@link ClassRates}. */
    final double[] forward;

    final double[] backward;
    /** Interaction of each grain over that of the class's polynomial; empty where all have the class's. */
    final double[] ratio;
    /** Weights; empty where all grains of the block weigh {@link #uniformWeight}. */
    final double[] weight;

    final double uniformWeight;
    /** Weights in the error norm, zero or positive; empty where they are the weights. */
    final double[] normWeight;

    GrainBlock(ClassRates rates, int size, double[] ratio, double[] weight, double uniformWeight, double[] normWeight) {
        this.rates = rates;
        this.size = size;
        this.forward = new double[size];
        this.backward = new double[size];
        this.ratio = ratio;
        this.weight = weight;
        this.uniformWeight = uniformWeight;
        this.normWeight = normWeight;
    }

    static int sizeFor(int grains) {
        return grains > MANY ? LARGE_SIZE : SIZE;
    }

    /** A block of some grains of an ensemble. */
    static GrainBlock of(ClassRates rates, GrainEnsemble ensemble, int classIndex, int first, int size) {
        GrainLabels labels = ensemble.labels(classIndex);
        double share = ensemble.share(classIndex);
        boolean uniform = labels.hasUniformWeight();
        GrainBlock block = new GrainBlock(
                rates,
                size,
                labels.hasInteractions() ? new double[size] : NONE,
                uniform ? NONE : new double[size],
                uniform ? share * labels.weight(first) : Double.NaN,
                NONE);
        for (int i = 0; i < size; i++) {
            int grain = first + i;
            if (!uniform) {
                block.weight[i] = share * labels.weight(grain);
            }
            if (block.ratio.length > 0) {
                block.ratio[i] = labels.interaction(grain) / rates.interactionOfPolynomial();
            }
            block.setConstants(i, labels.rate(grain), labels.shift(grain));
        }
        return block;
    }

    void setConstants(int i, double rate, double shift) {
        forward[i] = rates.forwardConstant(rate, shift);
        backward[i] = rates.backwardConstant(rate, shift);
    }

    double weightOf(int i) {
        return weight.length == 0 ? uniformWeight : weight[i];
    }

    /** Adds weight times values to the lanes, without the weight where it is uniform. */
    void accumulate(double[] values, double[] lanes) {
        if (weight.length == 0) {
            Loops.add(values, lanes, size);
        } else {
            Loops.addWeighted(weight, values, lanes, size);
        }
    }

    /** Adds norm weight times the squares of values to the lanes, without the weight where it is uniform. */
    void accumulateSquares(double[] values, double[] lanes) {
        if (normWeight.length > 0) {
            Loops.addWeightedSquares(normWeight, values, lanes, size);
        } else if (weight.length == 0) {
            Loops.addSquares(values, lanes, size);
        } else {
            Loops.addWeightedSquares(weight, values, lanes, size);
        }
    }

    /** What sums over lanes must be multiplied with. */
    double laneScale() {
        return weight.length == 0 ? uniformWeight : 1;
    }
}
