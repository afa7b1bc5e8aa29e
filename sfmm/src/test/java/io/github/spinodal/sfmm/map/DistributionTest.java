package io.github.spinodal.sfmm.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.data.ScanMap;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.fixtures.SharedData;
import io.github.spinodal.sfmm.io.MapReadOptions;
import io.github.spinodal.sfmm.io.ScanMapFiles;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DistributionTest {
    private static double[] normal(int count, double mean, double deviation, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = mean + deviation * random.nextGaussian();
        }
        return values;
    }

    private static double[] joined(double[] first, double[] second) {
        double[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** The study's two work functions, 5.26 eV on bare and 4.93 eV on coated grains. */
    @Test
    void partsTwoWorkFunctions() {
        for (int size : new int[] {1000, 10_000}) {
            double[] values = joined(normal(size, 4.93, 0.05, 1), normal(size / 2, 5.26, 0.08, 2));
            GaussianMixture mixture = GaussianMixture.choose(values, values.length);
            List<GaussianMixture.Component> parts = mixture.components();

            assertEquals(2, parts.size());
            assertTrue(mixture.converged());
            assertEquals(4.93, parts.get(0).mean(), 0.01);
            assertEquals(5.26, parts.get(1).mean(), 0.02);
            assertEquals(0.05, parts.get(0).standardDeviation(), 0.005);
            assertEquals(0.08, parts.get(1).standardDeviation(), 0.012);
            assertEquals(2.0 / 3, parts.get(0).weight(), 0.02);
        }
    }

    @Test
    void findsOneComponentInOneGaussianAndThreeInThree() {
        for (int seed = 0; seed < 20; seed++) {
            assertEquals(
                    1,
                    GaussianMixture.choose(normal(500, 0, 1, seed), 500)
                            .components()
                            .size());
        }
        double[] three = joined(joined(normal(400, 0, 1, 1), normal(400, 8, 1, 2)), normal(200, 20, 2, 3));
        assertEquals(3, GaussianMixture.choose(three, 1000).components().size());
    }

    /** One component is the sample's mean and standard deviation. */
    @Test
    void fitsASingleGaussianExactly() {
        double[] values = normal(300, 3, 2, 4);
        double mean = Arrays.stream(values).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow());
        GaussianMixture.Component only =
                GaussianMixture.fit(values, 1).components().get(0);

        assertEquals(mean, only.mean(), 1e-9);
        assertEquals(deviation, only.standardDeviation(), 1e-9);
        assertEquals(1, only.weight(), 1e-12);
    }

    @Test
    void refusesValuesWithoutADistribution() {
        assertThrows(InvalidValueException.class, () -> GaussianMixture.fit(new double[20], 1));
        assertThrows(InvalidValueException.class, () -> GaussianMixture.fit(new double[5], 1));
        assertThrows(InvalidValueException.class, () -> GaussianMixture.fit(normal(50, 0, 1, 1), 4));
        double[] broken = normal(50, 0, 1, 1);
        broken[7] = Double.NaN;
        assertThrows(InvalidValueException.class, () -> GaussianMixture.fit(broken, 1));
    }

    @Test
    void calibratesOnGold() {
        WorkFunctionCalibration tip = WorkFunctionCalibration.of(
                Measured.of(WorkFunctionCalibration.STUDY_GOLD_ELECTRON_VOLT, 0.03), Measured.of(-0.4, 0.04));
        assertEquals(4.8, tip.tipElectronVolt().value(), 1e-12);
        assertEquals(0.05, tip.tipElectronVolt().standardUncertainty(), 1e-12);

        // the potentials that give the study's 5.26 and 4.93 eV (figure 4e), as maps in mV with 20 mV of texture
        double[] texture = Fields.gaussian(64, 2, 9);
        ScanMap bare =
                Fields.map(64, Arrays.stream(texture).map(v -> -460 + 20 * v).toArray(), "mV");
        ScanMap coated = Fields.map(
                64,
                Arrays.stream(Fields.gaussian(64, 2, 10))
                        .map(v -> -130 + 20 * v)
                        .toArray(),
                "mV");
        WorkFunction first = tip.measure(bare);
        WorkFunction second = tip.measure(coated);

        assertEquals(5.26, first.meanElectronVolt(), 4 * first.statisticalElectronVolt());
        assertEquals(4.93, second.meanElectronVolt(), 4 * second.statisticalElectronVolt());
        assertEquals(0.05, first.total().standardUncertainty(), 0.002);
        assertEquals(0.33, first.minus(second).value(), 4 * first.minus(second).standardUncertainty());
        assertTrue(first.minus(second).standardUncertainty() < 0.005);
        assertEquals(0.02, first.spreadElectronVolt(), 0.003);
        assertEquals("eV", tip.workFunctionMap(bare).unit());
        assertThrows(InvalidValueException.class, () -> tip.measure(Fields.of(8, 8, "nm", (x, y) -> x)));
    }

    @Test
    void turnsThePolarity() {
        Measured gold = Measured.exact(5.2);
        WorkFunctionCalibration turned = WorkFunctionCalibration.of(
                gold, Measured.exact(0.4), WorkFunctionCalibration.Polarity.SAMPLE_MINUS_TIP);
        ScanMap map = Fields.of(8, 8, "V", (x, y) -> 0.4 + 0.001 * ((x + y) % 2));

        assertEquals(5.2, turned.workFunctionMap(map).value(0, 0), 1e-12);
        assertEquals(5.201, turned.workFunctionMap(map).value(1, 0), 1e-12);
    }

    @Test
    @Tag("shared-data")
    void givesTheWorkFunctionOfARealMap() throws IOException {
        ScanMap potential = ScanMapFiles.read(
                        SharedData.file("afm/kpfm_ramadan_cpd_passivated_250520.npy"),
                        MapReadOptions.withDefaults().withQuantity("contact potential", "V"))
                .single();
        WorkFunction result = WorkFunctionCalibration.of(Measured.exact(5.2), Measured.exact(0))
                .measure(potential);

        assertEquals(5.2 + 0.985211, result.meanElectronVolt(), 1e-6);
        assertEquals(0.006092, result.spreadElectronVolt(), 1e-6);
        assertTrue(result.statisticalElectronVolt() > 0.006092 / 256, "neighbouring pixels are correlated");
    }

    @Test
    void measuresCoverageWithAnInterval() {
        ScanMap disc = Fields.of(64, 64, "A", (x, y) -> Math.hypot(x - 31.5, y - 31.5) < 20 ? 1 : 0);
        Coverage coverage = Coverage.above(disc, Coverage.otsuThreshold(disc), 1);

        assertEquals(Math.PI * 400 / 4096, coverage.fraction(), 0.005);
        assertEquals(0.5, coverage.threshold(), 0.01);
        assertTrue(coverage.lower() < coverage.fraction() && coverage.fraction() < coverage.upper());
        assertThrows(InvalidValueException.class, () -> Coverage.otsuThreshold(Fields.of(9, 9, "A", (x, y) -> 1)));
    }

    /** A field of zero mean covers one half; the interval says so about as often as it claims. */
    @Test
    void givesIntervalsThatCover() {
        int inside = 0;
        int maps = 200;
        for (int seed = 0; seed < maps; seed++) {
            Coverage coverage = Coverage.above(Fields.map(64, Fields.gaussian(64, 1, seed), "A"), 0, seed);
            inside += coverage.lower() <= 0.5 && coverage.upper() >= 0.5 ? 1 : 0;
        }
        assertTrue(inside >= 0.88 * maps, inside + " of " + maps);
    }

    @Test
    void fitsLognormalGrains() {
        double sigma = 0.3;
        double[] sizes = Arrays.stream(normal(2000, Math.log(70e-9), sigma, 6))
                .map(Math::exp)
                .toArray();
        GrainSizeDistribution grains = GrainSizeDistribution.of(sizes, 1);

        assertEquals(
                Math.log(70e-9), grains.logMean().value(), 4 * grains.logMean().standardUncertainty());
        assertEquals(sigma, grains.logStandardDeviation().value(), 4 * sigma / Math.sqrt(4000));
        assertEquals(
                70e-9 * Math.exp(sigma * sigma / 2), grains.numberMeanMetre().value(), 2e-9);
        assertEquals(grains.fittedNumberMeanMetre(), grains.numberMeanMetre().value(), 0.5e-9);
        assertEquals(70e-9 * Math.exp(3.5 * sigma * sigma), grains.volumeMeanMetre(), 6e-9);
        assertTrue(grains.volumeMeanMetre() > grains.numberMeanMetre().value());
        assertTrue(grains.pValue() > 0.01, "p = " + grains.pValue());
    }

    /** The density of a lognormal law, summed over diameters: all grains, and their mean. */
    @Test
    void givesTheDensityOfTheFittedLaw() {
        GrainSizeDistribution grains = GrainSizeDistribution.of(new double[] {50e-9, 70e-9, 80e-9, 120e-9}, 1);
        double step = 0.1e-9;
        double share = 0;
        double mean = 0;
        for (double diameter = step / 2; diameter < 1e-6; diameter += step) {
            share += step * grains.fittedDensityPerMetre(diameter);
            mean += step * diameter * grains.fittedDensityPerMetre(diameter);
        }

        assertEquals(1, share, 1e-6);
        assertEquals(grains.fittedNumberMeanMetre(), mean, 1e-6 * mean);
        assertThrows(InvalidValueException.class, () -> grains.fittedDensityPerMetre(0));
    }

    @Test
    void seesWhereGrainsAreNotLognormal() {
        double[] bimodal = joined(
                Arrays.stream(normal(150, 20e-9, 1e-9, 1)).toArray(),
                Arrays.stream(normal(150, 90e-9, 5e-9, 2)).toArray());

        assertEquals(0.001, GrainSizeDistribution.of(bimodal, 1).pValue(), 1e-12);
        assertThrows(InvalidValueException.class, () -> GrainSizeDistribution.of(new double[] {1e-9, -1e-9, 2e-9}, 1));
        assertThrows(InvalidValueException.class, () -> GrainSizeDistribution.of(new double[] {1e-9, 1e-9, 1e-9}, 1));
        assertEquals(2, GrainSizeDistribution.equivalentDiameters(new double[] {Math.PI})[0], 1e-15);
    }
}
