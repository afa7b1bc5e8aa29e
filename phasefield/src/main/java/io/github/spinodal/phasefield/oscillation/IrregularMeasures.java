package io.github.spinodal.phasefield.oscillation;

import io.github.spinodal.core.quantity.Measured;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.special.Gamma;
import org.jspecify.annotations.Nullable;

/**
 * Period and amplitude of bumps that come unevenly. No model of the phase is made: the period is the mean spacing of the
 * maxima, and both uncertainties come from the scatter between bumps. Where the noise is so small that every bump can be
 * seen, the amplitude is that of everything but the baseline; else bumps are those of the oscillation that a resonance sees
 * in the noise.
 */
final class IrregularMeasures {
    /** Amplitude over the roughness of the record from which single bumps can be trusted. */
    private static final double CLEAR = 20;
    /** Where single bumps can be seen, an oscillation is regular if its smooth part holds this share of the power. */
    private static final double REGULAR_SHARE = 0.98;
    /** Or if its bumps are no further from where its phase has them, in periods. */
    private static final double IN_STEP = 0.05;

    private static final double SMALLEST_MILLIVOLT = 0.1;
    private static final int FEWEST_BUMPS = 6;
    private static final double LARGEST_SCATTER = 0.7;
    /**
     * Relative scatter of the spacings of smooth noise: a little less than the median 0.38 to 0.41 of squared exponential noise,
     * of Matern noise and of noise up to some frequency, for tails fatter than those of chi-square.
     */
    private static final double SMOOTH_NOISE_SCATTER = 0.36;

    private static final double THRESHOLD = 0.35;
    /** What rises above a quiet stretch by fewer standard deviations of the smoothed noise is no bump. */
    private static final double NOISE_DEVIATIONS = 5;
    /** Single grains are not bumps: the record is averaged over this share of the spacing to either side. */
    private static final double SMOOTHING = 0.1;

    private static final int FIRST_KNOTS = 3;
    private static final int ROUNDS = 3;
    private static final double LOCAL_HALF_WIDTH = 0.15;
    private static final int LOCAL_PLACES = 41;

    private final PlateauRecord record;
    private final ModelFit baseline;
    private final BumpFinder finder;
    /** The oscillation (mV). */
    private final double[] oscillation;
    /** Its expected square (mV2). */
    private final double[] power;

    private final double[] local;
    private final double amplitude;

