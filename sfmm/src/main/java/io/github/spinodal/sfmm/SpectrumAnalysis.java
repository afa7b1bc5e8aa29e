package io.github.spinodal.sfmm;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.data.ForceSegment;
import io.github.spinodal.core.data.PhaseCurve;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.sfmm.SpectrumResult.OnsetAgreement;
import io.github.spinodal.sfmm.SpectrumResult.Sliding;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads deflection and phase of a spectrum together. Immutable. */
public final class SpectrumAnalysis implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double VISCOUS_DEGREES = 75;
    private static final double ELASTIC_DEGREES = 15;
    /** Part of the layer's indentation, from its top, in which the contact is too small to say much. */
    private static final double SHALLOW = 0.3;
    /** A layer that sticks doubles its amplitude while its contact radius does; one that slides does not. */
    private static final double SLIDING_RISE = 0.02;

    private final LayerAnalysis layerAnalysis;
    private final PhaseAnalysis phaseAnalysis;

    private final double solidResponse;

    private SpectrumAnalysis(LayerAnalysis layerAnalysis, PhaseAnalysis phaseAnalysis, double solidResponse) {
        this.layerAnalysis = layerAnalysis;
        this.phaseAnalysis = phaseAnalysis;
        this.solidResponse = solidResponse;
    }

    /**
     * Both analyses with their defaults.
     *
     * @return the default analysis
     */
    public static SpectrumAnalysis withDefaults() {
        return of(LayerAnalysis.withDefaults(), PhaseAnalysis.withDefaults());
    }

    /**
     * An analysis from its two parts.
     *
     * @param layerAnalysis analysis of the deflection
     * @param phaseAnalysis analysis of the phase
     * @return the analysis
     */
    public static SpectrumAnalysis of(LayerAnalysis layerAnalysis, PhaseAnalysis phaseAnalysis) {
        return new SpectrumAnalysis(layerAnalysis, phaseAnalysis, 1);
    }

    /**
     * The same analysis for a solid whose own lateral contact is not infinitely stiff. It is the reference of the amplitude, and
     * matters where the layer is as stiff as the cantilever.
     *
     * @param overTorsional lateral stiffness of the contact on the solid over the torsional stiffness, positive; infinity by
     *     default
     * @return the analysis
     * @throws InvalidValueException if the value is not positive
     */
    public SpectrumAnalysis withSolidStiffness(double overTorsional) {
        if (!(overTorsional > 0)) {
            throw new InvalidValueException("solid stiffness", overTorsional, "positive");
        }
        return new SpectrumAnalysis(layerAnalysis, phaseAnalysis, 1 / (1 + 1 / overTorsional));
    }

    /**
     * Analyses a spectrum.
     *
     * @param spectrum the spectrum; without phase only the deflection is analysed
     * @return what both channels say
     * @throws InvalidValueException if the curve has no approach
     */
    public SpectrumResult analyse(SfmmSpectrum spectrum) {
        LayerResult layer = layerAnalysis.analyse(spectrum.curve());
        ForceSegment approach = spectrum.curve().approach().orElseThrow();
        Optional<PhaseCurve> curve = approach.phaseCurve();
        PhaseResult phase = curve.map(phaseAnalysis::analyse).orElse(null);
        LayerFit fit = layer.fit().orElse(null);
        if (fit == null) {
            return new SpectrumResult(
                    spectrum.potentialVolt(),
                    layer,
                    phase,
                    List.of(),
                    Sliding.NOT_TESTED,
                    OnsetAgreement.NOT_COMPARED,
                    null);
        }
        boolean layered = layer.verdict() == LayerVerdict.LAYER;
        double from = fit.onsetNanometres().value();
        double to = fit.solidFromNanometres();
        double deep = from + SHALLOW * (to - from);
        Sliding sliding = layered && curve.isPresent() ? sliding(curve.get(), deep, to) : Sliding.NOT_TESTED;
        LossTangent tangent = null;
        Measured phaseOfLayer = null;
        if (layered && phase != null) {
            phaseOfLayer = lossAngle(curve.orElseThrow(), phase, from, deep, to);
            tangent = sliding == Sliding.SLIDING || phaseOfLayer == null
                    ? null
                    : new LossTangent(phaseOfLayer.value(), phaseOfLayer.standardUncertainty());
        }
        return new SpectrumResult(
                spectrum.potentialVolt(),
                layer,
                phase,
                regimes(layer, phase, phaseOfLayer),
                sliding,
                agreement(fit, phase, layered),
                tangent);
    }

    private static List<RegimeRegion> regimes(
            LayerResult layer, @Nullable PhaseResult phase, @Nullable Measured phaseOfLayer) {
        List<RegimeRegion> regimes = new ArrayList<>();
        if (layer.verdict() == LayerVerdict.UNCERTAIN) {
            return regimes;
        }
        for (CurveRegion region : layer.regions()) {
            ContactRegime regime = switch (region.kind()) {
                case FREE -> ContactRegime.LIQUID;
                case LAYER, INNER_LAYER -> regimeOf(phaseOfLayer);
                case SOLID, SNAP_IN, BREAK_THROUGH, SATURATED -> ContactRegime.SOLID;
            };
            Measured mean = phase == null
                    ? null
                    : phase.meanPhaseDegrees(region.fromNanometres(), region.toNanometres())
                            .orElse(null);
            int last = regimes.size() - 1;
            if (last >= 0 && regimes.get(last).regime() == regime) {
                RegimeRegion before = regimes.remove(last);
                regimes.add(new RegimeRegion(
                        regime,
                        before.fromNanometres(),
                        region.toNanometres(),
                        before.phaseDegrees().orElse(null)));
            } else {
                regimes.add(new RegimeRegion(regime, region.fromNanometres(), region.toNanometres(), mean));
            }
        }
        return regimes;
    }

    private static ContactRegime regimeOf(@Nullable Measured lossAngle) {
        if (lossAngle == null) {
            return ContactRegime.LAYER_OF_UNKNOWN_PHASE;
        }
        return lossAngle.value() >= VISCOUS_DEGREES
                ? ContactRegime.VISCOUS_LAYER
                : lossAngle.value() <= ELASTIC_DEGREES ? ContactRegime.ELASTIC_LAYER : ContactRegime.GEL_LAYER;
    }

    /** The loss angle of the layer: corrected for compliance and drag with an amplitude, the plain phase without. */
    private @Nullable Measured lossAngle(PhaseCurve curve, PhaseResult phase, double from, double deep, double to) {
        Optional<double[]> amplitude = curve.amplitude();
        if (amplitude.isEmpty()) {
            return phase.meanPhaseDegrees(deep, to).orElse(null);
        }
        double[][] phasors = phaseAnalysis.torsion(curve).phasors();
        double[] z = curve.zNanometres();
        double last = z[z.length - 1];
        double reference = 0;
        int references = 0;
        double freeReal = 0;
        double freeImaginary = 0;
        int free = 0;
        for (int i = 0; i < z.length; i++) {
            if (z[i] > to + 0.3 * (last - to)) {
                reference += phasors[0][i];
                references++;
            } else if (z[i] < from - 0.1 * (from - z[0])) {
                freeReal += phasors[0][i];
                freeImaginary += phasors[1][i];
                free++;
            }
        }
        if (references < 8 || free < 8 || !(reference > 0)) {
            return null;
        }
        double solid = reference / references / solidResponse;
        LateralStiffness drag = torsion(freeReal / free / solid, freeImaginary / free / solid);
        double step = (last - z[0]) / (z.length - 1);
        double real = 0;
        double imaginary = 0;
        List<double[]> samples = new ArrayList<>();
        for (int i = 0; i < z.length; i++) {
            if (z[i] > deep && z[i] < to - 2 * step) {
                double x = phasors[0][i] / solid;
                double y = phasors[1][i] / solid;
                LateralStiffness k = torsion(x, y).minus(drag);
                // The error of k is that of the torsion over |1 - r|^2.
                double weight = Math.pow((1 - x) * (1 - x) + y * y, 2);
                samples.add(new double[] {k.real(), k.imaginary(), weight});
                real += weight * k.real();
                imaginary += weight * k.imaginary();
            }
        }
        if (samples.size() < 8) {
            return null;
        }
        double angle = Math.atan2(imaginary, real);
        double across = 0;
        for (double[] k : samples) {
            double off = k[2] * (k[1] * Math.cos(angle) - k[0] * Math.sin(angle));
            across += off * off;
        }
        double spread = Math.sqrt(across) / Math.hypot(real, imaginary);
        return new Measured(Math.toDegrees(angle), Math.toDegrees(Math.min(spread, Math.PI)));
    }

    private static LateralStiffness torsion(double x, double y) {
        return LateralStiffness.ofTorsion(Math.hypot(x, y), Math.atan2(y, x));
    }

    /** Compares the amplitudes of the middle and the end of the indentation. */
    private static Sliding sliding(PhaseCurve curve, double deep, double to) {
        Optional<double[]> amplitude = curve.amplitude();
        if (amplitude.isEmpty()) {
            return Sliding.NOT_TESTED;
        }
        double[] a = amplitude.get();
        double middle = 0.5 * (deep + to);
        double early = 0;
        double late = 0;
        double lateSquares = 0;
        int earlyCount = 0;
        int lateCount = 0;
        for (int i = 0; i < a.length; i++) {
            double z = 1e9 * curve.z(i);
            if (z > deep && z <= middle) {
                early += a[i];
                earlyCount++;
            } else if (z > middle && z < to) {
                late += a[i];
                lateSquares += a[i] * a[i];
                lateCount++;
            }
        }
        if (earlyCount < 8 || lateCount < 8) {
            return Sliding.NOT_TESTED;
        }
        double lateMean = late / lateCount;
        double earlyMean = early / earlyCount;
        double spread = Math.sqrt(Math.max(0, lateSquares / lateCount - lateMean * lateMean));
        double noise = 3 * spread * Math.sqrt(1.0 / lateCount + 1.0 / earlyCount);
        boolean flat = Math.abs(lateMean - earlyMean) < Math.max(noise, SLIDING_RISE * lateMean);
        // Far below the torsional stiffness the noise may hide a rise; that is no proof of sliding.
        boolean resolved = noise < SLIDING_RISE * 5 * lateMean;
        return !resolved ? Sliding.NOT_TESTED : flat ? Sliding.SLIDING : Sliding.NOT_SEEN;
    }

    private static OnsetAgreement agreement(LayerFit fit, @Nullable PhaseResult phase, boolean layered) {
        if (phase == null || phase.transition() == PhaseTransition.NONE) {
            return OnsetAgreement.NOT_COMPARED;
        }
        Measured onset = layered ? fit.onsetNanometres() : fit.contactNanometres();
        double step =
                phase.centreNanometres().map(Measured::standardUncertainty).orElse(0.0);
        double tolerance = 3 * Math.hypot(onset.standardUncertainty(), Math.max(step, 1));
        double difference = phase.fromNanometres() - onset.value();
        if (Math.abs(difference) <= tolerance) {
            return OnsetAgreement.AGREE;
        }
        return difference < 0 ? OnsetAgreement.PHASE_FIRST : OnsetAgreement.DEFLECTION_FIRST;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SpectrumAnalysis that
                && Objects.equals(layerAnalysis, that.layerAnalysis)
                && Objects.equals(phaseAnalysis, that.phaseAnalysis)
                && Double.compare(solidResponse, that.solidResponse) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(layerAnalysis, phaseAnalysis, solidResponse);
    }

    @Override
    public String toString() {
        return "SpectrumAnalysis[layerAnalysis " + layerAnalysis + ", phaseAnalysis " + phaseAnalysis
                + ", solidResponse " + solidResponse + "]";
    }
}
