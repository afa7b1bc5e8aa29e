package io.github.spinodal.phasefield.oscillation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Baseline and {@link Resonance} fitted together, against baseline and noise that does not oscillate: whether a record holds
 * bumps that keep a spacing, however unevenly they come. Both likelihoods are restricted ones (Patterson and Thompson,
 * Biometrika 58, 545, 1971), so that a flexible baseline cannot take for noise what it swallows itself.
 */
final class ResonanceFit {
    /** Interior knots of the baseline, which leaves oscillations of {@link #FEWEST_CYCLES} periods and more alone. */
    private static final int KNOTS = 6;

    private static final double FEWEST_CYCLES = 9;
    private static final double SAMPLES_PER_PERIOD = 6;
    private static final double MOST_CYCLES = 150;
    /** Ratio of two frequencies that are tried one after the other. */
    private static final double FREQUENCY_STEP = 1.16;
    /** Phase kept over this many periods: lengths that are tried. */
    private static final double[] MEMORIES = {0.25, 0.7, 2};

    private static final double[] SHARES = {0.3, 0.9};
    private static final double[] LENGTHS = {0.01, 0.05, 0.2};
    private static final double SHORTEST = 0.001;
    private static final double LONGEST = 2;
    private static final double LARGEST_LOGIT = 7;
    private static final double LARGEST_GROWTH = 1.5;
    /** The spectrum of a resonance that forgets its phase faster has its maximum at zero. */
    private static final double SHORTEST_MEMORY = 1 / (2 * Math.PI * Math.sqrt(3));

    /** Those of the search and the scale. */
    private static final int PARAMETERS = 7;
    /** Correlated noise beside the oscillation, and its length in periods, from which the search starts. */
    private static final double FIRST_NOISE_SHARE = 0.15;

    private static final double FIRST_NOISE_LENGTH = 0.1;
    /** Search over frequency and memory. */
    private static final double TESTS = 2;

    /** A frequency that gains less on the detrended record, which favours one, gains too little with the baseline. */
    private static final double SMALLEST_GAIN = 5;

    private static final int REFINED = 2;
    private static final double[] FIRST_STEPS = {1, 0.5, 0.12, 0.3, 1, 0.5};

    private static final double[] LAST_STEPS = {0.25, 0.12, 0.03, 0.1, 0.25, 0.12};
    private static final int[] OSCILLATION_AXES = {0, 1, 2, 3, 4, 5};
    private static final int[] NOISE_AXES = {0, 1, 3};
    private static final double SMALLEST_FALL = 1e-3;
    private static final double FINEST = 0.05;

    /** The record without its white noise. */
    final PlateauRecord denoised;
    /** Variance of what is left in it for each sample (mV2). */
    final double[] variance;

    private final PlateauRecord record;
    private final Resonance resonance;
    private final double noiseDeviation;
    private final double gain;

    private ResonanceFit(
            PlateauRecord record,
            PlateauRecord denoised,
            double[] variance,
            Resonance resonance,
            double noiseDeviation,
            double gain) {
        this.record = record;
        this.denoised = denoised;
        this.variance = variance;
        this.resonance = resonance;
        this.noiseDeviation = noiseDeviation;
        this.gain = gain;
    }

    /** The best resonance of a record; null if the record is too short to search, or the best one does not oscillate. */
    static @Nullable ResonanceFit of(PlateauRecord record) {
        int n = record.size();
        double most = Math.min(MOST_CYCLES, n / SAMPLES_PER_PERIOD);
        if (most <= 1.5 * FEWEST_CYCLES || n < 6 * Bases.splineCount(KNOTS)) {
            return null;
        }
        ResonanceLikelihood likelihood = new ResonanceLikelihood(record, BaselineStructure.spline(KNOTS));
        Search search = new Search(likelihood, record.x, FEWEST_CYCLES / 2, most / 2);
        Place near = search.approach(search.withFrequencies());
        Place nearNoise = search.approach(search.withoutFrequency());
        if (nearNoise.deviance() - near.deviance() < SMALLEST_GAIN) {
            return null;
        }
        Place noise = search.settle(nearNoise);
        if (record.uneven) {
            Search other = new Search(likelihood, record.number, FEWEST_CYCLES / 2, most / 2);
            Place sampled = other.settle(other.approach(other.withoutFrequency()));
            noise = sampled.deviance() < noise.deviance() ? sampled : noise;
        }
        Place best = search.settle(near);
        Resonance resonance = best.resonance();
        if (resonance.length() * resonance.frequency() < SHORTEST_MEMORY) {
            return null;
        }
        ResonanceLikelihood.Solution solution = likelihood.solve(resonance, record.x);
        double[] variance = new double[n];
        double[] oscillation = solution.filter().smooth(solution.residuals(), variance);
        double[] clean = new double[n];
        for (int i = 0; i < n; i++) {
            variance[i] *= solution.variance();
            clean[i] = record.y[i] - solution.residuals()[i] + oscillation[i];
        }
        return new ResonanceFit(
                record,
                record.withValues(clean),
                variance,
                resonance,
                Math.sqrt((1 - resonance.share()) * solution.variance()),
                noise.deviance() - best.deviance());
    }

    /** A baseline fitted to the record without noise, and the noise beside it. */
    ModelFit baseline(int knots) {
        ModelFit fit = new ModelFitter(denoised).stiffBaseline(knots);
        return fit.withWhiteNoise(noiseDeviation);
    }

