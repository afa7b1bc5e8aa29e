package io.github.spinodal.phasefield.oscillation.inference;

import io.github.spinodal.core.quantity.Interval;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.phasefield.oscillation.study.AtlasInterpolation;
import io.github.spinodal.phasefield.oscillation.study.AtlasParameter;
import io.github.spinodal.phasefield.oscillation.study.AtlasPosition;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Weighted parameters, in the order interaction, ln k, spread of ln k, ln of the spread of shifts. A first even sample of
 * the whole atlas finds where the observations allow the parameters to be; further ones fill that box.
 */
final class PosteriorSample {
    private static final int DIMENSIONS = 4;
    private static final int SAMPLES = 4096;
    private static final int STAGES = 3;
    /** Differences of the logarithm of the likelihood beyond which a place does not matter. */
    private static final double NEGLIGIBLE = 12;

    private static final double CONFIDENCE = 0.95;
    /** Deviation of an observation, in scatters, that simulations do not show. */
    private static final double IMPOSSIBLE = 5;

    /** An interval that comes closer to the end of the atlas than this share of its range reaches it. */
    private static final double EDGE = 0.02;

    /** A parameter whose standard deviation is above this share of the range's is not determined. */
    private static final double UNDETERMINED = 0.6;

    private static final int CANDIDATES = 25;
    private static final int REPRESENTATIVES = 64;

    private final AtlasInterpolation atlas;
    private final List<OscillationObservation> observations;
    private final double[] lower;
    private final double[] upper;
    private double[][] places = new double[0][];
    private double[] weights = new double[0];
    private double misfit = Double.POSITIVE_INFINITY;

    private PosteriorSample(
            AtlasInterpolation atlas, List<OscillationObservation> observations, double slowest, double fastest) {
        this.atlas = atlas;
        this.observations = observations;
        this.lower = new double[] {
            AtlasParameter.OMEGA.lowest(),
            Math.log(fastest) - AtlasParameter.LOG_FILLING_RATE.highest(),
            AtlasParameter.RATE_SPREAD.lowest(),
            AtlasParameter.LOG_SHIFT_SPREAD.lowest()
        };
        this.upper = new double[] {
            AtlasParameter.OMEGA.highest(),
            Math.log(slowest) - AtlasParameter.LOG_FILLING_RATE.lowest(),
            AtlasParameter.RATE_SPREAD.highest(),
            AtlasParameter.LOG_SHIFT_SPREAD.highest()
        };
    }

    static PosteriorSample of(
            AtlasInterpolation atlas, List<OscillationObservation> observations, double slowest, double fastest) {
        PosteriorSample sample = new PosteriorSample(atlas, observations, slowest, fastest);
        double[] from = sample.lower.clone();
        double[] to = sample.upper.clone();
        for (int stage = 0; stage < STAGES; stage++) {
            sample.draw(from, to);
            sample.shrink(from, to);
        }
        return sample;
    }

    private static AtlasPosition position(double[] place, double fillingRate) {
        return new AtlasPosition(place[0], fillingRate / Math.exp(place[1]), place[2], Math.exp(place[3]));
    }

