package io.github.spinodal.core.cycling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.cycling.CyclingStep.Kind;
import io.github.spinodal.core.data.GalvanostaticCurve.Direction;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.fixtures.SharedData;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Real exports. Expected values are those of the collection's notes, which were recomputed there from the files by other
 * means, or the cyclers' own sums in the same files.
 */
@Tag("shared-data")
class CyclingSharedDataTest {
    private static final double MAH = 3.6;

    private static ReadResult<CyclingData> read(String name, CyclingReadOptions options) throws IOException {
        return CyclingFiles.read(SharedData.file("cycling/" + name), options);
    }

    private static ReadResult<CyclingData> read(String name) throws IOException {
        return read(name, CyclingReadOptions.withDefaults());
    }

    private static double duration(CyclingData data, CyclingStep step) {
        return data.timeSecond()[step.to() - 1] - data.timeSecond()[step.from()];
    }

    @Test
    void batteryDataFormatWithPositiveDischarge() throws IOException {
        ReadResult<CyclingData> result = read("batmo_cellpy_LFP_first3001.bdf.csv");
        CyclingData data = result.single();
        assertTrue(result.notices().toString().contains("all currents were turned"));
        CyclingStep charge = data.steps().get(2);
        CyclingStep discharge = data.steps().get(4);
        assertEquals(Kind.CHARGE, charge.kind());
        assertEquals(158.948, charge.chargeCoulomb() / MAH, 0.001);
        assertEquals(-159.789, discharge.chargeCoulomb() / MAH, 0.001);
        assertEquals(94500, duration(data, charge), 1e-6);
        assertEquals(95000, duration(data, discharge), 1e-6);
        assertEquals(-116.9, data.steps().get(0).chargeCoulomb() / MAH, 0.05);
        List<GalvanostaticBranch> branches = BranchExtraction.withDefaults().extract(data);
        assertEquals(6.055e-3, branches.get(1).curve().currentAmpere(), 1e-6);
        assertEquals(3.313, median(branches.get(1).curve().voltageVolt()), 0.001);
        assertEquals(3.299, median(branches.get(2).curve().voltageVolt()), 0.001);
    }

    private static double median(double[] values) {
        return java.util.Arrays.stream(values).sorted().toArray()[values.length / 2];
    }

    @Test
    void timeThatIs3600TimesTooLarge() throws IOException {
        String name = "basytec_bdf_DLR_LNMO_POCV_thin4.bdf.csv";
        assertTrue(read(name).notices().toString().contains("3600 times too large"));
        CyclingData data = read(name, CyclingReadOptions.withDefaults().withTimeFactor(1 / 3600.0))
                .single();
        List<CyclingStep> active =
                data.steps().stream().filter(s -> s.kind() != Kind.REST).toList();
        assertEquals(3, active.size());
        assertEquals(6.29, active.get(1).chargeCoulomb() / MAH, 0.005);
        assertEquals(68655, duration(data, active.get(1)), 1);
        assertEquals(-6.17, active.get(2).chargeCoulomb() / MAH, 0.005);
        assertEquals(67408, duration(data, active.get(2)), 100); // every fourth row was kept
        assertArrayEquals(
                new int[] {1, 1, 2},
                active.stream().mapToInt(CyclingStep::cycle).toArray());
        // two plateaus: 4.69-4.70 and 4.75 V
        GalvanostaticBranch charge =
                BranchExtraction.withDefaults().extract(data).get(1);
        assertEquals(4.75, DifferentialCapacity.of(charge.curve(), 0.005).peakVoltage(), 0.03);
    }

    @Test
    void arbinDatabaseExport() throws IOException {
        ReadResult<CyclingData> result = read("arbin_beep_2017-05-09_TC-contact_CH33.csv");
        CyclingData data = result.single();
        double[] net = data.netChargeCoulomb();
        assertEquals((0.608 - 0.005) * 3600, net[net.length - 1], 2);
        double[] time = data.timeSecond();
        assertEquals(1023, time[time.length - 1], 1);
        assertEquals(6.6, data.currentAmpere()[0], 0.001);
        assertTrue(result.notices().toString().contains("Cycle_Index is empty throughout"));
        assertTrue(result.notices().toString().contains("names no units"));
    }

    @Test
    void landtWithRoundedCurrent() throws IOException {
        ReadResult<CyclingData> result = read("landt_bdf_SINTEF_LiGr_thin5.csv");
        CyclingData data = result.single();
        assertEquals("Landt CSV", result.format());
        assertTrue(result.notices().toString().contains("the capacity columns were used"));
        List<CyclingStep> steps = data.steps();
        assertEquals(43200, duration(data, steps.get(0)), 75);
        assertEquals(-0.0063 * 3600, steps.get(1).chargeCoulomb(), 1e-9);
        assertEquals(128588, duration(data, steps.get(1)), 375);
        assertEquals(0.0032 * 3600, steps.get(2).chargeCoulomb(), 1e-9);
        assertEquals(64140, duration(data, steps.get(2)), 375);
        assertEquals(26729, duration(data, steps.get(3)), 375);
        // the official conversion of the same run, without cycle numbers
        CyclingData converted = read("landt_bdf_SINTEF_LiGr_thin5.bdf.csv").single();
        assertArrayEquals(data.netChargeCoulomb(), converted.netChargeCoulomb());
        assertArrayEquals(data.voltageVolt(), converted.voltageVolt());
        assertArrayEquals(data.timeSecond(), converted.timeSecond());
        assertArrayEquals(data.currentAmpere(), converted.currentAmpere());
        assertEquals(2, converted.cycles()[converted.size() - 1]);
    }

