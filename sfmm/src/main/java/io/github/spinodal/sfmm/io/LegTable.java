package io.github.spinodal.sfmm.io;

import io.github.spinodal.core.data.ForceSegment.Direction;
import io.github.spinodal.core.io.DecimalMark;
import io.github.spinodal.core.io.TextSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Text tables that keep the two legs of a curve side by side in columns; the legs may differ in length, the shorter one is
 * then blank at its end.
 */
final class LegTable {
    /** A column: the leg, the channel and its unit. */
    record LegColumn(Direction direction, String name, String unit) {}

    private final TextSource text;
    private final String delimiter;

    LegTable(TextSource text, String delimiter) {
        this.text = text;
        this.delimiter = delimiter;
    }

    /** Reads the rows from a line to the end of the text. */
    List<RecordedSegment> read(int firstLine, List<LegColumn> columns) {
        DecimalMark mark = mark(firstLine);
        List<double[]> values = new ArrayList<>();
        int[] sizes = new int[columns.size()];
        int capacity = Math.max(0, text.lineCount() - firstLine + 1);
        columns.forEach(c -> values.add(new double[capacity]));
        for (int line = firstLine; line <= text.lineCount(); line++) {
            if (text.line(line).isBlank()) {
                continue;
            }
            String[] cells = text.line(line).split(delimiter, -1);
            for (int i = 0; i < columns.size(); i++) {
                String cell = i < cells.length ? cells[i].trim() : "";
                if (!cell.isEmpty()) {
                    values.get(i)[sizes[i]] = mark.parse(
                            cell, text.at(line, i + 1), columns.get(i).name());
                    sizes[i]++;
                }
            }
        }
        List<RecordedSegment> segments = new ArrayList<>();
        for (Direction direction : List.of(Direction.APPROACH, Direction.RETRACT)) {
            List<RecordedChannel> channels = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                LegColumn column = columns.get(i);
                if (column.direction() == direction && sizes[i] > 0) {
                    channels.add(
                            RecordedChannel.of(column.name(), column.unit(), Arrays.copyOf(values.get(i), sizes[i])));
                }
            }
            if (!channels.isEmpty()) {
                segments.add(segment(direction, channels));
            }
        }
        if (segments.isEmpty()) {
            throw text.error(Math.min(firstLine, Math.max(1, text.lineCount())), "no rows of numbers follow");
        }
        return segments;
    }

    private RecordedSegment segment(Direction direction, List<RecordedChannel> channels) {
        int size = channels.get(0).size();
        for (RecordedChannel channel : channels) {
            if (channel.size() != size) {
                throw text.error("the columns of the " + direction + " leg differ in length: " + channels);
            }
        }
        return RecordedSegment.of(direction, channels);
    }

    /** Decimal commas where the first row has them and is no row of numbers otherwise. */
    private DecimalMark mark(int firstLine) {
        for (int line = firstLine; line <= text.lineCount(); line++) {
            for (String cell : text.line(line).split(delimiter, -1)) {
                OptionalDouble point = DecimalMark.POINT.tryParse(cell);
                if (!cell.isBlank()
                        && point.isEmpty()
                        && DecimalMark.COMMA.tryParse(cell).isPresent()) {
                    return DecimalMark.COMMA;
                }
            }
            if (!text.line(line).isBlank()) {
                return DecimalMark.POINT;
            }
        }
        return DecimalMark.POINT;
    }
}
