package io.github.spinodal.sfmm.io;

import io.github.spinodal.core.data.ForceSegment.Direction;
import io.github.spinodal.core.io.BinarySource;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.DecimalMark;
import io.github.spinodal.core.io.Excerpt;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.core.io.SourceLocation;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Asylum Research's force curves in Igor binary waves ({@code .ibw}) of version 5, of either byte order: a checked header,
 * the channels one after the other, a note of {@code key: value} lines, and the channels' labels. The note's {@code Indexes}
 * and {@code Direction} say where the legs are.
 */
final class AsylumIbw implements CurveFormat {
    private static final int HEADER = 384;
    private static final int WAVE = 64;
    private static final int LABEL = 32;
    private static final int MOST_SAMPLES = 1 << 24;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Override
    public boolean recognises(BinarySource source) {
        return source.size() >= HEADER && order(source) != null;
    }

    private static @org.jspecify.annotations.Nullable ByteOrder order(BinarySource source) {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            if (source.int16(0, order) == 5) {
                return order;
            }
        }
        return null;
    }

    @Override
    public ReadResult<RecordedCurve> read(BinarySource source) {
        ByteOrder order = order(source);
        if (order == null) {
            throw error(source, "not an Igor wave of version 5");
        }
        requireChecksum(source, order);
        int rows = positive(source, WAVE + 68, order, "number of samples");
        int columns = positive(source, WAVE + 72, order, "number of channels");
        if (source.int32(WAVE + 76, order) > 1) {
            throw error(source, "an Igor wave of three dimensions: an image or a map, not a force curve");
        }
        int type = source.int16(WAVE + 16L, order);
        int width = type == 2 ? Float.BYTES : type == 4 ? Double.BYTES : 0;
        if (width == 0) {
            throw error(source, "samples of the Igor type " + type + "; read are 2 (32-bit) and 4 (64-bit numbers)");
        }
        if ((long) rows * columns > MOST_SAMPLES) {
            throw error(source, rows + " samples of " + columns + " channels are more than " + MOST_SAMPLES);
        }
        source.require("the samples of the wave", HEADER, (long) rows * columns * width);
        long note = (long) WAVE + source.int32(4, order) + source.int32(8, order);
        long noteSize = source.int32(12, order);
        Map<String, String> notes = notes(source.text(note, noteSize, WINDOWS));
        List<String> labels = labels(source, order, note + noteSize, columns);
        List<RecordedChannel> channels = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            double[] values = new double[rows];
            for (int row = 0; row < rows; row++) {
                long offset = HEADER + ((long) column * rows + row) * width;
                values[row] = width == Float.BYTES ? source.float32(offset, order) : source.float64(offset, order);
            }
            String label = labels.get(column);
            channels.add(RecordedChannel.of(label, label.startsWith("Phas") ? "deg" : "m", values));
        }
        return new ReadResult<>("Asylum IBW", List.of(curve(source, channels, notes)), List.of());
    }

    /** The 16-bit words of both headers sum to zero. */
    private static void requireChecksum(BinarySource source, ByteOrder order) {
        short sum = 0;
        for (int offset = 0; offset < HEADER; offset += Short.BYTES) {
            sum += source.int16(offset, order);
        }
        if (sum != 0) {
            throw error(source, "the checksum of the Igor header is wrong: the file is damaged or foreign");
        }
    }

    private static int positive(BinarySource source, int offset, ByteOrder order, String what) {
        int value = source.int32(offset, order);
        if (value < 1) {
            throw new DataFormatException(source.at(offset), "the " + what + " must be at least 1, but is " + value);
        }
        return value;
    }

    private static Map<String, String> notes(String text) {
        Map<String, String> notes = new HashMap<>();
        for (String line : text.split("\r\n?|\n", 0)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                notes.putIfAbsent(
                        line.substring(0, colon).trim(),
                        line.substring(colon + 1).trim());
            }
        }
        return notes;
    }

    /** The labels of the second dimension; the first of its entries names the dimension as a whole. */
    private static List<String> labels(BinarySource source, ByteOrder order, long afterNote, int columns) {
        long offset = afterNote + source.int32(16, order);
        for (int i = 0; i < 4; i++) {
            offset += source.int32(20 + 4L * i, order);
        }
        offset += source.int32(36, order);
        int size = source.int32(40, order);
        if (size < LABEL * (columns + 1L)) {
            throw error(source, "the channels of the wave have no labels: not a force curve of an Asylum microscope");
        }
        source.require("the labels of the channels", offset, size);
        List<String> labels = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            String label = source.text(offset + (long) LABEL * i, LABEL, WINDOWS);
            int end = label.indexOf('\0');
            labels.add((end < 0 ? label : label.substring(0, end)).trim());
        }
        return labels;
    }

    private static RecordedCurve curve(BinarySource source, List<RecordedChannel> channels, Map<String, String> notes) {
        int size = channels.get(0).size();
        String[] indexes = notes.getOrDefault("Indexes", "").split(",", 0);
        String[] directions = notes.getOrDefault("Direction", "").split(",", 0);
        List<RecordedSegment> segments = new ArrayList<>();
        for (int i = 1; i < indexes.length; i++) {
            int from = index(source, indexes[i - 1], size);
            int to = i == indexes.length - 1 ? size : index(source, indexes[i], size);
            if (to - from >= 2) {
                segments.add(RecordedSegment.of(direction(source, directions, i), slices(channels, from, to)));
            }
        }
        if (segments.isEmpty()) {
            throw error(source, "the note names no legs (Indexes): not a force curve");
        }
        RecordedCurve curve = RecordedCurve.of(segments).withMetadata("file", source.name());
        OptionalDouble stiffness = DecimalMark.POINT.tryParse(notes.getOrDefault("SpringConstant", ""));
        OptionalDouble sensitivity = DecimalMark.POINT.tryParse(notes.getOrDefault("InvOLS", ""));
        if (stiffness.orElse(0) > 0) {
            curve = curve.withSpringConstant(stiffness.getAsDouble());
        }
        return sensitivity.orElse(0) > 0 ? curve.withInverseSensitivity(sensitivity.getAsDouble()) : curve;
    }

    private static List<RecordedChannel> slices(List<RecordedChannel> channels, int from, int to) {
        return channels.stream().map(c -> c.slice(from, to)).toList();
    }

    private static int index(BinarySource source, String text, int size) {
        OptionalDouble index = DecimalMark.POINT.tryParse(text);
        if (!(index.orElse(-1) >= 0 && index.orElse(-1) < size)) {
            throw error(
                    source, "an index of a leg must lie within 0 and " + (size - 1) + ", but is " + Excerpt.of(text));
        }
        return (int) index.getAsDouble();
    }

    private static Direction direction(BinarySource source, String[] directions, int i) {
        String text = i < directions.length ? directions[i].trim().toLowerCase(Locale.ROOT) : "";
        return switch (text) {
            case "1" -> Direction.APPROACH;
            case "-1" -> Direction.RETRACT;
            case "0" -> Direction.HOLD;
            default ->
                throw error(source, "the direction of leg " + i + " must be 1, -1 or 0, but is " + Excerpt.of(text));
        };
    }

    private static DataFormatException error(BinarySource source, String problem) {
        return new DataFormatException(SourceLocation.of(source.name()), problem);
    }
}
