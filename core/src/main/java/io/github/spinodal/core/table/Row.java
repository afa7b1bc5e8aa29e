package io.github.spinodal.core.table;

import io.github.spinodal.core.InvalidValueException;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One row of a result: named values in a fixed order. A value is a number, a truth value or a text; a number that is not
 * finite is kept and written as such ({@code NaN}, {@code Infinity}), since a result may say so. Immutable.
 */
public final class Row implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final Row EMPTY = new Row(Map.of());

    private final LinkedHashMap<String, Serializable> cells;

    private Row(Map<String, Serializable> cells) {
        this.cells = new LinkedHashMap<>(cells);
    }

    /**
     * A row without cells, to be filled by {@code with}.
     *
     * @return the empty row
     */
    public static Row empty() {
        return EMPTY;
    }

    /**
     * A reported quantity: the cells {@code quantity}, {@code value}, {@code uncertainty} and {@code unit}.
     *
     * @param quantity what it is
     * @param value its value in the unit
     * @param standardUncertainty its standard uncertainty in the unit, NaN where unknown
     * @param unit the unit
     * @return the row
     */
    public static Row ofQuantity(String quantity, double value, double standardUncertainty, String unit) {
        return EMPTY.with("quantity", quantity)
                .with("value", value)
                .with("uncertainty", standardUncertainty)
                .with("unit", unit);
    }

    /**
     * This row and a number.
     *
     * @param name name of the cell
     * @param value the number
     * @return the longer row
     * @throws InvalidValueException if the row has a cell of this name
     */
    public Row with(String name, double value) {
        return append(name, value);
    }

    /**
     * This row and a whole number.
     *
     * @param name name of the cell
     * @param value the whole number
     * @return the longer row
     * @throws InvalidValueException if the row has a cell of this name
     */
    public Row with(String name, long value) {
        return append(name, value);
    }

    /**
     * This row and a truth value.
     *
     * @param name name of the cell
     * @param value the truth value
     * @return the longer row
     * @throws InvalidValueException if the row has a cell of this name
     */
    public Row with(String name, boolean value) {
        return append(name, value);
    }

    /**
     * This row and a text.
     *
     * @param name name of the cell
     * @param value the text
     * @return the longer row
     * @throws InvalidValueException if the row has a cell of this name
     */
    public Row with(String name, String value) {
        return append(name, value);
    }

    private Row append(String name, Serializable value) {
        if (name.isEmpty() || cells.containsKey(name)) {
            throw new InvalidValueException("cell name", "\"" + name + "\"", "not empty and new to the row");
        }
        LinkedHashMap<String, Serializable> more = new LinkedHashMap<>(cells);
        more.put(name, value);
        return new Row(more);
    }

    /**
     * All cells: each value is a {@link Double}, a {@link Long}, a {@link Boolean} or a {@link String}.
     *
     * @return an unmodifiable view in the order of the row
     */
    public Map<String, Serializable> cells() {
        return Collections.unmodifiableMap(cells);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Row that && cells.equals(that.cells);
    }

    @Override
    public int hashCode() {
        return cells.hashCode();
    }

    @Override
    public String toString() {
        return "Row" + cells;
    }
}
