package io.github.spinodal.core.table;

import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.TextSource;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a delimited text, one after another, each with its line number. Blank lines are passed over. A field in
 * quotation marks may hold the delimiter but no line break: a quotation mark that is never closed is an error at its line,
 * instead of a field that swallows the rest of the file.
 */
public final class TextRows implements Iterator<TextRow> {
    private final TextSource source;
    private final int firstLine;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private @Nullable TextRow ahead;

    private TextRows(TextSource source, int firstLine, CSVParser parser) {
        this.source = source;
        this.firstLine = firstLine;
        this.parser = parser;
        this.records = parser.iterator();
        this.ahead = readAhead();
    }

    /**
     * The rows from a line on.
     *
     * @param source the text
     * @param firstLine number of the first line, counted from 1
     * @param delimiter what separates the fields
     * @return the rows
     * @throws DataFormatException if the first row is badly quoted
     */
    public static TextRows of(TextSource source, int firstLine, char delimiter) {
        return parse(
                source,
                firstLine,
                CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get());
    }

    static TextRows ofCommented(TextSource source, int firstLine, char delimiter, char commentMarker) {
        return parse(
                source,
                firstLine,
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(delimiter)
                        .setCommentMarker(commentMarker)
                        .get());
    }

    /** Not an overload of the public method: callers compile without Commons CSV on their class path. */
    private static TextRows parse(TextSource source, int firstLine, CSVFormat format) {
        String text = firstLine > source.lineCount() ? "" : source.textFrom(firstLine);
        try {
            return new TextRows(source, firstLine, CSVParser.parse(new StringReader(text), format));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a string cannot fail to be read
        }
    }

    /**
     * What separates the fields of a line: the most frequent of tab, semicolon and comma outside quotation marks, in this
     * order where they tie.
     *
     * @param line a line, best the header
     * @return the delimiter, or nothing where the line holds none of the three
     */
    public static Optional<Character> delimiterOf(String line) {
        int[] counts = new int[3];
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            int kind = quoted ? -1 : "\t;,".indexOf(c);
            if (kind >= 0) {
                counts[kind]++;
            }
        }
        int best = counts[0] >= counts[1] && counts[0] >= counts[2] ? 0 : counts[1] >= counts[2] ? 1 : 2;
        return counts[best] == 0 ? Optional.empty() : Optional.of("\t;,".charAt(best));
    }

    private int currentLine() {
        return (int) Math.min(source.lineCount(), firstLine - 1 + parser.getCurrentLineNumber());
    }

    private @Nullable TextRow readAhead() {
        int before = currentLine();
        try {
            if (!records.hasNext()) {
                return null;
            }
            TextRow row = new TextRow(currentLine(), records.next().toList());
            if (row.fields().stream().anyMatch(f -> f.indexOf('\n') >= 0 || f.indexOf('\r') >= 0)) {
                throw source.error(
                        row.line(), "a quoted field runs over the end of a line: a quotation mark is missing");
            }
            return row;
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new DataFormatException(
                    source.at(Math.min(before + 1, Math.max(source.lineCount(), 1))),
                    "badly quoted from here on: a quotation mark is missing, or text follows one",
                    e);
        }
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public TextRow next() {
        TextRow row = ahead;
        if (row == null) {
            throw new NoSuchElementException("no further row");
        }
        ahead = readAhead();
        return row;
    }
}
