package io.github.spinodal.phasefield;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.thermo.RegularSolution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThermalNoiseTest {
    private static final int BINS = 20;

    /** Histogram of all grains over the second part of a run. */
    private static double[] histogram(Simulation simulation, double from, int every) {
        double[] counts = new double[BINS];
        simulation.run(state -> {
            if (state.timeSeconds() > from && state.acceptedSteps() % every == 0) {
                for (double c : state.fillings()) {
                    counts[Math.min(BINS - 1, (int) (c * BINS))]++;
                }
            }
        });
        double sum = java.util.Arrays.stream(counts).sum();
        return java.util.Arrays.stream(counts).map(n -> n / sum).toArray();
    }

    /** Shares of exp(-N (G(c) - u c)/kT) in the bins, by the midpoint rule. */
    private static double[] boltzmann(double omega, double sites, double u) {
        RegularSolution model = RegularSolution.ofOmegaOverKT(omega, 298.15);
        double[] shares = new double[BINS];
        double sum = 0;
        int points = 400;
        for (int j = 0; j < BINS * points; j++) {
            double c = (j + 0.5) / (BINS * points);
            double density = Math.exp(-sites * (model.freeEnergy(c) / Grains.KT - u * c + 0.7));
            shares[j / points] += density;
            sum += density;
        }
        for (int j = 0; j < BINS; j++) {
            shares[j] /= sum;
        }
        return shares;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]) / 2;
        }
        return sum;
    }

    /** Total variation between simulated and Boltzmann shares; the bound is 4 times what repeated seeds gave. */
    @ParameterizedTest
    @CsvSource({
        "2.2, 20, 0.02, SYMMETRIC",
        "2.2, 20, 0, TRANSITION_STATE",
        "2.5, 100, 0, SYMMETRIC",
        "1, 200, 0.3, CONSTANT"
    })
    void stationaryAtAHeldPotential(double omega, double sites, double u, ExchangeLaw law) {
        GrainEnsemble ensemble = GrainEnsemble.identical(
                Grains.regular(omega, Kinetics.symmetric().withExchange(law)), 2000, 1);
        double[] start = new double[2000];
        double[] expected = boltzmann(omega, sites, u);
        drawFrom(expected, start);
        Simulation simulation = Simulation.of(
                        Grains.electrode(ensemble),
                        Protocol.of(ProtocolStep.hold(-u * Grains.THERMAL_VOLTAGE, EndCondition.time(20))))
                .withInitialFillings(start)
                .withNoise(new ThermalNoise(sites, 0.01, 5));
        assertTrue(distance(histogram(simulation, 4, 50), expected) < 0.02);
    }

    private static void drawFrom(double[] shares, double[] start) {
        int bin = 0;
        double sum = shares[0];
        for (int i = 0; i < start.length; i++) {
            while ((i + 0.5) / start.length > sum && bin < BINS - 1) {
                sum += shares[++bin];
            }
            start[i] = (bin + 0.5) / BINS;
        }
    }

    @Test
    @Tag("slow")
    void stationaryAtRest() {
        GrainEnsemble ensemble = GrainEnsemble.identical(Grains.regular(2.2, Kinetics.symmetric()), 2000, 1);
        Simulation simulation = Simulation.of(Grains.electrode(ensemble), Protocol.of(ProtocolStep.rest(200)))
                .withInitialFilling(0.5)
                .withNoise(new ThermalNoise(50, 0.01, 5));
        assertTrue(distance(histogram(simulation, 40, 100), boltzmann(2.2, 50, 0)) < 0.02);
    }

    @Test
    void lithiumIsConservedAndBitsDoNotDependOnThreads() {
        GrainEnsemble ensemble = Grains.spread(3, Kinetics.symmetric(), 9000, 1);
        Simulation simulation =
                Grains.galvanostatic(ensemble, 1e-2, 0.2, 0.205).withNoise(new ThermalNoise(100, 0.02, 11));
        SimulationResult one = simulation.run();
        SimulationResult two = simulation.withThreads(3).run();
        assertArrayEquals(one.fillings(), two.fillings());
        assertEquals(0, one.lithiumDrift(), 1e-14);
    }

    @Test
    void noiseFollowsTheIdentityOfAGrain() {
        GrainClass grainClass = Grains.regular(3, Kinetics.symmetric());
        GrainEnsemble ensemble = GrainEnsemble.identical(grainClass, 3, 1).withIdentities(new long[] {5, 6, 7});
        GrainEnsemble permuted = GrainEnsemble.identical(grainClass, 3, 1).withIdentities(new long[] {7, 5, 6});
        double[] a = noisy(ensemble);
        double[] b = noisy(permuted);
        assertEquals(a[0], b[1], 1e-12);
        assertEquals(a[2], b[0], 1e-12);
        assertTrue(Math.abs(a[0] - a[1]) > 1e-6);
    }

    private static double[] noisy(GrainEnsemble ensemble) {
        return Simulation.of(Grains.electrode(ensemble), Protocol.of(ProtocolStep.rest(1)))
                .withInitialFilling(0.3)
                .withNoise(new ThermalNoise(100, 0.01, 1))
                .run()
                .fillings();
    }
}
