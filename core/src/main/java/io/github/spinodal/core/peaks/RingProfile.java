package io.github.spinodal.core.peaks;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.Spectrum;

/** The radial profile of a ring pattern, as in electron diffraction of a selected area of a polycrystal. */
public final class RingProfile {
    private RingProfile() {}

    /**
     * Averages an image over circles around a centre. Each pixel is shared between the two nearest radii, so that the
     * profile has no steps.
     *
     * @param image intensities, row by row, all rows of one length; not modified
     * @param centreColumn column of the centre (pixel), finite
     * @param centreRow row of the centre (pixel), finite
     * @param diametersPerNanometre ring diameter per pixel of radius (1/nm per pixel), positive: twice the calibration of
     *     the image
     * @return mean intensity over ring diameter (1/nm), up to the largest circle that lies within the image
     * @throws InvalidValueException if the image is ragged or not finite, or the centre lies outside
     */
    public static Spectrum of(double[][] image, double centreColumn, double centreRow, double diametersPerNanometre) {
        Require.atLeast("number of rows", image.length, 3);
        int columns = Require.atLeast("number of columns", image[0].length, 3);
        Require.inside("column of the centre", centreColumn, 0, columns - 1);
        Require.inside("row of the centre", centreRow, 0, image.length - 1);
        Require.positive("diameter per pixel (1/nm)", diametersPerNanometre);
        double reach = Math.min(
                Math.min(centreColumn, columns - 1 - centreColumn), Math.min(centreRow, image.length - 1 - centreRow));
        int radii = (int) Math.floor(reach) + 1;
        Require.atLeast("number of whole circles within the image", radii, 2);
        double[] sum = new double[radii + 1];
        double[] weight = new double[radii + 1];
        for (int i = 0; i < image.length; i++) {
            Require.sameLength("row 0", columns, "row " + i, image[i].length);
            for (int j = 0; j < columns; j++) {
                double radius = Math.hypot(j - centreColumn, i - centreRow);
                if (!Double.isFinite(image[i][j])) {
                    throw new InvalidValueException("image[" + i + "][" + j + "]", image[i][j], "finite");
                }
                int below = (int) radius;
                if (below < radii) {
                    double share = radius - below;
                    // there are more pixels outside a circle than inside; their weight makes up for it
                    double density = 1 / Math.max(radius, 0.5);
                    sum[below] += density * (1 - share) * image[i][j];
                    weight[below] += density * (1 - share);
                    sum[below + 1] += density * share * image[i][j];
                    weight[below + 1] += density * share;
                }
            }
        }
        // radius zero may hold no pixel at all when the centre lies between pixels
        int first = weight[0] > 0 ? 0 : 1;
        double[] x = new double[radii - first];
        double[] y = new double[radii - first];
        for (int k = first; k < radii; k++) {
            x[k - first] = k * diametersPerNanometre;
            y[k - first] = sum[k] / weight[k];
        }
        return Spectrum.of(new Spectrum.Axis("ring diameter", "1/nm"), x, new Spectrum.Axis("mean intensity", ""), y);
    }
}
