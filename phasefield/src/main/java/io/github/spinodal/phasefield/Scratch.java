package io.github.spinodal.phasefield;

import java.util.Arrays;

/** Block-sized arrays that belong to one thread. */
final class Scratch {
    final double[] first = new double[GrainBlock.LARGE_SIZE];
    final double[] second = new double[GrainBlock.LARGE_SIZE];
    final double[] third = new double[GrainBlock.LARGE_SIZE];
    final double[] fourth = new double[GrainBlock.LARGE_SIZE];
    final double[] state = new double[GrainBlock.LARGE_SIZE];
    final double[] p = new double[GrainBlock.LARGE_SIZE];
    final double[] q = new double[GrainBlock.LARGE_SIZE];
    final double[] values = new double[GrainBlock.LARGE_SIZE];
    final double[] lanesA = new double[GrainBlock.LARGE_SIZE];
    final double[] lanesB = new double[GrainBlock.LARGE_SIZE];

    void clearLanes(int lanes) {
        Arrays.fill(lanesA, 0, lanes, 0);
        Arrays.fill(lanesB, 0, lanes, 0);
    }
}
