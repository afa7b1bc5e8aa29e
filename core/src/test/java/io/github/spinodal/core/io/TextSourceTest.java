package io.github.spinodal.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextSourceTest {
    private static final String TEXT = "T/\u00b0C\n3\u00b5\n";

    private static TextSource of(byte[] mark, byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(mark);
        bytes.writeBytes(body);
        return TextSource.ofBytes("f.txt", bytes.toByteArray());
    }

    @Test
    void findsTheEncoding() {
        byte[] none = {};
        byte[] utf8 = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
        byte[] little = {(byte) 0xFF, (byte) 0xFE};
        byte[] big = {(byte) 0xFE, (byte) 0xFF};
        List<TextSource> sources = List.of(
                of(none, TEXT.getBytes(StandardCharsets.UTF_8)),
                of(utf8, TEXT.getBytes(StandardCharsets.UTF_8)),
                of(none, TEXT.getBytes(StandardCharsets.ISO_8859_1)),
                of(little, TEXT.getBytes(StandardCharsets.UTF_16LE)),
                of(big, TEXT.getBytes(StandardCharsets.UTF_16BE)),
                of(none, TEXT.getBytes(StandardCharsets.UTF_16LE)),
                of(none, TEXT.getBytes(StandardCharsets.UTF_16BE)));
        for (TextSource source : sources) {
            assertEquals(List.of("T/\u00b0C", "3\u00b5"), source.lines(), source.toString());
        }
        assertEquals(StandardCharsets.UTF_8, sources.get(1).charset());
        assertEquals(StandardCharsets.ISO_8859_1, sources.get(2).charset());
        assertEquals(StandardCharsets.UTF_16LE, sources.get(5).charset());
        assertEquals(StandardCharsets.UTF_16BE, sources.get(6).charset());
    }

    @Test
    void splitsLinesAtEveryKindOfBreak() {
        TextSource source = TextSource.ofText("f", "a\r\nb\rc\n\nd");
        assertEquals(List.of("a", "b", "c", "", "d"), source.lines());
        assertEquals("c", source.line(3));
        assertEquals("c\n\nd", source.textFrom(3));
        assertFalse(source.endsWithLineBreak());
        assertTrue(TextSource.ofText("f", "a\r").endsWithLineBreak());
        assertTrue(TextSource.ofText("f", "").endsWithLineBreak());
        assertEquals(0, TextSource.ofText("f", "").lineCount());
        assertEquals("", TextSource.ofText("f", "a\n").textFrom(2));
        StringBuilder many = new StringBuilder();
        for (int i = 1; i <= 100; i++) {
            many.append(i).append('\n');
        }
        assertEquals("97", TextSource.ofText("f", many.toString()).line(97));
        assertThrows(IndexOutOfBoundsException.class, () -> source.line(6));
    }

    @Test
    void refusesBinaryAndDamagedText() {
        DataFormatException binary =
                assertThrows(DataFormatException.class, () -> of(new byte[] {'a', 0, 0, 'b'}, new byte[] {}));
        assertEquals(2, binary.location().column());
        assertTrue(String.valueOf(binary.getMessage()).startsWith("f.txt, byte 2: a zero byte"), binary.getMessage());
        byte[] odd = {(byte) 0xFF, (byte) 0xFE, 'a'};
        assertThrows(DataFormatException.class, () -> TextSource.ofBytes("f", odd));
    }

    @Test
    void boundsTheSize(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("x.csv"), "12345".getBytes(StandardCharsets.US_ASCII));
        assertEquals("12345", TextSource.read(file, 5).line(1));
        assertEquals("x.csv", TextSource.read(file).name());
        DataFormatException e = assertThrows(DataFormatException.class, () -> TextSource.read(file, 4));
        assertEquals("x.csv: longer than the limit of 4 bytes", e.getMessage());
        assertThrows(NoSuchFileException.class, () -> TextSource.read(folder.resolve("absent")));
    }

    @Test
    void locatesErrors() {
        TextSource source = TextSource.ofText("f", "a\n");
        assertEquals("f, line 3, column 2", source.at(3, 2).toString());
        assertEquals("f, line 3: bad", source.error(3, "bad").getMessage());
        assertEquals("f: bad", source.error("bad").getMessage());
    }

    @Test
    void quotesExcerptsOfAnyText() {
        assertEquals("empty", Excerpt.of(""));
        assertEquals("\"a b\ufffd\"", Excerpt.of("a\tb\u0007"));
        assertEquals("\"" + "x".repeat(60) + "\"", Excerpt.of("x".repeat(60)));
        assertEquals("\"" + "x".repeat(60) + "...\"", Excerpt.of("x".repeat(61)));
    }
}
