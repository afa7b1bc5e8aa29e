package io.github.spinodal.core.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidInputException;
import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.core.io.TextSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImpedanceTableTest {
    private static ReadResult<ImpedanceSpectrum> parse(String text) {
        return ImpedanceTable.parse(TextSource.ofText("z.csv", text));
    }

    @Test
    void readsTheProjectsOwnFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.csv");
        Files.writeString(
                file,
                "real (kohm),frequency (kHz),imaginary (mohm),sigma (ohm),note (1)\n1,2,-3,0.1,0\n4,1,-6,0.2,0\n");
        ReadResult<ImpedanceSpectrum> result = ImpedanceTable.read(file);
        ImpedanceSpectrum spectrum = result.single();
        assertArrayEquals(new double[] {2000, 1000}, spectrum.frequenciesHz());
        assertArrayEquals(new double[] {1000, 4000}, spectrum.realOhm());
        assertArrayEquals(new double[] {-0.003, -0.006}, spectrum.imaginaryOhm());
        assertArrayEquals(
                new double[] {0.1, 0.2}, spectrum.standardDeviationsOhm().orElseThrow());
        assertEquals(
                "a.csv: the column \"note (1)\" was not used",
                result.notices().get(0).toString());
        assertEquals("a.csv", spectrum.metadata().get("source"));
        assertEquals(4, ImpedanceTable.of(spectrum).columns().get(3).in("ohm").length + 2);
    }

    @Test
    void takesRadiansPerSecondAsOmega() {
        ImpedanceSpectrum spectrum = parse(
                        "frequency (rad/s),real (ohm),imaginary (ohm)\n6.283185307179586,1,0\n3,1,0\n")
                .single();
        assertEquals(1, spectrum.frequency(0));
    }

    @Test
    void namesTheLineOfABadPoint() {
        DataFormatException zero = assertThrows(
                DataFormatException.class,
                () -> parse("frequency (Hz),real (ohm),imaginary (ohm)\n# c\n1,1,0\n0,1,0\n"));
        assertEquals(4, zero.location().line());
        DataFormatException one = assertThrows(
                DataFormatException.class, () -> parse("frequency (Hz),real (ohm),imaginary (ohm)\n1,1,0\n"));
        assertTrue(String.valueOf(one.getMessage()).startsWith("z.csv: number of points"), one.getMessage());
        assertThrows(InvalidInputException.class, () -> parse("frequency (Hz),real (ohm)\n1,1\n"));
        assertThrows(InvalidInputException.class, () -> parse("frequency (V),real (ohm),imaginary (ohm)\n1,1,0\n"));
        DataFormatException sigma = assertThrows(
                DataFormatException.class,
                () -> parse("frequency (Hz),real (ohm),imaginary (ohm),sigma (ohm)\n2,1,0,1\n1,1,0,-1\n"));
        assertEquals(3, sigma.location().line());
    }
}
