package io.github.spinodal.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.eis.Circuit;
import io.github.spinodal.eis.Impedance;
import io.github.spinodal.fixtures.SharedData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    /** Each option has a line, and the lines' own examples are understood. */
    @Test
    void helpShowsEveryOptionThatWorks() {
        assertEquals(0, run("--help"));
        assertEquals(2, run("--nonsense"));
        String valid = error().substring(error().indexOf("valid are ") + "valid are ".length());
        for (String option : valid.strip().split(", ")) {
            assertTrue(progress().contains("  " + option + " "), option);
        }
    }

    @Test
    void theBarIsDrawnOnATerminalOnly() {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Progress bar = new Progress(stream, true, 2);
        bar.begin("first");
        bar.step(0.5, "half");
        assertTrue(progress().contains("[#####...............] 1/2 first, 0 s: half"), progress());
        bar.end("done");
        assertTrue(progress().endsWith("[1/2] first ... done" + System.lineSeparator()), progress());
        out.reset();
        Progress plain = new Progress(stream, false, 2);
        plain.begin("first");
        plain.step(0.5, "half");
        plain.end("done");
        assertEquals("[1/2] first ... done" + System.lineSeparator(), progress());
        assertFalse(Progress.isTerminal(stream));
    }

    private Path spectrum(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, SampleSpectrum.csv());
    }

    @Test
    void aSpectrumAreaAndConcentrationGiveADiffusionCoefficient() throws IOException {
        String file = spectrum("cell.csv").toString();
        String[] common = {"--eis", file, "--area", "1+-0.01", "--concentration", "0.01", "--out", folder.toString()};
        assertEquals(0, run(common), error());
        // The closed form R^2 T^2 / (2 n^4 F^4 sigma^2 A^2 C^2) at A = 1 cm2, C = 0.01 mol/cm3, T = 298.15 K.
        assertEquals(2.763040e-17, Double.parseDouble(rows().get("eis.cell.csv.diffusion")), 1e-22);
        String csv = Files.readString(folder.resolve("results.csv"));
        assertTrue(csv.contains("convention one-species"), csv);
        List<String> twoSpecies = new ArrayList<>(List.of(common));
        twoSpecies.addAll(List.of("--convention", "two-species", "--temperature", "298.15", "--electrons", "1"));
        assertEquals(0, run(twoSpecies.toArray(String[]::new)), error());
        assertEquals(4 * 2.763040e-17, Double.parseDouble(rows().get("eis.cell.csv.diffusion")), 4e-22);
    }

    @Test
    void aFiniteLengthAndATitrationCurveGiveOneToo() throws IOException {
        StringBuilder csv = new StringBuilder("frequency (Hz),real (ohm),imaginary (ohm)\n");
        Circuit finite = Circuit.parse("R0-p(R1-Wo1,CPE1)");
        for (int i = 0; i < 61; i++) {
            double f = Math.pow(10, 5 - 0.12 * i);
            Impedance z = finite.impedance(f, 3, 100, 50, 2.5, 1e-5, 0.8);
            csv.append(f + "," + z.realOhm() + "," + z.imaginaryOhm() + "\n");
        }
        String file = Files.writeString(folder.resolve("film.csv"), csv).toString();
        String[] circuit = {"--eis", file, "--circuit", "R0-p(R1-Wo1,CPE1)", "--out", folder.toString()};
        List<String> length = new ArrayList<>(List.of(circuit));
        length.addAll(List.of("--length", "0.5"));
        assertEquals(0, run(length.toArray(String[]::new)), error());
        // D = L^2/tau = (0.5e-4 cm)^2 / 2.5 s.
        assertEquals(1e-9, Double.parseDouble(rows().get("eis.film.csv.diffusion")), 1e-14);
        List<String> titration = new ArrayList<>(List.of(circuit));
        titration.addAll(List.of("--area", "2", "--molar-volume", "45", "--titration-slope", "0.1"));
        assertEquals(0, run(titration.toArray(String[]::new)), error());
        // D = (V_m |dE/dx| / (n F A sigma))^2 / 2 with sigma = Z0/sqrt(2 tau), in cm2/s.
        double sigma = 50 / Math.sqrt(5);
        double expected = Math.pow(45 * 0.1 / (96485.33212 * 2 * sigma), 2) / 2;
        assertEquals(expected, Double.parseDouble(rows().get("eis.film.csv.diffusion")), 1e-5 * expected);
    }

    @Test
    void diffusionOptionsThatDoNotFitAreRefusedInOneSentence() throws IOException {
        String file = spectrum("cell.csv").toString();
        refused("--concentration is missing", "--eis", file, "--area", "1");
        refused("does not use --area", "--eis", file, "--length", "1", "--area", "1");
        refused("--area needs a number such as", "--eis", file, "--area", "big", "--concentration", "1");
        refused("must be", "--eis", file, "--area", "-1", "--concentration", "1");
        refused("--convention must be one of one-species", "--eis", file, "--convention", "bard", "--area", "1");
        refused("needs a spectrum", "--area", "1", "--concentration", "1");
        // A circuit without diffusion is fitted all the same, and the row says why there is no coefficient.
        assertEquals(
                0,
                run(
                        "--eis",
                        file,
                        "--circuit",
                        "R(QR)",
                        "--area",
                        "1",
                        "--concentration",
                        "1",
                        "--out",
                        folder + "/o"));
        assertTrue(Files.readString(folder.resolve("o/results.csv")).contains("diffusion,diffusion coefficient,none"));
    }

    private void refused(String part, String... arguments) {
        err.reset();
        assertEquals(2, run(arguments));
        assertTrue(error().contains(part), error());
        assertEquals(1, error().strip().lines().count(), error());
    }

    @Test
    void wildcardsAndFilesOfOneNameAreKeptApart() throws IOException {
        spectrum("a/cell.csv");
        spectrum("b/cell.csv");
        spectrum("b/other.csv");
        Files.createDirectories(folder.resolve("b/folder.csv"));
        assertEquals(
                0,
                run("--eis", folder + "/a/*.csv", "--eis", folder + "/b/*.csv", "--out", folder + "/report"),
                error());
        String csv = Files.readString(folder.resolve("report/results.csv"));
        assertTrue(csv.contains("eis." + folder.resolve("a/cell.csv") + ".points"), csv);
        assertTrue(csv.contains("eis." + folder.resolve("b/cell.csv") + ".points"), csv);
        assertTrue(csv.contains("eis.other.csv.points"), csv);
        assertTrue(progress().contains("[3/3] "), progress());
        refused("no file matches", "--eis", folder + "/b/*.mpt");
        refused("is not a valid wildcard", "--eis", folder + "/b/[");
        refused("is a folder", "--force", folder.toString());
    }

    private String progress() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void oneBadFileDoesNotTakeTheOthersWithIt() throws IOException {
        String good = spectrum("good.csv").toString();
        String bad =
                Files.writeString(folder.resolve("bad.csv"), "to be\nor not\n").toString();
        assertEquals(2, run("--eis", bad, good, "--out", folder + "/report"));
        assertEquals(1, error().strip().lines().count(), error());
        assertTrue(Files.readString(folder.resolve("report/results.csv")).contains("eis.good.csv.points"));
        err.reset();
        assertEquals(3, run("--eis", folder + "/absent.csv", good, "--out", folder + "/report"));
        assertEquals("no such file: " + folder + "/absent.csv", error().strip());
        err.reset();
        assertEquals(3, run("--eis", good, "--out", good + "/report"));
        assertEquals(1, error().strip().lines().count(), error());
    }

    /** Whatever instrument a file is from, and whatever it is taken for: a report or one sentence. */
    @Test
    @Tag("shared-data")
    @Tag("slow")
    void everyRealFileEndsInAReportOrASentence() throws IOException {
        Path data = SharedData.file("eis/impedance-py/exampleData.csv")
                .getParent()
                .getParent()
                .getParent();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                for (String option : List.of("--eis", "--cycling", "--force")) {
                    if (Files.size(file) < 4_000_000) {
                        err.reset();
                        int exitCode = run(option, file.toString(), "--out", folder.toString());
                        long sentences = error().strip()
                                .lines()
                                .filter(line -> !line.isBlank())
                                .count();
                        assertEquals(exitCode == 0 ? 0 : 1, sentences, option + " " + file + ": " + error());
                        assertFalse(error().contains("Exception"), error());
                    }
                }
            }
        }
    }
}
