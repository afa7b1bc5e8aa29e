package io.github.spinodal.core.io;

import io.github.spinodal.core.Require;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes of a file, read through bounds that are checked before anything is touched: a truncated or foreign file ends
 * in a {@link DataFormatException} that names the byte, never in an index error.
 */
public final class BinarySource {
    private final String name;
    private final byte[] bytes;
    private final ByteBuffer little;
    private final ByteBuffer big;

    private BinarySource(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
        this.little = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.big = ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN);
    }

    /**
     * Bytes already in memory.
     *
     * @param name file name or another description of the source, for messages
     * @param content the bytes
     * @return a source over a copy of the bytes
     */
    public static BinarySource of(String name, byte[] content) {
        return new BinarySource(name, content.clone());
    }

    /**
     * The bytes of a file.
     *
     * @param path the file
     * @param maximumBytes largest size that is accepted, positive
     * @return the source, named after the file
     * @throws IOException if the file cannot be read
     * @throws DataFormatException if the file is larger
     */
    public static BinarySource read(Path path, int maximumBytes) throws IOException {
        Require.atLeast("largest accepted size (bytes)", maximumBytes, 1);
        String name = String.valueOf(path.getFileName());
        try (InputStream in = Files.newInputStream(path)) {
            byte[] content = in.readNBytes(maximumBytes);
            if (in.read() >= 0) {
                throw new DataFormatException(
                        SourceLocation.of(name), "larger than the " + maximumBytes + " bytes that are accepted");
            }
            return new BinarySource(name, content);
        }
    }

    /**
     * Name of the source.
     *
     * @return file name or another description
     */
    public String name() {
        return name;
    }

    /**
     * Number of bytes.
     *
     * @return size in bytes
     */
    public int size() {
        return bytes.length;
    }

    /**
     * All bytes.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * The place of a byte, for messages.
     *
     * @param offset byte offset, counted from 0
     * @return the location
     */
    public SourceLocation at(long offset) {
        return new SourceLocation(name, 0, offset);
    }

    /**
     * Requires that a range of bytes exists.
     *
     * @param what what is expected there
     * @param offset byte offset, counted from 0
     * @param length number of bytes
     * @return the offset
     * @throws DataFormatException if the range is not wholly inside the source
     */
    public int require(String what, long offset, long length) {
        if (offset < 0 || length < 0 || length > bytes.length || offset > bytes.length - length) {
            throw new DataFormatException(
                    at(offset), what + " needs " + length + " bytes here, but the source has " + bytes.length);
        }
        return (int) offset;
    }

    /**
     * An unsigned byte.
     *
     * @param offset byte offset
     * @return the value, 0 to 255
     * @throws DataFormatException if it lies outside the source
     */
    public int unsignedByte(long offset) {
        return bytes[require("a byte", offset, 1)] & 0xFF;
    }

    /**
     * A signed 16-bit integer.
     *
     * @param offset byte offset
     * @param order byte order
     * @return the value
     * @throws DataFormatException if it lies outside the source
     */
    public short int16(long offset, ByteOrder order) {
        return view(order).getShort(require("a 16-bit integer", offset, Short.BYTES));
    }

    /**
     * A signed 32-bit integer.
     *
     * @param offset byte offset
     * @param order byte order
     * @return the value
     * @throws DataFormatException if it lies outside the source
     */
    public int int32(long offset, ByteOrder order) {
        return view(order).getInt(require("a 32-bit integer", offset, Integer.BYTES));
    }

    /**
     * A signed 64-bit integer.
     *
     * @param offset byte offset
     * @param order byte order
     * @return the value
     * @throws DataFormatException if it lies outside the source
     */
    public long int64(long offset, ByteOrder order) {
        return view(order).getLong(require("a 64-bit integer", offset, Long.BYTES));
    }

    /**
     * A 32-bit floating point number.
     *
     * @param offset byte offset
     * @param order byte order
     * @return the value, possibly not finite
     * @throws DataFormatException if it lies outside the source
     */
    public float float32(long offset, ByteOrder order) {
        return view(order).getFloat(require("a 32-bit number", offset, Float.BYTES));
    }

    /**
     * A 64-bit floating point number.
     *
     * @param offset byte offset
     * @param order byte order
     * @return the value, possibly not finite
     * @throws DataFormatException if it lies outside the source
     */
    public double float64(long offset, ByteOrder order) {
        return view(order).getDouble(require("a 64-bit number", offset, Double.BYTES));
    }

    /**
     * Text of known length.
     *
     * @param offset byte offset
     * @param length number of bytes
     * @param charset encoding
     * @return the text; malformed parts become the replacement character
     * @throws DataFormatException if it lies outside the source
     */
    public String text(long offset, long length, Charset charset) {
        return new String(bytes, require("text", offset, length), (int) length, charset);
    }

    /**
     * Whether the bytes at an offset are the given ones.
     *
     * @param offset byte offset
     * @param expected the expected bytes
     * @return whether they are there, wholly inside the source
     */
    public boolean matches(int offset, byte[] expected) {
        if (offset < 0 || expected.length > bytes.length - offset) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (bytes[offset + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * The first place at which a series of bytes stands.
     *
     * @param pattern the bytes looked for, not empty
     * @param from offset of the first candidate
     * @return its offset, or -1 if it does not occur
     */
    public int indexOf(byte[] pattern, int from) {
        for (int i = Math.max(0, from); i <= bytes.length - pattern.length; i++) {
            if (bytes[i] == pattern[0] && matches(i, pattern)) {
                return i;
            }
        }
        return -1;
    }

    private ByteBuffer view(ByteOrder order) {
        return order == ByteOrder.LITTLE_ENDIAN ? little : big;
    }
}