    private IrregularMeasures(
            PlateauRecord record, ModelFit baseline, double[] variance, double roughness, double halfWidth) {
        this.record = record;
        this.baseline = baseline;
        this.oscillation = baseline.residuals;
        int n = oscillation.length;
        this.power = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            power[i] = oscillation[i] * oscillation[i] + variance[i];
            sum += power[i];
        }
        this.amplitude = Math.sqrt(8 * sum / n);
        this.local = BumpFinder.smoothed(record.x, power, LOCAL_HALF_WIDTH);
        double blur = roughness / Math.sqrt(Math.max(1, halfWidth * n));
        double[] thresholds = new double[n];
        for (int i = 0; i < n; i++) {
            local[i] = Math.sqrt(8 * local[i]);
            thresholds[i] = Math.max(THRESHOLD * Math.max(local[i], 0.05 * amplitude), NOISE_DEVIATIONS * blur);
        }
        this.finder = BumpFinder.of(BumpFinder.smoothed(record.x, oscillation, halfWidth), thresholds);
    }

    /** Null unless the record shows clear bumps that the regular fit, if there is one, does not describe. */
    static @Nullable IrregularMeasures of(
            PlateauRecord record, @Nullable ModelFit regular, double resolutionMillivolt) {
        double roughness = roughness(record.y, resolutionMillivolt);
        IrregularMeasures measures = of(record, roughness);
        boolean clear = measures.amplitude > CLEAR * roughness;
        return clear && measures.even() && (regular == null || !measures.describedBy(regular)) ? measures : null;
    }

    /**
     * Whether a regular fit leaves next to nothing or keeps step with every bump, and has one period, or any whole number of
     * bumps to each period, between the first bump and the last: where its envelope is small, a phase may run free at no cost.
     */
    private boolean describedBy(ModelFit regular) {
        int[] peaks = finder.peaks();
        int bumps = peaks.length - 1;
        double first = regular.phaseAt(record.x[peaks[0]]);
        double periods = (regular.phaseAt(record.x[peaks[bumps]]) - first) / (2 * Math.PI);
        double perPeriod = Math.max(1, Math.rint(bumps / periods));
        if (Math.abs(bumps - perPeriod * periods) > 0.5 * perPeriod) {
            return false;
        }
        double square = 0;
        for (int k = 1; k <= bumps; k++) {
            double step = (regular.phaseAt(record.x[peaks[k]]) - first) / (2 * Math.PI) - k / perPeriod;
            square += step * step / bumps;
        }
        return square < IN_STEP * IN_STEP || smoothShare(record, regular) > REGULAR_SHARE;
    }

    /** The bumps that a resonance sees in noise; null if they are too few or too uneven to have a period. */
    static @Nullable IrregularMeasures of(ResonanceFit resonance) {
        // Noise that the resonance takes for correlated is still there, and would make bumps of its own.
        double halfWidth = SMOOTHING * resonance.period();
        IrregularMeasures measures = seen(resonance, FIRST_KNOTS, halfWidth);
        for (int round = 0; round < ROUNDS; round++) {
            measures = seen(resonance, measures.knots(), halfWidth);
        }
        return measures.even() ? measures : null;
    }

    private static IrregularMeasures seen(ResonanceFit resonance, int knots, double halfWidth) {
        return new IrregularMeasures(resonance.denoised, resonance.baseline(knots), resonance.variance, 0, halfWidth);
    }

    /** Bumps that can be seen one by one. */
    private static IrregularMeasures of(PlateauRecord record, double roughness) {
        ModelFitter fitter = new ModelFitter(record);
        double[] exact = new double[record.size()];
        IrregularMeasures measures =
                new IrregularMeasures(record, fitter.stiffBaseline(FIRST_KNOTS), exact, roughness, 0);
        for (int round = 0; round < ROUNDS; round++) {
            double spacing = measures.finder.peaks().length < 3 ? 0 : measures.spacings()[0];
            measures = new IrregularMeasures(
                    record, fitter.stiffBaseline(measures.knots()), exact, roughness, SMOOTHING * spacing);
        }
        return measures;
    }

    /** Of a baseline that leaves these bumps alone. */
    private int knots() {
        return ModelSelection.knotsFor(finder.peaks().length / 2.0);
    }

    private boolean even() {
        int bumps = finder.peaks().length;
        return amplitude > SMALLEST_MILLIVOLT
                && bumps >= FEWEST_BUMPS
                && bumps > 1.5 * baseline.structure.baseline().knots()
                && spacings()[1] < LARGEST_SCATTER * spacings()[0];
    }

    /** Whether what a regular fit leaves correlated has more power than its oscillation. */
    static boolean leavesMoreThanItDescribes(PlateauRecord record, ModelFit regular) {
        return smoothShare(record, regular) < 0.5;
    }

    /** Power of the fitted oscillation over that and the correlated part of what is left. */
    private static double smoothShare(PlateauRecord record, ModelFit fit) {
        double power = 0;
        for (double x : record.x) {
            double value = fit.oscillationAt(x);
            power += value * value;
        }
        power /= record.size();
        double left = fit.noise.correlatedShare() * fit.noiseDeviation() * fit.noiseDeviation();
        return power / (power + left);
    }

    /**
     * Standard deviation of white noise that would make the second differences of the record: from their median, which a
     * few jumps do not move, and no less than the voltage resolution makes.
     */
    private static double roughness(double[] y, double resolutionMillivolt) {
        double[] second = new double[y.length - 2];
        for (int i = 1; i < y.length - 1; i++) {
            second[i - 1] = Math.abs(y[i + 1] - 2 * y[i] + y[i - 1]);
        }
        Arrays.sort(second);
        return Math.max(1.4826 * second[second.length / 2] / Math.sqrt(6), resolutionMillivolt / Math.sqrt(12));
    }

    /** Mean spacing of the maxima in x, its scatter about a straight line, and the slope of that line. */
    private double[] spacings() {
        int[] peaks = finder.peaks();
        int n = peaks.length - 1;
        double meanX = 0;
        double mean = 0;
        for (int i = 0; i < n; i++) {
            meanX += (record.x[peaks[i]] + record.x[peaks[i + 1]]) / 2 / n;
            mean += (record.x[peaks[i + 1]] - record.x[peaks[i]]) / n;
        }
        double covariance = 0;
        double variance = 0;
        double total = 0;
        for (int i = 0; i < n; i++) {
            double dx = (record.x[peaks[i]] + record.x[peaks[i + 1]]) / 2 - meanX;
            double ds = record.x[peaks[i + 1]] - record.x[peaks[i]] - mean;
            covariance += dx * ds;
            variance += dx * dx;
            total += ds * ds;
        }
        double slope = variance > 0 ? covariance / variance : 0;
        double scatter = Math.sqrt(Math.max(0, total - slope * covariance) / Math.max(1, n - 2));
        return new double[] {mean, scatter, slope, scatter / Math.sqrt(Math.max(variance, 1e-30))};
    }

    ModelFit baseline() {
        return baseline;
    }

    /** Amplitude (mV) over its standard error. */
    double clearness() {
        return Math.sqrt(finder.peaks().length) / amplitudeScatter();
    }

    double amplitudeMillivolt() {
        return amplitude;
    }

    /** Mean number of bumps in the record. */
    double cycles() {
        return 2 / spacings()[0];
    }

    /**
     * Chance that the maxima of smooth noise, which keep away from each other as those of an oscillation do, are as evenly
     * spaced: the scatter about the straight line is taken for that of as many independent normal spacings.
     */
    double smoothNoiseProbability() {
        double[] spacing = spacings();
        int freedom = finder.peaks().length - 3;
        double ratio = spacing[1] / spacing[0] / SMOOTH_NOISE_SCATTER;
        return new ChiSquaredDistribution(null, freedom).cumulativeProbability(freedom * ratio * ratio);
    }

    /**
     * Upper bound on the chance that as many bumps at random places hold a run as even as the most even one here, however its
     * spacings drift: quiet stretches belong to no run.
     */
    double randomPlacesProbability() {
        int[] peaks = finder.peaks();
        int spacings = peaks.length - 1;
        double smallest = 0;
        int runs = 0;
        for (int from = 0; from + FEWEST_BUMPS <= peaks.length; from++) {
            for (int to = from + FEWEST_BUMPS - 1; to <= spacings; to++) {
                smallest = Math.min(smallest, logChance(peaks, from, to));
                runs++;
            }
        }
        return Math.min(1, runs * Math.exp(smallest));
    }

    /**
     * Logarithm of the chance that spacings between bumps at random places come as near a straight line. The n of them,
     * divided by their sum, are uniform on a simplex of volume sqrt(n)/(n-1)!; those as near have a place along the line,
     * where the simplex is at most sqrt(2) long, and lie in a ball of n-2 dimensions about it.
     */
    private double logChance(int[] peaks, int from, int to) {
        int n = to - from;
        double length = record.x[peaks[to]] - record.x[peaks[from]];
        double moment = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double deviation = (record.x[peaks[from + i + 1]] - record.x[peaks[from + i]]) / length - 1.0 / n;
            moment += (i - 0.5 * (n - 1)) * deviation;
            squares += deviation * deviation;
        }
        double radius = Math.sqrt(Math.max(1e-30, squares - 12 * moment * moment / (n * (n * (double) n - 1))));
        int dimension = n - 2;
        return 0.5 * dimension * Math.log(Math.PI)
                - Gamma.logGamma(0.5 * dimension + 1)
                + dimension * Math.log(radius)
                + 0.5 * Math.log(2.0 / n)
                + Gamma.logGamma(n);
    }

    Oscillation oscillation(double start, double end, double confidence) {
        double[] spacing = spacings();
        int bumps = finder.peaks().length;
        double scale = (end - start) / 2;
        Measured period = Measured.of(spacing[0] * scale, spacing[1] * scale / Math.sqrt(bumps - 1.0));
        double bumpScatter = amplitudeScatter();
        Measured size = Measured.of(amplitude / 1000, amplitude / 1000 * bumpScatter / Math.sqrt(bumps));
        List<LocalOscillation> places = new ArrayList<>();
        double middle = 0;
        int at = 0;
        for (int i = 0; i < LOCAL_PLACES; i++) {
            double x = -1 + 2.0 * i / (LOCAL_PLACES - 1);
            while (at < record.size() - 1 && record.x[at] < x) {
                at++;
            }
            double localPeriod = Math.max(0.2 * spacing[0], spacing[0] + spacing[2] * (x - middle));
            double inWindow = Math.max(1, 2 * LOCAL_HALF_WIDTH / localPeriod);
            places.add(new LocalOscillation(
                    start + (x + 1) * scale,
                    Measured.of(localPeriod * scale, spacing[1] * scale / Math.sqrt(inWindow)),
                    Measured.of(local[at] / 1000, local[at] / 1000 * bumpScatter / Math.sqrt(inWindow))));
        }
        double early = local[(int) (0.05 * (local.length - 1))];
        double late = local[(int) (0.95 * (local.length - 1))];
        double inWindow = Math.max(1, 2 * LOCAL_HALF_WIDTH / spacing[0]);
        return new Oscillation(
                Regularity.IRREGULAR,
                period,
                period.coverageInterval(confidence, Math.max(1, bumps - 3)),
                size,
                size.coverageInterval(confidence, Math.max(1, bumps - 1)),
                2 / spacing[0],
                Measured.of(1.8 * spacing[2] / spacing[0], 1.8 * spacing[3] / spacing[0]),
                Measured.of(
                        (late - early) / amplitude,
                        Math.hypot(late, early) * bumpScatter / Math.sqrt(inWindow) / amplitude),
                new Waveform(riseShare(), 0, 1),
                finder.bumps(),
                places);
    }

    /** Relative scatter of the amplitude of single bumps about the local amplitude. */
    private double amplitudeScatter() {
        int[] peaks = finder.peaks();
        double sum = 0;
        for (int k = 0; k + 1 < peaks.length; k++) {
            double square = 0;
            double expected = 0;
            for (int i = peaks[k]; i < peaks[k + 1]; i++) {
                square += power[i];
                expected += local[i] * local[i] / 8;
            }
            double ratio = Math.sqrt(square / expected) - 1;
            sum += ratio * ratio;
        }
        return Math.sqrt(sum / (peaks.length - 1));
    }

    /** Share of the spacing between two maxima that lies after the minimum. */
    private Measured riseShare() {
        int[] peaks = finder.peaks();
        int n = peaks.length - 1;
        double sum = 0;
        double squares = 0;
        for (int k = 0; k < n; k++) {
            int lowest = peaks[k];
            for (int i = peaks[k]; i <= peaks[k + 1]; i++) {
                lowest = oscillation[i] < oscillation[lowest] ? i : lowest;
            }
            double share = (record.x[peaks[k + 1]] - record.x[lowest]) / (record.x[peaks[k + 1]] - record.x[peaks[k]]);
            sum += share;
            squares += share * share;
        }
        double mean = sum / n;
        return Measured.of(mean, Math.sqrt(Math.max(0, squares / n - mean * mean) / n));
    }
}
