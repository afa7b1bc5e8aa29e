package io.github.spinodal.phasefield.impedance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.thermo.RegularSolution;
import io.github.spinodal.phasefield.Electrode;
import io.github.spinodal.phasefield.EndCondition;
import io.github.spinodal.phasefield.GrainClass;
import io.github.spinodal.phasefield.GrainDistribution;
import io.github.spinodal.phasefield.GrainEnsemble;
import io.github.spinodal.phasefield.Kinetics;
import io.github.spinodal.phasefield.Protocol;
import io.github.spinodal.phasefield.ProtocolStep;
import io.github.spinodal.phasefield.Simulation;
import io.github.spinodal.phasefield.SimulationResult;
import io.github.spinodal.phasefield.VoltageRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnsembleImpedanceTest {
    private static final double CAPACITY = 0.07;

    private static Electrode electrode(Kinetics kinetics, double film) {
        GrainEnsemble ensemble = GrainEnsemble.drawn(
                GrainClass.of(RegularSolution.ofOmegaOverKT(3, 298.15), kinetics)
                        .withFilmResistance(film),
                GrainDistribution.ofRate(1e-2).withRateSpread(0.3).withShiftSpread(0.1),
                10,
                4);
        return Electrode.of(ensemble, CAPACITY, 1.55).withSeriesResistance(3);
    }

    /** Grains at rest at a common potential, on the stable branches. */
    private static double[] relaxed(Electrode electrode) {
        double[] start = new double[electrode.ensemble().size()];
        for (int i = 0; i < start.length; i++) {
            start[i] = i % 2 == 0 ? 0.05 : 0.95;
        }
        return Simulation.of(electrode, Protocol.of(ProtocolStep.rest(1e5)))
                .withInitialFillings(start)
                .withRelativeTolerance(1e-10)
                .run()
                .fillings();
    }

    /**
     * Voltage after a small current step from rest: by linear theory the integral over the response of each mode. The
     * transient is Laplace-transformed numerically at real frequencies s, where Z(s) = V(s)/(I/s), and compared with the
     * closed form at i omega = s.
     */
    @ParameterizedTest
    @ValueSource(strings = {"symmetric", "bazant", "general", "film"})
    void agreesWithSmallSignalSimulation(String which) {
        Kinetics kinetics = switch (which) {
            case "bazant" -> Kinetics.bazant();
            case "general" -> Kinetics.butlerVolmer(0.4);
            default -> Kinetics.symmetric();
        };
        Electrode electrode = electrode(kinetics, which.equals("film") ? 1.5 : 0);
        double[] fillings = relaxed(electrode);
        double rest = EnsembleImpedance.atRest(electrode, fillings).chargeTransferResistance();
        double ampere = 1e-9;
        double duration = 4000;
        SimulationResult result = Simulation.of(
                        electrode, Protocol.of(ProtocolStep.current(ampere, EndCondition.time(duration))))
                .withInitialFillings(fillings)
                .withTolerance(1e-11, 1e-14)
                .run();
        VoltageRecorder record = result.voltage();
        double[] time = record.timeSeconds();
        double[] voltage = record.voltageVolt();
        double open = openVoltage(electrode, fillings);
        assertTrue(rest > 0);
        for (double s : new double[] {1e-2, 3e-2, 0.1}) {
            double transform = 0;
            for (int i = 1; i < time.length; i++) {
                transform += segment(s, time[i - 1], time[i], open - voltage[i - 1], open - voltage[i]);
            }
            double expected = realFrequency(electrode, fillings, s);
            assertEquals(1, transform * s / ampere / expected, 1e-3, "s = " + s);
        }
    }

    private static double openVoltage(Electrode electrode, double[] fillings) {
        return io.github.spinodal.phasefield.Linearisation.of(electrode, fillings, 0)
                .voltageVolt();
    }

    /** Integral of a linear piece times e^(-st). */
    private static double segment(double s, double from, double to, double a, double b) {
        double h = to - from;
        double e0 = Math.exp(-s * from);
        double e1 = Math.exp(-s * to);
        double slope = (b - a) / h;
        return (a * e0 - b * e1) / s + slope * (e0 - e1) / (s * s);
    }

    private static double realFrequency(Electrode electrode, double[] fillings, double s) {
        io.github.spinodal.phasefield.Linearisation linear =
                io.github.spinodal.phasefield.Linearisation.of(electrode, fillings, 0);
        double sum = 0;
        for (int i = 0; i < fillings.length; i++) {
            sum += electrode.ensemble().weight(i) * linear.potentialSlope(i) * s / (s - linear.fillingSlope(i));
        }
        return electrode.seriesResistanceOhm() + electrode.thermalVoltage() / CAPACITY / sum;
    }

    @Test
    void spectrumIsTheSameFunctionAtImaginaryFrequencies() {
        Electrode electrode = electrode(Kinetics.symmetric(), 0);
        double[] fillings = relaxed(electrode);
        double[] f = {1e3, 1, 1e-2, 1e-4};
        EnsembleImpedance impedance = EnsembleImpedance.atRest(electrode, fillings);
        ImpedanceSpectrum z = impedance.spectrum(f);
        assertEquals(3 + impedance.chargeTransferResistance(), z.real(0), 1e-6 * z.real(0));
        // Low frequency: a capacitor, sum w v/(-d) = sum w/mu' per kT (stable grains in equilibrium).
        double capacity = 0;
        for (int i = 0; i < fillings.length; i++) {
            capacity += electrode.ensemble().weight(i) / (1 / (fillings[i] * (1 - fillings[i])) - 6);
        }
        double omega = 2 * Math.PI * 1e-4;
        double expected = -electrode.thermalVoltage() / CAPACITY / (omega * capacity);
        assertEquals(1, z.imaginary(3) / expected, 5e-3);
    }

    @Test
    void oneUnstableGrainHasNegativeCapacity() {
        GrainEnsemble one = GrainEnsemble.identical(
                GrainClass.of(RegularSolution.ofOmegaOverKT(3, 298.15), Kinetics.symmetric()), 1, 1e-2);
        ImpedanceSpectrum z = EnsembleImpedance.atRest(Electrode.of(one, CAPACITY, 0), new double[] {0.5})
                .spectrum(new double[] {1e-2, 1e-3});
        assertTrue(z.imaginary(0) > 0 && z.imaginary(1) > z.imaginary(0));
    }

    @Test
    void resistanceAndRateConstantConvertBothWays() {
        RateConstant k = RateConstant.fromChargeTransferResistance(1298, CAPACITY, 0.5);
        assertEquals(1298, k.chargeTransferResistance(CAPACITY, 0.5), 1e-10);
        // The study's bare film: I_0 = kT/(e R_ct) = 19.8 uA.
        assertEquals(19.8e-6, k.exchangeCurrent(CAPACITY, 0.5), 0.05e-6);
        GrainEnsemble one = GrainEnsemble.identical(
                GrainClass.of(RegularSolution.ofOmegaOverKT(3, 298.15), Kinetics.symmetric()), 7, k.perSecond());
        double[] half = new double[7];
        java.util.Arrays.fill(half, 0.5);
        EnsembleImpedance impedance = EnsembleImpedance.atRest(Electrode.of(one, CAPACITY, 0), half);
        assertEquals(1298, impedance.chargeTransferResistance(), 1e-9);
        assertEquals(PhysicalConstants.thermalVoltage(298.15) / 1298, impedance.exchangeCurrent(), 1e-18);
    }
}
