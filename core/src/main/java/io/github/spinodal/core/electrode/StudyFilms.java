package io.github.spinodal.core.electrode;

import io.github.spinodal.core.quantity.Area;
import io.github.spinodal.core.quantity.ArealCapacity;
import io.github.spinodal.core.quantity.Density;
import io.github.spinodal.core.quantity.Length;
import io.github.spinodal.core.quantity.Mass;
import io.github.spinodal.core.quantity.SpecificCapacity;

/**
 * The films of the study: Chen, Pan, Lin et al., surface decoration of Li4Ti5O12 thin-film electrodes, with its supporting
 * information. Inputs are as printed; what follows from them is computed, also where the study prints another figure.
 */
public final class StudyFilms {
    /** Diameter of the disc, 15.5 mm (experimental section). */
    public static final Length DIAMETER = Length.ofMillimetres(15.5);

    /** Area as printed, 1.885 cm2 (supporting information, section 6); the diameter gives 1.8869 cm2. */
    public static final Area PRINTED_AREA = Area.ofSquareCentimetres(1.885);

    /** Density of Li4Ti5O12 by its lattice constant, 3.48 g/cm3. */
    public static final Density LITHIUM_TITANATE_DENSITY = Density.ofGramsPerCubicCentimetre(3.48);

    /** Capacity of Li4Ti5O12 between 3.0 and 0.1 V, 260 mA h/g (supporting information, section 6). */
    public static final SpecificCapacity TOTAL_CAPACITY = SpecificCapacity.ofMilliampereHoursPerGram(260);

    /** Capacity of Li4Ti5O12 between 3.0 and 1.0 V, that is of its plateau at 1.55 V, 175 mA h/g. */
    public static final SpecificCapacity PLATEAU_CAPACITY = SpecificCapacity.ofMilliampereHoursPerGram(175);

    /** Capacity upon the first discharge to 0.01 V, 310 mA h/g (supporting information, section 6). */
    public static final SpecificCapacity FIRST_DISCHARGE_CAPACITY = SpecificCapacity.ofMilliampereHoursPerGram(310);

    /** Aluminium-doped zinc oxide after 60 s of sputtering: 10 nm, 5.61 g/cm3, 600 mA h/g (supporting information, 6). */
    public static final Coating ZINC_OXIDE_60_SECONDS = new Coating(
            Length.ofNanometres(10),
            Density.ofGramsPerCubicCentimetre(5.61),
            SpecificCapacity.ofMilliampereHoursPerGram(600));

    /** Mean grain size at the surface by SEM, 70 nm (supporting information, Figure S4 a, b). */
    public static final Length SURFACE_GRAIN_SIZE = Length.ofNanometres(70);

    /** Mean grain size in the cross-section by TEM, 90 nm (supporting information, Figure S4 c). */
    public static final Length BULK_GRAIN_SIZE = Length.ofNanometres(90);

    /** Charge of one voltage oscillation of the bare film at 0.1 C, 0.67 uA h/cm2. */
    public static final ArealCapacity OSCILLATION_PERIOD = ArealCapacity.ofMicroampereHoursPerSquareCentimetre(0.67);

    private StudyFilms() {}

    /**
     * The lightest bare film.
     *
     * @return 210 ug of Li4Ti5O12 on the printed area
     */
    public static ThinFilm lightest() {
        return film(Mass.ofMicrograms(210));
    }

    /**
     * The heaviest bare film.
     *
     * @return 230 ug of Li4Ti5O12 on the printed area
     */
    public static ThinFilm heaviest() {
        return film(Mass.ofMicrograms(230));
    }

    private static ThinFilm film(Mass mass) {
        return new ThinFilm(PRINTED_AREA, mass, LITHIUM_TITANATE_DENSITY, TOTAL_CAPACITY, PLATEAU_CAPACITY);
    }
}
