package io.github.spinodal.sfmm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.data.ForceCurve;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.fixtures.SharedData;
import io.github.spinodal.sfmm.io.ForceCurveFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Curves of soft gels and of other levers: none carries a thin layer on a solid, and none may be said to. */
@Tag("shared-data")
class RealCurvesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sfmm/nanoscope/cr00028.000",
                "sfmm/nanoscope/20200904_Egel4-Z1.0_00025.spm",
                "sfmm/ibw/fmt-igor-fd_U3_3_p10004.ibw",
                "sfmm/ibw/fmt-igor-fd_SiN_FD_plot.ibw",
                "sfmm/jpk/fmt-jpk-fd_single_tilted-baseline-shift-adyp_2023-06-26.jpk-force"
            })
    void callsNoLayerWhereThereIsNone(String name) throws IOException {
        Path file = SharedData.file(name);
        for (ForceCurve curve : ForceCurveFiles.read(file).items()) {
            LayerResult result = LayerAnalysis.withDefaults().analyse(curve);
            assertEquals(LayerVerdict.UNCERTAIN, result.verdict(), result::toString);
            assertTrue(result.reason().contains("not that of a solid"), result::reason);
        }
    }

    @Test
    void readsAForceVolumeOfAGel() throws IOException {
        ReadResult<ForceCurve> volume =
                ForceCurveFiles.read(SharedData.file("sfmm/nanoscope/20200903_Egel2.0_00023.spm"));
        LayerMap map = LayerMap.analyse(LayerAnalysis.withDefaults(), volume.items()::get, 16, 16, 1e-6, 1e-6, 2);
        assertEquals(256, map.count(LayerVerdict.UNCERTAIN));
        assertTrue(map.thickness().isEmpty());
        assertTrue(map.betweenSpots().isEmpty());
    }
}
