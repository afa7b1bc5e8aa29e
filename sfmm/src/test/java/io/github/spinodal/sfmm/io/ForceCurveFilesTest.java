package io.github.spinodal.sfmm.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.data.ForceCurve;
import io.github.spinodal.core.data.ForceSegment;
import io.github.spinodal.core.data.ForceSegment.AmplitudeUnit;
import io.github.spinodal.core.data.ForceSegment.Direction;
import io.github.spinodal.core.data.ForceSegment.ZSource;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.fixtures.Expect;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForceCurveFilesTest {
    private static final ForceReadOptions DEFAULTS = ForceReadOptions.withDefaults();

    private static ReadResult<ForceCurve> read(byte[] content) {
        return ForceCurveFiles.read("test", content, DEFAULTS);
    }

    private static ReadResult<ForceCurve> text(String name, ForceReadOptions options) {
        String content = SampleCurves.TEXT.get(name);
        return ForceCurveFiles.read(name, String.valueOf(content).getBytes(StandardCharsets.UTF_8), options);
    }

    /** Z runs from 2 to 128 nm and back, up to a constant; the deflection follows from Z. */
    private static void assertIsTheSample(ForceCurve curve, double toleranceNm) {
        ForceSegment approach = curve.approach().orElseThrow();
        ForceSegment retract = curve.retract().orElseThrow();
        assertEquals(SampleCurves.SAMPLES, approach.size());
        double offset = approach.zNanometres()[0] - SampleCurves.z(0);
        for (ForceSegment leg : List.of(approach, retract)) {
            boolean back = leg.direction() == Direction.RETRACT;
            for (int i = 0; i < leg.size(); i++) {
                double z = leg.zNanometres()[i] - offset;
                double nominal = SampleCurves.z(back ? SampleCurves.SAMPLES - 1 - i : i);
                assertEquals(nominal, z, 2e-3 + toleranceNm);
                assertEquals(SampleCurves.deflection(nominal, back), leg.deflectionNanometres()[i], toleranceNm);
            }
        }
    }

    @Test
    void readsNanoScopeFilesOfTwoAndFourBytes() {
        for (int version : new int[] {0x05120130, 0x08150300, 0x09200000, 0x09400000}) {
            ReadResult<ForceCurve> result =
                    read(SampleCurves.nanoScope(new SampleCurves.NanoScope(version, 1, 0, 0, false)));
            ForceCurve curve = result.single();

            assertEquals("NanoScope force curve", result.format());
            assertIsTheSample(curve, 1e-9);
            assertEquals(
                    SampleCurves.SPRING, curve.springConstantNewtonPerMetre().orElseThrow());
            assertEquals(10e-9, curve.inverseSensitivityMetrePerVolt().orElseThrow(), 1e-20);
            assertEquals("1.0000", curve.metadata().get("trigger ratio"));
            assertEquals(0.5, curve.approach().orElseThrow().durationSeconds().orElseThrow(), 1e-12);
            assertEquals(ZSource.RAMP, curve.approach().orElseThrow().zSource());
            if (version >= 0x09200000) {
                Expect.notice(result, 0, "names no unit; taken as nm/V");
            }
        }
    }

    @Test
    void readsForceVolumesWithHoldAndPhase() {
        ReadResult<ForceCurve> result =
                read(SampleCurves.nanoScope(new SampleCurves.NanoScope(0x09200000, 9, 0, 5, true)));

        assertEquals("NanoScope force volume", result.format());
        assertEquals(9, result.items().size());
        for (ForceCurve curve : result.items()) {
            assertIsTheSample(curve, 1e-9);
            assertEquals(
                    List.of(Direction.APPROACH, Direction.HOLD, Direction.RETRACT),
                    curve.segments().stream().map(ForceSegment::direction).toList());
            double[] phase = curve.approach().orElseThrow().phaseRadian().orElseThrow();
            assertEquals(Math.toRadians(90 - 0.1 * 63), phase[0], 1e-12);
            assertEquals(Math.toRadians(90), phase[63], 1e-12);
        }
        assertEquals("4 of 9", result.items().get(3).metadata().get("curve"));
    }

    @Test
    void detectsSamplesThatSitBytesLate() {
        for (int shift = 1; shift < 4; shift++) {
            ReadResult<ForceCurve> result =
                    read(SampleCurves.nanoScope(new SampleCurves.NanoScope(0x09200000, 9, shift, 0, false)));

            assertIsTheSample(result.items().get(8), 1e-9);
            Expect.notice(result, 0, "start " + shift + " bytes later");
        }
    }

    @Test
    void reportsCurvesThatMissTheTrigger() {
        String file = new String(
                SampleCurves.nanoScope(new SampleCurves.NanoScope(0x08150300, 1, 0, 0, false)),
                StandardCharsets.ISO_8859_1);
        ReadResult<ForceCurve> result = read(
                file.replace("[Sens. DeflSens] (0.05000000 V/LSB) 2.5 V", "[Sens. DeflSens] (0.00500000 V/LSB) 2.5 V")
                        .getBytes(StandardCharsets.ISO_8859_1));

        Expect.notice(result, 0, "do not end at the trigger threshold (worst ratio 0.1000)");
    }

    @Test
    void readsJpkArchives() {
        ReadResult<ForceCurve> result = read(SampleCurves.jpk());

        assertEquals("JPK force", result.format());
        assertIsTheSample(result.single(), 1e-3);
        assertEquals(
                SampleCurves.SPRING,
                result.single().springConstantNewtonPerMetre().orElseThrow());
        assertEquals(20e-9, result.single().inverseSensitivityMetrePerVolt().orElseThrow(), 1e-20);
        assertEquals(
                0.5, result.single().retract().orElseThrow().durationSeconds().orElseThrow());
        Expect.notice(result, 0, "falls towards the sample");
    }

    @Test
    void boundsWhatAnArchiveUnpacksTo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            SampleCurves.entry(zip, "segments/0/segment-header.properties", new byte[(1 << 26) + 1]);
        }

        assertTrue(out.size() < 1 << 20);
        Expect.refused(() -> read(out.toByteArray()), "more than 67108864 bytes");
    }

    @Test
    void readsIgorWavesOfBothByteOrders() {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            ReadResult<ForceCurve> result = read(SampleCurves.ibw(order));

            assertEquals("Asylum IBW", result.format());
            assertIsTheSample(result.single(), 1e-4);
            assertEquals(
                    ZSource.SENSOR, result.single().approach().orElseThrow().zSource());
            assertEquals(
                    Math.toRadians(89),
                    result.single().approach().orElseThrow().phaseRadian().orElseThrow()[0],
                    1e-6);
        }
    }

    @Test
    void readsTheProjectsOwnTable() {
        ForceCurve curve = text("own.csv", DEFAULTS).single();

        assertIsTheSample(curve, 2e-3);
        ForceSegment approach = curve.approach().orElseThrow();
        assertEquals(Math.toRadians(89), approach.phaseRadian().orElseThrow()[0], 1e-12);
        assertEquals(150e-12, approach.amplitude().orElseThrow()[7], 1e-24);
        assertEquals(AmplitudeUnit.METRE, approach.amplitudeUnit());
    }

    @Test
    void readsTextExports() {
        ReadResult<ForceCurve> nanoScope = text("nanoscope.txt", DEFAULTS);
        assertEquals("NanoScope text", nanoScope.format());
        assertIsTheSample(nanoScope.single(), 1e-4);
        assertEquals(
                SampleCurves.SAMPLES - 1,
                nanoScope.single().retract().orElseThrow().size());
        assertEquals(20e-9, nanoScope.single().inverseSensitivityMetrePerVolt().orElseThrow(), 1e-20);

        assertIsTheSample(text("workshop.csv", DEFAULTS.withSpringConstant(0.5)).single(), 1e-3);
        assertIsTheSample(
                text("nt-mdt.txt", DEFAULTS.withDeflectionSensitivity(20)).single(), 2e-3);
    }

    @Test
    void asksForTheCalibrationThatAFileLacks() {
        Expect.refused(() -> text("workshop.csv", DEFAULTS), "no spring constant");
        Expect.refused(() -> text("nt-mdt.txt", DEFAULTS), "no sensitivity");
    }

    @Test
    void overridesTheSensitivityOfAFile() {
        ForceCurve curve = ForceCurveFiles.read("test", SampleCurves.jpk(), DEFAULTS.withDeflectionSensitivity(40))
                .single();

        assertEquals(96, curve.approach().orElseThrow().deflectionNanometres()[63], 1e-2);
        assertEquals(40e-9, curve.inverseSensitivityMetrePerVolt().orElseThrow(), 1e-20);
    }

    @Test
    void keepsEveryChannelUnderItsOwnName(@TempDir Path folder) throws IOException {
        Path file = Files.write(
                folder.resolve("a.spm"), SampleCurves.nanoScope(new SampleCurves.NanoScope(0x09400000, 1, 0, 0, true)));
        RecordedSegment approach =
                ForceCurveFiles.readRecordings(file).single().segments().get(0);

        assertEquals(
                List.of("Deflection Error", "TR Phase", "Ramp"),
                approach.channels().stream().map(RecordedChannel::name).toList());
        assertEquals("rad", approach.channel("tr phase").orElseThrow().unit());
    }

    @Test
    void refusesTruncatedAndForeignFiles() {
        byte[] spm = SampleCurves.nanoScope(new SampleCurves.NanoScope(0x08150300, 1, 0, 0, false));
        byte[] ibw = SampleCurves.ibw(ByteOrder.LITTLE_ENDIAN);
        byte[] jpk = SampleCurves.jpk();
        byte[] damaged = ibw.clone();
        damaged[100] ^= 4;

        Expect.refused(() -> read(Arrays.copyOf(spm, spm.length - 1)), "needs 256 bytes");
        Expect.refused(() -> read(Arrays.copyOf(spm, 300)), "no end");
        Expect.refused(() -> read(Arrays.copyOf(ibw, 600)), "bytes");
        Expect.refused(() -> read(damaged), "checksum");
        Expect.refused(() -> read(Arrays.copyOf(jpk, 700)), "zip archive");
        Expect.refused(() -> read(new byte[0]), "empty");
        Expect.refused(() -> read(new byte[] {1, 2, 0, 4}), "binary");
        Expect.refused(
                () -> read("z (nm),voltage (V)\n1,2\n2,3\n".getBytes(StandardCharsets.UTF_8)), "deflection (nm)");
        assertThrows(IOException.class, () -> ForceCurveFiles.read(Path.of("absent.spm")));
    }
}
