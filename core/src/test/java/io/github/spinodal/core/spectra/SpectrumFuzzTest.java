package io.github.spinodal.core.spectra;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.spinodal.core.InvalidInputException;
import io.github.spinodal.core.io.Mutation;
import io.github.spinodal.fixtures.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever a file holds, the readers return spectra or throw an {@link InvalidInputException}. */
class SpectrumFuzzTest {
    private static void fuzz(List<byte[]> samples, int perSample, long seed) {
        int read = 0;
        for (int s = 0; s < samples.size(); s++) {
            Random random = new Random(seed + s);
            for (int k = 0; k < perSample; k++) {
                byte[] bytes = Mutation.of(samples.get(s), random);
                try {
                    SpectrumFiles.parse("x", bytes);
                    read++;
                } catch (InvalidInputException expected) {
                    assertTrue(String.valueOf(expected.getMessage()).startsWith("x"), expected.getMessage());
                } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                    fail("sample " + s + ", mutation " + k + ":\n" + new String(bytes, StandardCharsets.ISO_8859_1), e);
                }
            }
        }
        assertTrue(read > 0.05 * samples.size() * perSample, "mutations that still read: " + read);
    }

    private static List<byte[]> samples() {
        return SpectrumSamples.NAMES.stream().map(SpectrumSamples::bytes).toList();
    }

    @Test
    void damagedFilesNeverCauseAnythingButATypedException() {
        fuzz(samples(), 300, 1);
    }

    @Test
    @Tag("slow")
    void damagedFilesNeverCauseAnythingButATypedExceptionAtLength() {
        fuzz(samples(), 15_000, 100);
    }

    @Test
    @Tag("slow")
    @Tag("shared-data")
    void damagedRealFilesNeverCauseAnythingButATypedException() throws IOException {
        List<byte[]> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(SharedData.file("spectra"))) {
            for (Path file : paths.sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                files.add(Arrays.copyOf(bytes, Math.min(bytes.length, 32_000)));
            }
        }
        fuzz(files, 600, 200);
    }
}
