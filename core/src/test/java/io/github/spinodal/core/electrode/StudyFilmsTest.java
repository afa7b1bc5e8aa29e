package io.github.spinodal.core.electrode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.quantity.Area;
import io.github.spinodal.core.quantity.ArealCapacity;
import io.github.spinodal.core.quantity.Length;
import io.github.spinodal.core.quantity.SpecificCapacity;
import org.junit.jupiter.api.Test;

/** The study's numbers, each to its last printed digit, or next to it where the study slips. */
class StudyFilmsTest {
    private static final ThinFilm LIGHT = StudyFilms.lightest();
    private static final ThinFilm HEAVY = StudyFilms.heaviest();

    @Test
    void computesTheCapacitiesOfTheBareFilm() {
        assertEquals(1.8869, Area.ofDisc(StudyFilms.DIAMETER).inSquareCentimetres(), 5e-5);
        assertEquals(54.6, LIGHT.totalCharge().inMicroampereHours(), 1e-10);
        // The study prints 58.9; 230 ug times 260 mA h/g is 59.8.
        assertEquals(59.8, HEAVY.totalCharge().inMicroampereHours(), 1e-10);
        assertEquals(29.0, LIGHT.total().inMicroampereHoursPerSquareCentimetre(), 0.05);
        assertEquals(31.7, HEAVY.total().inMicroampereHoursPerSquareCentimetre(), 0.05);
        assertEquals(19.5, LIGHT.plateau().inMicroampereHoursPerSquareCentimetre(), 0.05);
        assertEquals(21.4, HEAVY.plateau().inMicroampereHoursPerSquareCentimetre(), 0.06);
        assertEquals(36.75, LIGHT.plateauCharge().inMicroampereHours(), 1e-10);
        assertEquals(320, LIGHT.thickness().inNanometres(), 0.5);
        assertEquals(351, HEAVY.thickness().inNanometres(), 0.5);
    }

    @Test
    void computesTheCoating() {
        Coating coating = StudyFilms.ZINC_OXIDE_60_SECONDS;
        Area disc = Area.ofDisc(StudyFilms.DIAMETER);
        assertEquals(10.6, coating.massOn(disc).inMicrograms(), 0.05);
        assertEquals(6.35, coating.chargeOn(disc).inMicroampereHours(), 0.005);
        assertEquals(0.106, coating.shareOfFilm(HEAVY), 5e-4);
        assertEquals(0.116, coating.shareOfFilm(LIGHT), 5e-4);
        assertEquals(0.096, coating.shareOfSum(HEAVY), 5e-4);
        // "less than 10 %" in the study.
        assertEquals(0.104, coating.shareOfSum(LIGHT), 5e-4);
        assertEquals(0.77, StudyFilms.FIRST_DISCHARGE_CAPACITY.relativeExcessOver(StudyFilms.PLATEAU_CAPACITY), 5e-3);
    }

    @Test
    void reportsBothActiveFractions() {
        ActiveFractions light = LIGHT.activeFractions(StudyFilms.OSCILLATION_PERIOD);
        ActiveFractions heavy = HEAVY.activeFractions(StudyFilms.OSCILLATION_PERIOD);
        assertEquals(0.0231, light.ofTotal(), 5e-5);
        assertEquals(0.0344, light.ofPlateau(), 5e-5);
        assertEquals(0.0314, heavy.ofPlateau(), 5e-5);
        assertEquals(260.0 / 175, light.ofPlateau() / light.ofTotal(), 1e-12);
    }

    @Test
    void countsGrains() {
        Length surface = StudyFilms.SURFACE_GRAIN_SIZE;
        Length bulk = StudyFilms.BULK_GRAIN_SIZE;
        assertEquals(3.8e10, GrainShape.SQUARE_COLUMN.countIn(LIGHT, surface), 0.05e10);
        assertEquals(4.9e10, GrainShape.ROUND_COLUMN.countIn(LIGHT, surface), 0.05e10);
        assertEquals(8.3e10, GrainShape.CUBE.countIn(LIGHT, bulk), 0.05e10);
        assertEquals(9.1e10, GrainShape.CUBE.countIn(HEAVY, bulk), 0.05e10);
        assertEquals(1.6e11, GrainShape.SPHERE.countIn(LIGHT, bulk), 0.05e11);
        assertEquals(1.7e11, GrainShape.SPHERE.countIn(HEAVY, bulk), 0.05e11);
        // 1e10 grains times 2.31 % are the study's 2.3e8 per group; its own grain size gives 8.9e8.
        assertEquals(8.9e8, GrainShape.SQUARE_COLUMN.countPerGroup(LIGHT, surface, 0.0231), 0.05e8);
        assertThrows(InvalidValueException.class, () -> GrainShape.CUBE.countPerGroup(LIGHT, bulk, 0));
        assertThrows(InvalidValueException.class, () -> GrainShape.CUBE.countPerGroup(LIGHT, bulk, 1.01));
        assertEquals(GrainShape.CUBE.countIn(LIGHT, bulk), GrainShape.CUBE.countPerGroup(LIGHT, bulk, 1));
    }

