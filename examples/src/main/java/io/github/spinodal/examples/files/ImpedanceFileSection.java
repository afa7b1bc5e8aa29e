package io.github.spinodal.examples.files;

import io.github.spinodal.core.chart.Chart;
import io.github.spinodal.core.chart.LinePlot;
import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.eis.Circuit;
import io.github.spinodal.eis.CircuitFit;
import io.github.spinodal.eis.CircuitFitter;
import io.github.spinodal.eis.CircuitParameter;
import io.github.spinodal.eis.KkResult;
import io.github.spinodal.eis.LinKk;
import io.github.spinodal.eis.Weighting;
import io.github.spinodal.eis.io.SpectrumFiles;
import io.github.spinodal.examples.report.Figure;
import io.github.spinodal.examples.report.ResultRow;
import io.github.spinodal.examples.report.Section;
import io.github.spinodal.examples.report.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An impedance file of the reader's own: read, fitted, checked, drawn. */
public final class ImpedanceFileSection {
    private ImpedanceFileSection() {}

    /**
     * Reads the file and fits each spectrum in it.
     *
     * @param file the file
     * @param circuit the circuit to fit
     * @param weighting weights of the fit
     * @return the section
     * @throws IOException if the file cannot be read
     * @throws io.github.spinodal.core.io.DataFormatException if it is no impedance file
     */
    public static Section compute(Path file, Circuit circuit, Weighting weighting) throws IOException {
        String name = file.getFileName().toString();
        ReadResult<ImpedanceSpectrum> read = SpectrumFiles.read(file);
        int count = read.items().size();
        List<String> text = new ArrayList<>();
        text.add("Read as " + read.format() + ": " + count + (count == 1 ? " spectrum. " : " spectra. ")
                + "Fitted with " + circuit + ".");
        read.notices().forEach(notice -> text.add(notice.toString()));
        List<ResultRow> rows = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // The first spectrum keeps the plain name, so that a file of one reads as one would expect.
            String label = i == 0 ? name : name + "#" + (i + 1);
            ImpedanceSpectrum spectrum = read.items().get(i);
            CircuitFit fit =
                    CircuitFitter.withDefaults().withWeighting(weighting).solve(circuit, spectrum);
            describe(label, spectrum, rows);
            parameters(label, fit, rows);
            KkResult validity = LinKk.check(spectrum);
            rows.add(ResultRow.of(
                            "eis." + label + ".kk_max_residual",
                            "largest Kramers-Kronig residual, relative to |Z|",
                            validity.maximumResidual(),
                            "")
                    .verdict(Verdict.measured(
                            validity.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '))));
            text.add(label + ": " + fit.startAudit() + "; "
                    + (fit.converged() ? "converged" : "NOT converged (" + fit.stopReason() + ")") + ".");
            fit.findings().forEach(finding -> text.add(label + ": " + finding));
            figures.add(new Figure(
                    "nyquist-" + Anchors.of(label),
                    "Nyquist plot of " + label + " with the fit of " + circuit + ".",
                    nyquist(label, spectrum, fit)));
        }
        return new Section(Anchors.of(name), name, text, rows, figures);
    }

    private static void describe(String label, ImpedanceSpectrum spectrum, List<ResultRow> rows) {
        double[] frequencies = spectrum.frequenciesHz();
        double lowest = Arrays.stream(frequencies).min().orElseThrow();
        double highest = Arrays.stream(frequencies).max().orElseThrow();
        rows.add(ResultRow.of("eis." + label + ".points", "number of points", spectrum.size(), "")
                .verdict(Verdict.MEASURED));
        rows.add(ResultRow.of("eis." + label + ".lowest_frequency", "lowest frequency", lowest, "Hz")
                .verdict(Verdict.MEASURED));
        rows.add(ResultRow.of("eis." + label + ".highest_frequency", "highest frequency", highest, "Hz")
                .verdict(Verdict.MEASURED));
    }

    private static void parameters(String label, CircuitFit fit, List<ResultRow> rows) {
        List<CircuitParameter> parameters = fit.circuit().parameters();
        double[] values = fit.values();
        double[] errors = fit.standardErrors();
        for (int i = 0; i < values.length; i++) {
            CircuitParameter parameter = parameters.get(i);
            String remarks = fit.findings().stream()
                    .filter(finding -> finding.parameters().contains(parameter.name()))
                    .map(finding ->
                            finding.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .distinct()
                    .collect(Collectors.joining(", "));
            rows.add(ResultRow.of(
                            "eis." + label + "." + parameter.name(), parameter.toString(), values[i], parameter.unit())
                    .plusMinus(errors[i])
                    .verdict(remarks.isEmpty() ? Verdict.MEASURED : Verdict.measured(remarks)));
        }
        rows.add(ResultRow.of("eis." + label + ".ssr", "weighted sum of squared residuals", fit.sumOfSquares(), "")
                .verdict(Verdict.measured(fit.converged() ? "" : "the fit did not converge")));
        rows.add(ResultRow.of("eis." + label + ".chi_squared", "chi-square as ZSimpWin prints it", fit.chiSquared(), "")
                .verdict(Verdict.MEASURED));
    }

    private static Chart nyquist(String label, ImpedanceSpectrum spectrum, CircuitFit fit) {
        return LinePlot.of(label)
                .xAxis("Z\u2032 (ohm)")
                .yAxis("\u2212Z\u2033 (ohm)")
                .equalAspect()
                .points("measured", spectrum.realOhm(), negated(spectrum.imaginaryOhm()))
                .line("fit", fit.model().realOhm(), negated(fit.model().imaginaryOhm()))
                .build();
    }

    private static double[] negated(double[] values) {
        return Arrays.stream(values).map(v -> -v).toArray();
    }
}
