package io.github.spinodal.sfmm.io;

import io.github.spinodal.core.InvalidInputException;
import io.github.spinodal.core.data.ForceSegment.Direction;
import io.github.spinodal.core.io.BinarySource;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.DecimalMark;
import io.github.spinodal.core.io.Notice;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.core.io.TextSource;
import io.github.spinodal.core.table.Column;
import io.github.spinodal.core.table.DataTable;
import io.github.spinodal.core.table.Dimension;
import io.github.spinodal.core.table.MeasurementUnit;
import io.github.spinodal.sfmm.io.LegTable.LegColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Force curves as text: NanoScope's export, AFM Workshop, NT-MDT, and the project's own table. */
final class TextCurves implements CurveFormat {
    private static final Pattern WORKSHOP =
            Pattern.compile("^(Extend|Retract)\\s+([^(]{1,40})\\(([^)]{1,10})\\)$", Pattern.CASE_INSENSITIVE);
    private static final int HEADER_LINES = 20_000;

    @Override
    public boolean recognises(BinarySource source) {
        return true;
    }

    @Override
    public ReadResult<RecordedCurve> read(BinarySource source) {
        TextSource text = TextSource.ofBytes(source.name(), source.bytes());
        int table = nanoScopeTable(text);
        if (table > 0) {
            return nanoScope(text, table);
        }
        if (text.lineCount() > 0 && text.line(1).startsWith("Force-Distance Curve")) {
            return workshop(text);
        }
        if (isThreeNumbers(text)) {
            return ntMdt(text);
        }
        return ownTable(text);
    }

    private static int nanoScopeTable(TextSource text) {
        for (int line = 1; line <= Math.min(text.lineCount(), HEADER_LINES); line++) {
            String content = text.line(line);
            if (content.contains("_Ex") && content.contains("\t") && !content.startsWith("\"")) {
                return line;
            }
        }
        return 0;
    }

    private static ReadResult<RecordedCurve> nanoScope(TextSource text, int tableLine) {
        List<LegColumn> columns = new ArrayList<>();
        for (String header : text.line(tableLine).trim().split("\t", 0)) {
            columns.add(nanoScopeColumn(text, tableLine, header.trim()));
        }
        RecordedCurve curve = RecordedCurve.of(new LegTable(text, "\t").read(tableLine + 1, columns))
                .withMetadata("file", text.name());
        List<String> lines = new ArrayList<>();
        for (int line = 1; line < tableLine; line++) {
            String content = text.line(line).trim();
            lines.add(
                    content.startsWith("\"") && content.endsWith("\"") && content.length() > 1
                            ? content.substring(1, content.length() - 1)
                            : content);
        }
        NanoScopeHeader header = NanoScopeHeader.of(text.name(), lines);
        for (NanoScopeHeader.Section section : header.sections("ciao force image list")) {
            OptionalDouble stiffness = section.number("spring constant");
            if (stiffness.orElse(0) > 0 && curve.springConstantNewtonPerMetre().isEmpty()) {
                curve = curve.withSpringConstant(stiffness.getAsDouble());
            }
        }
        String sensitivity = header.section("ciao scan list").values().getOrDefault("sens. deflsens", "");
        double nanometres = NanoScopeValue.of(sensitivity).hardValue().orElse(0);
        if (nanometres > 0) {
            curve = curve.withInverseSensitivity(nanometres * 1e-9);
        }
        return new ReadResult<>("NanoScope text", List.of(curve), List.of());
    }

    /** Understands names such as {@code Calc_Ramp_Ex_nm} and {@code Defl_pN_Rt}. */
    private static LegColumn nanoScopeColumn(TextSource text, int line, String header) {
        Direction direction = null;
        String unit = "";
        List<String> name = new ArrayList<>();
        for (String word : header.split("_", 0)) {
            if (word.equals("Ex") || word.equals("Rt")) {
                direction = word.equals("Ex") ? Direction.APPROACH : Direction.RETRACT;
            } else if (!name.isEmpty()
                    && unit.isEmpty()
                    && MeasurementUnit.find(word).isPresent()) {
                unit = word;
            } else {
                name.add(word);
            }
        }
        if (direction == null) {
            throw text.error(line, "the column \"" + header + "\" names no leg (Ex or Rt)");
        }
        boolean force = MeasurementUnit.find(unit)
                .map(u -> u.dimension().equals(Dimension.FORCE))
                .orElse(false);
        return new LegColumn(direction, force ? "Force" : String.join("_", name), unit);
    }

