package io.github.spinodal.examples.study;

import io.github.spinodal.examples.report.ResultRow;
import io.github.spinodal.examples.report.Section;
import io.github.spinodal.examples.report.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The cycling figures that the study prints, as retentions and ratios (study, Section 2.2 and Figure 2). */
public final class CapacitySection {
    private static final String SOURCE = "study, Section 2.2";

    /** Capacities as printed (uAh/cm2). */
    private static final double BARE_INITIAL = 27.4;

    private static final double BARE_AFTER_100 = 17.8;
    private static final double AZO90_INITIAL = 33.4;
    private static final double AZO90_AFTER_300 = 16.7;
    private static final double AZO60_AFTER_300 = 22.3;
    private static final double BARE_HOT_AFTER_500 = 13.4;
    private static final double AZO60_HOT_AFTER_500 = 22.3;
    private static final double BARE_AT_1C = 24.8;
    private static final double AZO60_AT_1C = 28.2;
    private static final double AZO60_HOT_AT_5C = 26.1;
    private static final double AZO60_HOT_AT_10C = 24.1;
    private static final double THEORETICAL_LOW = 29.0;

    private CapacitySection() {}

    /**
     * Computes the section.
     *
     * @return the section
     */
    public static Section compute() {
        List<ResultRow> rows = new ArrayList<>();
        rows.add(retention("bare", "bare LTO, 100 cycles", BARE_INITIAL, BARE_AFTER_100, "27.4 to 17.8 uAh/cm2"));
        rows.add(retention("azo90", "AZO(90), 300 cycles", AZO90_INITIAL, AZO90_AFTER_300, "33.4 to 16.7 uAh/cm2"));
        rows.add(ResultRow.ofWord("cycling.retention.azo60", "capacity retention, AZO(60), 300 cycles", "unknown")
                .published("22.3 uAh/cm2 after 300", SOURCE)
                .verdict(Verdict.notDerivable("its first capacity is drawn, not printed")));
        double advantage = 100 * (AZO60_AFTER_300 / BARE_AFTER_100 - 1);
        rows.add(ResultRow.of(
                        "cycling.advantage.azo60",
                        "AZO(60) over bare after 300 cycles (bare stable since 100)",
                        advantage,
                        "%")
                .published("more than 20 %", "study, SI Section 6")
                .verdict(advantage > 20 ? Verdict.AGREES : Verdict.disagrees("smaller than printed")));
        rows.add(ResultRow.of(
                        "cycling.hot.ratio",
                        "AZO(60) over bare at 60 \u00b0C and 5 C after 500 cycles",
                        AZO60_HOT_AFTER_500 / BARE_HOT_AFTER_500,
                        "")
                .published("22.3 and 13.4 uAh/cm2", SOURCE)
                .verdict(Verdict.prediction("a ratio of two printed values")));
        rows.add(ResultRow.of("cycling.rate.1C", "AZO(60) over bare at 1 C", AZO60_AT_1C / BARE_AT_1C, "")
                .published("28.2 and 24.8 uAh/cm2", SOURCE)
                .verdict(Verdict.prediction("a ratio of two printed values")));
        rows.add(ResultRow.of(
                        "cycling.rate.hot",
                        "AZO(60) at 60 \u00b0C: capacity at 10 C over that at 5 C",
                        AZO60_HOT_AT_10C / AZO60_HOT_AT_5C,
                        "")
                .published("24.1 and 26.1 uAh/cm2", SOURCE)
                .verdict(Verdict.prediction("a ratio of two printed values")));
        rows.add(ResultRow.of(
                        "cycling.utilisation.bare",
                        "first capacity of the bare film over the lower theoretical one",
                        BARE_INITIAL / THEORETICAL_LOW,
                        "")
                .published("27.4 of 29.0 uAh/cm2", "study, Section 2.2 and SI Section 6")
                .verdict(Verdict.prediction("below one, as it must be")));
        rows.add(ResultRow.of(
                        "cycling.utilisation.azo90",
                        "first capacity of AZO(90) over the lower theoretical one of bare LTO",
                        AZO90_INITIAL / THEORETICAL_LOW,
                        "")
                .published("33.4 of 29.0 uAh/cm2", "study, Section 2.2 and SI Section 6")
                .verdict(Verdict.prediction("above one: coating and interphase take lithium too, as the study says")));
        return new Section(
                "cycling",
                "Cycling: what the coating saves",
                List.of(
                        "The study prints capacities at a few cycle numbers. Retentions and ratios follow from them; where"
                                + " one of the two values is only drawn, the row says so."),
                rows,
                List.of());
    }

    private static ResultRow retention(String id, String what, double first, double last, String printed) {
        return ResultRow.of("cycling.retention." + id, "capacity retention, " + what, 100 * last / first, "%")
                .published(printed, SOURCE)
                .verdict(Verdict.prediction("a ratio of two printed values"));
    }
}
