package io.github.spinodal.phasefield.oscillation.chart;

import io.github.spinodal.core.chart.Chart;
import io.github.spinodal.core.chart.LinePlot;
import io.github.spinodal.core.data.GalvanostaticCurve;
import io.github.spinodal.phasefield.oscillation.LocalOscillation;
import io.github.spinodal.phasefield.oscillation.Oscillation;
import io.github.spinodal.phasefield.oscillation.OscillationResult;
import io.github.spinodal.phasefield.oscillation.Plateau;
import io.github.spinodal.phasefield.oscillation.Regularity;
import java.util.Arrays;
import java.util.List;

/** Pictures of a measured oscillation. */
public final class OscillationChart {
    private static final double COULOMB_PER_MICROAMPERE_HOUR = 3.6e-3;

    private OscillationChart() {}

    /**
     * The whole curve with the plateau between two rules, above the flattened oscillation with its fit.
     *
     * @param curve the analysed curve
     * @param result its analysis
     * @return the chart
     */
    public static Chart of(GalvanostaticCurve curve, OscillationResult result) {
        LinePlot whole = LinePlot.of("Voltage of the branch")
                .xAxis("charge (uAh)")
                .yAxis("voltage (V)")
                .line("measured", curve.chargeMicroampereHours(), curve.voltageVolt());
        if (result.plateau().isPresent()) {
            Plateau plateau = result.plateau().get();
            whole = whole.verticalRule(plateau.fromCoulomb() / COULOMB_PER_MICROAMPERE_HOUR, "plateau")
                    .verticalRule(plateau.toCoulomb() / COULOMB_PER_MICROAMPERE_HOUR, "");
        }
        if (result.chargeCoulomb().length == 0) {
            return whole.build();
        }
        return Chart.stack(whole.build(), flattened(result));
    }

    /**
     * Voltage less baseline along the plateau, with the fitted oscillation where there is one.
     *
     * @param result an analysis of a curve with a plateau
     * @return the chart
     */
    public static Chart flattened(OscillationResult result) {
        double[] charge = microampereHours(result.chargeCoulomb());
        LinePlot plot = LinePlot.of("Voltage less baseline")
                .xAxis("charge (uAh)")
                .yAxis("voltage less baseline (mV)")
                .line("voltage less baseline", charge, millivolts(result.detrendedVolt()));
        boolean regular = result.oscillation()
                .map(o -> o.regularity() == Regularity.REGULAR)
                .orElse(false);
        if (regular) {
            plot = plot.dashes("fitted oscillation", charge, millivolts(result.modelVolt()));
        }
        return plot.build();
    }

    /**
     * Period and amplitude along the plateau.
     *
     * @param oscillation a determined oscillation
     * @return the chart, period above amplitude
     */
    public static Chart local(Oscillation oscillation) {
        List<LocalOscillation> places = oscillation.local();
        double[] charge = places.stream()
                .mapToDouble(p -> p.chargeCoulomb() / COULOMB_PER_MICROAMPERE_HOUR)
                .toArray();
        double[] period = places.stream()
                .mapToDouble(p -> p.periodCoulomb().value() / COULOMB_PER_MICROAMPERE_HOUR)
                .toArray();
        double[] amplitude = places.stream()
                .mapToDouble(p -> p.amplitudeVolt().value() * 1000)
                .toArray();
        Chart above = LinePlot.of("Period along the plateau")
                .xAxis("charge (uAh)")
                .yAxis("period (uAh)")
                .line("period", charge, period)
                .build();
        Chart below = LinePlot.of("Amplitude along the plateau")
                .xAxis("charge (uAh)")
                .yAxis("amplitude (mV)")
                .line("amplitude", charge, amplitude)
                .build();
        return Chart.stack(above, below);
    }

    private static double[] microampereHours(double[] coulomb) {
        return Arrays.stream(coulomb).map(q -> q / COULOMB_PER_MICROAMPERE_HOUR).toArray();
    }

    private static double[] millivolts(double[] volt) {
        return Arrays.stream(volt).map(v -> v * 1000).toArray();
    }
}
