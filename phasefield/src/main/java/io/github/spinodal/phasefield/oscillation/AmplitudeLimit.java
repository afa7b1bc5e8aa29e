package io.github.spinodal.phasefield.oscillation;

import io.github.spinodal.core.quantity.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The amplitude above which an oscillation would have been found, and the periods for which that holds.
 *
 * @param millivolt amplitude (mV)
 * @param fewestCycles periods of the slowest oscillation in the analysed charge
 * @param mostCycles periods of the fastest
 */
record AmplitudeLimit(double millivolt, double fewestCycles, double mostCycles) {
    /** One-sided 95 % point of the normal distribution. */
    static final double UPPER = 1.645;
    /** How far above its threshold the search finds an amplitude in 95 of 100 records, what noise and baseline take included. */
    private static final double FOUND = 2.4;

    /**
     * The search calls an amplitude significant from a threshold on, in units of its standard deviation 2 sqrt(2/N) times the
     * noise at its frequency; one 2.4 deviations above that is found in 95 of 100 records. The noise is taken where it is
     * largest: at the slowest or the fastest period searched. If the strongest candidate plus 1.645 of its deviations is
     * more, that is the limit.
     */
    static AmplitudeLimit of(
            ModelSelection selection,
            ModelFit baseline,
            ModelSelection.@Nullable Candidate candidate,
            double level,
            PlateauRecord record) {
        double fewest = selection.slowestBeside(baseline);
        double most = Math.max(fewest, selection.mostCycles());
        SearchSignificance significance = SearchSignificance.of(selection.fewestCycles(), selection.mostCycles());
        double threshold = Math.sqrt(significance.steadyThreshold(level / ModelSelection.TESTS));
        double deviation =
                Math.max(amplitudeDeviation(baseline, fewest, record), amplitudeDeviation(baseline, most, record));
        double limit = (threshold + FOUND) * deviation;
        if (candidate != null) {
            limit = Math.max(limit, upperBound(candidate.oscillation(), record));
        }
        return new AmplitudeLimit(limit, fewest, most);
    }

    /** The same limit where something slower than searched may be as large as this (mV). */
    AmplitudeLimit including(double largerMillivolt, double cycles) {
        return new AmplitudeLimit(
                Math.max(millivolt, largerMillivolt), Math.min(fewestCycles, cycles), Math.max(mostCycles, cycles));
    }

    /** Amplitude (mV) of the fundamental of a fit plus 1.645 standard deviations. */
    static double upperBound(ModelFit fit, PlateauRecord record) {
        int at = fit.structure.harmonicStart();
        double found = 2 * Math.hypot(fit.parameters[at], fit.parameters[at + 1]);
        return found + UPPER * amplitudeDeviation(fit, fit.cycles(), record);
    }

    /** Standard deviation (mV) of the amplitude of a sine of this many periods. */
    private static double amplitudeDeviation(ModelFit fit, double cycles, PlateauRecord record) {
        double density = fit.noise.relativeDensity(cycles / 2, 2.0 / (record.size() - 1));
        return 2 * fit.noiseDeviation() * Math.sqrt(2 * density / record.size());
    }

    /** Shortest and longest period (C) in a charge of this width. */
    Interval periodsCoulomb(double widthCoulomb) {
        return new Interval(widthCoulomb / mostCycles, widthCoulomb / fewestCycles);
    }
}
