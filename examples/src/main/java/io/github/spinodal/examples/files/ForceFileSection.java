package io.github.spinodal.examples.files;

import io.github.spinodal.core.data.ForceCurve;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.examples.report.Figure;
import io.github.spinodal.examples.report.ResultRow;
import io.github.spinodal.examples.report.Section;
import io.github.spinodal.examples.report.Steps;
import io.github.spinodal.examples.report.Verdict;
import io.github.spinodal.sfmm.LayerAnalysis;
import io.github.spinodal.sfmm.LayerResult;
import io.github.spinodal.sfmm.chart.SfmmCharts;
import io.github.spinodal.sfmm.io.ForceCurveFiles;
import io.github.spinodal.sfmm.io.ForceReadOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A force-curve file of the reader's own: is there a layer, and how thick is it? */
public final class ForceFileSection {
    private static final int MOST_FIGURES = 4;

    private ForceFileSection() {}

    /**
     * Reads the file and looks for a layer in each curve.
     *
     * @param file the file
     * @param name what to call it in the report
     * @param options what the file itself may leave open
     * @param steps told how far it is
     * @return the section
     * @throws IOException if the file cannot be read
     * @throws io.github.spinodal.core.io.DataFormatException if it is no force-curve file
     */
    public static Section compute(Path file, String name, ForceReadOptions options, Steps steps) throws IOException {
        ReadResult<ForceCurve> read = ForceCurveFiles.read(file, options);
        int count = read.items().size();
        List<String> text = new ArrayList<>();
        text.add("Read as " + read.format() + ": " + count + (count == 1 ? " curve." : " curves."));
        read.notices().forEach(notice -> text.add(notice.toString()));
        List<ResultRow> rows = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String label = i == 0 ? name : name + "#" + (i + 1);
            steps.at(i, count, "analysing " + label);
            LayerResult result =
                    LayerAnalysis.withDefaults().analyse(read.items().get(i));
            rows(label, result, rows);
            if (figures.size() < MOST_FIGURES) {
                read.items()
                        .get(i)
                        .approach()
                        .ifPresent(approach -> figures.add(new Figure(
                                "force-" + Anchors.of(label),
                                "Approach of " + label + ": " + result.verdict() + ", " + result.reason() + ".",
                                SfmmCharts.forceCurve(label, approach, result))));
            }
        }
        return new Section("force-" + Anchors.of(name), name, text, rows, figures);
    }

    private static void rows(String label, LayerResult result, List<ResultRow> rows) {
        String id = "force." + label;
        Verdict verdict = Verdict.measured(result.reason());
        rows.add(ResultRow.ofWord(
                        id + ".verdict",
                        "layer on the surface",
                        result.verdict().name())
                .verdict(verdict));
        if (result.thickness().isEmpty()) {
            rows.add(ResultRow.ofWord(id + ".thickness", "thickness", "none").verdict(verdict));
            return;
        }
        LayerResult.Thickness thickness = result.thickness().get();
        rows.add(ResultRow.of(
                        id + ".thickness",
                        "thickness, solid slope fitted",
                        thickness.fittedSlope().value(),
                        "nm")
                .plusMinus(thickness.budget().combined())
                .verdict(Verdict.measured("uncertainty: " + thickness.budget())));
        rows.add(ResultRow.of(
                        id + ".thickness_unit_slope",
                        "thickness, solid slope one, as in the study",
                        thickness.unitSlope().value(),
                        "nm")
                .plusMinus(thickness.unitSlope().standardUncertainty())
                .verdict(verdict));
    }
}
