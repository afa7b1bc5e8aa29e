package io.github.spinodal.phasefield.oscillation;

import io.github.spinodal.core.quantity.Measured;
import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * The likelihood of the phase and the shape of a wave that falls evenly and rises, suddenly or for a share of the period, about
 * the multiples of 2 pi of its phase, or does the reverse. A positive shape is the share of the rise, a negative one is a jump:
 * with all shapes from -1/2 to 1/2 equally likely before, every other wave jumps. Baseline, height of the wave and variance of
 * the noise are integrated over, all heights and all logarithms of the variance equally likely before.
 */
final class SawtoothLikelihood implements PhaseWalk.Target {
    /** Of squares (mV2), for records without noise. */
    private static final double SMALLEST_SUM = 1e-300;

    private static final double LONGEST_RISE = 0.5;
    /** A shape to begin with: a jump. */
    static final double SUDDEN = -LONGEST_RISE / 2;
    /** In effect sudden. */
    private static final double SHORTEST_RISE = 1e-9;

    private final PlateauRecord record;
    private final BaselineStructure baseline;
    private final NoiseModel noise;
    private final double[] envelope;
    private final double[] size;
    private final JumpPhase start;
    private final double startShape;
    private final Whitener whitener;
    /** Whitened and orthonormal. */
    private final double[][] base;

    /** Whitened, without what the baseline describes. */
    private final double[] target;

    private final double targetSquare;
    private final double[] wave;

    private double rise;
    private double height;
    private double heightVariance;

    private double[] bestCoefficients;
    private double bestShape;
    private double smallestSum = Double.POSITIVE_INFINITY;

    private final SummaryStatistics heights = new SummaryStatistics();
    private final SummaryStatistics heightVariances = new SummaryStatistics();
    private final SummaryStatistics rises = new SummaryStatistics();

    /** Beside the baseline and in the envelope of a fit of harmonics. */
    SawtoothLikelihood(PlateauRecord record, ModelFit harmonics, NoiseModel noise, JumpPhase start, double startShape) {
        this(record, harmonics.structure.baseline(), harmonics.envelope(), noise, start, startShape);
    }

    SawtoothLikelihood(
            PlateauRecord record,
            BaselineStructure baseline,
            double[] envelope,
            NoiseModel noise,
            JumpPhase start,
            double startShape) {
        this.record = record;
        this.baseline = baseline;
        this.noise = noise;
        this.envelope = envelope;
        this.size = record.series(1, envelope);
        this.start = start;
        this.startShape = startShape;
        this.bestCoefficients = start.coefficients;
        this.whitener = noise.whitener(record);
        this.base = baseline.columns(record.x);
        whitener.applyToColumns(base);
        Products.orthonormalise(base);
        this.target = record.y.clone();
        whitener.apply(target);
        for (double[] column : base) {
            Products.subtract(column, Products.of(column, target), target);
        }
        this.targetSquare = Products.of(target, target);
        this.wave = new double[record.size()];
    }

    @Override
    public double logLikelihood(double[] change) {
        int last = change.length - 1;
        double shape = startShape + change[last];
        if (Math.abs(shape) > LONGEST_RISE) {
            return Double.NEGATIVE_INFINITY;
        }
        double[] coefficients = start.coefficients.clone();
        for (int k = 0; k < last; k++) {
            coefficients[k] += change[k];
        }
        rise = Math.max(0, shape);
        setWave(coefficients, rise);
        whitener.apply(wave);
        double square = Products.of(wave, wave);
        for (double[] column : base) {
            double along = Products.of(column, wave);
            square -= along * along;
        }
        double product = Products.of(wave, target);
        height = product / square;
        double sum = Math.max(SMALLEST_SUM, targetSquare - product * height);
        heightVariance = sum / freedom() / square;
        if (sum < smallestSum) {
            smallestSum = sum;
            bestCoefficients = coefficients;
            bestShape = shape;
        }
        return -(freedom() * Math.log(sum) + Math.log(square)) / 2;
    }

