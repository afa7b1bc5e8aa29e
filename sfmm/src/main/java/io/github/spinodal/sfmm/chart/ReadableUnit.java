package io.github.spinodal.sfmm.chart;

import io.github.spinodal.core.data.ScanMap;
import io.github.spinodal.core.table.MeasurementUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Chooses the prefix with which a picture shows a quantity, so that its axes need no powers of ten. */
final class ReadableUnit {
    private static final List<String> PREFIXES = List.of("f", "p", "n", "\u00b5", "m", "", "k", "M", "G");
    private static final double SMALLEST = 0.01;
    private static final double LARGEST = 1e4;

    private ReadableUnit() {}

    /** The map with a prefix that suits its largest value; a unit that takes no prefix stays. */
    static ScanMap of(ScanMap map) {
        double largest = Arrays.stream(map.presentValues()).map(Math::abs).max().orElse(0);
        Optional<MeasurementUnit> own = MeasurementUnit.find(map.unit());
        if (own.isEmpty() || largest == 0 || (largest >= SMALLEST && largest < LARGEST)) {
            return map;
        }
        MeasurementUnit unit = own.get();
        MeasurementUnit shown = prefixed(unit, largest);
        return map.map(map.quantity(), shown.symbol(), v -> unit.convert(v, shown));
    }

    /** A length such as 500 nm or 2 \u00b5m. */
    static String length(double metre) {
        MeasurementUnit unit = MeasurementUnit.of("m");
        MeasurementUnit shown = prefixed(unit, metre);
        return String.format(Locale.ROOT, "%.0f %s", unit.convert(metre, shown), shown.symbol());
    }

    private static MeasurementUnit prefixed(MeasurementUnit unit, double largest) {
        return PREFIXES.stream()
                .flatMap(prefix -> MeasurementUnit.find(prefix + unit.symbol()).stream())
                .filter(u -> u.dimension().equals(unit.dimension()))
                .filter(u -> unit.convert(largest, u) >= 1 && unit.convert(largest, u) < 1000)
                .findFirst()
                .orElse(unit);
    }
}
