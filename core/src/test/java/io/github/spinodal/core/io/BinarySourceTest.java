package io.github.spinodal.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinarySourceTest {
    private static final byte[] BYTES = {0x01, 0x02, 0x03, 0x04, (byte) 0xFF, 0x00, 0x41, 0x42};

    private final BinarySource source = BinarySource.of("sample", BYTES);

    @Test
    void readsBothByteOrders() {
        assertEquals(0x0102, source.int16(0, ByteOrder.BIG_ENDIAN));
        assertEquals(0x0201, source.int16(0, ByteOrder.LITTLE_ENDIAN));
        assertEquals(0x01020304, source.int32(0, ByteOrder.BIG_ENDIAN));
        assertEquals(0x04030201, source.int32(0, ByteOrder.LITTLE_ENDIAN));
        assertEquals(0x01020304FF004142L, source.int64(0, ByteOrder.BIG_ENDIAN));
        assertEquals(Float.intBitsToFloat(0x01020304), source.float32(0, ByteOrder.BIG_ENDIAN));
        assertEquals(Double.longBitsToDouble(0x01020304FF004142L), source.float64(0, ByteOrder.BIG_ENDIAN));
        assertEquals(255, source.unsignedByte(4));
        assertEquals("AB", source.text(6, 2, StandardCharsets.US_ASCII));
    }

    @Test
    void refusesWhatLiesOutside() {
        for (long offset : new long[] {-1, 5, 8, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThrows(DataFormatException.class, () -> source.int32(offset, ByteOrder.BIG_ENDIAN));
        }
        assertThrows(DataFormatException.class, () -> source.require("a block", 4, -1));
        assertThrows(DataFormatException.class, () -> source.require("a block", 4, Long.MAX_VALUE));
        DataFormatException error = assertThrows(DataFormatException.class, () -> source.require("a block", 4, 5));
        assertEquals("sample, byte 4: a block needs 5 bytes here, but the source has 8", error.getMessage());
        assertEquals(8, source.require("nothing", 8, 0));
    }

    @Test
    void findsPatterns() {
        assertEquals(6, source.indexOf(new byte[] {0x41, 0x42}, 0));
        assertEquals(-1, source.indexOf(new byte[] {0x42, 0x43}, 0));
        assertEquals(-1, source.indexOf(new byte[] {0x01}, 1));
        assertTrue(source.matches(6, new byte[] {0x41, 0x42}));
        assertFalse(source.matches(7, new byte[] {0x42, 0x43}));
        assertFalse(source.matches(-1, new byte[0]));
    }

    @Test
    void boundsTheSizeOfFiles(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("a.bin"), BYTES);

        assertEquals(8, BinarySource.read(file, 8).size());
        assertEquals("a.bin", BinarySource.read(file, 8).name());
        assertThrows(DataFormatException.class, () -> BinarySource.read(file, 7));
        assertThrows(IOException.class, () -> BinarySource.read(folder.resolve("absent"), 7));
    }
}