    /** Tries as many places of the jump in the period, beside other changes. */
    void tryPlaces(int places, double[] change) {
        for (int k = 0; k < places; k++) {
            change[0] = 2 * Math.PI * k / places;
            logLikelihood(change);
        }
    }

    /** Of the mean square 1/12 at unit envelope, rising about the multiples of 2 pi. */
    private void setWave(double[] coefficients, double share) {
        double steepness = 1 / Math.max(share, SHORTEST_RISE);
        double fall = 1 / (1 - share);
        double[] periods = wave;
        Arrays.fill(periods, coefficients[0] / (2 * Math.PI));
        for (int k = 1; k < coefficients.length; k++) {
            Products.subtract(record.legendre[k - 1], -coefficients[k] / (2 * Math.PI), periods);
        }
        for (int i = 0; i < wave.length; i++) {
            double beyond = periods[i] - Math.rint(periods[i]);
            double passed = Math.max(-0.5, Math.min(0.5, beyond * steepness));
            wave[i] = size[i] * (passed - beyond) * fall;
        }
    }

    private int freedom() {
        return Math.max(1, record.size() - base.length - 1);
    }

    @Override
    public void drawn() {
        heights.addValue(height);
        rises.addValue(rise);
        heightVariances.addValue(heightVariance);
    }

    /** The likeliest phase so far, its covariance unknown. */
    JumpPhase likeliest() {
        return JumpPhase.of(bestCoefficients, start.covariance);
    }

    double likeliestShape() {
        return bestShape;
    }

    /** Schwarz's criterion of the likeliest phase so far. */
    double criterion() {
        int n = record.size();
        int shape = bestShape > 0 ? 1 : 0;
        int count = base.length + 1 + bestCoefficients.length + envelope.length + shape + noise.parameterCount();
        return n * Math.log(smallestSum / n) + whitener.logDeterminant() + count * Math.log(n);
    }

    /** What the likeliest phase so far leaves of the record (mV). */
    double[] residuals() {
        double[][] terms = baseline.columns(record.x);
        double[][] columns = new double[terms.length + 2][];
        for (int j = 0; j < terms.length; j++) {
            columns[j] = terms[j].clone();
        }
        setWave(bestCoefficients, Math.max(0, bestShape));
        double[] shape = wave.clone();
        columns[terms.length] = shape.clone();
        columns[terms.length + 1] = record.y.clone();
        whitener.applyToColumns(columns);
        double[] parameters = NormalEquations.of(columns).solve(0);
        double[] residuals = record.y.clone();
        Products.subtract(shape, parameters[terms.length], residuals);
        for (int j = 0; j < terms.length; j++) {
            Products.subtract(terms[j], parameters[j], residuals);
        }
        return residuals;
    }

    /** Amplitude 2 sqrt(2) rms (mV) and its standard error, from all draws. */
    double[] amplitude() {
        double scale = Math.sqrt(8 * Bases.meanSquareBesideOne(envelope) / 12);
        double variance = heightVariances.getMean() + heights.getVariance();
        return new double[] {scale * Math.abs(heights.getMean()), scale * Math.sqrt(variance)};
    }

    /** The shape, from all draws; where within the distance of two samples it rises or falls cannot be told. */
    Waveform waveform(int resolvedHarmonics) {
        double jump = rises.getMean();
        double between = likeliest().cycles() / record.size();
        double deviation = Math.hypot(rises.getStandardDeviation(), between / Math.sqrt(12));
        Measured rising = Measured.of(heights.getMean() > 0 ? jump : 1 - jump, deviation);
        double angle = Math.PI * jump;
        double blurred = angle == 0 ? 1 : Math.sin(angle) / angle;
        double fundamental = 6 * blurred * blurred / (Math.PI * Math.PI * (1 - jump) * (1 - jump));
        return new Waveform(rising, resolvedHarmonics, Math.min(1, fundamental));
    }
}
