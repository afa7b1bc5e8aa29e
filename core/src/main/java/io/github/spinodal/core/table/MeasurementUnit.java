package io.github.spinodal.core.table;

import io.github.spinodal.core.InvalidValueException;
import java.io.Serializable;
import java.util.Optional;

/**
 * A unit as it stands in a column header: {@code uAh}, {@code kHz}, {@code cm2/s}, {@code mAh/g}, {@code degC}.
 *
 * <p>A unit is a product of symbols with integer powers; factors are separated by a blank, {@code *} or a middle dot, and
 * every factor after {@code /} divides. Powers are written {@code cm2}, {@code cm^2}, {@code s-1} or with superscripts.
 * Both micro signs and {@code u} mean micro, both ohm signs and {@code ohm} mean ohm. {@code C} is the coulomb, never a
 * degree; {@code 1} or {@code -} is a plain number. {@code rad/s} counts as an angular frequency: it has the dimension of
 * {@code Hz}, and omega = 2 pi f converts between the two.
 *
 * <p>Conversion to SI multiplies and divides by numbers that a double holds exactly where the unit allows it, so that
 * {@code 27.4 uA} becomes the double nearest to 27.4e-6.
 */
public final class MeasurementUnit implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String symbol;
    private final Dimension dimension;
    private final double numerator;
    private final double denominator;
    private final double offset;

    MeasurementUnit(String symbol, Dimension dimension, double numerator, double denominator, double offset) {
        this.symbol = symbol;
        this.dimension = dimension;
        this.numerator = numerator;
        this.denominator = denominator;
        this.offset = offset;
    }

    /**
     * The unit with a symbol.
     *
     * @param symbol the symbol, such as {@code uAh/cm2}
     * @return the unit
     * @throws InvalidValueException if the symbol is not understood
     */
    public static MeasurementUnit of(String symbol) {
        return find(symbol)
                .orElseThrow(() -> new InvalidValueException(
                        "unit",
                        "\"" + symbol + "\"",
                        "a unit known here, such as s, h, Hz, ohm, uA, V, uAh, nm or deg"));
    }

    /**
     * The unit with a symbol, where it is understood.
     *
     * @param symbol the symbol
     * @return the unit, or nothing
     */
    public static Optional<MeasurementUnit> find(String symbol) {
        return UnitParser.parse(symbol);
    }

    /**
     * The symbol as it was given.
     *
     * @return the symbol
     */
    public String symbol() {
        return symbol;
    }

    /**
     * The physical dimension.
     *
     * @return the dimension
     */
    public Dimension dimension() {
        return dimension;
    }

    /**
     * Converts a value to SI.
     *
     * @param value value in this unit
     * @return value in the SI unit of the same dimension
     */
    public double toSi(double value) {
        return value * numerator / denominator + offset;
    }

    /**
     * Converts a value from SI.
     *
     * @param value value in the SI unit of the same dimension
     * @return value in this unit
     */
    public double fromSi(double value) {
        return (value - offset) * denominator / numerator;
    }

    /**
     * Converts a value to another unit.
     *
     * @param value value in this unit
     * @param target unit of the same dimension
     * @return value in the other unit; the very same number where both units are one
     * @throws InvalidValueException if the dimensions differ
     */
    public double convert(double value, MeasurementUnit target) {
        requireSameDimension(target);
        return isSameSizeAs(target) ? value : target.fromSi(toSi(value));
    }

    void requireSameDimension(MeasurementUnit target) {
        if (!dimension.equals(target.dimension)) {
            throw new InvalidValueException(
                    "unit", "\"" + symbol + "\"", "of the same dimension as \"" + target.symbol + "\"");
        }
    }

    boolean isSameSizeAs(MeasurementUnit other) {
        return numerator == other.numerator && denominator == other.denominator && offset == other.offset;
    }

    double numerator() {
        return numerator;
    }

    double denominator() {
        return denominator;
    }

    double offset() {
        return offset;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MeasurementUnit that
                && symbol.equals(that.symbol)
                && dimension.equals(that.dimension)
                && isSameSizeAs(that);
    }

    @Override
    public int hashCode() {
        return symbol.hashCode();
    }

    @Override
    public String toString() {
        return symbol;
    }
}
