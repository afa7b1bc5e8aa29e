package io.github.spinodal.eis;

import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.ImpedanceSpectrum;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The logarithmic Hilbert transform of phase into modulus, Z-HIT (Ehm, Kaus, Schiller and Strunz, New Trends in
 * Electrochemical Impedance Spectroscopy, 2001): ln|Z(omega0)| = const + (2/pi) int phi d ln(omega) - (pi/6) d phi/d
 * ln(omega). Drift bends the measured modulus at low frequency away from the reconstructed one.
 */
public final class ZHit {
    /** Half width, in points, of the local parabola that smooths the phase and gives its slope. */
    private static final int HALF_WIDTH = 2;

    private static final double SLOPE_FACTOR = -Math.PI / 6;

    private ZHit() {}

    /**
     * Reconstructs the modulus from the phase; its level is matched to the data in the middle half of the window in ln(omega),
     * where drift and inductance matter least.
     *
     * @param spectrum at least 8 points, at least about four per decade
     * @return reconstruction and residuals
     * @throws io.github.spinodal.core.InvalidValueException if there are fewer points
     */
    public static ZHitResult of(ImpedanceSpectrum spectrum) {
        int n = Require.atLeast("number of points", spectrum.size(), 8);
        double high = Math.log(Math.max(spectrum.frequency(0), spectrum.frequency(n - 1)));
        double low = Math.log(Math.min(spectrum.frequency(0), spectrum.frequency(n - 1)));
        return of(spectrum, Math.exp(low + 0.25 * (high - low)), Math.exp(high - 0.25 * (high - low)));
    }

    /**
     * Reconstructs the modulus from the phase, matched to the data within a window.
     *
     * @param spectrum at least 8 points, at least about four per decade
     * @param lowestHz lower end of the window of the match (Hz)
     * @param highestHz upper end of the window of the match (Hz)
     * @return reconstruction and residuals
     * @throws io.github.spinodal.core.InvalidValueException if there are fewer points, or none in the window
     */
    public static ZHitResult of(ImpedanceSpectrum spectrum, double lowestHz, double highestHz) {
        int n = Require.atLeast("number of points", spectrum.size(), 8);
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(spectrum::frequency));
        double[] x = new double[n];
        double[] phase = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = Math.log(spectrum.angularFrequency(order[i]));
            phase[i] = spectrum.phase(order[i]);
        }
        unwrap(phase);
        double[] smooth = new double[n];
        double[] slope = new double[n];
        for (int i = 0; i < n; i++) {
            int from = Math.max(0, Math.min(i - HALF_WIDTH, n - 2 * HALF_WIDTH - 1));
            double[] parabola = parabola(x, phase, from, 2 * HALF_WIDTH + 1, x[i]);
            smooth[i] = parabola[0];
            slope[i] = parabola[1];
        }
        double[] log = new double[n];
        double integral = 0;
        for (int i = 0; i < n; i++) {
            if (i > 0) {
                double h = x[i] - x[i - 1];
                // Trapezoid with the end correction of Euler and Maclaurin.
                integral += h * (smooth[i] + smooth[i - 1]) / 2 - h * h / 12 * (slope[i] - slope[i - 1]);
            }
            log[i] = 2 / Math.PI * integral + SLOPE_FACTOR * slope[i];
        }
        double offset = 0;
        int matched = 0;
        for (int i = 0; i < n; i++) {
            double f = spectrum.frequency(order[i]);
            if (f >= lowestHz && f <= highestHz) {
                offset += Math.log(spectrum.modulus(order[i])) - log[i];
                matched++;
            }
        }
        Require.atLeast("number of points between " + lowestHz + " and " + highestHz + " Hz", matched, 1);
        double[] reconstructed = new double[n];
        for (int i = 0; i < n; i++) {
            reconstructed[order[i]] = Math.exp(log[i] + offset / matched);
        }
        return new ZHitResult(spectrum, reconstructed);
    }

    private static void unwrap(double[] phase) {
        for (int i = 1; i < phase.length; i++) {
            phase[i] -= 2 * Math.PI * Math.rint((phase[i] - phase[i - 1]) / (2 * Math.PI));
        }
    }

    /** Value and slope at a point of the least-squares parabola through some neighbours. */
    private static double[] parabola(double[] x, double[] y, int from, int count, double at) {
        double[] s = new double[5];
        double[] t = new double[3];
        for (int i = from; i < from + count; i++) {
            double u = x[i] - at;
            double power = 1;
            for (int k = 0; k < 5; k++) {
                s[k] += power;
                if (k < 3) {
                    t[k] += power * y[i];
                }
                power *= u;
            }
        }
        double d = determinant(s[0], s[1], s[2], s[1], s[2], s[3], s[2], s[3], s[4]);
        double a = determinant(t[0], s[1], s[2], t[1], s[2], s[3], t[2], s[3], s[4]);
        double b = determinant(s[0], t[0], s[2], s[1], t[1], s[3], s[2], t[2], s[4]);
        return new double[] {a / d, b / d};
    }

    private static double determinant(
            double a, double b, double c, double d, double e, double f, double g, double h, double i) {
        return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
    }
}
