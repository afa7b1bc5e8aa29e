package io.github.spinodal.core.data;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.ForceSegment.AmplitudeUnit;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The phase of the torsion of the cantilever against the extension of the piezo, with the amplitude when it was recorded.
 *
 * <p>A positive phase is a lag behind the lateral drive; the branch, the offset and the sense of the lock-in are those of
 * the instrument until an analysis settles them. Immutable; arrays are copied on the way in and out.
 */
public final class PhaseCurve implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] zMetre;
    private final double[] phaseRadian;
    private final double[] amplitude;
    private final AmplitudeUnit amplitudeUnit;

    private PhaseCurve(double[] zMetre, double[] phaseRadian, double[] amplitude, AmplitudeUnit amplitudeUnit) {
        this.zMetre = zMetre;
        this.phaseRadian = phaseRadian;
        this.amplitude = amplitude;
        this.amplitudeUnit = amplitudeUnit;
    }

    /**
     * A curve from its columns, in the order of time.
     *
     * @param zMetre extension of the piezo (m), rising towards the sample, at least two points
     * @param phaseRadian phase (rad), any branch, as many as Z
     * @return the curve
     * @throws InvalidValueException if the columns differ in length, are shorter than two points, or hold NaN or infinity
     */
    public static PhaseCurve of(double[] zMetre, double[] phaseRadian) {
        Require.sameLength("Z (m)", zMetre.length, "phase (rad)", phaseRadian.length);
        Require.atLeast("number of points of the phase curve", zMetre.length, 2);
        return new PhaseCurve(
                Require.finiteCopy("Z (m)", zMetre),
                Require.finiteCopy("phase (rad)", phaseRadian),
                new double[0],
                AmplitudeUnit.METRE);
    }

    /**
     * A curve whose phase is given in degrees.
     *
     * @param zMetre extension of the piezo (m), rising towards the sample, at least two points
     * @param phaseDegrees phase (degree), any branch, as many as Z
     * @return the curve
     * @throws InvalidValueException as {@link #of} does
     */
    public static PhaseCurve ofDegrees(double[] zMetre, double[] phaseDegrees) {
        return of(zMetre, Arrays.stream(phaseDegrees).map(Math::toRadians).toArray());
    }

    /**
     * The same curve with the amplitude of the torsion.
     *
     * @param amplitude amplitude, in the given unit, not negative, as many as Z
     * @param unit the unit
     * @return the curve with its amplitude
     * @throws InvalidValueException if the number of values differs, or one is negative, NaN or infinite
     */
    public PhaseCurve withAmplitude(double[] amplitude, AmplitudeUnit unit) {
        Require.sameLength("Z (m)", zMetre.length, "amplitude", amplitude.length);
        double[] copy = amplitude.clone();
        for (int i = 0; i < copy.length; i++) {
            Require.nonNegative("amplitude (" + unit.symbol() + ")[" + i + "]", copy[i]);
        }
        return new PhaseCurve(zMetre, phaseRadian, copy, unit);
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
     * @return Z (m)
     */
    public double z(int i) {
        return zMetre[i];
    }

    /**
     * Phase at a sample.
     *
     * @param i index in [0, size)
     * @return phase (rad)
     */
    public double phase(int i) {
        return phaseRadian[i];
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
        return Arrays.stream(zMetre).map(v -> v * 1e9).toArray();
    }

    /**
     * All phases.
     *
     * @return a copy (rad)
     */
    public double[] phaseRadian() {
        return phaseRadian.clone();
    }

    /**
     * All phases in degrees.
     *
     * @return a copy (degree)
     */
    public double[] phaseDegrees() {
        return Arrays.stream(phaseRadian).map(Math::toDegrees).toArray();
    }

    /**
     * The amplitude, if recorded.
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

    @Override
    public boolean equals(Object other) {
        return other instanceof PhaseCurve that
                && amplitudeUnit == that.amplitudeUnit
                && Arrays.equals(zMetre, that.zMetre)
                && Arrays.equals(phaseRadian, that.phaseRadian)
                && Arrays.equals(amplitude, that.amplitude);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(zMetre) + Arrays.hashCode(phaseRadian);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "PhaseCurve[%d points, Z %.6g to %.6g nm, phase %.4g to %.4g degree%s]",
                size(),
                zMetre[0] * 1e9,
                zMetre[size() - 1] * 1e9,
                Math.toDegrees(phaseRadian[0]),
                Math.toDegrees(phaseRadian[size() - 1]),
                amplitude.length == 0 ? "" : ", amplitude");
    }
}
