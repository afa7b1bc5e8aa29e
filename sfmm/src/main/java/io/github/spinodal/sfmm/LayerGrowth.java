package io.github.spinodal.sfmm;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Growth laws fitted to a thickness over time at one potential, and compared by the corrected criterion of Akaike (Hurvich
 * and Tsai 1989, Biometrika 76:297).
 *
 * @param fits the laws, the best first
 * @param reason one sentence: which law, or why none can be told
 */
public record LayerGrowth(List<Fit> fits, String reason) implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int FEWEST = 6;
    /** Difference of the criterion at which the better law is some twenty times as probable. */
    private static final double SEPARATED = 6;
    /** Mean square deviation in standard uncertainties beyond which no law fits. */
    private static final double POOR = 3;

    private static final int GRID = 240;
    /** Times before the first spectrum, and time constants, over the time observed. */
    private static final double SHORTEST = 1e-3;

    private static final double LONGEST = 1e3;
    private static final double TINY = 1e-12;

    /**
     * One law, fitted.
     *
     * @param law the law
     * @param aicc corrected criterion of Akaike; lower is better
     * @param meanSquareDeviation sum of squared deviations in standard uncertainties over the degrees of freedom
     */
    public record Fit(GrowthLaw law, double aicc, double meanSquareDeviation) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Checks the fits.
     *
     * @throws InvalidValueException if there are none
     */
    public LayerGrowth {
        fits = List.copyOf(fits);
        Require.atLeast("number of growth laws", fits.size(), 1);
    }

    /**
     * The law that the thickness follows.
     *
     * @return the law; empty if the best does not fit, or is not clear of the second
     */
    public Optional<GrowthLaw> law() {
        return fits.get(0).meanSquareDeviation() > POOR || lead(fits) < SEPARATED
                ? Optional.empty()
                : Optional.of(fits.get(0).law());
    }

    private static double lead(List<Fit> fits) {
        return fits.size() < 2 ? 0 : fits.get(1).aicc() - fits.get(0).aicc();
    }

    /**
     * Compares the laws.
     *
     * @param seconds times (s), rising, at least six
     * @param thicknesses thickness at each time (nm), with positive standard uncertainties; what differs from spot to spot
     *     belongs to them
     * @return the comparison
     * @throws InvalidValueException if there are too few values, the times do not rise, or an uncertainty is not positive
     */
    public static LayerGrowth of(double[] seconds, List<Measured> thicknesses) {
        Require.sameLength("times", seconds.length, "thicknesses", thicknesses.size());
        Require.atLeast("number of thicknesses", seconds.length, FEWEST);
        int n = seconds.length;
        double[] t = Require.finiteCopy("times (s)", seconds);
        double[] h = new double[n];
        double[] weight = new double[n];
        for (int i = 0; i < n; i++) {
            if (i > 0 && !(t[i] > t[i - 1])) {
                throw new InvalidValueException("time (s)[" + i + "]", t[i], "later than the one before, " + t[i - 1]);
            }
            Measured measured = thicknesses.get(i);
            double u = Require.positive("standard uncertainty (nm)[" + i + "]", measured.standardUncertainty());
            h[i] = measured.value();
            weight[i] = 1 / (u * u);
        }
        List<Fit> fits = new ArrayList<>();
        fits.add(fit(GrowthLaw.LINEAR, 2, line(t, h, weight), n));
        fits.add(fit(GrowthLaw.PARABOLIC, 2, parabola(t, h, weight), n));
        fits.add(fit(GrowthLaw.LOGARITHMIC, 3, logarithm(t, h, weight), n));
        fits.sort(Comparator.comparingDouble(Fit::aicc));
        return new LayerGrowth(fits, reason(fits));
    }

    private static Fit fit(GrowthLaw law, int parameters, double squares, int n) {
        double correction = 2.0 * parameters * (parameters + 1) / (n - parameters - 1);
        return new Fit(law, squares + 2 * parameters + correction, squares / (n - parameters));
    }

    private static String reason(List<Fit> fits) {
        Fit best = fits.get(0);
        Fit second = fits.get(1);
        if (best.meanSquareDeviation() > POOR) {
            return String.format(
                    Locale.ROOT,
                    "no law fits: the best deviates by %.1f standard uncertainties in root mean square",
                    Math.sqrt(best.meanSquareDeviation()));
        }
        return String.format(
                Locale.ROOT,
                lead(fits) < SEPARATED
                        ? "cannot tell %s from %s: AICc differs by %.1f only"
                        : "%s, not %s: AICc differs by %.1f",
                best.law().name().toLowerCase(Locale.ROOT),
                second.law().name().toLowerCase(Locale.ROOT),
                lead(fits));
    }

    /** Weighted sum of squares about the best a + b x, or about b x alone. */
    private static double residual(double[] x, double[] h, double[] weight, boolean through) {
        double one = TINY;
        double sx = 0;
        double sh = 0;
        for (int i = 0; i < x.length && !through; i++) {
            one += weight[i];
            sx += weight[i] * x[i];
            sh += weight[i] * h[i];
        }
        double meanX = sx / one;
        double meanH = sh / one;
        double xx = 0;
        double xh = 0;
        double hh = 0;
        for (int i = 0; i < x.length; i++) {
            xx += weight[i] * (x[i] - meanX) * (x[i] - meanX);
            xh += weight[i] * (x[i] - meanX) * (h[i] - meanH);
            hh += weight[i] * (h[i] - meanH) * (h[i] - meanH);
        }
        // A layer does not shrink while it grows.
        return xx > 0 && xh > 0 ? hh - xh * xh / xx : hh;
    }

    private static double line(double[] t, double[] h, double[] weight) {
        return residual(t, h, weight, false);
    }

    private static double parabola(double[] t, double[] h, double[] weight) {
        double span = t[t.length - 1] - t[0];
        double[] root = new double[t.length];
        double best = Double.POSITIVE_INFINITY;
        for (int k = 0; k <= GRID; k++) {
            double before = span * SHORTEST * Math.pow(LONGEST / SHORTEST, k / (double) GRID);
            for (int i = 0; i < root.length; i++) {
                root[i] = Math.sqrt(t[i] - t[0] + before);
            }
            best = Math.min(best, residual(root, h, weight, true));
        }
        return best;
    }

    /** The time constant at most the time observed: beyond, a logarithm is a straight line by another name. */
    private static double logarithm(double[] t, double[] h, double[] weight) {
        double span = t[t.length - 1] - t[0];
        double[] x = new double[t.length];
        double best = Double.POSITIVE_INFINITY;
        for (int k = 0; k <= GRID; k++) {
            double time = span * SHORTEST * Math.pow(1 / SHORTEST, k / (double) GRID);
            for (int i = 0; i < x.length; i++) {
                x[i] = Math.log1p((t[i] - t[0]) / time);
            }
            best = Math.min(best, residual(x, h, weight, false));
        }
        return best;
    }
}
