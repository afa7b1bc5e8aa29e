package io.github.spinodal.sfmm.map;

import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.ScanMap;
import java.io.Serializable;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How far neighbouring pixels resemble each other: the autocorrelation along both axes, averaged, over lags up to half the
 * shorter side. Pairs with a missing pixel are left out. Immutable.
 */
public final class SpatialCorrelation implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] autocorrelation;
    private final double pixelMetre;
    private final int pixels;

    private SpatialCorrelation(double[] autocorrelation, double pixelMetre, int pixels) {
        this.autocorrelation = autocorrelation;
        this.pixelMetre = pixelMetre;
        this.pixels = pixels;
    }

    /**
     * The autocorrelation of a map.
     *
     * @param map the map, at least 4 by 4 pixels, not constant; pixels should be square
     * @return its autocorrelation
     * @throws io.github.spinodal.core.InvalidValueException if the map is smaller or constant
     */
    public static SpatialCorrelation of(ScanMap map) {
        Require.atLeast("number of columns", map.nx(), 4);
        Require.atLeast("number of rows", map.ny(), 4);
        double[] present = map.presentValues();
        Require.atLeast("number of pixels present", present.length, 4);
        double mean = Arrays.stream(present).average().orElseThrow();
        double variance =
                Arrays.stream(present).map(v -> (v - mean) * (v - mean)).sum() / present.length;
        Require.positive("variance of the map", variance);
        double[] values = map.values();
        for (int i = 0; i < values.length; i++) {
            values[i] -= mean;
        }
        int lags = Math.min(map.nx(), map.ny()) / 2;
        double[] correlation = new double[lags + 1];
        for (int lag = 0; lag <= lags; lag++) {
            correlation[lag] = atLag(values, map.nx(), map.ny(), lag) / variance;
        }
        double pixel = Math.sqrt(map.pixelWidthMetre() * map.pixelHeightMetre());
        return new SpatialCorrelation(correlation, pixel, present.length);
    }

    private static double atLag(double[] values, int nx, int ny, int lag) {
        double sum = 0;
        long pairs = 0;
        for (int y = 0; y < ny; y++) {
            for (int x = 0; x < nx; x++) {
                double here = values[y * nx + x];
                double right = x + lag < nx ? here * values[y * nx + x + lag] : Double.NaN;
                double below = y + lag < ny ? here * values[(y + lag) * nx + x] : Double.NaN;
                if (!Double.isNaN(right)) {
                    sum += right;
                    pairs++;
                }
                if (!Double.isNaN(below)) {
                    sum += below;
                    pairs++;
                }
            }
        }
        return pairs == 0 ? 0 : sum / pairs;
    }

    /**
     * The autocorrelation.
     *
     * @return a copy; element i belongs to a distance of i pixels
     */
    public double[] autocorrelation() {
        return autocorrelation.clone();
    }

    /**
     * The distance at which the autocorrelation has fallen to 1/e.
     *
     * @return length (m), or nothing where it does not fall so far within half the map
     */
    public OptionalDouble lengthMetre() {
        return lengthMetre(1 / Math.E);
    }

    /**
     * The distance at which the autocorrelation has fallen to a level; 0.2 gives Sal of ISO 25178-2.
     *
     * @param level the level, 0 to 1, ends excluded
     * @return length (m), or nothing where it does not fall so far within half the map
     */
    public OptionalDouble lengthMetre(double level) {
        Require.inside("level", level, 0, 1);
        for (int i = 1; i < autocorrelation.length; i++) {
            if (autocorrelation[i] < level) {
                double fraction = (autocorrelation[i - 1] - level) / (autocorrelation[i - 1] - autocorrelation[i]);
                return OptionalDouble.of((i - 1 + fraction) * pixelMetre);
            }
        }
        return OptionalDouble.empty();
    }

    /**
     * The number of independent pixels: all pixels over the correlation area, the sum of the isotropic autocorrelation up to
     * its first zero.
     *
     * @return effective number of pixels, 1 to the number present
     */
    public double effectiveSize() {
        double area = 1;
        for (int i = 1; i < autocorrelation.length && autocorrelation[i] > 0; i++) {
            area += 2 * Math.PI * i * autocorrelation[i];
        }
        return Math.max(1, pixels / area);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SpatialCorrelation that
                && Arrays.equals(autocorrelation, that.autocorrelation)
                && pixelMetre == that.pixelMetre
                && pixels == that.pixels;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(autocorrelation);
    }

    @Override
    public String toString() {
        return "SpatialCorrelation[1/e length " + lengthMetre() + " m, effective size " + effectiveSize() + "]";
    }
}
