package io.github.spinodal.sfmm.io;

import io.github.spinodal.core.Require;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A force curve as the instrument recorded it: every channel of every leg, with the file's calibration. Immutable. */
public final class RecordedCurve implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<RecordedSegment> segments;
    private final double springConstant;
    private final double inverseSensitivity;
    private final LinkedHashMap<String, String> metadata;

    private RecordedCurve(
            List<RecordedSegment> segments,
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
     * @throws io.github.spinodal.core.InvalidValueException if there is no leg
     */
    public static RecordedCurve of(List<RecordedSegment> segments) {
        Require.atLeast("number of segments of the curve", segments.size(), 1);
        return new RecordedCurve(List.copyOf(segments), Double.NaN, Double.NaN, Map.of());
    }

    /**
     * The same curve with the cantilever's spring constant.
     *
     * @param newtonPerMetre spring constant (N/m), positive
     * @return the curve with the spring constant
     */
    public RecordedCurve withSpringConstant(double newtonPerMetre) {
        Require.positive("spring constant (N/m)", newtonPerMetre);
        return new RecordedCurve(segments, newtonPerMetre, inverseSensitivity, metadata);
    }

    /**
     * The same curve with the inverse sensitivity of the optical lever.
     *
     * @param metrePerVolt inverse sensitivity (m/V), positive
     * @return the curve with the sensitivity
     */
    public RecordedCurve withInverseSensitivity(double metrePerVolt) {
        Require.positive("inverse optical lever sensitivity (m/V)", metrePerVolt);
        return new RecordedCurve(segments, springConstant, metrePerVolt, metadata);
    }

    /**
     * The same curve with a note.
     *
     * @param key what is noted
     * @param value its value
     * @return the curve with the note
     */
    public RecordedCurve withMetadata(String key, String value) {
        LinkedHashMap<String, String> more = new LinkedHashMap<>(metadata);
        more.put(key, value);
        return new RecordedCurve(segments, springConstant, inverseSensitivity, more);
    }

    /**
     * The legs.
     *
     * @return the legs in the order of time
     */
    public List<RecordedSegment> segments() {
        return segments;
    }

    /**
     * The spring constant that the file states.
     *
     * @return spring constant (N/m), or nothing
     */
    public OptionalDouble springConstantNewtonPerMetre() {
        return Double.isNaN(springConstant) ? OptionalDouble.empty() : OptionalDouble.of(springConstant);
    }

    /**
     * The inverse sensitivity that the file states.
     *
     * @return inverse sensitivity (m/V), or nothing
     */
    public OptionalDouble inverseSensitivityMetrePerVolt() {
        return Double.isNaN(inverseSensitivity) ? OptionalDouble.empty() : OptionalDouble.of(inverseSensitivity);
    }

    /**
     * Notes of the file.
     *
     * @return an unmodifiable view
     */
    public Map<String, String> metadata() {
        return Collections.unmodifiableMap(metadata);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordedCurve that
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
        return "RecordedCurve" + segments;
    }
}
