package io.github.spinodal.sfmm.io;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.fixtures.DamagedFiles;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Damaged files end in curves or maps, or in a typed exception, and in nothing else. */
class SfmmFilesMutationTest {
    private static Map<String, byte[]> curves() {
        Map<String, byte[]> samples = new LinkedHashMap<>();
        SampleCurves.TEXT.forEach((name, text) -> samples.put(name, text.getBytes(StandardCharsets.UTF_8)));
        samples.put("old.spm", SampleCurves.nanoScope(new SampleCurves.NanoScope(0x05120130, 1, 0, 0, true)));
        samples.put("volume.spm", SampleCurves.nanoScope(new SampleCurves.NanoScope(0x09200000, 3, 1, 4, true)));
        samples.put("a.jpk-force", SampleCurves.jpk());
        samples.put("little.ibw", SampleCurves.ibw(ByteOrder.LITTLE_ENDIAN));
        samples.put("big.ibw", SampleCurves.ibw(ByteOrder.BIG_ENDIAN));
        return samples;
    }

    private static Map<String, byte[]> maps() {
        Map<String, byte[]> samples = new LinkedHashMap<>();
        samples.put("old.000", SampleMaps.nanoScope(0x05120130, false));
        samples.put("recent.spm", SampleMaps.nanoScope(0x09200000, true));
        samples.put("a.sxm", SampleMaps.nanonis(true));
        samples.put("doubles.npy", SampleMaps.numpy(false));
        samples.put("columns.npy", SampleMaps.numpy(true));
        samples.put("matrix.txt", SampleMaps.MATRIX.getBytes(StandardCharsets.UTF_8));
        samples.put("gwyddion.txt", SampleMaps.GWYDDION.getBytes(StandardCharsets.UTF_8));
        samples.put(
                "a.gsf",
                GwyddionSimpleField.toBytes(
                        ScanMapFiles.read("map", SampleMaps.numpy(false), MapReadOptions.withDefaults())
                                .single()));
        return samples;
    }

    private static void readCurves(String name, byte[] content) {
        ForceReadOptions options =
                ForceReadOptions.withDefaults().withDeflectionSensitivity(20).withSpringConstant(1);
        assertTrue(!ForceCurveFiles.read(name, content, options).items().isEmpty());
    }

    private static void readMaps(String name, byte[] content) {
        assertTrue(!ScanMapFiles.read(name, content, MapReadOptions.withDefaults())
                .items()
                .isEmpty());
    }

    @Test
    void curvesSurviveThousandsOfMutations() {
        DamagedFiles.survive(curves(), 400, SfmmFilesMutationTest::readCurves);
    }

    @Test
    void mapsSurviveThousandsOfMutations() {
        DamagedFiles.survive(maps(), 400, SfmmFilesMutationTest::readMaps);
    }

    @Test
    @Tag("slow")
    void curvesSurviveAMillionMutations() {
        DamagedFiles.survive(curves(), 112_000, SfmmFilesMutationTest::readCurves);
    }

    @Test
    @Tag("slow")
    void mapsSurviveAMillionMutations() {
        DamagedFiles.survive(maps(), 126_000, SfmmFilesMutationTest::readMaps);
    }
}
