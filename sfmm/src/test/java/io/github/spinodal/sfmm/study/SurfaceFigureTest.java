package io.github.spinodal.sfmm.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SurfaceFigureTest {
    @Test
    void recoversCoverageAndGrainSizes() {
        SurfaceFigure figure = SurfaceFigure.of(1);
        assertEquals(4, figure.films().size());
        assertEquals(0, figure.films().get(0).coverage().fraction(), 1e-3);
        double before = 0;
        for (SurfaceFigure.Film film : figure.films().subList(1, 4)) {
            // The threshold lies 15 deviations of the noise from either kind of pixel.
            assertEquals(film.simulated(), film.coverage().fraction(), 1e-3);
            assertTrue(film.coverage().lower() <= film.simulated()
                    && film.coverage().upper() >= film.simulated());
            assertTrue(film.coverage().fraction() > before);
            before = film.coverage().fraction();
        }
        // SI Figure S4: 70 nm at the surface, 90 nm in the bulk; 300 grains know a mean to 2 %.
        assertEquals(70, figure.surface().sizes().numberMeanMetre().value() * 1e9, 4);
        assertEquals(90, figure.bulk().sizes().numberMeanMetre().value() * 1e9, 5);
        assertTrue(figure.surface().sizes().pValue() > 0.01);
    }
}
