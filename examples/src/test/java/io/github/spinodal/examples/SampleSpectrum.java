package io.github.spinodal.examples;

import io.github.spinodal.eis.Circuit;
import io.github.spinodal.eis.Impedance;

/** The bare film of the study's Table S3 at 61 frequencies, as a file that a reader would have. */
final class SampleSpectrum {
    private SampleSpectrum() {}

    static String csv() {
        StringBuilder csv = new StringBuilder("frequency (Hz),real (ohm),imaginary (ohm)\n");
        Circuit randles = Circuit.parse("R(Q(RW))");
        for (int i = 0; i < 61; i++) {
            double f = Math.pow(10, 5 - 0.1 * i);
            Impedance z = randles.impedance(f, 3.382, 1.27e-5, 0.7399, 1298, 1.974e-4);
            csv.append(f + "," + z.realOhm() + "," + z.imaginaryOhm() + "\n");
        }
        return csv.toString();
    }
}
