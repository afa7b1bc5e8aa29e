package io.github.spinodal.eis.io;

import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.core.io.TextSource;
import java.util.regex.Pattern;

/**
 * VersaStudio's {@code .par} files: sections in angle brackets, of which each {@code SegmentN} names its columns in a line
 * {@code Definition=} and lists its rows below. Segments that measured no impedance are skipped.
 */
final class VersaStudioPar implements TextFormat {
    private static final Pattern SEGMENT = Pattern.compile("^<Segment\\d+>\\s*$");
    private static final String DEFINITION = "Definition=";
    private static final int LINES_LOOKED_AT = 20;

    @Override
    public boolean recognises(TextSource text) {
        for (int line = 1; line <= Math.min(text.lineCount(), LINES_LOOKED_AT); line++) {
            if (text.line(line).startsWith("<Application>")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public ReadResult<ImpedanceSpectrum> read(TextSource text) {
        SweepBuilder sweeps = new SweepBuilder(text.name(), "VersaStudio");
        int read = 0;
        int segments = 0;
        for (int line = 1; line <= text.lineCount(); line++) {
            if (SEGMENT.matcher(text.line(line)).matches()) {
                segments++;
                read += readSegment(text, line, sweeps) ? 1 : 0;
            }
        }
        if (read == 0) {
            throw text.error(
                    "a VersaStudio file with " + segments + " segments, none of them an impedance measurement with"
                            + " the columns Frequency, Z Real and Z Imag");
        }
        return sweeps.build();
    }

    private static boolean readSegment(TextSource text, int segmentLine, SweepBuilder sweeps) {
        int definition = segmentLine + 1;
        while (definition <= text.lineCount() && !text.line(definition).startsWith(DEFINITION)) {
            if (text.line(definition).startsWith("<")) {
                throw text.error(segmentLine, "the segment has no line Definition= that names its columns");
            }
            definition++;
        }
        int first = definition + 1;
        int end = first;
        while (end <= text.lineCount() && !text.line(end).startsWith("<")) {
            end++;
        }
        if (end > text.lineCount()) {
            throw text.error(segmentLine, "the segment is not closed: the file is cut");
        }
        String header = text.line(definition).substring(DEFINITION.length());
        ImpedanceColumns columns = ImpedanceColumns.of(Delimiter.COMMA.split(header), text.at(definition));
        if (!columns.complete()) {
            sweeps.notice(
                    text.at(segmentLine),
                    "skipped a segment without columns for " + String.join(", ", columns.missing()));
            return false;
        }
        RowFormat format = columns.detectFormat(text.lines().subList(first - 1, end - 1));
        if (format == null) {
            throw text.error(first, "the rows of the segment do not fit its definition");
        }
        sweeps.startTable(null);
        TableRows rows = new TableRows(text, columns, format, sweeps);
        for (int line = first; line < end; line++) {
            if (!text.line(line).isBlank()) {
                rows.add(line);
            }
        }
        rows.finish(definition);
        return true;
    }
}
