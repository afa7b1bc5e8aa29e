package io.github.spinodal.sfmm.map;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.data.ScanMap;
import java.util.ArrayList;
import java.util.List;

/** Square blocks of a map, large against the correlation length, so that they count as independent. */
final class MapBlocks {
    private static final double LENGTHS_PER_BLOCK = 4;
    private static final int FEWEST_BLOCKS = 4;

    private MapBlocks() {}

    /** The present values of each block, block after block; blocks without any are left out. */
    static List<double[]> of(ScanMap map) {
        double pixel = Math.sqrt(map.pixelWidthMetre() * map.pixelHeightMetre());
        int shorter = Math.min(map.nx(), map.ny());
        int largest = Math.max(2, shorter / FEWEST_BLOCKS);
        double[] present = map.presentValues();
        boolean constant = java.util.Arrays.stream(present).allMatch(v -> v == present[0]);
        double wanted = constant
                ? 2
                : LENGTHS_PER_BLOCK * SpatialCorrelation.of(map).lengthMetre().orElse(largest * pixel) / pixel;
        int side = (int) Math.min(largest, Math.max(2, Math.ceil(wanted)));
        return of(map, side);
    }

    private static List<double[]> of(ScanMap map, int side) {
        List<double[]> blocks = new ArrayList<>();
        for (int top = 0; top + side <= map.ny(); top += side) {
            for (int left = 0; left + side <= map.nx(); left += side) {
                double[] block = new double[side * side];
                int n = 0;
                for (int y = top; y < top + side; y++) {
                    for (int x = left; x < left + side; x++) {
                        if (!map.isMissing(x, y)) {
                            block[n++] = map.value(x, y);
                        }
                    }
                }
                if (n > 0) {
                    blocks.add(java.util.Arrays.copyOf(block, n));
                }
            }
        }
        if (blocks.size() < FEWEST_BLOCKS) {
            throw new InvalidValueException(
                    "number of independent blocks of the map",
                    Integer.toString(blocks.size()),
                    "at least " + FEWEST_BLOCKS);
        }
        return blocks;
    }
}
