package io.github.spinodal.sfmm.io;

import io.github.spinodal.core.data.ForceSegment.Direction;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The commanded Z ramp of a NanoScope force curve. */
final class NanoScopeRamp {
    private final double metre;
    private final double forwardSeconds;
    private final double reverseSeconds;
    private final boolean linear;

    private NanoScopeRamp(double metre, double forwardSeconds, double reverseSeconds, boolean linear) {
        this.metre = metre;
        this.forwardSeconds = forwardSeconds;
        this.reverseSeconds = reverseSeconds;
        this.linear = linear;
    }

    /** The ramp of a channel; a sinusoidal one (PeakForce capture) is of use only beside a height sensor. */
    static NanoScopeRamp of(NanoScopeHeader header, NanoScopeHeader.Section section, boolean sensor) {
        NanoScopeHeader.Section force = header.section("ciao force list");
        String capture = header.section("ciao scan list").values().getOrDefault("peakforce capture", "");
        boolean linear = !capture.toLowerCase(Locale.ROOT).startsWith("allow");
        if (!linear && !sensor) {
            throw header.error(
                    "the curves were captured with a sinusoidal ramp (PeakForce) and without a height sensor");
        }
        NanoScopeValue size = NanoScopeValue.of(section.text("ramp size"));
        double hard = size.hardValue().orElse(Double.NaN);
        RecordedChannel metres =
                RecordedChannel.of("Ramp", unit(header, size), new double[] {hard * sensitivity(header, size)});
        if (!metres.unit().equals("m") || !(metres.value(0) > 0 && metres.value(0) < 1)) {
            throw header.error(
                    "the ramp size must be a length between 0 and 1 m, but is \"" + section.text("ramp size") + "\"");
        }
        return new NanoScopeRamp(
                metres.value(0),
                hard / force.number("forward vel.").orElse(Double.NaN),
                hard / force.number("reverse vel.").orElse(Double.NaN),
                linear);
    }

    private static double sensitivity(NanoScopeHeader header, NanoScopeValue size) {
        return size.softScale() == null
                ? 1
                : header.softScale(size.softScale()).hardValue().orElse(Double.NaN);
    }

    private static String unit(NanoScopeHeader header, NanoScopeValue size) {
        if (size.softScale() == null) {
            return size.unit();
        }
        String unit = header.softScale(size.softScale()).unit();
        return unit.contains("/") ? unit.substring(0, unit.indexOf('/')) : unit;
    }

    /** The ramp as a channel, Z rising towards the sample; steps are the ramp divided by its number of samples. */
    Optional<RecordedChannel> channel(Direction direction, int size, int rampSamples) {
        if (!linear) {
            return Optional.empty();
        }
        double step = metre / rampSamples;
        double[] z = new double[size];
        for (int i = 0; i < size; i++) {
            z[i] = switch (direction) {
                case APPROACH -> metre - (size - 1 - i) * step;
                case RETRACT -> metre - i * step;
                case HOLD -> metre;
            };
        }
        return Optional.of(RecordedChannel.of("Ramp", "m", z));
    }

    /** Duration of a leg, where the header tells the speed. */
    OptionalDouble seconds(Direction direction) {
        double seconds = direction == Direction.APPROACH ? forwardSeconds : reverseSeconds;
        return direction != Direction.HOLD && seconds > 0 && seconds < Double.POSITIVE_INFINITY
                ? OptionalDouble.of(seconds)
                : OptionalDouble.empty();
    }
}
