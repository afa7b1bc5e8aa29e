package io.github.spinodal.core.io;

import io.github.spinodal.core.Require;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * A text file in memory, as numbered lines, with its name kept for messages.
 *
 * <p>The encoding is found from the bytes: a byte-order mark decides (UTF-8, UTF-16); without one, zero bytes at every
 * second place mean UTF-16, bytes that form valid UTF-8 mean UTF-8, and anything else is read as ISO 8859-1, in which no
 * byte is invalid. A zero byte elsewhere means that this is no text and is refused. Lines end with LF, CRLF or CR. Immutable.
 */
public final class TextSource {
    /** The largest file that is read unless the caller says otherwise (bytes): 256 MiB. */
    public static final int DEFAULT_LIMIT_BYTES = 1 << 28;

    private static final int UTF16_PROBE = 4096;

    private final String name;
    private final String text;
    private final Charset charset;
    private final int[] starts;

    private TextSource(String name, String text, Charset charset) {
        this.name = name;
        this.text = text;
        this.charset = charset;
        this.starts = lineStarts(text);
    }

    /**
     * Reads a file of at most {@link #DEFAULT_LIMIT_BYTES} bytes.
     *
     * @param path the file
     * @return its text
     * @throws IOException if the file cannot be read
     * @throws DataFormatException if it is longer, or binary
     */
    public static TextSource read(Path path) throws IOException {
        return read(path, DEFAULT_LIMIT_BYTES);
    }

    /**
     * Reads a file of bounded size.
     *
     * @param path the file
     * @param limitBytes the largest size accepted (bytes), at least 1
     * @return its text
     * @throws IOException if the file cannot be read
     * @throws DataFormatException if it is longer, or binary
     */
    public static TextSource read(Path path, int limitBytes) throws IOException {
        return ofBytes(nameOf(path), readBytes(path, limitBytes));
    }

