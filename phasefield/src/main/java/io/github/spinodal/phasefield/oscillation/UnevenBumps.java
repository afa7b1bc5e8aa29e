package io.github.spinodal.phasefield.oscillation;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Bumps that come unevenly, seen one by one or, in noise, by a resonance.
 *
 * @param measures the bumps
 * @param probability upper bound on the chance of such bumps without an oscillation
 */
record UnevenBumps(IrregularMeasures measures, double probability) {
    /** By how much Schwarz's criterion must prefer a phase that is kept to one that is forgotten, or the other way round. */
    private static final double CLEARLY = 12;

    private static final double DEVIATIONS = 3;

    /**
     * Null if there are none or the fit, with a regular oscillation or without one, describes the record better.
     *
     * @param lineProbability chance of the fit's line in noise that is not smooth
     * @param rise the record's spectrum; null if its waves are not smooth noise
     * @param level chance from which on a resonance is not significant
     */
    static @Nullable UnevenBumps of(
            PlateauRecord record,
            ModelFit fit,
            double lineProbability,
            @Nullable Supplier<SpectralRise> rise,
            double level,
            double resolutionMillivolt) {
        boolean regular = fit.structure.harmonics() > 0;
        IrregularMeasures clear = IrregularMeasures.of(record, regular ? fit : null, resolutionMillivolt);
        if (clear != null) {
            return new UnevenBumps(clear, clearProbability(clear, lineProbability, rise));
        }
        // A resonance correlates samples; where they are not, its search, a long one, is in vain.
        ResonanceFit resonance = fit.noise.isWhite() ? null : ResonanceFit.of(record);
        if (resonance == null
                || resonance.probability() > level
                || (regular && !describesBetter(resonance, fit, record))) {
            return null;
        }
        IrregularMeasures seen = IrregularMeasures.of(resonance);
        if (seen == null || !standsOut(seen, resolutionMillivolt)) {
            return null;
        }
        double probability = rise == null
                ? Math.min(lineProbability, resonance.probability())
                : Math.max(resonance.probability(), rise.get().probability(seen.cycles()));
        return new UnevenBumps(seen, probability);
    }

    /** What bumps that are beyond doubt say of a period: two tests against smooth noise, one against random places. */
    private static double clearProbability(
            IrregularMeasures clear, double lineProbability, @Nullable Supplier<SpectralRise> rise) {
        return rise == null
                ? Math.min(lineProbability, clear.randomPlacesProbability())
                : Math.min(
                        1,
                        2 * Math.min(clear.smoothNoiseProbability(), rise.get().probability(clear.cycles())));
    }

    /** A regular fit that leaves more correlated than it describes must be clearly better; any other, not clearly worse. */
    private static boolean describesBetter(ResonanceFit resonance, ModelFit regular, PlateauRecord record) {
        double line = IrregularMeasures.leavesMoreThanItDescribes(record, regular) ? -CLEARLY : CLEARLY;
        return resonance.preference(regular) > line;
    }

    private static boolean standsOut(IrregularMeasures bumps, double resolutionMillivolt) {
        double artefact = OscillationMeasures.resolutionArtefact(
                resolutionMillivolt, bumps.baseline().noiseDeviation());
        return bumps.clearness() >= DEVIATIONS && bumps.amplitudeMillivolt() >= 2 * artefact;
    }
}
