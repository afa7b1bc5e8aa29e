package io.github.spinodal.eis;

import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.ImpedanceSpectrum;

/** The discretised problem of a distribution of relaxation times: columns for R_inf, L, 1/C and gamma_k, modulus weights. */
final class DrtProblem {
    /** R_inf, L and 1/C come before the distribution; all are non-negative too. */
    private static final int TERMS = 3;

    private final ImpedanceSpectrum spectrum;
    private final Scales scales;
    private final int m;
    private final int n;
    private final double[] tau;
    private final double logStep;
    private final double[][] columns;
    private final double[] data;
    private final double[][] realGram;
    private final double[][] imaginaryGram;
    private final double[][] penalty;

    DrtProblem(ImpedanceSpectrum spectrum, int perDecade, double extension) {
        this.spectrum = spectrum;
        this.scales = Scales.of(spectrum);
        m = spectrum.size();
        double first = spectrum.angularFrequency(0) / scales.radianPerSecond();
        double last = spectrum.angularFrequency(m - 1) / scales.radianPerSecond();
        double from = -Math.log10(Math.max(first, last)) - extension;
        double to = -Math.log10(Math.min(first, last)) + extension;
        int count = (int) Math.ceil((to - from) * perDecade) + 1;
        logStep = (to - from) / (count - 1) * Math.log(10);
        tau = new double[count];
        for (int k = 0; k < count; k++) {
            tau[k] = Math.pow(10, from + (to - from) * k / (count - 1));
        }
        n = count + TERMS;
        columns = new double[n][2 * m];
        data = new double[2 * m];
        for (int i = 0; i < m; i++) {
            double omega = spectrum.angularFrequency(i) / scales.radianPerSecond();
            double modulus = Require.positive("|Z| (ohm)[" + i + "]", spectrum.modulus(i));
            double weight = scales.ohm() / modulus;
            data[i] = spectrum.real(i) / modulus;
            data[m + i] = spectrum.imaginary(i) / modulus;
            columns[0][i] = weight;
            columns[1][m + i] = weight * omega;
            columns[2][m + i] = -weight / omega;
            for (int k = 0; k < count; k++) {
                double x = omega * tau[k];
                double share = weight * logStep / (1 + x * x);
                columns[TERMS + k][i] = share;
                columns[TERMS + k][m + i] = -x * share;
            }
        }
        realGram = gram(0, m);
        imaginaryGram = gram(m, 2 * m);
        penalty = penalty();
    }

    private double[][] gram(int from, int to) {
        double[][] g = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int r = from; r < to; r++) {
                    sum += columns[i][r] * columns[j][r];
                }
                g[i][j] = sum;
                g[j][i] = sum;
            }
        }
        return g;
    }

    /** Integral of the squared second derivative of gamma by ln tau, times the number of data. */
    private double[][] penalty() {
        double[][] p = new double[n][n];
        double scale = 2.0 * m * logStep / Math.pow(logStep, 4);
        double[] stencil = {1, -2, 1};
        for (int k = -1; k < tau.length - 1; k++) {
            // gamma continues as zero beyond either end.
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    int i = k + a;
                    int j = k + b;
                    if (i >= 0 && j >= 0 && i < tau.length && j < tau.length) {
                        p[TERMS + i][TERMS + j] += scale * stencil[a] * stencil[b];
                    }
                }
            }
        }
        return p;
    }

    double[] solve(double lambda, boolean useReal, boolean useImaginary) {
        double[][] g = new double[n][n];
        double[] h = new double[n];
        double trace = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                g[i][j] = lambda * penalty[i][j]
                        + (useReal ? realGram[i][j] : 0)
                        + (useImaginary ? imaginaryGram[i][j] : 0);
            }
            trace += g[i][i];
        }
        for (int i = 0; i < n; i++) {
            // What a part of the data does not see stays at zero instead of making the matrix singular.
            g[i][i] += 1e-13 * trace / n;
            for (int r = 0; r < 2 * m; r++) {
                h[i] += (r < m ? useReal : useImaginary) ? columns[i][r] * data[r] : 0;
            }
        }
        return NonNegativeLeastSquares.solve(g, h, new boolean[n]);
    }

    /** Sum of squared weighted residuals. */
    double misfit(double[] x, boolean useReal, boolean useImaginary) {
        double[] residuals = residuals(x);
        double sum = 0;
        for (int r = 0; r < 2 * m; r++) {
            sum += (r < m ? useReal : useImaginary) ? residuals[r] * residuals[r] : 0;
        }
        return sum;
    }

    private double[] residuals(double[] x) {
        double[] residuals = data.clone();
        for (int k = 0; k < n; k++) {
            for (int r = 0; r < 2 * m; r++) {
                residuals[r] -= x[k] * columns[k][r];
            }
        }
        return residuals;
    }

    RelaxationSpectrum result(double lambda, double[] x) {
        double[] seconds = new double[tau.length];
        double[] gamma = new double[tau.length];
        for (int k = 0; k < tau.length; k++) {
            seconds[k] = tau[k] / scales.radianPerSecond();
            gamma[k] = x[TERMS + k] * scales.ohm();
        }
        return new RelaxationSpectrum(
                spectrum,
                lambda,
                seconds,
                gamma,
                logStep,
                x[0] * scales.ohm(),
                x[1] * scales.ohm() / scales.radianPerSecond(),
                x[2] * scales.ohm() * scales.radianPerSecond(),
                residuals(x));
    }
}
