package io.github.spinodal.sfmm.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.quantity.Interval;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.sfmm.ContactRegime;
import io.github.spinodal.sfmm.LayerVerdict;
import io.github.spinodal.sfmm.PhaseTransition;
import io.github.spinodal.sfmm.SpectrumResult;
import org.junit.jupiter.api.Test;

class ShearForceFigureTest {
    private static final ShearForceFigure FIGURE = ShearForceFigure.of(1);

    @Test
    void recoversTheThicknessOfTheStudy() {
        Measured thickness =
                FIGURE.layerOfFigure3g().layer().thickness().orElseThrow().fittedSlope();
        assertEquals(45, thickness.value(), 5);
        assertTrue(thickness.standardUncertainty() < 1);
    }

    @Test
    void findsBareLtoCleanAtFirstAndViscousFromThreeQuartersOfAVolt() {
        for (int i = 0; i < 2; i++) {
            SpectrumResult clean = FIGURE.bare().spectra().get(i);
            assertEquals(LayerVerdict.CLEAN, clean.layer().verdict(), clean::toString);
            assertEquals(PhaseTransition.JUMP, clean.phase().orElseThrow().transition(), clean::toString);
            assertEquals(
                    275,
                    clean.phase().orElseThrow().centreNanometres().orElseThrow().value(),
                    1);
        }
        for (int i = 2; i < 4; i++) {
            SpectrumResult viscous = FIGURE.bare().spectra().get(i);
            assertEquals(ContactRegime.VISCOUS_LAYER, viscous.layerRegime().orElseThrow(), viscous::toString);
            assertTrue(viscous.lossTangent().orElseThrow().value().isEmpty());
        }
        Interval onset = FIGURE.bare().onsetPotentialVolt().orElseThrow();
        assertEquals(0.75, onset.low(), 1e-12);
        assertEquals(1.7, onset.high(), 1e-12);
    }

    @Test
    void findsNoViscousLayerOnTheCoatedElectrode() {
        for (SpectrumResult spectrum : FIGURE.coated().spectra()) {
            assertEquals(ContactRegime.ELASTIC_LAYER, spectrum.layerRegime().orElseThrow(), spectrum::toString);
            assertTrue(spectrum.phase().orElseThrow().transition() != PhaseTransition.NONE);
        }
    }

    @Test
    void alignsThePhaseAtTheSolidContact() {
        double[][] phase = FIGURE.bare().alignedPhaseDegrees(-150, 100, 251);
        assertEquals(4, phase.length);
        for (double[] row : phase) {
            assertEquals(90, row[0], 20);
            assertEquals(0, row[250], 2);
        }
        double[] grown = FIGURE.bare().grownThicknessNanometres();
        assertEquals(0, grown[1]);
        assertTrue(grown[3] > grown[2]);
    }
}
