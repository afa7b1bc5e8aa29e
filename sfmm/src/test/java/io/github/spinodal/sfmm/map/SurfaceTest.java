package io.github.spinodal.sfmm.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.data.ScanMap;
import io.github.spinodal.fixtures.SharedData;
import io.github.spinodal.sfmm.io.ScanMapFiles;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SurfaceTest {
    /** A sine of amplitude A: Sa = 2A/pi, Sq = A/sqrt 2, Ssk = 0, Sku = 3/2. */
    @Test
    void givesTheHeightParametersOfASine() {
        ScanMap sine = Fields.of(1000, 3, "nm", (x, y) -> 5 * Math.sin(2 * Math.PI * (x + 0.5) / 1000));
        Roughness roughness = Roughness.of(sine);

        assertEquals(10 / Math.PI, roughness.arithmeticMean(), 1e-5);
        assertEquals(5 / Math.sqrt(2), roughness.rootMeanSquare(), 1e-12);
        assertEquals(0, roughness.skewness(), 1e-12);
        assertEquals(1.5, roughness.kurtosis(), 1e-12);
        assertEquals(10, roughness.maximumHeight(), 1e-4);
        assertEquals("nm", roughness.unit());
    }

    @Test
    void countsAConstantMapAsSmooth() {
        Roughness roughness = Roughness.of(Fields.of(4, 4, "nm", (x, y) -> 7));
        assertEquals(0, roughness.rootMeanSquare());
        assertEquals(0, roughness.kurtosis());
    }

    @Test
    void removesPlanesAndRowTrends() {
        boolean[] missing = new boolean[30 * 20];
        missing[47] = true;
        ScanMap tilted =
                Fields.of(30, 20, "nm", (x, y) -> 3 + 0.5 * x - 0.25 * y).withMissing(missing);
        ScanMap level = Levelling.subtractPlane(tilted);
        assertTrue(Arrays.stream(level.presentValues()).allMatch(v -> Math.abs(v) < 1e-12));
        assertEquals(1, level.missingCount());

        ScanMap bowed = Fields.of(30, 20, "nm", (x, y) -> y * y + 0.1 * x * x - y * x);
        assertTrue(
                Arrays.stream(Levelling.flattenRows(bowed, 2).presentValues()).allMatch(v -> Math.abs(v) < 1e-10));
        assertTrue(Roughness.of(Levelling.flattenRows(bowed, 1)).rootMeanSquare() > 1);
        assertThrows(InvalidValueException.class, () -> Levelling.flattenRows(bowed, 6));
        ScanMap line = Fields.of(30, 1, "nm", (x, y) -> x);
        assertThrows(InvalidValueException.class, () -> Levelling.subtractPlane(line));
    }

    /** A map at constant height is flat when levelled, rounding included, and keeps its notes. */
    @Test
    void levelsAConstantMapToZero() {
        ScanMap constant =
                Fields.of(128, 128, "m", (x, y) -> -2.1861611188001007E-8).withMetadata("direction", "forward");
        for (ScanMap levelled : List.of(Levelling.subtractPlane(constant), Levelling.flattenRows(constant, 1))) {
            assertTrue(Arrays.stream(levelled.presentValues()).allMatch(v -> v == 0));
            assertEquals("forward", levelled.metadata().get("direction"));
            assertEquals(0, Double.compare(0, Roughness.of(levelled).deepestPit()));
        }
    }

    /** The upstream project asserts these figures for the file (Ra, Rq, highest peak, deepest valley, in nm); it rounds to bits of 0.087 nm. */
    @Test
    @Tag("shared-data")
    void agreesWithTheRoughnessOfARealImage() throws IOException {
        ScanMap height = ScanMapFiles.read(SharedData.file("afm/nanoscope_jmarini_full_multiple_images.000"))
                .items()
                .get(0);
        Roughness roughness = Roughness.of(Levelling.flattenRows(height, 1));

        assertEquals(3.433, 1e9 * roughness.arithmeticMean(), 5e-4);
        assertEquals(4.325, 1e9 * roughness.rootMeanSquare(), 5e-4);
        assertEquals(14.478, 1e9 * roughness.highestPeak(), 0.05);
        assertEquals(12.918, 1e9 * roughness.deepestPit(), 0.05);
    }

    @Test
    void averagesAnglesAcrossTheBranch() {
        CircularStatistics statistics = CircularStatistics.of(Fields.of(2, 1, "deg", (x, y) -> x == 0 ? 350 : 30));

        assertEquals(10, statistics.meanDegrees(), 1e-12);
        assertEquals(Math.cos(Math.toRadians(20)), statistics.resultantLength(), 1e-15);
        assertEquals(1 - Math.cos(Math.toRadians(20)), statistics.variance(), 1e-15);
        assertThrows(InvalidValueException.class, () -> CircularStatistics.of(Fields.of(2, 1, "nm", (x, y) -> x)));
    }

    /** For small spreads the circular standard deviation is the ordinary one. */
    @Test
    void givesTheSpreadOfNarrowAngles() {
        double[] noise = Fields.gaussian(200, 0, 5);
        CircularStatistics statistics = CircularStatistics.of(
                Arrays.stream(noise).map(v -> 3.1 + 0.02 * v).toArray());

        assertEquals(0.02, statistics.standardDeviationRadian(), 2e-4);
        assertEquals(3.1, statistics.meanRadian(), 4e-4);
    }
}
