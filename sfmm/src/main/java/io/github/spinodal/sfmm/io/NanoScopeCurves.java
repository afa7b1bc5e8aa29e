package io.github.spinodal.sfmm.io;

import io.github.spinodal.core.data.ForceSegment.Direction;
import io.github.spinodal.core.io.BinarySource;
import io.github.spinodal.core.io.Notice;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.core.io.SourceLocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Force curves and force volumes of NanoScope files, versions 5 to 9.4. Every channel is kept by its name, unit and scale.
 *
 * <p>Each curve stores its approach backwards (from contact outwards), then its retract, then samples of a hold at contact;
 * {@code Samps/line} gives the retract first. The deflection that the trigger asked for checks the scale of every curve.
 */
final class NanoScopeCurves implements CurveFormat {
    private static final int MOST_SAMPLES = 1 << 24;
    private static final String FORCE_IMAGE = "ciao force image list";

    /** How many samples a curve has on each leg. */
    private record Shape(int approach, int retract, int hold) {
        int total() {
            return approach + retract + hold;
        }
    }

    private record Channel(String name, NanoScopeScale scale, NanoScopeBlock block) {}

    @Override
    public boolean recognises(BinarySource source) {
        return NanoScopeHeader.startsFile(source);
    }

    @Override
    public ReadResult<RecordedCurve> read(BinarySource source) {
        NanoScopeHeader header = NanoScopeHeader.of(source);
        List<NanoScopeHeader.Section> sections = header.sections(FORCE_IMAGE);
        if (sections.isEmpty()) {
            throw header.error("a NanoScope file without force curves; its images are read as maps");
        }
        List<Notice> notices = new ArrayList<>();
        Shape shape = shape(header, sections.get(0));
        List<Channel> channels = channels(source, header, sections, shape, notices);
        int curves = channels.get(0).block().samples() / shape.total();
        NanoScopeRamp ramp =
                NanoScopeRamp.of(header, sections.get(0), channels.stream().anyMatch(NanoScopeCurves::isSensor));
        NanoScopeTrigger trigger = NanoScopeTrigger.of(header);
        List<RecordedCurve> read = new ArrayList<>();
        for (int i = 0; i < curves; i++) {
            read.add(curve(header, sections.get(0), channels, shape, ramp, trigger, i, curves));
        }
        trigger.report(source.name(), notices);
        return new ReadResult<>(curves > 1 ? "NanoScope force volume" : "NanoScope force curve", read, notices);
    }

    private static Shape shape(NanoScopeHeader header, NanoScopeHeader.Section section) {
        long[] counts = section.counts("samps/line");
        OptionalDouble stated = header.section("ciao force list").number("hold samples");
        double hold = stated.isPresent() ? stated.getAsDouble() : 0;
        long retract = counts[0];
        long approach = counts.length > 1 ? counts[1] : counts[0];
        if (retract + approach < 2 || retract + approach > MOST_SAMPLES || !(hold >= 0 && hold <= MOST_SAMPLES)) {
            throw header.error("a curve of " + approach + " approach, " + retract + " retract and " + hold
                    + " hold samples cannot be read; valid are 2 to " + MOST_SAMPLES);
        }
        return new Shape((int) approach, (int) retract, (int) hold);
    }

    /** The channels, without those that repeat another one's name and samples, as time axes do. */
    private static List<Channel> channels(
            BinarySource source,
            NanoScopeHeader header,
            List<NanoScopeHeader.Section> sections,
            Shape shape,
            List<Notice> notices) {
        List<Channel> channels = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (NanoScopeHeader.Section section : sections) {
            String name = NanoScopeValue.externalName(section.text("image data"));
            NanoScopeBlock block = NanoScopeBlock.of(source, header, section, shape.total(), notices);
            NanoScopeScale scale = NanoScopeScale.ofCurve(header, section);
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                notices.add(new Notice(
                        SourceLocation.of(source.name()),
                        "skipped a second channel \"" + name + "\" of the same curves"));
                continue;
            }
            if (scale.assumed()) {
                notices.add(new Notice(
                        SourceLocation.of(source.name()),
                        "the sensitivity of channel \"" + name + "\" names no unit; taken as nm/V"));
            }
            if (!channels.isEmpty()
                    && block.samples() / shape.total()
                            != channels.get(0).block().samples() / shape.total()) {
                throw header.error("the channels hold different numbers of curves");
            }
            channels.add(new Channel(name, scale, block));
        }
        return channels;
    }

    private static boolean isSensor(Channel channel) {
        return channel.name().equalsIgnoreCase("Height Sensor");
    }

    private static RecordedCurve curve(
            NanoScopeHeader header,
            NanoScopeHeader.Section section,
            List<Channel> channels,
            Shape shape,
            NanoScopeRamp ramp,
            NanoScopeTrigger trigger,
            int index,
            int curves) {
        int start = index * shape.total();
        List<RecordedSegment> segments = new ArrayList<>();
        addSegment(segments, Direction.APPROACH, channels, ramp, start, shape.approach(), shape.retract());
        addSegment(
                segments, Direction.HOLD, channels, ramp, start + shape.approach() + shape.retract(), shape.hold(), 1);
        addSegment(
                segments,
                Direction.RETRACT,
                channels,
                ramp,
                start + shape.approach(),
                shape.retract(),
                shape.retract());
        RecordedCurve curve = RecordedCurve.of(segments)
                .withMetadata("file", header.source())
                .withMetadata("format", String.format(Locale.ROOT, "NanoScope 0x%08X", header.version()));
        if (curves > 1) {
            curve = curve.withMetadata("curve", (index + 1) + " of " + curves);
        }
        OptionalDouble stiffness = section.number("spring constant");
        if (stiffness.isPresent() && stiffness.getAsDouble() > 0) {
            curve = curve.withSpringConstant(stiffness.getAsDouble());
        }
        return trigger.check(withSensitivity(curve, channels), channels.get(0).scale());
    }

    private static RecordedCurve withSensitivity(RecordedCurve curve, List<Channel> channels) {
        return channels.stream()
                .filter(c -> c.name().equalsIgnoreCase("Deflection Error"))
                .findFirst()
                .map(c -> c.scale().metrePerHardUnit())
                .filter(v -> v > 0)
                .map(curve::withInverseSensitivity)
                .orElse(curve);
    }

    private static void addSegment(
            List<RecordedSegment> segments,
            Direction direction,
            List<Channel> channels,
            NanoScopeRamp ramp,
            int start,
            int size,
            int rampSamples) {
        if (size < 2) {
            return;
        }
        List<RecordedChannel> recorded = new ArrayList<>();
        for (Channel channel : channels) {
            double[] values = new double[size];
            for (int i = 0; i < size; i++) {
                int sample = direction == Direction.APPROACH ? start + size - 1 - i : start + i;
                values[i] = channel.block().value(sample) * channel.scale().factor();
            }
            recorded.add(RecordedChannel.of(channel.name(), channel.scale().unit(), values));
        }
        ramp.channel(direction, size, rampSamples).ifPresent(recorded::add);
        RecordedSegment segment = RecordedSegment.of(direction, recorded);
        OptionalDouble seconds = ramp.seconds(direction);
        segments.add(seconds.isPresent() ? segment.withDurationSeconds(seconds.getAsDouble()) : segment);
    }
}