    private static ReadResult<RecordedCurve> workshop(TextSource text) {
        for (int line = 2; line <= Math.min(text.lineCount(), HEADER_LINES); line++) {
            List<LegColumn> columns = new ArrayList<>();
            for (String header : text.line(line).split(",", 0)) {
                Matcher matcher = WORKSHOP.matcher(header.trim());
                if (matcher.matches()) {
                    boolean extend = matcher.group(1).toLowerCase(Locale.ROOT).equals("extend");
                    columns.add(new LegColumn(
                            extend ? Direction.APPROACH : Direction.RETRACT,
                            matcher.group(2).trim(),
                            matcher.group(3).trim()));
                }
            }
            if (columns.size() >= 2) {
                RecordedCurve curve = RecordedCurve.of(new LegTable(text, ",").read(line + 1, columns))
                        .withMetadata("file", text.name());
                return new ReadResult<>("AFM Workshop text", List.of(curve), List.of());
            }
        }
        throw text.error("an AFM Workshop file without a line that names its columns, such as Extend Z-Sense(nm)");
    }

    private static boolean isThreeNumbers(TextSource text) {
        for (int line = 1; line <= text.lineCount(); line++) {
            String content = text.line(line).trim();
            if (!content.isEmpty()) {
                String[] cells = content.split("\\s+", 0);
                for (DecimalMark mark : DecimalMark.values()) {
                    if (cells.length == 3
                            && List.of(cells).stream()
                                    .allMatch(c -> mark.tryParse(c).isPresent())) {
                        return true;
                    }
                }
                return false;
            }
        }
        return false;
    }

    /** Height (nm), signal on approach and on retract (nA), both along rising height; the sample lies at low height. */
    private static ReadResult<RecordedCurve> ntMdt(TextSource text) {
        List<LegColumn> columns = List.of(
                new LegColumn(Direction.RETRACT, "Height", "nm"),
                new LegColumn(Direction.APPROACH, "DFL", "nA"),
                new LegColumn(Direction.RETRACT, "DFL", "nA"));
        List<RecordedSegment> legs = new LegTable(text, "\\s+").read(1, columns);
        if (legs.size() != 2) {
            throw text.error("a row of three numbers must hold height, signal on approach and signal on retract");
        }
        RecordedChannel height = legs.get(1).channels().get(0);
        double[] rising = height.values();
        for (int i = 1; i < rising.length; i++) {
            if (!(rising[i] > rising[i - 1])) {
                throw text.error(
                        i + 1,
                        "rows of three numbers are read as an NT-MDT curve, whose height must rise, but " + rising[i]
                                + " m follows " + rising[i - 1] + " m");
            }
        }
        RecordedChannel approach = legs.get(0).channels().get(0);
        if (approach.size() != height.size()) {
            throw text.error("the columns differ in length");
        }
        RecordedSegment forth = RecordedSegment.of(Direction.APPROACH, List.of(height.reversed(), approach.reversed()));
        RecordedCurve curve = RecordedCurve.of(List.of(forth, legs.get(1))).withMetadata("file", text.name());
        Notice notice = new Notice(
                text.location(),
                "three columns without header were read as NT-MDT's height (nm) and deflection signal (nA) of approach and"
                        + " retract, with the sample at low height");
        return new ReadResult<>("NT-MDT text", List.of(curve), List.of(notice));
    }

    private static ReadResult<RecordedCurve> ownTable(TextSource text) {
        DataTable table = DataTable.parse(text);
        List<RecordedChannel> channels = new ArrayList<>();
        for (String name : List.of("z", "deflection", "force", "amplitude", "phase", "time")) {
            table.find(name).ifPresent(c -> channels.add(channel(c)));
        }
        if (table.find("z").isEmpty()
                || (table.find("deflection").isEmpty() && table.find("force").isEmpty())) {
            throw text.error("a table of a force curve needs the columns z (nm) and deflection (nm); the columns are "
                    + table.columns().stream().map(Column::header).toList());
        }
        return new ReadResult<>(
                "table with header", List.of(split(text, channels).withMetadata("file", text.name())), table.notices());
    }

    private static RecordedChannel channel(Column column) {
        return RecordedChannel.of(column.name(), column.unit().symbol(), column.values());
    }

    /** Cuts at the largest Z, which belongs to the approach. */
    private static RecordedCurve split(TextSource text, List<RecordedChannel> channels) {
        RecordedChannel z = channels.get(0);
        int size = z.size();
        int top = 0;
        for (int i = 1; i < size; i++) {
            top = z.value(i) > z.value(top) ? i : top;
        }
        List<RecordedSegment> segments = new ArrayList<>();
        if (top >= 1) {
            segments.add(leg(Direction.APPROACH, channels, 0, top + 1));
        }
        if (size - top - 1 >= 2 || (top == 0 && size >= 2)) {
            segments.add(leg(Direction.RETRACT, channels, top == 0 ? 0 : top + 1, size));
        }
        try {
            return RecordedCurve.of(segments);
        } catch (InvalidInputException e) {
            throw new DataFormatException(text.location(), "a force curve needs at least two rows", e);
        }
    }

    private static RecordedSegment leg(Direction direction, List<RecordedChannel> channels, int from, int to) {
        return RecordedSegment.of(
                direction, channels.stream().map(c -> c.slice(from, to)).toList());
    }
}
