package io.github.spinodal.phasefield;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.data.GalvanostaticCurve;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {
    private static final double RATE = 2e-3;

    @Test
    void curveRunsFromTheFirstFillingToTheLast() {
        SimulationResult result = Grains.galvanostatic(Grains.spread(3, Kinetics.symmetric(), 30, 1), RATE, 0.1, 0.6)
                .run();
        GalvanostaticCurve curve = result.curve(0);
        assertEquals(GalvanostaticCurve.Direction.DISCHARGE, curve.direction());
        assertEquals(0.5, curve.capacityCoulomb(), 1e-14);
        assertEquals(RATE, curve.currentAmpere());
        assertEquals(0.6, result.filling(), 1e-14);
        assertTrue(Math.abs(result.lithiumDrift()) <= 1e-14);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void sameBitsForAnyNumberOfThreads(int threads) {
        GrainEnsemble ensemble = Grains.spread(3, Kinetics.symmetric(), 20_000, 1);
        Simulation one = Grains.galvanostatic(ensemble, RATE, 0.1, 0.12);
        assertArrayEquals(
                one.run().voltage().voltageVolt(),
                one.withThreads(threads).run().voltage().voltageVolt());
        assertArrayEquals(one.run().fillings(), one.withThreads(threads).run().fillings());
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void resumedRunHasTheSameBits(Method method) {
        GrainEnsemble ensemble = Grains.spread(4.5, Kinetics.butlerVolmer(0.4), 20, 3);
        Protocol protocol = Protocol.of(
                        ProtocolStep.fillingRate(1e-4, EndCondition.filling(0.5)),
                        ProtocolStep.rest(50),
                        ProtocolStep.hold(0.01, EndCondition.time(30)))
                .repeated(2);
        Simulation simulation = Simulation.of(
                        Grains.electrode(ensemble), Protocol.of(protocol.steps().toArray(new ProtocolStep[0])))
                .withMethod(method)
                .withInitialFilling(0.1);
        SimulationResult whole = simulation.run();
        for (long stop : new long[] {1, 57, whole.acceptedSteps() - 1}) {
            SimulationResult first = simulation.runWhile(state -> state.acceptedSteps() < stop);
            assertEquals(StopReason.CANCELLED, first.stopReason());
            SimulationResult second = simulation.resume(first.checkpoint());
            assertArrayEquals(whole.fillings(), second.fillings());
            assertEquals(whole.acceptedSteps(), second.acceptedSteps());
            assertEquals(whole.message(), second.message());
        }
    }

    @Test
    void checkpointTakenByARecorderWorksAsWell() {
        GrainEnsemble ensemble = Grains.spread(3, Kinetics.symmetric(), 20, 3);
        Simulation simulation = Grains.galvanostatic(ensemble, RATE, 0.1, 0.3);
        AtomicReference<Checkpoint> kept = new AtomicReference<>();
        Recorder keeper = state -> {
            if (state.acceptedSteps() == 40) {
                kept.set(state.checkpoint());
            }
        };
        SimulationResult whole = simulation.run(keeper);
        assertArrayEquals(whole.fillings(), simulation.resume(kept.get()).fillings());
    }

    @Test
    void recordersDoNotChangeTheRun() {
        GrainEnsemble ensemble = Grains.spread(3, Kinetics.symmetric(), 50, 3);
        Simulation simulation = Grains.galvanostatic(ensemble, RATE, 0.1, 0.5);
        VoltageRecorder plain = VoltageRecorder.everyStep();
        VoltageRecorder together = VoltageRecorder.everyStep().withActiveFraction();
        SnapshotRecorder histogram = SnapshotRecorder.histograms(0.1, 10);
        simulation.run(plain);
        simulation.run(EventRecorder.all(), together, histogram, SnapshotRecorder.fillings(0.01));
        assertArrayEquals(plain.voltageVolt(), together.voltageVolt());
        assertEquals(5, histogram.size());
        assertEquals(1, java.util.Arrays.stream(histogram.values(2)).sum(), 1e-12);
    }

    @Test
    void cutOffVoltageIsLocated() {
        GrainEnsemble ensemble = GrainEnsemble.identical(Grains.regular(3, Kinetics.symmetric()), 1, 1);
        double cutOff = -1.5 * Grains.THERMAL_VOLTAGE;
        Protocol protocol = Protocol.of(ProtocolStep.fillingRate(1e-2, EndCondition.voltageAtMost(cutOff)));
        double[] ends = new double[2];
        int i = 0;
        for (double tolerance : new double[] {1e-6, 1e-11}) {
            SimulationResult result = Simulation.of(Grains.electrode(ensemble), protocol)
                    .withInitialFilling(0.5)
                    .withRelativeTolerance(tolerance)
                    .run();
            double[] voltage = result.voltage().voltageVolt();
            assertTrue(voltage[voltage.length - 1] <= cutOff);
            ends[i++] = result.filling();
        }
        // One grain: I = 2 k sqrt(c(1-c)) sinh((u - mu)/2) with u = 1.5 fixes the filling.
        double c = ends[1];
        double mu = 3 * (1 - 2 * c) + Math.log(c / (1 - c));
        assertEquals(1e-2, 2 * Math.sqrt(c * (1 - c)) * Math.sinh((1.5 - mu) / 2), 1e-8);
        assertEquals(ends[1], ends[0], 1e-9);
    }

    @Test
    void eventsAreThePassagesOfTheGrains() {
        GrainEnsemble ensemble = Grains.spread(3, Kinetics.symmetric(), 40, 3);
        EventRecorder events = EventRecorder.all();
        SimulationResult result =
                Grains.galvanostatic(ensemble, RATE, 0.02, 0.98).run(events);
        double net = 0;
        for (GrainEvent event : events.events()) {
            net += event.direction() == GrainEvent.Direction.FILLING ? 1 : -1;
            assertEquals(0.02 + RATE * event.timeSeconds(), event.filling(), 1e-12);
        }
        assertEquals(40, net);
        assertEquals(StopReason.PROTOCOL_COMPLETED, result.stopReason());
    }

    @Test
    void activeFractionCountsGrainsInsideTheSpinodal() {
        GrainEnsemble ensemble = Grains.spread(3, Kinetics.symmetric(), 4, 3);
        double[] seen = {Double.NaN};
        Simulation.of(Grains.electrode(ensemble), Protocol.of(ProtocolStep.rest(0)))
                .withInitialFillings(new double[] {0.2, 0.22, 0.78, 0.79})
                .run(state -> seen[0] = state.activeFraction());
        // Spinodal of Omega = 3 kT: 0.2113 and 0.7887.
        assertEquals(0.5, seen[0]);
    }

    @Test
    void sweepAndHoldAndCurrentEnd() {
        GrainEnsemble ensemble = Grains.spread(3, Kinetics.symmetric(), 30, 3);
        double v = Grains.THERMAL_VOLTAGE;
        Protocol protocol = Protocol.of(
                ProtocolStep.sweep(2 * v, -2 * v, v / 50),
                ProtocolStep.hold(-2 * v, EndCondition.currentAtMost(1e-6)),
                ProtocolStep.current(-RATE, EndCondition.capacityShare(0.25)));
        SimulationResult result = Simulation.of(Grains.electrode(ensemble).withSeriesResistance(0.5), protocol)
                .run();
        assertEquals(StopReason.PROTOCOL_COMPLETED, result.stopReason(), result.message());
        VoltageRecorder record = result.voltage();
        assertEquals(3, record.branches());
        assertEquals(200, record.timeSeconds()[record.branchStart(1) - 1], 1e-9);
        assertEquals(-2 * v, record.voltageVolt()[record.branchStart(1) - 1], 1e-12);
        // The end is located to 1e-11 in filling, and the current decays within about a second.
        assertEquals(1e-6, record.currentAmpere()[record.branchStart(2) - 1], 2e-11);
        double before = record.filling()[record.branchStart(2)];
        assertEquals(before - 0.25, result.filling(), 1e-13);
        assertTrue(Math.abs(result.lithiumDrift()) <= 1e-13, () -> "drift " + result.lithiumDrift());
    }

    @Test
    void unreachableOrdersAreRefusedBeforeTheRun() {
        GrainEnsemble ensemble = Grains.spread(3, Kinetics.symmetric(), 3, 3);
        Simulation wrongWay = Simulation.of(
                        Grains.electrode(ensemble),
                        Protocol.of(ProtocolStep.fillingRate(-1e-3, EndCondition.filling(0.9))))
                .withInitialFilling(0.1);
        assertThrows(InvalidValueException.class, wrongWay::run);
        Simulation tooFar = Simulation.of(
                        Grains.electrode(ensemble),
                        Protocol.of(ProtocolStep.fillingRate(1e-3, EndCondition.time(1000))))
                .withInitialFilling(0.1);
        InvalidValueException e = assertThrows(InvalidValueException.class, tooFar::run);
        assertTrue(e.getMessage().contains("room left"), e.getMessage());
        assertThrows(InvalidValueException.class, () -> ProtocolStep.fillingRate(0, EndCondition.time(1)));
        assertThrows(InvalidValueException.class, () -> ProtocolStep.hold(Double.NaN, EndCondition.time(1)));
        assertThrows(
                InvalidValueException.class,
                () -> GrainEnsemble.of(
                        Grains.regular(3, Kinetics.symmetric()), new double[0], new double[0], new double[0]));
        assertThrows(
                InvalidValueException.class,
                () -> GrainEnsemble.of(
                        Grains.regular(3, Kinetics.symmetric()),
                        new double[] {-1, 2},
                        new double[] {1, 1},
                        new double[] {0, 0}));
        assertThrows(
                InvalidValueException.class, () -> GrainDistribution.ofRate(1).withShiftSpread(Double.NaN));
    }

    @Test
    void aRunThatCannotGoOnKeepsWhatItHas() {
        // MHC kinetics saturate: no potential carries this current once the first grains are full.
        GrainEnsemble ensemble = GrainEnsemble.identical(Grains.regular(3, Kinetics.marcusHushChidsey(4)), 5, 1);
        SimulationResult result = Simulation.of(
                        Grains.electrode(ensemble),
                        Protocol.of(ProtocolStep.fillingRate(3, EndCondition.filling(0.999))))
                .withInitialFilling(0.5)
                .run();
        assertEquals(StopReason.STEP_FAILED, result.stopReason(), result.message());
        assertTrue(result.filling() > 0.5 && result.filling() < 0.999);
        assertTrue(result.voltage().filling().length > 5);
    }

    @Test
    void limitOnStepsStopsTheRun() {
        SimulationResult result = Grains.galvanostatic(Grains.spread(3, Kinetics.symmetric(), 3, 3), 1e-3, 0.1, 0.9)
                .withStepLimit(17)
                .run();
        assertEquals(StopReason.STEP_LIMIT, result.stopReason());
        assertEquals(17, result.acceptedSteps());
    }

    @Test
    void excessExponentialIsAccurate() {
        for (double omega : new double[] {-3, 0, 2.2, 3, 4.5, 7, 12, 25}) {
            ExcessExponential excess =
                    ExcessExponential.of(io.github.spinodal.core.thermo.RegularSolution.ofOmegaOverKT(omega, 298.15));
            assertTrue(excess.isPolynomial());
            int n = 101;
            double[] c = new double[n];
            double[] rising = new double[n];
            double[] falling = new double[n];
            for (int i = 0; i < n; i++) {
                c[i] = i / (n - 1.0);
            }
            excess.evaluate(c, new double[0], rising, falling, new double[n], new double[n], n);
            for (int i = 0; i < n; i++) {
                double g = omega * (1 - 2 * c[i]);
                assertEquals(1, Math.pow(rising[i], 4) / Math.exp(g / 2), 2e-15 * (4 + Math.abs(omega)));
                assertEquals(1, Math.pow(falling[i], 4) / Math.exp(-g / 2), 2e-15 * (4 + Math.abs(omega)));
            }
        }
    }
}
