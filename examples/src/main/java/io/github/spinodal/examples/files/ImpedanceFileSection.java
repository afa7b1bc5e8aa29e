package io.github.spinodal.examples.files;

import io.github.spinodal.core.chart.LinePlot;
import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.io.ReadResult;
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

/** An impedance file of the reader's own. */
public final class ImpedanceFileSection {
    private ImpedanceFileSection() {}

    /**
     * Reads the file and draws its Nyquist plots.
     *
     * @param file the file
     * @return the section
     * @throws IOException if the file cannot be read
     * @throws io.github.spinodal.core.io.DataFormatException if it is no impedance file
     */
    public static Section compute(Path file) throws IOException {
        String name = file.getFileName().toString();
        ReadResult<ImpedanceSpectrum> read = SpectrumFiles.read(file);
        List<String> text = new ArrayList<>();
        text.add("Read as " + read.format() + ": " + read.items().size()
                + (read.items().size() == 1 ? " spectrum." : " spectra."));
        read.notices().forEach(notice -> text.add(notice.toString()));
        List<ResultRow> rows = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < read.items().size(); i++) {
            ImpedanceSpectrum spectrum = read.items().get(i);
            String label = read.items().size() == 1 ? name : name + "#" + (i + 1);
            rows.addAll(describe(label, spectrum));
            figures.add(nyquist(label, spectrum));
        }
        return new Section(Anchors.of(name), name, text, rows, figures);
    }

    private static List<ResultRow> describe(String label, ImpedanceSpectrum spectrum) {
        double[] frequencies = spectrum.frequenciesHz();
        double lowest = Arrays.stream(frequencies).min().orElseThrow();
        double highest = Arrays.stream(frequencies).max().orElseThrow();
        return List.of(
                ResultRow.of("eis." + label + ".points", "number of points", spectrum.size(), "")
                        .verdict(Verdict.MEASURED),
                ResultRow.of("eis." + label + ".lowest_frequency", "lowest frequency", lowest, "Hz")
                        .verdict(Verdict.MEASURED),
                ResultRow.of("eis." + label + ".highest_frequency", "highest frequency", highest, "Hz")
                        .verdict(Verdict.MEASURED));
    }

    private static Figure nyquist(String label, ImpedanceSpectrum spectrum) {
        double[] minusImaginary =
                Arrays.stream(spectrum.imaginaryOhm()).map(z -> -z).toArray();
        return new Figure(
                "nyquist-" + Anchors.of(label),
                "Nyquist plot of " + label + ".",
                LinePlot.of(label)
                        .xAxis("Z\u2032 (ohm)")
                        .yAxis("\u2212Z\u2033 (ohm)")
                        .equalAspect()
                        .points("measured", spectrum.realOhm(), minusImaginary)
                        .build());
    }
}
