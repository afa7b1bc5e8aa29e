package io.github.spinodal.core.cycling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.cycling.CyclingStep.Kind;
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
import org.junit.jupiter.params.provider.ValueSource;

class CyclingFilesTest {
    /** Every sample is the same test by construction: rest, 0.4 mAh out at 1 mA, rest, 0.4 mAh in. */
    @ParameterizedTest
    @CsvSource({
        "arbin-database.csv, Arbin text, 4",
        "arbin.csv, Arbin text, 1",
        "basytec.txt, Basytec text, 0",
        "bdf-positive-discharge.csv, Battery Data Format CSV, 1",
        "biologic.mpt, BioLogic text, 0",
        "landt.csv, Landt CSV, 1",
        "landt-native.txt, Landt CSV, 2",
        "maccor.txt, Maccor text, 1",
        "neware-flat.csv, Neware flat CSV, 0",
        "neware-layered.csv, Neware layered CSV, 0",
        "spinodal.csv, Spinodal cycling CSV, 2",
    })
    void readsEveryDialectAlike(String name, String format, int notices) {
        ReadResult<CyclingData> result = CyclingSamples.read(name);
        CyclingData data = result.single();
        assertEquals(format, result.format());
        assertEquals(notices, result.notices().size(), result.notices().toString());
        assertEquals(14, data.size());
        List<CyclingStep> steps = data.steps();
        assertEquals(
                List.of(Kind.REST, Kind.DISCHARGE, Kind.REST, Kind.CHARGE),
                steps.stream().map(CyclingStep::kind).toList());
        assertEquals(-1.44, steps.get(1).chargeCoulomb(), 1e-9);
        assertEquals(1.44, steps.get(3).chargeCoulomb(), 1e-9);
        assertEquals(1440, data.timeSecond()[6] - data.timeSecond()[2], 1e-6);
        assertEquals(1.6, data.voltageVolt()[6], 1e-9);
        double scale = name.equals("landt.csv") ? 1.1 : 1; // written as 0.0011 A: 0.00113 rounded to four places
        assertEquals(-1e-3 * scale, data.currentAmpere()[3], 1e-9);
        assertEquals(1e-3 * scale, data.currentAmpere()[10], 1e-9);
        assertTrue(data.hasTimes() && data.hasCurrents());
        assertEquals(1, data.cycles()[13]);
    }

    @ParameterizedTest
    @CsvSource({
        "CC DChg, DISCHARGE",
        "discharge CC, DISCHARGE",
        "D, DISCHARGE",
        "D_CC, DISCHARGE",
        "CC_D, DISCHARGE",
        "CCD, DISCHARGE",
        "CC Chg, CHARGE",
        "Charge, CHARGE",
        "C, CHARGE",
        "C_CV, CHARGE",
        "CCCV_C, CHARGE",
        "CCC, CHARGE",
        "Rest, REST",
        "Pause, REST",
        "R, REST",
        "P, REST",
        "OCV, UNKNOWN",
        "3, UNKNOWN",
        "CC, UNKNOWN"
    })
    void understandsStepNames(String name, CyclingRecords.Hint hint) {
        assertEquals(hint, CyclingRecords.Hint.of(name));
    }

    @Test
    void readsChineseAndOldNewareHeaders() {
        String landt =
                "\u8bb0\u5f55\u5e8f\u53f7,\u6d4b\u8bd5\u65f6\u95f4,\u7535\u538b/V,\u7535\u6d41/mA,\u5bb9\u91cf/mAh\n"
                        + "1,00:00:00,2,-1,0\n2,00:36:00,1.9,-1,0.6\n3,01:12:00,1.8,-1,1.2\n";
        assertEquals(-4.32, CyclingSamples.parse(landt).single().netChargeCoulomb()[2], 1e-12);
        assertEquals("Landt CSV", CyclingSamples.parse(landt).format());
        String neware =
                "Cycle ID,Step ID,Record ID,Time(h:min:s.ms),Voltage(V),Current(mA),Capacity(mAh),Capacitance_Chg(mAh),"
                        + "Capacitance_DChg(mAh)\n1,1,1,0:00:00.000,3,1,0,0,0\n1,1,2,1:00:00.000,3.1,1,1,1,0\n1,2,3,0:00:00.000,3,-1,0,0,0\n"
                        + "1,2,4,0:30:00.000,2.9,-1,0.5,0,0.5\n";
        CyclingData data = CyclingSamples.parse(neware).single();
        assertArrayEquals(new double[] {0, 3.6, 3.6, 1.8}, data.netChargeCoulomb(), 1e-12);
        assertArrayEquals(new double[] {0, 3600, 3600, 5400}, data.timeSecond(), 1e-9);
    }

