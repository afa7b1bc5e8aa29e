package io.github.spinodal.examples.study;

import io.github.spinodal.core.chart.Chart;
import io.github.spinodal.core.data.ForceSegment;
import io.github.spinodal.core.quantity.Interval;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.examples.report.Figure;
import io.github.spinodal.examples.report.ResultRow;
import io.github.spinodal.examples.report.Section;
import io.github.spinodal.examples.report.Verdict;
import io.github.spinodal.sfmm.ContactRegime;
import io.github.spinodal.sfmm.LayerResult;
import io.github.spinodal.sfmm.OperandoResult;
import io.github.spinodal.sfmm.SpectrumResult;
import io.github.spinodal.sfmm.chart.SfmmCharts;
import io.github.spinodal.sfmm.map.GrainSizeDistribution;
import io.github.spinodal.sfmm.study.ShearForceFigure;
import io.github.spinodal.sfmm.study.SurfaceFigure;
import io.github.spinodal.sfmm.study.WorkFunctionFigure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shear-force spectra while the interphase grows (study, Figure 3). */
public final class ShearForceSection {
    private static final String SOURCE = "study, Section 2.3 and Figure 3";
    private static final long SEED = 3;
    private static final double BEFORE = 200;
    private static final double AFTER = 120;

    private ShearForceSection() {}

    private static final double NANO = 1e9;

    /**
     * Computes the section.
     *
     * @return the section
     */
    public static Section compute() {
        ShearForceFigure figure = ShearForceFigure.of(SEED);
        List<ResultRow> rows = new ArrayList<>();
        thickness(rows, figure.layerOfFigure3g());
        series(rows, "bare", "bare LTO", figure.bare());
        series(rows, "azo60", "AZO(60)-LTO", figure.coated());
        onset(rows, figure.bare());
        WorkFunctionFigure workFunctions = WorkFunctionFigure.of(SEED);
        workFunctions(rows, workFunctions);
        SurfaceFigure surfaces = SurfaceFigure.of(SEED);
        surfaces(rows, surfaces);
        return new Section(
                "shear-force", "The interphase under the tip", TEXT, rows, figures(figure, workFunctions, surfaces));
    }

    private static void thickness(List<ResultRow> rows, SpectrumResult spectrum) {
        String printed = "45 \u00b1 5";
        if (spectrum.layer().thickness().isEmpty()) {
            rows.add(ResultRow.ofWord("sfmm.thickness", "thickness of the interphase on bare LTO", "none")
                    .published(printed, SOURCE)
                    .verdict(Verdict.disagrees(spectrum.layer().reason())));
            return;
        }
        LayerResult.Thickness thickness = spectrum.layer().thickness().get();
        Measured fitted = thickness.fittedSlope();
        rows.add(ResultRow.of(
                        "sfmm.thickness",
                        "thickness of the interphase on bare LTO, recovered blind",
                        fitted.value(),
                        "nm")
                .plusMinus(thickness.budget().combined())
                .published(printed, SOURCE)
                .verdict(Verdict.compare(
                        fitted.value(),
                        ShearForceFigure.PUBLISHED_THICKNESS_NANOMETRES,
                        ShearForceFigure.PUBLISHED_UNCERTAINTY_NANOMETRES,
                        "outside the printed uncertainty")));
        rows.add(ResultRow.of(
                        "sfmm.thickness.unit_slope",
                        "the same with a solid slope of one, as the study assumes",
                        thickness.unitSlope().value(),
                        "nm")
                .plusMinus(thickness.unitSlope().standardUncertainty())
                .published(printed, SOURCE)
                .verdict(Verdict.compare(
                        thickness.unitSlope().value(),
                        ShearForceFigure.PUBLISHED_THICKNESS_NANOMETRES,
                        ShearForceFigure.PUBLISHED_UNCERTAINTY_NANOMETRES,
                        "outside the printed uncertainty")));
    }

