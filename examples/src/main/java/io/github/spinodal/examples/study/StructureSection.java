package io.github.spinodal.examples.study;

import io.github.spinodal.core.chart.Chart;
import io.github.spinodal.core.chart.LinePlot;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.core.structure.AngularError;
import io.github.spinodal.core.structure.IndexedLine;
import io.github.spinodal.core.structure.LatticeConstantFit;
import io.github.spinodal.core.structure.Spacing;
import io.github.spinodal.core.structure.StudyDiffraction;
import io.github.spinodal.examples.report.Figure;
import io.github.spinodal.examples.report.ResultRow;
import io.github.spinodal.examples.report.Section;
import io.github.spinodal.examples.report.Verdict;
import java.util.ArrayList;
import java.util.List;

/** X-ray and electron diffraction of the film (study, SI Tables S1 and S2). */
public final class StructureSection {
    private static final double HALF_LAST_DIGIT = 0.0005;
    private static final double LTO_LATTICE_CONSTANT = 0.836;

    /** Least angular uncertainty of a line that is read from a diffractogram printed to 0.01 degrees of 2 theta. */
    private static final double READING_DEGREES = 0.02;

    private StructureSection() {}

    /**
     * Computes the section.
     *
     * @return the section
     */
    public static Section compute() {
        List<ResultRow> rows = new ArrayList<>();
        List<IndexedLine> xray = xray(rows);
        List<IndexedLine> rings = rings(rows);
        LatticeConstantFit mean = LatticeConstantFit.ofMean(xray);
        LatticeConstantFit displaced =
                LatticeConstantFit.of(xray, AngularError.SAMPLE_DISPLACEMENT, Spacing.COPPER_K_ALPHA_1);
        LatticeConstantFit electrons = LatticeConstantFit.ofMean(rings);
        rows.add(lattice("structure.lattice.xray", "lattice constant, X-rays, mean of the lines", mean));
        rows.add(lattice(
                "structure.lattice.xray.corrected", "lattice constant, X-rays, sample displacement fitted", displaced));
        Measured size = displaced.errorSize();
        rows.add(ResultRow.of(
                        "structure.displacement",
                        "sample displacement over goniometer radius",
                        1e3 * size.value(),
                        "10^-3")
                .plusMinus(size.standardUncertainty())
                .from("drift of the lattice constant with angle, Table S1")
                .verdict(Verdict.prediction(
                        "explains why the lattice constant falls with angle, from 0.841 to 0.838 nm")));
        rows.add(lattice("structure.lattice.saed", "lattice constant, electrons", electrons));
        return new Section(
                "structure",
                "Crystal structure",
                List.of(
                        "Spacings from X-ray lines (Bragg, Cu K\u03b1\u2081) and from electron diffraction rings (d = 2/D, D being the"
                                + " ring's diameter), indexed as a spinel. The planes (333) and (511) have one spacing, so that"
                                + " neither table can tell them apart."),
                rows,
                List.of(new Figure(
                        "table-s1-lattice-constant",
                        "Lattice constant of each X-ray line of Table S1 against the angle function of sample displacement,"
                                + " with the fit; the constant is where the line meets zero.",
                        drift(xray, displaced))));
    }

    private static List<IndexedLine> xray(List<ResultRow> rows) {
        List<IndexedLine> lines = new ArrayList<>();
        for (StudyDiffraction.Row row : StudyDiffraction.tableS1()) {
            Measured position = Measured.of(row.position().value(), READING_DEGREES);
            IndexedLine line = IndexedLine.ofBragg(row.reflection(), position, Spacing.COPPER_K_ALPHA_1);
            lines.add(line);
            rows.add(spacing(
                    "structure.xrd." + row.reflection().sumOfSquares(),
                    "X-ray spacing " + row.reflection() + ", 2\u03b8 = "
                            + row.position().value() + "\u00b0",
                    line,
                    row.printedNanometres(),
                    "study, SI Table S1",
                    "Bragg's law gives another third digit from the printed angle"));
        }
        return lines;
    }

    private static List<IndexedLine> rings(List<ResultRow> rows) {
        List<IndexedLine> lines = new ArrayList<>();
        for (StudyDiffraction.Row row : StudyDiffraction.tableS2()) {
            IndexedLine line = new IndexedLine(row.reflection(), Spacing.ringNanometres(row.position()));
            lines.add(line);
            rows.add(spacing(
                    "structure.saed." + row.reflection().sumOfSquares(),
                    "electron spacing " + row.reflection() + ", D = "
                            + row.position().value() + " 1/nm",
                    line,
                    row.printedNanometres(),
                    "study, SI Table S2 (accuracy about 5 %)",
                    "2/D gives another third digit"));
        }
        return lines;
    }

    private static ResultRow spacing(
            String id, String what, IndexedLine line, double printed, String source, String reason) {
        Measured spacing = line.spacingNanometres();
        return ResultRow.of(id, what, spacing.value(), "nm")
                .plusMinus(spacing.standardUncertainty())
                .published(Double.toString(printed), source)
                .verdict(Verdict.compare(spacing.value(), printed, HALF_LAST_DIGIT, reason));
    }

    private static ResultRow lattice(String id, String what, LatticeConstantFit fit) {
        Measured a = fit.latticeConstantNanometres();
        double tolerance = Math.max(2 * a.standardUncertainty(), HALF_LAST_DIGIT);
        return ResultRow.of(id, what, a.value(), "nm")
                .plusMinus(a.standardUncertainty())
                .published("0.836", "spinel LTO, JCPDS 49-0207")
                .verdict(Verdict.compare(
                        a.value(),
                        LTO_LATTICE_CONSTANT,
                        tolerance,
                        "the lines drift with angle; see the corrected value"));
    }

    private static Chart drift(List<IndexedLine> lines, LatticeConstantFit fit) {
        int n = lines.size();
        double[] x = new double[n];
        double[] a = new double[n];
        double[] u = new double[n];
        for (int i = 0; i < n; i++) {
            Measured spacing = lines.get(i).spacingNanometres();
            double sine = Spacing.COPPER_K_ALPHA_1.inNanometres() / (2 * spacing.value());
            x[i] = (1 - sine * sine) / sine;
            a[i] = lines.get(i).latticeConstantNanometres().value();
            u[i] = lines.get(i).latticeConstantNanometres().standardUncertainty();
        }
        double intercept = fit.latticeConstantNanometres().value();
        double slope = intercept * fit.errorSize().value();
        return LinePlot.of("Lattice constant against angle")
                .xAxis("cos\u00b2\u03b8 / sin\u03b8")
                .yAxis("lattice constant (nm)")
                .points("Table S1", x, a, u)
                .line("sample displacement", new double[] {0, x[0]}, new double[] {intercept, intercept + slope * x[0]})
                .horizontalRule(LTO_LATTICE_CONSTANT, "0.836 nm")
                .build();
    }
}
