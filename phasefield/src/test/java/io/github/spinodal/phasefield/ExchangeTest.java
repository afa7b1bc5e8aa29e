package io.github.spinodal.phasefield;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Direct exchange between neighbours by explicit and by implicit steps. */
class ExchangeTest {
    private static Simulation lattice(
            double conductance, Kinetics kinetics, Method method, double tolerance, double end) {
        GrainEnsemble ensemble = Grains.spread(3, kinetics, 20, 11);
        return Grains.galvanostatic(ensemble, 1e-2, 0.05, end)
                .withExchange(ExchangeGraph.squareLattice(4, 5, conductance))
                .withMethod(method)
                .withRelativeTolerance(tolerance);
    }

    private static void assertSame(SimulationResult a, SimulationResult b, double tolerance) {
        assertArrayEquals(a.fillings(), b.fillings(), tolerance);
        double[] u = a.voltage().voltageVolt();
        double[] v = b.voltage().voltageVolt();
        assertEquals(u[u.length - 1], v[v.length - 1], 10 * tolerance * Grains.THERMAL_VOLTAGE);
    }

    @ParameterizedTest
    @CsvSource({"1e-4, 0.3", "1e-4, 0.9", "2e-3, 0.5", "2e-3, 0.9"})
    void implicitStepsAgreeWithExplicitOnes(double conductance, double end) {
        SimulationResult explicit = lattice(conductance, Kinetics.symmetric(), Method.EXPLICIT, 1e-9, end)
                .run();
        SimulationResult implicit = lattice(conductance, Kinetics.symmetric(), Method.IMPLICIT, 1e-9, end)
                .run();
        assertSame(explicit, implicit, 1e-7);
        assertEquals(0, implicit.lithiumDrift(), 4 * Math.ulp(1.0) * Math.sqrt((double) implicit.acceptedSteps()));
    }

    @Test
    void implicitStepsServeGeneralKineticsToo() {
        Kinetics kinetics = Kinetics.butlerVolmer(0.3);
        SimulationResult explicit =
                lattice(1e-3, kinetics, Method.EXPLICIT, 1e-9, 0.6).run();
        SimulationResult implicit =
                lattice(1e-3, kinetics, Method.IMPLICIT, 1e-9, 0.6).run();
        assertSame(explicit, implicit, 1e-7);
    }

    /** A sweep of the voltage: the linear systems have a time derivative on their right-hand side. */
    @Test
    void implicitStepsFollowASweep() {
        GrainEnsemble ensemble = Grains.spread(2.5, Kinetics.symmetric(), 20, 3);
        double v = 2.5 * Grains.THERMAL_VOLTAGE;
        double[] filling = new double[2];
        for (Method method : new Method[] {Method.EXPLICIT, Method.IMPLICIT}) {
            filling[method == Method.EXPLICIT ? 0 : 1] = Simulation.of(
                            Grains.electrode(ensemble), Protocol.of(ProtocolStep.sweep(v, -0.01 * v, v / 100)))
                    .withInitialFilling(0.05)
                    .withExchange(ExchangeGraph.ring(20, 1e-3))
                    .withMethod(method)
                    .withRelativeTolerance(1e-9)
                    .run()
                    .filling();
        }
        assertEquals(filling[0], filling[1], 1e-7);
    }

    /** Strong coupling holds all grains at one potential and no longer sets the size of the steps. */
    @Test
    void strongCouplingIsNotSlow() {
        SimulationResult result =
                lattice(10, Kinetics.symmetric(), Method.AUTOMATIC, 1e-6, 0.9).run();
        GrainEnsemble ensemble = Grains.spread(3, Kinetics.symmetric(), 20, 11);
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < 20; i++) {
            double c = result.fillings()[i];
            double mu = 3 * (1 - 2 * c) + Math.log(c / (1 - c)) + ensemble.shiftOverKT(i);
            lowest = Math.min(lowest, mu);
            highest = Math.max(highest, mu);
        }
        assertEquals(0, highest - lowest, 1e-4);
        // Explicit steps would be held to 3.3/(8 * 10 * 20 * mu'), three hundred thousand of them.
        assertTrue(result.acceptedSteps() < 5000, result::toString);
        assertEquals(StopReason.PROTOCOL_COMPLETED, result.stopReason());
    }
}
