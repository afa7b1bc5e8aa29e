package io.github.spinodal.core.peaks;

/**
 * The Faddeeva function w(z) = exp(-z^2) erfc(-iz) in the upper half plane, whose real part is the Voigt function. Rational
 * expansion of Weideman (SIAM J. Numer. Anal. 31, 1994, 1497) near the origin, Laplace's continued fraction outside; about
 * 1e-14 absolute.
 */
final class Faddeeva {
    private static final int TERMS = 48;
    private static final double SCALE = Math.sqrt(TERMS / Math.sqrt(2));
    private static final double[] COEFFICIENTS = coefficients();
    private static final double INVERSE_ROOT_PI = 1 / Math.sqrt(Math.PI);
    /** Beyond this |z|^2 the continued fraction of depth {@link #DEPTH} is accurate. */
    private static final double FAR = 64;

    private static final int DEPTH = 16;

    private Faddeeva() {}

    private static double[] coefficients() {
        int m = 2 * TERMS;
        double[] a = new double[TERMS];
        for (int k = -m + 1; k < m; k++) {
            double theta = k * Math.PI / m;
            double t = SCALE * Math.tan(theta / 2);
            double f = Math.exp(-t * t) * (SCALE * SCALE + t * t);
            for (int n = 0; n < TERMS; n++) {
                a[n] += f * Math.cos((n + 1) * theta) / (2 * m);
            }
        }
        return a;
    }

    /** Puts Re w and Im w at z = x + iy, y not negative, into the result. */
    static void evaluate(double x, double y, double[] result) {
        if (x * x + y * y > FAR) {
            continuedFraction(x, y, result);
        } else {
            weideman(x, y, result);
        }
    }

    /** w(z) = (i/sqrt(pi)) / (z - 1/2/(z - 1/(z - 3/2/(z - ...)))). */
    private static void continuedFraction(double x, double y, double[] result) {
        double re = x;
        double im = y;
        for (int k = DEPTH; k >= 1; k--) {
            double scale = 0.5 * k / (re * re + im * im);
            re = x - scale * re;
            im = y + scale * im;
        }
        double square = re * re + im * im;
        result[0] = INVERSE_ROOT_PI * im / square;
        result[1] = INVERSE_ROOT_PI * re / square;
    }

    private static void weideman(double x, double y, double[] result) {
        // L - iz = (L + y) - ix and L + iz = (L - y) + ix
        double denominator = (SCALE + y) * (SCALE + y) + x * x;
        double inverseRe = (SCALE + y) / denominator;
        double inverseIm = x / denominator;
        double zRe = (SCALE - y) * inverseRe - x * inverseIm;
        double zIm = x * inverseRe + (SCALE - y) * inverseIm;
        double pRe = 0;
        double pIm = 0;
        for (int n = TERMS - 1; n >= 0; n--) {
            double next = pRe * zRe - pIm * zIm + COEFFICIENTS[n];
            pIm = pRe * zIm + pIm * zRe;
            pRe = next;
        }
        double sRe = inverseRe * inverseRe - inverseIm * inverseIm;
        double sIm = 2 * inverseRe * inverseIm;
        result[0] = 2 * (pRe * sRe - pIm * sIm) + INVERSE_ROOT_PI * inverseRe;
        result[1] = 2 * (pRe * sIm + pIm * sRe) + INVERSE_ROOT_PI * inverseIm;
    }
}
