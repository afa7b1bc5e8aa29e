package io.github.spinodal.core.cycling;

import io.github.spinodal.core.table.Dimension;
import java.util.List;

/** What a column of a cycler's file is, with the names by which the cyclers call it; an earlier name wins. */
@SuppressWarnings("ImmutableEnumChecker") // List.of and the record Dimension are immutable
enum CyclingRole {
    TIME(Dimension.TIME, "test time", "testtime", "total time", "cumulative time", "time", "\u6d4b\u8bd5\u65f6\u95f4"),
    CURRENT(Dimension.CURRENT, "current", "amps", "i", "\u7535\u6d41"),
    VOLTAGE(Dimension.VOLTAGE, "voltage", "volts", "ecell", "ewe", "u", "\u7535\u538b"),
    NET_CHARGE(Dimension.CHARGE, "net charge", "q qo"),
    CHARGE_CAPACITY(
            Dimension.CHARGE,
            "charge capacity",
            "charging capacity",
            "chg cap",
            "capacitance chg",
            "q charge",
            "ah cyc charge"),
    DISCHARGE_CAPACITY(
            Dimension.CHARGE,
            "discharge capacity",
            "discharging capacity",
            "dchg cap",
            "capacitance dchg",
            "q discharge",
            "ah cyc discharge"),
    CAPACITY(Dimension.CHARGE, "capacity", "amp hr", "\u5bb9\u91cf"),
    CYCLE(
            Dimension.NUMBER,
            "cycle index",
            "cycle count",
            "cycle number",
            "cyc count",
            "cyc",
            "cycle",
            "cycleno",
            "cycle id"),
    STEP(Dimension.NUMBER, "step index", "step", "ns", "line", "stepno", "step id"),
    STEP_TYPE(Dimension.NUMBER, "step type", "step name", "command", "stepstatus", "state");

    private final Dimension dimension;
    private final List<String> names;

    CyclingRole(Dimension dimension, String... names) {
        this.dimension = dimension;
        this.names = List.of(names);
    }

    Dimension dimension() {
        return dimension;
    }

    boolean isMeasured() {
        return !dimension.equals(Dimension.NUMBER);
    }

    /** Place of the name in the order of preference, or -1 where the role is never called so. */
    int rank(String normalisedName) {
        return names.indexOf(normalisedName);
    }
}
