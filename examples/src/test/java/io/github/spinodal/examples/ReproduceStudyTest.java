package io.github.spinodal.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.fixtures.SharedData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproduceStudyTest {
    private static final String HEADER = "id,quantity,value,uncertainty,unit,published,source,verdict";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return ReproduceStudy.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String error() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    @Tag("shared-data")
    void readsASpectrumAndDrawsItsNyquistPlot() throws IOException {
        Path spectrum = SharedData.file("eis/impedance-py/exampleData.csv");
        assertEquals(0, run("--eis", spectrum.toString(), "--out", folder.toString()), error());
        String csv = Files.readString(folder.resolve("results.csv"));
        assertTrue(csv.startsWith(HEADER + "\n"), csv);
        assertTrue(csv.contains("eis.exampleData.csv.points,number of points,66"), csv);
        assertTrue(Files.size(folder.resolve("figures/nyquist-exampledata-csv.png")) > 5000);
        assertTrue(Files.readString(folder.resolve("index.html")).contains("<svg"));
    }

    @Test
    void saysWhatIsWrongInOneSentenceAndAnExitCode() throws IOException {
        assertEquals(2, run("--eiss", "x"));
        assertTrue(error().contains("unknown argument \"--eiss\""), error());
        assertEquals(2, run("--eis"));
        assertTrue(error().contains("--eis needs a value"), error());
        assertEquals(3, run("--eis", folder.resolve("absent.csv").toString(), "--out", folder.toString()));
        Path nonsense = Files.writeString(folder.resolve("nonsense.csv"), "to be\nor not\n");
        assertEquals(2, run("--eis", nonsense.toString(), "--out", folder.toString()));
        assertTrue(error().contains("nonsense.csv"), error());
        assertFalse(error().contains("Exception"), error());
    }

    @Test
    void helpShowsEveryOptionThatWorks() {
        assertEquals(0, run("--help"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("--eis FILE"));
    }
}
