package io.github.spinodal.sfmm.io;

import java.util.Locale;
import java.util.Optional;

/** What a channel means for a force curve, by the names that instruments give. */
enum ChannelRole {
    Z_SENSOR("heightsensor zsensor zsnsr measuredheight capacitivesensorheight zsense lvdt"),
    Z_RAMP("ramp calcramp raw z zpiezo height headheight zdrive"),
    DEFLECTION("deflectionerror deflection defl vdeflection dfl tmdeflection"),
    FORCE("force"),
    AMPLITUDE("tramplitude lateralamplitude amplitude2 amplitude lockinamplitude amp"),
    PHASE("trphase lateralphase phase2 phase lockinphase");

    /** The names without signs and blanks, in the order of preference, parted by blanks. */
    private final String names;

    ChannelRole(String names) {
        this.names = names;
    }

    /** The channel of a leg that has this role; names earlier in the list win. */
    Optional<RecordedChannel> find(RecordedSegment segment) {
        for (String name : names.split(" ", 0)) {
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
