package io.github.spinodal.core.spectra;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.data.Spectrum;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.ReadResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpectrumFilesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "two-columns.csv | text columns | 1 | 0 | x (deg) | intensity (counts) | 1e-6",
                "three-columns.xye | text columns | 1 | 1 | 2theta | I | 1e-6",
                "decimal-commas.txt | text columns | 1 | 0 | x | y | 1e-6",
                "renishaw.txt | Renishaw text | 1 | 0 | Wave | Intensity | 1e-6",
                "labspec.txt | LabSpec text | 1 | 0 | Spectr (1/cm) | Intens (Cnt) | 1e-3",
                "nist.dat | NIST StRD data | 1 | 1 | x | y | 1e-6",
                "eva.xy | text columns | 1 | 0 | x | intensity | 1e-3",
                "specs.xy | SPECS xy | 2 | 0 | Binding Energy (eV) | Counts per Second | 1e-4",
                "casa-lineshapes.txt | CasaXPS line shapes | 5 | 1 | binding energy (eV) | CPS (1/s) | 1e-4",
                "regular.vms | VAMAS | 2 | 2 | kinetic energy (eV) | counts (d) | 1e-3",
                "irregular.vms | VAMAS | 2 | 2 | kinetic energy (eV) | counts (d) | 1e-3",
                "pattern.xrdml | PANalytical XRDML | 2 | 0 | 2theta (deg) | intensity (counts) | 0.5",
            })
    void readsEveryDialectAlike(
            String name, String format, int items, int notices, String axis, String intensity, double tolerance) {
        ReadResult<Spectrum> result = SpectrumSamples.read(name);
        assertEquals(format, result.format());
        assertEquals(items, result.items().size());
        assertEquals(notices, result.notices().size(), result.notices().toString());
        Spectrum first = result.items().get(0);
        assertEquals(axis, first.axis().toString());
        assertEquals(intensity, first.intensityAxis().toString());
        assertEquals(name, first.metadata().get("source"));
        Spectrum rising = first.rising();
        assertEquals(21, rising.size());
        for (int i = 0; i < 21; i++) {
            double x = 10 + 0.5 * i;
            assertEquals(x, rising.x(i), 1e-9);
            assertEquals(5 + 100 * Math.exp(-0.5 * Math.pow((x - 15) / 1.5, 2)), rising.intensity(i), tolerance);
        }
    }

    @Test
    void keepsOrderAndDeviations() {
        assertEquals(20, SpectrumSamples.read("renishaw.txt").single().x(0));
        double[] sigma = SpectrumSamples.read("three-columns.xye")
                .single()
                .standardDeviations()
                .orElseThrow();
        assertEquals(Math.sqrt(105), sigma[10], 1e-6);
        assertEquals(
                "300", SpectrumSamples.read("labspec.txt").single().metadata().get("Acq. time (s)"));
    }

    @Test
    void keepsWhatVamasSays() {
        List<Spectrum> blocks = SpectrumSamples.read("regular.vms").items();
        assertEquals("O 1s", blocks.get(1).metadata().get("block"));
        assertEquals("O", blocks.get(1).metadata().get("species"));
        assertEquals("1s", blocks.get(1).metadata().get("transition"));
        assertEquals("2024 1 2 3 4 5 0", blocks.get(0).metadata().get("date"));
        assertEquals("1486.6", blocks.get(0).metadata().get("source energy (eV)"));
        assertEquals("4.5", blocks.get(0).metadata().get("work function (eV)"));
        assertEquals("20.0", blocks.get(0).metadata().get("pass energy (eV)"));
        assertEquals("3.0", blocks.get(0).metadata().get("scans"));
        assertEquals("Casa Info Follows", blocks.get(0).metadata().get("comment"));
        String text = SpectrumSamples.text("irregular.vms");
        assertTrue(SpectrumSamples.parse(text.replace("\n1486.6\n", "\n1E+37\n")).items().stream()
                .noneMatch(s -> s.metadata().containsKey("source energy (eV)")));
        assertTrue(SpectrumSamples.parse(text.replace("end of experiment\n", ""))
                .notices()
                .toString()
                .contains("missing"));
    }

    /** ISO 14976, clause 6: a sputter depth profile has three more lines for the ion and seven for the sputtering source. */
    @Test
    void readsDepthProfilesAndMaps() {
        String text = SpectrumSamples.text("regular.vms").replace("\r\n", "\n");
        String profile = text.replace("\nNORM\n", "\nSDP\n")
                .replace("\nAl\n1486.6\n", "\nAl\n18\n1\n1\n1486.6\n")
                .replace("\n3\n1E+37\n", "\n3\n1E+37\n500\n1\n2\n3\n4\n5\ncontinuous\n");
        assertEquals(
                SpectrumSamples.parse(text).items(),
                SpectrumSamples.parse(profile).items());
        String map = text.replace("\nNORM\nREGULAR\n2\n", "\nMAP\nREGULAR\n2\n1\n1\n1\n")
                .replace("\nXPS\n", "\nXPS\n1\n1\n")
                .replace("\n1486.6\n1E+37\n1E+37\n1E+37\n", "\n1486.6\n1E+37\n1E+37\n1E+37\n9\n9\n");
        assertEquals(
                SpectrumSamples.parse(text).items(), SpectrumSamples.parse(map).items());
        String lines = text.replace("\nNORM\nREGULAR\n2\n", "\nSEM\nREGULAR\n")
                .replace("\n1486.6\n1E+37\n1E+37\n1E+37\n", "\n1486.6\n1E+37\n1E+37\n1E+37\n9\n9\n1\n2\n3\n4\n5\n6\n");
        assertEquals(
                SpectrumSamples.parse(text).items(),
                SpectrumSamples.parse(lines).items());
        String future = text.replace("\n0\n0\n0\n0\n2\n", "\n0\n1\nmanual\n1\n1\nmore\n2\n")
                .replace("extra\nd\n5\n", "extra\nd\n5\nfuture\n");
        assertThrows(DataFormatException.class, () -> SpectrumSamples.parse(future.replace("\nmanual\n", "\n")));
        String auger = text.replace("\nXPS\n", "\nAES diff\n").replace("\n20\n1E+37\n4.5\n", "\n20\n1\n1E+37\n4.5\n");
        assertEquals(21, SpectrumSamples.parse(auger).items().get(0).size());
    }

    @Test
    void tellsDataFromComponents() {
        List<Spectrum> items = SpectrumSamples.read("casa-lineshapes.txt").items();
        assertEquals(
                List.of("data", "component", "component", "background", "envelope"),
                items.stream().map(s -> s.metadata().get("role")).toList());
        assertEquals("716.00", items.get(2).metadata().get("Position"));
        assertEquals("SGL(30)", items.get(2).metadata().get("Lineshape"));
        assertEquals(5, items.get(3).intensity(0), 1e-9);
    }

    @Test
    void readsEveryScanOfAPattern() {
        List<Spectrum> scans = SpectrumSamples.read("pattern.xrdml").items();
        assertArrayEquals(scans.get(0).x(), scans.get(1).x(), 1e-12);
        assertEquals("1.5405980", scans.get(0).metadata().get("kAlpha1 (Angstrom)"));
        assertEquals("Cu", scans.get(1).metadata().get("anode"));
        assertEquals("2.5", scans.get(0).metadata().get("counting time (seconds)"));
        assertEquals("Gonio", scans.get(0).metadata().get("scan axis"));
    }

    @Test
    void readsFromDisk(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("p.xrdml"), SpectrumSamples.bytes("pattern.xrdml"));
        assertEquals(
                "p.xrdml", SpectrumFiles.read(file).items().get(0).metadata().get("source"));
    }

    @Test
    void refusesExternalEntities(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "1 2 3 4 5");
        String attack = "<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>\n"
                + "<xrdMeasurements><scan><dataPoints><positions axis=\"2Theta\"><startPosition>1</startPosition>"
                + "<endPosition>2</endPosition></positions><intensities>&e;</intensities></dataPoints></scan></xrdMeasurements>";
        assertThrows(
                DataFormatException.class,
                () -> SpectrumFiles.parse("a.xrdml", attack.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|0|0|empty",
                "`# only\n#comments\n`|0|0|no rows of numbers",
                "`1 2\n`|0|0|number of points",
                "`1 2\n2 3\n2 4\n`|3|0|different from its neighbour",
                "`# c\n1 2\n3 3\n2 4\n`|4|0|strictly rising",
                "`5 1\n3 2\n4 3\n`|3|0|the axis has to stand first",
                "`1 2\n2 x\n`|2|2|column 2 must be a number",
                "`1 2\n2 NaN\n`|2|2|must be a number",
                "`1 2\n2\n`|2|2|the row has 1 columns",
                "`1 2\n2 3 4\n`|2|3|the row has 3 columns",
                "`1 2\n2`|2|2|the file ends inside this row",
                "`1x 2\n2 3\n3 4\n`|1|0|half names, half numbers",
                "`1 2 3 4\n2 3 4 5\n`|1|0|4 columns",
                "`1 2 -3\n2 3 4\n`|1|0|standard deviation",
                "`1;2\n2;3,5\n`|2|2|must be a number",
                "`C:\\x\nName\tPosition\tFWHM\tRaw Area\n1 2\n`|0|0|CasaXPS report",
                "`# Created by:        SpecsLab\n#\n`|0|0|no rows of energy",
                "`# Created by:        SpecsLab\n1 2 3\n`|2|0|3 columns",
                "`# Created by:        SpecsLab\n1 x\n`|2|2|counts must be",
                "`# Created by:        SpecsLab\n# Region: a\n# Values/Curve: 3\n1 2\n2 3\n`|5|0|promises 3",
            })
    void namesThePlaceOfEveryFault(String text, long line, long column, String words) {
        DataFormatException e = assertThrows(DataFormatException.class, () -> SpectrumSamples.parse(text));
        assertTrue(
                String.valueOf(e.getMessage())
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains(words.toLowerCase(java.util.Locale.ROOT)),
                e.getMessage());
        assertEquals(line, e.location().line(), e.getMessage());
        assertEquals(column, e.location().column(), e.getMessage());
    }

    /** A VAMAS file cut after any line is refused at its last line; only the closing line may be missing. */
    @Test
    void refusesEveryTruncatedVamasFile() {
        for (String name : List.of("regular.vms", "irregular.vms")) {
            String[] lines = SpectrumSamples.text(name).replace("\r", "").split("\n", -1);
            for (int kept = 1; kept < lines.length - 2; kept++) {
                String cut = String.join("\n", java.util.Arrays.copyOf(lines, kept)) + "\n";
                DataFormatException e = assertThrows(DataFormatException.class, () -> SpectrumSamples.parse(cut));
                assertEquals(kept, e.location().line(), e.getMessage());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NORM | NORMAL | 9 | experiment mode",
                "REGULAR | MAPPING | 10 | scan mode",
                "42 | 41 | 72 | multiple of the 2",
                "42 | -42 | 72 | whole number",
                "42 | 4.5 | 72 | whole number",
                "0.5 | x | 55 | must be a number",
            })
    void namesTheLineInVamas(String from, String to, int line, String words) {
        String text = SpectrumSamples.text("regular.vms").replace("\r", "");
        String damaged = text.replaceFirst("\n" + from.replace("+", "\\+") + "\n", "\n" + to + "\n");
        DataFormatException e = assertThrows(DataFormatException.class, () -> SpectrumSamples.parse(damaged));
        assertTrue(String.valueOf(e.getMessage()).contains(words), e.getMessage());
        assertEquals(line, e.location().line());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "</intensities> | </intensity> | well-formed",
                "2Theta | Chi | no positions",
                "<startPosition>10</startPosition> | <startPosition>x</startPosition> | start position must be",
                "<startPosition>10</startPosition> | <startPosition>20</startPosition> | different from its neighbour",
                "<intensities unit=\"counts\">5 | <intensities unit=\"counts\">q | intensity 1 must be",
                "<intensities unit=\"counts\"> | <counts>1</counts><other> | well-formed",
                "<scan | <scun | well-formed",
                "10 10.5 11 | 10 11 | length",
            })
    void namesTheFaultInXml(String from, String to, String words) {
        String text = SpectrumSamples.text("pattern.xrdml");
        assertTrue(text.contains(from));
        DataFormatException e =
                assertThrows(DataFormatException.class, () -> SpectrumSamples.parse(text.replace(from, to)));
        assertTrue(String.valueOf(e.getMessage()).contains(words), e.getMessage());
        assertTrue(e.location().line() > 1, e.getMessage());
    }

    @Test
    void needsAScan() {
        assertThrows(DataFormatException.class, () -> SpectrumSamples.parse("<xrdMeasurements></xrdMeasurements>"));
        String one = SpectrumSamples.text("pattern.xrdml").replaceAll(">5 .*<", ">5<");
        DataFormatException e = assertThrows(DataFormatException.class, () -> SpectrumSamples.parse(one));
        assertTrue(String.valueOf(e.getMessage()).contains("1 intensities"));
    }
}
