package io.github.spinodal.core.data;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A force curve: its legs in the order of time, and the calibration they were converted with.
 *
 * <p>Immutable.
 */
public final class ForceCurve implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<ForceSegment> segments;
    private final double springConstant;
    private final double inverseSensitivity;
    private final LinkedHashMap<String, String> metadata;

    private ForceCurve(
            List<ForceSegment> segments,
            double springConstant,
            double inverseSensitivity,
            Map<String, String> metadata) {
        this.segments = segments;
        this.springConstant = springConstant;
        this.inverseSensitivity = inverseSensitivity;
        this.metadata = new LinkedHashMap<>(metadata);
    }

    /**
     * A curve from its legs.
     *
     * @param segments the legs in the order of time, at least one
     * @return the curve
     * @throws InvalidValueException if there is no leg
     */
    public static ForceCurve of(List<ForceSegment> segments) {
        Require.atLeast("number of segments of the force curve", segments.size(), 1);
        return new ForceCurve(List.copyOf(segments), Double.NaN, Double.NaN, Map.of());
    }

    /**
     * A curve of one approach over the commanded ramp.
     *
     * @param zMetre extension of the piezo (m), rising towards the sample
     * @param deflectionMetre deflection of the cantilever (m), as many as Z
     * @return the curve
     * @throws InvalidValueException as {@link ForceSegment#of} does
     */
    public static ForceCurve ofApproach(double[] zMetre, double[] deflectionMetre) {
        return of(List.of(
                ForceSegment.of(ForceSegment.Direction.APPROACH, ForceSegment.ZSource.RAMP, zMetre, deflectionMetre)));
    }

    /**
     * The same curve with the spring constant of the cantilever.
     *
     * @param newtonPerMetre spring constant (N/m), positive
     * @return the curve with its spring constant
     * @throws InvalidValueException if the value is not positive and finite
     */
    public ForceCurve withSpringConstant(double newtonPerMetre) {
        Require.positive("spring constant (N/m)", newtonPerMetre);
        return new ForceCurve(segments, newtonPerMetre, inverseSensitivity, metadata);
    }

    /**
     * The same curve with the inverse optical lever sensitivity its deflection was converted with.
     *
     * @param metrePerVolt inverse optical lever sensitivity, InvOLS (m/V), positive
     * @return the curve with its sensitivity
     * @throws InvalidValueException if the value is not positive and finite
     */
    public ForceCurve withInverseSensitivity(double metrePerVolt) {
        Require.positive("inverse optical lever sensitivity (m/V)", metrePerVolt);
        return new ForceCurve(segments, springConstant, metrePerVolt, metadata);
    }

    /**
     * The same curve with a note attached, such as the instrument or the file it came from.
     *
     * @param key what is noted
     * @param value its value
     * @return the curve with the note
     */
    public ForceCurve withMetadata(String key, String value) {
        LinkedHashMap<String, String> more = new LinkedHashMap<>(metadata);
        more.put(key, value);
        return new ForceCurve(segments, springConstant, inverseSensitivity, more);
    }

    /**
     * The legs in the order of time.
     *
     * @return an unmodifiable list, at least one
     */
    public List<ForceSegment> segments() {
        return segments;
    }

    /**
     * The first approach, if there is one.
     *
     * @return the leg
     */
    public Optional<ForceSegment> approach() {
        return first(ForceSegment.Direction.APPROACH);
    }

    /**
     * The first retract, if there is one.
     *
     * @return the leg
     */
    public Optional<ForceSegment> retract() {
        return first(ForceSegment.Direction.RETRACT);
    }

    private Optional<ForceSegment> first(ForceSegment.Direction direction) {
        return segments.stream().filter(s -> s.direction() == direction).findFirst();
    }

    /**
     * Spring constant of the cantilever, if known.
     *
     * @return spring constant (N/m)
     */
    public OptionalDouble springConstantNewtonPerMetre() {
        return Double.isNaN(springConstant) ? OptionalDouble.empty() : OptionalDouble.of(springConstant);
    }

    /**
     * Inverse optical lever sensitivity the deflection was converted with, if known.
     *
     * @return InvOLS (m/V)
     */
    public OptionalDouble inverseSensitivityMetrePerVolt() {
        return Double.isNaN(inverseSensitivity) ? OptionalDouble.empty() : OptionalDouble.of(inverseSensitivity);
    }

    /**
     * The notes attached to the curve, in the order they were attached.
     *
     * @return an unmodifiable view
     */
    public Map<String, String> metadata() {
        return Collections.unmodifiableMap(metadata);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ForceCurve that
                && segments.equals(that.segments)
                && Double.compare(springConstant, that.springConstant) == 0
                && Double.compare(inverseSensitivity, that.inverseSensitivity) == 0
                && metadata.equals(that.metadata);
    }

    @Override
    public int hashCode() {
        return segments.hashCode();
    }

    @Override
    public String toString() {
        return "ForceCurve" + segments;
    }
}
