package io.github.spinodal.sfmm.io;

import io.github.spinodal.core.data.ScanMap;
import io.github.spinodal.core.io.BinarySource;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.DecimalMark;
import io.github.spinodal.core.io.Excerpt;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.core.io.SourceLocation;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Nanonis {@code .sxm} files: tags in colons, then big-endian 32-bit numbers behind the bytes 1A 04, channel by channel,
 * forward and backward. Backward rows are stored in the order of the scan and are mirrored here, and a scan that ran upwards
 * is turned over, so that pixels of all maps lie at one place and row 0 is the uppermost.
 */
final class NanonisSxm implements MapFormat {
    private static final byte[] START = ":NANONIS_VERSION:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = ":SCANIT_END:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DATA = {0x1A, 0x04};
    private static final int LONGEST_HEADER = 1 << 22;

    private record Channel(String name, String unit, boolean backward) {}

    @Override
    public boolean recognises(BinarySource source) {
        return source.matches(0, START);
    }

    @Override
    public ReadResult<ScanMap> read(BinarySource source, MapReadOptions options) {
        int end = source.indexOf(END, 0);
        int mark = end < 0 ? -1 : source.indexOf(DATA, end);
        if (mark < 0 || end > LONGEST_HEADER) {
            throw new DataFormatException(
                    SourceLocation.of(source.name()), "the Nanonis header has no end: the file is cut or foreign");
        }
        Map<String, String> tags = tags(source.text(0, end, StandardCharsets.ISO_8859_1));
        String type = required(source, tags, "SCANIT_TYPE");
        if (!type.matches("FLOAT\\s+MSBFIRST")) {
            throw error(source, "samples of the type " + Excerpt.of(type) + "; known is FLOAT MSBFIRST");
        }
        double[] pixels = numbers(source, tags, "SCAN_PIXELS");
        double[] range = numbers(source, tags, "SCAN_RANGE");
        int count = BareMap.pixels(SourceLocation.of(source.name()), (long) pixels[0], (long) pixels[1]);
        boolean upwards = required(source, tags, "SCAN_DIR").equalsIgnoreCase("up");
        List<Channel> channels = channels(source, required(source, tags, "DATA_INFO"));
        source.require("the maps of " + channels.size() + " channels", mark + 2L, 4L * count * channels.size());
        List<ScanMap> maps = new ArrayList<>();
        for (Channel channel : channels) {
            int offset = mark + 2 + 4 * count * maps.size();
            double[] values = values(source, offset, (int) pixels[0], (int) pixels[1], channel.backward(), upwards);
            maps.add(BareMap.of(
                            source,
                            channel.name(),
                            channel.unit(),
                            (int) pixels[0],
                            (int) pixels[1],
                            range[0] / pixels[0],
                            range[1] / pixels[1],
                            values)
                    .withMetadata("direction", channel.backward() ? "backward" : "forward"));
        }
        return new ReadResult<>("Nanonis SXM", maps, List.of());
    }

    private static Map<String, String> tags(String header) {
        Map<String, String> tags = new LinkedHashMap<>();
        String name = "";
        for (String line : header.split("\r?\n", 0)) {
            if (line.length() > 2 && line.startsWith(":") && line.endsWith(":")) {
                name = line.substring(1, line.length() - 1);
            } else {
                tags.merge(name, line, (a, b) -> a + "\n" + b);
            }
        }
        return tags;
    }

    private static String required(BinarySource source, Map<String, String> tags, String name) {
        String value = tags.get(name);
        if (value == null) {
            throw error(source, "the header lacks the tag " + name);
        }
        return value.trim();
    }

    private static double[] numbers(BinarySource source, Map<String, String> tags, String name) {
        String text = required(source, tags, name);
        double[] numbers = Arrays.stream(text.split("\\s+", 0))
                .map(DecimalMark.POINT::tryParse)
                .mapToDouble(n -> n.orElse(Double.NaN))
                .toArray();
        if (numbers.length != 2 || !(numbers[0] > 0) || !(numbers[1] > 0)) {
            throw error(source, "the tag " + name + " must hold two positive numbers, but holds " + Excerpt.of(text));
        }
        return numbers;
    }

    private static List<Channel> channels(BinarySource source, String table) {
        List<Channel> channels = new ArrayList<>();
        for (String line : table.split("\n", 0)) {
            String[] fields = line.trim().split("\t", 0);
            OptionalDouble number = DecimalMark.POINT.tryParse(fields[0]);
            if (number.isEmpty()) {
                continue;
            }
            if (fields.length < 4) {
                throw error(source, "a channel needs name, unit and direction, but is " + Excerpt.of(line));
            }
            String direction = fields[3].trim();
            if (!direction.equals("backward")) {
                channels.add(new Channel(fields[1].trim(), fields[2].trim(), false));
            }
            if (!direction.equals("forward")) {
                channels.add(new Channel(fields[1].trim(), fields[2].trim(), true));
            }
        }
        if (channels.isEmpty()) {
            throw error(source, "the header lists no channels");
        }
        return channels;
    }

    private static double[] values(BinarySource source, int offset, int nx, int ny, boolean mirrored, boolean upwards) {
        double[] values = new double[nx * ny];
        for (int y = 0; y < ny; y++) {
            int row = upwards ? ny - 1 - y : y;
            for (int x = 0; x < nx; x++) {
                int column = mirrored ? nx - 1 - x : x;
                values[y * nx + x] = source.float32(offset + 4L * (row * nx + column), ByteOrder.BIG_ENDIAN);
            }
        }
        return values;
    }

    private static DataFormatException error(BinarySource source, String problem) {
        return new DataFormatException(SourceLocation.of(source.name()), problem);
    }
}
