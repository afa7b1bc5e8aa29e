package io.github.spinodal.examples.files;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.chart.Chart;
import io.github.spinodal.core.chart.LinePlot;
import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.eis.Circuit;
import io.github.spinodal.eis.CircuitFit;
import io.github.spinodal.eis.CircuitFitter;
import io.github.spinodal.eis.CircuitParameter;
import io.github.spinodal.eis.Diffusion;
import io.github.spinodal.eis.DiffusionConvention;
import io.github.spinodal.eis.DiffusionEstimate;
import io.github.spinodal.eis.DiffusionQuantity;
import io.github.spinodal.eis.KkResult;
import io.github.spinodal.eis.LinKk;
import io.github.spinodal.eis.io.SpectrumFiles;
import io.github.spinodal.examples.report.Figure;
import io.github.spinodal.examples.report.ResultRow;
import io.github.spinodal.examples.report.Section;
import io.github.spinodal.examples.report.Steps;
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
    private static final double SQUARE_CENTIMETRES_PER_SQUARE_METRE = 1e4;

    private ImpedanceFileSection() {}

    /**
     * Reads the file and fits each spectrum in it.
     *
     * @param file the file
     * @param name what to call it in the report
     * @param settings circuit, weights and diffusion
     * @param steps told how far it is
     * @return the section
     * @throws IOException if the file cannot be read
     * @throws io.github.spinodal.core.io.DataFormatException if it is no impedance file
     */
    public static Section compute(Path file, String name, ImpedanceSettings settings, Steps steps) throws IOException {
        Circuit circuit = settings.circuit();
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
            steps.at(i, count, "fitting " + label);
            CircuitFit fit = CircuitFitter.withDefaults()
                    .withWeighting(settings.weighting())
                    .solve(circuit, spectrum);
            describe(label, spectrum, rows);
            parameters(label, fit, rows);
            settings.diffusion().ifPresent(diffusion -> diffusion(label, fit, diffusion, rows, text));
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
        return new Section("eis-" + Anchors.of(name), name, text, rows, figures);
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

    private static void diffusion(
            String label, CircuitFit fit, Diffusion diffusion, List<ResultRow> rows, List<String> text) {
        String id = "eis." + label + ".diffusion";
        try {
            DiffusionEstimate estimate = diffusion.convention() == DiffusionConvention.FINITE_LENGTH
                    ? diffusion
                            .with(DiffusionQuantity.TIME, fit.diffusionTime())
                            .estimate()
                    : diffusion.withSigma(fit.warburgSigma()).estimate();
            String convention =
                    diffusion.convention().name().toLowerCase(Locale.ROOT).replace('_', '-');
            Measured d = estimate.squareMetresPerSecond().times(SQUARE_CENTIMETRES_PER_SQUARE_METRE);
            rows.add(ResultRow.of(id, "diffusion coefficient", d.value(), "cm2/s")
                    .plusMinus(d.standardUncertainty())
                    .verdict(Verdict.measured("convention " + convention)));
            text.add(label + ": " + String.join("; ", estimate.toString().split("\\R")) + ".");
        } catch (InvalidValueException e) {
            rows.add(ResultRow.ofWord(id, "diffusion coefficient", "none")
                    .verdict(Verdict.measured(String.valueOf(e.getMessage()))));
        }
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
