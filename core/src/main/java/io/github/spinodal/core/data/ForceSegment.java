package io.github.spinodal.core.data;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One leg of a force curve: the deflection of the cantilever against the extension of the piezo, and, in shear-force
 * modulation microscopy, the amplitude and the phase of the torsion.
 *
 * <p>Z rises towards the sample, the deflection rises with repulsion. Immutable; arrays are copied on the way in and out.
 */
public final class ForceSegment implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double NANO = 1e9;

    /** Which way the piezo moves during a leg. */
    public enum Direction {
        /** Towards the sample: Z rises. */
        APPROACH,
        /** Away from the sample: Z falls. */
        RETRACT,
        /** At rest, or moving freely. */
        HOLD
    }

    /** Where the Z values come from. */
    public enum ZSource {
        /** The commanded ramp, converted with the calibration of the piezo. */
        RAMP,
        /** A height sensor. */
        SENSOR
    }

    /** The unit of the lateral amplitude. */
    public enum AmplitudeUnit {
        /** Calibrated, in metre. */
        METRE("m"),
        /** As the lock-in amplifier gives it, in volt. */
        VOLT("V");

        private final String symbol;

        AmplitudeUnit(String symbol) {
            this.symbol = symbol;
        }

        /**
         * The symbol of the unit.
         *
         * @return m or V
         */
        public String symbol() {
            return symbol;
        }
    }

    private final Direction direction;
    private final ZSource zSource;
    private final double[] zMetre;
    private final double[] deflectionMetre;
    private final double[] amplitude;
    private final AmplitudeUnit amplitudeUnit;
    private final double[] phaseRadian;
    private final double durationSeconds;

    private ForceSegment(
            Direction direction,
            ZSource zSource,
            double[] zMetre,
            double[] deflectionMetre,
            double[] amplitude,
            AmplitudeUnit amplitudeUnit,
            double[] phaseRadian,
            double durationSeconds) {
        this.direction = direction;
        this.zSource = zSource;
        this.zMetre = zMetre;
        this.deflectionMetre = deflectionMetre;
        this.amplitude = amplitude;
        this.amplitudeUnit = amplitudeUnit;
        this.phaseRadian = phaseRadian;
        this.durationSeconds = durationSeconds;
    }

    /**
     * A leg from its columns, in the order of time.
     *
     * @param direction which way the piezo moves
     * @param zSource where Z comes from
     * @param zMetre extension of the piezo (m), rising towards the sample, at least two points; single samples of a noisy
     *     sensor may step back, but an approach must end at a larger Z than it starts and a retract at a smaller one
     * @param deflectionMetre deflection of the cantilever (m), as many as Z
     * @return the leg
     * @throws InvalidValueException if the columns differ in length, are shorter than two points, hold NaN or infinity, or
     *     if Z runs the wrong way
     */
    public static ForceSegment of(Direction direction, ZSource zSource, double[] zMetre, double[] deflectionMetre) {
        Require.sameLength("Z (m)", zMetre.length, "deflection (m)", deflectionMetre.length);
        Require.atLeast("number of points of the force curve", zMetre.length, 2);
        double[] z = Require.finiteCopy("Z (m)", zMetre);
        double[] d = Require.finiteCopy("deflection (m)", deflectionMetre);
        double travel = z[z.length - 1] - z[0];
        if (direction == Direction.APPROACH && !(travel > 0)) {
            throw new InvalidValueException("Z travel of the approach (m)", travel, "positive: Z rises to the sample");
        }
        if (direction == Direction.RETRACT && !(travel < 0)) {
            throw new InvalidValueException("Z travel of the retract (m)", travel, "negative: Z falls from the sample");
        }
        return new ForceSegment(
                direction, zSource, z, d, new double[0], AmplitudeUnit.METRE, new double[0], Double.NaN);
    }

    /**
     * The same leg with the phase of the torsion.
     *
     * @param phaseRadian lag of the torsion behind the lateral drive (rad), any branch, as many as Z
     * @return the leg with its phase
     * @throws InvalidValueException if the number of values differs, or one is NaN or infinite
     */
    public ForceSegment withPhase(double[] phaseRadian) {
        Require.sameLength("Z (m)", zMetre.length, "phase (rad)", phaseRadian.length);
        double[] phase = Require.finiteCopy("phase (rad)", phaseRadian);
        return new ForceSegment(
                direction, zSource, zMetre, deflectionMetre, amplitude, amplitudeUnit, phase, durationSeconds);
    }

    /**
     * The same leg with the amplitude of the torsion.
     *
     * @param amplitude amplitude of the torsion, in the given unit, not negative, as many as Z
     * @param unit the unit
     * @return the leg with its amplitude
     * @throws InvalidValueException if the number of values differs, or one is negative, NaN or infinite
     */
    public ForceSegment withAmplitude(double[] amplitude, AmplitudeUnit unit) {
        Require.sameLength("Z (m)", zMetre.length, "amplitude", amplitude.length);
        double[] copy = amplitude.clone();
        for (int i = 0; i < copy.length; i++) {
            Require.nonNegative("amplitude (" + unit.symbol() + ")[" + i + "]", copy[i]);
        }
        return new ForceSegment(direction, zSource, zMetre, deflectionMetre, copy, unit, phaseRadian, durationSeconds);
    }

    /**
     * The same leg with its duration.
     *
     * @param seconds time from the first sample to the last (s), positive
     * @return the leg with its duration
     * @throws InvalidValueException if the duration is not positive and finite
     */
    public ForceSegment withDurationSeconds(double seconds) {
        Require.positive("duration (s)", seconds);
        return new ForceSegment(
                direction, zSource, zMetre, deflectionMetre, amplitude, amplitudeUnit, phaseRadian, seconds);
    }

    /**
     * The same leg with its Z values replaced, as when a sensor channel replaces the ramp.
     *
     * @param source where the new values come from
     * @param newZMetre extension of the piezo (m), as many as before
     * @return the leg over the new Z
     * @throws InvalidValueException as {@link #of} does
     */
    public ForceSegment withZ(ZSource source, double[] newZMetre) {
        ForceSegment checked = of(direction, source, newZMetre, deflectionMetre);
        return new ForceSegment(
                direction,
                source,
                checked.zMetre,
                deflectionMetre,
                amplitude,
                amplitudeUnit,
                phaseRadian,
                durationSeconds);
    }

    /**
     * Which way the piezo moves.
     *
     * @return the direction
     */
    public Direction direction() {
        return direction;
    }

    /**
     * Where the Z values come from.
     *
     * @return ramp or sensor
     */
    public ZSource zSource() {
        return zSource;
    }

    /**
     * Number of samples.
     *
     * @return number of points, at least 2
     */
    public int size() {
        return zMetre.length;
    }

    /**
     * Extension of the piezo at a sample.
     *
     * @param i index in [0, size)
     * @return Z (m), rising towards the sample
     */
    public double z(int i) {
        return zMetre[i];
    }

    /**
     * Deflection at a sample.
     *
     * @param i index in [0, size)
     * @return deflection (m), rising with repulsion
     */
    public double deflection(int i) {
        return deflectionMetre[i];
    }

    /**
     * All extensions of the piezo.
     *
     * @return a copy (m)
     */
    public double[] zMetre() {
        return zMetre.clone();
    }

    /**
     * All extensions of the piezo in nanometre.
     *
     * @return a copy (nm)
     */
    public double[] zNanometres() {
        return scaled(zMetre);
    }

    /**
     * All deflections.
     *
     * @return a copy (m)
     */
    public double[] deflectionMetre() {
        return deflectionMetre.clone();
    }

    /**
     * All deflections in nanometre.
     *
     * @return a copy (nm)
     */
    public double[] deflectionNanometres() {
        return scaled(deflectionMetre);
    }

    /**
     * The amplitude of the torsion, if recorded.
     *
     * @return a copy, in {@link #amplitudeUnit()}
     */
    public Optional<double[]> amplitude() {
        return amplitude.length == 0 ? Optional.empty() : Optional.of(amplitude.clone());
    }

    /**
     * The unit of the amplitude; without meaning when there is none.
     *
     * @return the unit
     */
    public AmplitudeUnit amplitudeUnit() {
        return amplitudeUnit;
    }

    /**
     * The phase of the torsion, if recorded.
     *
     * @return a copy (rad)
     */
    public Optional<double[]> phaseRadian() {
        return phaseRadian.length == 0 ? Optional.empty() : Optional.of(phaseRadian.clone());
    }

    /**
     * The phase channel as a curve of its own, if recorded.
     *
     * @return the phase over Z, with the amplitude when there is one
     */
    public Optional<PhaseCurve> phaseCurve() {
        if (phaseRadian.length == 0) {
            return Optional.empty();
        }
        PhaseCurve curve = PhaseCurve.of(zMetre, phaseRadian);
        return Optional.of(amplitude.length == 0 ? curve : curve.withAmplitude(amplitude, amplitudeUnit));
    }

    /**
     * The duration, if known.
     *
     * @return time from the first sample to the last (s)
     */
    public OptionalDouble durationSeconds() {
        return Double.isNaN(durationSeconds) ? OptionalDouble.empty() : OptionalDouble.of(durationSeconds);
    }

    private static double[] scaled(double[] metres) {
        double[] nanometres = new double[metres.length];
        for (int i = 0; i < metres.length; i++) {
            nanometres[i] = metres[i] * NANO;
        }
        return nanometres;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ForceSegment that
                && direction == that.direction
                && zSource == that.zSource
                && amplitudeUnit == that.amplitudeUnit
                && Double.compare(durationSeconds, that.durationSeconds) == 0
                && Arrays.equals(zMetre, that.zMetre)
                && Arrays.equals(deflectionMetre, that.deflectionMetre)
                && Arrays.equals(amplitude, that.amplitude)
                && Arrays.equals(phaseRadian, that.phaseRadian);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(zMetre) + Arrays.hashCode(deflectionMetre);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "ForceSegment[%s, %d points, Z %.6g to %.6g nm (%s)%s%s]",
                direction,
                size(),
                zMetre[0] * NANO,
                zMetre[size() - 1] * NANO,
                zSource,
                amplitude.length == 0 ? "" : ", amplitude",
                phaseRadian.length == 0 ? "" : ", phase");
    }
}
