package io.github.spinodal.phasefield.oscillation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.cycling.BranchExtraction;
import io.github.spinodal.core.cycling.CyclingData;
import io.github.spinodal.core.cycling.CyclingFiles;
import io.github.spinodal.core.cycling.GalvanostaticBranch;
import io.github.spinodal.fixtures.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flat plateaus of commercial electrodes, whose many grains show no oscillation. */
@Tag("shared-data")
class RealPlateauTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"cycling/batmo_cellpy_LFP_first3001.bdf.csv", "cycling/basytec_bdf_DLR_LNMO_POCV_thin4.bdf.csv"})
    void commercialElectrodesDoNotOscillate(String name) throws IOException {
        Path path = SharedData.file(name);
        for (CyclingData data : CyclingFiles.read(path).items()) {
            for (GalvanostaticBranch branch : BranchExtraction.withDefaults().extract(data)) {
                OscillationResult result = OscillationAnalysis.withDefaults().analyze(branch.curve());
                assertTrue(result.oscillation().isEmpty(), result::toString);
            }
        }
    }
}
