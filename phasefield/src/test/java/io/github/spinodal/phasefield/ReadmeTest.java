package io.github.spinodal.phasefield;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spinodal.core.data.GalvanostaticCurve;
import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.thermo.RegularSolution;
import io.github.spinodal.phasefield.impedance.EnsembleImpedance;
import org.junit.jupiter.api.Test;

/** The snippet of the module's README. */
class ReadmeTest {
    @Test
    void snippetRuns() {
        GrainClass lto = GrainClass.of(RegularSolution.ofOmegaOverKT(3.476, 298.15), Kinetics.symmetric());
        GrainEnsemble grains = GrainEnsemble.drawn(
                lto, GrainDistribution.ofRate(1.0 / 36).withRateSpread(0.3).withShiftSpread(0.02), 1000, 42);
        Electrode electrode = Electrode.of(grains, 0.070, 1.55);
        Protocol protocol = Protocol.of(ProtocolStep.discharge(0.1, EndCondition.filling(0.95)));
        SimulationResult result =
                Simulation.of(electrode, protocol).withInitialFilling(0.02).run();
        GalvanostaticCurve curve = result.curve(0);
        ImpedanceSpectrum spectrum =
                EnsembleImpedance.atRest(electrode, result.fillings()).spectrum(new double[] {1e3, 1e2, 10, 1, 0.1});
        assertEquals(0.93 * 0.070, curve.capacityCoulomb(), 1e-12);
        assertEquals(5, spectrum.size());
    }
}
