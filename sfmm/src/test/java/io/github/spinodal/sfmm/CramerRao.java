package io.github.spinodal.sfmm;

import io.github.spinodal.sfmm.simulation.CurveSimulator;
import io.github.spinodal.sfmm.simulation.LayerLaws;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The Cramer-Rao bound of the thickness in a simulated curve, from numerical derivatives of the forward model: onset,
 * thickness, break deflection, exponent, solid slope, offset and tilt all unknown. Independent of the fitted model.
 */
final class CramerRao {
    private static final int POINTS = 1024;
    private static final double RAMP = 500;

    private CramerRao() {}

    /** Standard deviation (nm) of an unbiased thickness under AR(1) noise of the given standard deviation. */
    static double thickness(double h, double deflection, double exponent, double sigma, double correlationSamples) {
        double[] truth = {210, h, deflection, exponent, 1, 0, 0};
        double phi = (correlationSamples - 1) / (correlationSamples + 1);
        double[][] jacobian = new double[truth.length][];
        for (int k = 0; k < truth.length; k++) {
            double step = k < 5 ? 1e-4 * Math.max(1, Math.abs(truth[k])) : 1e-3;
            double[] up = truth.clone();
            double[] down = truth.clone();
            up[k] += step;
            down[k] -= step;
            double[] column = model(up);
            double[] below = model(down);
            for (int i = 0; i < POINTS; i++) {
                column[i] = (column[i] - below[i]) / (2 * step);
            }
            for (int i = POINTS - 1; i > 0; i--) {
                column[i] = (column[i] - phi * column[i - 1]) / Math.sqrt(1 - phi * phi);
            }
            jacobian[k] = column;
        }
        DMatrixRMaj information = new DMatrixRMaj(truth.length, truth.length);
        for (int a = 0; a < truth.length; a++) {
            for (int b = 0; b < truth.length; b++) {
                double sum = 0;
                for (int i = 0; i < POINTS; i++) {
                    sum += jacobian[a][i] * jacobian[b][i];
                }
                information.set(a, b, sum / (sigma * sigma));
            }
        }
        CommonOps_DDRM.invert(information);
        return Math.sqrt(information.get(1, 1));
    }

    private static double[] model(double[] t) {
        CurveSimulator curve =
                CurveSimulator.of(LayerLaws.power(t[1], t[2], t[3])).withRamp(POINTS, RAMP, t[0]);
        double[] d = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double z = RAMP * i / (POINTS - 1);
            d[i] = t[4] * curve.idealDeflectionNanometres(z) + t[5] + t[6] * z;
        }
        return d;
    }
}