    @Test
    void newareFlat() throws IOException {
        CyclingData data = read("neware_cellpy_uio_first2600.csv").single();
        List<CyclingStep> discharges =
                data.steps().stream().filter(s -> s.kind() == Kind.DISCHARGE).toList();
        assertEquals(3, discharges.size());
        assertEquals(-4.68031, discharges.get(0).chargeCoulomb() / MAH, 1e-9);
        assertEquals(-0.28183, discharges.get(1).chargeCoulomb() / MAH, 1e-9);
        assertEquals(-0.12414, discharges.get(2).chargeCoulomb() / MAH, 1e-9);
        assertEquals(12 * 3600, data.timeSecond()[720], 1e-9);
        assertTrue(data.timeSecond()[data.size() - 1] > 24 * 3600, "hours beyond 24 count");
        List<GalvanostaticBranch> branches = BranchExtraction.withDefaults().extract(data);
        assertEquals(4, branches.size());
        assertEquals(4.68031, branches.get(0).curve().capacityCoulomb() / MAH, 0.01);
    }

    /** The cycle lines of the file itself. */
    @Test
    void newareLayered() throws IOException {
        CyclingData data = read("neware_cellpy_ife_first2851.csv").single();
        CycleTable cycles = CycleTable.of(data, EfficiencyConvention.DISCHARGE_OVER_CHARGE);
        double[] charge = {0.02256, 0.32780, 0.33180, 0.32704, 0.32179, 0.31709};
        double[] discharge = {0.33067, 0.33172, 0.32663, 0.32125, 0.31650, 0.31231};
        assertEquals(6, cycles.cycles().size());
        for (int i = 0; i < 6; i++) {
            assertEquals(charge[i], cycles.cycle(i + 1).chargeCoulomb() / 3600, 6e-6);
            assertEquals(discharge[i], cycles.cycle(i + 1).dischargeCoulomb() / 3600, 6e-6);
        }
        assertEquals(
                14.6546,
                cycles.cycle(1).coulombicEfficiency(cycles.convention()).orElseThrow(),
                1e-4);
        assertEquals(0.31231 / 0.33067, cycles.retention(Direction.DISCHARGE, 1, 6), 1e-4);
    }

    @Test
    void maccor() throws IOException {
        ReadResult<CyclingData> result = read("maccor_cellpy_001_first100.txt");
        CyclingData data = result.single();
        assertEquals("Maccor text", result.format());
        assertEquals(5, data.timeSecond()[1]);
        double[] net = data.netChargeCoulomb();
        assertEquals(-0.38193 * 3600, net[net.length - 1], 1e-9);
        assertEquals(-0.5, data.currentAmpere()[50], 0.001);
        assertEquals(2754.84, data.timeSecond()[data.size() - 1], 0.001);
    }

    @Test
    void arbinWithByteOrderMark() throws IOException {
        CyclingData data = read("pyprobe_sample_data_arbin.csv").single();
        assertEquals(13, data.size());
        assertEquals(3.534595, data.voltageVolt()[0]);
        assertEquals(30.0005, data.timeSecond()[0]);
    }

    @Test
    void basytec() throws IOException {
        ReadResult<CyclingData> result = read("pyprobe_sample_data_basytec.txt");
        CyclingData data = result.single();
        assertEquals("Basytec text", result.format());
        assertEquals(3.52575489148741, data.voltageVolt()[0]);
        CyclingStep charge = data.steps().get(data.steps().size() - 1);
        assertEquals(Kind.CHARGE, charge.kind());
        assertEquals(0.001248916998009 * 3600, data.netChargeCoulomb()[data.size() - 1], 1e-9);
    }

    @Test
    void bioLogicBattery() throws IOException {
        ReadResult<CyclingData> result = read("pyprobe_biologic_01_MB_CA1_first500.txt");
        assertEquals("BioLogic text", result.format());
        assertEquals(397, result.single().size());
        assertEquals(3.5180547, result.single().voltageVolt()[0]);
        assertEquals(0.1000000047497451, result.single().timeSecond()[1]);
        assertEquals(Kind.DISCHARGE, result.single().steps().get(1).kind());
    }

    @Test
    void bioLogicVoltammograms() throws IOException {
        CyclicVoltammogram pt = CyclingFiles.readVoltammogram(
                        SharedData.file("cycling/biologic_ixdat_Pt_poly_cv_CUT.mpt"))
                .single();
        assertEquals(223, pt.size());
        assertEquals(0.87869531, pt.potentialVolt()[0]);
        assertEquals(-2.604324994466466e-6, pt.currentAmpere()[0], 1e-20);
        assertEquals(0.1, pt.scanRate().orElseThrow(), 1e-4);
        assertEquals(10, pt.sweeps().size());
        CyclicVoltammogram bare = CyclingFiles.readVoltammogram(
                        SharedData.file("cycling/biologic_kaixin_cv_advanced45_C01.txt"))
                .single();
        assertEquals(742, bare.size());
        assertEquals(4, bare.sweeps().size());
        assertEquals(-1.301, bare.sweeps().get(1).potentialVolt()[0], 0.001);
        DataFormatException e =
                assertThrows(DataFormatException.class, () -> read("biologic_kaixin_cv_advanced45_C01.txt"));
        assertTrue(String.valueOf(e.getMessage()).contains("neither capacity nor time"));
    }
}
