package io.github.spinodal.sfmm;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.data.ForceCurve;
import io.github.spinodal.core.data.ForceSegment;
import io.github.spinodal.core.quantity.Measured;
import java.util.OptionalDouble;

/**
 * Reads adhesion from the retract of a force curve (Butt, Cappella and Kappl 2005, Surf. Sci. Rep. 59:1, section 2).
 *
 * <p>The baseline is the line through the free end. The deepest point is sought in means of {@value #WINDOW} samples, so
 * that it is not the deepest noise, and its deflection is that of the line through the {@value #FLANK} samples of contact
 * before it, extended to it; it is known to the travel between two samples. White noise is assumed. Stateless.
 */
public final class RetractAnalysis {
    private static final int MINIMUM_POINTS = 64;
    private static final int WINDOW = 3;
    private static final int FLANK = 8;
    private static final double TAIL_SHARE = 0.25;
    /** Slope of the end (nm/nm) above which it is still in contact. */
    private static final double FREE_SLOPE = 0.2;

    /** Depth over the noise below which nothing was held back. */
    private static final double DETECTION = 3;
    /** Samples within which a sudden pull-off is over. */
    private static final int JUMP = 3;

    private static final double JUMP_SHARE = 0.7;
    private static final double NANO = 1e-9;

    private RetractAnalysis() {}

    /**
     * Analyses the first retract of a curve.
     *
     * @param curve the curve
     * @return adhesion force and works
     * @throws InvalidValueException if there is no retract, it has fewer than {@value #MINIMUM_POINTS} points, or its Z does
     *     not fall
     */
    public static RetractResult analyse(ForceCurve curve) {
        ForceSegment retract = curve.retract()
                .orElseThrow(() -> new InvalidValueException("retract of the force curve", "missing", "present"));
        int n = retract.size();
        if (n < MINIMUM_POINTS) {
            throw new InvalidValueException("number of points of the retract", n, "at least " + MINIMUM_POINTS);
        }
        double[] z = retract.zNanometres();
        double[] y = retract.deflectionNanometres();
        if (!(z[0] > z[n - 1])) {
            throw new InvalidValueException("end of the retract (nm)", z[n - 1], "below its start, " + z[0]);
        }
        Line tail = Line.through(z, y, n - (int) (TAIL_SHARE * n), n);
        int deepest = deepest(z, y, tail, n);
        int freeFrom = Math.min(n - (int) (TAIL_SHARE * n), deepest + FLANK + n / 50);
        Line baseline = settled(z, y, tail, freeFrom, n);
        deepest = deepest(z, y, baseline, n);
        Measured depth = depth(z, y, baseline, deepest);
        PullOff pullOff = pullOff(z, y, baseline, deepest, depth);
        OptionalDouble spring = curve.springConstantNewtonPerMetre();
        if (spring.isEmpty()) {
            return new RetractResult(pullOff, z[deepest], depth, null, null, null, baseline.noise);
        }
        double k = spring.getAsDouble();
        return new RetractResult(
                pullOff,
                z[deepest],
                depth,
                depth.times(k * NANO),
                below(z, y, baseline, deepest, pullOff).times(k * NANO * NANO),
                curve.approach()
                        .filter(a -> a.size() >= MINIMUM_POINTS)
                        .map(a -> between(a, z, y, baseline).times(k * NANO * NANO))
                        .orElse(null),
                baseline.noise);
    }

    /** A least-squares line with the noise about it. */
    private record Line(double middle, double mean, double slope, double count, double spread, double noise) {
        static Line through(double[] x, double[] y, int from, int to) {
            double n = to - from;
            double middle = 0;
            double mean = 0;
            for (int i = from; i < to; i++) {
                middle += x[i] / n;
                mean += y[i] / n;
            }
            double xx = 0;
            double xy = 0;
            for (int i = from; i < to; i++) {
                xx += (x[i] - middle) * (x[i] - middle);
                xy += (x[i] - middle) * y[i];
            }
            double slope = xx > 0 ? xy / xx : 0;
            double squares = 0;
            for (int i = from; i < to; i++) {
                double r = y[i] - mean - slope * (x[i] - middle);
                squares += r * r;
            }
            return new Line(middle, mean, slope, n, Math.max(xx, 1e-300), Math.sqrt(squares / Math.max(1, n - 2)));
        }

        double at(double x) {
            return mean + slope * (x - middle);
        }

        /** Variance of the line at a place, for a unit noise. */
        double variance(double x) {
            return 1 / count + (x - middle) * (x - middle) / spread;
        }
    }

    /** The baseline from everything after the pull-off, if that is as straight as the very end. */
    private static Line settled(double[] z, double[] y, Line tail, int from, int n) {
        Line all = Line.through(z, y, from, n);
        return all.noise < 1.1 * tail.noise ? all : tail;
    }

