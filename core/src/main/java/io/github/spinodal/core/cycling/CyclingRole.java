package io.github.spinodal.core.cycling;

import io.github.spinodal.core.table.Dimension;
import java.util.List;

/** What a column of a cycler's file is, with the names by which the cyclers call it; an earlier name wins. */
@SuppressWarnings("ImmutableEnumChecker") // List.of and the record Dimension are immutable
enum CyclingRole {
    TIME(Dimension.TIME, "test time", "testtime", "total time", "cumulative time", "time"),
    CURRENT(Dimension.CURRENT, "current", "amps", "i"),
    VOLTAGE(Dimension.VOLTAGE, "voltage", "volts", "ecell", "ewe", "u"),
    NET_CHARGE(Dimension.CHARGE, "net charge", "q qo"),
    CHARGE_CAPACITY(Dimension.CHARGE, "charge capacity", "charging capacity", "chg cap", "q charge", "ah cyc charge"),
    DISCHARGE_CAPACITY(
            Dimension.CHARGE,
            "discharge capacity",
            "discharging capacity",
            "dchg cap",
            "q discharge",
            "ah cyc discharge"),
    CAPACITY(Dimension.CHARGE, "capacity", "amp hr"),
    CYCLE(Dimension.NUMBER, "cycle index", "cycle count", "cycle number", "cyc count", "cyc", "cycle"),
    STEP(Dimension.NUMBER, "step index", "step", "ns", "line"),
    STEP_TYPE(Dimension.NUMBER, "step type", "step name", "command", "state");

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
