package io.github.spinodal.eis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.quantity.Area;
import io.github.spinodal.core.quantity.Concentration;
import io.github.spinodal.core.quantity.Temperature;
import io.github.spinodal.eis.io.SpectrumFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippet of the module's README, on a file in the project's own format. */
class ReadmeSnippetTest {
    @Test
    void snippetRuns(@TempDir Path folder) throws IOException {
        ImpedanceSpectrum cell = StudyCells.noisy(1, 0.005, new Random(1));
        StringBuilder csv = new StringBuilder("frequency (Hz),real (ohm),imaginary (ohm)\n");
        for (int i = 0; i < cell.size(); i++) {
            csv.append(cell.frequency(i))
                    .append(',')
                    .append(cell.real(i))
                    .append(',')
                    .append(cell.imaginary(i))
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("cell.csv"), csv, StandardCharsets.UTF_8);

        Circuit circuit = Circuit.parse("R(Q(RW))");
        ImpedanceSpectrum spectrum = SpectrumFiles.read(file).single();
        KkResult kramersKronig = LinKk.check(spectrum);
        CircuitFit fit = CircuitFitter.fit(circuit, spectrum);
        String report = kramersKronig + System.lineSeparator() + fit;
        DiffusionEstimate diffusion = Diffusion.by(DiffusionConvention.ONE_SPECIES)
                .withSigma(fit.warburgSigma())
                .withArea(Area.ofSquareCentimetres(1.885))
                .withConcentration(Concentration.ofMolesPerCubicCentimetre(7.58e-3))
                .withTemperature(Temperature.ofKelvins(298.15))
                .withElectrons(1)
                .estimate();

        assertTrue(report.contains("CONSISTENT") && report.contains("W1.Y0"), report);
        // 1.500405e-16 cm2/s at A = 1 cm2, C = 0.01 mol/cm3, over (1.885 x 0.758)^2 = 2.0415.
        double expected = 1.500405e-16 / 2.0415;
        assertEquals(expected, diffusion.coefficient().inSquareCentimetresPerSecond(), 0.02 * expected);
    }
}
