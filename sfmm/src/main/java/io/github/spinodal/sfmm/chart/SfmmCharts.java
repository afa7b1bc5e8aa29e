package io.github.spinodal.sfmm.chart;

import io.github.spinodal.core.Require;
import io.github.spinodal.core.chart.Chart;
import io.github.spinodal.core.chart.HeatMap;
import io.github.spinodal.core.chart.LinePlot;
import io.github.spinodal.core.data.ForceSegment;
import io.github.spinodal.core.data.ScanMap;
import io.github.spinodal.sfmm.CurveRegion;
import io.github.spinodal.sfmm.LayerFit;
import io.github.spinodal.sfmm.LayerResult;
import io.github.spinodal.sfmm.OperandoResult;
import io.github.spinodal.sfmm.PhasePlateau;
import io.github.spinodal.sfmm.PhaseResult;
import io.github.spinodal.sfmm.SpectrumResult;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The pictures of the module. */
public final class SfmmCharts {
    private static final int NAMED_SPECTRA = 6;
    private static final int LINE_POINTS = 240;
    private static final double NANO = 1e9;

    private SfmmCharts() {}

    /**
     * A force curve with its fit, its regions and the construction of the thickness, as the study's Figure 3g.
     *
     * @param title title, possibly empty
     * @param approach the approach
     * @param result its analysis
     * @return the picture
     */
    public static Chart forceCurve(String title, ForceSegment approach, LayerResult result) {
        double[] z = approach.zNanometres();
        LinePlot plot = LinePlot.of(title)
                .xAxis("Z (nm)")
                .yAxis("deflection (nm)")
                .points("measured", z, approach.deflectionNanometres());
        Optional<LayerFit> fitted = result.fit();
        if (fitted.isPresent()) {
            LayerFit fit = fitted.get();
            double first = z[0];
            double last = z[z.length - 1];
            double contact = fit.contactNanometres().value();
            double[] all = grid(first, last);
            plot.line(
                    "fit",
                    all,
                    Arrays.stream(all).map(fit::deflectionNanometres).toArray());
            double[] line = grid(contact, last);
            plot.dashes(
                    "solid contact",
                    line,
                    Arrays.stream(line).map(fit::solidLineNanometres).toArray());
            double[] base = grid(first, last);
            plot.dashes(
                    "baseline",
                    base,
                    Arrays.stream(base).map(fit::baselineNanometres).toArray());
            for (CurveRegion region : result.regions()) {
                if (region.fromNanometres() > first) {
                    plot.verticalRule(
                            region.fromNanometres(),
                            region.kind().toString().toLowerCase(Locale.ROOT).replace('_', ' '));
                }
            }
            result.thickness()
                    .ifPresent(t -> plot.line(
                            String.format(
                                    Locale.ROOT,
                                    "thickness %.3g ± %.2g nm",
                                    t.fittedSlope().value(),
                                    t.budget().combined()),
                            new double[] {fit.onsetNanometres().value(), contact},
                            new double[] {
                                fit.baselineNanometres(fit.onsetNanometres().value()), fit.baselineNanometres(contact)
                            }));
        }
        return plot.build();
    }

    /**
     * A corrected phase curve with its transition, as the study's Figure 3h.
     *
     * @param title title, possibly empty
     * @param result the analysis of the phase
     * @return the picture
     */
    public static Chart phaseCurve(String title, PhaseResult result) {
        LinePlot plot = LinePlot.of(title)
                .xAxis("Z (nm)")
                .yAxis("phase (degree)")
                .points("phase", result.zNanometres(), result.phaseDegrees());
        if (Double.isFinite(result.fromNanometres())) {
            plot.verticalRule(result.fromNanometres(), "leaves the liquid");
            plot.verticalRule(result.toNanometres(), "reaches the solid");
        }
        int k = 0;
        for (PhasePlateau plateau : result.plateaus()) {
            double level = plateau.phaseDegrees().value();
            plot.line(
                    String.format(Locale.ROOT, "level %d: %.3g degree", ++k, level),
                    new double[] {plateau.fromNanometres(), plateau.toNanometres()},
                    new double[] {level, level});
        }
        return plot.build();
    }

