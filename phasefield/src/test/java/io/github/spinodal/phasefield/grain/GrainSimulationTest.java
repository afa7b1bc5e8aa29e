package io.github.spinodal.phasefield.grain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.quantity.DiffusionCoefficient;
import io.github.spinodal.core.quantity.Length;
import io.github.spinodal.core.thermo.MiscibilityGap;
import io.github.spinodal.core.thermo.PhaseDiagram;
import io.github.spinodal.core.thermo.RegularSolution;
import io.github.spinodal.phasefield.Kinetics;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrainSimulationTest {
    private static final double ROOM = 298.15;
    private static final double KT = PhysicalConstants.thermalEnergy(ROOM);
    private static final RegularSolution MODEL = RegularSolution.ofOmegaOverKT(3, ROOM);
    private static final Length SIZE = Length.ofNanometres(20);
    private static final Length GRADIENT = Length.ofNanometres(2);

    private static SpatialGrain plate(Kinetics kinetics, int cells) {
        return SpatialGrain.allenCahn(MODEL, kinetics, 1, SIZE, GRADIENT, cells);
    }

    private static SpatialGrain core(GrainGeometry geometry, int cells) {
        return SpatialGrain.cahnHilliard(
                MODEL,
                Kinetics.symmetric(),
                1,
                geometry,
                SIZE,
                GRADIENT,
                DiffusionCoefficient.ofSquareMetresPerSecond(1e-15),
                cells);
    }

    private static double[] times(double end, int count) {
        double[] times = new double[count];
        for (int i = 0; i < count; i++) {
            times[i] = end * (i + 1) / count;
        }
        return times;
    }

    private static double[] wave(double mean, double amplitude, int cells) {
        double[] profile = new double[cells];
        for (int i = 0; i < cells; i++) {
            profile[i] = mean + amplitude * Math.cos(Math.PI * (i + 0.5) / cells);
        }
        return profile;
    }

    private static double spread(double[] profile) {
        double low = 1;
        double high = 0;
        for (double c : profile) {
            low = Math.min(low, c);
            high = Math.max(high, c);
        }
        return high - low;
    }

    private static void checkJacobian(SpatialGrain grain, GrainControl control) {
        int n = grain.cells();
        GrainEquations equations = new GrainEquations(grain, control);
        double[] c = new double[n];
        for (int i = 0; i < n; i++) {
            c[i] = 0.3 + 0.4 * Math.sin(1 + 0.7 * i) * Math.sin(1 + 0.7 * i);
        }
        DMatrixRMaj exact = new DMatrixRMaj(n, n);
        equations.update(2, c);
        equations.jacobian(c, exact);
        double scale = 0;
        for (double entry : exact.data) {
            scale = Math.max(scale, Math.abs(entry));
        }
        double h = 1e-5;
        for (int j = 0; j < n; j++) {
            double[] up = c.clone();
            double[] down = c.clone();
            up[j] += h;
            down[j] -= h;
            double[] above = new double[n];
            double[] below = new double[n];
            equations.update(2, up);
            equations.balances(up, above);
            equations.update(2, down);
            equations.balances(down, below);
            for (int i = 0; i < n; i++) {
                assertEquals((above[i] - below[i]) / (2 * h), exact.get(i, j), 1e-6 * scale, grain + " " + i + "," + j);
            }
        }
    }

    @Test
    void derivativesMatchDifferences() {
        List<SurfaceCondition> surfaces = List.of(
                SurfaceCondition.neutral(),
                new SurfaceCondition.ContactSlope(2e7),
                new SurfaceCondition.FilledLayer(0.9));
        List<Kinetics> laws = List.of(
                Kinetics.symmetric(), Kinetics.bazant(), Kinetics.butlerVolmer(0.3), Kinetics.marcusHushChidsey(8));
        for (SurfaceCondition surface : surfaces) {
            for (Kinetics kinetics : laws) {
                for (GrainControl control : List.of(GrainControl.rate(0.2).withRamp(1), GrainControl.potential(0.7))) {
                    checkJacobian(plate(kinetics, 9).withSurface(surface).withCoherencyStrain(KT), control);
                    for (Scheme scheme : Scheme.values()) {
                        checkJacobian(
                                core(GrainGeometry.SPHERE, 9)
                                        .withSurface(surface)
                                        .withCoherencyStrain(KT)
                                        .withScheme(scheme),
                                control);
                    }
                }
            }
        }
        checkJacobian(core(GrainGeometry.PLANE, 8).withMobility(Mobility.CONSTANT), GrainControl.rate(-0.3));
    }

    @ParameterizedTest
    @EnumSource(GrainGeometry.class)
    void theMassOfEveryGridIsTheVolume(GrainGeometry geometry) {
        for (Scheme scheme : Scheme.values()) {
            Grid grid = core(geometry, 21).withScheme(scheme).grid();
            double volume = 0;
            for (int j = 0; j < 21; j++) {
                double column = 0;
                for (int i = 0; i < 21; i++) {
                    column += grid.mass(i, j);
                }
                assertEquals(grid.share[j], column, 1e-16, "what a cell gives its neighbours it must hold");
                volume += grid.share[j];
            }
            assertEquals(1, volume, 1e-14);
        }
    }

    @ParameterizedTest
    @EnumSource(GrainGeometry.class)
    void theCurvatureIsOfSecondOrder(GrainGeometry geometry) {
        // c = r^4: the Laplacian is 4 (d + 2) r^2, and the slope at the surface 4.
        int d = geometry.dimension();
        SurfaceCondition slope = new SurfaceCondition.ContactSlope(4 / SIZE.inMetres());
        for (Scheme scheme : Scheme.values()) {
            double[] error = new double[2];
            for (int level = 0; level < 2; level++) {
                int n = level == 0 ? 41 : 81;
                Grid grid =
                        core(geometry, n).withSurface(slope).withScheme(scheme).grid();
                double[] c = new double[n];
                for (int i = 0; i < n; i++) {
                    c[i] = Math.pow((double) i / (n - 1), 4);
                }
                for (int i = n / 4; i < n - 1; i++) {
                    double r = (double) i / (n - 1);
                    error[level] = Math.max(error[level], Math.abs(grid.curvature(c, i) - 4 * (d + 2) * r * r));
                }
            }
            assertEquals(2, Math.log(error[0] / error[1]) / Math.log(2), 0.1, geometry + " " + scheme);
        }
    }

    @Test
    void aUniformPlateIsAHomogeneousGrain() {
        // u = mu(c) + 2 asinh(I/2 j0), the closed form of the symmetric law.
        double rate = 0.05;
        GrainResult result = GrainSimulation.of(plate(Kinetics.symmetric(), 3), GrainControl.rate(rate))
                .withInitialFilling(0.02)
                .run(times(3, 10));
        assertTrue(result.isComplete());
        for (int i = 0; i < result.size(); i++) {
            double c = 0.02 + rate * result.timeSecond(i);
            double half = rate / (2 * Math.sqrt(c * (1 - c)));
            double expected = MODEL.chemicalPotential(c) / KT + 2 * Math.log(half + Math.sqrt(1 + half * half));
            assertEquals(c, result.filling(i), 1e-15);
            assertEquals(expected, result.drivingOverKT(i), 1e-11);
            assertEquals(-expected * KT / 1.602176634e-19, result.voltageVolt(i), 1e-12);
            assertEquals(MODEL.freeEnergy(c) / KT, result.freeEnergyOverKT(i), 1e-12);
        }
        assertEquals(0, result.lithiumDrift(), 1e-15);
        assertTrue(result.largestCorrection() < 1e-14);
    }

    /** A ripple follows d ln(amplitude)/dt = s(c, I) of the stability analysis, below and above the critical rate. */
    @Test
    void ripplesGrowAsTheStabilityAnalysisSays() {
        UniformStability stability = UniformStability.of(MODEL, Kinetics.bazant());
        Length thin = Length.ofNanometres(0.1);
        SpatialGrain grain = SpatialGrain.allenCahn(MODEL, Kinetics.bazant(), 1, SIZE, thin, 16);
        for (double factor : new double[] {0.1, 0.3, 1.05}) {
            double rate = factor * 0.54957;
            GrainResult result = GrainSimulation.of(grain, GrainControl.rate(rate))
                    .withInitialProfile(wave(0.15, 1e-6, 16))
                    .withTolerance(1e-9)
                    .run(times(0.7 / rate, 20));
            double logarithm = 0;
            double previous = spread(wave(0.15, 1e-6, 16));
            double from = 0.15;
            double highestRise = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < result.size(); i++) {
                double to = result.filling(i);
                double expected = 0;
                for (int k = 0; k < 100; k++) {
                    expected +=
                            stability.growthRate(from + (to - from) * (k + 0.5) / 100, rate) * (to - from) / 100 / rate;
                }
                double now = spread(result.profile(i));
                assertEquals(expected, Math.log(now / previous), 0.01 + 0.01 * Math.abs(expected));
                highestRise = Math.max(highestRise, Math.log(now / previous));
                logarithm += expected;
                previous = now;
                from = to;
            }
            assertEquals(factor < 1, highestRise > 0, "rise " + highestRise + ", total " + logarithm);
        }
    }

    private static double highestDriving(SpatialGrain grain, double rate) {
        GrainResult result = GrainSimulation.of(grain, GrainControl.rate(rate)).run(times(0.45 / rate, 150));
        assertTrue(result.isComplete(), result::toString);
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < result.size(); i++) {
            highest = Math.max(highest, result.drivingOverKT(i));
        }
        return highest;
    }

    @Test
    void wettingLowersTheNucleationOverpotential() {
        double rate = 1e-4;
        MiscibilityGap gap = PhaseDiagram.of(MODEL).gaps().get(0);
        double spinodal = gap.lowSpinodalPotentialJoule() / KT;
        double neutral = highestDriving(plate(Kinetics.symmetric(), 24), rate);
        double weak = highestDriving(
                plate(Kinetics.symmetric(), 24).withSurface(new SurfaceCondition.ContactSlope(2e7)), rate);
        double strong = highestDriving(
                plate(Kinetics.symmetric(), 24).withSurface(new SurfaceCondition.ContactSlope(6e7)), rate);
        double complete = highestDriving(
                plate(Kinetics.symmetric(), 24).withSurface(new SurfaceCondition.FilledLayer(0.95)), rate);
        // Without wetting the grain waits for the spinodal.
        assertEquals(spinodal, neutral, 0.01);
        assertTrue(weak < neutral - 0.01 && strong < weak - 0.02, weak + " " + strong);
        assertTrue(complete < 0.5 * neutral, "complete wetting left " + complete);
        double sphere = highestDriving(core(GrainGeometry.SPHERE, 25), rate);
        double wetSphere = highestDriving(
                core(GrainGeometry.SPHERE, 25).withSurface(new SurfaceCondition.ContactSlope(6e7)), rate);
        assertTrue(wetSphere < sphere - 0.05, wetSphere + " against " + sphere);
    }

    @Test
    void theFreeEnergyNeverRisesAtRest() {
        for (SurfaceCondition surface : List.of(
                SurfaceCondition.neutral(),
                new SurfaceCondition.ContactSlope(3e7),
                new SurfaceCondition.FilledLayer(0.9))) {
            for (SpatialGrain grain : List.of(
                    plate(Kinetics.bazant(), 20).withSurface(surface).withCoherencyStrain(0.5 * KT),
                    core(GrainGeometry.SPHERE, 20).withSurface(surface),
                    core(GrainGeometry.CYLINDER, 20).withSurface(surface))) {
                GrainResult result = GrainSimulation.of(grain, GrainControl.rate(0))
                        .withInitialProfile(wave(0.45, 0.05, 20))
                        .run(times(40, 80));
                assertTrue(result.isComplete(), result::toString);
                for (int i = 1; i < result.size(); i++) {
                    assertTrue(result.freeEnergyOverKT(i) <= result.freeEnergyOverKT(i - 1) + 1e-9, grain.toString());
                }
                assertTrue(result.lithiumDrift() < 1e-14);
            }
        }
    }

    @Test
    void aRestingPlateSeparatesIntoThePhasesOfItsGap() {
        Length thin = Length.ofNanometres(0.8);
        SpatialGrain grain = SpatialGrain.allenCahn(MODEL, Kinetics.symmetric(), 1, SIZE, thin, 80);
        GrainResult result = GrainSimulation.of(grain, GrainControl.rate(0))
                .withInitialProfile(wave(0.5, 0.1, 80))
                .run(new double[] {200});
        double[] profile = result.profile(0);
        assertEquals(.9292798183, profile[0], 1e-4);
        assertEquals(.0707201817, profile[79], 1e-4);
        assertEquals(0, result.drivingOverKT(0), 1e-6);
        // Energy above the tangent is that of the one interface, times lambda over the length.
        MiscibilityGap gap = PhaseDiagram.of(MODEL).gaps().get(0);
        double gamma = (result.freeEnergyOverKT(0) - MODEL.freeEnergy(gap.lowFilling()) / KT) * 20 / 0.8;
        // The scheme's own energy sums the gradient to second order, InterfaceEnergy to fourth.
        double cell = 0.25 / 0.8;
        for (int i = 1; i < 79; i++) {
            double bend = profile[i + 1] - 2 * profile[i] + profile[i - 1];
            gamma += bend * bend / (24 * cell);
        }
        assertEquals(InterfaceEnergy.onGrid(MODEL, gap, cell).reduced(), gamma, 1e-4);
    }

    @Test
    void aHeldPotentialFillsTheGrain() {
        GrainResult result = GrainSimulation.of(core(GrainGeometry.SPHERE, 31), GrainControl.potential(2))
                .withInitialFilling(0.1)
                .run(new double[] {0, 1e4});
        assertEquals(0.1, result.filling(0), 1e-15);
        // At rest mu = 2 on the rich branch.
        double c = result.filling(1);
        assertEquals(2, MODEL.chemicalPotential(c) / KT, 1e-5);
        assertTrue(c > 0.9 && spread(result.profile(1)) < 1e-6);
        assertEquals(2, result.drivingOverKT(1));
        assertEquals(0, result.lithiumDrift());
    }

    @Test
    void chargeMirrorsDischarge() {
        double[] start = wave(0.1, 0.02, 20);
        double[] mirrored = new double[20];
        for (int i = 0; i < 20; i++) {
            mirrored[i] = 1 - start[i];
        }
        GrainResult in = GrainSimulation.of(plate(Kinetics.symmetric(), 20), GrainControl.rate(0.01))
                .withInitialProfile(start)
                .run(times(60, 12));
        GrainResult out = GrainSimulation.of(plate(Kinetics.symmetric(), 20), GrainControl.rate(-0.01))
                .withInitialProfile(mirrored)
                .run(times(60, 12));
        for (int i = 0; i < 12; i++) {
            assertEquals(in.drivingOverKT(i), -out.drivingOverKT(i), 1e-5);
        }
    }

    @Test
    void toleranceControlsTheError() {
        double[] end = {60};
        GrainSimulation simulation = GrainSimulation.of(
                        plate(Kinetics.marcusHushChidsey(8), 10), GrainControl.rate(0.01))
                .withInitialProfile(wave(0.1, 0.02, 10));
        double[] reference = simulation.withTolerance(1e-8).run(end).profile(0);
        assertArrayEquals(reference, simulation.withTolerance(1e-6).run(end).profile(0), 1e-5);
        assertArrayEquals(reference, simulation.withTolerance(1e-4).run(end).profile(0), 1e-3);
    }

    @Test
    void endsWithAReasonWhereItCannotGoOn() {
        GrainResult full = GrainSimulation.of(plate(Kinetics.symmetric(), 5), GrainControl.rate(0.1))
                .run(new double[] {1, 20});
        assertFalse(full.isComplete());
        assertEquals(1, full.size());
        assertTrue(full.stopReason().startsWith("the step became too small at 9."), full::stopReason);
        GrainResult limited = GrainSimulation.of(plate(Kinetics.symmetric(), 5), GrainControl.rate(0.1))
                .withStepLimit(2)
                .run(new double[] {1});
        assertTrue(limited.stopReason().startsWith("step limit of 2"));
        assertEquals(-1, limited.steps());
        assertEquals(0, limited.size());
        assertThrows(InvalidValueException.class, () -> limited.filling(0));
    }

    @Test
    void refusesBadInput() {
        SpatialGrain grain = plate(Kinetics.symmetric(), 5);
        GrainSimulation simulation = GrainSimulation.of(grain, GrainControl.rate(1));
        assertThrows(InvalidValueException.class, () -> grain.withCells(2));
        assertThrows(InvalidValueException.class, () -> grain.withCoherencyStrain(-1));
        assertThrows(
                InvalidValueException.class,
                () -> SpatialGrain.allenCahn(MODEL, Kinetics.symmetric(), 0, SIZE, GRADIENT, 5));
        assertThrows(InvalidValueException.class, () -> SpatialGrain.gradientLength(0, 1, ROOM));
        assertThrows(InvalidValueException.class, () -> SpatialGrain.gradientLength(1, 0, ROOM));
        assertThrows(InvalidValueException.class, () -> new SurfaceCondition.ContactSlope(Double.NaN));
        assertThrows(InvalidValueException.class, () -> new SurfaceCondition.FilledLayer(1.5));
        assertThrows(InvalidValueException.class, () -> SurfaceCondition.ofSurfaceEnergy(1, 0));
        assertEquals(new SurfaceCondition.ContactSlope(2), SurfaceCondition.ofSurfaceEnergy(-4, 2));
        assertThrows(InvalidValueException.class, () -> GrainControl.rate(Double.NaN));
        assertThrows(InvalidValueException.class, () -> GrainControl.rate(1).withRamp(-1));
        assertThrows(InvalidValueException.class, () -> simulation.withInitialFilling(1));
        assertThrows(InvalidValueException.class, () -> simulation.withInitialProfile(new double[4]));
        assertThrows(InvalidValueException.class, () -> simulation.withTolerance(0));
        assertThrows(InvalidValueException.class, () -> simulation.withStepLimit(0));
        assertThrows(InvalidValueException.class, () -> simulation.run(new double[0]));
        assertThrows(InvalidValueException.class, () -> simulation.run(new double[] {1, 1}));
        assertThrows(InvalidValueException.class, () -> simulation.run(new double[] {-1}));
    }
}
