package io.github.spinodal.phasefield.oscillation;

/**
 * An oscillation that forgets its phase, noise that is correlated, and white noise; their variances add up to one in the
 * middle of the record. The covariance of the oscillation is exp(-d/length) cos(2 pi frequency d), a damped oscillator
 * driven by noise (Foreman-Mackey, Agol, Ambikasaran and Angus, Astron. J. 154, 220, 2017, eq. 8 with b = 0), where d is the
 * distance on a clock that may go ever faster or slower. That of the correlated noise is exp(-d/noiseLength); it also stands
 * for the overtones of an oscillation, since they forget their phase much sooner.
 *
 * @param share share of the variance that oscillation and correlated noise have together, in (0, 1)
 * @param length stretch of x over which the oscillation forgets its phase
 * @param frequency periods per unit of x
 * @param noiseShare share of that share which the correlated noise has, in [0, 1]; one for noise that does not oscillate
 * @param noiseLength stretch of x over which the correlated noise decays
 * @param growth slope with x of the logarithm of their common amplitude
 * @param drift slope with x of the logarithm of the frequency
 */
record Resonance(
        double share,
        double length,
        double frequency,
        double noiseShare,
        double noiseLength,
        double growth,
        double drift) {
    /** Noise that does not oscillate. */
    static Resonance noise(double share, double length, double growth) {
        return new Resonance(share, 1, 0, 1, length, growth, 0);
    }

    /** Amplitude at x over that in the middle. */
    double envelope(double x) {
        return Math.exp(growth * x);
    }

    /** The oscillation's clock: as fast as x in the middle, and everywhere if there is no drift. */
    double clock(double x) {
        return drift == 0 ? x : Math.expm1(drift * x) / drift;
    }

    double oscillationShare() {
        return share * (1 - noiseShare);
    }

    double correlatedShare() {
        return share * noiseShare;
    }
}
