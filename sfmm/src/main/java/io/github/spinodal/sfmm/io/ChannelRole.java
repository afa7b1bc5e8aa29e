package io.github.spinodal.sfmm.io;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a channel means for a force curve, by the names that instruments give. */
enum ChannelRole {
    Z_SENSOR(List.of("heightsensor", "zsensor", "zsnsr", "measuredheight", "capacitivesensorheight", "zsense", "lvdt")),
    Z_RAMP(List.of("ramp", "calcramp", "raw", "z", "zpiezo", "height", "headheight", "zdrive")),
    DEFLECTION(List.of("deflectionerror", "deflection", "defl", "vdeflection", "dfl", "tmdeflection")),
    FORCE(List.of("force")),
    AMPLITUDE(List.of("tramplitude", "lateralamplitude", "amplitude2", "amplitude", "lockinamplitude", "amp")),
    PHASE(List.of("trphase", "lateralphase", "phase2", "phase", "lockinphase"));

    private final List<String> names;

    ChannelRole(List<String> names) {
        this.names = names;
    }

    /** The channel of a leg that has this role; names earlier in the list win. */
    Optional<RecordedChannel> find(RecordedSegment segment) {
        for (String name : names) {
            for (RecordedChannel channel : segment.channels()) {
                if (key(channel.name()).equals(name)) {
                    return Optional.of(channel);
                }
            }
        }
        return Optional.empty();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
