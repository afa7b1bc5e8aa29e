package io.github.spinodal.phasefield.oscillation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Searches for the likeliest {@link Resonance} along one coordinate: coarsely on a detrended record, then with the baseline. */
final class ResonanceSearch {
    /** Ratio of two frequencies that are tried one after the other. */
    private static final double FREQUENCY_STEP = 1.16;
    /** Phase kept over this many periods: lengths that are tried. */
    private static final double[] MEMORIES = {0.25, 0.7, 2};
    /** Correlated noise beside the oscillation, and its length in periods, from which the search starts. */
    private static final double FIRST_NOISE_SHARE = 0.15;

    private static final double FIRST_NOISE_LENGTH = 0.1;
    private static final double[] SHARES = {0.3, 0.9};
    private static final double[] LENGTHS = {0.01, 0.05, 0.2};
    private static final double SHORTEST = 0.001;
    private static final double LONGEST = 2;
    private static final double LARGEST_LOGIT = 7;
    private static final double LARGEST_GROWTH = 1.5;
    private static final double LARGEST_DRIFT = 1;
    private static final int REFINED = 2;
    private static final double[] FIRST_STEPS = {1, 0.5, 0.12, 0.3, 1, 0.5, 0.2};
    private static final double[] LAST_STEPS = {0.25, 0.12, 0.03, 0.1, 0.25, 0.12, 0.05};
    private static final int[] OSCILLATION_AXES = {0, 1, 2, 3, 4, 5};
    private static final int DRIFT = 6;
    private static final double[] FIRST_DRIFTS = {-0.4, 0.4};
    private static final int[] DRIFTING_AXES = {DRIFT, 0, 1, 2, 3, 4, 5};
    private static final int[] NOISE_AXES = {0, 1, 3};
    private static final double SMALLEST_FALL = 1e-3;
    private static final double FINEST = 0.05;

    private final BaselineLikelihood likelihood;
    private final double[] detrended;
    private final double[] x;
    private final double lowest;
    private final double highest;

    /** Frequencies are sought between the lowest and the highest (periods per unit of x). */
    ResonanceSearch(BaselineLikelihood likelihood, double[] detrended, double[] x, double lowest, double highest) {
        this.likelihood = likelihood;
        this.detrended = detrended;
        this.x = x;
        this.lowest = lowest;
        this.highest = highest;
    }

    /** A place in the search. */
    static final class Place {
        /** Whether it has a frequency; else only the first two parameters and the growth count. */
        private final boolean oscillates;
        /**
         * Logit of the share, logarithms of length and frequency, growth, logit of the noise's share, logarithm of its length,
         * drift.
         */
        private final double[] at;
        /** Minus twice the logarithm of the likelihood. */
        private final double deviance;

        private Place(boolean oscillates, double[] at, double deviance) {
            this.oscillates = oscillates;
            this.at = at;
            this.deviance = deviance;
        }

        double deviance() {
            return deviance;
        }

        Resonance resonance() {
            return oscillates
                    ? new Resonance(
                            share(at[0]),
                            Math.exp(at[1]),
                            Math.exp(at[2]),
                            share(at[4]),
                            Math.exp(at[5]),
                            at[3],
                            at[DRIFT])
                    : Resonance.noise(share(at[0]), Math.exp(at[1]), at[3]);
        }

        private static double share(double logit) {
            return 1 / (1 + Math.exp(-Math.max(-LARGEST_LOGIT, Math.min(LARGEST_LOGIT, logit))));
        }

        private Place moved(int axis, double step) {
            double[] next = at.clone();
            next[axis] += step;
            return new Place(oscillates, next, deviance);
        }

        private Place with(double newDeviance) {
            return new Place(oscillates, at, newDeviance);
        }
    }

    List<Place> withoutFrequency() {
        List<Place> places = new ArrayList<>();
        for (double length : LENGTHS) {
            for (double share : SHARES) {
                double[] at = {logit(share), Math.log(length), 0, 0, 0, 0, 0};
                places.add(tried(new Place(false, at, Double.NaN), false));
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
                        Math.log(FIRST_NOISE_LENGTH / frequency),
                        0
                    };
                    places.add(tried(new Place(true, at, Double.NaN), false));
                }
            }
        }
        return places;
    }

    private static double logit(double share) {
        return Math.log(share / (1 - share));
    }

    private Place tried(Place place, boolean restricted) {
        return place.with(deviance(place, restricted));
    }

    private double deviance(Place place, boolean restricted) {
        double[] at = place.at;
        boolean inside = within(at[1], SHORTEST, LONGEST)
                && Math.abs(at[3]) <= LARGEST_GROWTH
                && Math.abs(at[DRIFT]) <= LARGEST_DRIFT
                && (!place.oscillates || (within(at[2], lowest, highest) && within(at[5], SHORTEST, LONGEST)));
        if (!inside) {
            return Double.POSITIVE_INFINITY;
        }
        ResonanceFilter filter = new ResonanceFilter(place.resonance(), x);
        return restricted
                ? likelihood.solve(filter).restrictedDeviance
                : BaselineLikelihood.devianceWithoutBaseline(filter, detrended);
    }

    private static boolean within(double logarithm, double low, double high) {
        return logarithm >= Math.log(low) && logarithm <= Math.log(high);
    }

    /** The best place without the baseline. */
    Place approach(List<Place> starts) {
        List<Place> sorted = new ArrayList<>(starts);
        sorted.sort(Comparator.comparingDouble(place -> place.deviance));
        Place best = descend(sorted.get(0), axes(sorted.get(0)), FIRST_STEPS, false);
        for (Place start : sorted.subList(1, REFINED)) {
            Place end = descend(start, axes(start), FIRST_STEPS, false);
            best = end.deviance < best.deviance ? end : best;
        }
        return best;
    }

    /** The best place beside it. */
    Place settle(Place start) {
        return descend(start, axes(start), LAST_STEPS, true);
    }

    /** The best place nearby whose frequency drifts. */
    Place drifting(Place start) {
        Place best = descend(start, DRIFTING_AXES, FIRST_STEPS, false);
        for (double drift : FIRST_DRIFTS) {
            Place end = descend(start.moved(DRIFT, drift), DRIFTING_AXES, FIRST_STEPS, false);
            best = end.deviance < best.deviance ? end : best;
        }
        return descend(best, DRIFTING_AXES, LAST_STEPS, true);
    }

    private static int[] axes(Place start) {
        return start.oscillates ? OSCILLATION_AXES : NOISE_AXES;
    }

    private Place descend(Place start, int[] axes, double[] firstSteps, boolean restricted) {
        Place best = tried(start, restricted);
        double[] steps = firstSteps.clone();
        while (steps[0] > FINEST) {
            boolean better = false;
            for (int axis : axes) {
                Place next = tried(best.moved(axis, steps[axis]), restricted);
                if (!(next.deviance < best.deviance - SMALLEST_FALL)) {
                    next = tried(best.moved(axis, -steps[axis]), restricted);
                }
                if (next.deviance < best.deviance - SMALLEST_FALL) {
                    best = next;
                    better = true;
                }
            }
            if (!better) {
                for (int axis = 0; axis < steps.length; axis++) {
                    steps[axis] /= 2;
                }
            }
        }
        return best;
    }
}
