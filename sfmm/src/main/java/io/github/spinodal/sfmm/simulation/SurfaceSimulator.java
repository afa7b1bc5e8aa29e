package io.github.spinodal.sfmm.simulation;

import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.ScanMap;
import java.io.Serializable;
import java.util.Random;

/**
 * Makes maps of a quantity that varies smoothly over a surface: a Gaussian random field with a Gaussian correlation, on which
 * each pixel has its own noise.
 *
 * @param mean mean of the quantity, in its unit
 * @param spread standard deviation over the surface, in its unit, zero or positive
 * @param correlationPixels distance over which the correlation falls to 1/e, in pixels, positive
 * @param noise standard deviation of the noise of a pixel, in its unit, zero or positive
 */
public record SurfaceSimulator(double mean, double spread, double correlationPixels, double noise)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double REACH = 3;

    /** Checks the numbers. */
    public SurfaceSimulator {
        Require.finite("mean", mean);
        Require.nonNegative("spread", spread);
        Require.within("correlation length (pixels)", correlationPixels, 1e-3, 1e4);
        Require.nonNegative("noise", noise);
    }

    /**
     * One map.
     *
     * @param quantity what is mapped
     * @param unit its unit
     * @param pixels number of columns and of rows, at least 1
     * @param pixelMetre size of a pixel (m), positive
     * @param seed seed of the field and of the noise
     * @return the map
     */
    public ScanMap simulate(String quantity, String unit, int pixels, double pixelMetre, long seed) {
        Require.atLeast("number of pixels", pixels, 1);
        Random random = new Random(seed * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L);
        // A kernel of half the squared length gives a correlation exp(-(r/length)^2), as two kernels are convolved.
        double width = correlationPixels / Math.sqrt(2);
        int reach = (int) Math.ceil(REACH * width);
        double[] kernel = new double[2 * reach + 1];
        double squares = 0;
        for (int k = 0; k < kernel.length; k++) {
            double r = (k - reach) / width;
            kernel[k] = Math.exp(-r * r);
            squares += kernel[k] * kernel[k];
        }
        int wide = pixels + 2 * reach;
        double[] white = new double[wide * wide];
        for (int i = 0; i < white.length; i++) {
            white[i] = random.nextGaussian();
        }
        double[] rows = new double[pixels * wide];
        for (int y = 0; y < wide; y++) {
            for (int x = 0; x < pixels; x++) {
                double sum = 0;
                for (int k = 0; k < kernel.length; k++) {
                    sum += kernel[k] * white[y * wide + x + k];
                }
                rows[y * pixels + x] = sum;
            }
        }
        double[] values = new double[pixels * pixels];
        for (int y = 0; y < pixels; y++) {
            for (int x = 0; x < pixels; x++) {
                double sum = 0;
                for (int k = 0; k < kernel.length; k++) {
                    sum += kernel[k] * rows[(y + k) * pixels + x];
                }
                values[y * pixels + x] = mean + spread * sum / squares + noise * random.nextGaussian();
            }
        }
        return ScanMap.of(quantity, unit, pixels, pixels, pixelMetre, pixelMetre, values);
    }
}
