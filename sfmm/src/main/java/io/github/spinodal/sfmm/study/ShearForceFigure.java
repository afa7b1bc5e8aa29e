package io.github.spinodal.sfmm.study;

import io.github.spinodal.sfmm.OperandoResult;
import io.github.spinodal.sfmm.OperandoSeries;
import io.github.spinodal.sfmm.SfmmSpectrum;
import io.github.spinodal.sfmm.SpectrumAnalysis;
import io.github.spinodal.sfmm.SpectrumResult;
import io.github.spinodal.sfmm.simulation.CurveNoise;
import io.github.spinodal.sfmm.simulation.CurveSimulator;
import io.github.spinodal.sfmm.simulation.LateralResponse;
import io.github.spinodal.sfmm.simulation.LayerLaw;
import io.github.spinodal.sfmm.simulation.LayerLaws;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Figure 3 of the study from the forward model: shear-force spectra of a bare and of a coated electrode at the four potentials
 * of the first cathodic sweep, analysed as if they came from an instrument.
 *
 * <p>What the study reports is what is simulated. On bare LTO the phase jumps at 2.8 and 1.7 V (Z near 275 nm), and from
 * 0.75 V on a viscous layer of about 90 degrees stands before the solid; the layer of Figure 3g, 45 nm thick, is indented from
 * 210 to 340 nm. On AZO60 the phase falls as soon as the tip touches, at every potential: a thin, stiff, elastic layer. The
 * thickness of the coated layer, that of the bare one at 0.75 V, both lateral stiffnesses and all noise are assumptions of the
 * simulation; the stiffnesses are chosen so that the phase does what the study says in words, stay near 90 degrees over the
 * bare layer and fall as the coated one is pressed.
 *
 * @param bareSeries spectra of the bare electrode
 * @param coatedSeries spectra of the coated electrode
 * @param bare their analysis
 * @param coated their analysis
 */
public record ShearForceFigure(
        OperandoSeries bareSeries, OperandoSeries coatedSeries, OperandoResult bare, OperandoResult coated)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Potentials of spectra A to D (V), study, caption of Figure 3. */
    public static final List<Double> POTENTIALS_VOLT = List.of(2.8, 1.7, 0.75, 0.1);

    /** Thickness of the layer on bare LTO (nm), study, section 2.3. */
    public static final double PUBLISHED_THICKNESS_NANOMETRES = 45;

    /** Its uncertainty (nm), study, section 2.3. */
    public static final double PUBLISHED_UNCERTAINTY_NANOMETRES = 5;

    private static final double CONTACT = 275;
    private static final CurveNoise NOISE = new CurveNoise(0.3, 0, 1);

    /**
     * Simulates and analyses both electrodes.
     *
     * @param seed seed of all noise
     * @return the figure
     */
    public static ShearForceFigure of(long seed) {
        List<SfmmSpectrum> bare = new ArrayList<>();
        List<SfmmSpectrum> coated = new ArrayList<>();
        for (int i = 0; i < POTENTIALS_VOLT.size(); i++) {
            double potential = POTENTIALS_VOLT.get(i);
            bare.add(spectrum(potential, bareLaw(potential), 0.2, 89, 2L * i + seed * 16));
            coated.add(spectrum(potential, coatedLaw(potential), 0.1, 5, 2L * i + 1 + seed * 16));
        }
        OperandoSeries bareSeries = OperandoSeries.of(bare);
        OperandoSeries coatedSeries = OperandoSeries.of(coated);
        SpectrumAnalysis analysis = SpectrumAnalysis.withDefaults();
        return new ShearForceFigure(
                bareSeries, coatedSeries, bareSeries.analyse(analysis), coatedSeries.analyse(analysis));
    }

    private static LayerLaw bareLaw(double potential) {
        if (potential > 1) {
            return LayerLaws.none();
        }
        return potential > 0.5 ? LayerLaws.power(25, 40, 1.5) : LayerLaws.power(45, 85, 1.5);
    }

    /** The converted coating: its 10 nm (60 cycles) swell as it takes up lithium. */
    private static LayerLaw coatedLaw(double potential) {
        double thickness = 10 + 2 * (2.8 - potential);
        return LayerLaws.power(thickness, 6 * thickness, 1.5);
    }

    private static SfmmSpectrum spectrum(
            double potential, LayerLaw law, double stiffness, double lossDegrees, long seed) {
        double onset =
                law.thicknessNanometres() == PUBLISHED_THICKNESS_NANOMETRES ? 210 : CONTACT - law.thicknessNanometres();
        return new SfmmSpectrum(
                potential,
                CurveSimulator.of(law)
                        .withRamp(1024, 500, onset)
                        .withBaseline(1.01, 1.5, 0.002)
                        .withFringe(0.4, 300, 0.6 * seed)
                        .withNoise(NOISE)
                        .withLateral(LateralResponse.of(stiffness, lossDegrees))
                        .simulate(seed));
    }

    /**
     * The spectrum of Figures 3g and 3h: bare LTO at 0.1 V.
     *
     * @return its analysis
     */
    public SpectrumResult layerOfFigure3g() {
        return bare.spectra().get(POTENTIALS_VOLT.size() - 1);
    }
}
