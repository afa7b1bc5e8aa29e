package io.github.spinodal.phasefield.oscillation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Searches the residuals of a baseline for a line whose frequency may drift: the charge axis is bent by a quadratic, and
 * the power of its Fourier transform is divided by the spectrum of the noise.
 */
final class PeriodSearch {
    /** Largest relative change of the frequency between the middle and an end of the plateau. */
    static final double LARGEST_CHIRP = 0.35;

    private static final int PADDING = 4;
    /** In periods: nearer ones are of one line. */
    private static final double APART = 1.2;

    private PeriodSearch() {}

    /**
     * A candidate line.
     *
     * @param cycles periods in the window
     * @param chirp relative change of the frequency from the middle to the end
     * @param power power over the noise
     */
    record Line(double cycles, double chirp, double power) {
        /** Of the first degree without a chirp, of the second with one. */
        double[] phase() {
            double steady = Math.PI * cycles;
            return chirp == 0 ? new double[] {steady} : new double[] {steady, steady * chirp / 3};
        }

        /** The chirp of a phase, as far as a line has one. */
        static double chirp(double[] phase) {
            return phase.length > 1 ? 3 * phase[1] / phase[0] : 0;
        }
    }

    /**
     * The strongest lines and, if it is none of them, the strongest without a drift: among the many drifts one may fit the noise
     * better.
     */
    static List<Line> strongest(
            double[] x, double[] residuals, NoiseModel noise, double fewest, double most, int count) {
        int bins = Integer.highestOneBit((int) Math.ceil(4 * most)) * 2;
        int length = PADDING * bins;
        double chirpStep = Math.max(0.02, Math.min(0.175, 2.4 / most));
        int chirps = (int) Math.ceil(LARGEST_CHIRP / chirpStep);
        double spacing = (x[x.length - 1] - x[0]) / (x.length - 1);
        int first = Math.max(1, (int) Math.ceil(fewest * PADDING));
        int last = Math.min(length / 2 - 1, (int) Math.floor(most * PADDING));
        double[] density = new double[last + 1];
        for (int k = first; k <= last; k++) {
            density[k] = noise.relativeDensity(k / (double) PADDING / 2, spacing);
        }
        double[] best = new double[last + 1];
        double[] bestChirp = new double[last + 1];
        double[] steady = new double[last + 1];
        double[] real = new double[length];
        double[] imaginary = new double[length];
        Fourier fourier = new Fourier(length);
        for (int c = -chirps; c <= chirps; c += 2) {
            double chirp = c * LARGEST_CHIRP / chirps;
            double second = Math.min(chirps, c + 1) * LARGEST_CHIRP / chirps;
            spread(x, residuals, chirp, bins, real);
            spread(x, residuals, second, bins, imaginary);
            fourier.transform(real, imaginary);
            // Two real transforms in one complex one: the even and odd parts under reversal.
            for (int k = first; k <= last; k++) {
                double evenReal = (real[k] + real[length - k]) / 2;
                double oddReal = (real[k] - real[length - k]) / 2;
                double evenImaginary = (imaginary[k] + imaginary[length - k]) / 2;
                double oddImaginary = (imaginary[k] - imaginary[length - k]) / 2;
                double power = (evenReal * evenReal + oddImaginary * oddImaginary) / density[k];
                double secondPower = (evenImaginary * evenImaginary + oddReal * oddReal) / density[k];
                if (chirp == 0 || second == 0) {
                    steady[k] = chirp == 0 ? power : secondPower;
                }
                if (power > best[k]) {
                    best[k] = power;
                    bestChirp[k] = chirp;
                }
                if (secondPower > best[k]) {
                    best[k] = secondPower;
                    bestChirp[k] = second;
                }
            }
        }
        List<Line> chosen = new ArrayList<>();
        peaks(best, bestChirp, first).forEach(line -> addIfApart(line, count, chosen));
        peaks(steady, new double[last + 1], first).stream()
                .limit(1)
                .forEach(line -> addIfApart(line, count + 1, chosen));
        return chosen;
    }

    /** From the highest down. */
    private static List<Line> peaks(double[] power, double[] chirp, int first) {
        int last = power.length - 1;
        List<Line> peaks = new ArrayList<>();
        for (int k = first; k <= last; k++) {
            boolean peak = (k == first || power[k] >= power[k - 1]) && (k == last || power[k] > power[k + 1]);
            if (peak && power[k] > 0) {
                peaks.add(new Line(k / (double) PADDING, chirp[k], power[k]));
            }
        }
        peaks.sort(Comparator.comparingDouble(Line::power).reversed());
        return peaks;
    }

    private static void addIfApart(Line line, int most, List<Line> chosen) {
        boolean apart = chosen.stream().allMatch(other -> Math.abs(other.cycles() - line.cycles()) > APART);
        if (apart && chosen.size() < most) {
            chosen.add(line);
        }
    }

    /** Shares every residual between the two cells of the bent axis next to it. */
    static void spread(double[] x, double[] residuals, double chirp, int bins, double[] cells) {
        Arrays.fill(cells, 0);
        for (int i = 0; i < x.length; i++) {
            double s = x[i] / 2;
            double u = (s + chirp * (s * s - 0.25) + 0.5) * bins;
            int cell = Math.max(0, Math.min(bins - 1, (int) u));
            double right = Math.max(0, Math.min(1, u - cell));
            cells[cell] += residuals[i] * (1 - right);
            cells[cell + 1] += residuals[i] * right;
        }
    }
}
