package io.github.spinodal.core.table;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.io.Serializable;
import java.util.Arrays;

/** A column of numbers with its name and unit. The numbers are kept in the unit in which they came. Immutable. */
public final class Column implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final MeasurementUnit unit;
    private final double[] values;

    private Column(String name, MeasurementUnit unit, double[] values) {
        this.name = name;
        this.unit = unit;
        this.values = values;
    }

    /**
     * A column.
     *
     * @param name what the values are; not blank, one line, without quotation marks, commas, semicolons or {@code #}
     * @param unit symbol of their unit
     * @param values the values in that unit, finite
     * @return the column
     * @throws InvalidValueException if the name or the unit is not valid or a value is not finite
     */
    public static Column of(String name, String unit, double[] values) {
        return new Column(
                validName(name), MeasurementUnit.of(unit), Require.finiteCopy(name + " (" + unit + ")", values));
    }

    static Column ofOwned(String name, MeasurementUnit unit, double[] values) {
        return new Column(name, unit, values);
    }

    static String validName(String name) {
        if (name.isBlank()
                || !name.equals(name.strip())
                || name.chars().anyMatch(c -> c < ' ' || "\",;#".indexOf(c) >= 0)) {
            throw new InvalidValueException(
                    "column name",
                    "\"" + name + "\"",
                    "one line of text without quotation mark, comma, semicolon or #");
        }
        return name;
    }

    /**
     * What the values are.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * The unit in which the values are kept.
     *
     * @return the unit
     */
    public MeasurementUnit unit() {
        return unit;
    }

    /**
     * The header as it stands in a file.
     *
     * @return {@code name (unit)}
     */
    public String header() {
        return name + " (" + unit + ")";
    }

    /**
     * Number of values.
     *
     * @return number of rows
     */
    public int size() {
        return values.length;
    }

    /**
     * A value in the column's own unit.
     *
     * @param row index of the row, counted from 0
     * @return the value
     */
    public double value(int row) {
        return values[row];
    }

    /**
     * The values in the column's own unit.
     *
     * @return a copy
     */
    public double[] values() {
        return values.clone();
    }

    /**
     * The values in another unit.
     *
     * @param symbol symbol of a unit of the same dimension
     * @return a copy
     * @throws InvalidValueException if the unit is unknown or of another dimension
     */
    public double[] in(String symbol) {
        MeasurementUnit target = MeasurementUnit.of(symbol);
        unit.requireSameDimension(target);
        return Arrays.stream(values).map(v -> unit.convert(v, target)).toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Column that
                && name.equals(that.name)
                && unit.equals(that.unit)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * name.hashCode() + unit.hashCode()) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Column[" + header() + ", " + values.length + " values]";
    }
}