    private static String notices(ReadResult<?> result) {
        return result.notices().toString();
    }

    @Test
    void reportsTimesThatAreTooLargeAndCorrectsThemOnDemand() {
        assertTrue(notices(CyclingSamples.read("bdf-time-too-large.csv")).contains("34 years"));
        CyclingReadOptions options = CyclingReadOptions.withDefaults().withTimeFactor(1 / 360000.0);
        ReadResult<CyclingData> corrected =
                CyclingFiles.parse("x", CyclingSamples.bytes("bdf-time-too-large.csv"), options);
        assertFalse(notices(corrected).contains("years"));
        assertEquals(-1.44, corrected.single().steps().get(1).chargeCoulomb(), 1e-9);
    }

    /** 1 A for 1 h is 1 Ah; the same with the time in units of 1/3600 s. */
    @Test
    void findsTheFactor3600FromTheCapacity() {
        String text =
                "time (s),current (A),voltage (V),capacity (Ah)\n0,1,1,0\n3600000,1,2,0.277777777777778\n7200000,1,3,0.555555555555556\n";
        assertTrue(notices(CyclingSamples.parse(text)).contains("3600 times too large"), text);
        assertFalse(
                notices(CyclingSamples.parse(text.replace("00000,", "000,"))).contains("3600"));
    }

    @Test
    void reportsCurrentsThatDisagreeWithTheCapacity() {
        assertTrue(notices(CyclingSamples.read("landt.csv"))
                .contains("0.0008800 Ah in all, the capacity columns to 0.0008000"));
    }

    @Test
    void findsWhatThePositiveCurrentMeans() {
        assertTrue(notices(CyclingSamples.read("maccor.txt")).contains("has no sign"));
        assertTrue(
                notices(CyclingSamples.read("bdf-positive-discharge.csv")).contains("a positive current discharges"));
        String unsigned =
                "time (s),current (A),voltage (V)\n0,1,3\n1,1,2.9\n2,1,2.5\n3,0,2.6\n4,1,3\n5,1,3.1\n6,1,3.2\n";
        ReadResult<CyclingData> result = CyclingSamples.parse(unsigned);
        assertArrayEquals(new double[] {-1, -1, -1, 0, 1, 1, 1}, result.single().currentAmpere());
        assertTrue(notices(result)
                .contains("has no sign in this file; discharging currents were made negative, as the voltage"));
        String inverted =
                "time (s),current (A),voltage (V)\n0,1,3\n1,1,2.9\n2,1,2.5\n3,0,2.6\n4,-1,3\n5,-1,3.1\n6,-1,3.2\n";
        ReadResult<CyclingData> turned = CyclingSamples.parse(inverted);
        assertArrayEquals(new double[] {-1, -1, -1, 0, 1, 1, 1}, turned.single().currentAmpere());
        assertTrue(notices(turned).contains("all currents were turned"));
        CyclingReadOptions options =
                CyclingReadOptions.withDefaults().withPositiveCurrent(CyclingReadOptions.PositiveCurrent.CHARGES);
        assertArrayEquals(
                new double[] {1, 1, 1, 0, -1, -1, -1},
                CyclingFiles.parse("t", inverted.getBytes(StandardCharsets.UTF_8), options)
                        .single()
                        .currentAmpere());
        CyclingReadOptions other = options.withPositiveCurrent(CyclingReadOptions.PositiveCurrent.DISCHARGES);
        assertArrayEquals(
                new double[] {-1, -1, -1, 0, 1, 1, 1},
                CyclingFiles.parse("t", inverted.getBytes(StandardCharsets.UTF_8), other)
                        .single()
                        .currentAmpere());
    }

    @Test
    void saysSoWhenSignsContradictEachOther() {
        String mixed = "time (s),current (A),voltage (V),step type (1)\n0,1,3,0\n";
        String text = mixed.replace("step type (1)", "charge capacity (Ah),discharge capacity (Ah)")
                        .replace("3,0", "3,0,0")
                + "1,1,3,1,0\n2,1,3,2,0\n3,-1,3,3,0\n4,-1,3,4,0\n5,1,3,4,1\n6,1,3,4,2\n";
        assertTrue(notices(CyclingSamples.parse(text)).contains("contradicts it in others"), text);
    }

