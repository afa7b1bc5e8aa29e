package io.github.spinodal.sfmm.io;

import io.github.spinodal.core.InvalidInputException;
import io.github.spinodal.core.data.ForceCurve;
import io.github.spinodal.core.data.ForceSegment;
import io.github.spinodal.core.data.ForceSegment.AmplitudeUnit;
import io.github.spinodal.core.data.ForceSegment.Direction;
import io.github.spinodal.core.data.ForceSegment.ZSource;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.Notice;
import io.github.spinodal.core.io.SourceLocation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes a force curve of a recorded one: chooses Z, deflection, amplitude and phase, and calibrates what is not. */
final class CurveAssembly {
    private static final double SPANS_DIFFER = 0.05;
    private static final double NANO = 1e-9;

    private final String source;
    private final ForceReadOptions options;
    private final List<Notice> notices;
    private final Set<Notice> seen = new HashSet<>();
    private boolean spansReported;

    CurveAssembly(String source, ForceReadOptions options, List<Notice> notices) {
        this.source = source;
        this.options = options;
        this.notices = notices;
    }

    ForceCurve assemble(RecordedCurve recorded) {
        List<ForceSegment> segments = new ArrayList<>();
        for (RecordedSegment segment : recorded.segments()) {
            segment(recorded, segment).ifPresent(segments::add);
        }
        if (segments.isEmpty()) {
            throw error("no leg of the curve has the two complete samples that are needed at least");
        }
        ForceCurve curve = ForceCurve.of(segments);
        OptionalDouble stiffness = stiffness(recorded);
        if (stiffness.isPresent()) {
            curve = curve.withSpringConstant(stiffness.getAsDouble());
        }
        OptionalDouble sensitivity = sensitivity(recorded);
        if (sensitivity.isPresent()) {
            curve = curve.withInverseSensitivity(sensitivity.getAsDouble());
        }
        for (Map.Entry<String, String> entry : recorded.metadata().entrySet()) {
            curve = curve.withMetadata(entry.getKey(), entry.getValue());
        }
        return curve;
    }

    private OptionalDouble stiffness(RecordedCurve recorded) {
        return options.stiffness().isPresent() ? options.stiffness() : recorded.springConstantNewtonPerMetre();
    }

    private OptionalDouble sensitivity(RecordedCurve recorded) {
        return options.sensitivity().isPresent() ? options.sensitivity() : recorded.inverseSensitivityMetrePerVolt();
    }

    private Optional<ForceSegment> segment(RecordedCurve recorded, RecordedSegment segment) {
        Optional<RecordedChannel> sensor =
                ChannelRole.Z_SENSOR.find(segment).filter(c -> c.unit().equals("m"));
        Optional<RecordedChannel> ramp =
                ChannelRole.Z_RAMP.find(segment).filter(c -> c.unit().equals("m"));
        boolean useSensor = sensor.isPresent() && (options.preferredZ() == ZSource.SENSOR || ramp.isEmpty());
        RecordedChannel z = (useSensor ? sensor : ramp)
                .orElseThrow(() -> error("no channel for Z in metres; the channels are " + segment.channels()));
        if (sensor.isPresent() && ramp.isPresent()) {
            compareSpans(segment, sensor.get(), ramp.get(), useSensor);
        }
        RecordedChannel deflection = deflection(recorded, segment);
        Optional<RecordedChannel> phase =
                ChannelRole.PHASE.find(segment).filter(c -> c.unit().equals("rad"));
        Optional<RecordedChannel> amplitude = amplitude(segment);
        int[] complete = IntStream.range(0, segment.size())
                .filter(i -> Double.isFinite(z.value(i))
                        && Double.isFinite(deflection.value(i))
                        && phase.map(c -> Double.isFinite(c.value(i))).orElse(true)
                        && amplitude.map(c -> Double.isFinite(c.value(i))).orElse(true))
                .toArray();
        reportIncomplete(segment, complete.length);
        if (complete.length < 2) {
            return Optional.empty();
        }
        return Optional.of(build(segment, useSensor, z, deflection, amplitude, phase, complete));
    }

    private ForceSegment build(
            RecordedSegment segment,
            boolean sensor,
            RecordedChannel z,
            RecordedChannel deflection,
            Optional<RecordedChannel> amplitude,
            Optional<RecordedChannel> phase,
            int[] rows) {
        double[] zMetre = upwards(segment.direction(), pick(z, rows), z.name());
        try {
            ForceSegment built = ForceSegment.of(
                    segment.direction(), sensor ? ZSource.SENSOR : ZSource.RAMP, zMetre, pick(deflection, rows));
            if (segment.durationSeconds().isPresent()) {
                built = built.withDurationSeconds(segment.durationSeconds().getAsDouble());
            }
            if (phase.isPresent()) {
                built = built.withPhase(pick(phase.get(), rows));
            }
            if (amplitude.isPresent()) {
                AmplitudeUnit unit = amplitude.get().unit().equals("m") ? AmplitudeUnit.METRE : AmplitudeUnit.VOLT;
                built = built.withAmplitude(pick(amplitude.get(), rows), unit);
            }
            return built;
        } catch (DataFormatException e) {
            throw e;
        } catch (InvalidInputException e) {
            throw new DataFormatException(
                    SourceLocation.of(source), "the " + segment.direction() + " leg: " + e.getMessage(), e);
        }
    }

