package io.github.spinodal.core.cycling;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.spinodal.core.InvalidInputException;
import io.github.spinodal.core.io.Mutation;
import io.github.spinodal.core.io.TextSource;
import io.github.spinodal.core.table.DataTable;
import io.github.spinodal.core.table.ImpedanceTable;
import io.github.spinodal.fixtures.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever a file holds, the readers return data or throw an {@link InvalidInputException}. */
class CyclingFuzzTest {
    private static final byte[] IMPEDANCE =
            "# c\nfrequency (Hz),real (ohm),imaginary (ohm),sigma (ohm)\n1000,1,-2,0.1\n100,2,-3,0.1\n10,3,-4,0.1\n"
                    .getBytes(StandardCharsets.UTF_8);

    private static void fuzz(List<byte[]> samples, int perSample, long seed) {
        int read = 0;
        for (int s = 0; s < samples.size(); s++) {
            Random random = new Random(seed + s);
            for (int k = 0; k < perSample; k++) {
                byte[] bytes = Mutation.of(samples.get(s), random);
                try {
                    read += reads(bytes) ? 1 : 0;
                } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                    fail("sample " + s + ", mutation " + k + ":\n" + new String(bytes, StandardCharsets.ISO_8859_1), e);
                }
            }
        }
        assertTrue(read > 0.05 * samples.size() * perSample, "mutations that still read: " + read);
    }

    private static boolean reads(byte[] bytes) {
        boolean read = false;
        try {
            CyclingData data = CyclingFiles.parse("x", bytes, CyclingReadOptions.withDefaults())
                    .single();
            CycleTable.of(data, EfficiencyConvention.DISCHARGE_OVER_CHARGE)
                    .table()
                    .toJson();
            if (data.hasCurrents()) {
                BranchExtraction.withDefaults().withFewestPoints(2).extract(data);
            }
            read = true;
        } catch (InvalidInputException expected) {
            read |= String.valueOf(expected.getMessage()).isEmpty();
        }
        try {
            CyclingFiles.parseVoltammogram("x", bytes).single().sweeps();
            read = true;
        } catch (InvalidInputException expected) {
            read |= String.valueOf(expected.getMessage()).isEmpty();
        }
        return read;
    }

    private static List<byte[]> samples() {
        return CyclingSamples.NAMES.stream().map(CyclingSamples::bytes).toList();
    }

    @Test
    void damagedFilesNeverCauseAnythingButATypedException() {
        fuzz(samples(), 300, 1);
    }

    @Test
    @Tag("slow")
    void damagedFilesNeverCauseAnythingButATypedExceptionAtLength() {
        fuzz(samples(), 10_000, 100);
    }

    @Test
    @Tag("slow")
    @Tag("shared-data")
    void damagedRealFilesNeverCauseAnythingButATypedException() throws IOException {
        List<byte[]> beginnings = new ArrayList<>();
        try (Stream<Path> files = Files.list(SharedData.file("cycling"))) {
            for (Path file : files.sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                beginnings.add(java.util.Arrays.copyOf(bytes, Math.min(bytes.length, 24_000)));
            }
        }
        fuzz(beginnings, 700, 200);
    }

    @Test
    void damagedTablesNeverCauseAnythingButATypedException() {
        Random random = new Random(3);
        int read = 0;
        for (int k = 0; k < 5000; k++) {
            byte[] bytes = Mutation.of(IMPEDANCE, random);
            try {
                TextSource source = TextSource.ofBytes("x", bytes);
                DataTable table = DataTable.parse(source);
                DataTable.parse(TextSource.ofText("y", table.toCsv()));
                ImpedanceTable.parse(source);
                read++;
            } catch (InvalidInputException expected) {
                read += 0;
            } catch (RuntimeException e) {
                fail("mutation " + k + ":\n" + new String(bytes, StandardCharsets.ISO_8859_1), e);
            }
        }
        assertTrue(read > 250, "mutations that still read: " + read);
    }
}
