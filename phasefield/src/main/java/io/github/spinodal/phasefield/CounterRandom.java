package io.github.spinodal.phasefield;

import org.apache.commons.math3.special.Erf;

/**
 * Random numbers that are pure functions of (seed, stream, counter), so that a draw depends on no other draw.
 *
 * <p>Three rounds of the SplitMix64 finaliser (Steele, Lea and Flood, OOPSLA 2014; constants of Stafford's variant 13).
 */
final class CounterRandom {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private CounterRandom() {}

    static long bits(long seed, long stream, long counter) {
        return mix(mix(mix(seed + GOLDEN) ^ stream * GOLDEN) + counter * GOLDEN);
    }

    /** A number in (0, 1), both ends excluded. */
    static double uniform(long seed, long stream, long counter) {
        return ((bits(seed, stream, counter) >>> 11) + 0.5) * UNIT;
    }

    /** A standard normal number, by inversion. */
    static double normal(long seed, long stream, long counter) {
        return StrictMath.sqrt(2) * Erf.erfInv(2 * uniform(seed, stream, counter) - 1);
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
