package io.github.spinodal.core.cycling;

import io.github.spinodal.core.InvalidInputException;
import io.github.spinodal.core.io.TextSource;
import io.github.spinodal.core.table.DataTable;
import io.github.spinodal.core.table.ImpedanceTable;
import io.github.spinodal.fixtures.DamagedFiles;
import io.github.spinodal.fixtures.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Damaged cycling files and tables end in data or in a typed exception, and in nothing else. */
class CyclingFuzzTest {
    private static final Map<String, byte[]> SAMPLES =
            CyclingSamples.NAMES.stream().collect(Collectors.toMap(name -> name, CyclingSamples::bytes));

    /** As cycles, or as a voltammogram where it holds no cycles. */
    private static void read(String name, byte[] bytes) {
        try {
            CyclingData data = CyclingFiles.parse(name, bytes, CyclingReadOptions.withDefaults())
                    .single();
            CycleTable.of(data, EfficiencyConvention.DISCHARGE_OVER_CHARGE)
                    .table()
                    .toJson();
            if (data.hasCurrents()) {
                BranchExtraction.withDefaults().withFewestPoints(2).extract(data);
            }
        } catch (InvalidInputException noCycles) {
            CyclingFiles.parseVoltammogram(name, bytes).single().sweeps();
        }
    }

    @Test
    void damagedFilesNeverCauseAnythingButATypedException() {
        DamagedFiles.survive(SAMPLES, 300, CyclingFuzzTest::read);
    }

    @Test
    @Tag("slow")
    void damagedFilesNeverCauseAnythingButATypedExceptionAtLength() {
        DamagedFiles.survive(SAMPLES, 10_000, CyclingFuzzTest::read);
    }

    @Test
    @Tag("slow")
    @Tag("shared-data")
    void damagedRealFilesNeverCauseAnythingButATypedException() throws IOException {
        Map<String, byte[]> beginnings = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(SharedData.file("cycling"))) {
            for (Path file : files.sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                beginnings.put(file.getFileName().toString(), Arrays.copyOf(bytes, Math.min(bytes.length, 24_000)));
            }
        }
        DamagedFiles.survive(beginnings, 700, CyclingFuzzTest::read);
    }

    @Test
    void damagedTablesNeverCauseAnythingButATypedException() {
        String table =
                "# c\nfrequency (Hz),real (ohm),imaginary (ohm),sigma (ohm)\n1000,1,-2,0.1\n100,2,-3,0.1\n10,3,-4,0.1\n";
        DamagedFiles.survive(Map.of("table.csv", table.getBytes(StandardCharsets.UTF_8)), 5000, (name, bytes) -> {
            TextSource source = TextSource.ofBytes(name, bytes);
            DataTable.parse(TextSource.ofText("copy", DataTable.parse(source).toCsv()));
            ImpedanceTable.parse(source);
        });
    }
}
