package io.github.spinodal.core.spectra;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.fixtures.DamagedFiles;
import io.github.spinodal.fixtures.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Damaged files of spectra end in spectra or in a typed exception, and in nothing else. */
class SpectrumFuzzTest {
    private static final Map<String, byte[]> SAMPLES =
            SpectrumSamples.NAMES.stream().collect(Collectors.toMap(name -> name, SpectrumSamples::bytes));

    private static void read(String name, byte[] bytes) {
        assertTrue(!SpectrumFiles.parse(name, bytes).items().isEmpty());
    }

    @Test
    void damagedFilesNeverCauseAnythingButATypedException() {
        DamagedFiles.survive(SAMPLES, 300, SpectrumFuzzTest::read);
    }

    @Test
    @Tag("slow")
    void damagedFilesNeverCauseAnythingButATypedExceptionAtLength() {
        DamagedFiles.survive(SAMPLES, 15_000, SpectrumFuzzTest::read);
    }

    @Test
    @Tag("slow")
    @Tag("shared-data")
    void damagedRealFilesNeverCauseAnythingButATypedException() throws IOException {
        Map<String, byte[]> beginnings = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(SharedData.file("spectra"))) {
            for (Path file : files.sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                beginnings.put(file.getFileName().toString(), Arrays.copyOf(bytes, Math.min(bytes.length, 32_000)));
            }
        }
        DamagedFiles.survive(beginnings, 600, SpectrumFuzzTest::read);
    }
}
