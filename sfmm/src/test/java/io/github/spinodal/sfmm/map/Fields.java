package io.github.spinodal.sfmm.map;

import io.github.spinodal.core.data.ScanMap;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import java.util.function.ToDoubleBiFunction;

/** Random and regular surfaces for tests. */
final class Fields {
    private Fields() {}

    /** A map of the given function of column and row; pixels of 1 nm. */
    static ScanMap of(int nx, int ny, String unit, ToDoubleBiFunction<Integer, Integer> function) {
        double[] values = new double[nx * ny];
        for (int i = 0; i < values.length; i++) {
            values[i] = function.applyAsDouble(i % nx, i / nx);
        }
        return ScanMap.of("height", unit, nx, ny, 1e-9, 1e-9, values);
    }

    /**
     * A Gaussian random field of unit variance on a torus: white noise smoothed by a Gaussian of the given width, so that
     * its autocorrelation is exp(-r^2 / (4 sigma^2)).
     */
    static double[] gaussian(int side, double sigma, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] noise = new double[side * side];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = random.nextGaussian();
        }
        if (sigma == 0) {
            return noise;
        }
        int reach = (int) Math.ceil(4 * sigma);
        double[] kernel = new double[2 * reach + 1];
        double squares = 0;
        for (int k = -reach; k <= reach; k++) {
            kernel[k + reach] = Math.exp(-k * k / (2 * sigma * sigma));
            squares += kernel[k + reach] * kernel[k + reach];
        }
        double[] once =
                convolve(noise, kernel, side, reach, (i, k) -> i / side * side + Math.floorMod(i % side + k, side));
        double[] twice =
                convolve(once, kernel, side, reach, (i, k) -> Math.floorMod(i / side + k, side) * side + i % side);
        for (int i = 0; i < twice.length; i++) {
            twice[i] /= squares;
        }
        return twice;
    }

    private static double[] convolve(
            double[] values, double[] kernel, int side, int reach, IntBinaryOperator neighbour) {
        double[] result = new double[side * side];
        for (int i = 0; i < result.length; i++) {
            for (int k = -reach; k <= reach; k++) {
                result[i] += kernel[k + reach] * values[neighbour.applyAsInt(i, k)];
            }
        }
        return result;
    }

    static ScanMap map(int side, double[] values, String unit) {
        return ScanMap.of("height", unit, side, side, 1e-9, 1e-9, values);
    }
}