    /**
     * Phase over distance and potential, aligned at the solid contact, as the study's Figures 3a and 3b.
     *
     * @param title title, possibly empty
     * @param result the series
     * @param beforeNanometres length shown before the contact (nm), positive
     * @param afterNanometres length shown after it (nm), positive
     * @return the picture, one band a spectrum, the first at the bottom
     * @throws io.github.spinodal.core.InvalidValueException if a length is not positive, or no spectrum has a phase
     */
    public static Chart operandoPhase(
            String title, OperandoResult result, double beforeNanometres, double afterNanometres) {
        Require.positive("length before the contact (nm)", beforeNanometres);
        Require.positive("length after the contact (nm)", afterNanometres);
        double[][] rows = result.alignedPhaseDegrees(-beforeNanometres, afterNanometres, LINE_POINTS);
        return HeatMap.of(title, rows)
                .xAxis("Z from the solid contact (nm)", -beforeNanometres, afterNanometres)
                .yAxis(spectrumAxis(result.spectra()), 0.5, rows.length + 0.5)
                .valueAxis("phase (degree)")
                .build();
    }

    /** Which potential each row has; of many, the first and the last. */
    private static String spectrumAxis(List<SpectrumResult> spectra) {
        StringBuilder axis = new StringBuilder("spectrum at");
        int n = spectra.size();
        for (int i = 0; i < n; i++) {
            if (n <= NAMED_SPECTRA || i == 0 || i == n - 1) {
                axis.append(i == 0 ? " " : n > NAMED_SPECTRA ? " to " : ", ")
                        .append(String.format(
                                Locale.ROOT, "%.3g", spectra.get(i).potentialVolt()));
            }
        }
        return axis + " V";
    }

    /**
     * Thickness over potential with its intervals.
     *
     * @param title title, possibly empty
     * @param result the series
     * @return the picture
     */
    public static Chart operandoThickness(String title, OperandoResult result) {
        double[] potential =
                result.spectra().stream().mapToDouble(s -> s.potentialVolt()).toArray();
        double[] thickness = result.spectra().stream()
                .mapToDouble(s ->
                        s.layer().thickness().map(t -> t.fittedSlope().value()).orElse(Double.NaN))
                .toArray();
        double[] errors = result.spectra().stream()
                .mapToDouble(s ->
                        s.layer().thickness().map(t -> t.budget().combined()).orElse(0.0))
                .toArray();
        LinePlot plot = LinePlot.of(title)
                .xAxis("potential (V)")
                .yAxis("thickness (nm)")
                .line("never shrinking", potential, result.grownThicknessNanometres())
                .points("spectra", potential, thickness, errors);
        result.onsetPotentialVolt()
                .filter(i -> Double.isFinite(i.high()))
                .ifPresent(i -> plot.verticalRule(0.5 * (i.low() + i.high()), "onset"));
        return plot.build();
    }

    /**
     * A map with a scale bar.
     *
     * @param title title, possibly empty
     * @param map the map
     * @return the picture
     */
    public static Chart map(String title, ScanMap map) {
        double[][] rows = new double[map.ny()][map.nx()];
        for (int y = 0; y < map.ny(); y++) {
            for (int x = 0; x < map.nx(); x++) {
                rows[y][x] = map.value(x, y);
            }
        }
        double bar = round(map.widthNanometres() / 4);
        return HeatMap.of(title, rows)
                .xAxis("x (nm)", 0, map.widthNanometres())
                .yAxis("y (nm)", 0, map.heightNanometres())
                .valueAxis(map.quantity() + " (" + map.unit() + ")")
                .scaleBar(bar, String.format(Locale.ROOT, "%.3g nm", bar))
                .build();
    }

    /**
     * Histogram of a map's values.
     *
     * @param title title, possibly empty
     * @param map the map, with at least one value present
     * @param bins number of bins, at least 1
     * @return the picture
     */
    public static Chart histogram(String title, ScanMap map, int bins) {
        Require.atLeast("number of bins", bins, 1);
        double[] values = map.presentValues();
        Require.atLeast("number of values of the map", values.length, 1);
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(0);
        double width = high > low ? (high - low) / bins : Math.max(Math.abs(low), 1) / NANO;
        double[] edges = new double[bins + 1];
        Arrays.setAll(edges, i -> low + i * width);
        double[] counts = new double[bins];
        for (double value : values) {
            counts[Math.min(bins - 1, (int) ((value - low) / width))]++;
        }
        return LinePlot.of(title)
                .xAxis(map.quantity() + " (" + map.unit() + ")")
                .yAxis("pixels")
                .histogram("pixels", edges, counts)
                .build();
    }

    private static double[] grid(double from, double to) {
        double[] grid = new double[LINE_POINTS];
        Arrays.setAll(grid, i -> from + (to - from) * i / (LINE_POINTS - 1));
        return grid;
    }

    /** The largest of 1, 2, 5 times a power of ten that is not larger. */
    private static double round(double length) {
        double power = Math.pow(10, Math.floor(Math.log10(length)));
        double ratio = length / power;
        return power * (ratio >= 5 ? 5 : ratio >= 2 ? 2 : 1);
    }
}
