package io.github.spinodal.phasefield.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.thermo.FreeEnergyModel;
import io.github.spinodal.core.thermo.RedlichKister;
import io.github.spinodal.core.thermo.RegularSolution;
import io.github.spinodal.phasefield.Electrode;
import io.github.spinodal.phasefield.EndCondition;
import io.github.spinodal.phasefield.GrainClass;
import io.github.spinodal.phasefield.GrainEnsemble;
import io.github.spinodal.phasefield.Kinetics;
import io.github.spinodal.phasefield.Protocol;
import io.github.spinodal.phasefield.ProtocolStep;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PopulationSimulationTest {
    private static final double ROOM = 298.15;
    private static final double KT = PhysicalConstants.thermalEnergy(ROOM);
    private static final double THERMAL_VOLT = PhysicalConstants.thermalVoltage(ROOM);

    private static Electrode electrode(FreeEnergyModel model, Kinetics kinetics) {
        return Electrode.of(GrainEnsemble.identical(GrainClass.of(model, kinetics), 1, 1.0), 0.1, 1.55);
    }

    private static Electrode regular(double omega) {
        return electrode(RegularSolution.ofOmegaOverKT(omega, ROOM), Kinetics.symmetric());
    }

    private static double driving(double volt) {
        return (1.55 - volt) / THERMAL_VOLT;
    }

    private static Protocol discharge(double rate, double to) {
        return Protocol.of(ProtocolStep.fillingRate(rate, EndCondition.filling(to)));
    }

    private static Protocol hold(double driving, double seconds) {
        return Protocol.of(ProtocolStep.hold(1.55 - driving * THERMAL_VOLT, EndCondition.time(seconds)));
    }

    @Test
    void restsInTheBoltzmannDistribution() {
        // Asymmetric host, three kinetics, two barriers: the stationary density is exp(-N_s [F - u c]/kT) in every
        // cell.
        FreeEnergyModel model = RedlichKister.ofOverKT(new double[] {2.8, 0.4}, ROOM);
        double u = 0.2;
        for (Kinetics kinetics : List.of(Kinetics.symmetric(), Kinetics.bazant(), Kinetics.marcusHushChidsey(8))) {
            for (double sites : new double[] {20, 60}) {
                PopulationResult result = PopulationSimulation.of(electrode(model, kinetics), hold(u, 1e6), sites)
                        .withCells(100)
                        .withInitialFilling(0.3)
                        .run();
                assertTrue(result.isComplete(), result::toString);
                double[] c = result.cellFillings();
                double[] density = result.density(0);
                double sum = 0;
                double[] boltzmann = new double[100];
                for (int i = 0; i < 100; i++) {
                    boltzmann[i] = Math.exp(-sites * (model.freeEnergy(c[i]) / KT - u * c[i]));
                    sum += boltzmann[i] / 100;
                }
                for (int i = 0; i < 100; i++) {
                    assertEquals(boltzmann[i] / sum, density[i], 1e-8 * boltzmann[i] / sum + 1e-14);
                }
            }
        }
    }

    @Test
    void conservesGrainsAndLithium() {
        GrainClass grains = GrainClass.of(RegularSolution.ofOmegaOverKT(3, ROOM), Kinetics.symmetric());
        Electrode electrode = Electrode.of(LabelQuadrature.gaussian(grains, 1, 0.3, 2, 0.1, 3), 0.1, 1.55);
        PopulationResult result = PopulationSimulation.of(electrode, discharge(0.01, 0.8), 100)
                .withCells(200)
                .withTolerance(1e-3)
                .withInitialFilling(0.02)
                .run();
        assertTrue(result.isComplete(), result::toString);
        double[] times = result.timeSecond();
        double[] filling = result.filling();
        for (int i = 0; i < times.length; i++) {
            assertEquals(0.02 + 0.01 * times[i], filling[i], 1e-11);
        }
        assertEquals(0.8, filling[filling.length - 1], 1e-11);
        assertEquals(0.001, result.currentAmpere()[times.length / 2], 1e-9);
        for (int label = 0; label < 6; label++) {
            double mass = 0;
            for (double density : result.density(label)) {
                mass += density / 200;
            }
            assertEquals(1, mass, 1e-11);
        }
        assertEquals(1, result.shareBetween(0, 1), 1e-11);
        assertEquals(result.shareBetween(0, 1), result.shareBetween(0, 0.333) + result.shareBetween(0.333, 1), 1e-12);
    }

    @Test
    void followsTheEquilibriumIsothermWhenSlow() {
        // N_s = 12: u(X) is where the mean of exp(-N_s [F - u c]/kT) is X, by an independent sum over a finer grid.
        FreeEnergyModel model = RegularSolution.ofOmegaOverKT(3, ROOM);
        PopulationResult result = PopulationSimulation.of(regular(3), discharge(1e-5, 0.9), 12)
                .withCells(200)
                .withTolerance(1e-4)
                .withInitialFilling(0.05)
                .run();
        for (double u : new double[] {-0.1, 0, 0.1}) {
            double mean = 0;
            double sum = 0;
            for (int i = 0; i < 4000; i++) {
                double c = (i + 0.5) / 4000;
                double w = Math.exp(-12 * (model.freeEnergy(c) / KT - u * c));
                mean += w * c;
                sum += w;
            }
            assertEquals(u, driving(result.voltageAtFilling(mean / sum)), 2e-3);
        }
    }

    @Test
    void narrowDensitiesFollowOneHomogeneousGrain() {
        // Omega/kT = 1 does not separate; with many sites u = mu(c) + 2 asinh(I/2 j0), the closed form of one grain.
        double rate = 0.1;
        RegularSolution model = RegularSolution.ofOmegaOverKT(1, ROOM);
        double[] deviation = new double[2];
        for (int k = 0; k < 2; k++) {
            PopulationResult result = PopulationSimulation.of(regular(1), discharge(rate, 0.9), k == 0 ? 100 : 400)
                    .withCells(400)
                    .withTolerance(1e-3)
                    .withInitialFilling(0.05)
                    .run();
            for (double c = 0.3; c < 0.8; c += 0.1) {
                double half = rate / (2 * Math.sqrt(c * (1 - c)));
                double expected = model.chemicalPotential(c) / KT + 2 * Math.log(half + Math.sqrt(1 + half * half));
                deviation[k] = Math.max(deviation[k], Math.abs(expected - driving(result.voltageAtFilling(c))));
            }
        }
        assertTrue(deviation[1] < 0.01, "deviation " + deviation[1]);
        // A density of variance kT/(N_s mu') feels the curvature of mu: the mean-field potential is off by about 1/N_s.
        assertEquals(4, deviation[0] / deviation[1], 0.4);
    }

    /** Langevin grains at one potential, dc = (f + D') dt + sqrt(2D) dW with the noise projected on a held current. */
    private static double[] langevin(int grains, double omega, double sites, double rate, double step, Random random) {
        double[] c = new double[grains];
        Arrays.fill(c, 0.05);
        double[] noise = new double[grains];
        int count = (int) Math.round(0.8 / rate / step);
        double[] driving = new double[count];
        double u = 0;
        for (int n = 0; n < count; n++) {
            double forward = 0;
            double backward = 0;
            double mean = 0;
            for (int i = 0; i < grains; i++) {
                double xi = random.nextGaussian() * Math.sqrt(2 * step);
                double predicted = reflect(c[i] + Math.sqrt(mobility(c[i], u, omega) / sites) * xi);
                noise[i] = Math.sqrt(mobility(predicted, u, omega) / sites) * xi;
                mean += noise[i] / grains;
                double half = Math.exp(omega * (1 - 2 * c[i]) / 2);
                forward += (1 - c[i]) / half / grains;
                backward += c[i] * half / grains;
            }
            double needed = rate - mean / step;
            double x = (needed + Math.sqrt(needed * needed + 4 * forward * backward)) / (2 * forward);
            for (int i = 0; i < grains; i++) {
                double half = Math.exp(omega * (1 - 2 * c[i]) / 2);
                c[i] = reflect(c[i] + step * ((1 - c[i]) / half * x - c[i] * half / x) + noise[i]);
            }
            // The potential at which <f> + <dD/dc> is the current: free of the white noise that the constraint adds.
            double drift = 0;
            for (double filling : c) {
                double h = 1e-4 * Math.min(filling, 1 - filling);
                drift += (mobility(filling + h, u, omega) - mobility(filling - h, u, omega)) / (2 * h * sites * grains);
            }
            double net = rate - drift;
            u = 2 * Math.log((net + Math.sqrt(net * net + 4 * forward * backward)) / (2 * forward));
            driving[n] = u;
        }
        return driving;
    }

    private static double reflect(double c) {
        double positive = Math.abs(c);
        return positive < 1 ? Math.max(positive, 1e-12) : 2 - positive;
    }

    private static double mobility(double c, double u, double omega) {
        double affinity = u - omega * (1 - 2 * c) - Math.log(c / (1 - c));
        double half = affinity / 2;
        return Math.sqrt(c * (1 - c)) * (Math.abs(half) < 1e-4 ? 1 : Math.sinh(half) / half);
    }

    @Test
    void finitelyManyNoisyGrainsConvergeToThePopulation() {
        // Thermal noise of 60 sites. Deviations of the voltage, averaged over windows, fall as 1/sqrt(N): between N =
        // 30
        // and N = 960 by a factor of 5.7; seeds are fixed, factors of 3 to 11 are accepted.
        double rate = 0.02;
        double omega = 2.5;
        PopulationResult limit = PopulationSimulation.of(regular(omega), discharge(rate, 0.9), 60)
                .withCells(200)
                .withTolerance(1e-3)
                .withInitialFilling(0.05)
                .run();
        double[] deviation = new double[2];
        double step = 0.01;
        for (int k = 0; k < 2; k++) {
            int grains = k == 0 ? 30 : 960;
            double[] driving = langevin(grains, omega, 60, rate, step, new Random(20 + k));
            int windows = 16;
            double sum = 0;
            for (int w = 2; w < windows; w++) {
                double mean = 0;
                double expected = 0;
                int from = driving.length * w / windows;
                int to = driving.length * (w + 1) / windows;
                for (int n = from; n < to; n++) {
                    mean += driving[n] / (to - from);
                    if (n % 10 == 0) {
                        double filling = 0.05 + rate * step * (n + 0.5);
                        expected += driving(limit.voltageAtFilling(filling)) / Math.ceil((to - from) / 10.0);
                    }
                }
                sum += (mean - expected) * (mean - expected) / (windows - 2);
            }
            deviation[k] = Math.sqrt(sum);
        }
        double ratio = deviation[0] / deviation[1];
        assertTrue(ratio > 3 && ratio < 11, deviation[0] + " against " + deviation[1]);
        assertTrue(deviation[1] < 0.01, "deviation at N = 960: " + deviation[1]);
    }

    @Test
    void aSlowPopulationWaitsNearTheSpinodal() {
        // Omega/kT = 3: without noise grains leave at mu(c_s) = 0.41509; noise of 2000 sites rounds that by N_s^(-2/3).
        PopulationResult result = PopulationSimulation.of(regular(3), discharge(1e-3, 0.6), 2000)
                .withCells(400)
                .withTolerance(2e-3)
                .withInitialFilling(0.05)
                .run();
        double plateau = driving(result.voltageAtFilling(0.5));
        assertTrue(plateau > 0.33 && plateau < 0.45, "plateau at " + plateau);
        // The grains are either poor or rich.
        assertTrue(result.shareBetween(0.3, 0.7) < 0.05);
        assertTrue(result.shareBetween(0.7, 1) > 0.4 && result.shareBetween(0, 0.3) > 0.3);
    }

    @Test
    void cellsAndStepsConverge() {
        double[] u = new double[3];
        for (int k = 0; k < 3; k++) {
            u[k] = driving(PopulationSimulation.of(regular(3), discharge(0.02, 0.6), 50)
                    .withCells(75 << k)
                    .withTolerance(4e-4)
                    .withInitialFilling(0.05)
                    .run()
                    .voltageAtFilling(0.5));
        }
        assertTrue(Math.abs(u[2] - u[1]) < 0.4 * Math.abs(u[1] - u[0]), u[0] + " " + u[1] + " " + u[2]);
        double coarse = driving(PopulationSimulation.of(regular(3), discharge(0.02, 0.6), 50)
                .withCells(300)
                .withTolerance(4e-3)
                .withInitialFilling(0.05)
                .run()
                .voltageAtFilling(0.5));
        assertEquals(u[2], coarse, 3e-3);
    }

    @Test
    void followsProtocolsToTheirEnds() {
        ProtocolStep in = ProtocolStep.current(0.01, EndCondition.voltageAtMost(1.50));
        ProtocolStep hold = ProtocolStep.hold(1.50, EndCondition.currentAtMost(1e-3));
        ProtocolStep rest = ProtocolStep.rest(50);
        ProtocolStep out = ProtocolStep.fillingRate(-0.05, EndCondition.capacityShare(0.3));
        ProtocolStep sweep = ProtocolStep.sweep(1.52, 1.60, 1e-3);
        Electrode resistive = regular(1).withSeriesResistance(0.5);
        PopulationResult result = PopulationSimulation.of(resistive, Protocol.of(in, hold, rest, out, sweep), 50)
                .withCells(100)
                .withTolerance(2e-3)
                .withInitialFilling(0.1)
                .run();
        assertTrue(result.isComplete(), result::toString);
        double[] v = result.voltageVolt();
        double[] i = result.currentAmpere();
        double[] x = result.filling();
        double[] t = result.timeSecond();
        int row = 0;
        while (i[row] > 0.01 - 1e-9) {
            row++;
        }
        assertEquals(1.50, v[row - 1], 1e-6);
        while (i[row] > 1e-9) {
            assertEquals(1.50, v[row], 1e-9);
            row++;
        }
        assertEquals(1e-3, i[row - 1], 2e-6);
        double startOfRest = t[row - 1];
        double fillingAtRest = x[row - 1];
        while (Math.abs(i[row]) < 1e-9) {
            row++;
        }
        assertEquals(50, t[row - 1] - startOfRest, 1e-6);
        assertEquals(fillingAtRest, x[row - 1], 1e-10);
        while (Math.abs(i[row] + 0.005) < 1e-9) {
            row++;
        }
        assertEquals(fillingAtRest - 0.3, x[row - 1], 1e-9);
        assertEquals(80, t[t.length - 1] - t[row - 1], 1e-6);
        assertEquals(1.60, v[v.length - 1], 1e-9);
    }

    @Test
    void seriesResistanceAddsItsVoltage() {
        Protocol protocol = discharge(0.02, 0.6);
        PopulationResult plain = PopulationSimulation.of(regular(2.2), protocol, 50)
                .withTolerance(2e-3)
                .withCells(100)
                .withInitialFilling(0.1)
                .run();
        PopulationResult resistive = PopulationSimulation.of(regular(2.2).withSeriesResistance(3), protocol, 50)
                .withTolerance(2e-3)
                .withCells(100)
                .withInitialFilling(0.1)
                .run();
        // 0.1 C times 0.02 1/s are 2 mA, through 3 ohm.
        assertEquals(0.006, plain.voltageAtFilling(0.4) - resistive.voltageAtFilling(0.4), 1e-9);
    }

    @Test
    void quadratureHasTheMomentsOfItsDistributions() {
        GrainClass grains = GrainClass.of(RegularSolution.ofOmegaOverKT(3, ROOM), Kinetics.symmetric());
        GrainEnsemble ensemble = LabelQuadrature.gaussian(grains, 2, 0.3, 7, 0.1, 5);
        double mass = 0;
        double shift2 = 0;
        double shift4 = 0;
        double rate = 0;
        for (int i = 0; i < ensemble.size(); i++) {
            mass += ensemble.weight(i);
            shift2 += ensemble.weight(i) * Math.pow(ensemble.shiftOverKT(i), 2);
            shift4 += ensemble.weight(i) * Math.pow(ensemble.shiftOverKT(i), 4);
            rate += ensemble.weight(i) * ensemble.ratePerSecond(i);
        }
        assertEquals(35, ensemble.size());
        assertEquals(1, mass, 1e-14);
        assertEquals(0.01, shift2, 1e-14);
        assertEquals(3e-4, shift4, 1e-16);
        assertEquals(2 * Math.exp(0.045), rate, 1e-9);
    }

    @Test
    void endsWithAReasonAndRefusesBadInput() {
        PopulationSimulation simulation = PopulationSimulation.of(regular(3), discharge(0.1, 0.9), 50);
        PopulationResult limited = simulation.withStepLimit(3).run();
        assertFalse(limited.isComplete());
        assertTrue(limited.stopReason().startsWith("step limit of 3"));
        assertThrows(InvalidValueException.class, () -> limited.voltageAtFilling(0.5));
        assertThrows(InvalidValueException.class, () -> limited.density(1));
        assertThrows(InvalidValueException.class, () -> limited.shareBetween(0.5, 0.4));
        assertThrows(InvalidValueException.class, () -> PopulationSimulation.of(regular(3), discharge(1, 0.9), 0));
        assertThrows(InvalidValueException.class, () -> simulation.withCells(9));
        assertThrows(InvalidValueException.class, () -> simulation.withTolerance(0));
        assertThrows(InvalidValueException.class, () -> simulation.withStepLimit(0));
        assertThrows(InvalidValueException.class, () -> simulation.withInitialFilling(0));
        assertThrows(
                InvalidValueException.class,
                () -> simulation.withInitialFilling(1e-4).run());
        GrainClass filmed = GrainClass.of(RegularSolution.ofOmegaOverKT(3, ROOM), Kinetics.symmetric())
                .withFilmResistance(1);
        Electrode electrode = Electrode.of(GrainEnsemble.identical(filmed, 1, 1), 1, 1.55);
        assertThrows(InvalidValueException.class, () -> PopulationSimulation.of(electrode, discharge(1, 0.9), 50));
        GrainClass grains = GrainClass.of(RegularSolution.ofOmegaOverKT(3, ROOM), Kinetics.symmetric());
        assertThrows(InvalidValueException.class, () -> LabelQuadrature.gaussian(grains, 0, 0, 1, 0, 1));
        assertThrows(InvalidValueException.class, () -> LabelQuadrature.gaussian(grains, 1, -1, 1, 0, 1));
        assertThrows(InvalidValueException.class, () -> LabelQuadrature.gaussian(grains, 1, 0, 0, 0, 1));
        assertThrows(InvalidValueException.class, () -> LabelQuadrature.gaussian(grains, 1, 0, 1, -1, 1));
        assertThrows(InvalidValueException.class, () -> LabelQuadrature.gaussian(grains, 1, 0, 1, 0, 201));
    }
}
