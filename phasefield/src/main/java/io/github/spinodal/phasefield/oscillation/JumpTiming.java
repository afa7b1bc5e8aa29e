package io.github.spinodal.phasefield.oscillation;

import io.github.spinodal.core.quantity.Interval;

/** A wave that is timed by its jumps. */
interface JumpTiming {
    PhasePolynomial phase();

    Interval cyclesInterval(double confidence);

    /** Amplitude 2 sqrt(2) rms (mV) and its standard error. */
    double[] amplitude();

    Waveform waveform(int resolvedHarmonics);

    /** Schwarz's criterion. */
    double criterion();
}
