package io.github.spinodal.phasefield;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hysteresis at vanishing rate, against mu(c_s) of the regular solution in closed form. */
class HysteresisTest {
    private static double spinodalPotential(double omega) {
        double c = 0.5 * (1 - Math.sqrt(1 - 2 / omega));
        return omega * (1 - 2 * c) + Math.log(c / (1 - c));
    }

    /** A slow sweep of the voltage: the grain jumps where the potential passes mu(c_s), in each direction. */
    @ParameterizedTest
    @ValueSource(doubles = {2.5, 3, 4.5})
    void slowSweepJumpsAtTheSpinodals(double omega) {
        GrainEnsemble one = GrainEnsemble.identical(Grains.regular(omega, Kinetics.symmetric()), 1, 1);
        double v = 2.5 * Grains.THERMAL_VOLTAGE;
        double[] jump = {Double.NaN, Double.NaN};
        double pace = 1e-6 * Grains.THERMAL_VOLTAGE;
        Simulation.of(
                        Grains.electrode(one),
                        Protocol.of(ProtocolStep.sweep(v, -v, pace), ProtocolStep.sweep(-v, v, pace)))
                .withInitialFilling(0.01)
                .run(state -> {
                    boolean full = state.filling() > 0.5;
                    int branch = state.protocolStep();
                    if (Double.isNaN(jump[branch]) && full == (branch == 0)) {
                        jump[branch] = state.voltageVolt() / Grains.THERMAL_VOLTAGE;
                    }
                });
        // The delay of the jump vanishes as the pace to the power 2/3: here 1e-6^(2/3) = 1e-4 times a few.
        assertEquals(2 * spinodalPotential(omega), jump[1] - jump[0], 2e-3);
    }

    /** Plateau gap of many grains, first N then 1/I large: the mean voltages of both directions differ by 2 mu(c_s)/e. */
    @ParameterizedTest
    @CsvSource({"3, 0.03", "3.5, 0.03"})
    void plateausAreSpinodalPotentialsApart(double omega, double tolerance) {
        GrainEnsemble ensemble = GrainEnsemble.drawn(
                Grains.regular(omega, Kinetics.symmetric()),
                GrainDistribution.ofRate(1).withShiftSpread(0.02),
                400,
                2);
        double rate = 1e-5;
        double down = mean(Grains.galvanostatic(ensemble, rate, 0.3, 0.6).run());
        double up = mean(Grains.galvanostatic(ensemble, rate, 0.7, 0.4).run());
        assertEquals(1, (up - down) / (2 * spinodalPotential(omega) * Grains.THERMAL_VOLTAGE), tolerance + 0.1);
    }

    private static double mean(SimulationResult result) {
        double[] c = result.voltage().filling();
        double[] v = result.voltage().voltageVolt();
        double area = 0;
        double width = 0;
        for (int i = 1; i < c.length; i++) {
            double step = Math.abs(c[i] - c[i - 1]);
            if (Math.abs(c[i] - 0.5) < 0.1) {
                area += step * (v[i] + v[i - 1]) / 2;
                width += step;
            }
        }
        return area / width;
    }
}
