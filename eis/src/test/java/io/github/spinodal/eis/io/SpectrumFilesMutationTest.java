package io.github.spinodal.eis.io;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.fixtures.DamagedFiles;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Damaged files end in spectra or in a typed exception, and in nothing else. */
class SpectrumFilesMutationTest {
    private static Map<String, byte[]> samples() {
        Map<String, byte[]> samples = new LinkedHashMap<>();
        for (String name : SampleFiles.TEXT) {
            samples.put(name, SampleFiles.text(name));
        }
        samples.put("zahner.ism", SampleFiles.zahner(SampleFiles.POINTS));
        samples.put("old.mpr", SampleFiles.biologic(3));
        samples.put("recent.mpr", SampleFiles.biologic(11));
        return samples;
    }

    private static void read(String name, byte[] damaged) {
        ReadResult<ImpedanceSpectrum> result = SpectrumFiles.read(name, damaged);
        assertTrue(result.items().stream().mapToInt(ImpedanceSpectrum::size).sum() <= damaged.length);
    }

    @Test
    void survivesThousandsOfMutations() {
        DamagedFiles.survive(samples(), 400, SpectrumFilesMutationTest::read);
    }

    @Test
    @Tag("slow")
    void survivesHalfAMillionMutations() {
        DamagedFiles.survive(samples(), 24_000, SpectrumFilesMutationTest::read);
    }
}
