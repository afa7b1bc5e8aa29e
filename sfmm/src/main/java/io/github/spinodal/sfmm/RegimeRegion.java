package io.github.spinodal.sfmm;

import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stretch of an approach in one regime. */
public final class RegimeRegion implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ContactRegime regime;
    private final double fromNanometres;
    private final double toNanometres;
    private final @Nullable Measured phaseDegrees;

    RegimeRegion(ContactRegime regime, double fromNanometres, double toNanometres, @Nullable Measured phaseDegrees) {
        this.regime = regime;
        this.fromNanometres = fromNanometres;
        this.toNanometres = toNanometres;
        this.phaseDegrees = phaseDegrees;
    }

    /**
     * The regime.
     *
     * @return the regime
     */
    public ContactRegime regime() {
        return regime;
    }

    /**
     * Where it starts.
     *
     * @return Z (nm)
     */
    public double fromNanometres() {
        return fromNanometres;
    }

    /**
     * Where it ends.
     *
     * @return Z (nm)
     */
    public double toNanometres() {
        return toNanometres;
    }

    /**
     * Mean corrected phase.
     *
     * @return phase (degree), empty if none was recorded
     */
    public Optional<Measured> phaseDegrees() {
        return Optional.ofNullable(phaseDegrees);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RegimeRegion that
                && regime == that.regime
                && Double.compare(fromNanometres, that.fromNanometres) == 0
                && Double.compare(toNanometres, that.toNanometres) == 0
                && Objects.equals(phaseDegrees, that.phaseDegrees);
    }

    @Override
    public int hashCode() {
        return Objects.hash(regime, fromNanometres, toNanometres);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %.4g-%.4g nm", regime, fromNanometres, toNanometres);
    }
}
