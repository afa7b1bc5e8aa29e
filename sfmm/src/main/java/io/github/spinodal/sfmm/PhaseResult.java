package io.github.spinodal.sfmm;

import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the analysis of a phase curve found. The corrected phase is 90 degrees in the liquid and 0 on the solid. */
public final class PhaseResult implements Serializable {
    private static final long serialVersionUID = 1L;

    private final PhaseTransition transition;
    private final String reason;
    private final Orientation orientation;
    private final double[] zNanometres;
    private final double[] phaseDegrees;
    private final double noiseDegrees;
    private final @Nullable Measured centre;
    private final double fromNanometres;
    private final double toNanometres;
    private final List<PhasePlateau> plateaus;

    /**
     * How the readings of the lock-in were turned to the convention.
     *
     * @param offsetDegrees phase the lock-in showed on the solid (degree)
     * @param sense whether it counts a lag as positive
     * @param freeDegrees level of the liquid after correction (degree); 90 if the curve is what it should be
     * @param trust whether that level is near enough to 90
     */
    public record Orientation(double offsetDegrees, Sense sense, double freeDegrees, Trust trust)
            implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** How a lock-in counts the phase. */
    public enum Sense {
        /** A lag is positive. */
        LAG_POSITIVE,
        /** A lag is negative: the mirrored lock-in. */
        LAG_NEGATIVE
    }

    /** Whether the two ends of a phase curve are where they belong. */
    public enum Trust {
        /** The liquid is a quarter turn from the solid. */
        CONSISTENT,
        /** The span differs from a quarter turn: cross-talk, or an end that is not what it is taken for. */
        DOUBTFUL
    }

    PhaseResult(
            PhaseTransition transition,
            String reason,
            Orientation orientation,
            double[] zNanometres,
            double[] phaseDegrees,
            double noiseDegrees,
            @Nullable Measured centre,
            double fromNanometres,
            double toNanometres,
            List<PhasePlateau> plateaus) {
        this.transition = transition;
        this.reason = reason;
        this.orientation = orientation;
        this.zNanometres = zNanometres;
        this.phaseDegrees = phaseDegrees;
        this.noiseDegrees = noiseDegrees;
        this.centre = centre;
        this.fromNanometres = fromNanometres;
        this.toNanometres = toNanometres;
        this.plateaus = List.copyOf(plateaus);
    }

    /**
     * How the phase goes from the liquid to the solid.
     *
     * @return kind of transition
     */
    public PhaseTransition transition() {
        return transition;
    }

    /**
     * Why it was called so.
     *
     * @return one sentence
     */
    public String reason() {
        return reason;
    }

    /**
     * Offset and sense of the lock-in.
     *
     * @return the orientation
     */
    public Orientation orientation() {
        return orientation;
    }

    /**
     * Extension of the piezo.
     *
     * @return a copy (nm)
     */
    public double[] zNanometres() {
        return zNanometres.clone();
    }

    /**
     * The corrected phase.
     *
     * @return a copy (degree): 90 in the liquid, 0 on the solid
     */
    public double[] phaseDegrees() {
        return phaseDegrees.clone();
    }

    /**
     * Noise of the phase.
     *
     * @return standard deviation of a sample (degree)
     */
    public double noiseDegrees() {
        return noiseDegrees;
    }

    /**
     * Middle of the transition.
     *
     * @return Z (nm), empty if there is none
     */
    public Optional<Measured> centreNanometres() {
        return Optional.ofNullable(centre);
    }

    /**
     * Z at which the phase leaves the level of the liquid.
     *
     * @return start of the transition (nm); NaN if there is none
     */
    public double fromNanometres() {
        return fromNanometres;
    }

    /**
     * Z at which the phase reaches the level of the solid.
     *
     * @return end of the transition (nm); NaN if there is none
     */
    public double toNanometres() {
        return toNanometres;
    }

    /**
     * Levels between those of the liquid and of the solid, in the order of Z.
     *
     * @return an unmodifiable list, empty unless the transition has plateaus
     */
    public List<PhasePlateau> plateaus() {
        return plateaus;
    }

    /**
     * Mean of the corrected phase over a stretch.
     *
     * @param from start (nm)
     * @param to end (nm)
     * @return mean phase (degree); empty if the stretch holds fewer than three samples
     */
    public Optional<Measured> meanPhaseDegrees(double from, double to) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < phaseDegrees.length; i++) {
            if (zNanometres[i] >= from && zNanometres[i] <= to) {
                sum += phaseDegrees[i];
                count++;
            }
        }
        return count < 3 ? Optional.empty() : Optional.of(new Measured(sum / count, noiseDegrees / Math.sqrt(count)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PhaseResult that
                && transition == that.transition
                && reason.equals(that.reason)
                && orientation.equals(that.orientation)
                && Arrays.equals(zNanometres, that.zNanometres)
                && Arrays.equals(phaseDegrees, that.phaseDegrees)
                && Double.compare(noiseDegrees, that.noiseDegrees) == 0
                && Objects.equals(centre, that.centre)
                && Double.compare(fromNanometres, that.fromNanometres) == 0
                && Double.compare(toNanometres, that.toNanometres) == 0
                && plateaus.equals(that.plateaus);
    }

    @Override
    public int hashCode() {
        return Objects.hash(transition, reason, orientation, Arrays.hashCode(phaseDegrees));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "PhaseResult[%s, %.4g to %.4g nm, %d plateaus, noise %.2g degree: %s]",
                transition,
                fromNanometres,
                toNanometres,
                plateaus.size(),
                noiseDegrees,
                reason);
    }
}
