package io.github.spinodal.phasefield;

import java.util.ArrayList;
import java.util.List;

/**
 * The grains of an ensemble in blocks, and the blocks in chunks of fixed shape over which all sums run, so that no sum
 * depends on the number of threads.
 */
final class GrainSystem {
    /** Blocks per chunk, a unit of work for a thread. */
    private static final int CHUNK = 8;

    private final GrainBlock[] blocks;
    /** First block of each chunk, and one past the last. */
    private final int[] chunkStart;

    private final boolean closedForm;
    private final int lanes;
    private final Workers workers;
    private final double[] partialA;
    private final double[] partialB;

    GrainSystem(List<GrainBlock> blocks, int lanes, Workers workers) {
        this.blocks = blocks.toArray(new GrainBlock[0]);
        this.lanes = lanes;
        this.workers = workers;
        List<Integer> starts = new ArrayList<>();
        boolean closed = true;
        int inChunk = 0;
        for (int b = 0; b < this.blocks.length; b++) {
            GrainBlock block = this.blocks[b];
            closed &= block.rates.closedForm;
            if (b == 0 || inChunk == CHUNK || !sameScale(block, this.blocks[b - 1])) {
                starts.add(b);
                inChunk = 0;
            }
            inChunk++;
        }
        starts.add(this.blocks.length);
        this.chunkStart = starts.stream().mapToInt(Integer::intValue).toArray();
        this.closedForm = closed;
        this.partialA = new double[chunkCount()];
        this.partialB = new double[chunkCount()];
    }

    private static boolean sameScale(GrainBlock a, GrainBlock b) {
        return a.rates == b.rates && a.laneScale() == b.laneScale();
    }

    static GrainSystem of(GrainEnsemble ensemble, Workers workers) {
        List<GrainBlock> blocks = new ArrayList<>();
        int blockSize = GrainBlock.sizeFor(ensemble.size());
        for (int p = 0; p < ensemble.classCount(); p++) {
            ClassRates rates = ClassRates.of(ensemble, p);
            int size = ensemble.labels(p).size();
            for (int first = 0; first < size; first += blockSize) {
                blocks.add(GrainBlock.of(rates, ensemble, p, first, Math.min(blockSize, size - first)));
            }
        }
        return new GrainSystem(blocks, blockSize, workers);
    }

    int blockCount() {
        return blocks.length;
    }

    GrainBlock block(int b) {
        return blocks[b];
    }

    int chunkCount() {
        return chunkStart.length - 1;
    }

    int grainCount() {
        int sum = 0;
        for (GrainBlock block : blocks) {
            sum += block.size;
        }
        return sum;
    }

    boolean isClosedForm() {
        return closedForm;
    }

    /** Arrays of the shape of the blocks. */
    double[][] allocate() {
        double[][] arrays = new double[blocks.length][];
        for (int b = 0; b < blocks.length; b++) {
            arrays[b] = new double[blocks[b].size];
        }
        return arrays;
    }

    /** The values of all blocks in one array. */
    double[] gather(double[][] arrays) {
        double[] values = new double[grainCount()];
        int grain = 0;
        for (double[] block : arrays) {
            System.arraycopy(block, 0, values, grain, block.length);
            grain += block.length;
        }
        return values;
    }

    /** Something done to one block, which may add to the two sets of lanes. */
    interface BlockTask {
        void run(int b, GrainBlock block, Scratch scratch);
    }

    /** Runs a task over all blocks and adds up both sets of lanes; see {@link #sumA} and {@link #sumB}. */
    void pass(BlockTask task) {
        workers.run(chunkCount(), (chunk, scratch) -> {
            scratch.clearLanes(lanes);
            for (int b = chunkStart[chunk]; b < chunkStart[chunk + 1]; b++) {
                task.run(b, blocks[b], scratch);
            }
            double scale = blocks[chunkStart[chunk]].laneScale();
            partialA[chunk] = scale * Loops.total(scratch.lanesA, lanes);
            partialB[chunk] = scale * Loops.total(scratch.lanesB, lanes);
        });
    }

    /** Sum over the first lanes after a pass, over the chunks in their order. */
    double sumA() {
        return sum(partialA);
    }

    double sumB() {
        return sum(partialB);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum;
    }

    /** Weighted sum of values over all grains. */
    double weightedSum(double[][] values) {
        pass((b, block, scratch) -> block.accumulate(values[b], scratch.lanesA));
        return sumA();
    }
}
