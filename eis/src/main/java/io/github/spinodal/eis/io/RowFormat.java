package io.github.spinodal.eis.io;

import io.github.spinodal.core.io.DecimalMark;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** How the rows of numbers of a table are written. */
record RowFormat(Delimiter delimiter, DecimalMark mark) {
    /** In the order of trust: a comma is a delimiter only where nothing else delimits. */
    private static final List<RowFormat> KNOWN = List.of(
            new RowFormat(Delimiter.TAB, DecimalMark.POINT),
            new RowFormat(Delimiter.TAB, DecimalMark.COMMA),
            new RowFormat(Delimiter.SEMICOLON, DecimalMark.POINT),
            new RowFormat(Delimiter.SEMICOLON, DecimalMark.COMMA),
            new RowFormat(Delimiter.COMMA, DecimalMark.POINT),
            new RowFormat(Delimiter.BLANKS, DecimalMark.POINT),
            new RowFormat(Delimiter.BLANKS, DecimalMark.COMMA));

    /**
     * The format under which the first sample line and most of the others are rows of numbers.
     *
     * @param samples lines of the table
     * @param least number of fields that a row must have at least
     * @param most number of fields that a row may have at most: a row longer than its header is a row read amiss
     * @param numeric which of them, by index, must be numbers
     * @return the format, or null if none fits
     */
    static @Nullable RowFormat detect(List<String> samples, int least, int most, IntPredicate numeric) {
        RowFormat best = null;
        long mostFitting = 0;
        for (RowFormat format : KNOWN) {
            if (!samples.isEmpty() && format.fits(samples.get(0), least, most, numeric)) {
                long fitting = samples.stream()
                        .filter(line -> format.fits(line, least, most, numeric))
                        .count();
                best = fitting > mostFitting ? format : best;
                mostFitting = Math.max(fitting, mostFitting);
            }
        }
        return best;
    }

    private boolean fits(String line, int least, int most, IntPredicate numeric) {
        List<String> fields = delimiter.split(line);
        if (fields.size() < least || fields.size() > most) {
            return false;
        }
        for (int i = 0; i < fields.size(); i++) {
            if (numeric.test(i) && mark.tryParse(fields.get(i)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Whether the line is nothing but numbers, at least two of them, in any known format. */
    static boolean isNumbers(String line) {
        if (line.isEmpty() || !startsLikeNumber(line)) {
            return false;
        }
        for (RowFormat format : KNOWN) {
            List<String> fields = format.delimiter.split(line);
            if (fields.size() >= 2
                    && fields.stream().allMatch(f -> format.mark.tryParse(f).isPresent())) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsLikeNumber(String line) {
        String text = line.trim();
        return !text.isEmpty() && "0123456789+-.\u2212\"".indexOf(text.charAt(0)) >= 0;
    }
}