    @Test
    void buildsAFilmByThicknessOrByMass() {
        ThinFilm film = ThinFilm.ofThickness(
                LIGHT.area(),
                LIGHT.thickness(),
                LIGHT.density(),
                LIGHT.totalSpecificCapacity(),
                LIGHT.plateauSpecificCapacity());
        assertEquals(210, film.mass().inMicrograms(), 1e-10);
        assertEquals(210e-9 / 3480, film.volumeCubicMetres(), 1e-20);
    }

    @Test
    void refusesWhatContradictsItself() {
        SpecificCapacity small = SpecificCapacity.ofMilliampereHoursPerGram(100);
        assertThrows(
                InvalidValueException.class,
                () -> new ThinFilm(
                        LIGHT.area(), LIGHT.mass(), LIGHT.density(), small, LIGHT.plateauSpecificCapacity()));
        assertEquals(
                1,
                new ThinFilm(LIGHT.area(), LIGHT.mass(), LIGHT.density(), small, small)
                                .plateau()
                                .shareOf(LIGHT.total())
                        / 100
                        * 260,
                1e-12);
        assertThrows(InvalidValueException.class, () -> new ActiveFractions(-0.1, 0.2));
        assertThrows(InvalidValueException.class, () -> new ActiveFractions(0.3, 0.2));
        assertEquals(
                0,
                LIGHT.activeFractions(ArealCapacity.ofCoulombsPerSquareMetre(0)).ofPlateau());
    }

    @Test
    void summarisesGrainSizes() {
        GrainSizes sizes = GrainSizes.ofNanometres(new double[] {80, 60, 100, 40});
        assertEquals(4, sizes.count());
        assertEquals(70, sizes.meanNanometres().value());
        // Variance (100 + 900 + 900 + 100)/3.
        assertEquals(Math.sqrt(2000 / 3.0), sizes.standardDeviationNanometres(), 1e-12);
        assertEquals(Math.sqrt(2000 / 12.0), sizes.meanNanometres().standardUncertainty(), 1e-12);
        assertEquals(70, sizes.medianNanometres());
        assertEquals(60, GrainSizes.ofNanometres(new double[] {80, 60, 40}).medianNanometres());
        assertEquals(
                (4096.0 + 1296 + 10000 + 256) / (51.2 + 21.6 + 100 + 6.4), sizes.volumeWeightedMeanNanometres(), 1e-10);
        GrainSizes logarithmic = GrainSizes.ofNanometres(new double[] {Math.exp(3), Math.exp(5)});
        assertEquals(4, logarithmic.logarithmicMean(), 1e-14);
        assertEquals(1, logarithmic.logarithmicStandardDeviation(), 1e-14);
        assertEquals(GrainSizes.ofNanometres(new double[] {40, 60, 80, 100}), sizes);
        assertEquals(GrainSizes.ofNanometres(new double[] {40, 60, 80, 100}).hashCode(), sizes.hashCode());
        assertTrue(!sizes.equals(logarithmic) && sizes.hashCode() != logarithmic.hashCode());
        assertEquals("4 grains, mean 70 ± 13 nm, median 70.00 nm, standard deviation 25.8 nm", sizes.toString());
        assertThrows(InvalidValueException.class, () -> GrainSizes.ofNanometres(new double[] {1}));
        assertThrows(InvalidValueException.class, () -> GrainSizes.ofNanometres(new double[] {1, 0}));
        assertThrows(InvalidValueException.class, () -> GrainSizes.ofNanometres(new double[] {1, Double.NaN}));
    }
}
