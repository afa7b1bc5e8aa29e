package io.github.spinodal.core.cycling;

import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.Excerpt;
import io.github.spinodal.core.io.Notice;
import io.github.spinodal.core.io.TextSource;
import io.github.spinodal.core.table.MeasurementUnit;
import io.github.spinodal.core.table.TextRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which column of a cycler's file plays which role. */
final class CyclingHeader {
    /** A column in its role; a time without unit is written as a clock. */
    record Place(int index, String header, Optional<MeasurementUnit> unit) {}

    private static final Map<CyclingRole, String> UNITS_WITHOUT_WORD = Map.of(
            CyclingRole.TIME, "s",
            CyclingRole.CURRENT, "A",
            CyclingRole.VOLTAGE, "V",
            CyclingRole.CHARGE_CAPACITY, "Ah",
            CyclingRole.DISCHARGE_CAPACITY, "Ah",
            CyclingRole.CAPACITY, "Ah");

    private final TextRow row;
    private final EnumMap<CyclingRole, Place> places = new EnumMap<>(CyclingRole.class);
    private final List<String> misfits = new ArrayList<>();
    private final List<String> withoutUnit = new ArrayList<>();
    private final List<Integer> repeated = new ArrayList<>();

    private CyclingHeader(TextRow row) {
        this.row = row;
    }

    static CyclingHeader of(TextRow row) {
        CyclingHeader header = new CyclingHeader(row);
        EnumMap<CyclingRole, Integer> ranks = new EnumMap<>(CyclingRole.class);
        for (int i = 0; i < row.size(); i++) {
            HeaderField field = HeaderField.parse(row.field(i));
            for (CyclingRole role : CyclingRole.values()) {
                int rank = role.rank(field.name());
                if (rank >= 0 && rank == ranks.getOrDefault(role, -1)) {
                    header.repeated.add(i);
                } else if (rank >= 0 && rank < ranks.getOrDefault(role, Integer.MAX_VALUE)) {
                    Place place = header.place(i, role, field);
                    if (place != null) {
                        ranks.put(role, rank);
                        header.places.put(role, place);
                    }
                }
            }
        }
        return header;
    }

    private @Nullable Place place(int index, CyclingRole role, HeaderField field) {
        String text = row.field(index);
        if (!role.isMeasured()) {
            return new Place(index, text, Optional.empty());
        }
        if (field.unit().isEmpty()) {
            withoutUnit.add(text);
            return new Place(index, text, Optional.empty());
        }
        Optional<MeasurementUnit> unit =
                field.measurementUnit().filter(u -> u.dimension().equals(role.dimension()));
        if (unit.isEmpty() && !(role == CyclingRole.TIME && field.isClock())) {
            misfits.add(text);
            return null;
        }
        return new Place(index, text, unit);
    }

    /** Whether a line with these columns can be the header of cycling or voltammetry data. */
    boolean isPlausible() {
        return places.containsKey(CyclingRole.VOLTAGE)
                && (places.containsKey(CyclingRole.CURRENT)
                        || places.containsKey(CyclingRole.NET_CHARGE)
                        || places.containsKey(CyclingRole.CAPACITY)
                        || (places.containsKey(CyclingRole.CHARGE_CAPACITY)
                                && places.containsKey(CyclingRole.DISCHARGE_CAPACITY)));
    }

    boolean contains(String... fields) {
        return List.of(fields).stream()
                .allMatch(f -> row.fields().stream().anyMatch(g -> g.strip().equals(f)));
    }

    int line() {
        return row.line();
    }

    int width() {
        return row.size();
    }

    Map<CyclingRole, Place> places() {
        return Collections.unmodifiableMap(places);
    }

    /** Gives columns without a unit the unit that the instrument is known to mean, or refuses. */
    void settleUnits(TextSource source, boolean instrumentIsKnown, List<Notice> notices) {
        for (int index : repeated) {
            throw new DataFormatException(
                    source.at(row.line(), index + 1),
                    "the column " + Excerpt.of(row.field(index)) + " comes twice; every name may stand once");
        }
        for (String misfit : misfits) {
            notices.add(new Notice(
                    source.at(row.line()),
                    "the column " + Excerpt.of(misfit)
                            + " was not used: its unit is not known, or measures something else"));
        }
        List<String> assumed = new ArrayList<>();
        for (Map.Entry<CyclingRole, Place> entry : places.entrySet()) {
            Place place = entry.getValue();
            if (entry.getKey().isMeasured() && place.unit().isEmpty() && withoutUnit.contains(place.header())) {
                if (entry.getKey() == CyclingRole.TIME && !instrumentIsKnown) {
                    continue; // a clock needs no unit; a plain number is refused where it stands
                }
                String unit = UNITS_WITHOUT_WORD.get(entry.getKey());
                if (!instrumentIsKnown || unit == null) {
                    throw new DataFormatException(
                            source.at(row.line(), place.index() + 1),
                            "the column " + Excerpt.of(place.header()) + " names no unit; write it as \"name (unit)\"");
                }
                assumed.add(place.header() + " (" + unit + ")");
                entry.setValue(new Place(place.index(), place.header(), Optional.of(MeasurementUnit.of(unit))));
            }
        }
        if (!assumed.isEmpty()) {
            notices.add(new Notice(
                    source.at(row.line()), "the header names no units; the instrument's are taken: " + assumed));
        }
    }
}
