package io.github.spinodal.phasefield.oscillation.inference;

/**
 * How single simulations scatter about the interpolated atlas, from leaving each of its points out: 4 % in the period; 9 %
 * in the amplitude where the grains keep step and 20 % below 0.8 mV, where they begin to lose it; with tails as long as
 * those of Student's distribution with four degrees of freedom, since near that edge one draw keeps step and the next does
 * not.
 */
final class AtlasScatter {
    private static final double PERIOD = 0.04;
    private static final double AMPLITUDE = 0.09;
    private static final double LOOSE_AMPLITUDE = 0.12;
    private static final double LOG_EDGE = Math.log(0.8e-3);
    private static final double EDGE_WIDTH = 0.15;
    private static final double FREEDOM = 4;
    /** Errors of the atlas at neighbouring currents are alike: this part of them is shared. */
    private static final double SHARED = 0.2;

    private AtlasScatter() {}

    static double period(OscillationObservation o) {
        return Math.hypot(PERIOD, o.periodShare().relativeUncertainty());
    }

    static double amplitude(double logAmplitude, OscillationObservation o) {
        double loose = LOOSE_AMPLITUDE / (1 + Math.exp((logAmplitude - LOG_EDGE) / EDGE_WIDTH));
        return Math.hypot(AMPLITUDE + loose, o.amplitudeVolt().relativeUncertainty());
    }

    /** Logarithm of Student's density, less its constant. */
    static double logDensity(double z) {
        return -(FREEDOM + 1) / 2 * Math.log1p(z * z / FREEDOM);
    }

    /** How much of the information of that many observations is their own. */
    static double shared(int observations) {
        return 1 / (1 + SHARED * (observations - 1));
    }
}
