package io.github.spinodal.eis.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.fixtures.Expect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpectrumFilesTest {
    private static ReadResult<ImpedanceSpectrum> read(String resource) {
        return SpectrumFiles.read(resource, SampleFiles.text(resource));
    }

    private static ReadResult<ImpedanceSpectrum> parse(String content) {
        return SpectrumFiles.read("test", content.getBytes(StandardCharsets.UTF_8));
    }

    /** Each dialect holds the same cell, whose impedance is known in closed form. */
    @ParameterizedTest
    @CsvSource({
        "project.csv, table with header, 1e-9",
        "headerless.csv, table without header, 1e-14",
        "headerless-negated.txt, table without header, 1e-9",
        "decimal-comma.csv, table with header, 1e-9",
        "decimal-comma.txt, table without header, 1e-9",
        "polar.csv, table with header, 1e-10",
        "gamry.DTA, Gamry DTA, 1e-8",
        "zplot.z, ZPlot, 1e-6",
        "zplot-quoted.z, ZPlot, 1e-6",
        "autolab.txt, Autolab Z60W, 1e-8",
        "parstat.txt, Parstat, 1e-9",
        "versastudio.par, VersaStudio, 1e-8",
        "ch-instruments.txt, CH Instruments, 1e-5",
        "powersuite.txt, PowerSuite, 1e-8",
    })
    void readsEveryTextDialectAlike(String resource, String format, double tolerance) {
        ReadResult<ImpedanceSpectrum> result = read(resource);

        assertEquals(format, result.format());
        assertEquals(SampleFiles.POINTS, result.single().size());
        assertEquals(0, SampleFiles.largestError(result.single(), 0), tolerance);
        assertEquals(resource, result.single().metadata().get("file"));
    }

    @Test
    void readsZahnerFiles() {
        ReadResult<ImpedanceSpectrum> result = SpectrumFiles.read("a.ism", SampleFiles.zahner(SampleFiles.POINTS));

        assertEquals("Zahner ISM", result.format());
        assertEquals(SampleFiles.POINTS, result.single().size());
        assertEquals(0, SampleFiles.largestError(result.single(), 0), 1e-14);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 11})
    void readsBinaryBioLogicFilesOfOldAndRecentLayout(int version) {
        ReadResult<ImpedanceSpectrum> result = SpectrumFiles.read("a.mpr", SampleFiles.biologic(version));

        assertEquals("BioLogic MPR", result.format());
        assertEquals(SampleFiles.POINTS, result.single().size());
        assertEquals(0, SampleFiles.largestError(result.single(), 0), 1e-6);
    }

    @Test
    void refusesTruncatedBinaryFiles() {
        byte[] mpr = SampleFiles.biologic(11);
        byte[] ism = SampleFiles.zahner(SampleFiles.POINTS);

        Expect.refused(() -> SpectrumFiles.read("a.mpr", Arrays.copyOf(mpr, mpr.length - 1)), "VMP data");
        Expect.refused(() -> SpectrumFiles.read("a.ism", Arrays.copyOf(ism, 300)), "13 points");
    }

    @Test
    void keepsTheCyclesOfABioLogicFileApart() {
        ReadResult<ImpedanceSpectrum> result = read("biologic.mpt");

        assertEquals(2, result.items().size());
        assertEquals(0, SampleFiles.largestError(result.items().get(0), 0), 1e-6);
        assertEquals(0, SampleFiles.largestError(result.items().get(1), 7), 1e-6);
        assertEquals("2 of 2", result.items().get(1).metadata().get("sweep"));
        Expect.notice(result, 0, "-Im(Z)/Ohm");
    }

    @Test
    void returnsTheDriftCorrectedSpectrumAndTheMeasuredOne() {
        ReadResult<ImpedanceSpectrum> result = read("gamry-drift.DTA");

        assertEquals(2, result.items().size());
        assertEquals("corrected for drift", result.items().get(0).metadata().get("table"));
        assertEquals(0, SampleFiles.largestError(result.items().get(0), 0), 1e-8);
        assertEquals("as measured", result.items().get(1).metadata().get("table"));
        assertEquals(0, SampleFiles.largestError(result.items().get(1), 3), 1e-8);
    }

    @Test
    void cutsThereAndBackIntoTwoSweeps() {
        ReadResult<ImpedanceSpectrum> result = read("two-sweeps.tsv");

        assertEquals(
                List.of(13, 13),
                result.items().stream().map(ImpedanceSpectrum::size).toList());
        Expect.notice(result, 0, "another sweep begins");
    }

    @Test
    void reportsWhatItSkippedAssumedAndFound() {
        Expect.notice(read("parstat.txt"), 2, "5 rows up to line 6");
        Expect.notice(read("gamry.DTA"), 0, "aborted");
        Expect.notice(read("zplot-quoted.z"), 0, "announces 20 points, but 13 follow");
        Expect.notice(read("headerless-negated.txt"), 0, "negated");
        Expect.notice(read("versastudio.par"), 0, "skipped a segment");
        Expect.notice(read("decimal-comma.csv"), 0, "decimal comma");
    }

    @Test
    void refusesAMissingColumnByName() {
        Expect.refused(() -> read("biologic-missing-frequency.mpt"), "line 9", "no column for: frequency");
        Expect.refused(
                () -> parse("frequency (Hz),real (ohm),voltage (V)\n1,2,3\n0.1,2,3\n"),
                "no column for: imaginary part");
        Expect.refused(() -> parse("freq,phase (deg),x\n1,2,3\n0.1,2,3\n"), "no column for: modulus");
        Expect.refused(() -> parse("time (s),voltage (V)\n1,2\n0.1,2\n"), "no column for: frequency");
    }

    @Test
    void refusesWhatItCannotBeSureOf() {
        Expect.refused(() -> parse(""), "empty");
        Expect.refused(() -> parse("hello\nworld\n"), "no table of frequency");
        Expect.refused(() -> parse("1,2,3,4\n2,3,4,5\n"), "have 4");
        Expect.refused(() -> parse("f (Hz),Re (ohm),Im (ohm)\n10,1,-1\n1,x,-1\n"), "line 3, column 2", "\"x\"");
        Expect.refused(() -> parse("f (Hz),Re (ohm),Im (ohm)\n10,1,-1\n1,NaN,-1\n"), "NaN");
        Expect.refused(() -> parse("f (Hz),Re (ohm cm2),Im (ohm cm2)\n10,1,-1\n1,1,-1\n"), "unit", "ohm cm2");
        Expect.refused(() -> parse("f (Hz),Re (ohm),Im (ohm)\n10,1,-1\n1,2\n"), "has 2 fields");
        Expect.refused(() -> parse("f (Hz),Re (ohm),Im (ohm)\n0,1,-1\n-1,2,3\n"), "positive frequency");
        Expect.refused(() -> parse("f (Hz),Re (ohm),Im (ohm)\n1,0,0\n0.1,0,0\n"), "zero");
        Expect.refused(() -> parse("f (Hz),Re (ohm),Im (ohm)\n1,1,1\n"), "two points");
    }

    @Test
    void refusesFrequenciesThatMakeNoSweep() {
        String header = "f (Hz),Re (ohm),Im (ohm)\n";
        String unsorted = "100,1,-1\n80,1,-1\n60,1,-1\n70,1,-1\n50,1,-1\n40,1,-1\n";
        String duplicate = "100,1,-1\n80,1,-1\n60,1,-1\n60,1,-1\n50,1,-1\n40,1,-1\n";

        Expect.refused(() -> parse(header + unsorted), "line 5", "breaks the order");
        Expect.refused(() -> parse(header + duplicate), "line 5", "repeats");
    }

    @Test
    void warnsWhenANamedColumnContradictsTheOtherOne() {
        StringBuilder content = new StringBuilder("frequency (Hz),real (ohm),imaginary (ohm)\n");
        for (int i = 0; i < SampleFiles.POINTS; i++) {
            double f = SampleFiles.frequency(i);
            content.append(f + "," + SampleFiles.real(f) + "," + -SampleFiles.imaginary(f) + "\n");
        }
        ReadResult<ImpedanceSpectrum> result = parse(content.toString());

        assertTrue(result.single().imaginary(6) > 0);
        Expect.notice(result, 0, "Kramers-Kronig");
    }

    @Test
    void readsFromDiskUnderAnyName(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("wrong.extension"), SampleFiles.zahner(5));

        assertEquals("Zahner ISM", SpectrumFiles.read(file).format());
        assertThrows(IOException.class, () -> SpectrumFiles.read(folder.resolve("absent")));
    }
}
