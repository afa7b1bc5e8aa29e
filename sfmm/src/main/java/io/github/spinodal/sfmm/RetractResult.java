package io.github.spinodal.sfmm;

import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a retract says about adhesion. Forces and energies need the spring constant of the curve, whose uncertainty is not
 * part of theirs. Immutable.
 */
public final class RetractResult implements Serializable {
    private static final long serialVersionUID = 1L;

    private final PullOff pullOff;
    private final double pullOffNanometres;
    private final Measured adhesionNanometres;
    private final @Nullable Measured adhesionNewton;
    private final @Nullable Measured adhesionJoule;
    private final @Nullable Measured hysteresisJoule;
    private final double noiseNanometres;

    RetractResult(
            PullOff pullOff,
            double pullOffNanometres,
            Measured adhesionNanometres,
            @Nullable Measured adhesionNewton,
            @Nullable Measured adhesionJoule,
            @Nullable Measured hysteresisJoule,
            double noiseNanometres) {
        this.pullOff = pullOff;
        this.pullOffNanometres = pullOffNanometres;
        this.adhesionNanometres = adhesionNanometres;
        this.adhesionNewton = adhesionNewton;
        this.adhesionJoule = adhesionJoule;
        this.hysteresisJoule = hysteresisJoule;
        this.noiseNanometres = noiseNanometres;
    }

    /**
     * How the tip leaves.
     *
     * @return the kind of pull-off
     */
    public PullOff pullOff() {
        return pullOff;
    }

    /**
     * Where the tip leaves.
     *
     * @return Z at which the deflection is deepest (nm), the start of the jump if there is one
     */
    public double pullOffNanometres() {
        return pullOffNanometres;
    }

    /**
     * How far the tip is held.
     *
     * @return deepest deflection below the baseline (nm), positive for attraction
     */
    public Measured adhesionNanometres() {
        return adhesionNanometres;
    }

    /**
     * The adhesion force.
     *
     * @return force (N), empty without a spring constant
     */
    public Optional<Measured> adhesionNewton() {
        return Optional.ofNullable(adhesionNewton);
    }

    /**
     * The work of detachment: the force below the baseline, integrated over the travel of the piezo.
     *
     * @return work (J), empty without a spring constant
     */
    public Optional<Measured> adhesionJoule() {
        return Optional.ofNullable(adhesionJoule);
    }

    /**
     * The work that is lost between approach and retract: the area between them over the Z that both visit.
     *
     * @return work (J), empty without a spring constant or an approach
     */
    public Optional<Measured> hysteresisJoule() {
        return Optional.ofNullable(hysteresisJoule);
    }

    /**
     * The noise of the curve.
     *
     * @return standard deviation of the deflection about the baseline (nm)
     */
    public double noiseNanometres() {
        return noiseNanometres;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RetractResult that
                && pullOff == that.pullOff
                && Double.compare(pullOffNanometres, that.pullOffNanometres) == 0
                && adhesionNanometres.equals(that.adhesionNanometres)
                && Objects.equals(adhesionNewton, that.adhesionNewton)
                && Objects.equals(adhesionJoule, that.adhesionJoule)
                && Objects.equals(hysteresisJoule, that.hysteresisJoule)
                && Double.compare(noiseNanometres, that.noiseNanometres) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(pullOff, pullOffNanometres, adhesionNanometres, noiseNanometres);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s pull-off at Z = %.4g nm, adhesion %s nm%s%s%s",
                pullOff,
                pullOffNanometres,
                adhesionNanometres,
                adhesionNewton()
                        .map(f -> String.format(Locale.ROOT, " = %s nN", f.times(1e9)))
                        .orElse(""),
                adhesionJoule()
                        .map(w -> String.format(Locale.ROOT, ", detachment %s aJ", w.times(1e18)))
                        .orElse(""),
                hysteresisJoule()
                        .map(w -> String.format(Locale.ROOT, ", hysteresis %s aJ", w.times(1e18)))
                        .orElse(""));
    }
}