    private void draw(double[] from, double[] to) {
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(DIMENSIONS);
        sequence.skipTo(1);
        places = new double[SAMPLES][];
        double[] logarithm = new double[SAMPLES];
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < SAMPLES; i++) {
            double[] place = sequence.nextVector();
            for (int d = 0; d < DIMENSIONS; d++) {
                place[d] = from[d] + place[d] * (to[d] - from[d]);
            }
            places[i] = place;
            logarithm[i] = logLikelihood(place);
            best = Math.max(best, logarithm[i]);
        }
        weights = new double[SAMPLES];
        double sum = 0;
        for (int i = 0; i < SAMPLES; i++) {
            weights[i] = Math.exp(logarithm[i] - best);
            sum += weights[i];
        }
        for (int i = 0; i < SAMPLES; i++) {
            weights[i] /= sum;
        }
    }

    private double logLikelihood(double[] place) {
        double sum = 0;
        double largest = 0;
        for (OscillationObservation o : observations) {
            AtlasPosition position = position(place, o.fillingRatePerSecond());
            if (!position.covered()) {
                return Double.NEGATIVE_INFINITY;
            }
            double amplitude = atlas.logAmplitude(position);
            double amplitudeError = AtlasScatter.amplitude(amplitude, o);
            double periodError = AtlasScatter.period(o);
            double z = (Math.log(o.amplitudeVolt().value()) - amplitude) / amplitudeError;
            double y = (Math.log(o.periodShare().value()) - atlas.logPeriodShare(position)) / periodError;
            largest = Math.max(largest, Math.max(Math.abs(z), Math.abs(y)));
            sum += AtlasScatter.logDensity(z) - Math.log(amplitudeError);
            sum += AtlasScatter.logDensity(y) - Math.log(periodError);
        }
        misfit = Math.min(misfit, largest);
        return AtlasScatter.shared(observations.size()) * sum;
    }

    /** The box of the places that matter, a little wider. */
    private void shrink(double[] from, double[] to) {
        double most = Arrays.stream(weights).max().orElseThrow();
        double[] low = to.clone();
        double[] high = from.clone();
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > most * Math.exp(-NEGLIGIBLE)) {
                for (int d = 0; d < DIMENSIONS; d++) {
                    low[d] = Math.min(low[d], places[i][d]);
                    high[d] = Math.max(high[d], places[i][d]);
                }
            }
        }
        for (int d = 0; d < DIMENSIONS; d++) {
            double margin = 0.05 * (upper[d] - lower[d]);
            from[d] = Math.max(lower[d], low[d] - margin);
            to[d] = Math.min(upper[d], high[d] + margin);
        }
    }

    InferredParameters summary() {
        Measured[] mean = new Measured[DIMENSIONS];
        Interval[] interval = new Interval[DIMENSIONS];
        boolean[] determined = new boolean[DIMENSIONS];
        for (int d = 0; d < DIMENSIONS; d++) {
            mean[d] = mean(d);
            interval[d] = interval(d);
            determined[d] = mean[d].standardUncertainty() < UNDETERMINED * (upper[d] - lower[d]) / Math.sqrt(12);
        }
        InferenceStanding standing = InferenceStanding.INSIDE;
        boolean visible =
                observations.stream().allMatch(o -> o.amplitudeVolt().value() >= AtlasInterpolation.COHERENT_VOLT);
        if (misfit > IMPOSSIBLE || !visible) {
            standing = InferenceStanding.OUTSIDE;
        } else if (atEdge(interval, 0) || atEdge(interval, 1)) {
            standing = InferenceStanding.AT_EDGE;
        }
        return new InferredParameters(
                standing,
                mean[0],
                interval[0],
                mean[1],
                interval[1],
                mean[3],
                interval[3],
                mean[2],
                interval[2],
                correlation(0, 1, mean),
                correlation(0, 2, mean),
                determined[3],
                determined[2],
                misfit,
                nextRate());
    }

    private boolean atEdge(Interval[] interval, int d) {
        double margin = EDGE * (upper[d] - lower[d]);
        return interval[d].low() < lower[d] + margin || interval[d].high() > upper[d] - margin;
    }

    private Measured mean(int d) {
        double mean = 0;
        for (int i = 0; i < weights.length; i++) {
            mean += weights[i] * places[i][d];
        }
        double square = 0;
        for (int i = 0; i < weights.length; i++) {
            square += weights[i] * (places[i][d] - mean) * (places[i][d] - mean);
        }
        return Measured.of(mean, Math.sqrt(square));
    }

    private double correlation(int a, int b, Measured[] mean) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (places[i][a] - mean[a].value()) * (places[i][b] - mean[b].value());
        }
        double size = mean[a].standardUncertainty() * mean[b].standardUncertainty();
        return size > 0 ? sum / size : 0;
    }

    private Interval interval(int d) {
        Integer[] order = new Integer[weights.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(places[a][d], places[b][d]));
        double below = 0;
        double low = places[order[0]][d];
        double high = places[order[order.length - 1]][d];
        boolean lowFound = false;
        for (int i : order) {
            below += weights[i];
            if (!lowFound && below >= (1 - CONFIDENCE) / 2) {
                low = places[i][d];
                lowFound = true;
            }
            if (below >= (1 + CONFIDENCE) / 2) {
                high = places[i][d];
                break;
            }
        }
        return new Interval(low, high);
    }

    /**
     * The rate at which the parameters that are still possible differ most in what they predict, against what simulations
     * scatter: half the logarithm of the determinant of that ratio is the information expected.
     */
    private double nextRate() {
        double[][] likely = representatives();
        double logLow = Double.NEGATIVE_INFINITY;
        double logHigh = Double.POSITIVE_INFINITY;
        for (double[] place : likely) {
            logLow = Math.max(logLow, place[1] + AtlasParameter.LOG_FILLING_RATE.lowest());
            logHigh = Math.min(logHigh, place[1] + AtlasParameter.LOG_FILLING_RATE.highest());
        }
        double best = observations.get(0).fillingRatePerSecond();
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < CANDIDATES; c++) {
            double rate = Math.exp(logLow + (logHigh - logLow) * c / (CANDIDATES - 1.0));
            double information = information(likely, rate);
            if (information > most) {
                most = information;
                best = rate;
            }
        }
        return best;
    }

    private double information(double[][] likely, double rate) {
        OscillationObservation like = observations.get(0);
        double[] sum = new double[5];
        for (double[] place : likely) {
            AtlasPosition position = position(place, rate);
            double p = atlas.logPeriodShare(position) / AtlasScatter.period(like);
            double logAmplitude = atlas.logAmplitude(position);
            double a = logAmplitude / AtlasScatter.amplitude(logAmplitude, like);
            sum[0] += p;
            sum[1] += a;
            sum[2] += p * p;
            sum[3] += a * a;
            sum[4] += p * a;
        }
        double n = likely.length;
        double pp = sum[2] / n - sum[0] * sum[0] / (n * n);
        double aa = sum[3] / n - sum[1] * sum[1] / (n * n);
        double pa = sum[4] / n - sum[0] * sum[1] / (n * n);
        return Math.log((1 + pp) * (1 + aa) - pa * pa) / 2;
    }

    /** Places drawn at even steps of the summed weight. */
    private double[][] representatives() {
        double[][] chosen = new double[REPRESENTATIVES][];
        double sum = 0;
        int at = 0;
        for (int i = 0; i < weights.length && at < REPRESENTATIVES; i++) {
            sum += weights[i];
            while (at < REPRESENTATIVES && sum > (at + 0.5) / REPRESENTATIVES) {
                chosen[at++] = places[i];
            }
        }
        while (at < REPRESENTATIVES) {
            chosen[at++] = places[weights.length - 1];
        }
        return chosen;
    }
}
