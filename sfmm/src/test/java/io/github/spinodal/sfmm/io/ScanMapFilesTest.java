package io.github.spinodal.sfmm.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.data.ScanMap;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.fixtures.Expect;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanMapFilesTest {
    private static final MapReadOptions DEFAULTS = MapReadOptions.withDefaults();

    private static ReadResult<ScanMap> read(byte[] content) {
        return ScanMapFiles.read("test", content, DEFAULTS);
    }

    private static ReadResult<ScanMap> read(String content) {
        return read(content.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertIsTheSample(ScanMap map, double scale) {
        assertEquals(SampleMaps.NX, map.nx());
        assertEquals(SampleMaps.NY, map.ny());
        for (int y = 0; y < map.ny(); y++) {
            for (int x = 0; x < map.nx(); x++) {
                if (!map.isMissing(x, y)) {
                    Expect.close(SampleMaps.value(x, y) * scale, map.value(x, y), 1e-9);
                }
            }
        }
    }

    @Test
    void readsNanoScopeImages() {
        for (int version : new int[] {0x05120130, 0x09200000}) {
            ScanMap map = read(SampleMaps.nanoScope(version, false)).single();

            assertIsTheSample(map, 1e-13);
            assertEquals("Height", map.quantity());
            assertEquals("m", map.unit());
            assertEquals(2000, map.widthNanometres(), 1e-9);
            assertEquals(1500, map.heightNanometres(), 1e-9);
        }
        ReadResult<ScanMap> shifted = read(SampleMaps.nanoScope(0x09200000, true));
        assertIsTheSample(shifted.single(), 1e-13);
        Expect.notice(shifted, 0, "start 1 bytes later");
    }

    @Test
    void unpacksGzipAndRefusesADamagedOne() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(SampleMaps.numpy(true));
        }
        byte[] content = packed.toByteArray();
        assertIsTheSample(read(content).single(), 1);

        byte[] cut = Arrays.copyOf(content, content.length / 2);
        DataFormatException refused = assertThrows(DataFormatException.class, () -> read(cut));
        assertTrue(refused.getMessage().contains("damaged gzip"), refused::getMessage);
    }

    @Test
    void readsNanonisMapsOfBothDirections() {
        for (boolean upwards : new boolean[] {true, false}) {
            ReadResult<ScanMap> result = read(SampleMaps.nanonis(upwards));

            assertEquals(2, result.items().size());
            for (ScanMap map : result.items()) {
                assertIsTheSample(map, 1);
                assertEquals("deg", map.unit());
                assertEquals(1e-9, map.pixelWidthMetre(), 1e-20);
                assertEquals(2e-9, map.pixelHeightMetre(), 1e-20);
            }
            assertEquals("backward", result.items().get(1).metadata().get("direction"));
        }
    }

    @Test
    void readsNumpyArraysOfBothOrders() {
        assertIsTheSample(read(SampleMaps.numpy(true)).single(), 1);
        ReadResult<ScanMap> result = read(SampleMaps.numpy(false));
        assertIsTheSample(result.single(), 1);
        Expect.notice(result, 0, "1 nm was assumed");

        ScanMap named = ScanMapFiles.read(
                        "a.npy",
                        SampleMaps.numpy(false),
                        DEFAULTS.withPixelSize(5).withQuantity("contact potential", "V"))
                .single();
        assertEquals("V", named.unit());
        assertEquals(20, named.widthNanometres(), 1e-9);
    }

    @Test
    void readsMatricesOfNumbers() {
        assertIsTheSample(read(SampleMaps.MATRIX).single(), 1);
        ScanMap map = read(SampleMaps.GWYDDION).single();

        assertIsTheSample(map, 1);
        assertTrue(map.isMissing(2, 1));
        assertEquals("Height", map.quantity());
        assertEquals(500, map.pixelWidthMetre() * 1e9, 1e-9);
    }

    @Test
    void writesWhatItReads(@TempDir Path folder) throws IOException {
        ScanMap map = read(SampleMaps.GWYDDION).single();
        GwyddionText.write(map, folder.resolve("a.txt"));
        GwyddionSimpleField.write(map, folder.resolve("a.gsf"));
        for (String name : new String[] {"a.txt", "a.gsf"}) {
            ScanMap again = ScanMapFiles.read(folder.resolve(name)).single();

            assertIsTheSample(again, 1);
            assertEquals(1, again.missingCount());
            assertTrue(again.isMissing(2, 1));
            assertEquals("Height", again.quantity());
            assertEquals("m", again.unit());
            assertEquals(map.pixelWidthMetre(), again.pixelWidthMetre(), 1e-18);
            assertEquals(map.pixelHeightMetre(), again.pixelHeightMetre(), 1e-18);
        }
    }

    @Test
    void refusesTruncatedAndForeignFiles() {
        byte[] image = SampleMaps.nanoScope(0x05120130, false);
        byte[] sxm = SampleMaps.nanonis(true);
        byte[] npy = SampleMaps.numpy(false);
        byte[] gsf = GwyddionSimpleField.toBytes(read(SampleMaps.GWYDDION).single());
        String huge = new String(npy, StandardCharsets.ISO_8859_1).replace("(3, 4)", "(999999999, 999999999)");

        Expect.refused(() -> read(Arrays.copyOf(image, image.length - 1)), "needs 24 bytes");
        Expect.refused(() -> read(Arrays.copyOf(sxm, sxm.length - 1)), "the maps of 2 channels");
        Expect.refused(() -> read(Arrays.copyOf(npy, npy.length - 1)), "the elements of the array");
        Expect.refused(() -> read(Arrays.copyOf(gsf, gsf.length - 4)), "need 48 bytes");
        Expect.refused(() -> read(huge.getBytes(StandardCharsets.ISO_8859_1)), "valid are 1 to");
        Expect.refused(() -> read("1;2;3\n1;2\n"), "a row of 2 numbers after rows of 3");
        Expect.refused(() -> read("z\tr\n1\t2\n"), "rows of numbers");
        Expect.refused(
                () -> read(SampleCurves.nanoScope(new SampleCurves.NanoScope(0x08150300, 1, 0, 0, false))), "images");
        Expect.refused(() -> read(new byte[0]), "empty");
    }
}
