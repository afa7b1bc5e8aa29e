package io.github.spinodal.phasefield;

import java.util.Arrays;

/** Block-sized arrays that belong to one thread. */
final class Scratch {
    final double[] first = new double[GrainBlock.SIZE];
    final double[] second = new double[GrainBlock.SIZE];
    final double[] third = new double[GrainBlock.SIZE];
    final double[] fourth = new double[GrainBlock.SIZE];
    final double[] state = new double[GrainBlock.SIZE];
    final double[] p = new double[GrainBlock.SIZE];
    final double[] q = new double[GrainBlock.SIZE];
    final double[] values = new double[GrainBlock.SIZE];
    final double[] lanesA = new double[GrainBlock.SIZE];
    final double[] lanesB = new double[GrainBlock.SIZE];

    void clearLanes() {
        Arrays.fill(lanesA, 0);
        Arrays.fill(lanesB, 0);
    }
}
