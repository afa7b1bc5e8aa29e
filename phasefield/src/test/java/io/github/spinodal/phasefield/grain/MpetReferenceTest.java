package io.github.spinodal.phasefield.grain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.quantity.DiffusionCoefficient;
import io.github.spinodal.core.quantity.Length;
import io.github.spinodal.core.thermo.RegularSolution;
import io.github.spinodal.fixtures.SharedData;
import io.github.spinodal.phasefield.Kinetics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Reference outputs of MPET 1.0.1 (TRI-AMDD/mpet, tests/ref_outputs, MIT). One LiFePO4 particle, 40 nm, grid 1 nm, C/100
 * with a ramp of a thousandth of the run; values of its params_c.cfg.
 */
@Tag("shared-data")
class MpetReferenceTest {
    private static final double TIME_SECONDS = 9.933519;
    /** MPET rounds k_B to 1.381e-23 and e to 1.602e-19: this temperature gives its k_B T at 298 K. */
    private static final double TEMPERATURE = 298 * 1.381e-23 / 1.380649e-23;

    private static final double CHARGE = 1.602e-19;
    private static final double SITES = 1.3793e28;
    private static final double KAPPA = 5.0148e-10;
    private static final double EXCHANGE_AMPERE_PER_SQUARE_METRE = 0.16;
    private static final RegularSolution MODEL = RegularSolution.ofOmega(1.8560e-20, TEMPERATURE);
    private static final Length SIZE = Length.ofNanometres(40);
    private static final Length GRADIENT = SpatialGrain.gradientLength(KAPPA, SITES, TEMPERATURE);

    private static double ratePerSecond(double areaPerVolume) {
        return EXCHANGE_AMPERE_PER_SQUARE_METRE * areaPerVolume / (CHARGE * SITES);
    }

    private record Comparison(double median, double largest, double atFilling) {}

    private static double[][] rows(String test) throws IOException {
        Path file = SharedData.file("phasefield/mpet_ref/" + test + ".csv");
        List<String> lines = Files.readAllLines(file);
        List<double[]> kept = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            double[] row = Arrays.stream(line.split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            // MPET repeats the row at which a cut-off ends the run.
            if (kept.isEmpty() || row[0] > kept.get(kept.size() - 1)[0]) {
                kept.add(row);
            }
        }
        return kept.toArray(new double[0][]);
    }

    private static Comparison compare(String test, SpatialGrain grain, double initialFilling) throws IOException {
        double[][] rows = rows(test);
        double[] times =
                Arrays.stream(rows).mapToDouble(row -> row[0] * TIME_SECONDS).toArray();
        double rate = rows[rows.length - 1][2] / TIME_SECONDS;
        // Ramp of 1e-3 of the time that 0.98 of the capacity would take.
        GrainControl control = GrainControl.rate(rate).withRamp(1e-3 * 0.98 / Math.abs(rate));
        GrainResult result = GrainSimulation.of(grain, control)
                .withInitialFilling(initialFilling)
                .withTolerance(1e-7)
                .run(times);
        assertTrue(result.isComplete(), result::toString);
        assertTrue(result.lithiumDrift() < 1e-14, result::toString);
        assertTrue(result.largestCorrection() < 1e-6, result::toString);
        double reference = MODEL.chemicalPotential(initialFilling) / (1.381e-23 * 298);
        double[] difference = new double[rows.length];
        double at = 0;
        double largest = 0;
        for (int i = 0; i < rows.length; i++) {
            difference[i] = Math.abs(result.drivingOverKT(i) - reference - rows[i][1]);
            if (difference[i] > largest) {
                largest = difference[i];
                at = rows[i][3];
            }
        }
        Arrays.sort(difference);
        return new Comparison(difference[rows.length / 2], largest, at);
    }

    @Test
    void allenCahnReactionWithWettedEdgesAndStrain() throws IOException {
        SpatialGrain grain = SpatialGrain.allenCahn(
                        MODEL, Kinetics.bazant(), ratePerSecond(2 / 20e-9), SIZE, GRADIENT, 40)
                .withCoherencyStrain(0.1916e9 / SITES)
                .withSurface(new SurfaceCondition.FilledLayer(0.98));
        Comparison comparison = compare("test001", grain, 0.01);
        assertTrue(comparison.median() <= 3e-6 && comparison.largest() <= 5e-5, comparison::toString);
    }

    private static SpatialGrain cahnHilliard(GrainGeometry geometry, double slope) {
        return SpatialGrain.cahnHilliard(
                        MODEL,
                        Kinetics.bazant(),
                        ratePerSecond(geometry.dimension() / SIZE.inMetres()),
                        geometry,
                        SIZE,
                        GRADIENT,
                        DiffusionCoefficient.ofSquareMetresPerSecond(5.3e-19),
                        41)
                .withCoherencyStrain(0.1916e9 / SITES)
                .withSurface(new SurfaceCondition.ContactSlope(slope * SITES / KAPPA))
                .withScheme(Scheme.ZENG_BAZANT);
    }

    @Test
    void cahnHilliardReactionInAWettedCylinder() throws IOException {
        Comparison comparison = compare("test002", cahnHilliard(GrainGeometry.CYLINDER, 5e-30), 0.01);
        assertTrue(comparison.median() <= 3e-6 && comparison.largest() <= 5e-5, comparison::toString);
    }

    @Test
    void cahnHilliardReactionInADewettedSphere() throws IOException {
        Comparison comparison = compare("test003", cahnHilliard(GrainGeometry.SPHERE, -2e-30), 0.01);
        assertTrue(comparison.median() <= 3e-6 && comparison.largest() <= 5e-5, comparison::toString);
    }

    /** Rates and fillings of MPET's rows; the last, at its cut-off, lies at 1 - 2e-9 and tells nothing. */
    @Test
    void homogeneousGrainByItsClosedForm() throws IOException {
        SpatialGrain grain =
                SpatialGrain.allenCahn(MODEL, Kinetics.bazant(), ratePerSecond(2 / 20e-9), SIZE, GRADIENT, 3);
        assertEquals(7.2410031e-3, grain.ratePerSecond(), 1e-8);
        double reference = MODEL.chemicalPotential(0.5) / (1.381e-23 * 298);
        for (String test : List.of("test006", "test007")) {
            int compared = 0;
            for (double[] row : rows(test)) {
                double c = row[3];
                if (row[0] > 0 && c > 0.01 && c < 0.99) {
                    double rate = row[2] / TIME_SECONDS;
                    double driving = GrainSimulation.of(grain, GrainControl.rate(rate))
                            .withInitialFilling(c)
                            .run(new double[] {0})
                            .drivingOverKT(0);
                    assertEquals(row[1], driving - reference, 3e-6, test + " at c = " + c);
                    compared++;
                }
            }
            assertTrue(compared >= 17, test + ": " + compared);
        }
    }
}
