package io.github.spinodal.examples.files;

import io.github.spinodal.core.InvalidInputException;
import io.github.spinodal.core.chart.Chart;
import io.github.spinodal.core.chart.LinePlot;
import io.github.spinodal.core.cycling.BranchExtraction;
import io.github.spinodal.core.cycling.CyclingData;
import io.github.spinodal.core.cycling.CyclingFiles;
import io.github.spinodal.core.cycling.GalvanostaticBranch;
import io.github.spinodal.core.data.GalvanostaticCurve;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.examples.report.Figure;
import io.github.spinodal.examples.report.ResultRow;
import io.github.spinodal.examples.report.Section;
import io.github.spinodal.examples.report.Steps;
import io.github.spinodal.examples.report.Verdict;
import io.github.spinodal.phasefield.oscillation.Oscillation;
import io.github.spinodal.phasefield.oscillation.OscillationAnalysis;
import io.github.spinodal.phasefield.oscillation.OscillationResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A galvanostatic file of the reader's own: its branches, and whether their plateaus oscillate. */
public final class CyclingFileSection {
    private static final int MOST_BRANCHES = 6;
    private static final double COULOMB_PER_MICROAMPERE_HOUR = 3.6e-3;

    private CyclingFileSection() {}

    /**
     * Reads the file and analyses its longest branches, at most six.
     *
     * @param file the file
     * @param name what to call it in the report
     * @param steps told how far it is
     * @return the section
     * @throws IOException if the file cannot be read
     * @throws io.github.spinodal.core.InvalidInputException if it is no cycling file or holds no constant-current branch
     */
    public static Section compute(Path file, String name, Steps steps) throws IOException {
        ReadResult<CyclingData> read = CyclingFiles.read(file);
        List<String> text = new ArrayList<>();
        text.add("Read as " + read.format() + ".");
        read.notices().forEach(notice -> text.add(notice.toString()));
        List<ResultRow> rows = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        List<GalvanostaticCurve> curves = longestBranches(name, read, text);
        for (int i = 0; i < curves.size(); i++) {
            // The longest branch keeps the plain name, so that a file of one branch reads as one would expect.
            String label = i == 0 ? name : name + "#" + (i + 1);
            steps.at(i, curves.size(), "analysing " + label);
            GalvanostaticCurve curve = curves.get(i);
            OscillationResult result = OscillationAnalysis.withDefaults().analyze(curve);
            text.add(String.format(
                    Locale.ROOT,
                    "%s: %s at %.4g uA, %.5g uAh: %s.",
                    label,
                    curve.direction().toString().toLowerCase(Locale.ROOT),
                    1e6 * curve.currentAmpere(),
                    curve.capacityCoulomb() / COULOMB_PER_MICROAMPERE_HOUR,
                    result.verdict().text()));
            rows(label, curve, result, rows);
            figures.add(new Figure(
                    "voltage-" + Anchors.of(label),
                    "Voltage against charge, " + label + ".",
                    voltage(label, curve, result)));
        }
        return new Section("cycling-" + Anchors.of(name), name, text, rows, figures);
    }

    private static List<GalvanostaticCurve> longestBranches(
            String name, ReadResult<CyclingData> read, List<String> text) {
        List<GalvanostaticBranch> branches = new ArrayList<>();
        for (CyclingData data : read.items()) {
            BranchExtraction extraction = data.hasCurrents()
                    ? BranchExtraction.withDefaults()
                    : BranchExtraction.withDefaults().withAssumedCurrent(1);
            branches.addAll(extraction.extract(data));
        }
        if (branches.isEmpty()) {
            throw new InvalidInputException(name + ": no constant-current branch in the file");
        }
        if (branches.size() > MOST_BRANCHES) {
            text.add("Of " + branches.size() + " branches, the " + MOST_BRANCHES + " longest are analysed.");
        }
        return branches.stream()
                .map(GalvanostaticBranch::curve)
                .sorted(Comparator.comparingDouble(GalvanostaticCurve::capacityCoulomb)
                        .reversed())
                .limit(MOST_BRANCHES)
                .toList();
    }

    private static void rows(String label, GalvanostaticCurve curve, OscillationResult result, List<ResultRow> rows) {
        String id = "cycling." + label;
        Verdict verdict = Verdict.measured(result.verdict().text());
        if (result.oscillation().isPresent()) {
            Oscillation oscillation = result.oscillation().get();
            rows.add(ResultRow.of(
                            id + ".period",
                            "period",
                            oscillation.periodMicroampereHours().value(),
                            "uAh")
                    .plusMinus(oscillation.periodMicroampereHours().standardUncertainty())
                    .verdict(verdict));
            rows.add(ResultRow.of(
                            id + ".amplitude",
                            "amplitude, 2\u221a2 times the rms",
                            oscillation.amplitudeMillivolts().value(),
                            "mV")
                    .plusMinus(oscillation.amplitudeMillivolts().standardUncertainty())
                    .verdict(verdict));
            rows.add(ResultRow.of(
                            id + ".bump_height",
                            "median bump height, peak to valley",
                            1e3 * oscillation.bumps().medianHeightVolt(),
                            "mV")
                    .verdict(verdict));
            double ofBranch = oscillation.periodCoulomb().value() / curve.capacityCoulomb();
            rows.add(ResultRow.of(id + ".active_fraction", "period over the charge of the branch", ofBranch, "")
                    .plusMinus(ofBranch * oscillation.periodCoulomb().relativeUncertainty())
                    .verdict(verdict));
            result.plateau()
                    .ifPresent(plateau -> rows.add(ResultRow.of(
                                    id + ".active_fraction_of_plateau",
                                    "period over the charge of the plateau",
                                    oscillation.periodCoulomb().value() / (plateau.toCoulomb() - plateau.fromCoulomb()),
                                    "")
                            .verdict(verdict)));
        } else {
            for (String quantity : List.of("period", "amplitude", "active_fraction")) {
                rows.add(ResultRow.ofWord(id + "." + quantity, quantity.replace('_', ' '), "none")
                        .verdict(verdict));
            }
            if (Double.isFinite(result.amplitudeLimitVolt())) {
                rows.add(ResultRow.of(
                                id + ".amplitude_limit",
                                "amplitude that would have been found (95 %)",
                                1e3 * result.amplitudeLimitVolt(),
                                "mV")
                        .verdict(verdict));
            }
        }
        rows.add(ResultRow.of(
                        id + ".p_value", "chance that coloured noise alone looks like this", result.probability(), "")
                .verdict(verdict));
    }

    private static Chart voltage(String label, GalvanostaticCurve curve, OscillationResult result) {
        Chart whole = LinePlot.of(label)
                .xAxis("charge (uAh)")
                .yAxis("voltage (V)")
                .line("voltage", curve.chargeMicroampereHours(), curve.voltageVolt())
                .build()
                .sized(720, 320);
        if (result.oscillation().isEmpty()) {
            return whole;
        }
        double[] charge = scaled(result.chargeCoulomb(), 1 / COULOMB_PER_MICROAMPERE_HOUR);
        Chart detrended = LinePlot.of("")
                .xAxis("charge (uAh)")
                .yAxis("voltage less baseline (mV)")
                .line("measured", charge, scaled(result.detrendedVolt(), 1e3))
                .line("model", charge, scaled(result.modelVolt(), 1e3))
                .build()
                .sized(720, 300);
        return Chart.stack(whole, detrended);
    }

    private static double[] scaled(double[] values, double factor) {
        double[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }
}
