package io.github.spinodal.sfmm.io;

import io.github.spinodal.core.data.ForceSegment.Direction;
import io.github.spinodal.core.io.BinarySource;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.DecimalMark;
import io.github.spinodal.core.io.Notice;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.core.io.SourceLocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JPK's {@code .jpk-force} files (and maps of them): zip archives of headers and of raw samples per segment and channel.
 * The deflection is calibrated to metres where the file can; the heights fall towards the sample.
 */
final class JpkForce implements CurveFormat {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final Pattern SEGMENT =
            Pattern.compile("^((?:index/\\d{1,7}/)?)segments/(\\d{1,4})/segment-header\\.properties$");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final String SETTINGS = "settings.segment-settings.style";

    @Override
    public boolean recognises(BinarySource source) {
        return source.matches(0, ZIP);
    }

    @Override
    public ReadResult<RecordedCurve> read(BinarySource source) {
        JpkArchive archive = JpkArchive.of(source);
        Map<String, String> shared = archive.properties("shared-data/header.properties");
        Map<String, Map<Integer, String>> curves = segments(archive);
        if (curves.isEmpty()) {
            throw new DataFormatException(
                    SourceLocation.of(source.name()),
                    "a zip archive without JPK force segments: not a .jpk-force file");
        }
        List<Notice> notices = new ArrayList<>();
        List<RecordedCurve> read = new ArrayList<>();
        for (Map<Integer, String> segments : curves.values()) {
            read.add(curve(archive, segments, shared, notices).withMetadata("file", source.name()));
        }
        return new ReadResult<>("JPK force", read, notices);
    }

    /** The folders of the segments, by curve and number. */
    private static Map<String, Map<Integer, String>> segments(JpkArchive archive) {
        Map<String, Map<Integer, String>> curves =
                new TreeMap<>(Comparator.comparingInt(JpkForce::index).thenComparing(Comparator.naturalOrder()));
        for (String name : archive.names()) {
            Matcher matcher = SEGMENT.matcher(name);
            if (matcher.matches()) {
                String folder = name.substring(0, name.lastIndexOf('/') + 1);
                curves.computeIfAbsent(matcher.group(1), key -> new TreeMap<>())
                        .put(Integer.parseInt(matcher.group(2)), folder);
            }
        }
        return curves;
    }

    private static int index(String prefix) {
        Matcher matcher = DIGITS.matcher(prefix);
        return matcher.find() ? Integer.parseInt(matcher.group()) : -1;
    }

    private static RecordedCurve curve(
            JpkArchive archive, Map<Integer, String> folders, Map<String, String> shared, List<Notice> notices) {
        List<RecordedSegment> segments = new ArrayList<>();
        OptionalDouble sensitivity = OptionalDouble.empty();
        OptionalDouble stiffness = OptionalDouble.empty();
        for (String folder : folders.values()) {
            Map<String, String> header = archive.properties(folder + "segment-header.properties");
            segments.add(segment(archive, folder, header, shared, notices));
            JpkChannel deflection = new JpkChannel(archive.source(), "vDeflection", header, shared);
            sensitivity = first(sensitivity, deflection.multiplier("distance", "volts"));
            stiffness = first(stiffness, deflection.multiplier("force", "distance"));
        }
        RecordedCurve curve = RecordedCurve.of(segments);
        if (sensitivity.orElse(0) > 0) {
            curve = curve.withInverseSensitivity(sensitivity.getAsDouble());
        }
        return stiffness.orElse(0) > 0 ? curve.withSpringConstant(stiffness.getAsDouble()) : curve;
    }

    private static OptionalDouble first(OptionalDouble known, OptionalDouble more) {
        return known.isPresent() ? known : more;
    }

    private static RecordedSegment segment(
            JpkArchive archive,
            String folder,
            Map<String, String> header,
            Map<String, String> shared,
            List<Notice> notices) {
        String list = header.get("channels.list");
        if (list == null || list.isBlank()) {
            throw new DataFormatException(
                    SourceLocation.of(archive.source()), "the segment " + folder + " lists no channels");
        }
        List<RecordedChannel> channels = new ArrayList<>();
        for (String name : list.trim().split("\\s+", 0)) {
            JpkChannel channel = new JpkChannel(archive.source(), name, header, shared);
            String file = folder + channel.file();
            channels.add(channel.read(archive.bytes(file), name.equals("vDeflection") ? "distance" : ""));
        }
        RecordedSegment segment = RecordedSegment.of(direction(archive, folder, header, shared, notices), channels);
        OptionalDouble seconds = DecimalMark.POINT.tryParse(header.getOrDefault("force-segment-header.duration", ""));
        return seconds.orElse(0) > 0 ? segment.withDurationSeconds(seconds.getAsDouble()) : segment;
    }

    private static Direction direction(
            JpkArchive archive,
            String folder,
            Map<String, String> header,
            Map<String, String> shared,
            List<Notice> notices) {
        String index = header.getOrDefault("force-segment-header.force-segment-header-info.*", "");
        String style = header.getOrDefault(
                "force-segment-header." + SETTINGS,
                shared.getOrDefault(
                        "force-segment-header-info." + index.trim() + "." + SETTINGS,
                        header.getOrDefault("force-segment-header.name.name", "")));
        if (style.startsWith("extend")) {
            return Direction.APPROACH;
        }
        if (style.startsWith("retract")) {
            return Direction.RETRACT;
        }
        if (!style.startsWith("pause")) {
            notices.add(new Notice(
                    SourceLocation.of(archive.source()),
                    "the segment " + folder + " of the style \"" + style + "\" is taken as a hold"));
        }
        return Direction.HOLD;
    }
}
