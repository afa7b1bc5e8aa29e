package io.github.spinodal.examples.study;

import io.github.spinodal.core.electrode.ActiveFractions;
import io.github.spinodal.core.electrode.Coating;
import io.github.spinodal.core.electrode.GrainShape;
import io.github.spinodal.core.electrode.StudyFilms;
import io.github.spinodal.core.electrode.ThinFilm;
import io.github.spinodal.core.quantity.Length;
import io.github.spinodal.examples.report.ResultRow;
import io.github.spinodal.examples.report.Section;
import io.github.spinodal.examples.report.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Capacities of films and coatings, grain counts, and the share of grains that one oscillation takes. */
public final class FilmSection {
    private static final String SUPPORT = "study, SI Section 6";
    private static final String OSCILLATION = "study, Section 2.5 and Figure 5e";
    private static final double SQUARE_CENTIMETRES_PER_SQUARE_METRE = 1e4;

    private FilmSection() {}

    /**
     * Computes the section.
     *
     * @return the section
     */
    public static Section compute() {
        List<ResultRow> rows = new ArrayList<>();
        ThinFilm light = StudyFilms.lightest();
        ThinFilm heavy = StudyFilms.heaviest();
        capacities(rows, light, heavy);
        coating(rows, light, heavy);
        fractions(rows, light, heavy);
        grains(rows, light, heavy);
        return new Section(
                "film",
                "Films, coatings and grains",
                List.of(
                        "The study divides its oscillation period by the whole capacity between 3.0 and 0.1 V. Only the plateau at"
                                + " 1.55 V separates phases, and the filling c of the model is that plateau: both fractions are"
                                + " given, and neither is called \u201cthe\u201d active fraction.",
                        "Grain counts depend on what is taken for a grain: columns through the film or grains stacked in it. The"
                                + " study's order of magnitude is compared with all four readings."),
                rows,
                List.of());
    }

    private static void capacities(List<ResultRow> rows, ThinFilm light, ThinFilm heavy) {
        double radius = StudyFilms.DIAMETER.inMetres() / 2;
        double area = Math.PI * radius * radius * SQUARE_CENTIMETRES_PER_SQUARE_METRE;
        rows.add(ResultRow.of("film.area", "area of a disc of 15.5 mm", area, "cm\u00b2")
                .published("1.885", SUPPORT)
                .verdict(Verdict.compare(
                        area, 1.885, 0.0005, "0.1 % more than printed; the rows below use the printed area")));
        rows.add(compared(
                "film.charge.low",
                "charge of the lightest film (210 ug, 260 mAh/g)",
                light.totalCharge().inMicroampereHours(),
                "uAh",
                54.6,
                0.05,
                SUPPORT,
                ""));
        rows.add(compared(
                "film.charge.high",
                "charge of the heaviest film (230 ug, 260 mAh/g)",
                heavy.totalCharge().inMicroampereHours(),
                "uAh",
                58.9,
                0.05,
                SUPPORT,
                "230 ug times 260 mAh/g is 59.8 uAh; the printed 58.9 is a slip"));
        rows.add(compared(
                "film.capacity.total.low",
                "total areal capacity, lightest film",
                light.total().inMicroampereHoursPerSquareCentimetre(),
                "uAh/cm\u00b2",
                29.0,
                0.05,
                SUPPORT,
                ""));
        rows.add(compared(
                "film.capacity.total.high",
                "total areal capacity, heaviest film",
                heavy.total().inMicroampereHoursPerSquareCentimetre(),
                "uAh/cm\u00b2",
                31.2,
                0.05,
                SUPPORT,
                "follows from the slip 58.9 uAh"));
        rows.add(ResultRow.of(
                        "film.capacity.plateau.low",
                        "plateau areal capacity (175 mAh/g), lightest film",
                        light.plateau().inMicroampereHoursPerSquareCentimetre(),
                        "uAh/cm\u00b2")
                .from("mass and area of SI Section 6"));
        rows.add(ResultRow.of(
                        "film.capacity.plateau.high",
                        "plateau areal capacity (175 mAh/g), heaviest film",
                        heavy.plateau().inMicroampereHoursPerSquareCentimetre(),
                        "uAh/cm\u00b2")
                .from("mass and area of SI Section 6"));
        rows.add(ResultRow.of(
                        "film.thickness.low",
                        "thickness, lightest film, dense",
                        light.thickness().inNanometres(),
                        "nm")
                .from("mass, area, 3.48 g/cm\u00b3"));
        rows.add(ResultRow.of(
                        "film.thickness.high",
                        "thickness, heaviest film, dense",
                        heavy.thickness().inNanometres(),
                        "nm")
                .from("mass, area, 3.48 g/cm\u00b3"));
        double extra = 100
                * (StudyFilms.FIRST_DISCHARGE_CAPACITY.inMilliampereHoursPerGram()
                                / StudyFilms.PLATEAU_CAPACITY.inMilliampereHoursPerGram()
                        - 1);
        rows.add(compared(
                "film.extra_capacity",
                "capacity below 1.0 V over that above (310 against 175 mAh/g)",
                extra,
                "%",
                77,
                0.5,
                SUPPORT,
                ""));
    }

