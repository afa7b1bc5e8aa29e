package io.github.spinodal.phasefield.oscillation;

/** How an oscillation keeps time, which decides how its period and amplitude are measured. */
public enum Regularity {
    /** A waveform whose phase and amplitude drift smoothly: both come from one fit to the whole plateau. */
    REGULAR,
    /**
     * Bumps that come unevenly: the period is their mean spacing with its standard error, the amplitude that of everything
     * but the baseline and white noise.
     */
    IRREGULAR
}
