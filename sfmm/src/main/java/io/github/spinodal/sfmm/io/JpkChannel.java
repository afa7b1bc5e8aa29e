package io.github.spinodal.sfmm.io;

import io.github.spinodal.core.io.BinarySource;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.DecimalMark;
import io.github.spinodal.core.io.SourceLocation;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A channel of a JPK segment: big-endian samples, an encoder that turns them into volts or metres, and calibrations stacked
 * on one another. What the segment's header does not say, the shared header says under {@code lcd-info.N}.
 */
final class JpkChannel {
    private static final int DEEPEST_CALIBRATION = 8;

    /** A linear conversion into a unit. */
    private record Scaling(double offset, double multiplier, String unit) {}

    private final String source;
    private final String name;
    private final Map<String, String> segment;
    private final Map<String, String> shared;

    JpkChannel(String source, String name, Map<String, String> segment, Map<String, String> shared) {
        this.source = source;
        this.name = name;
        this.segment = segment;
        this.shared = shared;
    }

    /** Name of the archive's entry that holds the samples, relative to the segment. */
    String file() {
        String file = get("data.file.name");
        if (file == null) {
            throw error("names no file of samples");
        }
        return file;
    }

    /** The samples, calibrated up to the given conversion where it is defined, otherwise up to the channel's default. */
    RecordedChannel read(BinarySource bytes, String conversion) {
        String wanted = isDefined(conversion) ? conversion : get("conversion-set.conversions.default");
        double[] values = decode(bytes);
        Scaling encoder = encoder();
        apply(values, encoder);
        String unit = encoder.unit();
        if (wanted != null && isDefined(wanted)) {
            unit = calibrate(values, wanted, 0, unit);
        }
        return RecordedChannel.of(name, unit, values);
    }

    /** Multiplier of a conversion that is defined on top of another one. */
    OptionalDouble multiplier(String conversion, String base) {
        String below = get("conversion-set.conversion." + conversion + ".base-calibration-slot");
        return isDefined(conversion) && base.equals(below)
                ? OptionalDouble.of(conversionScaling(conversion).multiplier())
                : OptionalDouble.empty();
    }

    private String calibrate(double[] values, String conversion, int depth, String unit) {
        if (depth > DEEPEST_CALIBRATION) {
            throw error("has calibrations that refer to each other in a circle");
        }
        String base = get("conversion-set.conversion." + conversion + ".base-calibration-slot");
        String below = unit;
        if (base != null && isDefined(base)) {
            below = calibrate(values, base, depth + 1, unit);
        }
        Scaling scaling = conversionScaling(conversion);
        apply(values, scaling);
        return scaling.unit().isEmpty() ? below : scaling.unit();
    }

    private boolean isDefined(String conversion) {
        return "true".equals(get("conversion-set.conversion." + conversion + ".defined"));
    }

    private Scaling conversionScaling(String conversion) {
        return scaling("conversion-set.conversion." + conversion + ".scaling.");
    }

    private Scaling encoder() {
        return get("encoder.scaling.style") == null ? new Scaling(0, 1, unitOf("unit.")) : scaling("encoder.scaling.");
    }

    private Scaling scaling(String prefix) {
        String style = get(prefix + "style");
        if (!"offsetmultiplier".equals(style)) {
            throw error("has a scaling of the unknown style \"" + style + "\"; known is offsetmultiplier");
        }
        return new Scaling(number(prefix + "offset"), number(prefix + "multiplier"), unitOf(prefix + "unit."));
    }

    private String unitOf(String prefix) {
        String unit = get(prefix + "unit");
        return unit == null ? "" : unit;
    }

    private double number(String key) {
        String text = get(key);
        if (text == null) {
            throw error("lacks the line \"" + key + "\"");
        }
        return DecimalMark.POINT.parse(text, SourceLocation.of(source), key + " of channel \"" + name + "\"");
    }

    private static void apply(double[] values, Scaling scaling) {
        for (int i = 0; i < values.length; i++) {
            values[i] = scaling.offset() + scaling.multiplier() * values[i];
        }
    }

    private double[] decode(BinarySource bytes) {
        String encoder = get("encoder.type");
        String type = encoder != null ? encoder : get("type") != null ? get("type") : get("data.type");
        int width = width(type);
        String stated = get("data.num-points");
        int n = bytes.size() / width;
        if (bytes.size() % width != 0 || (stated != null && !stated.trim().equals(Integer.toString(n)))) {
            throw error("announces " + stated + " samples of " + width + " bytes, but " + bytes.size()
                    + " bytes are there");
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = sample(bytes, (long) i * width, String.valueOf(type));
        }
        return values;
    }

    private int width(@Nullable String type) {
        return switch (String.valueOf(type)) {
            case "signedshort", "unsignedshort", "short", "short-data", "memory-short-data" -> 2;
            case "signedinteger", "unsignedinteger", "integer", "integer-data", "memory-integer-data" -> 4;
            case "float", "float-data" -> 4;
            case "double", "double-data", "signedlong", "unsignedlong", "long" -> 8;
            default -> throw error("has samples of the unknown type \"" + type + "\"");
        };
    }

    private static double sample(BinarySource bytes, long offset, String type) {
        ByteOrder big = ByteOrder.BIG_ENDIAN;
        return switch (type) {
            case "signedshort", "short", "short-data", "memory-short-data" -> bytes.int16(offset, big);
            case "unsignedshort" -> bytes.int16(offset, big) & 0xFFFF;
            case "unsignedinteger" -> bytes.int32(offset, big) & 0xFFFF_FFFFL;
            case "float", "float-data" -> bytes.float32(offset, big);
            case "double", "double-data" -> bytes.float64(offset, big);
            case "signedlong", "unsignedlong", "long" -> bytes.int64(offset, big);
            default -> bytes.int32(offset, big);
        };
    }

    private @Nullable String get(String key) {
        String own = segment.get("channel." + name + "." + key);
        if (own != null) {
            return own;
        }
        String index = segment.get("channel." + name + ".lcd-info.*");
        return index == null ? null : shared.get("lcd-info." + index.trim() + "." + key);
    }

    private DataFormatException error(String problem) {
        return new DataFormatException(SourceLocation.of(source), "the channel \"" + name + "\" " + problem);
    }
}
