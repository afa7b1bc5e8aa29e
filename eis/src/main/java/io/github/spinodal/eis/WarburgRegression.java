package io.github.spinodal.eis;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The classical Warburg regression against omega^-1/2, with omega = 2 pi f, at low frequencies.
 *
 * <p>{@link #naive} fits straight lines to Z' and -Z'' as measured (study, Supporting Information, Eq. 2). The parallel
 * constant-phase element bends both, so that sigma is wrong by per cents even where R^2 is 0.9999. {@link #of(CircuitFit)}
 * removes series resistance and constant-phase element with their fitted values first: what is left, Z_F = 1/(1/(Z - R0) - Q
 * s^n) = Rct + sigma (1 - j) omega^-1/2, is straight, and one sigma serves both parts.
 */
public final class WarburgRegression implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int FEWEST = 5;
    private static final double LEVEL = 0.05;
    private static final double PHASE_TOLERANCE = Math.toRadians(3);

    /** Relative noise below which rounding, not the line, decides. */
    private static final double ROUNDING = 1e-9;

    /** What the lowest frequencies say about the end of the diffusion layer. */
    public enum LowFrequencyEnd {
        /** The phase stays at -45 degrees: semi-infinite diffusion. */
        STRAIGHT,
        /** The phase turns towards -90 degrees: a blocking end. */
        BLOCKING,
        /** The phase turns towards 0: a transmitting end. */
        TRANSMITTING
    }

    private final Measured sigma;
    private final Measured intercept;
    private final double sigmaReal;
    private final double sigmaImaginary;
    private final double lowestHz;
    private final double highestHz;
    private final double[] rootOmega;
    private final double[] real;
    private final double[] minusImaginary;
    private final int used;
    private final int skipped;
    private final LowFrequencyEnd end;

    private WarburgRegression(Line line, Points points, int skipped, LowFrequencyEnd end) {
        this.sigma = line.sigma;
        this.intercept = line.intercept;
        this.sigmaReal = line.sigmaReal;
        this.sigmaImaginary = line.sigmaImaginary;
        this.lowestHz = points.frequency[skipped];
        this.highestHz = points.frequency[skipped + line.count - 1];
        this.rootOmega = points.x;
        this.real = points.re;
        this.minusImaginary = points.minusIm;
        this.used = line.count;
        this.skipped = skipped;
        this.end = end;
    }

    /**
     * Regression of the data as measured, unweighted, within a window: the slope of Z' is called sigma, as is custom; that of
     * -Z'' is given beside it.
     *
     * @param spectrum the data
     * @param lowestHz lowest frequency used (Hz)
     * @param highestHz highest frequency used (Hz)
     * @return the regression
     * @throws InvalidValueException if fewer than 3 points lie in the window
     */
    public static WarburgRegression naive(ImpedanceSpectrum spectrum, double lowestHz, double highestHz) {
        Points all = Points.measured(spectrum);
        int[] kept = java.util.stream.IntStream.range(0, all.x.length)
                .filter(i -> all.frequency[i] >= lowestHz && all.frequency[i] <= highestHz)
                .toArray();
        Require.atLeast("number of points between " + lowestHz + " and " + highestHz + " Hz", kept.length, 3);
        Points points = all.pick(kept);
        Line line = Line.separate(points, 0, kept.length);
        return new WarburgRegression(line, points, 0, LowFrequencyEnd.STRAIGHT);
    }

    /**
     * Regression after removing series resistance and constant-phase element, in a window found automatically: from the lowest
     * frequency on, the largest one in which a straight line fits within the noise, both parts have one slope and the phase of Z_F
     * - Rct is -45 degrees.
     *
     * @param fit a fit of a circuit of Randles' family with a Warburg element
     * @return the regression
     * @throws InvalidValueException if the circuit is not of the family or the spectrum has fewer than 5 points
     */
    public static WarburgRegression of(CircuitFit fit) {
        RandlesLayout layout = RandlesLayout.of(fit.circuit())
                .filter(l -> l.diffusion() >= 0)
                .orElseThrow(() -> new InvalidValueException(
                        "circuit", fit.circuit().toString(), "R0 + [Q | (R + Warburg)] in some notation"));
        Require.atLeast("number of points", fit.spectrum().size(), FEWEST);
        Points points = Points.deEmbedded(fit, layout);
        double noise = Math.max(fit.relativeNoise(), ROUNDING);
        double transfer = fit.values()[layout.transfer()];
        int skip = 0;
        while (skip < points.x.length / 3
                && points.x.length - skip > FEWEST
                && phaseDeviates(points, skip, transfer, noise) != 0) {
            skip++;
        }
        while (skip > 0
                && skip < points.x.length / 2
                && points.x.length - skip > FEWEST
                && !Line.joint(points, skip, FEWEST).isStraight(noise)) {
            skip++;
        }
        LowFrequencyEnd end = LowFrequencyEnd.STRAIGHT;
        if (skip > 0) {
            end = phaseDeviates(points, 0, transfer, noise) < 0
                    ? LowFrequencyEnd.BLOCKING
                    : LowFrequencyEnd.TRANSMITTING;
        }
        Line best = Line.joint(points, skip, FEWEST);
        for (int count = FEWEST + 1; skip + count <= points.x.length; count++) {
            Line line = Line.joint(points, skip, count);
            if (line.isStraight(noise) && phaseDeviates(points, skip + count - 1, transfer, noise) == 0) {
                best = line;
            }
        }
        return new WarburgRegression(best.scaledTo(noise), points, skip, end);
    }

    /** Sign of a phase of Z_F - Rct beyond -45 +- 3 degrees and beyond three standard deviations of noise; 0 if within. */
    private static int phaseDeviates(Points p, int i, double transfer, double noise) {
        double re = p.re[i] - transfer;
        double phase = Math.atan2(-p.minusIm[i], re);
        double uncertainty = 3 * noise * p.sigma[i] / Math.hypot(re, p.minusIm[i]);
        double deviation = phase + Math.PI / 4;
        return Math.abs(deviation) > PHASE_TOLERANCE + uncertainty ? (int) Math.signum(deviation) : 0;
    }

    /** Points from the lowest frequency up. */
    private static final class Points {
        final double[] frequency;
        final double[] x;
        final double[] re;
        final double[] minusIm;
        /** Standard deviation for a relative noise of one. */
        final double[] sigma;

        Points(int n) {
            frequency = new double[n];
            x = new double[n];
            re = new double[n];
            minusIm = new double[n];
            sigma = new double[n];
        }

        static Points measured(ImpedanceSpectrum z) {
            Integer[] order = new Integer[z.size()];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, Comparator.comparingDouble(z::frequency));
            Points p = new Points(z.size());
            for (int i = 0; i < order.length; i++) {
                int from = order[i];
                p.frequency[i] = z.frequency(from);
                p.x[i] = 1 / Math.sqrt(z.angularFrequency(from));
                p.re[i] = z.real(from);
                p.minusIm[i] = -z.imaginary(from);
                p.sigma[i] = z.modulus(from);
            }
            return p;
        }

        static Points deEmbedded(CircuitFit fit, RandlesLayout layout) {
            Points p = measured(fit.spectrum());
            double[] v = fit.values();
            double series = layout.series() < 0 ? 0 : v[layout.series()];
            double inductance = layout.inductor() < 0 ? 0 : v[layout.inductor()];
            double capacity = v[layout.capacity()];
            double exponent = layout.constantPhase() ? v[layout.capacity() + 1] : 1;
            for (int i = 0; i < p.x.length; i++) {
                double omega = 2 * Math.PI * p.frequency[i];
                double a = p.re[i] - series;
                double b = -p.minusIm[i] - omega * inductance;
                double square = a * a + b * b;
                double modulus = capacity * Math.pow(omega, exponent);
                double yRe = a / square - modulus * Math.sin((1 - exponent) * (Math.PI / 2));
                double yIm = -b / square - modulus * Math.sin(exponent * (Math.PI / 2));
                double ySquare = yRe * yRe + yIm * yIm;
                p.re[i] = yRe / ySquare;
                p.minusIm[i] = yIm / ySquare;
                // dZ_F = Z_F^2 dZ/(Z - R0)^2
                p.sigma[i] = p.sigma[i] / (ySquare * square);
            }
            return p;
        }

        Points pick(int[] kept) {
            Points p = new Points(kept.length);
            for (int i = 0; i < kept.length; i++) {
                p.frequency[i] = frequency[kept[i]];
                p.x[i] = x[kept[i]];
                p.re[i] = re[kept[i]];
                p.minusIm[i] = minusIm[kept[i]];
                p.sigma[i] = sigma[kept[i]];
            }
            return p;
        }
    }

    /** Straight lines through a window of points. */
    private static final class Line {
        final int count;
        final Measured sigma;
        final Measured intercept;
        final double sigmaReal;
        final double sigmaImaginary;
        final double slopeVariance;
        final double misfit;

        private Line(
                int count,
                Measured sigma,
                Measured intercept,
                double sigmaReal,
                double sigmaImaginary,
                double slopeVariance,
                double misfit) {
            this.count = count;
            this.sigma = sigma;
            this.intercept = intercept;
            this.sigmaReal = sigmaReal;
            this.sigmaImaginary = sigmaImaginary;
            this.slopeVariance = slopeVariance;
            this.misfit = misfit;
        }

        /** Re = R + sigma x and -Im = sigma x with one sigma, weighted; uncertainties for a relative noise of one. */
        static Line joint(Points p, int from, int count) {
            double w0 = 0;
            double w1 = 0;
            double w2 = 0;
            double r0 = 0;
            double r1 = 0;
            double i1 = 0;
            for (int i = from; i < from + count; i++) {
                double w = 1 / (p.sigma[i] * p.sigma[i]);
                w0 += w;
                w1 += w * p.x[i];
                w2 += w * p.x[i] * p.x[i];
                r0 += w * p.re[i];
                r1 += w * p.re[i] * p.x[i];
                i1 += w * p.minusIm[i] * p.x[i];
            }
            double determinant = w0 * 2 * w2 - w1 * w1;
            double slope = (w0 * (r1 + i1) - w1 * r0) / determinant;
            double level = (r0 - slope * w1) / w0;
            double misfit = 0;
            for (int i = from; i < from + count; i++) {
                double a = (p.re[i] - level - slope * p.x[i]) / p.sigma[i];
                double b = (p.minusIm[i] - slope * p.x[i]) / p.sigma[i];
                misfit += a * a + b * b;
            }
            double real = (w0 * r1 - w1 * r0) / (w0 * w2 - w1 * w1);
            double imaginary = i1 / w2;
            double variance = w0 / (w0 * w2 - w1 * w1) + 1 / w2;
            return new Line(
                    count,
                    Measured.of(slope, Math.sqrt(w0 / determinant)),
                    Measured.of(level, Math.sqrt(2 * w2 / determinant)),
                    real,
                    imaginary,
                    variance,
                    misfit);
        }

        /** Two ordinary regressions with intercepts of their own; sigma is the slope of the real part. */
        static Line separate(Points p, int from, int count) {
            double[] real = ordinary(p.x, p.re, from, count);
            double[] imaginary = ordinary(p.x, p.minusIm, from, count);
            return new Line(
                    count, Measured.of(real[1], real[3]), Measured.of(real[0], real[2]), real[1], imaginary[1], 0, 0);
        }

        private static double[] ordinary(double[] x, double[] y, int from, int n) {
            double mx = 0;
            double my = 0;
            for (int i = from; i < from + n; i++) {
                mx += x[i] / n;
                my += y[i] / n;
            }
            double xx = 0;
            double xy = 0;
            for (int i = from; i < from + n; i++) {
                xx += (x[i] - mx) * (x[i] - mx);
                xy += (x[i] - mx) * (y[i] - my);
            }
            double slope = xy / xx;
            double square = 0;
            for (int i = from; i < from + n; i++) {
                double r = y[i] - my - slope * (x[i] - mx);
                square += r * r;
            }
            double variance = square / (n - 2);
            return new double[] {
                my - slope * mx, slope, Math.sqrt(variance * (1.0 / n + mx * mx / xx)), Math.sqrt(variance / xx)
            };
        }

        boolean isStraight(double noise) {
            double chiSquare = misfit / (noise * noise);
            boolean fits = chiSquare
                    <= new ChiSquaredDistribution(null, 2 * count - 2).inverseCumulativeProbability(1 - LEVEL);
            double z = Math.abs(sigmaReal - sigmaImaginary) / (noise * Math.sqrt(slopeVariance));
            return fits && z <= new NormalDistribution(null, 0, 1).inverseCumulativeProbability(1 - LEVEL / 2);
        }

        Line scaledTo(double noise) {
            return new Line(
                    count,
                    Measured.of(sigma.value(), noise * sigma.standardUncertainty()),
                    Measured.of(intercept.value(), noise * intercept.standardUncertainty()),
                    sigmaReal,
                    sigmaImaginary,
                    slopeVariance,
                    misfit);
        }
    }

    /**
     * The Warburg coefficient.
     *
     * @return sigma (ohm s^-1/2) with the standard error of the regression alone
     */
    public Measured sigma() {
        return sigma;
    }

    /**
     * The intercept of the real part at infinite frequency.
     *
     * @return R0 + Rct (ohm) as measured, Rct after de-embedding
     */
    public Measured interceptOhm() {
        return intercept;
    }

    /**
     * Slope of the real part alone.
     *
     * @return sigma (ohm s^-1/2)
     */
    public double sigmaFromReal() {
        return sigmaReal;
    }

    /**
     * Slope of minus the imaginary part alone.
     *
     * @return sigma (ohm s^-1/2)
     */
    public double sigmaFromImaginary() {
        return sigmaImaginary;
    }

    /**
     * How far the two slopes disagree: a bias that R^2 does not show. Beyond 5 % the value should not be used.
     *
     * @return slope of the real part over that of minus the imaginary part, minus one
     */
    public double slopeGap() {
        return sigmaReal / sigmaImaginary - 1;
    }

    /**
     * Lower end of the window used.
     *
     * @return frequency (Hz)
     */
    public double lowestHz() {
        return lowestHz;
    }

    /**
     * Upper end of the window used.
     *
     * @return frequency (Hz)
     */
    public double highestHz() {
        return highestHz;
    }

    /**
     * Number of frequencies used.
     *
     * @return points in the window
     */
    public int points() {
        return used;
    }

    /**
     * Number of frequencies left out at the low end, because diffusion there is no longer semi-infinite.
     *
     * @return points below the window
     */
    public int pointsBelow() {
        return skipped;
    }

    /**
     * What the lowest frequencies say about the end of the diffusion layer.
     *
     * @return the direction in which the phase turns
     */
    public LowFrequencyEnd lowFrequencyEnd() {
        return end;
    }

    /**
     * Abscissa of all points, from the lowest frequency up.
     *
     * @return a copy, omega^-1/2 (s^1/2)
     */
    public double[] rootPeriods() {
        return rootOmega.clone();
    }

    /**
     * Real parts of all points, as measured or de-embedded.
     *
     * @return a copy (ohm)
     */
    public double[] realOhm() {
        return real.clone();
    }

    /**
     * Minus the imaginary parts of all points, as measured or de-embedded.
     *
     * @return a copy (ohm)
     */
    public double[] minusImaginaryOhm() {
        return minusImaginary.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WarburgRegression that
                && sigma.equals(that.sigma)
                && intercept.equals(that.intercept)
                && Arrays.equals(rootOmega, that.rootOmega)
                && Arrays.equals(real, that.real)
                && used == that.used;
    }

    @Override
    public int hashCode() {
        return 31 * sigma.hashCode() + Arrays.hashCode(real);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "sigma = %.5g +- %.2g ohm s^-1/2 from %d points, %.3g to %.3g Hz (slopes differ by %.2g %%)",
                sigma.value(),
                sigma.standardUncertainty(),
                used,
                lowestHz,
                highestHz,
                100 * slopeGap());
    }
}
