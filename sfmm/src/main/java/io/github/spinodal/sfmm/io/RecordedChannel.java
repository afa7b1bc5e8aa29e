package io.github.spinodal.sfmm.io;

import io.github.spinodal.core.table.Dimension;
import io.github.spinodal.core.table.MeasurementUnit;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * One channel of an instrument over one leg of a force curve, under the instrument's own name. Immutable; arrays are copied
 * on the way out.
 */
public final class RecordedChannel implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final Map<Dimension, String> SI = Map.of(
            Dimension.LENGTH, "m",
            Dimension.VOLTAGE, "V",
            Dimension.CURRENT, "A",
            Dimension.FORCE, "N",
            Dimension.TIME, "s",
            Dimension.FREQUENCY, "Hz",
            Dimension.ANGLE, "rad");

    private final String name;
    private final String unit;
    private final double[] values;

    private RecordedChannel(String name, String unit, double[] values) {
        this.name = name;
        this.unit = unit;
        this.values = values;
    }

    /**
     * A channel in the unit of its file; where that is a known unit of length, voltage, current, force, time, frequency or
     * angle, the values are converted to SI.
     *
     * @param name the instrument's name of the channel
     * @param unit the unit of the file, empty where the file names none
     * @param values samples in that unit, in the order of time, NaN where the instrument recorded none
     * @return the channel
     */
    public static RecordedChannel of(String name, String unit, double[] values) {
        Optional<MeasurementUnit> known =
                MeasurementUnit.find(unit.trim().replace("\u00ba", "deg").replace("\u00b0", "deg"));
        String symbol = known.map(u -> SI.get(u.dimension())).orElse(null);
        if (known.isEmpty() || symbol == null) {
            return new RecordedChannel(name, unit.trim(), values.clone());
        }
        MeasurementUnit from = known.get();
        return new RecordedChannel(
                name, symbol, Arrays.stream(values).map(from::toSi).toArray());
    }

    /**
     * The instrument's name of the channel.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * The unit of the values.
     *
     * @return m, V, A, N, s, Hz or rad where the unit was understood, otherwise the file's own, empty where it names none
     */
    public String unit() {
        return unit;
    }

    /**
     * Number of samples.
     *
     * @return the number
     */
    public int size() {
        return values.length;
    }

    /**
     * All samples.
     *
     * @return a copy, in {@link #unit()}, NaN where the instrument recorded none
     */
    public double[] values() {
        return values.clone();
    }

    double value(int i) {
        return values[i];
    }

    RecordedChannel slice(int from, int to) {
        return new RecordedChannel(name, unit, Arrays.copyOfRange(values, from, to));
    }

    RecordedChannel reversed() {
        double[] turned = new double[values.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = values[values.length - 1 - i];
        }
        return new RecordedChannel(name, unit, turned);
    }

    RecordedChannel times(double factor) {
        return new RecordedChannel(
                name, unit, Arrays.stream(values).map(v -> v * factor).toArray());
    }

    RecordedChannel times(double factor, String newUnit) {
        return new RecordedChannel(name, newUnit, times(factor).values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordedChannel that
                && name.equals(that.name)
                && unit.equals(that.unit)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "RecordedChannel[" + name + " (" + unit + "), " + values.length + " samples]";
    }
}
