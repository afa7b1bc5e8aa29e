package io.github.spinodal.core.spectra;

import io.github.spinodal.core.data.Spectrum;
import io.github.spinodal.core.io.DecimalMark;
import io.github.spinodal.core.io.Notice;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.core.io.TextSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SPECS {@code .xy} exports: blocks of {@code # Key: value} lines, each followed by rows of energy and counts. */
final class SpecsReader {
    private static final Pattern KEY_AND_VALUE = Pattern.compile("#\\s*([^:]{1,60}):\\s*(.{0,300})");
    private static final String REGION = "Region";
    private static final String EXPECTED = "Values/Curve";

    private final TextSource source;
    private final List<Spectrum> spectra = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, String> region = new LinkedHashMap<>();
    private Points points;

    private SpecsReader(TextSource source) {
        this.source = source;
        this.points = new Points(source, 2);
    }

    static boolean recognises(TextSource source) {
        return source.lineCount() > 0
                && source.line(1).startsWith("# Created by:")
                && source.line(1).contains("SpecsLab");
    }

    static ReadResult<Spectrum> read(TextSource source) {
        return new SpecsReader(source).read();
    }

    private ReadResult<Spectrum> read() {
        for (int i = 1; i <= source.lineCount(); i++) {
            String line = source.line(i).strip();
            if (line.startsWith("#")) {
                close(i);
                note(line);
            } else if (!line.isEmpty()) {
                row(i, line);
            }
        }
        close(source.lineCount());
        if (spectra.isEmpty()) {
            throw source.error("no rows of energy and counts");
        }
        return new ReadResult<>("SPECS xy", spectra, notices);
    }

    private void note(String line) {
        Matcher matcher = KEY_AND_VALUE.matcher(line);
        if (matcher.matches()) {
            String key = matcher.group(1).strip();
            String value = matcher.group(2).strip();
            if (key.equals(REGION)) {
                region.clear();
            }
            (region.isEmpty() && !key.equals(REGION) ? settings : region).put(key, value);
        }
    }

    private void row(int line, String text) {
        List<String> fields = TextLayout.BLANKS.fields(text);
        if (fields.size() != 2) {
            throw source.error(line, "the row has " + fields.size() + " columns where energy and counts are needed");
        }
        points.add(
                line,
                DecimalMark.POINT.parse(fields.get(0), source.at(line, 1), "energy"),
                DecimalMark.POINT.parse(fields.get(1), source.at(line, 2), "counts"));
    }

    private void close(int line) {
        if (points.count() == 0) {
            return;
        }
        OptionalDouble expected = DecimalMark.POINT.tryParse(region.getOrDefault(EXPECTED, ""));
        if (expected.isPresent() && expected.getAsDouble() != points.count()) {
            throw source.error(
                    line,
                    "the block before has " + points.count() + " rows where its heading promises "
                            + region.get(EXPECTED) + ": the file was cut or damaged");
        }
        Spectrum spectrum = points.spectrum(
                new Spectrum.Axis(settings.getOrDefault("Energy Axis", "energy"), "eV"),
                0,
                new Spectrum.Axis(settings.getOrDefault("Count Rate", "counts"), ""),
                1);
        spectrum = spectrum.withMetadata("source", source.name());
        for (Map.Entry<String, String> note : region.entrySet()) {
            spectrum = spectrum.withMetadata(note.getKey(), note.getValue());
        }
        spectra.add(spectrum);
        points = new Points(source, 2);
    }
}