    /** Chance that noise without a frequency gains as much by one, the search included; constant from simulated noise. */
    double probability() {
        return Math.min(1, TESTS * Math.exp(-gain / 2));
    }

    /** By how much Schwarz's criterion prefers the resonance to the oscillation and noise of a fit, beside the same baseline. */
    double preference(ModelFit fit) {
        BaselineStructure baseline = fit.structure.baseline();
        double deviance = new ResonanceLikelihood(record, baseline)
                .solve(resonance, record.x)
                .deviance();
        return fit.criterion() - deviance - (baseline.size() + PARAMETERS) * Math.log(record.size());
    }

    /**
     * A place in the search, and minus twice the logarithm of the likelihood there.
     *
     * @param oscillates whether it has a frequency; else only the first two parameters and the growth count
     * @param at logit of the share, logarithms of length and frequency, growth, logit of the noise's share, logarithm of its
     *     length
     */
    private record Place(boolean oscillates, double[] at, double deviance) {
        Resonance resonance() {
            return oscillates
                    ? new Resonance(
                            share(at[0]), Math.exp(at[1]), Math.exp(at[2]), share(at[4]), Math.exp(at[5]), at[3])
                    : Resonance.noise(share(at[0]), Math.exp(at[1]), at[3]);
        }

        private static double share(double logit) {
            return 1 / (1 + Math.exp(-Math.max(-LARGEST_LOGIT, Math.min(LARGEST_LOGIT, logit))));
        }

        Place moved(int axis, double step) {
            double[] next = at.clone();
            next[axis] += step;
            return new Place(oscillates, next, deviance);
        }

        Place with(double newDeviance) {
            return new Place(oscillates, at, newDeviance);
        }
    }

    /** Searches along one coordinate: coarsely on a detrended record, then with the baseline. */
    private record Search(ResonanceLikelihood likelihood, double[] x, double lowest, double highest) {
        List<Place> withoutFrequency() {
            List<Place> places = new ArrayList<>();
            for (double length : LENGTHS) {
                for (double share : SHARES) {
                    places.add(quick(new Place(false, new double[] {logit(share), Math.log(length), 0, 0, 0, 0}, 0)));
                }
            }
            return places;
        }

        List<Place> withFrequencies() {
            List<Place> places = new ArrayList<>();
            for (double frequency = lowest; frequency <= highest; frequency *= FREQUENCY_STEP) {
                for (double memory : MEMORIES) {
                    for (double share : SHARES) {
                        double[] at = {
                            logit(share),
                            Math.log(memory / frequency),
                            Math.log(frequency),
                            0,
                            logit(FIRST_NOISE_SHARE),
                            Math.log(FIRST_NOISE_LENGTH / frequency)
                        };
                        places.add(quick(new Place(true, at, 0)));
                    }
                }
            }
            return places;
        }

        private static double logit(double share) {
            return Math.log(share / (1 - share));
        }

        private Place quick(Place place) {
            return place.with(deviance(place, false));
        }

        private double deviance(Place place, boolean restricted) {
            double[] at = place.at();
            boolean inside = within(at[1], SHORTEST, LONGEST)
                    && Math.abs(at[3]) <= LARGEST_GROWTH
                    && (!place.oscillates() || (within(at[2], lowest, highest) && within(at[5], SHORTEST, LONGEST)));
            if (!inside) {
                return Double.POSITIVE_INFINITY;
            }
            Resonance resonance = place.resonance();
            return restricted
                    ? likelihood.solve(resonance, x).restrictedDeviance()
                    : likelihood.quickDeviance(resonance, x);
        }

        private static boolean within(double logarithm, double low, double high) {
            return logarithm >= Math.log(low) && logarithm <= Math.log(high);
        }

        /** The best place without the baseline. */
        Place approach(List<Place> starts) {
            List<Place> sorted = new ArrayList<>(starts);
            sorted.sort(Comparator.comparingDouble(Place::deviance));
            Place best = descend(sorted.get(0), FIRST_STEPS, false);
            for (Place start : sorted.subList(1, REFINED)) {
                Place end = descend(start, FIRST_STEPS, false);
                best = end.deviance() < best.deviance() ? end : best;
            }
            return best;
        }

        /** The best place beside it. */
        Place settle(Place start) {
            return descend(start.with(deviance(start, true)), LAST_STEPS, true);
        }

        private Place descend(Place start, double[] firstSteps, boolean restricted) {
            Place best = start;
            int[] axes = start.oscillates() ? OSCILLATION_AXES : NOISE_AXES;
            double[] steps = firstSteps.clone();
            while (steps[0] > FINEST) {
                Place before = best;
                for (int axis : axes) {
                    Place up = best.moved(axis, steps[axis]);
                    up = up.with(deviance(up, restricted));
                    Place down = best.moved(axis, -steps[axis]);
                    if (up.deviance() < best.deviance() - SMALLEST_FALL) {
                        best = up;
                    } else {
                        down = down.with(deviance(down, restricted));
                        best = down.deviance() < best.deviance() - SMALLEST_FALL ? down : best;
                    }
                }
                if (best == before) {
                    for (int axis = 0; axis < steps.length; axis++) {
                        steps[axis] /= 2;
                    }
                }
            }
            return best;
        }
    }
}
