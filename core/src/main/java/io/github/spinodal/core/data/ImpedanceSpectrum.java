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
 * A complex impedance measured or computed at a strictly monotone series of frequencies.
 *
 * <p>Frequencies are f in hertz, never omega; {@link #angularFrequency(int)} converts. Capacitive behaviour has a
 * negative imaginary part. Immutable; arrays are copied on the way in and out.
 */
public final class ImpedanceSpectrum implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] frequencyHz;
    private final double[] realOhm;
    private final double[] imaginaryOhm;
    private final double[] sigmaOhm;
    private final LinkedHashMap<String, String> metadata;

    private ImpedanceSpectrum(
            double[] frequencyHz,
            double[] realOhm,
            double[] imaginaryOhm,
            double[] sigmaOhm,
            Map<String, String> metadata) {
        this.frequencyHz = frequencyHz;
        this.realOhm = realOhm;
        this.imaginaryOhm = imaginaryOhm;
        this.sigmaOhm = sigmaOhm;
        this.metadata = new LinkedHashMap<>(metadata);
    }

    /**
     * A spectrum from its columns.
     *
     * @param frequencyHz frequencies (Hz), at least two, positive and strictly rising or strictly falling
     * @param realOhm real parts of the impedance (ohm), as many as frequencies
     * @param imaginaryOhm imaginary parts of the impedance (ohm), negative where capacitive, as many as frequencies
     * @return the spectrum
     * @throws InvalidValueException if the columns differ in length, are empty or one point long, hold NaN or infinity,
     *     are zero throughout, or if the frequencies are not positive, repeat or change direction
     */
    public static ImpedanceSpectrum of(double[] frequencyHz, double[] realOhm, double[] imaginaryOhm) {
        Require.sameLength("frequency (Hz)", frequencyHz.length, "real (ohm)", realOhm.length);
        Require.sameLength("frequency (Hz)", frequencyHz.length, "imaginary (ohm)", imaginaryOhm.length);
        Require.atLeast("number of points of the spectrum", frequencyHz.length, 2);
        double[] f = Require.finiteCopy("frequency (Hz)", frequencyHz);
        double[] re = Require.finiteCopy("real (ohm)", realOhm);
        double[] im = Require.finiteCopy("imaginary (ohm)", imaginaryOhm);
        requireMonotone(f);
        if (isZero(re) && isZero(im)) {
            throw new InvalidValueException("impedance (ohm)", "zero at every frequency", "different from zero");
        }
        return new ImpedanceSpectrum(f, re, im, new double[0], Map.of());
    }

    /**
     * A spectrum from columns in any order of frequency; the result runs from the highest frequency to the lowest.
     *
     * @param frequencyHz frequencies (Hz), at least two, positive, no two equal
     * @param realOhm real parts of the impedance (ohm), as many as frequencies
     * @param imaginaryOhm imaginary parts of the impedance (ohm), as many as frequencies
     * @return the sorted spectrum
     * @throws InvalidValueException as {@link #of} does, but for the order
     */
    public static ImpedanceSpectrum sorted(double[] frequencyHz, double[] realOhm, double[] imaginaryOhm) {
        Require.sameLength("frequency (Hz)", frequencyHz.length, "real (ohm)", realOhm.length);
        Require.sameLength("frequency (Hz)", frequencyHz.length, "imaginary (ohm)", imaginaryOhm.length);
        Integer[] order = new Integer[frequencyHz.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(frequencyHz[b], frequencyHz[a]));
        return of(pick(frequencyHz, order), pick(realOhm, order), pick(imaginaryOhm, order));
    }

    private static double[] pick(double[] values, Integer[] order) {
        double[] picked = new double[order.length];
        Arrays.setAll(picked, i -> values[order[i]]);
        return picked;
    }

    private static void requireMonotone(double[] f) {
        double direction = Math.signum(f[1] - f[0]);
        for (int i = 0; i < f.length; i++) {
            Require.positive("frequency (Hz)[" + i + "]", f[i]);
            if (i > 0 && !(direction * (f[i] - f[i - 1]) > 0)) {
                throw new InvalidValueException(
                        "frequency (Hz)[" + i + "]",
                        f[i],
                        f[i] == f[i - 1]
                                ? "different from its neighbour"
                                : "in strictly rising or strictly falling order (after " + f[i - 1] + ")");
            }
        }
    }

    private static boolean isZero(double[] values) {
        return Arrays.stream(values).allMatch(v -> v == 0);
    }

    /**
     * The same spectrum with a known standard deviation at each frequency, shared by real and imaginary part.
     *
     * @param sigmaOhm standard deviations (ohm), positive, as many as frequencies
     * @return the spectrum with these standard deviations
     * @throws InvalidValueException if one is not positive and finite, or their number differs
     */
    public ImpedanceSpectrum withStandardDeviations(double[] sigmaOhm) {
        Require.sameLength("frequency (Hz)", frequencyHz.length, "standard deviation (ohm)", sigmaOhm.length);
        double[] copy = sigmaOhm.clone();
        for (int i = 0; i < copy.length; i++) {
            Require.positive("standard deviation (ohm)[" + i + "]", copy[i]);
        }
        return new ImpedanceSpectrum(frequencyHz, realOhm, imaginaryOhm, copy, metadata);
    }

    /**
     * The same spectrum with a note attached, such as the instrument, the electrode area or the file it came from.
     *
     * @param key what is noted
     * @param value its value
     * @return the spectrum with the note
     */
    public ImpedanceSpectrum withMetadata(String key, String value) {
        LinkedHashMap<String, String> more = new LinkedHashMap<>(metadata);
        more.put(key, value);
        return new ImpedanceSpectrum(frequencyHz, realOhm, imaginaryOhm, sigmaOhm, more);
    }

    /**
     * The part of the spectrum inside a closed range of frequencies.
     *
     * @param lowestHz lowest frequency kept (Hz)
     * @param highestHz highest frequency kept (Hz)
     * @return the part, in the same order
     * @throws InvalidValueException if fewer than two points lie inside
     */
    public ImpedanceSpectrum between(double lowestHz, double highestHz) {
        int[] kept = java.util.stream.IntStream.range(0, size())
                .filter(i -> frequencyHz[i] >= lowestHz && frequencyHz[i] <= highestHz)
                .toArray();
        return keep(kept);
    }

    /**
     * The points with the given indices, in the given order.
     *
     * @param indices indices of the points to keep, each in [0, size)
     * @return the spectrum of these points
     * @throws InvalidValueException if the points do not form a valid spectrum
     */
    public ImpedanceSpectrum keep(int[] indices) {
        double[] f = Arrays.stream(indices).mapToDouble(i -> frequencyHz[i]).toArray();
        double[] re = Arrays.stream(indices).mapToDouble(i -> realOhm[i]).toArray();
        double[] im = Arrays.stream(indices).mapToDouble(i -> imaginaryOhm[i]).toArray();
        ImpedanceSpectrum part = of(f, re, im);
        double[] s = sigmaOhm.length == 0
                ? sigmaOhm
                : Arrays.stream(indices).mapToDouble(i -> sigmaOhm[i]).toArray();
        return new ImpedanceSpectrum(part.frequencyHz, part.realOhm, part.imaginaryOhm, s, metadata);
    }

    /**
     * Number of frequencies.
     *
     * @return number of points, at least 2
     */
    public int size() {
        return frequencyHz.length;
    }

    /**
     * Frequency of a point.
     *
     * @param i index in [0, size)
     * @return frequency f (Hz)
     */
    public double frequency(int i) {
        return frequencyHz[i];
    }

    /**
     * Angular frequency of a point.
     *
     * @param i index in [0, size)
     * @return omega = 2 pi f (rad/s)
     */
    public double angularFrequency(int i) {
        return 2 * Math.PI * frequencyHz[i];
    }

    /**
     * Real part of a point.
     *
     * @param i index in [0, size)
     * @return Z' (ohm)
     */
    public double real(int i) {
        return realOhm[i];
    }

    /**
     * Imaginary part of a point.
     *
     * @param i index in [0, size)
     * @return Z'' (ohm), negative where capacitive
     */
    public double imaginary(int i) {
        return imaginaryOhm[i];
    }

    /**
     * Modulus of a point.
     *
     * @param i index in [0, size)
     * @return |Z| (ohm)
     */
    public double modulus(int i) {
        return Math.hypot(realOhm[i], imaginaryOhm[i]);
    }

    /**
     * Phase of a point.
     *
     * @param i index in [0, size)
     * @return arg Z (rad), negative where capacitive
     */
    public double phase(int i) {
        return Math.atan2(imaginaryOhm[i], realOhm[i]);
    }

    /**
     * All frequencies.
     *
     * @return a copy, (Hz)
     */
    public double[] frequenciesHz() {
        return frequencyHz.clone();
    }

    /**
     * All real parts.
     *
     * @return a copy, (ohm)
     */
    public double[] realOhm() {
        return realOhm.clone();
    }

    /**
     * All imaginary parts.
     *
     * @return a copy, (ohm)
     */
    public double[] imaginaryOhm() {
        return imaginaryOhm.clone();
    }

    /**
     * Standard deviations, where known.
     *
     * @return a copy (ohm), or nothing where none were given
     */
    public Optional<double[]> standardDeviationsOhm() {
        return sigmaOhm.length == 0 ? Optional.empty() : Optional.of(sigmaOhm.clone());
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
        return other instanceof ImpedanceSpectrum that
                && Arrays.equals(frequencyHz, that.frequencyHz)
                && Arrays.equals(realOhm, that.realOhm)
                && Arrays.equals(imaginaryOhm, that.imaginaryOhm)
                && Arrays.equals(sigmaOhm, that.sigmaOhm)
                && metadata.equals(that.metadata);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(frequencyHz) + Arrays.hashCode(realOhm)) + Arrays.hashCode(imaginaryOhm);
    }

    @Override
    public String toString() {
        return "ImpedanceSpectrum[" + size() + " points, " + frequencyHz[0] + " Hz to " + frequencyHz[size() - 1]
                + " Hz]";
    }
}
