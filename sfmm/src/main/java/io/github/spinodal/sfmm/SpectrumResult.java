package io.github.spinodal.sfmm;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What deflection and phase of one spectrum say together. */
public final class SpectrumResult implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double potentialVolt;
    private final LayerResult layer;
    private final @Nullable PhaseResult phase;
    private final List<RegimeRegion> regimes;
    private final Sliding sliding;
    private final OnsetAgreement agreement;
    private final @Nullable LossTangent lossTangent;

    /** Whether the tip slides while the layer is indented. */
    public enum Sliding {
        /** The amplitude grows with the contact: the tip sticks. */
        NOT_SEEN,
        /** Amplitude and phase stay constant while the load rises: the lateral force is at the limit of friction. */
        SLIDING,
        /** There is no amplitude, or no layer. */
        NOT_TESTED
    }

    /** How the onset of the phase compares with the onset of the deflection. */
    public enum OnsetAgreement {
        /** Within three standard uncertainties. */
        AGREE,
        /** The phase moves first: an electrostatic or viscous tail. */
        PHASE_FIRST,
        /** The deflection moves first: a viscous layer, which reads like the liquid. */
        DEFLECTION_FIRST,
        /** One of the onsets is missing. */
        NOT_COMPARED
    }

    SpectrumResult(
            double potentialVolt,
            LayerResult layer,
            @Nullable PhaseResult phase,
            List<RegimeRegion> regimes,
            Sliding sliding,
            OnsetAgreement agreement,
            @Nullable LossTangent lossTangent) {
        this.potentialVolt = potentialVolt;
        this.layer = layer;
        this.phase = phase;
        this.regimes = List.copyOf(regimes);
        this.sliding = sliding;
        this.agreement = agreement;
        this.lossTangent = lossTangent;
    }

    /**
     * Potential of the electrode.
     *
     * @return potential (V)
     */
    public double potentialVolt() {
        return potentialVolt;
    }

    /**
     * What the deflection says.
     *
     * @return the analysis of the deflection
     */
    public LayerResult layer() {
        return layer;
    }

    /**
     * What the phase says, if it was recorded.
     *
     * @return the analysis of the phase
     */
    public Optional<PhaseResult> phase() {
        return Optional.ofNullable(phase);
    }

    /**
     * The regimes in the order of Z.
     *
     * @return an unmodifiable list; empty if the deflection could not be analysed
     */
    public List<RegimeRegion> regimes() {
        return regimes;
    }

    /**
     * The regime of the layer.
     *
     * @return the regime, empty if there is no layer
     */
    public Optional<ContactRegime> layerRegime() {
        return regimes.stream()
                .map(RegimeRegion::regime)
                .filter(r -> r != ContactRegime.LIQUID && r != ContactRegime.SOLID)
                .findFirst();
    }

    /**
     * Whether the tip slides.
     *
     * @return the test of sliding
     */
    public Sliding sliding() {
        return sliding;
    }

    /**
     * Whether phase and deflection begin together.
     *
     * @return the comparison
     */
    public OnsetAgreement onsetAgreement() {
        return agreement;
    }

    /**
     * Loss tangent of the layer, corrected for the compliance of the cantilever and the drag of the liquid if there is an
     * amplitude. Under sliding the signal says nothing about the sample, and there is none.
     *
     * @return the loss tangent; empty without a layer, without a phase, or under sliding
     */
    public Optional<LossTangent> lossTangent() {
        return Optional.ofNullable(lossTangent);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SpectrumResult that
                && Double.compare(potentialVolt, that.potentialVolt) == 0
                && layer.equals(that.layer)
                && Objects.equals(phase, that.phase)
                && regimes.equals(that.regimes)
                && sliding == that.sliding
                && agreement == that.agreement
                && Objects.equals(lossTangent, that.lossTangent);
    }

    @Override
    public int hashCode() {
        return Objects.hash(potentialVolt, layer, phase);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "SpectrumResult[%.3g V, %s, %s, %s]", potentialVolt, layer, regimes, sliding);
    }
}
