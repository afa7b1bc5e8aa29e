package io.github.spinodal.phasefield.oscillation;

import org.jspecify.annotations.Nullable;

/**
 * An oscillation that keeps a phase: harmonics or, where Schwarz's criterion prefers them, jumps.
 *
 * @param fit the harmonics, with the baseline and the noise
 * @param jumps null where harmonics describe the record better
 */
record RegularWave(ModelFit fit, @Nullable JumpTiming jumps) {
    /** A waveform of fewer harmonics does not jump plainly. */
    private static final int JUMPING_HARMONICS = 2;

    /**
     * The best description of a record by Schwarz's criterion: the harmonics of a candidate's elaboration, its jumps, those of the
     * candidate without the drift that noise may have lent it, or a wave of another period whose harmonics agree like a sawtooth's.
     */
    static RegularWave best(PlateauRecord record, ModelSelection selection, ModelFit candidate, ModelFit elaborated) {
        RegularWave best = of(record, elaborated);
        // Clear jumps tell by themselves whether they drift.
        boolean mayBeSteady = elaborated.structure.phaseDegree() > 1 && !(best.jumps instanceof JumpFit);
        // Elaboration leaves a drift more room than the criterion asks for, which must not speak for another wave.
        double least = Math.min(candidate.criterion(), best.criterion());
        ModelFit other = selection.ofSawtoothPeriod(elaborated);
        if (other != null) {
            RegularWave wave = of(record, other);
            if (wave.criterion() < least) {
                best = wave;
                least = wave.criterion();
            }
        }
        if (mayBeSteady) {
            RegularWave steady = of(record, selection.steady(candidate));
            if (steady.jumps != null && steady.criterion() < least) {
                best = steady;
            }
        }
        return best;
    }

    private static RegularWave of(PlateauRecord record, ModelFit fit) {
        JumpTiming clear = fit.structure.harmonics() < JUMPING_HARMONICS ? null : JumpFit.of(record, fit);
        return new RegularWave(fit, clear == null ? HiddenJumps.of(record, fit) : clear);
    }

    /** Schwarz's. */
    double criterion() {
        return jumps == null ? fit.criterion() : jumps.criterion();
    }
}
