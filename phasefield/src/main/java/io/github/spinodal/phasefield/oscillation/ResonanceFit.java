package io.github.spinodal.phasefield.oscillation;

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
    /** The spectrum of a resonance that forgets its phase faster has its maximum at zero. */
    private static final double SHORTEST_MEMORY = 1 / (2 * Math.PI * Math.sqrt(3));
    /** Periods over which a phase is kept that a regular fit would follow; if it did not, there is a reason. */
    private static final double LONGEST_MEMORY = 8;
    /** Those of the search and the scale, without a drift. */
    private static final int PARAMETERS = 7;
    /** Search over frequency, memory and noise, with room for records with spikes and gaps. */
    private static final double TESTS = 10;
    /** A frequency that gains less on the detrended record, which favours one, gains too little with the baseline. */
    private static final double SMALLEST_GAIN = 5;

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
        BaselineLikelihood likelihood = new BaselineLikelihood(record, BaselineStructure.spline(KNOTS));
        double[] detrended = new ModelFitter(record).stiffBaseline(KNOTS).residuals;
        ResonanceSearch search = new ResonanceSearch(likelihood, detrended, record.x, FEWEST_CYCLES / 2, most / 2);
        ResonanceSearch.Place near = search.approach(search.withFrequencies());
        ResonanceSearch.Place nearNoise = search.approach(search.withoutFrequency());
        if (nearNoise.deviance() - near.deviance() < SMALLEST_GAIN) {
            return null;
        }
        ResonanceSearch.Place noise = search.settle(nearNoise);
        if (record.uneven) {
            ResonanceSearch other =
                    new ResonanceSearch(likelihood, detrended, record.number, FEWEST_CYCLES / 2, most / 2);
            ResonanceSearch.Place sampled = other.settle(other.approach(other.withoutFrequency()));
            noise = sampled.deviance() < noise.deviance() ? sampled : noise;
        }
        ResonanceSearch.Place best = search.settle(near);
        Resonance resonance = best.resonance();
        double memory = resonance.length() * resonance.frequency();
        if (memory < SHORTEST_MEMORY || memory > LONGEST_MEMORY) {
            return null;
        }
        // Whether there is a resonance is told without its drift, which would gain by noise as well.
        ResonanceSearch.Place drifting = search.drifting(best);
        if (drifting.deviance() < best.deviance() - Math.log(n)) {
            resonance = drifting.resonance();
        }
        ResonanceFilter filter = new ResonanceFilter(resonance, record.x);
        BaselineLikelihood.Solution solution = likelihood.solve(filter);
        double[] variance = new double[n];
        double[] residuals = likelihood.residuals(solution);
        double[] oscillation = filter.smooth(residuals, variance);
        double[] clean = new double[n];
        for (int i = 0; i < n; i++) {
            variance[i] *= solution.variance;
            clean[i] = record.y[i] - residuals[i] + oscillation[i];
        }
        return new ResonanceFit(
                record,
                record.withValues(clean),
                variance,
                resonance,
                Math.sqrt((1 - resonance.share()) * solution.variance),
                noise.deviance() - best.deviance());
    }

    /** A baseline fitted to the record without noise, and the noise beside it. */
    ModelFit baseline(int knots) {
        return new ModelFitter(denoised).stiffBaseline(knots).withWhiteNoise(noiseDeviation);
    }

    /** Period in the middle (stretch of x). */
    double period() {
        return 1 / resonance.frequency();
    }

    /** Chance that noise without a frequency gains as much by one, the search included; constant from simulated noise. */
    double probability() {
        return Math.min(1, TESTS * Math.exp(-gain / 2));
    }

    /** By how much Schwarz's criterion prefers the resonance to the oscillation and noise of a fit, beside the same baseline. */
    double preference(ModelFit fit) {
        BaselineStructure baseline = fit.structure.baseline();
        double deviance =
                new BaselineLikelihood(record, baseline).solve(new ResonanceFilter(resonance, record.x)).deviance;
        int parameters = PARAMETERS + (resonance.drift() == 0 ? 0 : 1);
        return fit.criterion() - deviance - (baseline.size() + parameters) * Math.log(record.size());
    }
}
