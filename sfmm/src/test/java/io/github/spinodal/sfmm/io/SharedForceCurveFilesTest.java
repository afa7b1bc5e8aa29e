package io.github.spinodal.sfmm.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.data.ForceCurve;
import io.github.spinodal.core.data.ForceSegment;
import io.github.spinodal.core.data.ForceSegment.ZSource;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.fixtures.Expect;
import io.github.spinodal.fixtures.SharedData;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files of real instruments; the expected numbers were computed from the raw bytes with another program. */
@Tag("shared-data")
class SharedForceCurveFilesTest {
    private static final ForceReadOptions DEFAULTS = ForceReadOptions.withDefaults();

    private static ReadResult<ForceCurve> read(String file) throws IOException {
        return ForceCurveFiles.read(SharedData.file("sfmm/" + file));
    }

    private static void assertEnds(ForceSegment leg, int size, double z, double d, double lastZ, double lastD) {
        assertEquals(size, leg.size());
        Expect.close(z, leg.z(0), 1e-9);
        Expect.close(d, leg.deflection(0), 1e-9);
        Expect.close(lastZ, leg.z(size - 1), 1e-9);
        Expect.close(lastD, leg.deflection(size - 1), 1e-9);
    }

    @Test
    void readsBioScopeWithItsHeightSensor() throws IOException {
        ReadResult<ForceCurve> result = read("nanoscope/cr00028.000");
        ForceCurve curve = result.single();

        assertEquals(ZSource.SENSOR, curve.approach().orElseThrow().zSource());
        // last stored sample of the approach block: Z -6710 and deflection -4658 bits; first: 2383 and 290
        assertEnds(
                curve.approach().orElseThrow(),
                4096,
                -6710 * 0.000375 * 363.1347e-9,
                -4658 * 0.000375 * 14.50635e-9,
                2383 * 0.000375 * 363.1347e-9,
                290 * 0.000375 * 14.50635e-9);
        assertEquals(1.0192, Double.parseDouble(curve.metadata().get("trigger ratio")), 2e-3);
        assertEquals(0.37583, curve.springConstantNewtonPerMetre().orElseThrow());
        Expect.notice(result, 0, "1.239 times as far as the ramp");

        ForceSegment ramp = ForceCurveFiles.read(
                        SharedData.file("sfmm/nanoscope/cr00028.000"), DEFAULTS.withPreferredZ(ZSource.RAMP))
                .single()
                .approach()
                .orElseThrow();
        assertEquals(1000, (ramp.z(4095) - ramp.z(0)) * 1e9 * 4096 / 4095, 1e-3);
    }

    @Test
    void readsFourByteSamplesOfVersionNine() throws IOException {
        ForceCurve curve = read("nanoscope/20200904_Egel4-Z1.0_00025.spm").single();
        double scale = 0.000375 * 27.39e-9;

        assertEnds(curve.approach().orElseThrow(), 1024, 3000e-9 / 1024, 856 * scale, 3000e-9, 4264 * scale, 1e-6);
        assertEnds(curve.retract().orElseThrow(), 1024, 3000e-9, 4204 * scale, 3000e-9 / 1024, 85 * scale, 1e-6);
        assertEquals(1.02, Double.parseDouble(curve.metadata().get("trigger ratio")), 5e-3);
        assertEquals(0.1332, curve.springConstantNewtonPerMetre().orElseThrow());
    }

    private static void assertEnds(
            ForceSegment leg, int size, double z, double d, double lastZ, double lastD, double zTolerance) {
        assertEquals(size, leg.size());
        Expect.close(z, leg.z(0), zTolerance);
        Expect.close(d, leg.deflection(0), 1e-9);
        Expect.close(lastZ, leg.z(size - 1), zTolerance);
        Expect.close(lastD, leg.deflection(size - 1), 1e-9);
    }

    @Test
    void readsTheForceVolumeWhoseSamplesSitOneByteLate() throws IOException {
        ReadResult<ForceCurve> result = read("nanoscope/20200903_Egel2.0_00023.spm");
        double scale = 0.000375 * 27.39e-9;

        assertEquals(256, result.items().size());
        Expect.notice(result, 0, "start 1 bytes later");
        assertTrue(result.notices().stream().noneMatch(n -> n.message().contains("trigger threshold")));
        int[] tops = {3253, 3252, 3252, 3250, 3244, 3260, 3245, 3239, 3250, 3256};
        for (int i = 0; i < tops.length; i++) {
            ForceSegment approach = result.items().get(i).approach().orElseThrow();
            Expect.close(tops[i] * scale, approach.deflection(1023), 1e-9);
        }
        for (ForceCurve curve : result.items()) {
            assertEquals(1, Double.parseDouble(curve.metadata().get("trigger ratio")), 0.07);
        }
    }

