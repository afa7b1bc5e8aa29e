package io.github.spinodal.core.spectra;

import io.github.spinodal.core.data.Spectrum;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.Excerpt;
import io.github.spinodal.core.io.Notice;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.core.io.TextSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two or three columns of numbers after a heading of any kind: axis, intensity, standard deviation.
 *
 * <p>Comment lines (marked {@code #}, {@code %}, {@code !}, {@code //}, {@code /*} or, as EVA does, {@code '}) may stand anywhere.
 * Lines without a mark may stand before the numbers only.
 */
final class TextSpectrumReader {
    private static final Pattern Y_BEFORE_X = Pattern.compile("#?\\s*Data:\\s+y\\s+x\\s*");
    private static final Pattern KEY_AND_VALUE = Pattern.compile("#([^=\\s][^=\\t]{0,79})=\\t?(.{0,500})");
    private static final int MOST_NOTES = 500;

    private final TextSource source;
    private final List<Notice> notices = new ArrayList<>();
    private final Map<String, String> notes = new LinkedHashMap<>();
    private boolean swapped;
    private String heading = "";

    private TextSpectrumReader(TextSource source) {
        this.source = source;
    }

    static ReadResult<Spectrum> read(TextSource source) {
        return new TextSpectrumReader(source).read();
    }

    private ReadResult<Spectrum> read() {
        int first = firstRow();
        TextLayout layout = TextLayout.of(source.line(first)).orElseThrow();
        int width = layout.fields(source.line(first)).size();
        if (width > 3) {
            throw source.error(
                    first, width + " columns; two (axis, intensity) or three (and standard deviation) are needed");
        }
        requireNoHalfNumericHeading(first, layout, width);
        Points points = rows(first, layout, width);
        List<Spectrum.Axis> axes = axes(layout, width);
        Spectrum spectrum = swapped
                ? points.spectrum(axes.get(1), 1, axes.get(0), 0)
                : points.spectrum(axes.get(0), 0, axes.get(1), 1);
        if (width == 3) {
            spectrum = points.withDeviations(spectrum, 2);
            notices.add(new Notice(source.at(first), "the third column was taken as the standard deviation"));
        }
        for (Map.Entry<String, String> note : notes.entrySet()) {
            spectrum = spectrum.withMetadata(note.getKey(), note.getValue());
        }
        if (!source.endsWithLineBreak()) {
            notices.add(new Notice(
                    source.at(source.lineCount()),
                    "no line break at the end: if the file was cut, its last number may be short"));
        }
        return new ReadResult<>(format(), List.of(spectrum.withMetadata("source", source.name())), notices);
    }

    private String format() {
        if (notes.containsKey("AxisType[1]")) {
            return "LabSpec text";
        }
        if (heading.startsWith("#Wave\t")) {
            return "Renishaw text";
        }
        return swapped ? "NIST StRD data" : "text columns";
    }

    private static boolean isComment(String line) {
        return line.startsWith("#")
                || line.startsWith("%")
                || line.startsWith("!")
                || line.startsWith("//")
                || line.startsWith("/*")
                || line.startsWith("*")
                || line.startsWith("'");
    }

    private int firstRow() {
        for (int i = 1; i <= source.lineCount(); i++) {
            String line = source.line(i).strip();
            if (Y_BEFORE_X.matcher(line).matches()) {
                swapped = true;
                notices.add(new Notice(source.at(i), "the heading names y before x: the second column is the axis"));
            } else if (!line.isEmpty()
                    && !isComment(line)
                    && TextLayout.of(line).isPresent()) {
                return i;
            } else if (!line.isEmpty()) {
                note(line);
                heading = line;
            }
        }
        throw source.error(
                source.lineCount() == 0
                        ? "empty; rows of numbers are needed"
                        : "no rows of numbers; two or three columns are needed");
    }

    private void note(String line) {
        Matcher matcher = KEY_AND_VALUE.matcher(line);
        if (matcher.matches() && notes.size() < MOST_NOTES) {
            notes.merge(matcher.group(1).strip(), matcher.group(2).strip(), (a, b) -> a + "; " + b);
        }
    }

    /** A damaged first row must not pass for a heading: a line with as many fields, one of them a number, is no names. */
    private void requireNoHalfNumericHeading(int first, TextLayout layout, int width) {
        if (swapped) {
            return;
        }
        int unmarked = 0;
        for (int i = 1; i < first; i++) {
            String line = source.line(i).strip();
            if (line.isEmpty() || isComment(line)) {
                continue;
            }
            unmarked++;
            List<String> fields = layout.fields(line);
            for (int k = 0; k < fields.size() && fields.size() == width; k++) {
                if (layout.number(fields.get(k)).isPresent()) {
                    throw source.error(
                            i, "half names, half numbers: " + Excerpt.of(line) + "; a row must hold numbers only");
                }
            }
        }
        if (unmarked > 1) {
            notices.add(new Notice(source.at(1), unmarked + " lines before the numbers were taken as a heading"));
        }
    }

    private Points rows(int first, TextLayout layout, int width) {
        Points points = new Points(source, width);
        for (int i = first; i <= source.lineCount(); i++) {
            String line = source.line(i).strip();
            if (line.isEmpty() || isComment(line)) {
                continue;
            }
            List<String> fields = layout.fields(line);
            if (fields.size() != width) {
                boolean cut = i == source.lineCount() && !source.endsWithLineBreak() && fields.size() < width;
                throw new DataFormatException(
                        source.at(i, Math.min(fields.size(), width) + 1),
                        (cut ? "the file ends inside this row: " : "") + "the row has " + fields.size()
                                + " columns where the first has " + width);
            }
            double[] row = new double[width];
            for (int k = 0; k < width; k++) {
                row[k] = layout.mark().parse(fields.get(k), source.at(i, k + 1), "column " + (k + 1));
            }
            points.add(i, row);
        }
        return points;
    }

    private List<Spectrum.Axis> axes(TextLayout layout, int width) {
        if (notes.containsKey("AxisType[1]")) {
            return List.of(
                    new Spectrum.Axis(notes.getOrDefault("AxisType[1]", "x"), notes.getOrDefault("AxisUnit[1]", "")),
                    new Spectrum.Axis(
                            notes.getOrDefault("AxisType[0]", "intensity"), notes.getOrDefault("AxisUnit[0]", "")));
        }
        if (swapped) {
            return List.of(new Spectrum.Axis("y", ""), new Spectrum.Axis("x", ""));
        }
        return names(layout, width)
                .map(names -> names.stream().map(AxisName::parse).toList())
                .orElse(List.of(new Spectrum.Axis("x", ""), new Spectrum.Axis("intensity", "")));
    }

    private Optional<List<String>> names(TextLayout layout, int width) {
        String names = heading.startsWith("#") ? heading.substring(1) : heading;
        List<String> fields =
                layout.fields(names).stream().filter(f -> !f.isEmpty()).toList();
        boolean fits = fields.size() == width && !heading.startsWith("'") && !heading.startsWith("/*");
        return fits ? Optional.of(fields) : Optional.empty();
    }
}
