package io.github.spinodal.sfmm.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WorkFunctionFigureTest {
    @Test
    void recoversTheWorkFunctionsOfTheStudy() {
        WorkFunctionFigure figure = WorkFunctionFigure.of(1);
        // Study, Figure 4e: 5.26 eV, 4.93 eV, and 330 meV between them.
        assertEquals(5.26, figure.bare().meanElectronVolt(), 0.01);
        assertEquals(4.93, figure.coated().meanElectronVolt(), 0.01);
        assertEquals(0.33, figure.difference().value(), 0.01);
        assertTrue(figure.difference().standardUncertainty()
                < figure.bare().total().standardUncertainty());
        assertEquals(0.02, figure.bare().calibrationElectronVolt(), 0.001);
        assertEquals(0.02, figure.bare().spreadElectronVolt(), 0.005);
    }
}
