package io.github.spinodal.sfmm;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.PhaseCurve;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.core.statistics.ChangePoints;
import io.github.spinodal.core.statistics.SegmentShape;
import io.github.spinodal.core.statistics.Segmentation;
import io.github.spinodal.sfmm.PhaseResult.Orientation;
import io.github.spinodal.sfmm.PhaseResult.Sense;
import io.github.spinodal.sfmm.PhaseResult.Trust;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns the readings of a lock-in into the study's phase, 90 degrees in the liquid and 0 on the solid, and tells a jump from
 * a gradual change and from layers.
 *
 * <p>Angles are never averaged as numbers before they are turned: offset and sense come from mean phasors at both ends, so
 * any offset, any wrap and a mirrored lock-in give the same result. Immutable.
 */
public final class PhaseAnalysis implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int MINIMUM_POINTS = 32;
    private static final double END_SHARE = 0.08;
    private static final double NOISE_SHARE = 0.15;
    private static final double SPAN_TOLERANCE = 20;
    private static final int MAXIMUM_LEVELS = 5;
    /** A change of the Bayesian information criterion that is very strong (Kass and Raftery 1995). */
    private static final double VERY_STRONG = 10;
    /** Three samples are needed to see a width at all. */
    private static final double SAMPLES_OF_A_JUMP = 4;
    /** A first-order low-pass takes 2.2 time constants from 10 to 90 %, and three and more to the end. */
    private static final double TIME_CONSTANTS_OF_A_JUMP = 5;

    private final double timeConstantNanometres;
    private final double crossTalkReal;
    private final double crossTalkImaginary;

    private PhaseAnalysis(double timeConstantNanometres, double crossTalkReal, double crossTalkImaginary) {
        this.timeConstantNanometres = timeConstantNanometres;
        this.crossTalkReal = crossTalkReal;
        this.crossTalkImaginary = crossTalkImaginary;
    }

    /**
     * A fast lock-in without cross-talk.
     *
     * @return the default analysis
     */
    public static PhaseAnalysis withDefaults() {
        return new PhaseAnalysis(0, 0, 0);
    }

    /**
     * The same analysis for a lock-in that smears.
     *
     * @param seconds time constant (s), zero or positive
     * @param nanometresPerSecond speed of the approach (nm/s), positive
     * @return the analysis
     * @throws InvalidValueException if an argument is out of range
     */
    public PhaseAnalysis withLockIn(double seconds, double nanometresPerSecond) {
        Require.nonNegative("time constant (s)", seconds);
        Require.positive("speed (nm/s)", nanometresPerSecond);
        return new PhaseAnalysis(seconds * nanometresPerSecond, crossTalkReal, crossTalkImaginary);
    }

    /**
     * The same analysis with a phasor taken away first, such as the reading with the drive on and the tip far from the liquid.
     *
     * @param amplitude its amplitude, in the unit of the curves, zero or positive
     * @param phaseRadian its phase (rad)
     * @return the analysis; curves without amplitude are then refused
     * @throws InvalidValueException if an argument is out of range
     */
    public PhaseAnalysis withCrossTalk(double amplitude, double phaseRadian) {
        Require.nonNegative("amplitude of the cross-talk", amplitude);
        Require.finite("phase of the cross-talk (rad)", phaseRadian);
        return new PhaseAnalysis(
                timeConstantNanometres, amplitude * Math.cos(phaseRadian), amplitude * Math.sin(phaseRadian));
    }

    /**
     * Analyses a phase curve that starts in the liquid and ends on the solid.
     *
     * @param curve the curve, Z rising
     * @return the result
     * @throws InvalidValueException if the curve is shorter than 32 points, or cross-talk is to be removed from a curve
     *     without amplitude
     */
    public PhaseResult analyse(PhaseCurve curve) {
        Require.atLeast("number of points of the phase curve", curve.size(), MINIMUM_POINTS);
        Torsion torsion = torsion(curve);
        double[] z = curve.zNanometres();
        double[] phase = torsion.phaseDegrees();
        double noise = noise(phase);
        Orientation orientation = torsion.orientation();
        double step = Math.abs(z[z.length - 1] - z[0]) / (z.length - 1);
        if (!(Math.abs(orientation.freeDegrees()) > 3 * noise + 5)) {
            return none(z, phase, noise, orientation, "the phase is the same at both ends");
        }
        double resolution = Math.max(SAMPLES_OF_A_JUMP * step, TIME_CONSTANTS_OF_A_JUMP * timeConstantNanometres);
        List<Segmentation> levels = ChangePoints.search(z, phase, SegmentShape.CONSTANT, MAXIMUM_LEVELS, 3);
        Segmentation best = levels.get(0);
        for (Segmentation candidate : levels) {
            if (criterion(candidate, z.length, noise) < criterion(best, z.length, noise) - VERY_STRONG) {
                best = candidate;
            }
        }
        if (best.segmentCount() < 2) {
            return none(z, phase, noise, orientation, "no change of the phase stands out of its noise");
        }
        double from = z[best.start(1)];
        double to = z[best.start(best.segmentCount() - 1)];
        boolean narrow = to - from <= resolution;
        if (narrow || best.segmentCount() == 2) {
            return jump(z, phase, noise, orientation, best, step);
        }
        Ramp ramp = Ramp.fit(z, phase);
        double rampCriterion = ramp.sumOfSquares() / (noise * noise) + 4 * Math.log(z.length);
        if (rampCriterion < criterion(best, z.length, noise) || !hasPlateau(best, z, ramp, resolution, noise)) {
            if (ramp.to() - ramp.from() <= resolution) {
                return jump(z, phase, noise, orientation, best, step);
            }
            String reason =
                    String.format(Locale.ROOT, "the phase falls steadily over %.3g nm", ramp.to() - ramp.from());
            double u = noise / Math.abs(orientation.freeDegrees()) * Math.sqrt(step * (ramp.to() - ramp.from()));
            return new PhaseResult(
                    PhaseTransition.GRADUAL,
                    reason,
                    orientation,
                    z,
                    phase,
                    noise,
                    new Measured(0.5 * (ramp.from() + ramp.to()) - timeConstantNanometres, u),
                    ramp.from(),
                    ramp.to(),
                    List.of());
        }
        List<PhasePlateau> plateaus = plateaus(z, phase, best, resolution, noise);
        return new PhaseResult(
                PhaseTransition.PLATEAUS,
                plateaus.size() + " level(s) between the liquid and the solid",
                orientation,
                z,
                phase,
                noise,
                new Measured(0.5 * (from + to), 0.5 * step),
                from,
                to,
                plateaus);
    }

    /** The phasors of a curve turned to the convention: along the real axis on the solid, lag positive. */
    // Never compared, never leaves the package.
    @SuppressWarnings("ArrayRecordComponent")
    record Torsion(double[][] phasors, double[] phaseDegrees, Orientation orientation) {}

    Torsion torsion(PhaseCurve curve) {
        int n = curve.size();
        double[] amplitude = curve.amplitude().orElse(new double[0]);
        boolean crossTalk = crossTalkReal != 0 || crossTalkImaginary != 0;
        if (crossTalk && amplitude.length == 0) {
            throw new InvalidValueException("amplitude of the phase curve", "missing", "present, to remove cross-talk");
        }
        double[] re = new double[n];
        double[] im = new double[n];
        for (int i = 0; i < n; i++) {
            double size = amplitude.length == 0 ? 1 : amplitude[i];
            re[i] = size * Math.cos(curve.phase(i)) - crossTalkReal;
            im[i] = size * Math.sin(curve.phase(i)) - crossTalkImaginary;
        }
        int end = Math.max(4, (int) (END_SHARE * n));
        double solid = direction(re, im, n - end, n);
        double free = wrapped(direction(re, im, 0, end) - solid);
        Sense sense = free >= 0 ? Sense.LAG_POSITIVE : Sense.LAG_NEGATIVE;
        double sign = free >= 0 ? 1 : -1;
        double[] phase = new double[n];
        double[][] phasors = new double[2][n];
        double middle = 0.5 * Math.abs(free);
        for (int i = 0; i < n; i++) {
            double size = Math.hypot(re[i], im[i]);
            double lag = sign * wrapped(Math.atan2(im[i], re[i]) - solid);
            phase[i] = Math.toDegrees(middle + wrapped(lag - middle));
            phasors[0][i] = size * Math.cos(lag);
            phasors[1][i] = size * Math.sin(lag);
        }
        double freeDegrees = Math.toDegrees(Math.abs(free));
        Trust trust = Math.abs(freeDegrees - 90) <= SPAN_TOLERANCE ? Trust.CONSISTENT : Trust.DOUBTFUL;
        return new Torsion(phasors, phase, new Orientation(Math.toDegrees(solid), sense, freeDegrees, trust));
    }

    /** Direction of the mean unit phasor. */
    private static double direction(double[] re, double[] im, int from, int to) {
        double x = 0;
        double y = 0;
        for (int i = from; i < to; i++) {
            double size = Math.hypot(re[i], im[i]);
            x += size > 0 ? re[i] / size : 0;
            y += size > 0 ? im[i] / size : 0;
        }
        return Math.atan2(y, x);
    }

    private static double wrapped(double angle) {
        return Math.IEEEremainder(angle, 2 * Math.PI);
    }

    /** The larger of the noises at both ends: the phase is noisier where the amplitude is small. */
    private static double noise(double[] phase) {
        int end = Math.max(MINIMUM_POINTS / 2, (int) (NOISE_SHARE * phase.length));
        double free = CurvePreparation.differenceNoise(Arrays.copyOfRange(phase, 0, end));
        double solid = CurvePreparation.differenceNoise(Arrays.copyOfRange(phase, phase.length - end, phase.length));
        return Math.max(Math.max(free, solid), 1e-6);
    }

    /** Chi-square with the known noise plus the penalty for levels and change points. */
    private static double criterion(Segmentation segmentation, int n, double noise) {
        return segmentation.sumOfSquares() / (noise * noise) + (2 * segmentation.segmentCount() - 1) * Math.log(n);
    }

    private static PhaseResult none(double[] z, double[] phase, double noise, Orientation orientation, String reason) {
        return new PhaseResult(
                PhaseTransition.NONE, reason, orientation, z, phase, noise, null, Double.NaN, Double.NaN, List.of());
    }

    private PhaseResult jump(
            double[] z, double[] phase, double noise, Orientation orientation, Segmentation levels, double step) {
        int last = levels.segmentCount() - 1;
        double half = 0.5 * (levels.intercept(0) + levels.intercept(last));
        int from = levels.start(1);
        int to = levels.start(last);
        int k = from;
        while (k < to && phase[k] > half) {
            k++;
        }
        double centre = 0.5 * (z[Math.max(0, k - 1)] + z[k]);
        // The step of a first-order low-pass is half way after ln 2 time constants.
        centre -= Math.log(2) * timeConstantNanometres;
        double reason = z[to] - z[from];
        return new PhaseResult(
                PhaseTransition.JUMP,
                String.format(Locale.ROOT, "the phase changes within %.2g nm", Math.max(reason, step)),
                orientation,
                z,
                phase,
                noise,
                new Measured(centre, Math.hypot(step / Math.sqrt(12), 0.1 * timeConstantNanometres)),
                z[from] - step,
                z[to],
                List.of());
    }

    /** Whether some inner level is long, and better described as a level than as part of the ramp. */
    private static boolean hasPlateau(Segmentation levels, double[] z, Ramp ramp, double resolution, double noise) {
        return levels.sumOfSquares() + VERY_STRONG * noise * noise < ramp.sumOfSquares()
                && longest(levels, z) > resolution;
    }

    private static double longest(Segmentation levels, double[] z) {
        double longest = 0;
        for (int s = 1; s < levels.segmentCount() - 1; s++) {
            longest = Math.max(longest, z[levels.end(s) - 1] - z[levels.start(s)]);
        }
        return longest;
    }

    private static List<PhasePlateau> plateaus(
            double[] z, double[] phase, Segmentation levels, double resolution, double noise) {
        List<PhasePlateau> plateaus = new ArrayList<>();
        for (int s = 1; s < levels.segmentCount() - 1; s++) {
            int from = levels.start(s);
            int to = levels.end(s);
            if (z[to - 1] - z[from] > resolution) {
                double mean = Arrays.stream(phase, from, to).average().orElse(Double.NaN);
                plateaus.add(new PhasePlateau(
                        z[from], z[to - 1], new Measured(mean, noise / Math.sqrt((double) to - from))));
            }
        }
        return plateaus;
    }

    /** Two levels joined by a straight slope, found on a grid of both ends that is refined around the best. */
    private record Ramp(double from, double to, double sumOfSquares) {
        private static final int GRID = 128;

        static Ramp fit(double[] z, double[] phase) {
            int block = Math.max(1, z.length / GRID);
            Ramp best = scan(means(z, block), means(phase, block), 0, Integer.MAX_VALUE, 0, Integer.MAX_VALUE, 3);
            for (int step = block; step >= 1; step = step > 3 ? step / 3 : step - 1) {
                int from = index(z, best.from);
                int to = index(z, best.to);
                int reach = 3 * step;
                best = scan(z, phase, from - reach, from + reach, to - reach, to + reach, step);
            }
            return best;
        }

        private static double[] means(double[] v, int block) {
            double[] means = new double[v.length / block];
            for (int b = 0; b < means.length; b++) {
                means[b] =
                        Arrays.stream(v, b * block, (b + 1) * block).average().orElse(0);
            }
            return means;
        }

        private static int index(double[] z, double at) {
            int i = 0;
            while (i < z.length - 1 && z[i] < at) {
                i++;
            }
            return i;
        }

        private static Ramp scan(double[] z, double[] phase, int low, int high, int low2, int high2, int step) {
            int last = z.length - 2;
            Ramp best = null;
            for (int i = Math.max(1, low); i <= Math.min(last - 1, high); i += step) {
                for (int j = Math.max(i + 1, low2); j <= Math.min(last, high2); j += step) {
                    double squares = squares(z, phase, z[i], z[j]);
                    if (best == null || squares < best.sumOfSquares) {
                        best = new Ramp(z[i], z[j], squares);
                    }
                }
            }
            return best == null ? new Ramp(z[1], z[last], squares(z, phase, z[1], z[last])) : best;
        }

        /** Least squares of the two levels for given ends. */
        private static double squares(double[] z, double[] phase, double from, double to) {
            double n = z.length;
            double s = 0;
            double ss = 0;
            double p = 0;
            double sp = 0;
            double pp = 0;
            for (int i = 0; i < z.length; i++) {
                double share = Math.max(0, Math.min(1, (z[i] - from) / (to - from)));
                s += share;
                ss += share * share;
                p += phase[i];
                sp += share * phase[i];
                pp += phase[i] * phase[i];
            }
            double covariance = sp - s * p / n;
            double variance = ss - s * s / n;
            return pp - p * p / n - (variance > 0 ? covariance * covariance / variance : 0);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PhaseAnalysis that
                && Double.compare(timeConstantNanometres, that.timeConstantNanometres) == 0
                && Double.compare(crossTalkReal, that.crossTalkReal) == 0
                && Double.compare(crossTalkImaginary, that.crossTalkImaginary) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(timeConstantNanometres, crossTalkReal, crossTalkImaginary);
    }

    @Override
    public String toString() {
        return "PhaseAnalysis[timeConstantNanometres " + timeConstantNanometres + ", crossTalkReal " + crossTalkReal
                + ", crossTalkImaginary " + crossTalkImaginary + "]";
    }
}
