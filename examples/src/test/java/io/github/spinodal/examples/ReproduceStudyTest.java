package io.github.spinodal.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.fixtures.SharedData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
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
    void recomputesTheStudy() throws IOException {
        assertEquals(0, run("--grains", "200", "--out", folder.toString()), error());
        Map<String, String> rows = rows();
        // From the inputs printed in SI Section 6; the study's own 58.9 uAh is a slip.
        assertEquals(54.6, Double.parseDouble(rows.get("film.charge.low")), 1e-9);
        assertEquals(59.8, Double.parseDouble(rows.get("film.charge.high")), 1e-9);
        assertEquals(2.313, Double.parseDouble(rows.get("fraction.total.light")), 5e-4);
        assertEquals(3.437, Double.parseDouble(rows.get("fraction.plateau.light")), 5e-4);
        assertEquals(0.836, Double.parseDouble(rows.get("structure.lattice.xray.corrected")), 1e-3);
        assertEquals(65.0, Double.parseDouble(rows.get("cycling.retention.bare")), 0.05);
        String page = Files.readString(folder.resolve("index.html"));
        assertTrue(
                page.contains("the printed 58.9 is a slip"), "the report says where the study disagrees with itself");
        assertFalse(page.contains("src=\"http"), "the page loads nothing from elsewhere");
    }

    private Map<String, String> rows() throws IOException {
        Map<String, String> values = new HashMap<>();
        try (CSVParser parser = CSVParser.parse(
                folder.resolve("results.csv"),
                StandardCharsets.UTF_8,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            for (CSVRecord row : parser) {
                assertNull(values.put(row.get("id"), row.get("value")), "id given twice: " + row.get("id"));
                assertFalse(row.get("verdict").isEmpty(), row.get("id"));
            }
        }
        return values;
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
