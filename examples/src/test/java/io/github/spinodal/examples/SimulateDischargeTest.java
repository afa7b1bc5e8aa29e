package io.github.spinodal.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateDischargeTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) throws IOException {
        return SimulateDischarge.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void writesTheVoltageOfGivenGrains(@TempDir Path folder) throws IOException {
        Path grains = folder.resolve("grains.csv");
        Files.writeString(grains, "weight,rate,shift_kT\n1,1,0\n");
        Path curve = folder.resolve("curve.csv");
        assertEquals(
                0,
                run(
                        "--grains-file",
                        grains.toString(),
                        "--omega",
                        "3",
                        "--rate",
                        "1e-2",
                        "--from",
                        "0.1",
                        "--to",
                        "0.9",
                        "--rtol",
                        "1e-10",
                        "--out",
                        curve.toString()));
        List<String> lines = Files.readAllLines(curve);
        assertEquals("filling,voltage_mV,active_fraction", lines.get(0));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            double c = Double.parseDouble(cells[0]);
            // One grain: u = mu + 2 asinh(I/(2 sqrt(c(1-c)))).
            double x = 1e-2 / (2 * Math.sqrt(c * (1 - c)));
            double u = 3 * (1 - 2 * c) + Math.log(c / (1 - c)) + 2 * Math.log(x + Math.sqrt(1 + x * x));
            assertEquals(-u * 25.692579121493726, Double.parseDouble(cells[1]), 1e-6);
            assertEquals(c > 0.21132487 && c < 0.78867513 ? 1 : 0, Double.parseDouble(cells[2]));
        }
        assertTrue(
                out.toString(StandardCharsets.UTF_8).matches("steps \\d+, grain evaluations \\d+, seconds [0-9.]+\\R"));
    }

    @Test
    void namesWhatIsWrong(@TempDir Path folder) throws IOException {
        assertEquals(2, run("--grain", "3"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("--grain"));
        Path grains = folder.resolve("bad.csv");
        Files.writeString(grains, "weight,rate,shift_kT\n1,1,0\n1,x,0\n");
        assertEquals(2, run("--grains-file", grains.toString()));
        assertTrue(
                err.toString(StandardCharsets.UTF_8).contains("line 3, column 2"),
                err.toString(StandardCharsets.UTF_8));
        Files.writeString(grains, "weight,rate,shift_kT\n1,1,0\n\n-1,1,0\n");
        assertEquals(2, run("--grains-file", grains.toString()));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("line 4, column 1: weight must be positive"));
    }
}
