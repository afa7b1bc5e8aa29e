package io.github.spinodal.sfmm.io;

import io.github.spinodal.core.data.ScanMap;
import io.github.spinodal.core.io.BinarySource;
import io.github.spinodal.core.io.DecimalMark;
import io.github.spinodal.core.io.Notice;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.core.io.TextSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Matrices of numbers as text, as Gwyddion exports and imports them: comment lines with channel, width, height and unit, then
 * a row of the map a line. Plain matrices without comments are read too; {@code nan} is a missing pixel.
 */
public final class GwyddionText {
    static final MapFormat FORMAT = new Format();

    private GwyddionText() {}

    /**
     * Writes a map with all digits of its values.
     *
     * @param map the map
     * @param path the file, replaced if it exists
     * @throws IOException if the file cannot be written
     */
    public static void write(ScanMap map, Path path) throws IOException {
        Files.writeString(path, toText(map), StandardCharsets.UTF_8);
    }

    /**
     * The content of the file that {@link #write} writes.
     *
     * @param map the map
     * @return the text
     */
    public static String toText(ScanMap map) {
        StringBuilder text = new StringBuilder();
        text.append("# Channel: ").append(oneLine(map.quantity()));
        text.append("\n# Width: ").append(map.nx() * map.pixelWidthMetre()).append(" m");
        text.append("\n# Height: ").append(map.ny() * map.pixelHeightMetre()).append(" m");
        text.append("\n# Value units: ").append(oneLine(map.unit())).append('\n');
        double[] values = map.values();
        for (int i = 0; i < values.length; i++) {
            text.append(Double.isNaN(values[i]) ? "nan" : Double.toString(values[i]));
            text.append((i + 1) % map.nx() == 0 ? '\n' : '\t');
        }
        return text.toString();
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\r\\n]", " ");
    }

    /** The reader. */
    private static final class Format implements MapFormat {
        @Override
        public boolean recognises(BinarySource source) {
            return true;
        }

        @Override
        public ReadResult<ScanMap> read(BinarySource source, MapReadOptions options) {
            return readMap(source, options);
        }
    }

    private static ReadResult<ScanMap> readMap(BinarySource source, MapReadOptions options) {
        TextSource text = TextSource.ofBytes(source.name(), source.bytes());
        Map<String, String> comments = new HashMap<>();
        double[] values = new double[1024];
        int count = 0;
        int nx = 0;
        int ny = 0;
        Splitter splitter = null;
        for (int line = 1; line <= text.lineCount(); line++) {
            String content = text.line(line).trim();
            if (content.startsWith("#")) {
                comment(content.substring(1), comments);
                continue;
            }
            if (content.isEmpty()) {
                continue;
            }
            splitter = splitter == null ? Splitter.of(text, line, content) : splitter;
            String[] cells = content.split(splitter.delimiter(), 0);
            nx = ny == 0 ? cells.length : nx;
            if (cells.length != nx) {
                throw text.error(line, "a row of " + cells.length + " numbers after rows of " + nx);
            }
            BareMap.pixels(text.at(line), nx, ny + 1L);
            values = count + nx > values.length
                    ? Arrays.copyOf(values, Math.max(count + nx, 2 * values.length))
                    : values;
            for (int i = 0; i < nx; i++) {
                values[count++] = splitter.number(text, line, i, cells[i]);
            }
            ny++;
        }
        if (ny == 0) {
            throw text.error("holds no numbers");
        }
        List<Notice> notices = new ArrayList<>();
        ScanMap map = map(source, comments, options, nx, ny, Arrays.copyOf(values, count), notices);
        return new ReadResult<>("matrix of numbers", List.of(map), notices);
    }

    private static ScanMap map(
            BinarySource source,
            Map<String, String> comments,
            MapReadOptions options,
            int nx,
            int ny,
            double[] values,
            List<Notice> notices) {
        double width = length(comments.getOrDefault("width", ""));
        double height = length(comments.getOrDefault("height", ""));
        MapReadOptions named = options.withQuantity(
                comments.getOrDefault("channel", options.quantity()),
                comments.getOrDefault("value units", options.unit()));
        if (width > 0 && height > 0) {
            return BareMap.of(source, named.quantity(), named.unit(), nx, ny, width / nx, height / ny, values);
        }
        return BareMap.ofNumbers(source, nx, ny, values, named, notices);
    }

    private static void comment(String content, Map<String, String> comments) {
        int colon = content.indexOf(':');
        if (colon > 0) {
            comments.putIfAbsent(
                    content.substring(0, colon).trim().toLowerCase(Locale.ROOT),
                    content.substring(colon + 1).trim());
        }
    }

    /** A length such as {@code 2.5 µm} in metres, or NaN. */
    private static double length(String text) {
        String[] words = text.trim().split("\\s+", 0);
        double number = DecimalMark.POINT.tryParse(words[0]).orElse(Double.NaN);
        RecordedChannel metres = RecordedChannel.of("", words.length > 1 ? words[1] : "m", new double[] {number});
        return metres.unit().equals("m") ? metres.value(0) : Double.NaN;
    }

    /** How the numbers of a row are told apart and written. */
    private record Splitter(String delimiter, DecimalMark mark) {
        static Splitter of(TextSource text, int line, String row) {
            List<Splitter> known = List.of(
                    new Splitter("\\s+", DecimalMark.POINT),
                    new Splitter("\\s+", DecimalMark.COMMA),
                    new Splitter("\\s*;\\s*", DecimalMark.POINT),
                    new Splitter("\\s*;\\s*", DecimalMark.COMMA),
                    new Splitter("\\s*,\\s*", DecimalMark.POINT));
            for (Splitter splitter : known) {
                if (Arrays.stream(row.split(splitter.delimiter(), 0)).allMatch(splitter::isNumber)) {
                    return splitter;
                }
            }
            throw text.error(
                    line,
                    "a map needs rows of numbers, but the first is " + io.github.spinodal.core.io.Excerpt.of(row));
        }

        private boolean isNumber(String cell) {
            return cell.equalsIgnoreCase("nan") || mark.tryParse(cell).isPresent();
        }

        double number(TextSource text, int line, int column, String cell) {
            return cell.equalsIgnoreCase("nan") ? Double.NaN : mark.parse(cell, text.at(line, column + 1), "a pixel");
        }
    }
}
