package io.github.spinodal.eis;

import io.github.spinodal.core.data.ImpedanceSpectrum;
import java.util.Random;

/** The four cells of the study's Table S3, R(Q(RW)), at 61 frequencies from 100 kHz to 0.1 Hz. */
final class StudyCells {
    static final Circuit CIRCUIT = Circuit.parse("R(Q(RW))");

    /** Bare, AZO(30), AZO(60), AZO(90): Rs (ohm), CPE Y0 (S s^n), n, Rct (ohm), W Y0 (S s^1/2). */
    static final double[][] VALUES = {
        {3.382, 1.270e-5, 0.7399, 1298, 1.974e-4},
        {2.945, 1.383e-5, 0.7357, 553.3, 4.600e-4},
        {2.543, 1.695e-5, 0.7467, 159.7, 7.749e-4},
        {2.646, 1.484e-5, 0.6861, 435.3, 5.425e-4}
    };

    private StudyCells() {}

    static double[] frequencies() {
        double[] f = new double[61];
        for (int i = 0; i < f.length; i++) {
            f[i] = Math.pow(10, 5 - 0.1 * i);
        }
        return f;
    }

    /** Z + noise |Z| (g1 + j g2), g standard normal. */
    static ImpedanceSpectrum noisy(Circuit circuit, double[] f, double[] values, double noise, Random random) {
        ImpedanceSpectrum clean = circuit.spectrum(f, values);
        double[] re = clean.realOhm();
        double[] im = clean.imaginaryOhm();
        for (int i = 0; i < re.length; i++) {
            re[i] += noise * clean.modulus(i) * random.nextGaussian();
            im[i] += noise * clean.modulus(i) * random.nextGaussian();
        }
        return ImpedanceSpectrum.of(f, re, im);
    }

    static ImpedanceSpectrum noisy(int cell, double noise, Random random) {
        return noisy(CIRCUIT, frequencies(), VALUES[cell], noise, random);
    }
}