    private static void coating(List<ResultRow> rows, ThinFilm light, ThinFilm heavy) {
        Coating azo = StudyFilms.ZINC_OXIDE_60_SECONDS;
        rows.add(compared(
                "coating.mass",
                "mass of 10 nm AZO",
                azo.massOn(StudyFilms.PRINTED_AREA).inMicrograms(),
                "ug",
                10.6,
                0.05,
                SUPPORT,
                ""));
        rows.add(compared(
                "coating.charge",
                "charge of 10 nm AZO (600 mAh/g)",
                azo.chargeOn(StudyFilms.PRINTED_AREA).inMicroampereHours(),
                "uAh",
                6.3,
                0.05,
                SUPPORT,
                "6.345 rounds to 6.3"));
        rows.add(share("coating.share_of_film.heavy", "AZO over LTO, heaviest film", azo.shareOfFilm(heavy)));
        rows.add(share("coating.share_of_film.light", "AZO over LTO, lightest film", azo.shareOfFilm(light)));
        rows.add(share("coating.share_of_sum.heavy", "AZO over AZO and LTO, heaviest film", azo.shareOfSum(heavy)));
        rows.add(share("coating.share_of_sum.light", "AZO over AZO and LTO, lightest film", azo.shareOfSum(light)));
    }

    private static ResultRow share(String id, String what, double share) {
        return ResultRow.of(id, what, 100 * share, "%")
                .published("less than 10 %", SUPPORT)
                .verdict(
                        share < 0.1
                                ? Verdict.AGREES
                                : Verdict.disagrees(
                                        "\u201cless than 10 %\u201d holds only for the heaviest film, counted over the sum"));
    }

    private static void fractions(List<ResultRow> rows, ThinFilm light, ThinFilm heavy) {
        ActiveFractions ofLight = light.activeFractions(StudyFilms.OSCILLATION_PERIOD);
        ActiveFractions ofHeavy = heavy.activeFractions(StudyFilms.OSCILLATION_PERIOD);
        rows.add(compared(
                "fraction.total.light",
                "period 0.67 uAh/cm\u00b2 over the total capacity, lightest film",
                100 * ofLight.ofTotal(),
                "%",
                2.3,
                0.05,
                OSCILLATION,
                ""));
        rows.add(ResultRow.of(
                        "fraction.total.heavy",
                        "period over the total capacity, heaviest film",
                        100 * ofHeavy.ofTotal(),
                        "%")
                .from(OSCILLATION));
        rows.add(ResultRow.of(
                        "fraction.plateau.light",
                        "period over the plateau, lightest film",
                        100 * ofLight.ofPlateau(),
                        "%")
                .from(OSCILLATION)
                .verdict(Verdict.prediction("the share of the grains that can switch at all")));
        rows.add(ResultRow.of(
                        "fraction.plateau.heavy",
                        "period over the plateau, heaviest film",
                        100 * ofHeavy.ofPlateau(),
                        "%")
                .from(OSCILLATION)
                .verdict(Verdict.prediction("the share of the grains that can switch at all")));
    }

    private static void grains(List<ResultRow> rows, ThinFilm light, ThinFilm heavy) {
        double fraction = light.activeFractions(StudyFilms.OSCILLATION_PERIOD).ofTotal();
        for (GrainShape shape : GrainShape.values()) {
            boolean column = shape == GrainShape.SQUARE_COLUMN || shape == GrainShape.ROUND_COLUMN;
            Length size = column ? StudyFilms.SURFACE_GRAIN_SIZE : StudyFilms.BULK_GRAIN_SIZE;
            String name = shape.name().toLowerCase(Locale.ROOT);
            String words = name.replace('_', ' ') + "s of " + Math.round(size.inNanometres()) + " nm";
            double low = shape.countIn(light, size);
            double high = shape.countIn(heavy, size);
            rows.add(ResultRow.of(
                            "grains." + name, "grains in a film, " + words + (column ? "" : ", lightest film"), low, "")
                    .published("~10^10", OSCILLATION)
                    .verdict(order(low, 1e10)));
            if (!column) {
                rows.add(ResultRow.of(
                                "grains." + name + ".heavy", "grains in a film, " + words + ", heaviest film", high, "")
                        .published("~10^10", OSCILLATION)
                        .verdict(order(high, 1e10)));
            }
            rows.add(ResultRow.of(
                            "grains_per_group." + name,
                            "grains per group, " + words,
                            shape.countPerGroup(light, size, fraction),
                            "")
                    .published("~2.3e8", OSCILLATION)
                    .verdict(order(shape.countPerGroup(light, size, fraction), 2.3e8)));
        }
    }

    /** Printed only to its order of magnitude, so that anything within half a decade agrees. */
    private static Verdict order(double computed, double printed) {
        double ratio = computed / printed;
        return Math.abs(Math.log10(ratio)) <= 0.5
                ? Verdict.AGREES
                : Verdict.disagrees(String.format(Locale.ROOT, "%.1f times the printed order of magnitude", ratio));
    }

    private static ResultRow compared(
            String id,
            String what,
            double value,
            String unit,
            double printed,
            double tolerance,
            String where,
            String why) {
        return ResultRow.of(id, what, value, unit)
                .published(Double.toString(printed), where)
                .verdict(Verdict.compare(value, printed, tolerance, why));
    }
}
