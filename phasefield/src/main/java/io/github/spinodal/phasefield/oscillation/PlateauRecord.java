package io.github.spinodal.phasefield.oscillation;

import java.util.Arrays;

/** The cleaned samples of a plateau in the coordinates of the fit: x in [-1, 1], y in millivolt about the mean. */
final class PlateauRecord {
    final double[] x;
    final double[] y;
    final double meanMillivolt;
    /** Number of each sample, scaled to [-1, 1]: the clock of noise that is correlated from sample to sample. */
    final double[] number;
    /** Whether the samples are so unevenly spaced in charge that the two clocks differ. */
    final boolean uneven;
    /** Legendre polynomials 1 to {@link #DEGREES} of all samples, a column for each. */
    final double[][] legendre;

    static final int DEGREES = 24;

    /** Relative deviation of a step in charge from the mean step below which sampling is even. */
    private static final double EVEN = 0.02;

    private PlateauRecord(double[] x, double[] y, double meanMillivolt) {
        this.x = x;
        this.y = y;
        this.meanMillivolt = meanMillivolt;
        this.number = new double[x.length];
        double farthest = 0;
        for (int i = 0; i < x.length; i++) {
            number[i] = x.length > 1 ? -1 + 2.0 * i / (x.length - 1) : 0;
            double step = i == 0 ? 0 : (x[i] - x[i - 1]) * (x.length - 1) / 2 - 1;
            farthest = Math.max(farthest, Math.abs(step));
        }
        this.uneven = farthest > EVEN;
        this.legendre = new double[DEGREES][x.length];
        double[] row = new double[DEGREES];
        for (int i = 0; i < x.length; i++) {
            Bases.legendre(x[i], DEGREES, row);
            for (int k = 0; k < DEGREES; k++) {
                legendre[k][i] = row[k];
            }
        }
    }

    static PlateauRecord of(double[] charge, double[] voltage, double from, double to) {
        int n = charge.length;
        double mean = 0;
        for (double v : voltage) {
            mean += v;
        }
        mean /= n;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = (2 * charge[i] - from - to) / (to - from);
            y[i] = (voltage[i] - mean) * 1000;
        }
        return new PlateauRecord(x, y, mean * 1000);
    }

    /** A constant and the coefficients times P_1, P_2 ... at all samples. */
    double[] series(double constant, double[] coefficients) {
        double[] values = new double[size()];
        Arrays.fill(values, constant);
        for (int k = 0; k < coefficients.length; k++) {
            for (int i = 0; i < values.length; i++) {
                values[i] += coefficients[k] * legendre[k][i];
            }
        }
        return values;
    }

    /** Other values at the same charges. */
    PlateauRecord withValues(double[] millivolt) {
        return new PlateauRecord(x, millivolt, 0);
    }

    int size() {
        return x.length;
    }
}
