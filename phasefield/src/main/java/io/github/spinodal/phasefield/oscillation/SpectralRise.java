package io.github.spinodal.phasefield.oscillation;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether the spectrum of a record rises towards a frequency. That of an oscillation does, however uneven; that of noise
 * that prefers no period falls with frequency, whatever its law: white, autoregressive, smooth, bumps at random places. The
 * likeliest spectrum that falls everywhere is compared with the likeliest that rises up to about the frequency and falls
 * beyond it, both by pooling adjacent ordinates (Robertson, Wright and Dykstra, Order Restricted Statistical Inference,
 * 1988, section 1.2), for ordinates that are exponential about the spectrum (Whittle, J. R. Stat. Soc. B 15, 125, 1953).
 */
final class SpectralRise {
    /** Interior knots of the baseline. */
    private static final int KNOTS = 3;
    /** Share of the power of a wave that the baseline must leave. */
    private static final double LEFT = 0.9;
    /** The top lies within this factor of the frequency. */
    private static final double NEAR = 1.5;
    /**
     * Of a flat spectrum, the falling one that looks most like a rise, one in a hundred exceeds {@link #AT_ONE_PERCENT} and
     * {@link #FOR_ORDINATES} times the logarithm of the ordinates up to the top, and from there ever fewer, at least this
     * fast: constants from 400 000 simulated spectra for each of nine windows, which the 1 % point meets within 0.4.
     */
    private static final double AT_ONE_PERCENT = 7.0;

    private static final double FOR_ORDINATES = 3.4;
    private static final double DECAY = 2.7;

    private final double[] power;
    private final int first;

    private SpectralRise(double[] power, int first) {
        this.power = power;
        this.first = first;
    }

    /** The ordinates of a record at whole numbers of periods, from the slowest that the baseline leaves alone. */
    static SpectralRise of(PlateauRecord record, int most) {
        int n = record.size();
        double[] cosineStep = new double[n];
        double[] sineStep = new double[n];
        // Everything times the root of the share of the charge, so that products of columns are means over the charge.
        double[][] base = BaselineStructure.spline(KNOTS).columns(record.x);
        double[] rest = new double[n];
        double[] cosine = new double[n];
        double[] sine = new double[n];
        for (int i = 0; i < n; i++) {
            double root = Math.sqrt((record.x[Math.min(i + 1, n - 1)] - record.x[Math.max(i - 1, 0)]) / 4);
            cosineStep[i] = Math.cos(Math.PI * record.x[i]);
            sineStep[i] = Math.sin(Math.PI * record.x[i]);
            cosine[i] = root * cosineStep[i];
            sine[i] = root * sineStep[i];
            rest[i] = root * record.y[i];
            for (double[] column : base) {
                column[i] *= root;
            }
        }
        Products.orthonormalise(base);
        for (double[] column : base) {
            Products.subtract(column, Products.of(column, rest), rest);
        }
        List<Double> ordinates = new ArrayList<>();
        int first = most + 1;
        for (int cycles = 1; cycles <= most; cycles++) {
            double cc = Products.of(cosine, cosine);
            double cs = Products.of(cosine, sine);
            double ss = Products.of(sine, sine);
            for (double[] column : base) {
                double c = Products.of(column, cosine);
                double s = Products.of(column, sine);
                cc -= c * c;
                cs -= c * s;
                ss -= s * s;
            }
            boolean left = cc + ss - Math.hypot(cc - ss, 2 * cs) >= LEFT;
            first = left ? Math.min(first, cycles) : first;
            if (first <= cycles) {
                double c = Products.of(cosine, rest);
                double s = Products.of(sine, rest);
                ordinates.add((ss * c * c - 2 * cs * c * s + cc * s * s) / (cc * ss - cs * cs));
            }
            for (int i = 0; i < n; i++) {
                double turned = cosine[i] * cosineStep[i] - sine[i] * sineStep[i];
                sine[i] = sine[i] * cosineStep[i] + cosine[i] * sineStep[i];
                cosine[i] = turned;
            }
        }
        return new SpectralRise(
                ordinates.stream().mapToDouble(Double::doubleValue).toArray(), first);
    }

    /** A spectrum of given ordinates, the first of which belongs to this many periods. */
    static SpectralRise ofOrdinates(double[] power, int first) {
        return new SpectralRise(power.clone(), first);
    }

    /** Upper bound on the chance that a falling spectrum looks as much like one with its top near so many periods. */
    double probability(double cycles) {
        int from = Math.max(0, (int) Math.ceil(cycles / NEAR) - first);
        int to = Math.min(power.length - 1, (int) Math.floor(cycles * NEAR) - first);
        if (to < from) {
            return 1;
        }
        double point = AT_ONE_PERCENT + FOR_ORDINATES * Math.log(to + 1.0);
        return Math.min(1, 0.01 * Math.exp((point - statistic(from, to)) / DECAY));
    }

    /** Twice the logarithm of the ratio of the likelihoods. */
    double statistic(int from, int to) {
        int n = power.length;
        double[] reversed = new double[n];
        for (int i = 0; i < n; i++) {
            reversed[i] = power[n - 1 - i];
        }
        double[] rising = risingPrefixes(power);
        double[] falling = risingPrefixes(reversed);
        double best = falling[n];
        for (int top = from; top <= to; top++) {
            best = Math.max(best, rising[top + 1] + falling[n - top - 1]);
        }
        return 2 * (best - falling[n]);
    }

    /** Logarithm of the likelihood of the best rising spectrum for the first ordinates, none to all of them. */
    private static double[] risingPrefixes(double[] power) {
        int n = power.length;
        double[] sums = new double[n];
        int[] counts = new int[n];
        double[] result = new double[n + 1];
        int blocks = 0;
        double logarithm = 0;
        for (int i = 0; i < n; i++) {
            double sum = power[i];
            int count = 1;
            while (blocks > 0 && sums[blocks - 1] / counts[blocks - 1] >= sum / count) {
                blocks--;
                logarithm -= block(sums[blocks], counts[blocks]);
                sum += sums[blocks];
                count += counts[blocks];
            }
            sums[blocks] = sum;
            counts[blocks] = count;
            blocks++;
            logarithm += block(sum, count);
            result[i + 1] = logarithm;
        }
        return result;
    }

    private static double block(double sum, int count) {
        return -count * (1 + Math.log(Math.max(sum, Double.MIN_NORMAL) / count));
    }
}