    /**
     * Reads the bytes of a file of bounded size.
     *
     * @param path the file
     * @param limitBytes the largest size accepted (bytes), at least 1
     * @return its bytes
     * @throws IOException if the file cannot be read
     * @throws DataFormatException if it is longer
     */
    public static byte[] readBytes(Path path, int limitBytes) throws IOException {
        Require.atLeast("size limit (bytes)", limitBytes, 1);
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(limitBytes);
            if (bytes.length == limitBytes && in.read() >= 0) {
                throw new DataFormatException(
                        SourceLocation.of(nameOf(path)), "longer than the limit of " + limitBytes + " bytes");
            }
            return bytes;
        }
    }

    private static String nameOf(Path path) {
        Path last = path.getFileName();
        return last == null ? path.toString() : last.toString();
    }

    /**
     * Decodes bytes.
     *
     * @param name file name or another description of the source
     * @param bytes the file's content
     * @return its text
     * @throws DataFormatException if the bytes are no text
     */
    public static TextSource ofBytes(String name, byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return decoded(name, bytes, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return decoded(name, bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return decoded(name, bytes, 2, StandardCharsets.UTF_16BE);
        }
        if (zerosAtEverySecondPlace(bytes, 1)) {
            return decoded(name, bytes, 0, StandardCharsets.UTF_16LE);
        }
        if (zerosAtEverySecondPlace(bytes, 0)) {
            return decoded(name, bytes, 0, StandardCharsets.UTF_16BE);
        }
        return decoded(name, bytes, 0, StandardCharsets.UTF_8);
    }

    /**
     * A text that is in memory already.
     *
     * @param name description of the source
     * @param text its content
     * @return the source
     * @throws DataFormatException if the text holds a zero character
     */
    public static TextSource ofText(String name, String text) {
        return checked(name, text, StandardCharsets.UTF_8);
    }

    private static TextSource decoded(String name, byte[] bytes, int from, Charset expected) {
        int length = bytes.length - from;
        try {
            String text = expected.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, length))
                    .toString();
            return checked(name, text, expected);
        } catch (CharacterCodingException e) {
            if (expected.equals(StandardCharsets.UTF_8)) {
                return checked(
                        name,
                        new String(bytes, from, length, StandardCharsets.ISO_8859_1),
                        StandardCharsets.ISO_8859_1);
            }
            throw new DataFormatException(
                    SourceLocation.of(name), "neither text nor " + expected + ", as its first bytes claim", e);
        }
    }

    private static TextSource checked(String name, String text, Charset charset) {
        int zero = text.indexOf('\0');
        if (zero >= 0) {
            throw new DataFormatException(
                    new SourceLocation(name, 0, zero + 1L), "a zero byte: the file is binary, or damaged, and no text");
        }
        return new TextSource(name, text, charset);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean zerosAtEverySecondPlace(byte[] bytes, int phase) {
        int length = Math.min(bytes.length, UTF16_PROBE) & ~1;
        int zeros = 0;
        int others = 0;
        for (int i = 0; i < length; i += 2) {
            zeros += bytes[i + phase] == 0 ? 1 : 0;
            others += bytes[i + 1 - phase] == 0 ? 1 : 0;
        }
        return length >= 4 && others == 0 && zeros > 0.45 * length;
    }

    private static int[] lineStarts(String text) {
        int[] found = new int[16];
        int count = 0;
        int start = 0;
        while (start < text.length()) {
            if (count == found.length) {
                found = Arrays.copyOf(found, 2 * count);
            }
            found[count++] = start;
            start = nextStart(text, start);
        }
        found = Arrays.copyOf(found, count + 1);
        found[count] = text.length();
        return found;
    }

    private static int nextStart(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                return i + 1;
            }
            if (c == '\r') {
                return i + 1 < text.length() && text.charAt(i + 1) == '\n' ? i + 2 : i + 1;
            }
        }
        return text.length();
    }

    /**
     * File name or another description of the source.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * The encoding that was found.
     *
     * @return the character set
     */
    public Charset charset() {
        return charset;
    }

    /**
     * Number of lines.
     *
     * @return number of lines; a last line without a line break counts
     */
    public int lineCount() {
        return starts.length - 1;
    }

    /**
     * A line without its line break.
     *
     * @param number line number, counted from 1
     * @return the line
     * @throws IndexOutOfBoundsException if there is no such line
     */
    public String line(int number) {
        int from = starts[number - 1];
        int to = starts[number];
        while (to > from && (text.charAt(to - 1) == '\n' || text.charAt(to - 1) == '\r')) {
            to--;
        }
        return text.substring(from, to);
    }

    /**
     * All lines, the first at index 0.
     *
     * @return an unmodifiable view
     */
    public List<String> lines() {
        return new Lines();
    }

    /**
     * The text from a line to the end, with its line breaks as they are in the file.
     *
     * @param number number of the first line, counted from 1, at most one more than there are lines
     * @return the rest of the text
     */
    public String textFrom(int number) {
        return text.substring(starts[number - 1]);
    }

    /**
     * Whether the last line is closed by a line break; where it is not, the file may have been cut.
     *
     * @return whether the text is empty or ends with a line break
     */
    public boolean endsWithLineBreak() {
        return text.isEmpty() || text.endsWith("\n") || text.endsWith("\r");
    }

    /**
     * The source as a location.
     *
     * @return the source as a whole
     */
    public SourceLocation location() {
        return SourceLocation.of(name);
    }

    /**
     * A line as a location.
     *
     * @param number line number, counted from 1
     * @return the line
     */
    public SourceLocation at(int number) {
        return SourceLocation.ofLine(name, number);
    }

    /**
     * A field of a line as a location.
     *
     * @param number line number, counted from 1
     * @param column field number, counted from 1
     * @return the field
     */
    public SourceLocation at(int number, int column) {
        return new SourceLocation(name, number, column);
    }

    /**
     * An error about the source as a whole, ready to be thrown.
     *
     * @param problem what is wrong and what would be valid
     * @return the exception
     */
    public DataFormatException error(String problem) {
        return new DataFormatException(location(), problem);
    }

    /**
     * An error about a line, ready to be thrown.
     *
     * @param number line number, counted from 1
     * @param problem what is wrong there and what would be valid
     * @return the exception
     */
    public DataFormatException error(int number, String problem) {
        return new DataFormatException(at(number), problem);
    }

    @Override
    public String toString() {
        return "TextSource[" + name + ", " + lineCount() + " lines, " + charset + "]";
    }

    private final class Lines extends AbstractList<String> implements RandomAccess {
        @Override
        public String get(int index) {
            return line(index + 1);
        }

        @Override
        public int size() {
            return lineCount();
        }
    }
}
