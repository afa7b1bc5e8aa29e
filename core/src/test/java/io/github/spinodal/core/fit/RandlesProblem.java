package io.github.spinodal.core.fit;

import java.util.Random;

/**
 * The circuit R(Q(RW)) with modulus weights: parameters Rs (ohm), Q (S s^n), n, Rct (ohm), Y0 (S s^0.5). Written out with
 * its own complex arithmetic, so that it measures the solver and not an expression tree.
 */
final class RandlesProblem implements ResidualFunction {
    /** The study's Table S3: bare, AZO 30, 60 and 90 nm. */
    static final double[][] CELLS = {
        {3.382, 1.270e-5, 0.7399, 1298, 1.974e-4},
        {2.945, 1.383e-5, 0.7357, 553.3, 4.600e-4},
        {2.543, 1.695e-5, 0.7467, 159.7, 7.749e-4},
        {2.646, 1.484e-5, 0.6861, 435.3, 5.425e-4}
    };

    static final double[] LOWER = {0, 0, 0, 0, 0};
    static final double[] UPPER = {
        Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY
    };

    private final double[] omega;
    private final double[] logOmega;
    private final double[] re;
    private final double[] im;
    private final double[] weight;

    private RandlesProblem(double[] omega, double[] re, double[] im) {
        this.omega = omega;
        this.re = re;
        this.im = im;
        logOmega = new double[omega.length];
        weight = new double[omega.length];
        for (int i = 0; i < omega.length; i++) {
            logOmega[i] = Math.log(omega[i]);
            weight[i] = 1 / Math.hypot(re[i], im[i]);
        }
    }

    /** 61 points from 0.1 Hz to 100 kHz with relative noise of the given standard deviation on each part. */
    static RandlesProblem of(double[] truth, double noise, long seed) {
        double[] omega = new double[61];
        for (int i = 0; i < omega.length; i++) {
            omega[i] = 2 * Math.PI * Math.pow(10, -1 + 0.1 * i);
        }
        double[] zero = new double[omega.length];
        RandlesProblem empty = new RandlesProblem(omega, zero.clone(), zero.clone());
        java.util.Arrays.fill(empty.weight, 1);
        double[] z = new double[2 * omega.length];
        empty.residuals(truth, z);
        Random random = new Random(seed);
        double[] re = new double[omega.length];
        double[] im = new double[omega.length];
        for (int i = 0; i < omega.length; i++) {
            double modulus = Math.hypot(z[2 * i], z[2 * i + 1]);
            re[i] = z[2 * i] + noise * modulus * random.nextGaussian();
            im[i] = z[2 * i + 1] + noise * modulus * random.nextGaussian();
        }
        return new RandlesProblem(omega, re, im);
    }

    @Override
    public int residualCount() {
        return 2 * omega.length;
    }

    @Override
    public int parameterCount() {
        return 5;
    }

    @Override
    public void residuals(double[] p, double[] residuals) {
        compute(p, residuals, null);
    }

    @Override
    public void residualsAndJacobian(double[] p, double[] residuals, double[] jacobian) {
        compute(p, residuals, jacobian);
    }

    private void compute(double[] p, double[] residuals, double[] jacobian) {
        double n = p[2];
        double cos = Math.cos(n * Math.PI / 2);
        double sin = Math.sin(n * Math.PI / 2);
        for (int i = 0; i < omega.length; i++) {
            double power = Math.exp(n * logOmega[i]);
            double sRe = power * cos;
            double sIm = power * sin;
            // Z_F = R + 1/(Y0 sqrt(j omega))
            double warburg = 1 / (p[4] * Math.sqrt(2 * omega[i]));
            double fRe = p[3] + warburg;
            double fIm = -warburg;
            double fSquare = fRe * fRe + fIm * fIm;
            double gRe = fRe / fSquare;
            double gIm = -fIm / fSquare;
            double yRe = p[1] * sRe + gRe;
            double yIm = p[1] * sIm + gIm;
            double ySquare = yRe * yRe + yIm * yIm;
            double zRe = yRe / ySquare;
            double zIm = -yIm / ySquare;
            double w = weight[i];
            residuals[2 * i] = w * (p[0] + zRe - re[i]);
            residuals[2 * i + 1] = w * (zIm - im[i]);
            if (jacobian != null) {
                int row = 10 * i;
                jacobian[row] = w;
                jacobian[row + 5] = 0;
                // dZ = -Z^2 dY
                double qRe = -w * (zRe * zRe - zIm * zIm);
                double qIm = -w * 2 * zRe * zIm;
                put(jacobian, row + 1, qRe * sRe - qIm * sIm, qRe * sIm + qIm * sRe);
                double lnRe = p[1] * (sRe * logOmega[i] - sIm * Math.PI / 2);
                double lnIm = p[1] * (sIm * logOmega[i] + sRe * Math.PI / 2);
                put(jacobian, row + 2, qRe * lnRe - qIm * lnIm, qRe * lnIm + qIm * lnRe);
                // dY = -G^2 dZ_F
                double hRe = -(qRe * (gRe * gRe - gIm * gIm) - qIm * 2 * gRe * gIm);
                double hIm = -(qRe * 2 * gRe * gIm + qIm * (gRe * gRe - gIm * gIm));
                put(jacobian, row + 3, hRe, hIm);
                double dw = -warburg / p[4];
                put(jacobian, row + 4, dw * (hRe + hIm), dw * (hIm - hRe));
            }
        }
    }

    private static void put(double[] jacobian, int at, double re, double im) {
        jacobian[at] = re;
        jacobian[at + 5] = im;
    }
}