    @Test
    void doesWithoutTheColumnsThatTheRestDetermines() {
        CyclingData noTime = CyclingSamples.parse(
                        "current (uA),voltage (V),capacity (uAh)\n-36,2,0\n-36,1.9,1\n-36,1.8,2\n")
                .single();
        assertArrayEquals(new double[] {0, 100, 200}, noTime.timeSecond(), 1e-9);
        assertArrayEquals(new double[] {0, -3.6e-3, -7.2e-3}, noTime.netChargeCoulomb(), 1e-15);
        CyclingData noCurrent = CyclingSamples.parse(
                        "time (s),voltage (V),capacity (uAh)\n0,2,0\n100,1.9,1\n200,1.8,2\n")
                .single();
        assertArrayEquals(new double[] {-36e-6, -36e-6, -36e-6}, noCurrent.currentAmpere(), 1e-15);
        CyclingData noCapacity = CyclingSamples.parse(
                        "time (h),voltage (mV),current (mA)\n0,2000,-1\n1,1900,-1\n2,1800,-1\n")
                .single();
        assertArrayEquals(new double[] {0, -3.6, -7.2}, noCapacity.netChargeCoulomb(), 1e-12);
        ReadResult<CyclingData> bare =
                CyclingSamples.parse("voltage (V),capacity (uAh)\n2,0\n1.9,1\n1.8,2\n1.9,0\n2,1\n");
        assertFalse(bare.single().hasCurrents() || bare.single().hasTimes());
        assertArrayEquals(
                new double[] {0, -3.6e-3, -7.2e-3, -7.2e-3, -3.6e-3},
                bare.single().netChargeCoulomb(),
                1e-15);
        assertTrue(notices(bare).contains("the voltage shows which way"));
        DataFormatException none = assertThrows(
                DataFormatException.class, () -> CyclingSamples.parse("voltage (V),current (A)\n1,1\n1,2\n"));
        assertTrue(String.valueOf(none.getMessage()).contains("neither capacity nor time"));
    }

    @Test
    void takesAFallingCapacityAsNetCharge() {
        ReadResult<CyclingData> result = CyclingSamples.parse(
                "time (s),current (A),voltage (V),capacity (C)\n0,1,1,5\n1,1,2,6\n2,1,3,7\n3,-1,2,6.5\n4,-1,1.5,6\n5,-1,1,5.5\n");
        assertArrayEquals(new double[] {0, 1, 2, 1.5, 1, 0.5}, result.single().netChargeCoulomb(), 1e-12);
        assertTrue(notices(result).contains("taken as net charge"));
    }

    @Test
    void turnsTheNetChargeWithTheCurrent() {
        String text = "time (s),current (A),voltage (V),net charge (C)\n0,1,3,5\n1,1,2,6\n2,1,1,7\n";
        assertArrayEquals(
                new double[] {0, 1, 2}, CyclingSamples.parse(text).single().netChargeCoulomb(), 1e-12);
        CyclingReadOptions options =
                CyclingReadOptions.withDefaults().withPositiveCurrent(CyclingReadOptions.PositiveCurrent.DISCHARGES);
        CyclingData turned = CyclingFiles.parse("t", text.getBytes(StandardCharsets.UTF_8), options)
                .single();
        assertArrayEquals(new double[] {0, -1, -2}, turned.netChargeCoulomb(), 1e-12);
        assertArrayEquals(new double[] {-1, -1, -1}, turned.currentAmpere());
    }

    /** The second step has passed 0.6 Ah before its first sample; a fall by a hundredth is noise. */
    @Test
    void aStepStartsItsCapacityAgain() {
        String text = "time (s),current (A),voltage (V),capacity (Ah),step (1)\n0,1,1,0,1\n3600,1,2,1,1\n"
                + "5760,1,2,0.6,2\n7200,1,3,1,2\n7200,1,3,0.99,3\n";
        assertArrayEquals(
                new double[] {0, 3600, 5760, 7200, 7164},
                CyclingSamples.parse(text).single().netChargeCoulomb(),
                1e-9);
    }