    private static int deepest(double[] z, double[] y, Line baseline, int n) {
        int best = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i + WINDOW <= n; i++) {
            double sum = 0;
            for (int k = i; k < i + WINDOW; k++) {
                sum += y[k] - baseline.at(z[k]);
            }
            if (sum < lowest) {
                lowest = sum;
                best = i;
            }
        }
        int deepest = best;
        for (int k = best; k < best + WINDOW; k++) {
            deepest = y[k] - baseline.at(z[k]) < y[deepest] - baseline.at(z[deepest]) ? k : deepest;
        }
        return deepest;
    }

    private static Measured depth(double[] z, double[] y, Line baseline, int deepest) {
        int from = Math.max(0, deepest - FLANK + 1);
        if (deepest - from < WINDOW) {
            return new Measured(baseline.at(z[deepest]) - y[deepest], baseline.noise);
        }
        Line flank = Line.through(z, y, from, deepest + 1);
        double variance = flank.variance(z[deepest]) + baseline.variance(z[deepest]);
        double noise = Math.max(baseline.noise, flank.noise);
        // The tip tears off somewhere between this sample and the next.
        double step = flank.slope * (z[deepest - 1] - z[deepest]);
        return new Measured(
                baseline.at(z[deepest]) - flank.at(z[deepest]), Math.sqrt(noise * noise * variance + step * step / 12));
    }

    private static PullOff pullOff(double[] z, double[] y, Line baseline, int deepest, Measured depth) {
        if (Math.abs(baseline.slope) > FREE_SLOPE) {
            return PullOff.INCOMPLETE;
        }
        int from = Math.max(0, deepest - WINDOW + 1);
        double seen = 0;
        for (int i = from; i <= deepest; i++) {
            seen += (baseline.at(z[i]) - y[i]) / (deepest + 1 - from);
        }
        if (!(Math.min(depth.value(), seen) > DETECTION * baseline.noise)) {
            return PullOff.NONE;
        }
        if (deepest > z.length - FLANK) {
            return PullOff.INCOMPLETE;
        }
        int after = Math.min(z.length - 1, deepest + JUMP);
        double left = baseline.at(z[after]) - y[after];
        return left < (1 - JUMP_SHARE) * depth.value() + 2 * baseline.noise ? PullOff.SUDDEN : PullOff.GRADUAL;
    }

    /** Area below the baseline from where the contact crosses it to where it ends (nm^2). */
    private static Measured below(double[] z, double[] y, Line baseline, int deepest, PullOff pullOff) {
        if (pullOff == PullOff.NONE) {
            return new Measured(0, 0);
        }
        int from = deepest;
        while (from > 0 && baseline.at(z[from]) - y[from] > 0) {
            from--;
        }
        int to = deepest;
        int quiet = 0;
        while (to < z.length - 1 && quiet < FLANK) {
            to++;
            quiet = baseline.at(z[to]) - y[to] < baseline.noise ? quiet + 1 : 0;
        }
        double area = 0;
        double squares = 0;
        double lever = 0;
        for (int i = from; i < to; i++) {
            double width = z[i] - z[i + 1];
            area += width * (baseline.at(z[i]) - y[i] + baseline.at(z[i + 1]) - y[i + 1]) / 2;
            squares += width * width;
            lever += width;
        }
        double shared = lever * lever * baseline.variance(z[deepest]);
        return new Measured(area, baseline.noise * Math.sqrt(squares + shared));
    }

    /** Area between the approach and the retract (nm^2), each above its own baseline. */
    private static Measured between(ForceSegment approach, double[] z, double[] y, Line baseline) {
        double[] za = approach.zNanometres();
        double[] ya = approach.deflectionNanometres();
        int n = za.length;
        Line free = Line.through(za, ya, 0, Math.max(8, n / 8));
        double low = Math.max(za[0], z[z.length - 1]);
        double high = Math.min(za[n - 1], z[0]);
        double area = 0;
        double squares = 0;
        for (int i = 0; i + 1 < n; i++) {
            if (za[i] >= low && za[i + 1] <= high) {
                double width = za[i + 1] - za[i];
                area += width * (ya[i] - free.at(za[i]) + ya[i + 1] - free.at(za[i + 1])) / 2;
                squares += width * width;
            }
        }
        for (int i = 0; i + 1 < z.length; i++) {
            if (z[i + 1] >= low && z[i] <= high) {
                double width = z[i] - z[i + 1];
                area -= width * (y[i] - baseline.at(z[i]) + y[i + 1] - baseline.at(z[i + 1])) / 2;
                squares += width * width;
            }
        }
        double middle = 0.5 * (low + high);
        double shared = (high - low) * (high - low) * (free.variance(middle) + baseline.variance(middle));
        return new Measured(area, baseline.noise * Math.sqrt(squares + shared));
    }
}
