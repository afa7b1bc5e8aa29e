package io.github.spinodal.sfmm.simulation;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * The lateral side of a simulated shear-force curve: what the torsion of the cantilever feels, and how the lock-in reports
 * it.
 *
 * <p>The contact and the torsional spring are in series, so the detector sees A r with r = k/(1 + k), where k is the
 * complex lateral stiffness of the contact over the torsional stiffness. In the layer k grows as the square root of the
 * indentation, as the contact radius of a paraboloid does (Mindlin 1949).
 *
 * @param liquidStiffness viscous lateral stiffness of the liquid over the torsional stiffness, positive; the lag is 90
 *     degrees
 * @param layerStiffness modulus of k of the layer when the tip reaches its base, positive
 * @param layerPhaseDegrees loss angle of the layer (degree), within [0, 90]
 * @param solidStiffness k of the solid, in phase with the drive, positive
 * @param amplitude amplitude A (V) on the solid, positive
 * @param offsetDegrees phase offset of the lock-in (degree)
 * @param sense whether the lock-in counts a lag as positive or as negative
 * @param crossTalkFraction modulus of a constant phasor added by electronic cross-talk, over A, zero or positive
 * @param crossTalkDegrees its phase (degree)
 * @param noiseFraction standard deviation of each quadrature, over A, zero or positive
 * @param timeConstantSamples time constant of the lock-in in samples of the approach, zero or positive
 * @param slipFraction amplitude over A at which the tip slides and the signal saturates; infinity for never
 */
public record LateralResponse(
        double liquidStiffness,
        double layerStiffness,
        double layerPhaseDegrees,
        double solidStiffness,
        double amplitude,
        double offsetDegrees,
        Sense sense,
        double crossTalkFraction,
        double crossTalkDegrees,
        double noiseFraction,
        double timeConstantSamples,
        double slipFraction)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** How a lock-in counts the phase. */
    public enum Sense {
        /** A lag is positive. */
        LAG_POSITIVE,
        /** A lag is negative: the mirrored lock-in. */
        LAG_NEGATIVE
    }

    /** Checks the parts. */
    public LateralResponse {
        Require.positive("liquid stiffness", liquidStiffness);
        Require.positive("layer stiffness", layerStiffness);
        Require.within("loss angle of the layer (degree)", layerPhaseDegrees, 0, 90);
        Require.positive("solid stiffness", solidStiffness);
        Require.positive("amplitude (V)", amplitude);
        Require.finite("phase offset (degree)", offsetDegrees);
        Require.nonNegative("cross-talk fraction", crossTalkFraction);
        Require.finite("phase of the cross-talk (degree)", crossTalkDegrees);
        Require.nonNegative("noise fraction", noiseFraction);
        Require.nonNegative("time constant (samples)", timeConstantSamples);
        if (!(slipFraction > 0)) {
            throw new InvalidValueException("slip fraction", slipFraction, "positive");
        }
    }

    /**
     * A response without defects of the lock-in.
     *
     * @param layerStiffness modulus of the layer's stiffness over the torsional stiffness at full indentation, positive
     * @param layerPhaseDegrees loss angle of the layer (degree), within [0, 90]
     * @return the response, with 0.1 % noise
     */
    public static LateralResponse of(double layerStiffness, double layerPhaseDegrees) {
        return new LateralResponse(
                0.02,
                layerStiffness,
                layerPhaseDegrees,
                300,
                1,
                0,
                Sense.LAG_POSITIVE,
                0,
                0,
                0.001,
                0,
                Double.POSITIVE_INFINITY);
    }

    /**
     * The same response seen through a lock-in with an offset and a sense.
     *
     * @param degrees phase offset (degree)
     * @param newSense how the lock-in counts
     * @return the response
     */
    public LateralResponse withLockIn(double degrees, Sense newSense) {
        return new LateralResponse(
                liquidStiffness,
                layerStiffness,
                layerPhaseDegrees,
                solidStiffness,
                amplitude,
                degrees,
                newSense,
                crossTalkFraction,
                crossTalkDegrees,
                noiseFraction,
                timeConstantSamples,
                slipFraction);
    }

    /**
     * The same response with electronic cross-talk.
     *
     * @param fraction modulus over A, zero or positive
     * @param degrees phase (degree)
     * @return the response
     */
    public LateralResponse withCrossTalk(double fraction, double degrees) {
        return new LateralResponse(
                liquidStiffness,
                layerStiffness,
                layerPhaseDegrees,
                solidStiffness,
                amplitude,
                offsetDegrees,
                sense,
                fraction,
                degrees,
                noiseFraction,
                timeConstantSamples,
                slipFraction);
    }

    /**
     * The same response with other noise and smearing.
     *
     * @param newNoiseFraction standard deviation of each quadrature over A, zero or positive
     * @param newTimeConstantSamples time constant of the lock-in (samples), zero or positive
     * @return the response
     */
    public LateralResponse withNoise(double newNoiseFraction, double newTimeConstantSamples) {
        return new LateralResponse(
                liquidStiffness,
                layerStiffness,
                layerPhaseDegrees,
                solidStiffness,
                amplitude,
                offsetDegrees,
                sense,
                crossTalkFraction,
                crossTalkDegrees,
                newNoiseFraction,
                newTimeConstantSamples,
                slipFraction);
    }

    /**
     * The same response with a tip that slides.
     *
     * @param fraction amplitude over A at which the signal saturates, positive
     * @return the response
     */
    public LateralResponse withSliding(double fraction) {
        return new LateralResponse(
                liquidStiffness,
                layerStiffness,
                layerPhaseDegrees,
                solidStiffness,
                amplitude,
                offsetDegrees,
                sense,
                crossTalkFraction,
                crossTalkDegrees,
                noiseFraction,
                timeConstantSamples,
                fraction);
    }

    /** The two quadratures (over A) at an indentation, before the lock-in. */
    double[] phasor(Stage stage, double indentationFraction) {
        double re = 0;
        double im = liquidStiffness;
        if (stage == Stage.LAYER) {
            double modulus = layerStiffness * Math.sqrt(indentationFraction);
            re += modulus * Math.cos(Math.toRadians(layerPhaseDegrees));
            im += modulus * Math.sin(Math.toRadians(layerPhaseDegrees));
        } else if (stage == Stage.SOLID) {
            re = solidStiffness;
            im = 0;
        }
        double norm = (1 + re) * (1 + re) + im * im;
        double x = (re * (1 + re) + im * im) / norm;
        double y = im / norm;
        double modulus = Math.hypot(x, y);
        double limit = modulus > slipFraction ? slipFraction / modulus : 1;
        return new double[] {x * limit, y * limit};
    }

    enum Stage {
        LIQUID,
        LAYER,
        SOLID
    }
}
