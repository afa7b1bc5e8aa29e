package io.github.spinodal.sfmm.io;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.spinodal.core.InvalidInputException;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.fixtures.Mutations;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
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

    private static void survive(
            Map<String, byte[]> samples, int mutationsOfEach, BiFunction<String, byte[], ReadResult<?>> reader) {
        int refused = 0;
        int read = 0;
        for (Map.Entry<String, byte[]> sample : samples.entrySet()) {
            for (int seed = 0; seed < mutationsOfEach; seed++) {
                byte[] damaged = Mutations.mutate(sample.getValue(), seed);
                try {
                    assertTrue(!reader.apply(sample.getKey(), damaged).items().isEmpty());
                    read++;
                } catch (InvalidInputException e) {
                    assertTrue(String.valueOf(e.getMessage()).length() < 4000, e.getMessage());
                    refused++;
                } catch (RuntimeException | Error e) {
                    fail(sample.getKey() + " with seed " + seed, e);
                }
            }
        }
        assertTrue(read > 0 && refused > 0, "the mutations must hurt, but not always");
    }

    private static ReadResult<?> readCurves(String name, byte[] content) {
        ForceReadOptions options =
                ForceReadOptions.withDefaults().withDeflectionSensitivity(20).withSpringConstant(1);
        return ForceCurveFiles.read(name, content, options);
    }

    private static ReadResult<?> readMaps(String name, byte[] content) {
        return ScanMapFiles.read(name, content, MapReadOptions.withDefaults());
    }

    @Test
    void curvesSurviveThousandsOfMutations() {
        survive(curves(), 400, SfmmFilesMutationTest::readCurves);
    }

    @Test
    void mapsSurviveThousandsOfMutations() {
        survive(maps(), 400, SfmmFilesMutationTest::readMaps);
    }

    @Test
    @Tag("slow")
    void curvesSurviveAQuarterOfAMillionMutations() {
        survive(curves(), 28_000, SfmmFilesMutationTest::readCurves);
    }

    @Test
    @Tag("slow")
    void mapsSurviveAQuarterOfAMillionMutations() {
        survive(maps(), 32_000, SfmmFilesMutationTest::readMaps);
    }
}
