package io.github.spinodal.sfmm.io;

import io.github.spinodal.core.data.ScanMap;
import io.github.spinodal.core.io.BinarySource;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.DecimalMark;
import io.github.spinodal.core.io.Excerpt;
import io.github.spinodal.core.io.Notice;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.core.io.SourceLocation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gwyddion Simple Field files ({@code .gsf}), which Gwyddion opens by itself: a text header, padded with zero bytes to a
 * multiple of four, then little-endian 32-bit numbers row after row, NaN for missing pixels.
 */
public final class GwyddionSimpleField {
    static final MapFormat FORMAT = new Format();

    private static final String MAGIC = "Gwyddion Simple Field 1.0\n";
    private static final int LONGEST_HEADER = 1 << 16;

    private GwyddionSimpleField() {}

    /**
     * Writes a map; values are rounded to 32 bits, notes other than the quantity are left out.
     *
     * @param map the map
     * @param path the file, replaced if it exists
     * @throws IOException if the file cannot be written
     */
    public static void write(ScanMap map, Path path) throws IOException {
        Files.write(path, toBytes(map));
    }

    /**
     * The content of the file that {@link #write} writes.
     *
     * @param map the map
     * @return the bytes
     */
    public static byte[] toBytes(ScanMap map) {
        String header = MAGIC
                + "XRes = " + map.nx() + "\nYRes = " + map.ny()
                + "\nXReal = " + map.nx() * map.pixelWidthMetre() + "\nYReal = " + map.ny() * map.pixelHeightMetre()
                + "\nXYUnits = m\nZUnits = " + oneLine(map.unit()) + "\nTitle = " + oneLine(map.quantity()) + "\n";
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        int start = text.length + 4 - text.length % 4;
        ByteBuffer bytes = ByteBuffer.allocate(start + Float.BYTES * map.size()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(text).position(start);
        for (double value : map.values()) {
            bytes.putFloat((float) value);
        }
        return bytes.array();
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\r\\n\\x00]", " ");
    }

    /** The reader. */
    private static final class Format implements MapFormat {
        @Override
        public boolean recognises(BinarySource source) {
            return source.matches(0, MAGIC.getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public ReadResult<ScanMap> read(BinarySource source, MapReadOptions options) {
            return readMap(source);
        }
    }

    private static ReadResult<ScanMap> readMap(BinarySource source) {
        int end = source.indexOf(new byte[] {0}, 0);
        if (end < 0 || end > LONGEST_HEADER) {
            throw error(source, "the header has no end: the file is cut or foreign");
        }
        Map<String, String> fields = fields(source.text(0, end, StandardCharsets.UTF_8));
        int nx = (int) number(source, fields, "XRes", Double.NaN);
        int ny = (int) number(source, fields, "YRes", Double.NaN);
        int pixels = BareMap.pixels(SourceLocation.of(source.name()), nx, ny);
        int start = end + 4 - end % 4;
        if (source.size() - start != (long) Float.BYTES * pixels) {
            throw new DataFormatException(
                    source.at(start),
                    nx + " x " + ny + " pixels need " + (long) Float.BYTES * pixels + " bytes behind the header, but "
                            + (source.size() - start) + " are there");
        }
        List<Notice> notices = new ArrayList<>();
        RecordedChannel lateral = RecordedChannel.of("XYUnits", fields.getOrDefault("XYUnits", "m"), new double[] {
            number(source, fields, "XReal", 1) / nx, number(source, fields, "YReal", 1) / ny
        });
        if (!lateral.unit().equals("m")) {
            notices.add(new Notice(
                    SourceLocation.of(source.name()),
                    "the lateral unit " + Excerpt.of(lateral.unit())
                            + " is no length; its numbers were taken as metres"));
        }
        double[] values = new double[pixels];
        for (int i = 0; i < pixels; i++) {
            values[i] = source.float32(start + (long) Float.BYTES * i, ByteOrder.LITTLE_ENDIAN);
        }
        ScanMap map = BareMap.of(
                source,
                fields.getOrDefault("Title", "value"),
                fields.getOrDefault("ZUnits", ""),
                nx,
                ny,
                lateral.value(0),
                lateral.value(1),
                values);
        return new ReadResult<>("Gwyddion Simple Field", List.of(map), notices);
    }

    private static Map<String, String> fields(String header) {
        Map<String, String> fields = new HashMap<>();
        for (String line : header.split("\n", 0)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                fields.put(
                        line.substring(0, equals).trim(),
                        line.substring(equals + 1).trim());
            }
        }
        return fields;
    }

    private static double number(BinarySource source, Map<String, String> fields, String key, double otherwise) {
        String text = fields.get(key);
        if (text == null && Double.isNaN(otherwise)) {
            throw error(source, "the header lacks " + key);
        }
        return text == null ? otherwise : DecimalMark.POINT.parse(text, SourceLocation.of(source.name()), key);
    }

    private static DataFormatException error(BinarySource source, String problem) {
        return new DataFormatException(SourceLocation.of(source.name()), problem);
    }
}
