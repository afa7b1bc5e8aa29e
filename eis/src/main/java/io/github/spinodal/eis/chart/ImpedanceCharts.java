package io.github.spinodal.eis.chart;

import io.github.spinodal.core.chart.Chart;
import io.github.spinodal.core.chart.LinePlot;
import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.eis.CircuitFit;
import io.github.spinodal.eis.KkResult;
import io.github.spinodal.eis.RelaxationSpectrum;
import io.github.spinodal.eis.WarburgRegression;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** The usual pictures of an impedance. */
public final class ImpedanceCharts {
    /** Points of a drawn curve between the lowest and the highest frequency. */
    private static final int CURVE_POINTS = 300;

    private ImpedanceCharts() {}

    /**
     * Nyquist plot of one spectrum, with one scale for both axes.
     *
     * @param spectrum the data
     * @return -Z'' against Z'
     */
    public static Chart nyquist(ImpedanceSpectrum spectrum) {
        return nyquist("Nyquist plot", Map.of("measured", spectrum));
    }

    /**
     * Nyquist plot of several spectra, with one scale for both axes.
     *
     * @param title title of the plot
     * @param spectra spectra by name, drawn in the order of the map
     * @return -Z'' against Z'
     */
    public static Chart nyquist(String title, Map<String, ImpedanceSpectrum> spectra) {
        LinePlot plot = nyquistAxes(title);
        for (Map.Entry<String, ImpedanceSpectrum> entry : spectra.entrySet()) {
            ImpedanceSpectrum z = entry.getValue();
            plot = plot.points(entry.getKey(), z.realOhm(), negative(z.imaginaryOhm()));
        }
        return plot.build();
    }

    /**
     * Nyquist plot of data and fit, with one scale for both axes.
     *
     * @param fit the fit
     * @return -Z'' against Z'
     */
    public static Chart nyquist(CircuitFit fit) {
        ImpedanceSpectrum z = fit.spectrum();
        ImpedanceSpectrum curve = curve(fit);
        return nyquistAxes(fit.circuit().toString())
                .line("fit", curve.realOhm(), negative(curve.imaginaryOhm()))
                .points("measured", z.realOhm(), negative(z.imaginaryOhm()))
                .build();
    }

    private static LinePlot nyquistAxes(String title) {
        return LinePlot.of(title).xAxis("Z' (ohm)").yAxis("-Z'' (ohm)").equalAspect();
    }

    /**
     * Bode plot of data and fit.
     *
     * @param fit the fit
     * @return |Z| above, minus phase below, against frequency
     */
    public static Chart bode(CircuitFit fit) {
        ImpedanceSpectrum z = fit.spectrum();
        ImpedanceSpectrum curve = curve(fit);
        Chart modulus = LinePlot.of(fit.circuit().toString())
                .xAxis("f (Hz)")
                .yAxis("|Z| (ohm)")
                .logX()
                .logY()
                .line("fit", curve.frequenciesHz(), modulus(curve))
                .points("measured", z.frequenciesHz(), modulus(z))
                .build();
        Chart phase = LinePlot.of("")
                .xAxis("f (Hz)")
                .yAxis("-phase (deg)")
                .logX()
                .line("fit", curve.frequenciesHz(), minusDegrees(curve))
                .points("measured", z.frequenciesHz(), minusDegrees(z))
                .build();
        return Chart.stack(modulus, phase);
    }

    /**
     * Residuals of a fit over |Z|.
     *
     * @param fit the fit
     * @return per cent against frequency
     */
    public static Chart residuals(CircuitFit fit) {
        return residuals(
                "Residuals of " + fit.circuit(),
                fit.spectrum(),
                fit.relativeRealResiduals(),
                fit.relativeImaginaryResiduals());
    }

    /**
     * Residuals of a Kramers-Kronig test over |Z|.
     *
     * @param result the test
     * @return per cent against frequency
     */
    public static Chart residuals(KkResult result) {
        return residuals(
                "Kramers-Kronig residuals, " + result.verdict().toString().toLowerCase(Locale.ROOT),
                result.spectrum(),
                result.relativeRealResiduals(),
                result.relativeImaginaryResiduals());
    }

    private static Chart residuals(String title, ImpedanceSpectrum z, double[] real, double[] imaginary) {
        return LinePlot.of(title)
                .xAxis("f (Hz)")
                .yAxis("residual / |Z| (%)")
                .logX()
                .points("real", z.frequenciesHz(), percent(real))
                .points("imaginary", z.frequenciesHz(), percent(imaginary))
                .horizontalRule(0, "")
                .build();
    }

    /**
     * Warburg regression: Z' and -Z'' against omega^-1/2 with the fitted line.
     *
     * @param regression the regression, naive or de-embedded
     * @return ohm against s^1/2
     */
    public static Chart warburg(WarburgRegression regression) {
        double[] x = regression.rootPeriods();
        double[] ends = {0, Arrays.stream(x).max().orElse(1)};
        double sigma = regression.sigma().value();
        double intercept = regression.interceptOhm().value();
        double top = intercept + sigma * ends[1];
        // At high frequency the impedance behind the CPE is a small difference of large numbers: noise, off the
        // picture.
        return LinePlot.of("Warburg regression")
                .xAxis("omega^-1/2 (s^1/2)")
                .yAxis("Z (ohm)")
                .yRange(-0.05 * top, 1.05 * top)
                .line("sigma = " + String.format(Locale.ROOT, "%.4g ohm s^-1/2", sigma), ends, new double[] {
                    intercept, top
                })
                .points("Z'", x, regression.realOhm())
                .points("-Z''", x, regression.minusImaginaryOhm())
                .build();
    }

    /**
     * Distribution of relaxation times.
     *
     * @param distribution the distribution
     * @return gamma (ohm) against tau (s)
     */
    public static Chart relaxationTimes(RelaxationSpectrum distribution) {
        return LinePlot.of("Distribution of relaxation times")
                .xAxis("tau (s)")
                .yAxis("gamma (ohm)")
                .logX()
                .line("gamma", distribution.timeConstants(), distribution.gammaOhm())
                .build();
    }

    private static ImpedanceSpectrum curve(CircuitFit fit) {
        ImpedanceSpectrum z = fit.spectrum();
        double first = z.frequency(0);
        double ratio = z.frequency(z.size() - 1) / first;
        double[] f = new double[CURVE_POINTS];
        for (int i = 0; i < f.length; i++) {
            f[i] = first * Math.pow(ratio, (double) i / (f.length - 1));
        }
        return fit.circuit().spectrum(f, fit.values());
    }

    private static double[] negative(double[] values) {
        return Arrays.stream(values).map(v -> -v).toArray();
    }

    private static double[] percent(double[] values) {
        return Arrays.stream(values).map(v -> 100 * v).toArray();
    }

    private static double[] modulus(ImpedanceSpectrum z) {
        double[] values = new double[z.size()];
        Arrays.setAll(values, z::modulus);
        return values;
    }

    private static double[] minusDegrees(ImpedanceSpectrum z) {
        double[] values = new double[z.size()];
        Arrays.setAll(values, i -> -Math.toDegrees(z.phase(i)));
        return values;
    }
}
