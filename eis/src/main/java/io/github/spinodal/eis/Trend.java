package io.github.spinodal.eis;

import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;

/**
 * A straight line through values with known standard errors.
 *
 * @param intercept value at zero of the abscissa
 * @param slope change per unit of the abscissa
 * @param chiSquared sum of squares over degrees of freedom in units of the standard errors; well above 1 the points scatter
 *     more than their errors, and the uncertainties of the line have been widened by its root (Birge, Phys. Rev. 40, 207,
 *     1932)
 */
public record Trend(Measured intercept, Measured slope, double chiSquared) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** A weighted line; errors must be positive. */
    static Trend of(double[] x, double[] y, double[] errors) {
        double w0 = 0;
        double mx = 0;
        double my = 0;
        for (int i = 0; i < x.length; i++) {
            double w = 1 / (errors[i] * errors[i]);
            w0 += w;
            mx += w * x[i];
            my += w * y[i];
        }
        mx /= w0;
        my /= w0;
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            double w = 1 / (errors[i] * errors[i]);
            xx += w * (x[i] - mx) * (x[i] - mx);
            xy += w * (x[i] - mx) * (y[i] - my);
        }
        double slope = xy / xx;
        double square = 0;
        for (int i = 0; i < x.length; i++) {
            double r = (y[i] - my - slope * (x[i] - mx)) / errors[i];
            square += r * r;
        }
        double chiSquared = x.length > 2 ? square / (x.length - 2) : 0;
        double widening = Math.sqrt(Math.max(1, chiSquared));
        return new Trend(
                Measured.of(my - slope * mx, widening * Math.sqrt(1 / w0 + mx * mx / xx)),
                Measured.of(slope, widening / Math.sqrt(xx)),
                chiSquared);
    }
}