    private static void series(List<ResultRow> rows, String id, String name, OperandoResult result) {
        for (SpectrumResult spectrum : result.spectra()) {
            String at = String.format(Locale.ROOT, "%.2f V", spectrum.potentialVolt());
            boolean viscousPrinted = "bare".equals(id) && spectrum.potentialVolt() < 1;
            boolean viscousFound = spectrum.layerRegime()
                    .filter(r -> r == ContactRegime.VISCOUS_LAYER)
                    .isPresent();
            String transition = spectrum.phase()
                    .map(p -> p.transition().name().toLowerCase(Locale.ROOT))
                    .orElse("no phase");
            rows.add(ResultRow.ofWord(
                            "sfmm." + id + "." + spectrum.potentialVolt(),
                            name + " at " + at + ": layer, and how the phase falls",
                            spectrum.layer().verdict() + ", " + transition)
                    .published(viscousPrinted ? "viscous layer near 90\u00b0" : "no viscous layer", SOURCE)
                    .verdict(
                            viscousFound == viscousPrinted
                                    ? Verdict.AGREES
                                    : Verdict.disagrees("regime "
                                            + spectrum.layerRegime()
                                                    .map(Enum::name)
                                                    .orElse("none")
                                                    .toLowerCase(Locale.ROOT))));
        }
    }

    private static void onset(List<ResultRow> rows, OperandoResult bare) {
        if (bare.onsetPotentialVolt().isEmpty()) {
            return;
        }
        Interval interval = bare.onsetPotentialVolt().get();
        rows.add(ResultRow.ofWord(
                        "sfmm.onset_potential",
                        "potential below which the interphase grows on bare LTO (V)",
                        String.format(Locale.ROOT, "%.2f to %.2f", interval.low(), interval.high()))
                .published("from about 0.75 V; clean at 1.7 V", SOURCE)
                .verdict(
                        interval.high() <= 1.7 + 1e-9 && interval.high() >= 0.75
                                ? Verdict.agrees("four potentials cannot say more")
                                : Verdict.disagrees("outside 0.75 to 1.7 V")));
    }

    private static void workFunctions(List<ResultRow> rows, WorkFunctionFigure figure) {
        rows.add(workFunction(
                "sfmm.work_function.bare",
                "work function of bare LTO",
                figure.bare().total(),
                WorkFunctionFigure.PUBLISHED_BARE_ELECTRON_VOLT));
        rows.add(workFunction(
                "sfmm.work_function.azo60",
                "work function of AZO(60)-LTO",
                figure.coated().total(),
                WorkFunctionFigure.PUBLISHED_COATED_ELECTRON_VOLT));
        rows.add(workFunction(
                "sfmm.work_function.difference",
                "their difference, free of the calibration",
                figure.difference(),
                0.33));
    }

    private static ResultRow workFunction(String id, String what, Measured value, double printed) {
        return ResultRow.of(id, what, value.value(), "eV")
                .plusMinus(value.standardUncertainty())
                .published(Double.toString(printed), "study, Section 2.4 and Figure 4e")
                .verdict(Verdict.compare(
                        value.value(),
                        printed,
                        Math.max(0.005, 2 * value.standardUncertainty()),
                        "more than two standard uncertainties apart"));
    }

