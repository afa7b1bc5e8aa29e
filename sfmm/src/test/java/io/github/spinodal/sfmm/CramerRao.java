package io.github.spinodal.sfmm;

import io.github.spinodal.sfmm.simulation.CurveSimulator;
import io.github.spinodal.sfmm.simulation.LayerLaws;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The Cramer-Rao bound of the thickness in a simulated curve, from numerical derivatives of the forward model: onset,
 * thickness, break deflection, exponent, solid slope, offset and tilt all unknown, and sine, cosine and period of a fringe
 * where there is one. Independent of the fitted model.
 */
final class CramerRao {
    static final int POINTS = 1024;
    static final double RAMP = 500;
    static final double ONSET = 210;
    static final int THICKNESS = 1;
    static final int EXPONENT = 3;
    private static final int CONTACT = 5;

    private CramerRao() {}

    /** Standard deviation (nm) of an unbiased thickness under AR(1) noise of the given standard deviation. */
    static double thickness(double h, double deflection, double exponent, double sigma, double correlationSamples) {
        double[] truth = {ONSET, h, deflection, exponent, 1, 0, 0};
        return deviations(truth, sigma, correlationSamples)[THICKNESS];
    }

    /** The same in white noise with a fringe of which sine, cosine and period are unknown as well. */
    static double thicknessWithFringe(
            double h, double deflection, double exponent, double sigma, double amplitude, double period, double phase) {
        double[] truth = {ONSET, h, deflection, exponent, 1, 0, 0, amplitude, period, phase};
        return deviations(truth, sigma, 1)[THICKNESS];
    }

    /** Standard deviations of all unbiased parameters. */
    static double[] deviations(double[] truth, double sigma, double correlationSamples) {
        double[][] covariance = covariance(truth, sigma, correlationSamples);
        double[] deviations = new double[truth.length];
        for (int k = 0; k < deviations.length; k++) {
            deviations[k] = Math.sqrt(covariance[k][k]);
        }
        return deviations;
    }

    /** The least covariance of all unbiased parameters. */
    static double[][] covariance(double[] truth, double sigma, double correlationSamples) {
        double phi = (correlationSamples - 1) / (correlationSamples + 1);
        double[][] jacobian = new double[truth.length][];
        for (int k = 0; k < truth.length; k++) {
            double step = k < CONTACT ? 1e-4 * Math.max(1, Math.abs(truth[k])) : 1e-3;
            double[] up = truth.clone();
            double[] down = truth.clone();
            up[k] += step;
            down[k] -= step;
            double[] column = model(up);
            double[] below = model(down);
            for (int i = 0; i < POINTS; i++) {
                column[i] = (column[i] - below[i]) / (2 * step);
            }
            whiten(column, phi);
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
        double[][] covariance = new double[truth.length][truth.length];
        for (int a = 0; a < truth.length; a++) {
            for (int b = 0; b < truth.length; b++) {
                covariance[a][b] = information.get(a, b);
            }
        }
        return covariance;
    }

    static void whiten(double[] column, double phi) {
        for (int i = POINTS - 1; i > 0; i--) {
            column[i] = (column[i] - phi * column[i - 1]) / Math.sqrt(1 - phi * phi);
        }
    }

    /** The curve (nm) of onset, thickness, break deflection, exponent, slope, offset, tilt, and amplitude, period, phase. */
    static double[] model(double[] t) {
        CurveSimulator curve =
                CurveSimulator.of(LayerLaws.power(t[1], t[2], t[3])).withRamp(POINTS, RAMP, t[0]);
        double[] d = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double z = RAMP * i / (POINTS - 1);
            d[i] = t[4] * curve.idealDeflectionNanometres(z) + t[5] + t[6] * z;
            if (t.length > 7) {
                d[i] += t[7] * Math.sin(2 * Math.PI * z / t[8] + t[9]);
            }
        }
        return d;
    }
}