    @Test
    void addsUpTimesThatStartAgainWithEachStep() {
        ReadResult<CyclingData> result = CyclingSamples.parse(
                "Time(h:min:s.ms),Voltage(V),Current(mA),Step\n0:00:00,1,1,1\n0:00:10,2,1,1\n0:00:00,2,0,2\n0:00:05.500,2,0,2\n");
        assertArrayEquals(new double[] {0, 10, 10, 15.5}, result.single().timeSecond(), 1e-12);
        assertTrue(notices(result).contains("starts again with each step"));
        DataFormatException fall = assertThrows(
                DataFormatException.class,
                () -> CyclingSamples.parse("time (s),voltage (V),current (A)\n0,1,1\n5,1,1\n4,1,1\n"));
        assertEquals(4, fall.location().line());
    }

    @Test
    void readsVoltammograms(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("cv.txt"), CyclingSamples.bytes("biologic-voltammogram.txt"));
        ReadResult<CyclicVoltammogram> result = CyclingFiles.readVoltammogram(file);
        assertEquals("BioLogic text", result.format());
        List<PotentialSweep> sweeps = result.single().sweeps();
        assertEquals(2, sweeps.size());
        assertEquals(-0.5, sweeps.get(1).potentialVolt()[0], 1e-9);
        assertEquals(-1e-4, sweeps.get(0).currentAmpere()[0], 1e-12);
        assertEquals(0, result.single().timeSecond().length);
        assertEquals(
                14,
                CyclingFiles.parseVoltammogram("x", CyclingSamples.bytes("arbin.csv"))
                        .single()
                        .timeSecond()
                        .length);
        assertThrows(
                DataFormatException.class,
                () -> CyclingFiles.parseVoltammogram(
                        "x", "voltage (V),capacity (Ah)\n1,1\n2,2\n".getBytes(StandardCharsets.UTF_8)));
        DataFormatException flat = assertThrows(
                DataFormatException.class,
                () -> CyclingFiles.parseVoltammogram(
                        "x", "voltage (V),current (A)\n1,1\n1,2\n".getBytes(StandardCharsets.UTF_8)));
        assertTrue(String.valueOf(flat.getMessage()).contains("changing along"));
        assertEquals(
                14,
                CyclingFiles.read(Files.write(folder.resolve("a.csv"), CyclingSamples.bytes("arbin.csv")))
                        .single()
                        .size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"arbin.csv", "spinodal.csv", "landt.csv"})
    void writesWhatItReads(String name) {
        CyclingData data = CyclingSamples.read(name).single();
        CyclingData back = CyclingSamples.parse(CyclingTable.of(data).toCsv()).single();
        assertArrayEquals(data.timeSecond(), back.timeSecond());
        assertArrayEquals(data.voltageVolt(), back.voltageVolt());
        assertArrayEquals(data.netChargeCoulomb(), back.netChargeCoulomb(), 1e-15);
        assertArrayEquals(data.currentAmpere(), back.currentAmpere(), 1e-18);
        assertArrayEquals(data.cycles(), back.cycles());
    }

    @ParameterizedTest
    @CsvSource({
        "a.res, an Arbin database, MITS",
        "a.nda, a Neware binary file, BTSDA",
        "a.ndax, a Neware archive, BTSDA",
        "a.xlsx, an Excel workbook, CSV",
        "A.RAW, a Maccor binary file, MIMS",
        "a.mpr, a BioLogic binary file, .mpt",
    })
    void refusesBinaryFilesByName(String name, String what, String instead) {
        DataFormatException e = assertThrows(
                DataFormatException.class,
                () -> CyclingFiles.parse(name, new byte[] {'P', 1, 2, 0}, CyclingReadOptions.withDefaults()));
        assertTrue(String.valueOf(e.getMessage()).startsWith(name + ": " + what), e.getMessage());
        assertTrue(String.valueOf(e.getMessage()).contains(instead), e.getMessage());
    }

    @Test
    void refusesBinaryFilesByContent() {
        byte[] zip = {'P', 'K', 3, 4, 20, 0};
        DataFormatException e = assertThrows(
                DataFormatException.class, () -> CyclingFiles.parse("x.csv", zip, CyclingReadOptions.withDefaults()));
        assertTrue(String.valueOf(e.getMessage()).contains("archive"), e.getMessage());
        byte[] modular = "BIO-LOGIC MODULAR FILE".getBytes(StandardCharsets.US_ASCII);
        assertThrows(
                DataFormatException.class, () -> CyclingFiles.parse("x", modular, CyclingReadOptions.withDefaults()));
        // a text that only has the name of a binary file is read
        byte[] text = CyclingSamples.bytes("arbin.csv");
        assertEquals(
                14,
                CyclingFiles.parse("x.raw", text, CyclingReadOptions.withDefaults())
                        .single()
                        .size());
    }
}
