package io.github.spinodal.phasefield;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
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

    /**
     * Plateau gap of many grains, first N and then 1/I large: 2 mu(c_s)/e. The limits are taken by extrapolation, of the
     * current in I^(2/3), the delay of a slow passage through a fold, and of the number of grains in 1/N.
     */
    @ParameterizedTest
    @ValueSource(doubles = {3, 3.5})
    void plateausAreSpinodalPotentialsApart(double omega) {
        double few = gapAtVanishingCurrent(omega, 200);
        double many = gapAtVanishingCurrent(omega, 800);
        double limit = many + (many - few) / 3;
        double expected = 2 * spinodalPotential(omega) * Grains.THERMAL_VOLTAGE;
        assertEquals(1, many / expected, 5e-3);
        assertEquals(1, limit / expected, 3e-3);
    }

    private static double gapAtVanishingCurrent(double omega, int grains) {
        double coarse = gap(omega, grains, 1.25e-4);
        double fine = gap(omega, grains, 1.25e-4 / 8);
        return fine + (fine - coarse) / 3;
    }

    private static double gap(double omega, int grains, double rate) {
        GrainEnsemble ensemble = GrainEnsemble.drawn(
                Grains.regular(omega, Kinetics.symmetric()),
                GrainDistribution.ofRate(1).withShiftSpread(0.02),
                grains,
                2);
        return middleOfPlateau(ensemble, -rate, 0.98, 0.25) - middleOfPlateau(ensemble, rate, 0.02, 0.75);
    }

    /** Mean voltage while the share of grains beyond one half lies in [0.4, 0.6]: the same grains in both directions. */
    private static double middleOfPlateau(GrainEnsemble ensemble, double rate, double from, double to) {
        double[] area = new double[2];
        double[] last = new double[2];
        Simulation.of(Grains.electrode(ensemble), Protocol.of(ProtocolStep.fillingRate(rate, EndCondition.filling(to))))
                .withInitialFilling(from)
                .withRelativeTolerance(1e-5)
                .run(state -> {
                    double share =
                            Arrays.stream(state.fillings()).filter(c -> c > 0.5).count() / (double) ensemble.size();
                    if (share >= 0.4 && share <= 0.6) {
                        double width = Math.abs(state.filling() - last[0]);
                        area[0] += width * (state.voltageVolt() + last[1]) / 2;
                        area[1] += width;
                    }
                    last[0] = state.filling();
                    last[1] = state.voltageVolt();
                });
        return area[0] / area[1];
    }
}
