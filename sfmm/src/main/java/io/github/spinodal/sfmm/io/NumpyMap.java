package io.github.spinodal.sfmm.io;

import io.github.spinodal.core.data.ScanMap;
import io.github.spinodal.core.io.BinarySource;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.Excerpt;
import io.github.spinodal.core.io.Notice;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.core.io.SourceLocation;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Two-dimensional numpy arrays ({@code .npy}) of whole or floating point numbers; NaN is a missing pixel. */
final class NumpyMap implements MapFormat {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST_HEADER = 1 << 16;
    private static final Pattern DESCRIPTION = Pattern.compile("'descr'\\s*:\\s*'([<>|=])([fiub])([1248])'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\((\\d{1,9}),\\s*(\\d{1,9}),?\\s*\\)");

    @Override
    public boolean recognises(BinarySource source) {
        return source.matches(0, MAGIC);
    }

    @Override
    public ReadResult<ScanMap> read(BinarySource source, MapReadOptions options) {
        int version = source.unsignedByte(6);
        long length = version == 1
                ? source.int16(8, ByteOrder.LITTLE_ENDIAN) & 0xFFFF
                : source.int32(8, ByteOrder.LITTLE_ENDIAN) & 0xFFFF_FFFFL;
        int start = version == 1 ? 10 : 12;
        if (version < 1 || version > 3 || length > LONGEST_HEADER) {
            throw new DataFormatException(
                    source.at(6),
                    "a numpy file of version " + version + " with a header of " + length
                            + " bytes; known are versions 1 to 3 and up to " + LONGEST_HEADER + " bytes");
        }
        String header = source.text(start, length, StandardCharsets.UTF_8);
        Matcher description = match(source, DESCRIPTION, header, "numbers of one of the types f, i, u, b");
        Matcher order = match(source, ORDER, header, "an order of the elements");
        Matcher shape = match(source, SHAPE, header, "two dimensions");
        long rows = Long.parseLong(shape.group(1));
        long columns = Long.parseLong(shape.group(2));
        int count = BareMap.pixels(SourceLocation.of(source.name()), columns, rows);
        int width = Integer.parseInt(description.group(3));
        long data = start + length;
        source.require("the elements of the array", data, (long) count * width);
        String kind = description.group(2) + width;
        ByteOrder bytes = description.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        boolean byColumn = order.group(1).equals("True");
        double[] values = new double[count];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                long element = byColumn ? x * rows + y : y * columns + x;
                values[(int) (y * columns + x)] = element(source, data + element * width, kind, bytes);
            }
        }
        List<Notice> notices = new ArrayList<>();
        ScanMap map = BareMap.ofNumbers(source, (int) columns, (int) rows, values, options, notices);
        return new ReadResult<>("numpy array", List.of(map), notices);
    }

    private static Matcher match(BinarySource source, Pattern pattern, String header, String what) {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw new DataFormatException(
                    SourceLocation.of(source.name()),
                    "a map needs " + what + ", but the array's header is " + Excerpt.of(header.trim()));
        }
        return matcher;
    }

    private static double element(BinarySource source, long offset, String kind, ByteOrder order) {
        return switch (kind) {
            case "f4" -> source.float32(offset, order);
            case "f8" -> source.float64(offset, order);
            case "i1" -> (byte) source.unsignedByte(offset);
            case "i2" -> source.int16(offset, order);
            case "i4" -> source.int32(offset, order);
            case "i8" -> source.int64(offset, order);
            case "u1", "b1" -> source.unsignedByte(offset);
            case "u2" -> source.int16(offset, order) & 0xFFFF;
            case "u4" -> source.int32(offset, order) & 0xFFFF_FFFFL;
            default ->
                throw new DataFormatException(source.at(offset), "elements of the type " + kind + " are not read");
        };
    }
}
