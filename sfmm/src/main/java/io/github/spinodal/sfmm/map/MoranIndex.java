package io.github.spinodal.sfmm.map;

import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.ScanMap;
import java.io.Serializable;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Moran's index of spatial order with the four edge neighbours of each pixel (Moran, 1950; rook weights): near 1 where like
 * lies beside like, near its expectation -1/(N-1) for a random arrangement, negative for a chessboard.
 *
 * @param index the index
 * @param expectation its mean over random arrangements, -1/(N-1)
 * @param pValue share of random permutations with at least as large an index, the observed one included
 * @param permutations number of random permutations
 */
public record MoranIndex(double index, double expectation, double pValue, int permutations) implements Serializable {
    /**
     * The index of a map with a permutation test.
     *
     * @param map the map, at least two neighbouring pixels present, not constant
     * @param permutations number of random permutations, at least 1, such as 999
     * @param seed seed of the permutations
     * @return the index
     * @throws io.github.spinodal.core.InvalidValueException if the map is constant, or has no neighbours
     */
    public static MoranIndex of(ScanMap map, int permutations, long seed) {
        Require.atLeast("number of permutations", permutations, 1);
        double[] present = map.presentValues();
        Require.atLeast("number of pixels present", present.length, 2);
        double mean = Arrays.stream(present).average().orElseThrow();
        double squares = 0;
        for (int i = 0; i < present.length; i++) {
            present[i] -= mean;
            squares += present[i] * present[i];
        }
        Require.positive("variance of the map", squares / present.length);
        int[] pairs = neighbours(map);
        Require.atLeast("number of pairs of neighbours", pairs.length / 2, 1);
        double scale = present.length / (0.5 * pairs.length * squares);
        double observed = scale * sumOfProducts(present, pairs);
        SplittableRandom random = new SplittableRandom(seed);
        int atLeast = 1;
        for (int r = 0; r < permutations; r++) {
            shuffle(present, random);
            atLeast += scale * sumOfProducts(present, pairs) >= observed ? 1 : 0;
        }
        return new MoranIndex(
                observed, -1.0 / (present.length - 1), (double) atLeast / (permutations + 1), permutations);
    }

    /** Indices among the present pixels of all pairs of edge neighbours. */
    private static int[] neighbours(ScanMap map) {
        int[] order = new int[map.size()];
        int n = 0;
        for (int i = 0; i < order.length; i++) {
            order[i] = map.isMissing(i % map.nx(), i / map.nx()) ? -1 : n++;
        }
        int[] pairs = new int[4 * map.size()];
        int used = 0;
        for (int y = 0; y < map.ny(); y++) {
            for (int x = 0; x < map.nx(); x++) {
                int here = order[y * map.nx() + x];
                int right = x + 1 < map.nx() ? order[y * map.nx() + x + 1] : -1;
                int below = y + 1 < map.ny() ? order[(y + 1) * map.nx() + x] : -1;
                if (here >= 0 && right >= 0) {
                    pairs[used++] = here;
                    pairs[used++] = right;
                }
                if (here >= 0 && below >= 0) {
                    pairs[used++] = here;
                    pairs[used++] = below;
                }
            }
        }
        return Arrays.copyOf(pairs, used);
    }

    private static double sumOfProducts(double[] values, int[] pairs) {
        double sum = 0;
        for (int i = 0; i < pairs.length; i += 2) {
            sum += values[pairs[i]] * values[pairs[i + 1]];
        }
        return sum;
    }

    private static void shuffle(double[] values, SplittableRandom random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double kept = values[i];
            values[i] = values[j];
            values[j] = kept;
        }
    }
}
