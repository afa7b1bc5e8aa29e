package io.github.spinodal.core.data;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Intensity over an axis: a diffraction pattern, a Raman or photoelectron spectrum, one sweep of a voltammogram.
 *
 * <p>The axis rises or falls strictly, as the instrument wrote it. Name and unit of both axes are kept as text; an unknown
 * unit is an empty text. Immutable; arrays are copied on the way in and out.
 */
public final class Spectrum implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Axis axis;
    private final Axis intensityAxis;
    private final double[] x;
    private final double[] intensity;
    private final double[] sigma;
    private final LinkedHashMap<String, String> metadata;

    /**
     * What an axis shows.
     *
     * @param name the quantity, such as "2theta" or "binding energy"
     * @param unit its unit, such as "deg" or "eV"; empty where unknown
     */
    public record Axis(String name, String unit) implements Serializable {
        @Override
        public String toString() {
            return unit.isEmpty() ? name : name + " (" + unit + ")";
        }
    }

    private Spectrum(
            Axis axis,
            Axis intensityAxis,
            double[] x,
            double[] intensity,
            double[] sigma,
            Map<String, String> metadata) {
        this.axis = axis;
        this.intensityAxis = intensityAxis;
        this.x = x;
        this.intensity = intensity;
        this.sigma = sigma;
        this.metadata = new LinkedHashMap<>(metadata);
    }

    /**
     * A spectrum from its columns.
     *
     * @param axis what the axis shows
     * @param x positions, at least two, strictly rising or strictly falling
     * @param intensityAxis what the intensity is
     * @param intensity intensities, as many as positions
     * @return the spectrum
     * @throws InvalidValueException if the columns differ in length, are shorter than two points, hold NaN or infinity, or
     *     if a position repeats or the positions change direction; an element is named by its index, {@code name[index]}
     */
    public static Spectrum of(Axis axis, double[] x, Axis intensityAxis, double[] intensity) {
        Require.sameLength(axis.toString(), x.length, intensityAxis.toString(), intensity.length);
        Require.atLeast("number of points of the spectrum", x.length, 2);
        double[] positions = Require.finiteCopy(axis.toString(), x);
        double[] values = Require.finiteCopy(intensityAxis.toString(), intensity);
        requireMonotone(axis, positions);
        return new Spectrum(axis, intensityAxis, positions, values, new double[0], Map.of());
    }

    private static void requireMonotone(Axis axis, double[] x) {
        boolean rising = x[1] > x[0];
        for (int i = 1; i < x.length; i++) {
            if (!(rising ? x[i] > x[i - 1] : x[i] < x[i - 1])) {
                throw new InvalidValueException(
                        axis + "[" + i + "]",
                        x[i],
                        x[i] == x[i - 1]
                                ? "different from its neighbour"
                                : "in strictly rising or strictly falling order (after " + x[i - 1] + ")");
            }
        }
    }

    /**
     * The same spectrum with the standard deviation of each intensity.
     *
     * @param sigma standard deviations in the unit of the intensity, zero or positive, as many as points
     * @return the spectrum with them
     * @throws InvalidValueException if their number differs or one is negative or not finite
     */
    public Spectrum withStandardDeviations(double[] sigma) {
        Require.sameLength(axis.toString(), x.length, "standard deviation", sigma.length);
        double[] copy = sigma.clone();
        for (int i = 0; i < copy.length; i++) {
            Require.nonNegative("standard deviation[" + i + "]", copy[i]);
        }
        return new Spectrum(axis, intensityAxis, x, intensity, copy, metadata);
    }

    /**
     * The same spectrum with a note attached, such as the wavelength or the file it came from.
     *
     * @param key what is noted
     * @param value its value
     * @return the spectrum with the note
     */
    public Spectrum withMetadata(String key, String value) {
        LinkedHashMap<String, String> more = new LinkedHashMap<>(metadata);
        more.put(key, value);
        return new Spectrum(axis, intensityAxis, x, intensity, sigma, more);
    }

    /**
     * The same spectrum on a rising axis.
     *
     * @return this spectrum, reversed where its axis falls
     */
    public Spectrum rising() {
        return x[1] > x[0]
                ? this
                : new Spectrum(axis, intensityAxis, reversed(x), reversed(intensity), reversed(sigma), metadata);
    }

    private static double[] reversed(double[] values) {
        double[] copy = new double[values.length];
        Arrays.setAll(copy, i -> values[values.length - 1 - i]);
        return copy;
    }

    /**
     * The part inside a closed range of positions.
     *
     * @param lowest lowest position kept
     * @param highest highest position kept
     * @return the part, in the same order
     * @throws InvalidValueException if fewer than two points lie inside
     */
    public Spectrum between(double lowest, double highest) {
        int from = 0;
        while (from < x.length && !(x[from] >= lowest && x[from] <= highest)) {
            from++;
        }
        int to = from;
        while (to < x.length && x[to] >= lowest && x[to] <= highest) {
            to++;
        }
        Spectrum part =
                of(axis, Arrays.copyOfRange(x, from, to), intensityAxis, Arrays.copyOfRange(intensity, from, to));
        double[] s = sigma.length == 0 ? sigma : Arrays.copyOfRange(sigma, from, to);
        return new Spectrum(axis, intensityAxis, part.x, part.intensity, s, metadata);
    }

    /**
     * What the axis shows.
     *
     * @return name and unit of the axis
     */
    public Axis axis() {
        return axis;
    }

    /**
     * What the intensity is.
     *
     * @return name and unit of the intensity
     */
    public Axis intensityAxis() {
        return intensityAxis;
    }

    /**
     * Number of points.
     *
     * @return number of points, at least 2
     */
    public int size() {
        return x.length;
    }

    /**
     * Position of a point.
     *
     * @param i index in [0, size)
     * @return position in the unit of the axis
     */
    public double x(int i) {
        return x[i];
    }

    /**
     * Intensity of a point.
     *
     * @param i index in [0, size)
     * @return intensity in its unit
     */
    public double intensity(int i) {
        return intensity[i];
    }

    /**
     * All positions.
     *
     * @return a copy, in the unit of the axis
     */
    public double[] x() {
        return x.clone();
    }

    /**
     * All intensities.
     *
     * @return a copy, in the unit of the intensity
     */
    public double[] intensity() {
        return intensity.clone();
    }

    /**
     * Standard deviations of the intensities, where known.
     *
     * @return a copy, in the unit of the intensity, or nothing where none were given
     */
    public Optional<double[]> standardDeviations() {
        return sigma.length == 0 ? Optional.empty() : Optional.of(sigma.clone());
    }

    /**
     * Notes attached to the spectrum.
     *
     * @return an unmodifiable view in the order in which they were attached
     */
    public Map<String, String> metadata() {
        return Collections.unmodifiableMap(metadata);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Spectrum that
                && axis.equals(that.axis)
                && intensityAxis.equals(that.intensityAxis)
                && Arrays.equals(x, that.x)
                && Arrays.equals(intensity, that.intensity)
                && Arrays.equals(sigma, that.sigma)
                && metadata.equals(that.metadata);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(x) + Arrays.hashCode(intensity);
    }

    @Override
    public String toString() {
        return "Spectrum[" + size() + " points, " + intensityAxis + " over " + axis + " from " + x[0] + " to "
                + x[size() - 1] + "]";
    }
}
