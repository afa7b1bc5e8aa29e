package io.github.spinodal.phasefield.oscillation;

/** In-place radix-2 Fourier transform of separate real and imaginary parts, for one length. */
final class Fourier {
    private final double[] cosines;
    private final double[] sines;

    Fourier(int length) {
        cosines = new double[length / 2];
        sines = new double[length / 2];
        for (int i = 0; i < length / 2; i++) {
            cosines[i] = Math.cos(2 * Math.PI * i / length);
            sines[i] = -Math.sin(2 * Math.PI * i / length);
        }
    }

    void transform(double[] real, double[] imaginary) {
        int n = real.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                double swap = real[i];
                real[i] = real[j];
                real[j] = swap;
                swap = imaginary[i];
                imaginary[i] = imaginary[j];
                imaginary[j] = swap;
            }
        }
        for (int size = 2; size <= n; size <<= 1) {
            int half = size / 2;
            int stride = n / size;
            for (int start = 0; start < n; start += size) {
                for (int k = 0; k < half; k++) {
                    int a = start + k;
                    int b = a + half;
                    double c = cosines[k * stride];
                    double s = sines[k * stride];
                    double re = real[b] * c - imaginary[b] * s;
                    double im = real[b] * s + imaginary[b] * c;
                    real[b] = real[a] - re;
                    imaginary[b] = imaginary[a] - im;
                    real[a] += re;
                    imaginary[a] += im;
                }
            }
        }
    }
}
