package io.github.spinodal.phasefield;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.thermo.FreeEnergyModel;
import java.util.Arrays;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Voltages against an independent solution: rates from the affinity with logarithms and Math.sinh, the potential by
 * Newton's method, time steps by the order 8 method of Commons Math at a tolerance of 1e-12.
 */
class ReferenceSolutionTest {
    private static final double RATE = 1e-3;

    @ParameterizedTest
    @CsvSource({
        "3, SYMMETRIC, EXPLICIT, 1e-9",
        "3, SYMMETRIC, IMPLICIT, 1e-9",
        "4.5, SYMMETRIC, AUTOMATIC, 1e-9",
        "3, TRANSITION_STATE, AUTOMATIC, 1e-9",
        "2.5, CONSTANT, EXPLICIT, 1e-9",
        "2.5, CONSTANT, IMPLICIT, 1e-9"
    })
    void voltageAgreesWithinAMillionthOfKT(double omega, ExchangeLaw law, Method method, double tolerance) {
        GrainEnsemble ensemble = Grains.spread(omega, Kinetics.symmetric().withExchange(law), 8, 7);
        VoltageRecorder voltage = VoltageRecorder.everyStep();
        SimulationResult result = Grains.galvanostatic(ensemble, RATE, 0.05, 0.4)
                .withTolerance(tolerance, tolerance / 100)
                .withMethod(method)
                .run(voltage);

        assertEquals(StopReason.PROTOCOL_COMPLETED, result.stopReason(), result.message());
        double[] filling = voltage.filling();
        double[] measured = voltage.voltageVolt();
        Reference reference = new Reference(ensemble, law);
        double[] c = new double[ensemble.size()];
        Arrays.fill(c, 0.05);
        double time = 0;
        double largest = 0;
        DormandPrince853Integrator integrator = new DormandPrince853Integrator(1e-12, 1, 1e-13, 1e-12);
        for (int i = 40; i < filling.length; i += Math.max(1, filling.length / 60)) {
            double next = (filling[i] - 0.05) / RATE;
            integrator.integrate(reference, time, c, next, c);
            time = next;
            double u = reference.potential(c);
            largest = Math.max(largest, Math.abs(-u - measured[i] / Grains.THERMAL_VOLTAGE));
        }
        assertTrue(largest <= 1e-6, "largest difference in kT/e: " + largest);
    }

    /** The model written down as plainly as possible. */
    private static final class Reference implements FirstOrderDifferentialEquations {
        private final GrainEnsemble ensemble;
        private final ExchangeLaw law;
        private double last;

        Reference(GrainEnsemble ensemble, ExchangeLaw law) {
            this.ensemble = ensemble;
            this.law = law;
        }

        @Override
        public int getDimension() {
            return ensemble.size();
        }

        private double rate(int i, double c, double u) {
            FreeEnergyModel model = ensemble.model(i);
            double mu = model.chemicalPotential(c) / Grains.KT + ensemble.shiftOverKT(i);
            double exchange = switch (law) {
                case SYMMETRIC -> Math.sqrt(c * (1 - c));
                case TRANSITION_STATE -> (1 - c) * Math.exp(mu / 2);
                case CONSTANT -> 1;
            };
            return 2 * ensemble.ratePerSecond(i) * exchange * Math.sinh((u - mu) / 2);
        }

        /** Newton's method from the last potential; the derivative by a central difference. */
        double potential(double[] c) {
            double u = last;
            for (int k = 0; k < 50; k++) {
                double step = (total(c, u) - RATE) / ((total(c, u + 1e-4) - total(c, u - 1e-4)) / 2e-4);
                u -= Math.max(-2, Math.min(2, step));
                if (Math.abs(step) < 1e-13) {
                    break;
                }
            }
            last = u;
            return u;
        }

        private double total(double[] c, double u) {
            double sum = 0;
            for (int i = 0; i < c.length; i++) {
                sum += rate(i, c[i], u) * ensemble.weight(i);
            }
            return sum;
        }

        @Override
        public void computeDerivatives(double t, double[] c, double[] derivative) {
            double u = potential(c);
            for (int i = 0; i < c.length; i++) {
                derivative[i] = rate(i, c[i], u);
            }
        }
    }
}