    private static List<Figure> figures(
            ShearForceFigure figure, WorkFunctionFigure workFunctions, SurfaceFigure surfaces) {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                "fig3a-bare",
                "After Figure 3a: torsional phase over distance at 2.8, 1.7, 0.75 and 0.1 V (from below), bare LTO.",
                SfmmCharts.operandoPhase("Bare LTO", figure.bare(), BEFORE, AFTER)));
        figures.add(new Figure(
                "fig3b-azo60",
                "After Figure 3b: the same for AZO(60)-LTO.",
                SfmmCharts.operandoPhase("AZO(60)-LTO", figure.coated(), BEFORE, AFTER)));
        SpectrumResult last = figure.layerOfFigure3g();
        ForceSegment approach = figure.bareSeries()
                .spectra()
                .get(figure.bareSeries().spectra().size() - 1)
                .curve()
                .approach()
                .orElseThrow();
        figures.add(new Figure(
                "fig3g-force-curve",
                "After Figure 3g: deflection at 0.1 V; the thickness is the distance between onset and the solid-contact line.",
                SfmmCharts.forceCurve("Bare LTO at 0.1 V", approach, last.layer())));
        last.phase()
                .ifPresent(phase -> figures.add(new Figure(
                        "fig3h-phase",
                        "After Figure 3h: torsional phase of the same approach; the levels are the steps that resolve its slow fall.",
                        SfmmCharts.phaseCurve("Bare LTO at 0.1 V", phase))));
        figures.add(new Figure(
                "fig4-work-function",
                "After Figure 4: work-function maps of bare LTO and AZO(60)-LTO, simulated, calibrated on gold at 5.2 eV.",
                Chart.beside(
                        SfmmCharts.map("Bare LTO", workFunctions.bareMap()).sized(560, 440),
                        SfmmCharts.map("AZO(60)-LTO", workFunctions.coatedMap()).sized(560, 440))));
        figures.add(new Figure(
                "figS3b-current",
                "After Figure S3b: current maps of films sputtered for 30 and 60 s, simulated.",
                Chart.beside(
                        SfmmCharts.map("AZO(30)-LTO", surfaces.films().get(1).current())
                                .sized(560, 440),
                        SfmmCharts.map("AZO(60)-LTO", surfaces.films().get(2).current())
                                .sized(560, 440))));
        figures.add(new Figure(
                "figS4-grains",
                "After Figure S4: sizes of 300 simulated grains at the surface and in the bulk, with the lognormal law that"
                        + " fits them best.",
                Chart.beside(
                        grainSizes("At the surface", surfaces.surface()), grainSizes("In the bulk", surfaces.bulk()))));
        return figures;
    }

    private static Chart grainSizes(String title, SurfaceFigure.Grains grains) {
        double[] diameters = grains.diametersMetre().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        return SfmmCharts.grainSizes(title, diameters, grains.sizes()).sized(560, 440);
    }

    private static void surfaces(List<ResultRow> rows, SurfaceFigure figure) {
        List<String> printed = List.of("no current response", "sporadic", "the majority", "most of the surface");
        double[] least = {0, 0.001, 0.5, 0.8};
        double[] most = {0.001, 0.5, 0.9, 1};
        for (int i = 0; i < figure.films().size(); i++) {
            SurfaceFigure.Film film = figure.films().get(i);
            double fraction = film.coverage().fraction();
            boolean fits = fraction >= least[i]
                    && fraction <= most[i]
                    && film.coverage().lower() <= film.simulated()
                    && film.coverage().upper() >= film.simulated();
            rows.add(ResultRow.of(
                            "sfmm.coverage." + film.sputteringSeconds(),
                            "conducting share of the surface, sputtered for " + film.sputteringSeconds() + " s",
                            fraction,
                            "")
                    .plusMinus(0.25 * (film.coverage().upper() - film.coverage().lower()))
                    .published(printed.get(i), "study, SI section 4 and Figure S3b")
                    .verdict(
                            fits
                                    ? Verdict.agrees("the share is simulated, for the study prints words only")
                                    : Verdict.disagrees("outside what was simulated or what the words mean")));
        }
        rows.add(grains("surface", figure.surface().sizes(), SurfaceFigure.PUBLISHED_SURFACE_METRE));
        rows.add(grains("bulk", figure.bulk().sizes(), SurfaceFigure.PUBLISHED_BULK_METRE));
    }

    private static ResultRow grains(String where, GrainSizeDistribution sizes, double printedMetre) {
        Measured mean = sizes.numberMeanMetre();
        return ResultRow.of(
                        "sfmm.grains." + where,
                        "number mean of the grain size, " + where + ", 300 simulated grains",
                        mean.value() * NANO,
                        "nm")
                .plusMinus(mean.standardUncertainty() * NANO)
                .published(String.format(Locale.ROOT, "%.0f", printedMetre * NANO), "study, SI section 5 and Figure S4")
                .verdict(Verdict.compare(
                        mean.value(),
                        printedMetre,
                        3 * mean.standardUncertainty(),
                        "more than three standard uncertainties apart"));
    }

    private static final List<String> TEXT = List.of(
            "No raw curve of the study is public, so a forward model makes them: a layer of the printed thickness and range"
                    + " of indentation, noise, an optical fringe, tilt and a lock-in, all with fixed seeds. The analysis knows"
                    + " none of this; the model that it fits is another one.",
            "Whether a layer is viscous is decided by deflection and phase together: beyond the onset of deflection, 90\u00b0"
                    + " is no longer liquid.");
}