    @Test
    void readsAsylumCurves() throws IOException {
        ForceCurve curve = read("ibw/fmt-igor-fd_U3_3_p10004.ibw").single();
        ForceSegment approach = curve.approach().orElseThrow();
        ForceSegment retract = curve.retract().orElseThrow();

        assertEquals(10097, approach.size() + retract.size());
        assertEnds(
                approach,
                5057,
                -6.4155087784456555e-06,
                -8.917819371845326e-09,
                1.0308981472917367e-06,
                5.627533141705499e-07);
        assertEnds(
                retract,
                5040,
                1.0317371561541222e-06,
                5.63721926027938e-07,
                -6.098768608353566e-06,
                -8.922916627795985e-09);
        assertEquals(203.64e-9, curve.inverseSensitivityMetrePerVolt().orElseThrow(), 1e-18);
        assertEquals(0.31451, curve.springConstantNewtonPerMetre().orElseThrow());
        double most = Math.max(
                Arrays.stream(approach.deflectionMetre()).max().orElseThrow(),
                Arrays.stream(retract.deflectionMetre()).max().orElseThrow());
        Expect.close(1.778407e-7, 0.31451 * most, 1e-6);
        assertEquals(
                1008,
                read("ibw/fmt-igor-fd_SiN_FD_plot.ibw")
                        .single()
                        .approach()
                        .orElseThrow()
                        .size());
    }

    @Test
    void readsJpk() throws IOException {
        ForceCurve curve = read("jpk/fmt-jpk-fd_single_tilted-baseline-shift-adyp_2023-06-26.jpk-force")
                .single();

        assertEnds(
                curve.approach().orElseThrow(),
                4096,
                -1.325643484412946e-05,
                -9.752947742502692e-09,
                -1.201960894277113e-06,
                1.612384890920019e-07);
        Expect.close(0.08806028859181485, curve.springConstantNewtonPerMetre().orElseThrow(), 1e-15);
        Expect.close(
                2.1943503797394135e-8, curve.inverseSensitivityMetrePerVolt().orElseThrow(), 1e-15);
        assertEquals(2, curve.retract().orElseThrow().durationSeconds().orElseThrow());
    }

    @Test
    void readsTexts() throws IOException {
        ForceCurve ntMdt = ForceCurveFiles.read(
                        SharedData.file(
                                "sfmm/text/fmt-ntmdt-txt-fd_2015_01_17_gel4-0,1_mQ_adh_6B_Curve_DFL_Height_51.txt"),
                        DEFAULTS.withDeflectionSensitivity(100))
                .single();
        assertEnds(ntMdt.approach().orElseThrow(), 1000, 0.0006e-9, -110.33e-9, 7999.9482e-9, 147.26e-9);
        assertEnds(ntMdt.retract().orElseThrow(), 1000, 7999.9482e-9, 147.11e-9, 0.0006e-9, -109.26e-9);

        ForceCurve workshop = ForceCurveFiles.read(
                        SharedData.file("sfmm/text/fmt-afm-workshop-fd_single_2020-02-14_13.41.25.csv"),
                        DEFAULTS.withSpringConstant(2))
                .single();
        assertEquals(15072.4571e-9, workshop.approach().orElseThrow().z(0), 1e-18);
        assertEquals(1276.4373e-9 / 2, workshop.approach().orElseThrow().deflection(0), 1e-18);
        assertEquals(3809.6950e-9 / 2, workshop.retract().orElseThrow().deflection(0), 1e-18);
    }

    @Test
    void readsTheTextExportOfAMultiMode() throws IOException {
        ForceCurve curve = ForceCurveFiles.read(SharedData.file("sfmm/text/veeco_file.txt.gz"), DEFAULTS)
                .single();

        ForceSegment approach = curve.approach().orElseThrow();
        assertEquals(6656, approach.size());
        assertEquals(0, approach.z(0));
        Expect.close(5.398727e-7, approach.z(6655), 1e-12);
        Expect.close(-2.439994e-8, approach.deflection(0), 1e-12);
        Expect.close(5.399999e-7, curve.retract().orElseThrow().z(0), 1e-12);
        Expect.close(-2.46453e-8, curve.retract().orElseThrow().deflection(6655), 1e-12);
        assertEquals(0.07444, curve.springConstantNewtonPerMetre().orElseThrow());
        Expect.close(36.35e-9, curve.inverseSensitivityMetrePerVolt().orElseThrow(), 1e-12);
    }
}
