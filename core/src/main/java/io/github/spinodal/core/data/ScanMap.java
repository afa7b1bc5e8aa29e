package io.github.spinodal.core.data;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;

/**
 * A map measured point by point on a regular grid: topography, phase, current, contact potential, thickness.
 *
 * <p>Column x runs from 0 to nx - 1, row y from 0 to ny - 1; values are stored row after row. A pixel may be missing.
 * Immutable; arrays are copied on the way in and out.
 */
public final class ScanMap implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int nx;
    private final int ny;
    private final double pixelWidthMetre;
    private final double pixelHeightMetre;
    private final double[] values;
    private final boolean[] missing;
    private final int missingCount;
    private final String quantity;
    private final String unit;
    private final LinkedHashMap<String, String> metadata;

    private ScanMap(
            int nx,
            int ny,
            double pixelWidthMetre,
            double pixelHeightMetre,
            double[] values,
            boolean[] missing,
            String quantity,
            String unit,
            Map<String, String> metadata) {
        this.nx = nx;
        this.ny = ny;
        this.pixelWidthMetre = pixelWidthMetre;
        this.pixelHeightMetre = pixelHeightMetre;
        this.values = values;
        this.missing = missing;
        int count = 0;
        for (boolean m : missing) {
            count += m ? 1 : 0;
        }
        this.missingCount = count;
        this.quantity = quantity;
        this.unit = unit;
        this.metadata = new LinkedHashMap<>(metadata);
    }

    /**
     * A map without missing pixels.
     *
     * @param quantity what is mapped, such as height, phase or contact potential
     * @param unit its unit, such as m, rad, A or V; SI where there is a choice
     * @param nx number of columns, at least 1
     * @param ny number of rows, at least 1
     * @param pixelWidthMetre distance of two columns (m), positive
     * @param pixelHeightMetre distance of two rows (m), positive
     * @param values the values, row after row, nx times ny
     * @return the map
     * @throws InvalidValueException if a size is not positive, the number of values is not nx times ny, or a value is NaN
     *     or infinite
     */
    public static ScanMap of(
            String quantity,
            String unit,
            int nx,
            int ny,
            double pixelWidthMetre,
            double pixelHeightMetre,
            double[] values) {
        requireShape(nx, ny, pixelWidthMetre, pixelHeightMetre, values.length);
        double[] copy = Require.finiteCopy(quantity + " (" + unit + ")", values);
        return new ScanMap(
                nx, ny, pixelWidthMetre, pixelHeightMetre, copy, new boolean[copy.length], quantity, unit, Map.of());
    }

    /**
     * The same map with pixels marked as missing; what they held is forgotten.
     *
     * @param mask true where the pixel is missing, row after row, nx times ny; pixels already missing stay so
     * @return the map with these pixels missing
     * @throws InvalidValueException if the mask has another size
     */
    public ScanMap withMissing(boolean[] mask) {
        Require.sameLength("values of the map", values.length, "mask of missing pixels", mask.length);
        double[] kept = values.clone();
        boolean[] both = missing.clone();
        for (int i = 0; i < both.length; i++) {
            both[i] |= mask[i];
            if (both[i]) {
                kept[i] = Double.NaN;
            }
        }
        return new ScanMap(nx, ny, pixelWidthMetre, pixelHeightMetre, kept, both, quantity, unit, metadata);
    }

    /**
     * A map in which NaN marks a missing pixel.
     *
     * @param quantity what is mapped
     * @param unit its unit
     * @param nx number of columns, at least 1
     * @param ny number of rows, at least 1
     * @param pixelWidthMetre distance of two columns (m), positive
     * @param pixelHeightMetre distance of two rows (m), positive
     * @param values the values, row after row, nx times ny; NaN where missing
     * @return the map
     * @throws InvalidValueException as {@link #of} does, but for NaN
     */
    public static ScanMap ofValuesWithNaN(
            String quantity,
            String unit,
            int nx,
            int ny,
            double pixelWidthMetre,
            double pixelHeightMetre,
            double[] values) {
        boolean[] mask = new boolean[values.length];
        double[] filled = values.clone();
        for (int i = 0; i < mask.length; i++) {
            mask[i] = Double.isNaN(values[i]);
            if (mask[i]) {
                filled[i] = 0;
            }
        }
        return of(quantity, unit, nx, ny, pixelWidthMetre, pixelHeightMetre, filled)
                .withMissing(mask);
    }

    private static void requireShape(int nx, int ny, double width, double height, int length) {
        Require.atLeast("number of columns of the map", nx, 1);
        Require.atLeast("number of rows of the map", ny, 1);
        Require.positive("pixel width (m)", width);
        Require.positive("pixel height (m)", height);
        if ((long) nx * ny != length) {
            throw new InvalidValueException(
                    "number of values of the map", Integer.toString(length), nx + " columns times " + ny + " rows");
        }
    }

    /**
     * The same map with a note attached, such as the channel or the file it came from.
     *
     * @param key what is noted
     * @param value its value
     * @return the map with the note
     */
    public ScanMap withMetadata(String key, String value) {
        LinkedHashMap<String, String> more = new LinkedHashMap<>(metadata);
        more.put(key, value);
        return new ScanMap(nx, ny, pixelWidthMetre, pixelHeightMetre, values, missing, quantity, unit, more);
    }

    /**
     * A map of a quantity computed from this one pixel by pixel; missing pixels stay missing.
     *
     * @param newQuantity what the new values are
     * @param newUnit their unit
     * @param function gives the new value from the old
     * @return the new map, with the same notes
     * @throws InvalidValueException if the function returns NaN or infinity for a pixel that is not missing
     */
    public ScanMap map(String newQuantity, String newUnit, DoubleUnaryOperator function) {
        double[] mapped = values.clone();
        for (int i = 0; i < mapped.length; i++) {
            if (!missing[i]) {
                mapped[i] = Require.finite(
                        newQuantity + " (" + newUnit + ")[" + i + "]", function.applyAsDouble(values[i]));
            }
        }
        return new ScanMap(nx, ny, pixelWidthMetre, pixelHeightMetre, mapped, missing, newQuantity, newUnit, metadata);
    }

    /**
     * Number of columns.
     *
     * @return number of columns, at least 1
     */
    public int nx() {
        return nx;
    }

    /**
     * Number of rows.
     *
     * @return number of rows, at least 1
     */
    public int ny() {
        return ny;
    }

    /**
     * Number of pixels, missing ones included.
     *
     * @return nx times ny
     */
    public int size() {
        return values.length;
    }

    /**
     * Distance of two columns.
     *
     * @return width of a pixel (m)
     */
    public double pixelWidthMetre() {
        return pixelWidthMetre;
    }

    /**
     * Distance of two rows.
     *
     * @return height of a pixel (m)
     */
    public double pixelHeightMetre() {
        return pixelHeightMetre;
    }

    /**
     * Width of the whole map.
     *
     * @return nx times the width of a pixel (nm)
     */
    public double widthNanometres() {
        return nx * pixelWidthMetre * 1e9;
    }

    /**
     * Height of the whole map.
     *
     * @return ny times the height of a pixel (nm)
     */
    public double heightNanometres() {
        return ny * pixelHeightMetre * 1e9;
    }

    /**
     * What is mapped.
     *
     * @return name of the quantity
     */
    public String quantity() {
        return quantity;
    }

    /**
     * The unit of the values.
     *
     * @return symbol of the unit
     */
    public String unit() {
        return unit;
    }

    /**
     * Value of a pixel.
     *
     * @param x column in [0, nx)
     * @param y row in [0, ny)
     * @return value in {@link #unit()}; NaN where missing
     */
    public double value(int x, int y) {
        return values[index(x, y)];
    }

    /**
     * Whether a pixel is missing.
     *
     * @param x column in [0, nx)
     * @param y row in [0, ny)
     * @return true if it is missing
     */
    public boolean isMissing(int x, int y) {
        return missing[index(x, y)];
    }

    private int index(int x, int y) {
        return Objects.checkIndex(y, ny) * nx + Objects.checkIndex(x, nx);
    }

    /**
     * All values, row after row.
     *
     * @return a copy in {@link #unit()}; NaN where missing
     */
    public double[] values() {
        return values.clone();
    }

    /**
     * The values of the pixels that are not missing, row after row.
     *
     * @return a new array in {@link #unit()}, without NaN
     */
    public double[] presentValues() {
        double[] present = new double[values.length - missingCount];
        int k = 0;
        for (int i = 0; i < values.length; i++) {
            if (!missing[i]) {
                present[k++] = values[i];
            }
        }
        return present;
    }

    /**
     * The mask of missing pixels, row after row.
     *
     * @return a copy, true where missing
     */
    public boolean[] missing() {
        return missing.clone();
    }

    /**
     * Number of missing pixels.
     *
     * @return count in [0, size]
     */
    public int missingCount() {
        return missingCount;
    }

    /**
     * The notes attached to the map, in the order they were attached.
     *
     * @return an unmodifiable view
     */
    public Map<String, String> metadata() {
        return Collections.unmodifiableMap(metadata);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScanMap that
                && nx == that.nx
                && ny == that.ny
                && pixelWidthMetre == that.pixelWidthMetre
                && pixelHeightMetre == that.pixelHeightMetre
                && quantity.equals(that.quantity)
                && unit.equals(that.unit)
                && metadata.equals(that.metadata)
                && Arrays.equals(missing, that.missing)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * nx + ny) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "ScanMap[%s (%s), %d x %d pixels, %.6g x %.6g nm, %d missing]",
                quantity,
                unit,
                nx,
                ny,
                widthNanometres(),
                heightNanometres(),
                missingCount);
    }
}
