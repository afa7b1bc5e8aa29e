package io.github.spinodal.eis.io;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.spinodal.core.InvalidInputException;
import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.fixtures.Mutations;
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

    private static void survive(int mutationsOfEach) {
        int refused = 0;
        int read = 0;
        for (Map.Entry<String, byte[]> sample : samples().entrySet()) {
            for (int seed = 0; seed < mutationsOfEach; seed++) {
                byte[] damaged = Mutations.mutate(sample.getValue(), seed);
                try {
                    ReadResult<ImpedanceSpectrum> result = SpectrumFiles.read(sample.getKey(), damaged);
                    assertTrue(result.items().stream()
                                    .mapToInt(ImpedanceSpectrum::size)
                                    .sum()
                            <= damaged.length);
                    read++;
                } catch (InvalidInputException e) {
                    assertTrue(String.valueOf(e.getMessage()).length() < 2000, e.getMessage());
                    refused++;
                } catch (RuntimeException | Error e) {
                    fail(sample.getKey() + " with seed " + seed, e);
                }
            }
        }
        assertTrue(read > 0 && refused > 0, "the mutations must hurt, but not always");
    }

    @Test
    void survivesThousandsOfMutations() {
        survive(400);
    }

    @Test
    @Tag("slow")
    void survivesHalfAMillionMutations() {
        survive(24_000);
    }
}
