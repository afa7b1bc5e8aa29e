package io.github.spinodal.sfmm.chart;

import io.github.spinodal.core.Require;
import io.github.spinodal.core.chart.Chart;
import io.github.spinodal.core.chart.HeatMap;
import io.github.spinodal.core.chart.LinePlot;
import io.github.spinodal.core.data.ForceSegment;
import io.github.spinodal.core.data.ScanMap;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.core.statistics.RobustStatistics;
import io.github.spinodal.sfmm.CurveRegion;
import io.github.spinodal.sfmm.LayerFit;
import io.github.spinodal.sfmm.LayerResult;
import io.github.spinodal.sfmm.OperandoResult;
import io.github.spinodal.sfmm.PhasePlateau;
import io.github.spinodal.sfmm.PhaseResult;
import io.github.spinodal.sfmm.SpectrumResult;
import io.github.spinodal.sfmm.map.GrainSizeDistribution;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The pictures of the module. */
public final class SfmmCharts {
    private static final int NAMED_SPECTRA = 6;
    private static final int LINE_POINTS = 240;
    private static final double NANO = 1e9;
    private static final double LIQUID_DEGREES = 90;

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
                            "thickness "
                                    + new Measured(
                                            t.fittedSlope().value(), t.budget().combined())
                                    + " nm",
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
                    String.format(Locale.ROOT, "level %d: %.1f\u00b0", ++k, level),
                    new double[] {plateau.fromNanometres(), plateau.toNanometres()},
                    new double[] {level, level});
        }
        return plot.build();
    }

    /**
     * Phase over distance and potential, aligned at the solid contact, as the study's Figures 3a and 3b. Colours run from 0 on
     * the solid to 90 degrees in the liquid, so that pictures of several electrodes can be compared.
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
                .xAxis("Z from the foot of the solid-contact line (nm)", -beforeNanometres, afterNanometres)
                .yAxis(spectrumAxis(result.spectra()), 0.5, rows.length + 0.5)
                .valueAxis("phase (degree)")
                .valueRange(0, LIQUID_DEGREES)
                .build();
    }

    /** Which potential each row has; of many, the first and the last. */
    private static String spectrumAxis(List<SpectrumResult> spectra) {
        StringBuilder axis = new StringBuilder("spectrum at");
        int n = spectra.size();
        for (int i = 0; i < n; i++) {
            if (n <= NAMED_SPECTRA || i == 0 || i == n - 1) {
                axis.append(i == 0 ? " " : n > NAMED_SPECTRA ? " to " : ", ")
                        .append(volt(spectra.get(i).potentialVolt()));
            }
        }
        return axis + " V";
    }

    /** A potential to the millivolt, without zeros at its end. */
    private static String volt(double potential) {
        return BigDecimal.valueOf(potential)
                .setScale(3, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
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
     * A map with a scale bar, row 0 at the top, in a unit whose numbers are short.
     *
     * @param title title, possibly empty
     * @param map the map
     * @return the picture
     */
    public static Chart map(String title, ScanMap map) {
        ScanMap shown = ReadableUnit.of(map);
        double[][] rows = new double[shown.ny()][shown.nx()];
        for (int y = 0; y < shown.ny(); y++) {
            for (int x = 0; x < shown.nx(); x++) {
                rows[shown.ny() - 1 - y][x] = shown.value(x, y);
            }
        }
        double bar = round(shown.widthNanometres() / 4);
        return HeatMap.of(title, rows)
                .xAxis("x (nm)", 0, shown.widthNanometres())
                .yAxis("y (nm)", 0, shown.heightNanometres())
                .valueAxis(axis(shown))
                .scaleBar(bar, ReadableUnit.length(bar / NANO))
                .build();
    }

    private static String axis(ScanMap map) {
        return map.unit().isEmpty() ? map.quantity() : map.quantity() + " (" + map.unit() + ")";
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
        ScanMap shown = ReadableUnit.of(map);
        double[] values = shown.presentValues();
        Require.atLeast("number of values of the map", values.length, 1);
        return histogram(LinePlot.of(title), "pixels", values, bins)
                .xAxis(axis(shown))
                .yAxis("pixels")
                .build();
    }

    /**
     * Histogram of grain sizes with the lognormal law that fits them best and the number mean, as the study's Figure S4.
     *
     * @param title title, possibly empty
     * @param diametersMetre diameters of the grains (m), positive
     * @param sizes their distribution
     * @return the picture; classes have the width 2 IQR N^(-1/3) (Freedman and Diaconis, 1981)
     * @throws io.github.spinodal.core.InvalidValueException if the number of diameters is not that of the distribution
     */
    public static Chart grainSizes(String title, double[] diametersMetre, GrainSizeDistribution sizes) {
        Require.within("number of diameters", diametersMetre.length, sizes.count(), sizes.count());
        double[] diameters =
                Arrays.stream(diametersMetre).map(d -> d * NANO).sorted().toArray();
        double range = diameters[diameters.length - 1] - diameters[0];
        double quartiles = RobustStatistics.quantile(0.75, diameters) - RobustStatistics.quantile(0.25, diameters);
        int bins = (int) Math.ceil(range * Math.cbrt(diameters.length) / (2 * quartiles));
        double width = range / bins;
        double[] law = grid(
                Math.max(0.5 * diameters[0], diameters[0] - range / 4), diameters[diameters.length - 1] + range / 8);
        double perDensity = sizes.count() * width / NANO;
        double mean = sizes.numberMeanMetre().value() * NANO;
        return histogram(LinePlot.of(title), sizes.count() + " grains", diameters, bins)
                .line(
                        "lognormal law",
                        law,
                        Arrays.stream(law)
                                .map(d -> perDensity * sizes.fittedDensityPerMetre(d / NANO))
                                .toArray())
                .verticalRule(mean, String.format(Locale.ROOT, "mean %.1f nm", mean))
                .xAxis("diameter (nm)")
                .yAxis("grains")
                .build();
    }

    private static LinePlot histogram(LinePlot plot, String name, double[] values, int bins) {
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(0);
        double width = high > low ? (high - low) / bins : Math.max(Math.abs(low), 1) / NANO;
        double[] edges = new double[bins + 1];
        Arrays.setAll(edges, i -> low + i * width);
        double[] counts = new double[bins];
        for (double value : values) {
            counts[Math.min(bins - 1, (int) ((value - low) / width))]++;
        }
        return plot.histogram(name, edges, counts);
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