    private double[] upwards(Direction direction, double[] z, String name) {
        double travel = z[z.length - 1] - z[0];
        if ((direction == Direction.APPROACH && travel < 0) || (direction == Direction.RETRACT && travel > 0)) {
            notice("channel \"" + name + "\" falls towards the sample; its sign was turned so that Z rises towards it");
            return Arrays.stream(z).map(v -> -v).toArray();
        }
        return z;
    }

    private static double[] pick(RecordedChannel channel, int[] rows) {
        return Arrays.stream(rows).mapToDouble(channel::value).toArray();
    }

    private Optional<RecordedChannel> amplitude(RecordedSegment segment) {
        Optional<RecordedChannel> amplitude = ChannelRole.AMPLITUDE
                .find(segment)
                .filter(c -> c.unit().equals("m") || c.unit().equals("V"));
        if (amplitude.isPresent() && Arrays.stream(amplitude.get().values()).anyMatch(v -> v < 0)) {
            notice("the channel \"" + amplitude.get().name() + "\" holds negative amplitudes and was left out");
            return Optional.empty();
        }
        return amplitude;
    }

    private RecordedChannel deflection(RecordedCurve recorded, RecordedSegment segment) {
        Optional<RecordedChannel> signal = ChannelRole.DEFLECTION.find(segment);
        if (signal.isPresent()) {
            RecordedChannel channel = signal.get();
            if (channel.unit().equals("m") && options.sensitivity().isEmpty()) {
                return channel;
            }
            OptionalDouble own = recorded.inverseSensitivityMetrePerVolt();
            if (channel.unit().equals("m") && own.isPresent()) {
                return channel.times(options.deflectionSensitivity() / own.getAsDouble());
            }
            OptionalDouble sensitivity = sensitivity(recorded);
            if (!channel.unit().equals("m") && sensitivity.isPresent()) {
                double perUnit =
                        channel.unit().equals("A") ? sensitivity.getAsDouble() / NANO : sensitivity.getAsDouble();
                return channel.times(perUnit, "m");
            }
            if (channel.unit().equals("m")) {
                notice("the deflection is in metres already; the given sensitivity was not used");
                return channel;
            }
        }
        Optional<RecordedChannel> force =
                ChannelRole.FORCE.find(segment).filter(c -> c.unit().equals("N"));
        OptionalDouble stiffness = stiffness(recorded);
        if (force.isPresent() && stiffness.isPresent()) {
            return force.get().times(1 / stiffness.getAsDouble(), "m");
        }
        if (force.isPresent()) {
            throw error("the file holds force but no spring constant; give one in the options");
        }
        if (signal.isPresent()) {
            throw error("the file holds the deflection signal (" + signal.get().unit()
                    + ") but no sensitivity; give one in the options");
        }
        throw error("no channel for the deflection; the channels are " + segment.channels());
    }

    private void compareSpans(
            RecordedSegment segment, RecordedChannel sensor, RecordedChannel ramp, boolean useSensor) {
        if (spansReported) {
            return;
        }
        double ratio = span(sensor) / span(ramp);
        if (segment.direction() != Direction.HOLD && Math.abs(ratio - 1) > SPANS_DIFFER) {
            spansReported = true;
            notice(String.format(
                    Locale.ROOT,
                    "the height sensor travels %.4g times as far as the ramp; Z is the %s",
                    ratio,
                    useSensor ? "sensor" : "ramp"));
        }
    }

    private static double span(RecordedChannel channel) {
        double[] finite =
                Arrays.stream(channel.values()).filter(Double::isFinite).toArray();
        return finite.length == 0
                ? Double.NaN
                : Arrays.stream(finite).max().getAsDouble()
                        - Arrays.stream(finite).min().getAsDouble();
    }

    private void reportIncomplete(RecordedSegment segment, int complete) {
        if (complete < segment.size()) {
            notice("skipped " + (segment.size() - complete) + " samples of the " + segment.direction()
                    + " leg that the instrument did not record");
        }
        if (complete < 2) {
            notice("skipped the " + segment.direction() + " leg: fewer than two samples");
        }
    }

    private void notice(String message) {
        Notice notice = new Notice(SourceLocation.of(source), message);
        if (seen.add(notice)) {
            notices.add(notice);
        }
    }

    private DataFormatException error(String problem) {
        return new DataFormatException(SourceLocation.of(source), problem);
    }
}
